// The words that stand beside a possible identifier, and how near: they name it, or say that it is something else.
import type { Hits } from './finder.ts';
import { longestOf } from './forms/notation.ts';
import type { Identifier } from './identifier.ts';
import type { Text } from './text.ts';
import { fieldHasWord, isWholeWord, spellings } from './words-beside.ts';

/** A word counts up to so many bytes before a number, and so many behind it. */
const WORDS_BEFORE = 60;
const WORDS_BEHIND = 30;
/** A word behind a number is weaker than one before: it counts as so many bytes further away. */
const BEHIND_COUNTS_AS = 20;
/** Bytes of the longest words that name identifiers. */
const LONGEST_WORD = 40;

/** Bytes of the longest identifiers that stand before a word. */
const LONGEST_IDENTIFIER = 64;

/** The distance of a word that is not there. */
export const FAR = 1 << 20;

export interface IdentifierWords {
  readonly triggers: readonly string[];
  /** Begins a text: of the hits only whole words stay. */
  take(text: Text, hits: Hits): void;
  /** Identifiers that are told only beside a word, by the words that name them: one group for all words that name the same. */
  readonly groups: readonly (readonly number[])[];
  /** Writes the groups of which a word stands within reach of `start`, each once; returns how many. Places come in order. */
  groupsNear(start: number, found: Int32Array): number;
  /** Visits the stretches where an identifier of letters alone may stand, since a word names it; in order, overlapping. */
  eachNameOfLetters(visit: (from: number, to: number) => void): void;
  /** Measures the words beside `start…end`; then `word` and `against` tell of this place. */
  measure(start: number, end: number): void;
  /** Bytes to the nearest word that names this identifier, or FAR. */
  word(identifier: number): number;
  /** Bytes to the nearest word that speaks against it, or FAR. */
  against(identifier: number): number;
  /** Identifiers that the name of a column or key names. */
  namedBy(field: string | undefined): ReadonlySet<number>;
}

/** What a trigger word is for. */
interface WordUse {
  readonly identifier: number;
  readonly speaksAgainst: boolean;
}

/** How an identifier is looked for: by its digits, wherever they stand or only beside a word, or by a word alone. */
export type LookedForBy = 'digits' | 'digits beside a word' | 'word';

/** @param ways how each of the identifiers is looked for */
export function createIdentifierWords(
  identifiers: readonly Identifier[],
  ways: readonly LookedForBy[],
): IdentifierWords {
  const uses = usesOf(identifiers);
  const triggers = [...uses.keys()];
  const usesOfTrigger = [...uses.values()];
  const lengths = Int32Array.from(triggers, (trigger) => Buffer.byteLength(trigger));
  const named = usesOfTrigger.map((list) =>
    list.filter(({ speaksAgainst }) => !speaksAgainst).map((use) => use.identifier),
  );
  const namesLetters = Uint8Array.from(named, (list) => (list.some((index) => ways[index] === 'word') ? 1 : 0));
  const { groups, groupOf } = groupsOf(
    named.map((list) => list.filter((index) => ways[index] === 'digits beside a word')),
  );
  const reaches = Int32Array.from(groups, (group) =>
    reachOf(group.flatMap((index) => identifiers[index]?.forms ?? [])),
  );
  const fields = new Map<string, ReadonlySet<number>>();

  let bytes: Uint8Array = new Uint8Array();
  let count = 0;
  let words = new Int32Array(256);
  let ends = new Int32Array(256);
  let first = 0;
  /** Words of groups: their indices among the words, and the first that is still in reach. */
  let grouped = new Int32Array(256);
  let groupedCount = 0;
  let firstGrouped = 0;
  const lastNear = new Int32Array(groups.length).fill(-1);

  let stamp = 0;
  const stamps = new Int32Array(identifiers.length);
  const nearest = new Int32Array(identifiers.length);
  const nearestAgainst = new Int32Array(identifiers.length);

  const moveTo = (start: number) => {
    while (first < count && (ends[first] as number) <= start - WORDS_BEFORE) first += 1;
  };
  /** How far from `start…end` a word stands, or FAR where it does not count. */
  const distanceOf = (i: number, start: number, end: number, floor: number, ceiling: number): number => {
    const wordEnd = ends[i] as number;
    const wordStart = wordEnd - (lengths[words[i] as number] as number);
    if (wordEnd <= end) {
      if (wordStart < floor || (wordEnd < start && isCutOff(bytes, wordEnd, start))) return FAR;
      return Math.max(0, start - wordEnd);
    }
    if (wordStart < end || wordStart > end + WORDS_BEHIND || wordEnd > ceiling) return FAR;
    return wordStart - end + BEHIND_COUNTS_AS;
  };

  return {
    triggers,
    groups,
    take(text, hits) {
      bytes = text.bytes;
      count = 0;
      first = 0;
      groupedCount = 0;
      firstGrouped = 0;
      lastNear.fill(-1);
      if (hits.length > ends.length) {
        words = new Int32Array(hits.length * 2);
        ends = new Int32Array(hits.length * 2);
        grouped = new Int32Array(hits.length * 2);
      }
      for (let i = 0; i < hits.length; i += 1) {
        const end = hits.end[i] as number;
        const trigger = hits.trigger[i] as number;
        if (!isWholeWord(bytes, end - (lengths[trigger] as number), end)) continue;
        words[count] = trigger;
        ends[count] = end;
        if (groupOf[trigger] !== -1) {
          grouped[groupedCount] = count;
          groupedCount += 1;
        }
        count += 1;
      }
    },
    groupsNear(start, found) {
      let near = 0;
      for (let i = firstGrouped; i < groupedCount; i += 1) {
        const word = grouped[i] as number;
        const end = ends[word] as number;
        if (end <= start - WORDS_BEFORE) {
          firstGrouped = i + 1;
          continue;
        }
        if (end > start + LONGEST_IDENTIFIER + WORDS_BEHIND + LONGEST_WORD) break;
        const group = groupOf[words[word] as number] as number;
        const begin = end - (lengths[words[word] as number] as number);
        if (lastNear[group] === start || begin > start + (reaches[group] as number)) continue;
        lastNear[group] = start;
        found[near] = group;
        near += 1;
      }
      return near;
    },
    eachNameOfLetters(visit) {
      // The places visited are behind those of the digits: the reading of words begins anew.
      first = 0;
      for (let i = 0; i < count; i += 1) {
        if (namesLetters[words[i] as number] === 0) continue;
        const end = ends[i] as number;
        visit(
          Math.max(0, end - LONGEST_WORD - WORDS_BEHIND - LONGEST_IDENTIFIER),
          Math.min(bytes.length, end + WORDS_BEFORE),
        );
      }
    },
    measure(start, end) {
      moveTo(start);
      stamp += 1;
      let floor = -1;
      let ceiling = -1;
      for (let i = first; i < count; i += 1) {
        if ((ends[i] as number) > end + WORDS_BEHIND + LONGEST_WORD) break;
        if (floor === -1) {
          floor = contextFloor(bytes, start);
          ceiling = contextCeiling(bytes, end);
        }
        const distance = distanceOf(i, start, end, floor, ceiling);
        if (distance === FAR) continue;
        for (const { identifier, speaksAgainst } of usesOfTrigger[words[i] as number] as readonly WordUse[]) {
          if (stamps[identifier] !== stamp) {
            stamps[identifier] = stamp;
            nearest[identifier] = FAR;
            nearestAgainst[identifier] = FAR;
          }
          const distances = speaksAgainst ? nearestAgainst : nearest;
          if (distance < (distances[identifier] as number)) distances[identifier] = distance;
        }
      }
    },
    word: (identifier) => (stamps[identifier] === stamp ? (nearest[identifier] as number) : FAR),
    against: (identifier) => (stamps[identifier] === stamp ? (nearestAgainst[identifier] as number) : FAR),
    namedBy: (field) => (field === undefined ? NONE : namedByField(identifiers, field, fields)),
  };
}

function usesOf(identifiers: readonly Identifier[]): Map<string, WordUse[]> {
  const uses = new Map<string, WordUse[]>();
  identifiers.forEach(({ words, against = [] }, identifier) => {
    for (const [list, speaksAgainst] of [[words, false] as const, [against, true] as const]) {
      for (const trigger of new Set(list.flatMap(spellings))) {
        const known = uses.get(trigger);
        if (known) known.push({ identifier, speaksAgainst });
        else uses.set(trigger, [{ identifier, speaksAgainst }]);
      }
    }
  });
  return uses;
}

/** Numbers the lists of identifiers that words name, lists that are the same once; a word that names none has group -1. */
function groupsOf(named: readonly (readonly number[])[]): { groups: readonly number[][]; groupOf: Int32Array } {
  const numbers = new Map<string, number>();
  const groups: number[][] = [];
  const groupOf = Int32Array.from(named, (list) => {
    if (list.length === 0) return -1;
    const group = [...new Set(list)].sort((a, b) => a - b);
    const known = numbers.get(group.join());
    if (known !== undefined) return known;
    numbers.set(group.join(), groups.length);
    return groups.push(group) - 1;
  });
  return { groups, groupOf };
}

/** Bytes from the beginning of an identifier within which a word behind it begins. */
function reachOf(forms: readonly string[]): number {
  return Math.max(...forms.map(longestOf)) + WORDS_BEHIND;
}

const RECORD_SEPARATOR = 0x1e;
const LINE_FEED = 0x0a;

/** How far back words count: not into the field before. */
function contextFloor(bytes: Uint8Array, start: number): number {
  const limit = Math.max(0, start - WORDS_BEFORE);
  for (let at = start - 1; at >= limit; at -= 1) if (bytes[at] === RECORD_SEPARATOR) return at + 1;
  return limit;
}

function contextCeiling(bytes: Uint8Array, end: number): number {
  const limit = Math.min(bytes.length, end + WORDS_BEHIND + LONGEST_WORD);
  for (let at = end; at < limit; at += 1) {
    if (bytes[at] === LINE_FEED || bytes[at] === RECORD_SEPARATOR) return at;
  }
  return limit;
}

/** A word on an earlier line names what follows only where nothing but signs and space stands between. */
function isCutOff(bytes: Uint8Array, from: number, to: number): boolean {
  let seen = false;
  let crossed = false;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte === LINE_FEED) crossed = true;
    else if (byte >= 0x80 || isAlphanumeric(byte)) seen = true;
    if (seen && crossed) return true;
  }
  return false;
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}

const NONE: ReadonlySet<number> = new Set();
/** A store with a million keys of their own must not fill the memory with them. */
const MOST_FIELDS = 10_000;

function namedByField(
  identifiers: readonly Identifier[],
  field: string,
  known: Map<string, ReadonlySet<number>>,
): ReadonlySet<number> {
  const before = known.get(field);
  if (before) return before;
  const has = (words: readonly string[]) => words.some((word) => fieldHasWord(field, word));
  const named = new Set(
    identifiers.flatMap(({ words, against = [] }, index) => (has(words) && !has(against) ? [index] : [])),
  );
  if (known.size >= MOST_FIELDS) known.clear();
  known.set(field, named);
  return named;
}
