// Opens the file of a log for its one writer: takes the lock, verifies what is there, takes off what a crash left unfinished.
import { hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { isId } from '../entries/entry.ts';
import type { EntryType } from '../entries/fields.ts';
import { BUILT_IN_TYPES } from '../entries/types.ts';
import { type Appended, isRefused, openingEntry, type RefusedDraft, recoveryEntry } from '../log/append.ts';
import { EMPTY_LOG, type LogState } from '../log/state.ts';
import type { LogFault } from '../verify/verdict.ts';
import type { Walk } from '../verify/verify-log.ts';
import { syncFolderOf } from './durable.ts';
import { takeLock } from './lock.ts';
import { createLogWriter, type EvidenceLog, type WriterOptions, type WriterStart } from './log-writer.ts';
import { walkLogFile } from './verify-file.ts';

export type LogOptions = Omit<WriterOptions, 'types' | 'checkpointEvery'> & {
  /** Those that Vigie's own parts write, where nothing is said. */
  readonly types?: readonly EntryType[];
  /** 1000 where nothing is said. */
  readonly checkpointEvery?: number;
};

export interface OpenFault {
  readonly code: 'locked' | 'tampered' | 'another-key' | 'file-failed' | 'refused-entry';
  readonly message: string;
  readonly remedy: string;
  /** For `tampered`. */
  readonly fault?: LogFault;
}

const CHECKPOINT_EVERY = 1000;

/**
 * Opens a log to write to it, or begins a new one.
 *
 * @example
 * const key = createSigningKey('example.com/vigie', randomBytes(32));
 * const log = await openLog({ path: 'evidence.jsonl', key, author: 'vigie-server', now: Date.now });
 * if ('code' in log) throw new Error(log.message);
 * await log.append({ type: 'decision', author: 'user-7', payload: { subject: 'breach-12', decision: 'notify-authority' } });
 * await log.close();
 */
export async function openLog(options: LogOptions): Promise<EvidenceLog | OpenFault> {
  if (!isId(options.author)) return NO_ID;
  let release: (() => void) | undefined;
  let file: FileHandle | undefined;
  try {
    release = takeLock(`${options.path}.lock`);
    if (release === undefined) return LOCKED;
    file = await open(options.path, 'a', 0o600);
    await syncFolderOf(options.path);
    const walk = await walkLogFile(options.path);
    const start = await startOf(walk, file, options);
    if (!('code' in start)) {
      const { types = BUILT_IN_TYPES, checkpointEvery = CHECKPOINT_EVERY } = options;
      return createLogWriter({ ...options, types, checkpointEvery }, start, file, release);
    }
    await closeAll(file, release);
    return start;
  } catch (error) {
    await closeAll(file, release);
    return fileFault(error);
  }
}

/** Where the writer goes on; the lines that have to be written first stand in the file by then. */
async function startOf(walk: Walk, file: FileHandle, options: LogOptions): Promise<WriterStart | OpenFault> {
  const { verdict, progress, torn } = walk;
  if (verdict.outcome === 'tampered') return tampered(verdict.fault);
  const { key, log, confirmed } = progress;
  if (key !== undefined && key.text !== options.key.verifier.text) return ANOTHER_KEY;
  const first = firstEntries(key === undefined ? EMPTY_LOG : log, torn, options);
  if (isRefused(first))
    return {
      code: 'refused-entry',
      message: `${first.field}: ${first.message}`,
      remedy: 'mend the clock that is handed in',
    };
  if (torn !== undefined) {
    const { size } = await file.stat();
    await file.truncate(size - torn.length);
  }
  for (const { line } of first) await file.appendFile(`${line}\n`);
  await file.sync();
  return { state: first.at(-1)?.state ?? log, covered: confirmed };
}

/** The entries that opening itself adds: the first of a new log, and the note of a recovery. */
function firstEntries(before: LogState, torn: Buffer | undefined, options: LogOptions): Appended[] | RefusedDraft {
  const occasion = { at: options.now(), author: options.author };
  const entries: Appended[] = [];
  if (before.tree.size === 0) {
    const opening = openingEntry(options.key.verifier, occasion);
    if (isRefused(opening)) return opening;
    entries.push(opening);
  }
  if (torn !== undefined) {
    const about = { bytes: torn.length, sha256: hash('sha256', torn, 'hex') };
    const recovery = recoveryEntry(entries.at(-1)?.state ?? before, about, occasion);
    if (isRefused(recovery)) return recovery;
    entries.push(recovery);
  }
  return entries;
}

async function closeAll(file: FileHandle | undefined, release: (() => void) | undefined): Promise<void> {
  await file?.close();
  release?.();
}

const LOCKED: OpenFault = {
  code: 'locked',
  message: 'another process writes to this log',
  remedy: 'end that process, or write to another log: a log has one writer',
};

const NO_ID: OpenFault = {
  code: 'refused-entry',
  message: 'author: it has to be an id of letters, digits and . _ : / -, not a name',
  remedy: 'give the id of the program that writes the log, such as vigie-server',
};

const ANOTHER_KEY: OpenFault = {
  code: 'another-key',
  message: 'the log has another key in force than the one that was given',
  remedy: 'give the key that the log names last; a new key has to be named by the old one, see rotateKey()',
};

function tampered(fault: LogFault): OpenFault {
  return { code: 'tampered', message: `line ${fault.line}: ${fault.message}`, remedy: fault.remedy, fault };
}

function fileFault(error: unknown): OpenFault {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return {
    code: 'file-failed',
    message: `the file of the log cannot be opened, read or written (${reason})`,
    remedy: 'check that its folder is there and may be written to, and that the disk is not full',
  };
}
