// Telephone numbers: international ones anywhere, national ones beside words that name them or in a form typical of their country.
import type { Finder, Hits, Report } from '../../finder.ts';
import type { Kind } from '../../kind.ts';
import type { Text } from '../../text.ts';
import { fieldReader, roleOf, stands, type WordBeside, wordBefore, wordBehind } from './labels.ts';
import { endOfDate, extended, isFreeBefore, isFreeBehind, isIsoDate, numberOf } from './phone-bounds.ts';
import { BARE, TYPICAL, TYPICAL_LENGTHS } from './phone-forms.ts';
import { isNationalNumber, verdictOnInternational } from './phone-number.ts';
import {
  emptyShape,
  groupsOfFirstWord,
  hasStops,
  isDigitByte,
  isFollowedBySpace,
  isSpaced,
  isUniform,
  lengthsOf,
  type PhoneShape,
  readShape,
  shorten,
} from './phone-shape.ts';
import { PHONE_WORDS } from './phone-words.ts';

export { countryOfPhone, normalisePhone } from './phone-number.ts';

const PHONE: Kind = {
  id: 'person/phone',
  title: 'Telephone number',
  edpb: ['b', 'n'],
  meaning: 'Reaches the person by call and text message, and is often the second factor of their logins.',
  identifies: 'contact',
};

/**
 * The shortest number that is read, in bytes. Every byte of one is a digit or a sign, so that looking at each seventh
 * byte of the text is enough to meet it.
 */
const LEAST = 7;
/** The shortest that is read without a word for it: a plus and eight digits. */
const LEAST_UNNAMED = 9;

/** Bytes that a number is made of, its separators included (those beyond ASCII are C2 A0, E2 80 AF and E2 80 90 to 93). */
const PART = new Uint8Array(256);
for (const character of '0123456789+()-./ ') PART[character.charCodeAt(0)] = 1;
for (const byte of [0xc2, 0xa0, 0xe2, 0x80, 0xaf, 0x90, 0x91, 0x92, 0x93]) PART[byte] = 1;

/** How sure a number is, by which rule, and why. */
type Judgement = readonly [confidence: number, rule: string, why: string];

interface Search {
  readonly text: Text;
  readonly hits: Hits;
  readonly report: Report;
  readonly asked: boolean;
  /** The column or key is named for telephone numbers. */
  readonly named: boolean;
  readonly shape: PhoneShape;
  /** Bytes behind the words that name telephone numbers, in their order. */
  readonly naming: Int32Array;
  /** First of them that may still be near. */
  cursor: number;
  /** Whether one of them stands near the run that is read. */
  isNear: boolean;
}

const readField = fieldReader(PHONE_WORDS);

export const phoneFinder: Finder = {
  name: 'phone',
  kinds: [PHONE],
  triggers: PHONE_WORDS.triggers,
  placeOf: () => 'whole word',
  find(text, hits, report) {
    const { bytes } = text;
    const search: Search = {
      text,
      hits,
      report,
      asked: report.asked(PHONE.id),
      named: readField(text.field) === 'phone',
      shape: emptyShape(),
      naming: namingWords(text, hits),
      cursor: 0,
      isNear: false,
    };
    const wide = !search.asked && !search.named && search.naming.length === 0;
    const least = wide ? LEAST_UNNAMED : LEAST;
    let floor = 0;
    for (let probe = least - 1; probe < bytes.length; ) {
      if (PART[bytes[probe] as number] === 0 || isAlone(bytes, probe)) {
        probe += least;
        continue;
      }
      let start = probe;
      while (start > floor && PART[bytes[start - 1] as number] === 1) start--;
      let end = probe + 1;
      while (end < bytes.length && PART[bytes[end] as number] === 1) end++;
      if (end - start >= least && hasDigits(bytes, start, end)) examine(search, start, end);
      floor = end;
      probe = end + least;
    }
  },
};

/**
 * Whether no number can hold this byte: a run of seven that does has three more parts on one side of it at least. Blanks
 * and stops between words are told by this, which are most of what is met.
 */
function isAlone(bytes: Uint8Array, at: number): boolean {
  const before = at >= 3 && isPart(bytes, at - 1) && isPart(bytes, at - 2) && isPart(bytes, at - 3);
  return !before && !(at + 3 < bytes.length && isPart(bytes, at + 1) && isPart(bytes, at + 2) && isPart(bytes, at + 3));
}

function isPart(bytes: Uint8Array, at: number): boolean {
  return PART[bytes[at] as number] === 1;
}

/** Whether there are as many digits as the shortest number has. */
function hasDigits(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end && digits < LEAST; at++) if (isDigitByte(bytes[at])) digits++;
  return digits >= LEAST;
}

/** Ends of the words that name telephone numbers; words for other numbers only matter beside those. */
function namingWords(text: Text, hits: Hits): Int32Array {
  const ends = new Int32Array(hits.length);
  let count = 0;
  for (let index = 0; index < hits.length; index++) {
    if (roleOf(PHONE_WORDS, hits, index) === 'other' || !stands(PHONE_WORDS, text, hits, index)) continue;
    ends[count++] = hits.end[index] as number;
  }
  return ends.subarray(0, count);
}

/** Farther than any word counts, before or behind. */
const NEAR = 60;

/** Looks for numbers in a run of digits and signs. */
function examine(search: Search, from: number, end: number): void {
  const { bytes } = search.text;
  const { naming } = search;
  while (search.cursor < naming.length && (naming[search.cursor] as number) < from - NEAR) search.cursor++;
  search.isNear = search.cursor < naming.length && (naming[search.cursor] as number) <= end + NEAR;
  for (let at = from; end - at >= LEAST; ) {
    const byte = bytes[at] as number;
    if (!isDigitByte(byte) && byte !== 0x2b && byte !== 0x28) {
      at++;
      continue;
    }
    if (isIsoDate(bytes, at)) {
      at += 10;
      continue;
    }
    readShape(bytes, at, end, search.shape);
    const found = tryShape(search);
    if (found !== -1) {
      at = found;
      continue;
    }
    // On to the next word of the run: a digit behind a digit or sign is the middle of a number.
    at = Math.max(at + 1, nextWord(bytes, at, end));
  }
}

function nextWord(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== 0x20) at++;
  return at;
}

/** Judges what was read; the byte behind what is done with, or -1 where nothing was found. */
function tryShape(search: Search): number {
  const { shape, text } = search;
  const { bytes } = text;
  if (shape.digits < LEAST) return -1;
  const dateEnd = endOfDate(shape, bytes);
  if (dateEnd !== -1) return dateEnd;
  const prefixed = isPercentPlus(bytes, shape.start);
  if (shape.plus || prefixed || isDialledAbroad(shape, bytes)) {
    const done = tryInternational(search, prefixed);
    if (done !== -1) return done;
    if (shape.plus || prefixed) return -1;
  }
  if (shape.groups === 1 && !mayBeBare(search)) return -1;
  if (!isFreeBefore(bytes, shape.start)) return -1;
  const firstWord = groupsOfFirstWord(shape);
  if (!shape.overlong && isFreeBehind(shape, bytes) && tryNational(search)) return extended(bytes, shape.end);
  if (firstWord < 2 || firstWord >= shape.groups) return -1;
  // `415-555-0132 2025-01-06`: the number is a word of its own among others.
  shorten(shape, firstWord);
  return shape.digits >= 9 && tryNational(search) ? shape.end : -1;
}

/** `%2B33…`: the plus as it stands in URLs; the B is what the digits come behind. */
function isPercentPlus(bytes: Uint8Array, start: number): boolean {
  return bytes[start - 3] === 0x25 && bytes[start - 2] === 0x32 && ((bytes[start - 1] as number) | 0x20) === 0x62;
}

/** `0033 6…`: the international prefix of most countries (ITU-T E.164). */
function isDialledAbroad(shape: PhoneShape, bytes: Uint8Array): boolean {
  const { start } = shape;
  return (
    shape.bracketed !== 0 &&
    bytes[start] === 0x30 &&
    bytes[start + 1] === 0x30 &&
    isDigitByte(bytes[start + 2]) &&
    bytes[start + 2] !== 0x30
  );
}

function tryInternational(search: Search, prefixed: boolean): number {
  const { shape, text, report } = search;
  const { bytes } = text;
  const start = prefixed ? shape.start - 3 : shape.start;
  if (!prefixed && !isFreeBefore(bytes, start)) return -1;
  const abroad = !shape.plus && !prefixed;
  let best: Judgement | undefined;
  let end = -1;
  const all = shape.groups;
  for (let groups = all; groups > 0 && groups >= all - 4 && shape.digits >= 8; shorten(shape, --groups)) {
    // What follows a number may be another one: `+33612345678 1984-03-12`. A space must stand between.
    if (groups === all ? shape.overlong || !isFreeBehind(shape, bytes) : !isFollowedBySpace(shape)) continue;
    const digits = internationalDigits(shape, text.latin1, abroad);
    if (digits.length < 7 || digits.length > 15 || digits.startsWith('0')) continue;
    const judgement = judgeInternational(search, digits, abroad);
    if (judgement === undefined) continue;
    if (best === undefined || judgement[0] > best[0]) {
      best = judgement;
      end = shape.end;
    }
    if (best[0] >= 0.75) break;
  }
  if (best === undefined) return -1;
  const whole = extended(bytes, end);
  report.found({ kind: PHONE.id, rule: best[1], start, end: whole, confidence: best[0], reasons: [best[2]] });
  return whole;
}

/** Country code and national number, without the `(0)` that is not dialled from abroad. */
function internationalDigits(shape: PhoneShape, latin1: string, abroad: boolean): string {
  let digits = '';
  for (let group = 0; group < shape.groups; group++) {
    const end = shape.groupEnd[group] as number;
    const part = latin1.slice(end - (shape.length[group] as number), end);
    if (group !== 0 && group === shape.bracketed && part === '0') continue;
    digits += part;
  }
  return abroad ? digits.slice(2) : digits;
}

function judgeInternational(search: Search, digits: string, abroad: boolean): Judgement | undefined {
  const verdict = verdictOnInternational(digits);
  if (verdict === 'none') return undefined;
  const named = search.named || besideOf(search)?.role === 'phone';
  if (verdict === 'service') return [0.5, 'international', 'a valid number of a service line'];
  if (verdict === 'possible') {
    if (named) return [0.8, 'international', 'a country code and a word that names it'];
    return abroad ? undefined : [0.5, 'international', 'a country code and a possible length'];
  }
  if (named) return [0.95, 'international', 'valid for its country, and a word names it'];
  // Numbers filled up with zeros begin with 00, too: without any sign between, it is not sure to be a prefix.
  if (abroad && search.shape.groups === 1) return [0.5, 'international', 'valid for its country, if 00 is a prefix'];
  return [0.9, 'international', 'valid for its country'];
}

function tryNational(search: Search): boolean {
  const { shape, report } = search;
  if (shape.digits > 13) return false;
  const judgement = judgeNational(search);
  if (judgement === undefined) return false;
  const [confidence, rule, why] = judgement;
  const end = extended(search.text.bytes, shape.end);
  report.found({ kind: PHONE.id, rule, start: shape.start, end, confidence, reasons: [why] });
  return true;
}

function judgeNational(search: Search): Judgement | undefined {
  const { shape, named } = search;
  if (shape.groups > 1 && !named && !search.asked && !search.isNear && !mayBeTypical(search)) return undefined;
  if (shape.groups > 1 && (!isUniform(shape) || (hasStops(shape) && !mayHaveStops(search)))) return undefined;
  const beside = named || !search.isNear ? undefined : besideOf(search);
  const label = named || beside?.label === true;
  if (named || beside?.role === 'phone' || (beside?.role === 'line' && label)) {
    const judgement = judgeNamed(shape, digitsOf(search), label);
    if (judgement !== undefined) return judgement;
  }
  const judgement =
    shape.groups > 1
      ? judgeTypical(search, digitsOf(search))
      : judgeBare(digitsOf(search), isAmongHan(search.text.bytes, shape));
  return judgement !== undefined && besideOf(search)?.role === 'other' ? undefined : judgement;
}

/** Whether lengths or first digit are those of a typical form; most pairs of numbers in logs are not. */
function mayBeTypical({ shape, text }: Search): boolean {
  const first = text.bytes[shape.start] === 0x28 ? text.bytes[shape.start + 1] : text.bytes[shape.start];
  return first === 0x30 || TYPICAL_LENGTHS.has(lengthsOf(shape));
}

/** Whether digits without any sign between are worth a look. */
function mayBeBare({ asked, isNear, named, shape, text }: Search): boolean {
  return asked || named || isNear || isAmongHan(text.bytes, shape);
}

/** Two groups are a decimal, four of up to 255 are an IP address. */
function mayHaveStops({ shape, text }: Search): boolean {
  if (shape.groups < 3) return false;
  if (shape.groups !== 4) return true;
  for (let group = 0; group < 4; group++) if (numberOf(shape, text.bytes, group) > 255) return true;
  return false;
}

function digitsOf({ shape, text }: Search): string {
  const written = text.latin1.slice(shape.start, shape.end);
  return shape.groups === 1 ? written.replace(/^\(/, '') : written.replace(/\D+/g, '');
}

function judgeNamed(shape: PhoneShape, digits: string, label: boolean): Judgement | undefined {
  if (/^(\d)\1+$/.test(digits)) return undefined;
  // Three, two and four digits are a US social security number, unless a label says otherwise.
  if (lengthsOf(shape) === 0x324 && !label) return undefined;
  const national = isNationalNumber(digits);
  if (national) return [label ? 0.85 : 0.8, 'national', 'valid in a country, and a word names it'];
  // Written with a sign, or standing right behind its label, it may be a number of a country that is not read here, or
  // one without its area code.
  if (shape.groups > 5 || (shape.groups === 1 && !label)) return undefined;
  return [label ? 0.5 : 0.4, 'national', 'the length of a number, and a word names it'];
}

function judgeTypical(search: Search, digits: string): Judgement | undefined {
  const { shape } = search;
  const lengths = lengthsOf(shape);
  const spaced = isSpaced(shape);
  const trunk = digits.charCodeAt(0) === 0x30 && isTrunkForm(shape) && digits.length >= 9 && digits.length <= 12;
  if (trunk && isNationalNumber(digits)) return [0.45, 'national', 'written as numbers of a country are'];
  for (const form of TYPICAL) {
    if (form.lengths !== lengths || !form.digits.test(digits)) continue;
    if ((form.signed && spaced) || (form.bracketed && shape.bracketed !== 0)) continue;
    if (isNationalNumber(digits, form.countries)) {
      return [spaced ? 0.35 : 0.5, 'national', 'written as numbers of a country are'];
    }
  }
  // The country code without its plus, in groups: `91-415-555-0132`.
  if (search.asked && shape.groups >= 4 && !trunk && verdictOnInternational(digits) === 'personal') {
    return [0.2, 'international', 'valid for its country, if it begins with a country code'];
  }
  return undefined;
}

/** Begins with a 0 that is dialled within the country: `06 12…`, `(030) 12…`, `0 (917) …`. */
function isTrunkForm(shape: PhoneShape): boolean {
  if (shape.groups > 5) return false;
  const first = shape.length[0] as number;
  if (first === 1) return shape.bracketed === 1;
  for (let group = 1; group < shape.groups; group++) if ((shape.length[group] as number) < 2) return false;
  return first <= 5;
}

function judgeBare(digits: string, amongHan: boolean): Judgement | undefined {
  if (digits.length < 9 || digits.length > 12) return undefined;
  for (const { digits: form, countries } of BARE) {
    if (!form.test(digits) || !isNationalNumber(digits, countries)) continue;
    if (amongHan && countries.includes('CN')) return [0.45, 'bare', 'a Chinese mobile number in Chinese text'];
    return [0.2, 'bare', 'digits of a mobile number'];
  }
  return undefined;
}

/** Eleven digits from 13… to 19… with a Chinese character next to them. */
function isAmongHan(bytes: Uint8Array, shape: PhoneShape): boolean {
  const { start, end } = shape;
  if (end - start !== 11 || bytes[start] !== 0x31) return false;
  // CJK Unified Ideographs are E4 B8 80 to E9 BF BF in UTF-8; a comma or colon of full width is EF BC ….
  const lead = (byte: number | undefined) => byte !== undefined && ((byte >= 0xe4 && byte <= 0xe9) || byte === 0xef);
  return lead(bytes[start - 3]) || lead(bytes[end]);
}

function besideOf(search: Search): WordBeside<'phone' | 'line' | 'other'> | undefined {
  const { hits, shape, text } = search;
  if (hits.length === 0) return undefined;
  const before = wordBefore(PHONE_WORDS, text, hits, shape.start);
  if (before !== undefined) return before;
  const behind = wordBehind(PHONE_WORDS, text, hits, shape.end);
  if (behind?.role === 'other') return undefined;
  // `416 60 039 office`: a word of one line right behind stands for its label.
  return behind?.role === 'line' ? { role: 'line', label: shape.groups > 1 } : behind;
}

/** Examples that tests read: each of `valid` is found whole as certain or possible, in none of `invalid` is anything found. */
export const PHONE_EXAMPLES = {
  valid: [
    '+33 6 12 34 56 78',
    '0033 6 12 34 56 78',
    '(415) 555-0132',
    '06 12 34 56 78',
    '138 1234 5678',
    '+1-604-696-5272x565',
  ],
  invalid: [
    '2025-01-06 12:34:56',
    '1736121600123',
    '10.0.19041.1',
    '4111 1111 1111 1111',
    '0.0612345678',
    '3f2b-0612-3456-7890',
  ],
} as const;
