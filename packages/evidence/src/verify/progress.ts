// How far a verification has come, and how a fault at this place is told.
import type { Entry } from '../entries/entry.ts';
import { EMPTY_LOG, type LogState } from '../log/state.ts';
import type { VerifierKey } from '../notes/verifier-key.ts';
import type { Guarantees, LogFault, LogFaultCode } from './verdict.ts';

export interface Progress {
  readonly log: LogState;
  /** The last entry but for its payload, to see two that follow the same one. */
  readonly last: Pick<Entry, 'previous' | 'hash'> | undefined;
  /** The key in force; undefined before the log is opened. */
  readonly key: VerifierKey | undefined;
  /** Whether that key is the caller's, or was named by one that is. */
  readonly isCallersKey: boolean;
  /** Entries that a checkpoint, by whatever key of the log, has confirmed. */
  readonly confirmed: number;
  /** Entries under the last checkpoint that a key signed on which the caller relies. */
  readonly signed: number;
  /** Hashes of the last checkpoints by the sequence of their entries: what time stamps are on. */
  readonly checkpoints: ReadonlyMap<number, StampedCheckpoint>;
  readonly complete: Guarantees['complete'];
  readonly existed: Guarantees['existed'];
  readonly untrustedTimeStamps: number;
}

export interface StampedCheckpoint {
  readonly sha256: Buffer;
  readonly size: number;
}

export const AT_START: Progress = {
  log: EMPTY_LOG,
  last: undefined,
  key: undefined,
  isCallersKey: false,
  confirmed: 0,
  signed: 0,
  checkpoints: new Map(),
  complete: [],
  existed: undefined,
  untrustedTimeStamps: 0,
};

export const LOG_REMEDIES: Record<LogFaultCode, string> = {
  malformed: 'compare the file with a copy from before; from this line on it proves nothing',
  'not-canonical': 'do not edit or reformat a log; compare it with a copy from before',
  changed: 'compare this entry with a copy from before; from here on the log proves nothing',
  'out-of-order': 'look for the missing entries in a copy from before',
  forked: 'compare both entries with a copy from before: one of them was put in',
  'broken-chain': 'compare this entry and the one before it with a copy from before',
  'no-opening': 'check that the file is a log of Vigie, from its first line on',
  'bad-log-entry': 'compare this entry with a copy from before; from here on the log proves nothing',
  'bad-signature': 'do not rely on entries from here on: somebody without the key has written them',
  'wrong-key': 'check which key belongs to this log; if it is this one, the file is another log',
  'wrong-root':
    'compare these entries with a copy from before: some were changed and all hashes after them written anew',
  'cut-off': 'look for the missing entries in a copy of the log',
  'bad-checkpoint': 'check that the checkpoint is of this log',
  'bad-time-stamp': 'do not rely on this time stamp; compare the entry with a copy from before',
  unfinished: 'if the writer crashed, it takes the unfinished line off when it starts again; then verify once more',
  empty: 'check the name of the file; a log has at least the entry that opens it',
  unreadable: 'check the name of the file and that you may read it',
};

/** A fault at the next entry. */
export function faultAt(
  progress: Progress,
  code: LogFaultCode,
  message: string,
  more: Partial<LogFault> = {},
): LogFault {
  const sequence = more.sequence ?? progress.log.tree.size;
  return { code, sequence, message, remedy: LOG_REMEDIES[code], ...more, line: sequence + 1 };
}
