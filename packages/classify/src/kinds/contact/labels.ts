// Labels: whether a word such as `phone:`, `"tel":` or 電話 names a value, before it, behind it or as its column's name.
import type { Hits } from '../../finder.ts';
import { byteLength, type Text } from '../../text.ts';
import { fieldHasWord, isWholeWord, spellings } from '../../words-beside.ts';

/** Bytes before a value in which a word counts, and bytes behind it. */
const BEFORE = 60;
const BEHIND = 30;
/** The record separator of ASCII, which the readers of tables put between two fields. */
const FIELD_END = 0x1e;
const FIELD_END_CHARACTER = String.fromCharCode(FIELD_END);
/** Signs that part a value from what stands behind it. */
const PARTING = /["'\n:=;|]/;

/** Words of a finder, each with the role that it plays: `phone`, `version`. */
export interface WordSet<Role extends string> {
  /** What the finder hands out as its triggers. */
  readonly triggers: readonly string[];
  readonly roles: readonly Role[];
  /** Length of each trigger in bytes. */
  readonly bytes: Int32Array;
}

export interface WordBeside<Role extends string> {
  readonly role: Role;
  /** Only punctuation stands between the word and the value: the word is the value's label. */
  readonly label: boolean;
}

/** Words as triggers. A space in a word stands for a space, `_`, `-` or nothing. */
export function wordSet<Role extends string>(words: Readonly<Record<Role, readonly string[]>>): WordSet<Role> {
  const roleOfTrigger = new Map<string, Role>();
  for (const role of Object.keys(words) as Role[]) {
    for (const trigger of words[role].flatMap(spellings)) {
      if (!roleOfTrigger.has(trigger)) roleOfTrigger.set(trigger, role);
    }
  }
  const triggers = [...roleOfTrigger.keys()];
  return { triggers, roles: [...roleOfTrigger.values()], bytes: Int32Array.from(triggers, byteLength) };
}

/** The nearest word before `at`, if nothing between says that it labels something else. */
export function wordBefore<Role extends string>(
  set: WordSet<Role>,
  text: Text,
  hits: Hits,
  at: number,
  reach: number = BEFORE,
): WordBeside<Role> | undefined {
  let best = -1;
  for (let index = lastUpTo(hits, at); index >= 0; index--) {
    const end = hits.end[index] as number;
    if (end < at - reach || (best >= 0 && end !== hits.end[best])) break;
    if (!stands(set, text, hits, index)) continue;
    if (best < 0 || length(set, hits, index) > length(set, hits, best)) best = index;
  }
  if (best < 0) return undefined;
  const gap = gapBetween(text, hits.end[best] as number, at);
  return gap === undefined ? undefined : { role: roleOf(set, hits, best), label: gap };
}

/** A word just behind `at`, which is not itself the label of what comes next. */
export function wordBehind<Role extends string>(
  set: WordSet<Role>,
  text: Text,
  hits: Hits,
  at: number,
  reach: number = BEHIND,
): WordBeside<Role> | undefined {
  for (let index = lastUpTo(hits, at) + 1; index < hits.length; index++) {
    const end = hits.end[index] as number;
    if (end > at + reach) return undefined;
    const start = end - length(set, hits, index);
    if (start < at || !stands(set, text, hits, index)) continue;
    const gap = text.latin1.slice(at, start);
    if (
      PARTING.test(gap) ||
      gap.includes(FIELD_END_CHARACTER) ||
      /^\w*["']?\s{0,2}[:=]/.test(text.latin1.slice(end, end + 20))
    )
      return undefined;
    return { role: roleOf(set, hits, index), label: false };
  }
  return undefined;
}

/** Reads the role of a column's or key's name, remembering the last name, since a column's values come in a row. */
export function fieldReader<Role extends string>(set: WordSet<Role>): (field: string | undefined) => Role | undefined {
  let lastField: string | undefined;
  let lastRole: Role | undefined;
  return (field) => {
    if (field === lastField) return lastRole;
    lastField = field;
    lastRole = field === undefined ? undefined : roleOfField(set, field);
    return lastRole;
  };
}

/** The role of the longest word in a name. */
function roleOfField<Role extends string>(set: WordSet<Role>, field: string): Role | undefined {
  let best = -1;
  for (let index = 0; index < set.triggers.length; index++) {
    if (best >= 0 && (set.bytes[index] as number) <= (set.bytes[best] as number)) continue;
    if (fieldHasWord(field, set.triggers[index] as string)) best = index;
  }
  return best < 0 ? undefined : set.roles[best];
}

/** Whether a hit is a word of its own. */
export function stands<Role extends string>(set: WordSet<Role>, text: Text, hits: Hits, index: number): boolean {
  const end = hits.end[index] as number;
  return isWholeWord(text.bytes, end - length(set, hits, index), end);
}

export function roleOf<Role extends string>(set: WordSet<Role>, hits: Hits, index: number): Role {
  return set.roles[hits.trigger[index] as number] as Role;
}

function length<Role extends string>(set: WordSet<Role>, hits: Hits, index: number): number {
  return set.bytes[hits.trigger[index] as number] as number;
}

/**
 * What stands between a word and the value behind it: undefined where it cuts the two apart (another key, another line
 * with words of its own), true where it is punctuation only.
 */
function gapBetween(text: Text, from: number, to: number): boolean | undefined {
  let keys = 0;
  let lines = 0;
  let words = 0;
  for (let at = from; at < to; at++) {
    const byte = text.bytes[at];
    if (byte === 0x3a || byte === 0x3d) keys++;
    else if (byte === 0x0a) lines++;
    else if (byte === FIELD_END) return undefined;
    // A sentence that ends between is as good as a word between: `does it work? 305-…`.
    else if (isLetter(byte) || isDigit(byte) || byte === 0x3f || byte === 0x21) words++;
  }
  if (keys > 1) return undefined;
  // Letters that belong to the word itself (`phoneNumber`, `telefonisch`) are no words between.
  let rest = from;
  while (rest < to && isNamePart(text.bytes[rest])) rest++;
  const ownLetters = countAlphanumerics(text.bytes, from, rest);
  if (lines > 0 && words > ownLetters) return undefined;
  return words === ownLetters;
}

function countAlphanumerics(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (isLetter(bytes[at]) || isDigit(bytes[at])) count++;
  return count;
}

/** Index of the last hit that ends at or before `at`; -1 for none. */
function lastUpTo(hits: Hits, at: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits.end[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

export function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function isNamePart(byte: number | undefined): boolean {
  return isLetter(byte) || isDigit(byte) || byte === 0x5f;
}
