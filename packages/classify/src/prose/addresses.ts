// Postal addresses by grammar: street type, number, unit, postcode, city, region and country, in the orders of many countries;
// boxes and military posts. Forms: UPU "Postal addressing systems" by country, S42; USPS Publication 28 (military: 225).

import { boxAt, continuation, type Parts, skipSeparators, unitAt } from './address-parts.ts';
import { BODY, PARTICLE, STREET, THING, UNIT, WORD } from './flags.ts';
import { hashOf } from './hash.ts';
import { isHouseNumber, isOrdinal } from './numbered.ts';
import { ADDRESS_HINTS } from './phrases.ts';
import {
  flagsOf,
  gapBefore,
  hashOfToken,
  isBreak,
  isCapitalised,
  isMark,
  isMixed,
  isNumber,
  isOneOf,
  isWord,
  phraseBefore,
  type Reading,
  sizeOf,
  startOf,
  word,
} from './reading.ts';
import { endsAsStreet, MOST_WORDS, streetFrom } from './streets.ts';
import { wordSet } from './word-set.ts';

export interface Address {
  /** First and last token. */
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

const MOST_LINES = 6;

/** All addresses of a reading, in order; their tokens are marked as taken. */
export function findAddresses(reading: Reading): Address[] {
  const found: Address[] = [];
  const { leads, leadCount } = reading;
  for (let lead = 0; lead < leadCount; lead++) {
    const at = leads[lead] as number;
    if (reading.taken[at] !== 0) continue;
    const address =
      (isTheCorner(reading, at) ? addressAt(reading, at - 1, lead) : undefined) ?? addressAt(reading, at, lead);
    if (address === undefined) continue;
    found.push(address);
    reading.taken.fill(1, address.first, address.last + 1);
  }
  return found;
}

/** `the corner`: an address begins with the article, which leads nothing by itself. */
function isTheCorner(reading: Reading, at: number): boolean {
  return hashOfToken(reading, at) === CORNER && hashOfToken(reading, at - 1) === THE && reading.taken[at - 1] === 0;
}

/** @param lead index of the first lead from the token on */
function addressAt(reading: Reading, at: number, lead: number): Address | undefined {
  if (isNumber(reading, at) || isMixed(reading, at)) {
    return plausibleNumber(reading, at) ? fromNumber(reading, at) : undefined;
  }
  if (!isWord(reading, at)) return undefined;
  const flags = flagsOf(reading, at);
  const hash = hashOfToken(reading, at);
  if (hash === CORNER || (hash === THE && hashOfToken(reading, at + 1) === CORNER)) {
    const corner = cornerAt(reading, at);
    if (corner !== undefined) return corner;
  }
  const capitalised = isCapitalised(reading, at);
  if ((!capitalised && (flags & (STREET | UNIT)) === 0) || !mayBeAddress(reading, at, lead)) return undefined;
  if ((flags & UNIT) !== 0 || isOneOf(reading, at, BOX_BEGINS)) {
    const box = boxAt(reading, at);
    if (box !== undefined) return finish(reading, at, box);
  }
  const street = streetFrom(reading, at, false);
  return street === undefined ? undefined : finish(reading, at, street);
}

const BOX_BEGINS = wordSet('p psc po uss usns postfach postbox apartado casilla bp skrytka');
const REPEATED = wordSet('bis ter quater');
const AND = wordSet('and und et y e en i');

const THE = hashOf('the');

const CORNER = hashOf('corner');

const USS = hashOf('uss');
const USNS = hashOf('usns');
const USCGC = hashOf('uscgc');

/** Whether a number or a type of street stands near, on the same line: without one there is nothing to read but a fleet post. */
function mayBeAddress(reading: Reading, from: number, lead: number): boolean {
  const { leads, leadCount } = reading;
  const last = Math.min(reading.count, from + MOST_WORDS + 6);
  let cue = last;
  for (let next = lead; next < leadCount && (leads[next] as number) < last; next++) {
    const at = leads[next] as number;
    if (!isNumber(reading, at) && !isMixed(reading, at) && (at <= from || (flagsOf(reading, at) & STREET) === 0))
      continue;
    cue = at;
    break;
  }
  const hash = hashOfToken(reading, from);
  const isFleetPost = hash === USS || hash === USNS || hash === USCGC;
  if (cue === last && !isFleetPost) return false;
  for (let at = from; at < cue; at++) if (isBreak(reading, at)) return isFleetPost;
  return cue < last;
}

/** By the byte before a number: whether it opens something, or belongs to the word before it. */
const OPENING = 1;
const BELONGING = 2;
const GLUED = Uint8Array.from({ length: 256 }, (_, byte) => {
  const mark = String.fromCharCode(byte);
  return '(>"\'['.includes(mark) ? OPENING : ':,'.includes(mark) ? BELONGING : 0;
});

/** A house number: one to five digits and perhaps a letter, standing free. */
function plausibleNumber(reading: Reading, at: number): boolean {
  if (sizeOf(reading, at) > 6) return false;
  if (isMixed(reading, at) && !isHouseNumber(reading, at) && !isOrdinal(reading, at, 2)) return false;
  if (gapBefore(reading, at) !== 0 || at === 0 || isBreak(reading, at - 1)) return true;
  // Glued to what stands before: only behind an opening mark, or a colon or comma that belongs to a word.
  const glued = GLUED[reading.bytes[startOf(reading, at - 1)] as number];
  return glued === OPENING || (glued === BELONGING && isWord(reading, at - 2));
}

/** `12 Main Street`, `6750 Koskikatu 25`, `29, rue de la Paix`, `609 P.O. Box 186`. */
function fromNumber(reading: Reading, at: number): Address | undefined {
  let next = at + 1;
  let numbers = 1;
  // Nothing that begins a street or a box: the quickest way out, for most numbers.
  const nearFlags = flagsOf(reading, at + 1);
  if (
    isWord(reading, at + 1) &&
    !isCapitalised(reading, at + 1) &&
    (nearFlags & WORD) !== 0 &&
    (nearFlags & (STREET | UNIT)) === 0 &&
    !startsSmallStreet(reading, at + 1)
  )
    return undefined;
  // A second number (`370 3911 Fourth Avenue`), a range (`12-14`), a repetition (`12 bis`).
  while (numbers < 3 && next < reading.count) {
    if (isNumber(reading, next) && gapBefore(reading, next) > 0 && gapBefore(reading, next) <= 2) {
      numbers++;
      next++;
    } else if (
      (isMark(reading, next, '-') || isMark(reading, next, '/')) &&
      gapBefore(reading, next) === 0 &&
      isNumber(reading, next + 1)
    ) {
      numbers++;
      next += 2;
    } else break;
  }
  if (isMark(reading, next, ',')) next++;
  if (isOneOf(reading, next, REPEATED) && !isBreak(reading, next - 1)) next++;
  if (isMark(reading, next, ',')) next++;
  const box = boxAt(reading, next);
  if (box?.box === true) {
    box.numbered = true;
    return finish(reading, at, box);
  }
  const begins = flagsOf(reading, next);
  if (
    !isCapitalised(reading, next) &&
    (begins & (WORD | THING)) !== 0 &&
    (begins & STREET) === 0 &&
    !startsSmallStreet(reading, next)
  )
    return undefined;
  const street = streetFrom(reading, next, true);
  return street === undefined ? undefined : finish(reading, at, street);
}

/** `22 baker street`: one or two plain words in small letters before a type of street. */
function startsSmallStreet(reading: Reading, from: number): boolean {
  return (flagsOf(reading, from + 1) & STREET) !== 0 || (flagsOf(reading, from + 2) & STREET) !== 0;
}

/** `the corner of Elm Street and 5th Avenue`. */
function cornerAt(reading: Reading, at: number): Address | undefined {
  const from = word(reading, at) === 'the' ? at + 1 : at;
  if (word(reading, from) !== 'corner' || word(reading, from + 1) !== 'of') return undefined;
  let last = -1;
  let named = 0;
  let joined = false;
  for (let next = from + 2; next < reading.count && next < from + 22; next++) {
    if (isBreak(reading, next)) break;
    if (isOneOf(reading, next, AND) && !joined) {
      joined = true;
      continue;
    }
    if (
      isCapitalised(reading, next) ||
      isNumber(reading, next) ||
      isMixed(reading, next) ||
      (flagsOf(reading, next) & (STREET | PARTICLE)) !== 0 ||
      endsAsStreet(word(reading, next))
    ) {
      last = next;
      named++;
    } else if (
      isMark(reading, next, '.') &&
      gapBefore(reading, next) === 0 &&
      !isBreak(reading, next + 1) &&
      next + 1 < reading.count &&
      !joined
    ) {
    } else if (
      joined &&
      last > from &&
      gapBefore(reading, next) > 0 &&
      (flagsOf(reading, next) & WORD) === 0 &&
      isWord(reading, next)
    ) {
      last = next;
    } else if (!joined && isWord(reading, next) && (flagsOf(reading, next) & WORD) === 0) {
      last = next;
    } else break;
  }
  if (!joined || named < 2 || last < 0) return undefined;
  return { first: at, last, confidence: 0.5, reasons: ['the corner of two streets'] };
}

/** Reads on behind the street: units, postcode, city, region, country, over commas and line breaks. */
function finish(reading: Reading, first: number, parts: Parts): Address | undefined {
  let lines = 0;
  for (let steps = 0; steps < 10; steps++) {
    let from = parts.last + 1;
    // The full stop of an ordinal: `tér 19.`
    if (
      isMark(reading, from, '.') &&
      gapBefore(reading, from) === 0 &&
      (isBreak(reading, from + 1) || unitAt(reading, from + 1) !== undefined)
    )
      from++;
    const at = skipSeparators(reading, from);
    if (at >= reading.count) break;
    const broken = at > from;
    for (let between = from; between < at; between++) if (isBreak(reading, between)) lines++;
    if (lines > MOST_LINES) break;
    if (!broken && gapBefore(reading, at) > 3) break;
    const next = continuation(reading, at, broken, parts);
    if (next === undefined) break;
    parts.last = next;
  }
  const reasons: string[] = [];
  if (parts.box) reasons.push('a post box');
  else if (parts.typed) reasons.push('a type of street');
  else reasons.push('the shape of a street');
  if (parts.numbered && !parts.box) reasons.push('a house number');
  if (parts.unit) reasons.push('a unit of a house');
  if (parts.postcode) reasons.push('a postcode');
  if (parts.city) reasons.push('a city');
  const hinted = phraseBefore(reading, first, ADDRESS_HINTS) !== undefined;
  if (hinted) reasons.push('behind words that ask for an address');
  const ofBody = followsBody(reading, first);
  if (ofBody) reasons.push("behind an organisation's name");
  const confidence = confidenceOf(parts, hinted);
  return { first, last: parts.last, confidence: ofBody ? Math.min(0.65, confidence) : confidence, reasons };
}

/** Whether an organisation stands right before, so that the address is hardly a person's: `Example Foundation, Inc., 1 Main St`. */
function followsBody(reading: Reading, first: number): boolean {
  for (let at = first - 1; at >= 0 && first - at < 6; at--) {
    if (isWord(reading, at)) return isCapitalised(reading, at) && (flagsOf(reading, at) & BODY) !== 0;
    if (isNumber(reading, at)) return false;
  }
  return false;
}

function confidenceOf(parts: Parts, hinted: boolean): number {
  const whole = parts.numbered && (parts.typed || parts.unit || parts.box);
  if (whole && (parts.postcode || parts.city) && (parts.typed || parts.box)) return 0.85;
  if (whole && parts.typed && hinted && !parts.box) return 0.76;
  if (whole) return parts.typed ? 0.6 : 0.55;
  if (parts.numbered && (parts.city || parts.postcode)) return 0.55;
  if (parts.numbered) return hinted ? 0.5 : 0.4;
  return 0.3;
}
