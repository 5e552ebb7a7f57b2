// Step of a verification: the next line is an entry, unchanged, and follows the one before it.
import { isUtf8 } from 'node:buffer';
import { decodeEntry, type Entry, type EntryFault } from '../entries/entry.ts';
import type { LogLine } from './lines.ts';
import { faultAt, type Progress } from './progress.ts';
import type { LogFault, LogFaultCode } from './verdict.ts';

const FORM_FAULTS: Record<EntryFault, readonly [LogFaultCode, string]> = {
  'not JSON': ['malformed', 'the line is not JSON'],
  'not the fields of an entry': ['malformed', 'the line has not the fields of an entry'],
  'not canonical': ['not-canonical', 'the entry is not written as canonical JSON (RFC 8785)'],
  'another hash': ['changed', 'the entry was changed: its hash is not that of its content'],
};

export function nextEntry(progress: Progress, { bytes, isTooLong }: LogLine): Entry | LogFault {
  if (isTooLong) return faultAt(progress, 'malformed', 'the line is longer than any entry');
  if (!isUtf8(bytes)) return faultAt(progress, 'malformed', 'the line is not UTF-8');
  const entry = decodeEntry(bytes.toString());
  if (typeof entry === 'string') return faultAt(progress, ...FORM_FAULTS[entry]);
  return orderFault(progress, entry) ?? entry;
}

function orderFault(progress: Progress, entry: Entry): LogFault | undefined {
  const { log, last } = progress;
  const expected = log.tree.size;
  if (entry.sequence === expected) {
    return entry.previous === log.last
      ? undefined
      : faultAt(progress, 'broken-chain', 'the entry does not follow the one before it');
  }
  if (entry.sequence === expected - 1 && entry.previous === last?.previous && entry.hash !== last.hash) {
    const message = `two different entries have the number ${entry.sequence} and follow the same one`;
    return faultAt(progress, 'forked', message, { sequence: entry.sequence });
  }
  const message =
    entry.sequence > expected
      ? `entry ${entry.sequence} stands where entry ${expected} has to: entries were dropped or moved`
      : `entry ${entry.sequence} stands where entry ${expected} has to: it was doubled or moved`;
  return faultAt(progress, 'out-of-order', message);
}

const BEGINNING = '{"author":"';

/**
 * Whether an unfinished last line can be what a crash left of an entry: its beginning, or nothing but the zeros of a file that grew
 * before it was written. Anything else was put there.
 */
export function isTorn(bytes: Buffer): boolean {
  const text = bytes.toString('latin1').replace(/\0+$/, '');
  const end = text.lastIndexOf('}') + 1;
  const isEntryAndMore = end < text.length && typeof decodeEntry(bytes.toString('utf8', 0, end)) !== 'string';
  return !isEntryAndMore && (text.startsWith(BEGINNING) || BEGINNING.startsWith(text));
}
