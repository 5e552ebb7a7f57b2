// A piece of a file that grows → its whole lines, with the byte at which each begins; what is no whole line yet is read again.
import type { QueryLogEntry } from './query-log.ts';

interface CutLines {
  readonly lines: readonly (QueryLogEntry & { readonly at: number })[];
  /** The byte behind the last whole line. */
  readonly at: number;
  /** What stands there is the rest of a line that is given up. */
  readonly isWithin: boolean;
}

const LINE_FEED = 0x0a;

/**
 * @param from the byte of the file at which the piece begins
 * @param isWithin the piece begins within a line, whose rest is left out
 * @param isLongest a piece without a line feed in it is a line that is longer than is kept: it is given up
 */
export function cutLines(bytes: Buffer, from: number, isWithin: boolean, isLongest: boolean): CutLines {
  let at = 0;
  if (isWithin) {
    const end = bytes.indexOf(LINE_FEED);
    if (end < 0) return { lines: [], at: from + bytes.length, isWithin: true };
    at = end + 1;
  }
  const lines: CutLines['lines'][number][] = [];
  for (let end = bytes.indexOf(LINE_FEED, at); end >= 0; end = bytes.indexOf(LINE_FEED, at)) {
    lines.push({ text: bytes.toString('utf8', at, end), at: from + at });
    at = end + 1;
  }
  const isGivenUp = isLongest && lines.length === 0 && !isWithin && at < bytes.length;
  if (!isGivenUp) return { lines, at: from + at, isWithin: false };
  return { lines: [{ text: '', at: from + at, isTooLong: true }], at: from + bytes.length, isWithin: true };
}
