// Step of a verification: the log against checkpoints that stand outside of it. Only they can tell that its end was cut off.
import { rootOf } from '../merkle/range.ts';
import { type Checkpoint, parseCheckpoint } from '../notes/checkpoint.ts';
import { checkSignature } from '../notes/signed-note.ts';
import { type Trust, wrongRoot } from './log-entries.ts';
import { faultAt, type Progress } from './progress.ts';
import type { CheckpointKeeper, LogFault } from './verdict.ts';

export interface OutsideCheckpoint {
  /** What it is called in a message, such as the name of its file. */
  readonly name: string;
  readonly text: string;
  readonly keptBy: CheckpointKeeper;
}

export type ReadCheckpoint = Checkpoint & Omit<OutsideCheckpoint, 'text'>;

/** The checkpoints in the order of their sizes, or the first one that is none. */
export function readCheckpoints(given: readonly OutsideCheckpoint[]): ReadCheckpoint[] | { readonly unread: string } {
  const read: ReadCheckpoint[] = [];
  for (const { text, name, keptBy } of given) {
    const checkpoint = parseCheckpoint(text);
    if (checkpoint === undefined) return { unread: name };
    read.push({ ...checkpoint, name, keptBy });
  }
  return read.sort((a, b) => a.size - b.size);
}

/** Compares the log as it is at this place with the checkpoints of this size. */
export function checkOutside(
  progress: Progress,
  checkpoints: readonly ReadCheckpoint[],
  trust: Trust,
): Progress | LogFault {
  let now = progress;
  for (const checkpoint of checkpoints) {
    if (checkpoint.size !== now.log.tree.size) continue;
    const fault = outsideFault(now, checkpoint);
    if (fault) return fault;
    now = withComplete(now, checkpoint, trust);
  }
  return now;
}

/** The first checkpoint that is of more entries than there are. */
export function cutOffFault(progress: Progress, checkpoints: readonly ReadCheckpoint[]): LogFault | undefined {
  const { size } = progress.log.tree;
  const longest = checkpoints.findLast((checkpoint) => checkpoint.size > size);
  if (longest === undefined) return undefined;
  const message = `the log ends before entry ${size}, and had ${longest.size} entries when ${longest.name} was signed`;
  return faultAt(progress, 'cut-off', message, { through: longest.size - 1, checkpoint: longest.name });
}

function outsideFault(progress: Progress, { origin, root, size, note, name }: ReadCheckpoint): LogFault | undefined {
  const { key, log, confirmed } = progress;
  const at = { sequence: Math.max(0, size - 1), checkpoint: name };
  if (origin !== key?.name) return faultAt(progress, 'bad-checkpoint', `${name} is of another log`, at);
  if (!root.equals(rootOf(log.tree))) return wrongRoot(progress, Math.min(confirmed, size - 1), size, name);
  return checkSignature(note, key) === 'signed'
    ? undefined
    : faultAt(progress, 'bad-signature', `${name} is not signed by the key that the log had then`, at);
}

function withComplete(progress: Progress, { size, name, keptBy }: ReadCheckpoint, { key }: Trust): Progress {
  const others = progress.complete.filter((one) => one.keptBy !== keptBy);
  const isReliedOn = key === undefined || progress.isCallersKey || keptBy === 'caller';
  return {
    ...progress,
    confirmed: size,
    signed: isReliedOn ? size : progress.signed,
    complete: [...others, { entries: size, checkpoint: name, keptBy }],
  };
}
