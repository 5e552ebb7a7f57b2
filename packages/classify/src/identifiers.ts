// The finder of all identifiers: one automaton reads their written forms, checks decide, words beside them raise the confidence.
import type { Finder, Report } from './finder.ts';
import { compileForms, type FormAutomaton, leadOf } from './forms.ts';
import type { Identifier } from './identifier.ts';
import { createIdentifierWords, FAR, type IdentifierWords } from './identifier-words.ts';
import { REPORTED_FROM } from './span.ts';
import type { Text } from './text.ts';

/** Forms that begin at one place and end at more places than this are no identifiers but tables of numbers. */
const MOST_ENDS = 32;
/** Letters and signs before the first digit of an identifier, where it does not stand in the first word. */
const BYTES_BEFORE_DIGIT = 9;

/** Identifiers of which a form ends at one place. */
interface Ending {
  readonly identifiers: readonly number[];
  /** Those that are told without a word beside them. */
  readonly loud: readonly number[];
}

/** Forms by where they have to be looked for. */
interface Families {
  /** A digit stands in their first word, or soon after a short one. */
  readonly digits: FormAutomaton<Ending>;
  /** They may be letters alone, and are told only beside a word that names them. */
  readonly letters: FormAutomaton<Ending>;
}

/**
 * A finder for these identifiers.
 *
 * @throws FormFault where a form is written wrong
 */
export function createIdentifierFinder(identifiers: readonly Identifier[]): Finder {
  const words = createIdentifierWords(identifiers, isOfLetters);
  return {
    name: 'identifiers',
    kinds: [...new Map(identifiers.map(({ kind }) => [kind.id, kind])).values()],
    triggers: words.triggers,
    placeOf: () => 'whole word',
    find: createSearch(identifiers, words),
  };
}

/** Whether it is told without a word beside it. */
function isLoud(identifier: Identifier | undefined): boolean {
  return (identifier?.confidence.alone ?? 0) >= REPORTED_FROM;
}

/** Whether one of its forms may be letters alone, so that no digit leads to it. */
function isOfLetters(identifier: Identifier): boolean {
  return !isLoud(identifier) && identifier.forms.some((form) => leadOf(form) > BYTES_BEFORE_DIGIT);
}

function familiesOf(identifiers: readonly Identifier[]): Families {
  const forms = identifiers.flatMap((identifier, owner) => {
    const ofLetters = isOfLetters(identifier);
    return identifier.forms.map((form) => ({ form, owner, ofLetters }));
  });
  const compile = (list: typeof forms) =>
    compileForms(
      list.map(({ form }) => form),
      (ended): Ending => {
        const owners = [...new Set(ended.map((form) => list[form]?.owner ?? 0))];
        return { identifiers: owners, loud: owners.filter((owner) => isLoud(identifiers[owner])) };
      },
    );
  return {
    digits: compile(forms.filter(({ ofLetters }) => !ofLetters)),
    letters: compile(forms.filter(({ ofLetters }) => ofLetters)),
  };
}

/** Bytes that forms can begin with. */
function beginningsOf({ digits, letters }: Families): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (digits.beginsWith(byte) || letters.beginsWith(byte) ? 1 : 0));
}

const DIGIT = 1;
const LETTER = 2;
const CLASS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x30 && byte <= 0x39) return DIGIT;
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a ? LETTER : 0;
});

/** What may stand before the first digit: letters, separators, and bytes of other scripts. */
const MAY_LEAD = Uint8Array.from({ length: 256 }, (_, byte) =>
  CLASS[byte] !== 0 || byte >= 0x80 || ' -./+(:'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

function createSearch(identifiers: readonly Identifier[], words: IdentifierWords): Finder['find'] {
  const families = familiesOf(identifiers);
  const beginnings = beginningsOf(families);
  const ends = new Int32Array(MOST_ENDS);
  const endings: Ending[] = [];
  /** By identifier: the number of the last place where it was reported. */
  const done = new Int32Array(identifiers.length);
  let place = 0;

  /** Reads the forms of one family that begin at `start`. */
  const readAt = (
    family: FormAutomaton<Ending>,
    text: Text,
    start: number,
    named: ReadonlySet<number>,
    report: Report,
    asksAll: boolean,
  ) => {
    const found = family.endsFrom(text.bytes, start, CLASS, ends, endings);
    if (found === 0) return;
    const last = ends[found - 1] as number;
    const hasWords = words.isNamedNear(start, last);
    let measured = false;
    for (let i = found - 1; i >= 0; i -= 1) {
      const end = ends[i] as number;
      const ending = endings[i] as Ending;
      const candidates = hasWords || asksAll ? ending.identifiers : ending.loud;
      if (candidates.length === 0 || isJoinedBehind(text.bytes, end)) continue;
      if (!measured) words.measure(start, last);
      measured = true;
      for (const index of candidates) {
        if (done[index] === place) continue;
        if (judge(identifiers[index] as Identifier, index, text, start, end, words, named.has(index), report)) {
          done[index] = place;
        }
      }
    }
  };

  return (text, hits, report) => {
    const { bytes } = text;
    words.take(text, hits);
    const named = words.namedBy(text.field);
    const asksAll = named.size > 0 || identifiers.some(({ kind }) => report.asked(kind.id));
    const readFrom = (family: FormAutomaton<Ending>, start: number) => {
      if (beginnings[bytes[start] as number] === 0 || isJoinedBefore(bytes, start)) return;
      place += 1;
      readAt(family, text, start, named, report, asksAll);
    };
    // Every identifier of this family has a digit near its beginning, so digits lead to them.
    for (let digit = nextDigit(bytes, 0), seen = 0; digit < bytes.length; digit = nextDigit(bytes, seen)) {
      const word = wordStart(bytes, digit, seen);
      if (word > digit) {
        // The digit belonged to an escape.
        seen = word;
        continue;
      }
      const earliest = Math.max(seen, digit - BYTES_BEFORE_DIGIT);
      let lead = word;
      while (lead > earliest && MAY_LEAD[bytes[lead - 1] as number] === 1) lead -= 1;
      for (let start = lead; start < word; start += 1) if (isStart(bytes, start)) readFrom(families.digits, start);
      readFrom(families.digits, word);
      seen = wordEnd(bytes, digit);
    }
    // Those of letters alone are told only beside a word that names them, so these words lead to them.
    let seen = 0;
    const readWords = (from: number, to: number) => {
      for (let start = Math.max(seen, from); start < to; start += 1) {
        if (isStart(bytes, start)) readFrom(families.letters, start);
      }
      seen = Math.max(seen, to);
    };
    if (asksAll) {
      words.take(text, hits);
      readWords(0, bytes.length);
    } else words.eachNameOfLetters(readWords);
  };
}

/** Whether a word or a sign stands here, with nothing before it that it belongs to. */
function isStart(bytes: Uint8Array, at: number): boolean {
  if (at === 0 || CLASS[bytes[at] as number] === 0 || CLASS[bytes[at - 1] as number] === 0) {
    return at === 0 || bytes[at - 1] !== BACKSLASH || escapeLength(bytes, at) === 0;
  }
  return endsEscape(bytes, at);
}

/** Where the word that holds this byte begins, not before `floor`: behind what is no letter or digit, or behind an escape. */
function wordStart(bytes: Uint8Array, at: number, floor: number): number {
  let start = at;
  while (start > floor && CLASS[bytes[start - 1] as number] !== 0) start -= 1;
  if (start > 0 && bytes[start - 1] === BACKSLASH) return start + escapeLength(bytes, start);
  return start;
}

function wordEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && CLASS[bytes[end] as number] !== 0) end += 1;
  return end;
}

const BACKSLASH = 0x5c;

/** Letters and digits at `at` that belong to an escape of JSON or of a programming language: `n` of `\n`, `u00e9`. */
function escapeLength(bytes: Uint8Array, at: number): number {
  const letter = bytes[at] as number;
  if (letter !== 0x75) return 'nrtbfv'.includes(String.fromCharCode(letter)) ? 1 : 0;
  for (let i = at + 1; i < at + 5; i += 1) {
    const byte = bytes[i] ?? 0;
    if (CLASS[byte] !== DIGIT && !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)) return 0;
  }
  return 5;
}

/** The next digit; the end of the text where there is none. */
function nextDigit(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && CLASS[bytes[at] as number] !== DIGIT) at += 1;
  return at;
}

/** Judges one identifier at one place; true where it was reported. */
function judge(
  identifier: Identifier,
  index: number,
  text: Text,
  start: number,
  end: number,
  words: IdentifierWords,
  isNamedByField: boolean,
  report: Report,
): boolean {
  const { rule } = identifier;
  const kind = identifier.kind.id;
  const word = words.word(index);
  const isNamed = word < FAR || isNamedByField;
  if (!isNamed && !isLoud(identifier) && !report.asked(kind)) return false;
  const confidence = isNamed ? identifier.confidence.named : confidenceAlone(identifier, text, start, end);
  // Nothing at all is said without a word beside it, even where the kind was asked for.
  if (confidence === 0 || (confidence < REPORTED_FROM && !report.asked(kind))) return false;
  const drop = (why: string) => {
    if (report.explains) report.dropped({ kind, rule, start, end, why });
    return false;
  };
  if (words.against(index) < word && !isNamedByField) return drop('a word beside it says that it is something else');
  const written = text.latin1.slice(start, end);
  const verdict = identifier.check?.(written.replace(/[^0-9A-Za-z]/g, '').toUpperCase(), written) ?? true;
  if (verdict !== true) return drop(verdict);
  report.found({ kind, rule, start, end, confidence, reasons: reasonsOf(identifier, word, isNamedByField) });
  return true;
}

/** Kinds whose letters are written in capitals wherever people or offices write them. */
const IN_CAPITALS = /^(?:national-id|health-id|document|vehicle|organisation)\//;
/** Below REPORTED_FROM: told only where the kind is asked for. */
const HARDLY = 0.2;

/**
 * Without a word beside it, what stands behind `u-` or has small letters is a part of somebody's own numbering: hexadecimal ids
 * pass for every code of letters and digits.
 */
function confidenceAlone(
  { kind, confidence }: Identifier,
  { bytes, latin1 }: Text,
  start: number,
  end: number,
): number {
  if (!IN_CAPITALS.test(kind.id)) return confidence.alone;
  const sign = start > 0 ? bytes[start - 1] : 0;
  const isTail = (sign === 0x2d || sign === 0x5f) && start > 1 && CLASS[bytes[start - 2] as number] !== 0;
  return isTail || /[a-z]/.test(latin1.slice(start, end)) ? Math.min(HARDLY, confidence.alone) : confidence.alone;
}

function reasonsOf(identifier: Identifier, word: number, byField: boolean): string[] {
  const form = identifier.check ? 'its form and check hold' : 'its form';
  if (byField) return [form, 'the column or key is named so'];
  return word < FAR ? [form, 'a word beside it names it'] : [form];
}

/** Whether the letter or digits before belong to an escape. */
function endsEscape(bytes: Uint8Array, at: number): boolean {
  if (at >= 2 && bytes[at - 2] === BACKSLASH) return escapeLength(bytes, at - 1) === 1;
  return at >= 6 && bytes[at - 6] === BACKSLASH && escapeLength(bytes, at - 5) === 5;
}

/** `1.` and `7-` before, or a group of a UUID: the number is a part of a longer one. */
function isJoinedBefore(bytes: Uint8Array, start: number): boolean {
  const sign = bytes[start - 1] ?? 0;
  // `+31 6 …`: the beginning of a telephone number is no number of its own.
  if (sign === 0x2b && CLASS[bytes[start] as number] === DIGIT) return true;
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

/** The same behind; a colon may follow (a port) unless it is one of IPv6, and a solidus (a path, a network's length). */
function isJoinedBehind(bytes: Uint8Array, end: number): boolean {
  const sign = bytes[end];
  if (sign === undefined) return false;
  if (CLASS[sign] !== 0 || sign === 0x40) return true;
  if (sign === 0x2e) return CLASS[bytes[end + 1] ?? 0] === DIGIT;
  if (sign === 0x3a) return bytes[end + 1] === 0x3a;
  if (sign !== 0x2d) return false;
  for (let at = end + 1; at < end + 24; at += 1) {
    const group = CLASS[bytes[at] ?? 0];
    if (group === DIGIT) return true;
    if (group === 0) return false;
  }
  return false;
}
