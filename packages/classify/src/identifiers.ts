// The finder of all identifiers: one automaton reads their written forms, checks decide, words beside them raise the confidence.
import type { Finder, Hits, Report } from './finder.ts';
import { compileForms, type FormAutomaton } from './forms.ts';
import type { Identifier } from './identifier.ts';
import { REPORTED_FROM } from './span.ts';
import type { Text } from './text.ts';
import { fieldHasWord, isWholeWord, spellings } from './words-beside.ts';

/** A word counts up to so many bytes before a number, and so many behind it. */
const WORDS_BEFORE = 60;
const WORDS_BEHIND = 30;
/** A word behind a number is weaker than one before: it counts as so many bytes further away. */
const BEHIND_COUNTS_AS = 20;
/** Forms that begin at one place and end at more places than this are no identifiers but tables of numbers. */
const MOST_ENDS = 32;
/** Letters and signs before the first digit of an identifier, at most; a test holds every definition to it. */
export const DIGIT_WITHIN = 12;
/** Bytes of the longest words that name identifiers. */
const LONGEST_WORD = 40;

/** What a trigger word is for. */
interface WordUse {
  readonly identifier: number;
  readonly speaksAgainst: boolean;
}

/** Identifiers of which a form ends at one place. */
interface Ending {
  readonly identifiers: readonly number[];
  /** Those that are told without a word beside them. */
  readonly loud: readonly number[];
}

interface Compiled {
  readonly identifiers: readonly Identifier[];
  readonly automaton: FormAutomaton<Ending>;
  readonly triggers: readonly string[];
  /** Byte lengths of the triggers. */
  readonly lengths: readonly number[];
  readonly uses: readonly (readonly WordUse[])[];
  /** Bytes that a form can begin with. */
  readonly begins: Uint8Array;
  readonly named: Map<string, ReadonlySet<number>>;
}

/**
 * A finder for these identifiers.
 *
 * @throws FormFault where a form is written wrong
 */
export function createIdentifierFinder(identifiers: readonly Identifier[]): Finder {
  const compiled = compile(identifiers);
  return {
    name: 'identifiers',
    kinds: [...new Map(identifiers.map(({ kind }) => [kind.id, kind])).values()],
    triggers: compiled.triggers,
    find: createSearch(compiled),
  };
}

function compile(identifiers: readonly Identifier[]): Compiled {
  const forms = identifiers.flatMap((identifier, index) => identifier.forms.map((form) => ({ form, index })));
  const automaton = compileForms(
    forms.map(({ form }) => form),
    (ended): Ending => {
      const owners = [...new Set(ended.map((form) => forms[form]?.index ?? 0))];
      return {
        identifiers: owners,
        loud: owners.filter((owner) => (identifiers[owner]?.confidence.alone ?? 0) >= REPORTED_FROM),
      };
    },
  );
  const uses = new Map<string, WordUse[]>();
  identifiers.forEach((identifier, index) => {
    for (const [words, speaksAgainst] of [
      [identifier.words, false] as const,
      [identifier.against ?? [], true] as const,
    ]) {
      for (const trigger of new Set(words.flatMap(spellings))) {
        const list = uses.get(trigger) ?? [];
        list.push({ identifier: index, speaksAgainst });
        uses.set(trigger, list);
      }
    }
  });
  const triggers = [...uses.keys()];
  return {
    identifiers,
    automaton,
    triggers,
    lengths: triggers.map((trigger) => Buffer.byteLength(trigger)),
    uses: [...uses.values()],
    begins: Uint8Array.from({ length: 256 }, (_, byte) => (automaton.beginsWith(byte) ? 1 : 0)),
    named: new Map(),
  };
}

const DIGIT = 1;
const LETTER = 2;
const CLASS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x30 && byte <= 0x39) return DIGIT;
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a ? LETTER : 0;
});

/** Nearest words of the current candidate, by identifier; a stamp saves clearing them. */
interface Nearness {
  readonly stamp: Int32Array;
  readonly word: Int32Array;
  readonly against: Int32Array;
}

const FAR = 1 << 20;

function createSearch(compiled: Compiled): Finder['find'] {
  const { automaton, begins, identifiers } = compiled;
  const count = identifiers.length;
  const near: Nearness = {
    stamp: new Int32Array(count),
    word: new Int32Array(count),
    against: new Int32Array(count),
  };
  let candidate = 0;
  const ends = new Int32Array(MOST_ENDS);
  const endings: Ending[] = [];
  const done = new Int32Array(count);

  return (text, hits, report) => {
    const { bytes } = text;
    const named = namedByField(compiled, text.field);
    const asksAll = named.size > 0 || identifiers.some(({ kind }) => report.asked(kind.id));
    let firstHit = 0;
    let digit = -1;
    for (let start = 0; start < bytes.length; start += 1) {
      const byte = bytes[start] as number;
      if (begins[byte] === 0) continue;
      const byteClass = CLASS[byte] as number;
      if (start > 0 && byteClass !== 0 && CLASS[bytes[start - 1] as number] !== 0 && !endsEscape(bytes, start)) {
        continue;
      }
      // Every identifier has a digit near its beginning, and most words have none.
      if (digit < start) digit = nextDigit(bytes, start);
      if (digit === -1) return;
      if (digit - start > DIGIT_WITHIN || isJoinedBefore(bytes, start)) continue;
      const found = automaton.endsFrom(bytes, start, ends, endings);
      if (found === 0) continue;
      while (firstHit < hits.length && (hits.end[firstHit] as number) <= start - WORDS_BEFORE) firstHit += 1;
      const last = ends[found - 1] as number;
      const hasWords = firstHit < hits.length && (hits.end[firstHit] as number) <= last + WORDS_BEHIND + LONGEST_WORD;
      candidate += 1;
      if (hasWords) measureWords(compiled, text, hits, firstHit, start, last, near, candidate);
      for (let i = found - 1; i >= 0; i -= 1) {
        const end = ends[i] as number;
        if (isJoinedBehind(bytes, end)) continue;
        const ending = endings[i] as Ending;
        for (const index of hasWords || asksAll ? ending.identifiers : ending.loud) {
          if (done[index] === candidate) continue;
          if (judge(compiled, text, index, start, end, near, candidate, named, report)) done[index] = candidate;
        }
      }
    }
  };
}

function nextDigit(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) if (CLASS[bytes[at] as number] === DIGIT) return at;
  return -1;
}

/** Judges one identifier at one place; true where it was reported. */
function judge(
  { identifiers }: Compiled,
  text: Text,
  index: number,
  start: number,
  end: number,
  near: Nearness,
  candidate: number,
  named: ReadonlySet<number>,
  report: Report,
): boolean {
  const identifier = identifiers[index] as Identifier;
  const kind = identifier.kind.id;
  const beside = near.stamp[index] === candidate;
  const word = beside ? (near.word[index] as number) : FAR;
  const against = beside ? (near.against[index] as number) : FAR;
  const isNamed = word < FAR || named.has(index);
  const confidence = isNamed ? identifier.confidence.named : identifier.confidence.alone;
  // Nothing at all is said without a word beside it, even where the kind was asked for.
  if (confidence === 0 || (confidence < REPORTED_FROM && !report.asked(kind))) return false;
  if (against < word && !named.has(index)) {
    if (report.explains) {
      report.dropped({
        kind,
        rule: identifier.rule,
        start,
        end,
        why: 'a word beside it says that it is something else',
      });
    }
    return false;
  }
  const written = text.latin1.slice(start, end);
  const verdict = identifier.check?.(written.replace(/[^0-9A-Za-z]/g, '').toUpperCase(), written) ?? true;
  if (verdict !== true) {
    if (report.explains) report.dropped({ kind, rule: identifier.rule, start, end, why: verdict });
    return false;
  }
  report.found({
    kind,
    rule: identifier.rule,
    start,
    end,
    confidence,
    reasons: reasonsOf(identifier, word, named.has(index)),
  });
  return true;
}

function reasonsOf(identifier: Identifier, word: number, byField: boolean): string[] {
  const form = identifier.check ? 'its form and check hold' : 'its form';
  if (byField) return [form, 'the column or key is named so'];
  return word < FAR ? [form, 'a word beside it names it'] : [form];
}

/** Notes for each identifier how near its words stand to `start…end`, within one field and, as a rule, one line. */
function measureWords(
  compiled: Compiled,
  text: Text,
  hits: Hits,
  firstHit: number,
  start: number,
  end: number,
  near: Nearness,
  candidate: number,
): void {
  const { bytes } = text;
  const floor = contextFloor(bytes, start);
  let ceiling = -1;
  for (let i = firstHit; i < hits.length; i += 1) {
    const hitEnd = hits.end[i] as number;
    const trigger = hits.trigger[i] as number;
    const length = compiled.lengths[trigger] as number;
    const hitStart = hitEnd - length;
    if (hitEnd > end + WORDS_BEHIND + LONGEST_WORD) break;
    let distance: number;
    if (hitEnd <= end) {
      if (hitStart < floor || (hitEnd < start && isCutOff(bytes, hitEnd, start))) continue;
      distance = Math.max(0, start - hitEnd);
    } else {
      if (hitStart < end || hitStart > end + WORDS_BEHIND) continue;
      if (ceiling === -1) ceiling = contextCeiling(bytes, end);
      if (hitEnd > ceiling) continue;
      distance = hitStart - end + BEHIND_COUNTS_AS;
    }
    if (!isWholeWord(bytes, hitStart, hitEnd)) continue;
    for (const { identifier, speaksAgainst } of compiled.uses[trigger] as readonly WordUse[]) {
      if (near.stamp[identifier] !== candidate) {
        near.stamp[identifier] = candidate;
        near.word[identifier] = FAR;
        near.against[identifier] = FAR;
      }
      const distances = speaksAgainst ? near.against : near.word;
      if (distance < (distances[identifier] as number)) distances[identifier] = distance;
    }
  }
}

/** How far back words count: not into the field before. */
function contextFloor(bytes: Uint8Array, start: number): number {
  const limit = Math.max(0, start - WORDS_BEFORE);
  for (let at = start - 1; at >= limit; at -= 1) if (bytes[at] === 0x1e) return at + 1;
  return limit;
}

/** Whether a word on an earlier line still names what follows: nothing but signs and space stands between. */
function isCutOff(bytes: Uint8Array, from: number, to: number): boolean {
  let seen = false;
  let crossed = false;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x0a) crossed = true;
    else if (CLASS[byte] !== 0 || byte >= 0x80) seen = true;
    if (seen && crossed) return true;
  }
  return false;
}

function contextCeiling(bytes: Uint8Array, end: number): number {
  const limit = Math.min(bytes.length, end + WORDS_BEHIND + LONGEST_WORD);
  for (let at = end; at < limit; at += 1) if (bytes[at] === 0x0a || bytes[at] === 0x1e) return at;
  return limit;
}

/** Whether the letter or digits before belong to an escape of JSON or of a programming language: `\n`, `\u00e9`. */
function endsEscape(bytes: Uint8Array, start: number): boolean {
  if (bytes[start - 2] === 0x5c) return 'nrtbfv'.includes(String.fromCharCode(bytes[start - 1] as number));
  if (bytes[start - 6] !== 0x5c || bytes[start - 5] !== 0x75) return false;
  for (let at = start - 4; at < start; at += 1) {
    const byte = bytes[at] as number;
    if (CLASS[byte] !== DIGIT && !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)) return false;
  }
  return true;
}

/** `1.` and `7-` before, or a group of a UUID: the number is a part of a longer one. */
function isJoinedBefore(bytes: Uint8Array, start: number): boolean {
  const sign = bytes[start - 1];
  if (sign !== 0x2e && sign !== 0x2d && sign !== 0x2f && sign !== 0x3a) return false;
  const before = CLASS[bytes[start - 2] ?? 0];
  if (before === DIGIT) return true;
  if (before !== LETTER || sign === 0x2f || sign === 0x3a) return false;
  for (let at = start - 3; at >= 0 && at > start - 24; at -= 1) {
    const group = CLASS[bytes[at] as number];
    if (group === DIGIT) return true;
    if (group === 0) return false;
  }
  return false;
}

/** The same behind; a colon may follow (a port), and a solidus (a path, a network's length). */
function isJoinedBehind(bytes: Uint8Array, end: number): boolean {
  const sign = bytes[end];
  if (sign === undefined) return false;
  if (CLASS[sign] !== 0 || sign === 0x40) return true;
  if (sign === 0x2e) return CLASS[bytes[end + 1] ?? 0] === DIGIT;
  if (sign !== 0x2d) return false;
  for (let at = end + 1; at < end + 24; at += 1) {
    const group = CLASS[bytes[at] ?? 0];
    if (group === DIGIT) return true;
    if (group === 0) return false;
  }
  return false;
}

const NONE: ReadonlySet<number> = new Set();
/** A store with a million keys of their own must not fill the memory with them. */
const MOST_FIELDS = 10_000;

/** Identifiers that the name of the column or key names. */
function namedByField({ identifiers, named }: Compiled, field: string | undefined): ReadonlySet<number> {
  if (field === undefined) return NONE;
  const known = named.get(field);
  if (known) return known;
  const set = new Set(
    identifiers.flatMap(({ words, against = [] }, index) =>
      words.some((word) => fieldHasWord(field, word)) && !against.some((word) => fieldHasWord(field, word))
        ? [index]
        : [],
    ),
  );
  if (named.size >= MOST_FIELDS) named.clear();
  named.set(field, set);
  return set;
}
