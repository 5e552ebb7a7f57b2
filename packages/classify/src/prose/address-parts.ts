// The parts of an address beside the street: house number, unit, box, postcode, city, region.

import { PARTICLE, PLACE, PLACE_BEGINS, PLACE_LARGE, STREET, THING, TITLE, UNIT, WORD } from './flags.ts';
import { isFloor, isHouseNumber } from './numbered.ts';
import { placeFrom } from './places.ts';
import {
  endOf,
  flagsOf,
  gapBefore,
  isBreak,
  isCapitalised,
  isMark,
  isMixed,
  isNumber,
  isOneOf,
  isWord,
  type Reading,
  shapeOf,
  startOf,
  word,
} from './reading.ts';
import { UPPER } from './shapes.ts';
import { wordSet } from './word-set.ts';

const MILITARY = wordSet('apo fpo dpo');

const STATES =
  wordSet(`aa ae ak al ap ar az ca co ct dc de fl ga gu hi ia id il in ks ky la ma md me mi mn mo mp ms mt nc nd ne nh nj nm nv ny oh ok or
pa pr ri sc sd tn tx ut va vi vt wa wi wv wy on qc bc ab mb sk ns nb nl pe nt nu yt nsw vic qld act tas`);

const NUMERO = wordSet('n no nr num nro numero numer');
const BOX = wordSet('postbox postfach apartado casilla bp skrytka postbus');
const NUMBERED_BOX = wordSet('psc unit cmr');
const SHIP = wordSet('uss usns uscgc');
const BOX_BEGINS = wordSet('p po postbox postfach apartado casilla bp skrytka postbus psc unit cmr uss usns uscgc');
const SIDE = wordSet('a b c d e f izq dcha esq dto der');
const NAN = wordSet('nan');
const LINE_ENDS = wordSet('and in y et und e');
const WITHIN_CITY = wordSet('of the on upon nad u v sur en am an ob in');

/** What has been read of an address. */
export interface Parts {
  last: number;
  typed: boolean;
  numbered: boolean;
  unit: boolean;
  postcode: boolean;
  city: boolean;
  box: boolean;
}

/** The last token of a number behind a street: `25`, `19.`, `12a`, `12-14`, `4/6`, `nº 12`; undefined where there is none. */
export function numberAt(reading: Reading, from: number): number | undefined {
  let at = from;
  if (isMark(reading, at, ',')) at++;
  if (isOneOf(reading, at, NUMERO)) {
    at++;
    if (isMark(reading, at, '.') || isMark(reading, at, '°')) at++;
  }
  if (isMark(reading, at, '#')) at++;
  if (
    (!isNumber(reading, at) && !isMixed(reading, at)) ||
    gapBefore(reading, at) > 2 ||
    (gapBefore(reading, at) === 0 && at === from)
  )
    return undefined;
  if (endOf(reading, at) - startOf(reading, at) > 5) return undefined;
  if (isMixed(reading, at) && !isHouseNumber(reading, at)) return undefined;
  let last = at;
  while (
    (isMark(reading, last + 1, '-') || isMark(reading, last + 1, '/')) &&
    gapBefore(reading, last + 1) === 0 &&
    (isNumber(reading, last + 2) || isMixed(reading, last + 2)) &&
    gapBefore(reading, last + 2) === 0 &&
    last - at < 6
  ) {
    last += 2;
  }
  // `19.` is an ordinal in Hungarian addresses; elsewhere the full stop ends the sentence.
  return last;
}

/** `Apt. 12`, `Suite 300`, `3º B`; the last token. */
export function unitAt(reading: Reading, at: number): number | undefined {
  if (isMark(reading, at, '#') && (isNumber(reading, at + 1) || isMixed(reading, at + 1))) return at + 1;
  // `3º B`, `2ª izq`.
  if (isFloor(reading, at)) {
    return isWord(reading, at + 1) && gapBefore(reading, at + 1) === 1 && isOneOf(reading, at + 1, SIDE) ? at + 1 : at;
  }
  if (!isWord(reading, at) || (flagsOf(reading, at) & UNIT) === 0) return undefined;
  let next = at + 1;
  if (isMark(reading, next, '.')) next++;
  if (isMark(reading, next, '#')) next++;
  if (gapBefore(reading, next) > 2 || isBreak(reading, next)) return undefined;
  if (isNumber(reading, next) || isMixed(reading, next)) return next;
  return isCapitalised(reading, next) && endOf(reading, next) - startOf(reading, next) === 1 ? next : undefined;
}

/** Boxes and military posts: `P.O. Box 104`, `PSC 0413, Box 8144`, `Unit 5022 Box 1225`, `Postfach 12 34`, `USS Mahler`. */
export function boxAt(reading: Reading, at: number): Parts | undefined {
  if (!isOneOf(reading, at, BOX_BEGINS)) return undefined;
  const text = word(reading, at);
  const parts: Parts = { last: at, typed: true, numbered: true, unit: false, postcode: false, city: false, box: true };
  let next = at;
  if (text === 'p' && isMark(reading, at + 1, '.')) {
    next = at + 2;
    if (word(reading, next) !== 'o') return undefined;
    next++;
    if (isMark(reading, next, '.')) next++;
    return numberedBox(reading, next, parts);
  }
  if (text === 'po') return numberedBox(reading, at + 1, parts);
  if (isOneOf(reading, at, BOX)) {
    for (next = at + 1; next < at + 4 && isWord(reading, next); ) next++;
    if (!isNumber(reading, next) || gapBefore(reading, next) > 2) return undefined;
    parts.last = isNumber(reading, next + 1) && gapBefore(reading, next + 1) === 1 ? next + 1 : next;
    return parts;
  }
  if (isOneOf(reading, at, NUMBERED_BOX) && isNumber(reading, at + 1)) {
    next = at + 2;
    if (isMark(reading, next, ',')) next++;
    return word(reading, next) === 'box' ? numberedBox(reading, next, parts) : undefined;
  }
  if (isOneOf(reading, at, SHIP) && isCapitalised(reading, at + 1)) {
    for (next = at + 2; next < at + 6 && !isOneOf(reading, next, MILITARY); ) next++;
    if (!isOneOf(reading, next, MILITARY)) return undefined;
    parts.last = at + 1;
    return parts;
  }
  return undefined;
}

function numberedBox(reading: Reading, at: number, parts: Parts): Parts | undefined {
  if (word(reading, at) !== 'box' || !(isNumber(reading, at + 1) || isMixed(reading, at + 1))) return undefined;
  parts.last = at + 1;
  return parts;
}

/** The last token of what goes on an address at `at`, if anything does. */
export function continuation(reading: Reading, at: number, broken: boolean, parts: Parts): number | undefined {
  const unit = unitAt(reading, at);
  if (unit !== undefined) {
    parts.unit = true;
    return unit;
  }
  if (isOneOf(reading, at, MILITARY) && isOneOf(reading, at + 1, STATES)) {
    parts.city = true;
    parts.postcode = isNumber(reading, at + 2);
    return parts.postcode ? at + 2 : at + 1;
  }
  const postcode = postcodeAt(reading, at);
  if (postcode !== undefined && (parts.city || parts.unit || broken || cityAt(reading, postcode + 1) !== undefined)) {
    parts.postcode = true;
    return postcode;
  }
  if (parts.city || parts.unit) {
    // A region's code: `, CO`.
    if (isCapitalised(reading, at) && endOf(reading, at) - startOf(reading, at) <= 3 && shapeOf(reading, at) === UPPER)
      return at;
    if (parts.city && isOneOf(reading, at, NAN)) return at;
  }
  const city = cityAt(reading, at);
  if (city !== undefined) {
    // Without a separator only what is known as a place, or what stands between unit and line end, goes on.
    if (
      !broken &&
      parts.numbered &&
      !parts.unit &&
      isBreak(reading, city.last + 1) &&
      unitAt(reading, city.last + 2) !== undefined
    )
      return city.last;
    if (!broken && !city.known && !parts.unit) return undefined;
    if (broken && !city.known && !parts.numbered) return undefined;
    if (broken && !city.known && !endsLine(reading, city.last)) return undefined;
    parts.city = true;
    return city.last;
  }
  return undefined;
}

function endsLine(reading: Reading, last: number): boolean {
  for (let at = last + 1; at < reading.count; at++) {
    if (
      isBreak(reading, at) ||
      isMark(reading, at, ',') ||
      isMark(reading, at, '.') ||
      isMark(reading, at, '?') ||
      isMark(reading, at, '"')
    )
      return true;
    if (
      isNumber(reading, at) ||
      isMark(reading, at, '(') ||
      isMixed(reading, at) ||
      (isCapitalised(reading, at) && at < last + 4)
    )
      continue;
    return isOneOf(reading, at, LINE_ENDS);
  }
  return true;
}

/** Bytes of a postcode's part, in which each letter may be one beyond ASCII. */
const LONGEST_POSTCODE = 18;

/** A postcode in the forms of many countries: `75001`, `1012 AB`, `SW1A 1AA`, `00-950`, `K1A 0B1`, `D-10115`, `94103-1234`. */
function postcodeAt(reading: Reading, at: number): number | undefined {
  const size = endOf(reading, at) - startOf(reading, at);
  if (isNumber(reading, at)) {
    if (isMark(reading, at + 1, '-') && isNumber(reading, at + 2) && gapBefore(reading, at + 2) === 0) {
      const tail = endOf(reading, at + 2) - startOf(reading, at + 2);
      if ((size === 2 && tail === 3) || (size === 5 && (tail === 3 || tail === 4)) || (size === 4 && tail === 3))
        return at + 2;
      return undefined;
    }
    if (
      size === 3 &&
      isNumber(reading, at + 1) &&
      gapBefore(reading, at + 1) === 1 &&
      endOf(reading, at + 1) - startOf(reading, at + 1) === 2
    )
      return at + 1;
    if (size < 3 || size > 6) return undefined;
    const letters = isWord(reading, at + 1) && gapBefore(reading, at + 1) === 1 && shapeOf(reading, at + 1) === UPPER;
    if (size === 4 && letters && endOf(reading, at + 1) - startOf(reading, at + 1) === 2) return at + 1;
    return at;
  }
  if (isMixed(reading, at) && size <= LONGEST_POSTCODE) {
    const text = word(reading, at);
    if (
      /^[a-z]{1,2}\d[a-z\d]?$/.test(text) &&
      isMixed(reading, at + 1) &&
      /^\d[a-z]{2}$|^\d[a-z]\d$/.test(word(reading, at + 1))
    )
      return at + 1;
    if (/^[a-z]\d[a-z]$/.test(text) && isMixed(reading, at + 1) && /^\d[a-z]\d$/.test(word(reading, at + 1)))
      return at + 1;
    if (/^\d{4}[a-z]{2}$/.test(text)) return at;
  }
  if (
    isCapitalised(reading, at) &&
    size <= 2 &&
    isMark(reading, at + 1, '-') &&
    isNumber(reading, at + 2) &&
    gapBefore(reading, at + 2) === 0
  )
    return at + 2;
  return undefined;
}

/** A city, region or country: known, or words with capitals. */
function cityAt(reading: Reading, at: number): { readonly last: number; readonly known: boolean } | undefined {
  if (!isWord(reading, at)) return undefined;
  const known = placeFrom(reading, at);
  if (isMark(reading, at + 1, ':')) return undefined;
  if (known !== undefined) {
    let last = known;
    if (isMark(reading, last + 1, '(')) {
      for (let close = last + 2; close < last + 5; close++) if (isMark(reading, close, ')')) last = close;
    }
    return { last, known: true };
  }
  if (!isCapitalised(reading, at) || (flagsOf(reading, at) & (STREET | THING | TITLE)) !== 0) return undefined;
  const flags = flagsOf(reading, at);
  if ((flags & WORD) !== 0 && (flags & (PLACE | PLACE_BEGINS | PLACE_LARGE)) === 0 && !isCapitalised(reading, at + 1))
    return undefined;
  let last = at;
  for (let next = at + 1; next < at + 6 && isWord(reading, next) && gapBefore(reading, next) <= 1; next++) {
    if (isCapitalised(reading, next)) last = next;
    else if ((flagsOf(reading, next) & PARTICLE) === 0 && !isOneOf(reading, next, WITHIN_CITY)) break;
  }
  return { last, known: false };
}

/** Passes over commas, quotation marks of mails and one line break; an empty line only before a country. */
export function skipSeparators(reading: Reading, from: number): number {
  let at = from;
  let breaks = 0;
  while (at < reading.count && at < from + 6) {
    if (isBreak(reading, at)) {
      // An empty line ends an address, but for a country and its code below.
      if (++breaks > 1 && !(isCapitalised(reading, at + 1) && placeFrom(reading, at + 1) !== undefined)) break;
      if (breaks > 2) break;
    } else if (
      !isMark(reading, at, ',') &&
      !isMark(reading, at, '>') &&
      !isMark(reading, at, '?') &&
      !isMark(reading, at, '|') &&
      !isMark(reading, at, '-')
    )
      break;
    at++;
  }
  return at;
}
