// What a verification says: the first bad entry, or what holds and up to where. Both are closed sets.
import type { TimeStampCode } from '../time-stamp/fault.ts';

export type LogFaultCode =
  /** Not a line of JSON with the fields of an entry. */
  | 'malformed'
  /** The right fields in another writing than the canonical one. */
  | 'not-canonical'
  /** Its hash is not that of its content. */
  | 'changed'
  /** Its number is not the next: an entry before it was dropped, moved, doubled or put in. */
  | 'out-of-order'
  /** Two entries follow the same one. */
  | 'forked'
  /** It does not follow the entry before it. */
  | 'broken-chain'
  /** The first entry does not open a log of this format, or a later one does. */
  | 'no-opening'
  /** An entry of the log itself does not hold what it has to. */
  | 'bad-log-entry'
  /** A signature in the log is missing or forged. */
  | 'bad-signature'
  /** The log is not that of the key that was given. */
  | 'wrong-key'
  /** A signed checkpoint is of other entries. */
  | 'wrong-root'
  /** A signed checkpoint is of more entries than there are. */
  | 'cut-off'
  /** A checkpoint outside of the log is none of this log. */
  | 'bad-checkpoint'
  /** A time stamp in the log is not one on its checkpoint. */
  | 'bad-time-stamp'
  /** The last line has no end. */
  | 'unfinished'
  /** There is no entry at all. */
  | 'empty'
  | 'unreadable';

export interface LogFault {
  readonly code: LogFaultCode;
  /** From 1. */
  readonly line: number;
  /** Of the first bad entry, from 0. */
  readonly sequence: number;
  /** The last one of those that may be bad, where proofs tell it no closer than a range. */
  readonly through?: number;
  /** Which checkpoint outside of the log tells it. */
  readonly checkpoint?: string;
  readonly timeStamp?: TimeStampCode;
  readonly message: string;
  readonly remedy: string;
}

/** Up to where the log is proven, and by what. Numbers are counts of entries from the first on. */
export interface Guarantees {
  /** None of these was changed, dropped, moved or put in, unless by somebody who wrote all hashes after it anew. */
  readonly chained: number;
  /** None of these was changed by anybody without the log's key. */
  readonly signed: number;
  /** Whether that key is the one that the caller gave, or the one that the log names for itself. */
  readonly keyFrom: 'caller' | 'log';
  readonly key: string;
  /** None of these was cut off; the longest for each keeper. Empty: nothing outside of the log says how long it was. */
  readonly complete: readonly CompleteUpTo[];
  /** These existed at this time, as an authority says that the caller trusts. */
  readonly existed: { readonly entries: number; readonly at: number; readonly authority: string } | undefined;
  /** Time stamps whose authority is not trusted, since no root was given or another one. */
  readonly untrustedTimeStamps: number;
}

interface CompleteUpTo {
  readonly entries: number;
  readonly checkpoint: string;
  readonly keptBy: CheckpointKeeper;
}

/** `caller`: kept where the log's writer could not change it. `log`: lies beside the log. */
export type CheckpointKeeper = 'caller' | 'log';

export type Verdict =
  | {
      readonly outcome: 'verified';
      readonly origin: string;
      readonly entries: number;
      /** Root of the tree of all entries, as in a checkpoint. */
      readonly root: string;
      readonly guarantees: Guarantees;
    }
  | { readonly outcome: 'tampered'; readonly fault: LogFault }
  /** Neither proven nor disproven: a crash left an unfinished line, or the file cannot be read. */
  | { readonly outcome: 'incomplete'; readonly fault: LogFault };
