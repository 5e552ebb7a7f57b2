// Runs of words with capitals that are no person: companies, public bodies, places.

import { BODY, FAMILY, GIVEN, GIVEN_OFTEN, NAME, PARTICLE, PLACE, PLACE_LARGE, THING, WORD } from './flags.ts';
import { PLACE_HINTS } from './phrases.ts';
import {
  flagsOf,
  gapBefore,
  isCapitalised,
  isMark,
  isOneOf,
  isWord,
  phraseBefore,
  type Reading,
  shapeOf,
  word,
} from './reading.ts';
import { INITIAL } from './shapes.ts';
import { type Named, SUFFIX } from './weigh.ts';
import { BRANDS } from './word-lists.ts';
import { wordSet } from './word-set.ts';

export interface Finding {
  readonly kind: Named;
  readonly rule: string;
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** Tokens of a name at most; longer runs are headings and lists. */
const MOST_TOKENS = 9;

/** The last token of the run of words with capitals that begins at a token; initials and particles within it. */
export function runFrom(reading: Reading, from: number): number | undefined {
  if (!isCapitalised(reading, from) || reading.taken[from] !== 0) return undefined;
  let last = from;
  let at = from;
  while (at < from + MOST_TOKENS) {
    let next = at + 1;
    // The full stop of an initial or of a suffix belongs to the name.
    if (
      isMark(reading, next, '.') &&
      gapBefore(reading, next) === 0 &&
      (shapeOf(reading, at) === INITIAL || isOneOf(reading, at, SUFFIX))
    )
      next++;
    if (!isWord(reading, next) || gapBefore(reading, next) > 2 || reading.taken[next] !== 0) break;
    if (isCapitalised(reading, next)) {
      at = next;
      last = next;
      continue;
    }
    if ((flagsOf(reading, next) & PARTICLE) === 0) break;
    let behind = next + 1;
    while (
      isWord(reading, behind) &&
      (flagsOf(reading, behind) & PARTICLE) !== 0 &&
      !isCapitalised(reading, behind) &&
      behind < next + 3
    )
      behind++;
    if (!isCapitalised(reading, behind) || gapBefore(reading, behind) > 2 || reading.taken[behind] !== 0) break;
    at = behind;
    last = behind;
  }
  return last;
}

const BEFORE_BODY =
  wordSet(`the a an at in on for from of our my your their his her its this that and or but when why how what is are to by with if as
we i he she they you`);
const ABBREVIATED = wordSet('inc ltd co corp llc sp dept');

/** Where the name of a company may begin: behind articles, prepositions and the like. */
export function bodyStart(reading: Reading, from: number, to: number): number {
  let first = from;
  while (first < to && (isOneOf(reading, first, BEFORE_BODY) || (flagsOf(reading, first) & THING) !== 0)) first++;
  return first;
}

const BRAND_BEGINS = wordSet([...BRANDS].map((brand) => brand.split(' ')[0]).join(' '));

export function brandIn(reading: Reading, first: number, last: number): boolean {
  return (
    last > first &&
    last < first + 4 &&
    isOneOf(reading, first, BRAND_BEGINS) &&
    BRANDS.has(joined(reading, first, last))
  );
}

function joined(reading: Reading, first: number, last: number): string {
  let text = '';
  for (let at = first; at <= last; at++)
    if (isWord(reading, at)) text += text === '' ? word(reading, at) : ` ${word(reading, at)}`;
  return text;
}

/** A company or body: by a word in its name, or by the shape of a partnership (`Clark, Romero and Hall`, `Weeks & Rivas`). */
export function bodyIn(reading: Reading, first: number, to: number): Finding | undefined {
  for (let at = to; at > first; at--) {
    if (
      isWord(reading, at) &&
      (flagsOf(reading, at) & BODY) !== 0 &&
      isCapitalised(reading, at) &&
      (flagsOf(reading, at) & GIVEN_OFTEN) === 0
    ) {
      const stop =
        isMark(reading, at + 1, '.') && gapBefore(reading, at + 1) === 0 && isOneOf(reading, at, ABBREVIATED)
          ? at + 1
          : at;
      return {
        kind: 'organisation/name',
        rule: 'body-word',
        first,
        last: Math.max(stop, to),
        confidence: 0.6,
        reasons: ['a word of company names'],
      };
    }
  }
  if (isMark(reading, to + 1, '&') && isCapitalised(reading, to + 2)) {
    return {
      kind: 'organisation/name',
      rule: 'partnership',
      first,
      last: runFrom(reading, to + 2) ?? to + 2,
      confidence: 0.5,
      reasons: ['names joined by &'],
    };
  }
  const single = first === to && (flagsOf(reading, first) & (FAMILY | WORD)) !== 0;
  if (
    single &&
    isMark(reading, to + 1, ',') &&
    isCapitalised(reading, to + 2) &&
    word(reading, to + 3) === 'and' &&
    isCapitalised(reading, to + 4)
  ) {
    const all = [to + 2, to + 4].every(
      (at) => (flagsOf(reading, at) & FAMILY) !== 0 && !isCapitalised(reading, at + (at === to + 4 ? 1 : 9)),
    );
    if (all && (flagsOf(reading, first) & FAMILY) !== 0) {
      return {
        kind: 'organisation/name',
        rule: 'partnership',
        first,
        last: to + 4,
        confidence: 0.45,
        reasons: ['three family names joined'],
      };
    }
  }
  return undefined;
}

/** Whether a known place is meant as a place, since many are names too. */
export function isPlace(reading: Reading, first: number, place: number, to: number): boolean {
  const flags = flagsOf(reading, first);
  if (place > first) return true;
  if (place < to && (flags & GIVEN) !== 0) return false;
  if (place < to && (flagsOf(reading, place + 1) & FAMILY) !== 0 && (flags & PLACE_LARGE) === 0) return false;
  if ((flags & NAME) === 0)
    return (
      (flags & WORD) === 0 || (flags & PLACE_LARGE) !== 0 || phraseBefore(reading, first, PLACE_HINTS) !== undefined
    );
  if (phraseBefore(reading, first, PLACE_HINTS) !== undefined) return true;
  if (isMark(reading, first - 1, ',') && (flagsOf(reading, first - 2) & PLACE) !== 0) return true;
  return (flags & PLACE_LARGE) !== 0 && (flags & GIVEN_OFTEN) === 0;
}

export function placeFinding(reading: Reading, first: number, last: number): Finding {
  const flags = flagsOf(reading, first);
  const hinted = phraseBefore(reading, first, PLACE_HINTS) !== undefined;
  const sure = last > first || (flags & PLACE_LARGE) !== 0;
  return {
    kind: 'place/name',
    rule: 'known-place',
    first,
    last,
    confidence: sure && hinted ? 0.75 : sure || hinted ? 0.6 : 0.4,
    reasons: ['a known place'],
  };
}
