// The core of the writer, without a file: state and draft in, line and next state out.
import { type Draft, encodeEntry, isId } from '../entries/entry.ts';
import { type EntryType, fieldFault } from '../entries/fields.ts';
import {
  isLogType,
  LOG_TYPES,
  openingPayload,
  recoveryPayload,
  type TornLine,
  timeStampPayload,
} from '../entries/log-types.ts';
import { BUILT_IN_TYPES } from '../entries/types.ts';
import { rootOf } from '../merkle/range.ts';
import { signCheckpoint, type TreeStatement } from '../notes/checkpoint.ts';
import { signKeyRotation } from '../notes/key-rotation.ts';
import type { SigningKey } from '../notes/signing-key.ts';
import type { VerifierKey } from '../notes/verifier-key.ts';
import { EMPTY_LOG, type LogState, withLine } from './state.ts';

export interface Appended {
  /** Without the line feed. */
  readonly line: string;
  readonly state: LogState;
  readonly sequence: number;
  readonly hash: string;
}

/** Why a draft may not stand in the log; nothing of its values is quoted. */
export interface RefusedDraft {
  readonly code: 'refused-entry';
  readonly field: string;
  readonly message: string;
}

/** Who and when: the log has neither a clock nor an author of its own. */
export interface Occasion {
  readonly at: number;
  readonly author: string;
}

/** Adds what a caller has to say, if its type is known and its payload keeps to the closed schema of that type. */
export function appendEntry(
  state: LogState,
  draft: Draft,
  types: readonly EntryType[] = BUILT_IN_TYPES,
): Appended | RefusedDraft {
  const known = types.find(({ type }) => type === draft.type);
  if (known === undefined || isLogType(draft.type)) {
    return refused('type', `there is no such type here; there are ${types.map(({ type }) => type).join(', ')}`);
  }
  const fault = fieldFault(draft.payload, known);
  return fault ? refused(`payload.${fault.field}`, fault.message) : place(state, draft);
}

/** The first entry of a log, which names its key. */
export function openingEntry(key: VerifierKey, occasion: Occasion): Appended | RefusedDraft {
  return place(EMPTY_LOG, { ...occasion, type: LOG_TYPES.opened, payload: openingPayload(key) });
}

/** An entry with a signed checkpoint of all entries before it. */
export function checkpointEntry(
  state: LogState,
  key: SigningKey,
  occasion: Occasion,
): (Appended & { readonly note: string }) | RefusedDraft {
  const note = signCheckpoint(statementOf(state, key), key);
  const appended = place(state, { ...occasion, type: LOG_TYPES.checkpoint, payload: { note } });
  return isRefused(appended) ? appended : { ...appended, note };
}

/** An entry in which the old key names the next one; it is a checkpoint of all entries before it as well. */
export function rotationEntry(
  state: LogState,
  old: SigningKey,
  next: VerifierKey,
  occasion: Occasion,
): Appended | RefusedDraft {
  if (next.name !== old.verifier.name) return refused('key', 'the next key of a log has the name of the log');
  const payload = { note: signKeyRotation(statementOf(state, old), next, old) };
  return place(state, { ...occasion, type: LOG_TYPES.keyRotated, payload });
}

/** An entry with an authority's time stamp on the checkpoint of an earlier entry. */
export function timeStampEntry(
  state: LogState,
  checkpoint: number,
  token: Buffer,
  occasion: Occasion,
): Appended | RefusedDraft {
  return place(state, { ...occasion, type: LOG_TYPES.timeStamped, payload: timeStampPayload({ checkpoint, token }) });
}

/** An entry that says that an unfinished line was taken off the end, and what its bytes were. */
export function recoveryEntry(state: LogState, torn: TornLine, occasion: Occasion): Appended | RefusedDraft {
  return place(state, { ...occasion, type: LOG_TYPES.recovered, payload: recoveryPayload(torn) });
}

/** What a key signs of a log: its tree as it is now. */
export function statementOf({ tree }: LogState, key: SigningKey): TreeStatement {
  return { origin: key.verifier.name, size: tree.size, root: rootOf(tree) };
}

function place(state: LogState, draft: Draft): Appended | RefusedDraft {
  if (!isId(draft.author)) return refused('author', 'it has to be an id of letters, digits and . _ : / -, not a name');
  if (!isId(draft.type)) return refused('type', 'it has to be an id of letters, digits and . _ : / -');
  if (!Number.isInteger(draft.at) || draft.at < 0 || draft.at > LATEST) {
    return refused('at', 'it has to be milliseconds since 1970');
  }
  const sequence = state.tree.size;
  const encoded = encodeEntry(draft, sequence, state.last);
  if (encoded === undefined) return refused('payload', 'it is too long, or a text in it is not Unicode');
  const { line, entry } = encoded;
  return { line, sequence, hash: entry.hash, state: withLine(state, Buffer.from(line), entry.hash) };
}

/** The last millisecond that ISO 8601 writes with four digits of a year. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Whether a draft was refused. */
export function isRefused<Kept extends object>(result: Kept | RefusedDraft): result is RefusedDraft {
  return 'code' in result;
}

function refused(field: string, message: string): RefusedDraft {
  return { code: 'refused-entry', field, message };
}
