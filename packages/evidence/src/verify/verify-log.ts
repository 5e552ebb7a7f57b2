// Verifies a log offline. One pass, line by line, in flat memory; the first bad entry ends it.

import { withLine } from '../log/state.ts';
import { rootOf } from '../merkle/range.ts';
import { isTorn, nextEntry } from './chain.ts';
import { type LogLine, linesOf } from './lines.ts';
import { checkLogEntry, type Trust } from './log-entries.ts';
import {
  checkOutside,
  cutOffFault,
  type OutsideCheckpoint,
  type ReadCheckpoint,
  readCheckpoints,
} from './outside-checkpoints.ts';
import { AT_START, faultAt, type Progress } from './progress.ts';
import type { LogFault, Verdict } from './verdict.ts';

export interface VerifyOptions extends Trust {
  /** Checkpoints from outside of the log. Without any, a cut at its end cannot be seen. */
  readonly checkpoints?: readonly OutsideCheckpoint[];
}

/**
 * Verifies a log: that no entry was changed, dropped, moved, put in or cut off, as far as what is given can tell it. The verdict
 * says what it can.
 *
 * @param bytes the log's file; foreign
 * @throws what the stream throws
 */
export async function verifyLog(bytes: AsyncIterable<Uint8Array>, options: VerifyOptions = {}): Promise<Verdict> {
  return (await walkLog(bytes, options)).verdict;
}

/** A verdict, and the place that the walk has come to: where a writer goes on. */
export interface Walk {
  readonly verdict: Verdict;
  readonly progress: Progress;
  /** The unfinished line at the end, if a crash left one. */
  readonly torn: Buffer | undefined;
}

export async function walkLog(bytes: AsyncIterable<Uint8Array>, options: VerifyOptions): Promise<Walk> {
  const checkpoints = readCheckpoints(options.checkpoints ?? []);
  if ('unread' in checkpoints) {
    const { unread: name } = checkpoints;
    return tampered(AT_START, faultAt(AT_START, 'bad-checkpoint', `${name} is no checkpoint`, { checkpoint: name }));
  }
  let progress = AT_START;
  for await (const lines of linesOf(bytes)) {
    for (const line of lines) {
      if (!line.isEnded && !line.isTooLong) return atUnfinished(progress, line, checkpoints);
      const next = takeLine(progress, line, checkpoints, options);
      if ('code' in next) return tampered(progress, next);
      progress = next;
    }
  }
  return atEnd(progress, checkpoints, options);
}

/** The steps for one line. */
function takeLine(
  progress: Progress,
  line: LogLine,
  checkpoints: readonly ReadCheckpoint[],
  trust: Trust,
): Progress | LogFault {
  const entry = nextEntry(progress, line);
  if ('code' in entry) return entry;
  const checked = checkLogEntry(progress, entry, trust);
  if ('code' in checked) return checked;
  const log = withLine(progress.log, line.bytes, entry.hash);
  return checkOutside({ ...checked, log, last: entry }, checkpoints, trust);
}

function atUnfinished(progress: Progress, { bytes }: LogLine, checkpoints: readonly ReadCheckpoint[]): Walk {
  const cut = cutOffFault(progress, checkpoints);
  if (cut) return tampered(progress, cut);
  if (!isTorn(bytes)) {
    return tampered(
      progress,
      faultAt(progress, 'malformed', 'the last line has no end, and is not the beginning of an entry'),
    );
  }
  const message =
    'the last line has no end: a crash interrupted its writing, or somebody cut it; all before it is in order';
  return incomplete(progress, faultAt(progress, 'unfinished', message), Buffer.from(bytes));
}

function atEnd(progress: Progress, checkpoints: readonly ReadCheckpoint[], { key }: Trust): Walk {
  const cut = cutOffFault(progress, checkpoints);
  if (cut) return tampered(progress, cut);
  const { key: own, log, signed, complete, existed, untrustedTimeStamps } = progress;
  if (own === undefined) return incomplete(progress, faultAt(progress, 'empty', 'the file is empty'), undefined);
  if (key !== undefined && !progress.isCallersKey) {
    return tampered(
      progress,
      faultAt(progress, 'wrong-key', 'the log never had the key that was given', { sequence: 0 }),
    );
  }
  const entries = log.tree.size;
  const verdict: Verdict = {
    outcome: 'verified',
    origin: own.name,
    entries,
    root: rootOf(log.tree).toString('base64'),
    guarantees: {
      chained: entries,
      signed,
      keyFrom: key === undefined ? 'log' : 'caller',
      key: own.text,
      complete,
      existed,
      untrustedTimeStamps,
    },
  };
  return { verdict, progress, torn: undefined };
}

function tampered(progress: Progress, fault: LogFault): Walk {
  return { verdict: { outcome: 'tampered', fault }, progress, torn: undefined };
}

function incomplete(progress: Progress, fault: LogFault, torn: Buffer | undefined): Walk {
  return { verdict: { outcome: 'incomplete', fault }, progress, torn };
}
