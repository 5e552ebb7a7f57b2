// Names of people: runs of words with capitals, weighed by what the vocabulary knows of them, by titles, introductions and
// what stands around them. What a run turns out to be instead (a place, a company) is told too.

import { bodyIn, bodyStart, brandIn, type Finding, isPlace, placeFinding, runFrom } from './bodies.ts';
import {
  BODY,
  FAMILY,
  FAMILY_OFTEN,
  GIVEN,
  GIVEN_OFTEN,
  GROUP,
  NAME,
  PARTICLE,
  PLACE,
  PLACE_BEGINS,
  PLACE_LARGE,
  THING,
  TITLE,
  UNCLEAN,
  WORD,
} from './flags.ts';
import { INTRODUCTIONS } from './phrases.ts';
import { placeFrom } from './places.ts';
import {
  beginsSentence,
  endOf,
  flagsOf,
  gapBefore,
  hashOfToken,
  isCapitalised,
  isMark,
  isNumber,
  isOneOf,
  isWord,
  phraseBefore,
  type Reading,
  shapeOf,
  startOf,
} from './reading.ts';
import { INITIAL } from './shapes.ts';
import { type Acquainted, weigh } from './weigh.ts';
import { wordSet } from './word-set.ts';

/**
 * All names of a reading, in order.
 *
 * @param introduced tokens that an introduction says are names, in whatever case
 */
export function findNames(reading: Reading, introduced: ReadonlySet<number>, acquainted: Acquainted): Finding[] {
  const found: Finding[] = [];
  const { leads, leadCount } = reading;
  let last = -1;
  for (let lead = 0; lead < leadCount; lead++) {
    const at = leads[lead] as number;
    if (at <= last || reading.taken[at] !== 0 || !isWord(reading, at)) continue;
    last =
      (introduced.has(at) ? findIntroduced(reading, at, acquainted, found) : undefined) ??
      ((flagsOf(reading, at) & TITLE) !== 0 ? findTitled(reading, at, acquainted, found) : undefined) ??
      (isCapitalised(reading, at) ? findRun(reading, at, acquainted, found) : findSmall(reading, at, found)) ??
      at;
  }
  return found;
}

// Each of these adds what begins at a token to `found`, and gives the last token that is read with it.

function findIntroduced(reading: Reading, at: number, acquainted: Acquainted, found: Finding[]): number | undefined {
  const last = introducedName(reading, at);
  if (last === undefined) return undefined;
  found.push(person(at, last, 'introduced', 0.86, ['behind an introduction']));
  acquaint(reading, at, last, acquainted);
  return last;
}

function findTitled(reading: Reading, at: number, acquainted: Acquainted, found: Finding[]): number | undefined {
  const title = titleAt(reading, at);
  if (title === undefined) return undefined;
  const run = runFrom(reading, title.next);
  if (run === undefined || !namedByTitle(reading, run, title.weak)) return undefined;
  const last = trimmedLast(reading, title.next, run);
  found.push({
    kind: 'person/title',
    rule: 'title',
    first: at,
    last: title.last,
    confidence: 0.8,
    reasons: ['a title before a name'],
  });
  found.push(person(title.next, last, 'titled', titledConfidence(reading, title.next, last), ['behind a title']));
  acquaint(reading, title.next, last, acquainted);
  return last;
}

function findSmall(reading: Reading, at: number, found: Finding[]): number | undefined {
  const last = smallName(reading, at);
  if (last !== undefined)
    found.push(person(at, last, 'small-letters', 0.4, ['given and family name in small letters']));
  return last;
}

function findRun(reading: Reading, at: number, acquainted: Acquainted, found: Finding[]): number | undefined {
  const last = runFrom(reading, at);
  if (last === undefined || (last === at && isOnlyWord(reading, at))) return last;
  for (const finding of judge(reading, at, last, acquainted)) {
    found.push(finding);
    if (finding.kind === 'person/name' && finding.confidence >= 0.6)
      acquaint(reading, finding.first, finding.last, acquainted);
  }
  return last;
}

/** Whether a word that stands alone with its capital can be nothing but a word or a thing: the quickest way out, for most. */
function isOnlyWord(reading: Reading, at: number): boolean {
  const flags = flagsOf(reading, at);
  return (flags & (WORD | THING)) !== 0 && (flags & NAMING) === 0 && !isMark(reading, at + 1, '&');
}

const NAMING = NAME | GIVEN_OFTEN | FAMILY_OFTEN | PLACE | PLACE_BEGINS;

function person(first: number, last: number, rule: string, confidence: number, reasons: readonly string[]): Finding {
  return { kind: 'person/name', rule, first, last, confidence, reasons };
}

function acquaint(reading: Reading, first: number, last: number, acquainted: Acquainted): void {
  if (acquainted.size > 4000) return;
  for (let at = first; at <= last; at++) {
    if ((flagsOf(reading, at) & (WORD | PARTICLE)) === 0 && endOf(reading, at) - startOf(reading, at) > 2)
      acquainted.add(hashOfToken(reading, at));
  }
}

const STRONG_TITLES =
  wordSet(`mr mrs ms mx dr prof professor doctor mme mlle mademoiselle monsieur madame herr frau herrn senora senor senhor senhora signor
signora dott meneer mevrouw dhr mw rva miss sr sra srta sig avv mgr pan pani`);
/** Those that are titles in small letters too. */
const SMALL_TITLES = wordSet(
  `mr mrs ms dr herr frau pan pani monsieur madame senor senora signor signora meneer mevrouw don dona senhor senhora`,
);
const DR = wordSet('dr');
const MS = wordSet('ms');

/** `Mr`, `Dr.`, `Sehr geehrter Herr Dr.`; weak ones are words as well (`king`, `coach`). */
function titleAt(
  reading: Reading,
  from: number,
): { readonly last: number; readonly next: number; readonly weak: boolean } | undefined {
  let at = from;
  let last = -1;
  let weak = true;
  let sawTitle = false;
  while (isWord(reading, at) && (flagsOf(reading, at) & TITLE) !== 0 && at < from + 6) {
    const shape = shapeOf(reading, at);
    const stop = isMark(reading, at + 1, '.') && gapBefore(reading, at + 1) === 0;
    const strong = isOneOf(reading, at, STRONG_TITLES);
    if (shape === 0 && !(stop || isOneOf(reading, at, SMALL_TITLES))) break;
    // `12 Timms Dr.` is a street, `30 ms` a time.
    if (
      isOneOf(reading, at, DR) &&
      at === from &&
      isCapitalised(reading, at - 1) &&
      gapBefore(reading, at) === 1 &&
      !beginsSentence(reading, at - 1)
    )
      break;
    if (isOneOf(reading, at, MS) && isNumber(reading, at - 1)) break;
    if (strong && (shape !== 0 || stop)) weak = false;
    else if (strong && !sawTitle) weak = true;
    sawTitle = true;
    last = stop ? at + 1 : at;
    at = last + 1;
    if (gapBefore(reading, at) > 2) break;
  }
  if (last < 0) return undefined;
  return { last, next: last + 1, weak };
}

function namedByTitle(reading: Reading, last: number, weak: boolean): boolean {
  const first = firstOf(reading, last);
  const flags = flagsOf(reading, first);
  if (!weak) return (flags & (TITLE | BODY)) === 0;
  return (flags & NAME) !== 0 && (flags & (WORD | THING | BODY)) === 0 && (flags & PLACE_LARGE) === 0;
}

function firstOf(reading: Reading, last: number): number {
  let first = last;
  while (
    first > 0 &&
    isWord(reading, first - 1) &&
    isCapitalised(reading, first - 1) &&
    (flagsOf(reading, first - 1) & TITLE) === 0 &&
    gapBefore(reading, first) <= 1
  )
    first--;
  return first;
}

function titledConfidence(reading: Reading, first: number, last: number): number {
  const plain = first === last && (flagsOf(reading, first) & WORD) !== 0;
  if (!plain) return 0.9;
  return (flagsOf(reading, first) & FAMILY) !== 0 ? 0.8 : 0.6;
}

/** A name right behind an introduction, in any case: up to four words that are no common words. */
function introducedName(reading: Reading, from: number): number | undefined {
  const last = runFrom(reading, from);
  if (last !== undefined && (flagsOf(reading, from) & TITLE) === 0) {
    const end = trimmedLast(reading, from, last);
    const flags = flagsOf(reading, from);
    if (from === end && (flags & WORD) !== 0 && (flags & NAME) === 0) return undefined;
    if ((flags & (BODY | GROUP)) !== 0 && (flags & NAME) === 0) return undefined;
    return end;
  }
  let end = -1;
  for (let at = from; at < from + 4 && isWord(reading, at) && (at === from || gapBefore(reading, at) === 1); at++) {
    const flags = flagsOf(reading, at);
    const named = (flags & NAME) !== 0 && (flags & (WORD | THING)) === 0;
    const unknown = flags === 0;
    if (
      named ||
      (unknown && endOf(reading, at) - startOf(reading, at) > 2 && (at === from ? endsClause(reading, at) : true))
    )
      end = at;
    else if ((flags & PARTICLE) === 0) break;
  }
  return end < 0 ? undefined : end;
}

function endsClause(reading: Reading, at: number): boolean {
  return !isWord(reading, at + 1) || (flagsOf(reading, at + 1) & (NAME | WORD)) !== 0;
}

/** `anna kowalska` in small letters: both known, neither a word of a language. */
function smallName(reading: Reading, at: number): number | undefined {
  const given = flagsOf(reading, at);
  if ((given & GIVEN) === 0 || (given & (UNCLEAN | PARTICLE)) !== 0) return undefined;
  const next = at + 1;
  const family = flagsOf(reading, next);
  if (!isWord(reading, next) || gapBefore(reading, next) !== 1 || shapeOf(reading, next) !== 0) return undefined;
  if ((family & NAME) === 0 || (family & (UNCLEAN | PARTICLE)) !== 0) return undefined;
  return next;
}

/** The last token of a name without the common words behind it. */
function trimmedLast(reading: Reading, first: number, last: number): number {
  let end = last;
  // `Ann Lee C<ann@example.org>`: a letter of a markup, not of the name.
  if (end > first && shapeOf(reading, end) === INITIAL && isMark(reading, end + 1, '<')) end--;
  while (end > first) {
    const flags = flagsOf(reading, end);
    const plain = (flags & (WORD | THING | TITLE)) !== 0 && (flags & NAME) === 0;
    if (!plain) break;
    end--;
    if (isMark(reading, end, '.') && end > first) end--;
    while (end > first && (flagsOf(reading, end) & PARTICLE) !== 0 && shapeOf(reading, end) === 0) end--;
  }
  return end;
}

/** What a run of words with capitals is. */
function judge(reading: Reading, from: number, to: number, acquainted: Acquainted): Finding[] {
  let first = from;
  // `When Maria`, `The Anna`: what begins a sentence or is no name in front.
  while (first < to && isPlainLead(reading, first) && (placeFrom(reading, first) ?? first) === first) first++;
  while (first < to && isWord(reading, first) && shapeOf(reading, first) === 0) first++;
  const brand = brandIn(reading, first, to);
  const place = placeFrom(reading, first);
  const phrase = phraseBefore(reading, first, INTRODUCTIONS);
  if (phrase === undefined || place === to) {
    const body = bodyIn(reading, bodyStart(reading, from, to), to);
    if (body !== undefined) return [body];
  }
  if (brand)
    return [
      { kind: 'organisation/name', rule: 'brand', first, last: to, confidence: 0.5, reasons: ['a known company'] },
    ];
  if (phrase === undefined && place !== undefined && isPlace(reading, first, place, to)) {
    const findings: Finding[] = [placeFinding(reading, first, place)];
    if (place < to && !isMark(reading, place + 1, '.')) findings.push(...judge(reading, place + 1, to, acquainted));
    return findings;
  }
  const last = trimmedLast(reading, first, to);
  const confidence = weigh(reading, first, last, phrase !== undefined, acquainted);
  if (confidence.value <= 0) return [];
  if (confidence.kind !== undefined)
    return [
      { kind: confidence.kind, rule: 'guess', first, last, confidence: confidence.value, reasons: confidence.reasons },
    ];
  return [
    person(first, last, phrase === undefined ? 'known-name' : 'introduced', confidence.value, confidence.reasons),
  ];
}

const I = wordSet('i');

function isPlainLead(reading: Reading, at: number): boolean {
  const flags = flagsOf(reading, at);
  if ((flags & TITLE) !== 0 && (flags & NAME) === 0) return true;
  if ((flags & THING) !== 0 && (flags & GIVEN_OFTEN) === 0) return true;
  if ((flags & (WORD | THING)) === 0)
    return shapeOf(reading, at) === INITIAL && !isMark(reading, at + 1, '.') && isOneOf(reading, at, I);
  if ((flags & GIVEN_OFTEN) !== 0 && !beginsSentence(reading, at)) return false;
  if (
    isCapitalised(reading, at + 1) &&
    shapeOf(reading, at + 1) === INITIAL &&
    (flags & NAME) !== 0 &&
    gapBefore(reading, at + 1) <= 1
  )
    return false;
  const next = flagsOf(reading, at + 1);
  // `Will Smith`, `Rose Novak`: a word that is a given name too, before a family name.
  if (
    (flags & GIVEN_OFTEN) !== 0 &&
    (next & NAME) !== 0 &&
    ((next & GIVEN_OFTEN) === 0 || (next & (WORD | THING)) === 0)
  )
    return false;
  if ((flags & (BODY | NAME)) !== 0 && !beginsSentence(reading, at)) return false;
  return true;
}
