// Step of a verification: what the log's own entries say is so. Each type has its check; other types are the callers' business.
import { hash } from 'node:crypto';
import type { Entry } from '../entries/entry.ts';
import {
  isLogType,
  isRecoveryEntry,
  LOG_TYPES,
  readCheckpointEntry,
  readOpening,
  readRotationEntry,
  readTimeStampEntry,
} from '../entries/log-types.ts';
import { rootOf } from '../merkle/range.ts';
import type { TreeStatement } from '../notes/checkpoint.ts';
import { checkSignature, type SignedNote } from '../notes/signed-note.ts';
import type { VerifierKey } from '../notes/verifier-key.ts';
import type { TokenCertificate } from '../time-stamp/token.ts';
import { verifyTimeStamp } from '../time-stamp/verify-time-stamp.ts';
import { faultAt, type Progress, type StampedCheckpoint } from './progress.ts';
import type { LogFault } from './verdict.ts';

export interface Trust {
  /** The caller's key, as the text of a verifier key. */
  readonly key?: VerifierKey;
  /** Roots of time-stamping authorities. */
  readonly timeRoots?: readonly TokenCertificate[];
}

type Check = (progress: Progress, entry: Entry, trust: Trust) => Progress | LogFault;

const CHECKS: Record<string, Check> = {
  [LOG_TYPES.opened]: checkOpening,
  [LOG_TYPES.checkpoint]: checkCheckpoint,
  [LOG_TYPES.keyRotated]: checkRotation,
  [LOG_TYPES.timeStamped]: checkTimeStamp,
  [LOG_TYPES.recovered]: checkRecovery,
};

/** @param progress before the entry, of which place and hash are verified */
export function checkLogEntry(progress: Progress, entry: Entry, trust: Trust): Progress | LogFault {
  const isFirst = entry.sequence === 0;
  if (isFirst !== (entry.type === LOG_TYPES.opened)) {
    return faultAt(progress, 'no-opening', 'a log is opened by its first entry, and by no other');
  }
  if (!isLogType(entry.type)) return progress;
  const check = CHECKS[entry.type];
  return check
    ? check(progress, entry, trust)
    : faultAt(progress, 'bad-log-entry', 'the log has no entries of this type');
}

function checkOpening(progress: Progress, { payload }: Entry, trust: Trust): Progress | LogFault {
  const opening = readOpening(payload);
  if (opening === undefined)
    return faultAt(progress, 'no-opening', 'the entry names no format and key that are known here');
  return { ...progress, key: opening.key, isCallersKey: opening.key.text === trust.key?.text };
}

function checkCheckpoint(progress: Progress, { payload, sequence }: Entry, trust: Trust): Progress | LogFault {
  const checkpoint = readCheckpointEntry(payload);
  if (checkpoint === undefined) return faultAt(progress, 'bad-log-entry', 'the entry holds no checkpoint');
  const fault = statementFault(progress, checkpoint, checkpoint.note);
  if (fault) return fault;
  const stamped = { sha256: hash('sha256', checkpoint.text, 'buffer'), size: checkpoint.size };
  return { ...confirmed(progress, trust), checkpoints: withCheckpoint(progress, sequence, stamped) };
}

function checkRotation(progress: Progress, { payload }: Entry, trust: Trust): Progress | LogFault {
  const rotation = readRotationEntry(payload);
  if (rotation === undefined || rotation.next.name !== progress.key?.name) {
    return faultAt(progress, 'bad-log-entry', 'the entry names no next key of this log');
  }
  const fault = statementFault(progress, rotation, rotation.note);
  if (fault) return fault;
  const isCallersKey = progress.isCallersKey || rotation.next.text === trust.key?.text;
  return { ...confirmed(progress, trust), key: rotation.next, isCallersKey };
}

function checkTimeStamp(progress: Progress, { payload }: Entry, { timeRoots }: Trust): Progress | LogFault {
  const found = readTimeStampEntry(payload);
  const checkpoint = found && progress.checkpoints.get(found.checkpoint);
  if (checkpoint === undefined) {
    return faultAt(progress, 'bad-log-entry', 'the entry holds no time stamp on one of the last checkpoints');
  }
  const expected = { imprint: checkpoint.sha256, ...(timeRoots && { roots: timeRoots }) };
  const stamp = verifyTimeStamp(found?.token ?? Buffer.alloc(0), expected);
  const untrusted = { ...progress, untrustedTimeStamps: progress.untrustedTimeStamps + 1 };
  if ('code' in stamp) {
    // Another root than that of the authority was given: the caller's choice, and no sign of a change.
    if (stamp.code === 'untrusted-root') return untrusted;
    return faultAt(progress, 'bad-time-stamp', stamp.message, { timeStamp: stamp.code });
  }
  if (!stamp.isTrusted) return untrusted;
  return { ...progress, existed: { entries: checkpoint.size, at: stamp.at, authority: stamp.authority } };
}

function checkRecovery(progress: Progress, { payload }: Entry): Progress | LogFault {
  return isRecoveryEntry(payload)
    ? progress
    : faultAt(progress, 'bad-log-entry', 'the entry does not say what was taken off');
}

/** Why a signed statement in the log is not one on the entries before it. */
function statementFault(
  progress: Progress,
  { origin, size, root }: TreeStatement,
  note: SignedNote,
): LogFault | undefined {
  const { log, key, confirmed: from } = progress;
  if (key === undefined || origin !== key.name || size !== log.tree.size) {
    return faultAt(progress, 'bad-log-entry', 'the statement is of another log or of another place in it');
  }
  if (checkSignature(note, key) !== 'signed') {
    return faultAt(progress, 'bad-signature', 'the statement is not signed by the key of the log');
  }
  return root.equals(rootOf(log.tree)) ? undefined : wrongRoot(progress, from, size);
}

export function wrongRoot(progress: Progress, from: number, size: number, checkpoint?: string): LogFault {
  const which = from === size - 1 ? `entry ${from} is` : `of the entries ${from} to ${size - 1} at least one is`;
  const message = `${which} not what was signed; all hashes after the change were written anew`;
  return faultAt(progress, 'wrong-root', message, {
    sequence: from,
    through: size - 1,
    ...(checkpoint !== undefined && { checkpoint }),
  });
}

function confirmed(progress: Progress, { key }: Trust): Progress {
  const { size } = progress.log.tree;
  const counts = key === undefined || progress.isCallersKey;
  return { ...progress, confirmed: size, signed: counts ? size : progress.signed };
}

/** A time stamp has to come before so many later checkpoints: memory stays flat. */
const REMEMBERED = 256;

function withCheckpoint({ checkpoints }: Progress, sequence: number, stamped: StampedCheckpoint) {
  return new Map([...[...checkpoints].slice(1 - REMEMBERED), [sequence, stamped]] as const);
}
