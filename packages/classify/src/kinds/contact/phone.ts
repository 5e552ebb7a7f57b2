// Telephone numbers: international ones anywhere, national ones beside words that name them or in a form typical of their country.
import type { Finder, Hits, Report } from '../../finder.ts';
import type { Kind } from '../../kind.ts';
import type { Text } from '../../text.ts';
import { fieldReader, roleOf, stands } from './labels.ts';
import {
  endOfDate,
  extended,
  isFreeBefore,
  isFreeBehind,
  isIsoDate,
  isPercentPlus,
  mayBeginUnnamed,
} from './phone-bounds.ts';
import { type Candidate, type Judgement, judgeInternational, judgeNational } from './phone-judgement.ts';
import { eachRun, LEAST_DIGITS } from './phone-runs.ts';
import { digitsOf, emptyShape, hasSeam, isDigitByte, isParted, isWhole, readShape, shorten } from './phone-shape.ts';
import { PHONE_WORDS } from './phone-words.ts';

export { countryOfPhone, normalisePhone } from './phone-number.ts';

const PHONE: Kind = {
  id: 'person/phone',
  title: 'Telephone number',
  edpb: ['b', 'n'],
  meaning: 'Reaches the person by call and text message, and is often the second factor of their logins.',
  identifies: 'contact',
};

/** Digits of the shortest number with a country code. */
const LEAST_ABROAD = 8;

interface Search extends Candidate {
  readonly report: Report;
  isNear: boolean;
  told: number;
  /** Byte behind the run that is read. */
  end: number;
}

const readField = fieldReader(PHONE_WORDS);

export const phoneFinder: Finder = {
  name: 'phone',
  kinds: [PHONE],
  triggers: PHONE_WORDS.triggers,
  placeOf: () => 'whole word',
  find(text, hits, report) {
    const search: Search = {
      text,
      hits,
      report,
      shape: emptyShape(),
      asked: report.asked(PHONE.id),
      named: readField(text.field) === 'phone',
      isNear: false,
      told: -1,
      end: 0,
    };
    eachRun(text.bytes, namingWords(text, hits), search.asked || search.named, (start, end, isNear) => {
      search.isNear = isNear;
      search.end = end;
      readRun(search, start);
    });
  },
};

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

/** Looks for numbers in a run of digits and signs. */
function readRun(search: Search, from: number): void {
  const { bytes } = search.text;
  const { asked, end, isNear, named } = search;
  const isExpected = asked || named || isNear;
  for (let at = from; end - at >= LEAST_DIGITS; ) {
    const byte = bytes[at] as number;
    if (!isDigitByte(byte) && byte !== 0x2b && byte !== 0x28) {
      at++;
      continue;
    }
    if (isIsoDate(bytes, at)) {
      at += 10;
      continue;
    }
    let found = -1;
    if (isExpected || mayBeginUnnamed(bytes, at)) {
      readShape(bytes, at, end, search.shape);
      found = readNumber(search);
    }
    // On to the next word of the run where there is none: a digit behind a digit or sign is the middle of a number.
    at = found === -1 ? Math.max(at + 1, nextWord(bytes, at, end)) : found;
  }
}

function nextWord(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== 0x20) at++;
  return at;
}

/** Judges the groups that were read; the byte behind what is done with, or -1 where nothing was found. */
function readNumber(search: Search): number {
  const { shape, text } = search;
  const { bytes } = text;
  if (shape.digits < LEAST_DIGITS) return -1;
  const dateEnd = endOfDate(shape, bytes);
  if (dateEnd !== -1) return dateEnd;
  if (isPercentPlus(bytes, shape.start)) return findInternational(search, shape.start - 3, 0);
  if (shape.start !== search.told + 1 && !isFreeBefore(bytes, shape.start)) return -1;
  if (shape.plus) return findInternational(search, shape.start, 0);
  if (isDialledAbroad(search)) {
    const done = findInternational(search, shape.start, 2);
    if (done !== -1) return done;
    readShape(bytes, shape.start, search.end, shape);
  }
  return findNational(search);
}

/** `0033 6…`: the international prefix of most countries (ITU-T E.164). */
function isDialledAbroad({ shape, text }: Search): boolean {
  const { bytes } = text;
  const { start } = shape;
  return (
    shape.bracketed !== 0 &&
    bytes[start] === 0x30 &&
    bytes[start + 1] === 0x30 &&
    isDigitByte(bytes[start + 2]) &&
    bytes[start + 2] !== 0x30
  );
}

/** @param prefix digits before the country code: 00, or none */
function findInternational(search: Search, start: number, prefix: 0 | 2): number {
  const { shape, text } = search;
  return tellBest(search, start, LEAST_ABROAD, () => {
    const digits = digitsOf(shape, text.latin1, 'without an inner 0').slice(prefix);
    return judgeInternational(search, digits, prefix === 0 ? '+' : '00');
  });
}

function findNational(search: Search): number {
  return tellBest(search, search.shape.start, LEAST_DIGITS, () => judgeNational(search));
}

/**
 * Tells of the best number that begins where the groups do, and returns the byte behind it, or -1. What follows a number
 * may be another one, with a space between (`+33612345678 1984-03-12`): where all groups together are not valid, or seem
 * to be two numbers, the last ones are left out one by one.
 */
function tellBest(search: Search, start: number, least: number, judge: () => Judgement | undefined): number {
  const { shape, text, report } = search;
  const { bytes } = text;
  let best: Judgement | undefined;
  let end = -1;
  for (let groups = shape.groups; groups > 0 && shape.digits >= least; shorten(shape, --groups)) {
    if (isWhole(shape) ? !isFreeBehind(shape, bytes) : !isParted(shape)) continue;
    const judgement = judge();
    if (judgement === undefined) continue;
    const isSure = judgement.plan === 'fixed' ? !hasSeam(shape) : judgement.plan === 'open' && isWhole(shape);
    if (!isSure && best !== undefined && judgement.confidence <= best.confidence) continue;
    best = judgement;
    end = shape.end;
    if (isSure) break;
  }
  if (best === undefined) return -1;
  const { confidence, rule, why } = best;
  const whole = extended(bytes, end);
  search.told = whole;
  report.found({ kind: PHONE.id, rule, start, end: whole, confidence, reasons: [why] });
  return whole;
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
