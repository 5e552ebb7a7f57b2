// The finder of all identifiers: one automaton reads their written forms, checks decide, words beside them raise the confidence.
import type { Finder, Hits, Report } from './finder.ts';
import { compileForms, type FormAutomaton, type StateRoom } from './forms/automaton.ts';
import { type FirstRuns, firstRunsOf, leadOf } from './forms/first-runs.ts';
import type { Identifier } from './identifier.ts';
import {
  BYTES_BEFORE_DIGIT,
  createPlaces,
  IN_WORDS,
  isJoinedBefore,
  isJoinedBehind,
  mayBegin,
  placesOfWords,
} from './identifier-places.ts';
import { HASH, LOUD_BEYOND } from './identifier-scan/layout.ts';
import { type BeginScan, createFormScan, type FormScan, type ScannedForms } from './identifier-scan/scan.ts';
import { createIdentifierWords, FAR, type IdentifierWords, type LookedForBy } from './identifier-words.ts';
import { REPORTED_FROM } from './span.ts';
import type { Text } from './text.ts';

/** Forms that begin at one place and end at more places than this are no identifiers but tables of numbers. */
const MOST_ENDS = 32;
/** Identifiers of which a form ends at one place. */
type Ending = readonly number[];

/**
 * A finder for these identifiers.
 *
 * @throws FormFault where a form is written wrong
 */
export function createIdentifierFinder(identifiers: readonly Identifier[]): Finder {
  const ways = identifiers.map(lookedForBy);
  const words = createIdentifierWords(identifiers, ways);
  return {
    name: 'identifiers',
    kinds: [...new Map(identifiers.map(({ kind }) => [kind.id, kind])).values()],
    triggers: words.triggers,
    placeOf: () => 'whole word',
    find: createSearch(identifiers, ways, words),
  };
}

/** Whether it is told without a word beside it. */
function isLoud(identifier: Identifier | undefined): boolean {
  return (identifier?.confidence.alone ?? 0) >= REPORTED_FROM;
}

function lookedForBy(identifier: Identifier): LookedForBy {
  if (isLoud(identifier)) return 'digits';
  // One of its forms may be letters alone, so that no digit leads to it.
  return identifier.forms.some((form) => leadOf(form) > BYTES_BEFORE_DIGIT) ? 'word' : 'digits beside a word';
}

/** Forms that are read together: by what they begin with, and by their automaton. */
interface Family {
  readonly runs: FirstRuns;
  readonly automaton: FormAutomaton<Ending>;
}

/** The families, each made when it is first needed. */
interface Families {
  /**
   * Forms of what is told without a word beside it; those with letters beyond ASCII apart, so that the others' tables stay small. The others
   * are read by the scan.
   */
  loudBeyond(): Family;
  scanned(): ScannedForms<Ending>;
  /** Forms of what the words of a group name, see IdentifierWords. */
  group(group: number): Family;
  /** Forms of all to which a digit leads: its field names an identifier, or one is asked for. */
  digits(): Family;
  /** Forms of what may be letters alone, and is told only beside a word. */
  letters(): Family;
}

function familiesOf(
  identifiers: readonly Identifier[],
  ways: readonly LookedForBy[],
  groups: readonly (readonly number[])[],
): Families {
  const made = new Map<string, Family>();
  const formsOf = (owners: readonly number[]) =>
    owners.flatMap((owner) => (identifiers[owner]?.forms ?? []).map((form) => ({ form, owner })));
  const automatonOf = (owned: ReturnType<typeof formsOf>, room?: StateRoom) =>
    compileForms(owned.map(textOfForm), (ended) => [...new Set(ended.map((form) => owned[form]?.owner ?? 0))], room);
  const madeOf = (owned: ReturnType<typeof formsOf>): Family => ({
    runs: firstRunsOf(owned.map(textOfForm)),
    automaton: automatonOf(owned),
  });
  const byGroup: Family[] = [];
  const family = (name: string, members: () => ReturnType<typeof formsOf>): Family => {
    const known = made.get(name);
    if (known) return known;
    const fresh = madeOf(members());
    made.set(name, fresh);
    return fresh;
  };
  const loud = (isAscii: boolean) =>
    formsOf(lookedForAs(ways, 'digits')).filter(({ form }) => /^[\0-\x7f]*$/.test(form) === isAscii);
  const byDigits = () => formsOf(lookedForAs(ways, 'digits', 'digits beside a word'));
  const loudBeyond = () => family('loud beyond ASCII', () => loud(false));
  return {
    loudBeyond,
    scanned: () => ({
      any: firstRunsOf(byDigits().map(textOfForm)),
      loud: firstRunsOf(loud(true).map(textOfForm)),
      loudBeyond: loudBeyond().runs,
      automaton: (room) => automatonOf(loud(true), room),
    }),
    group: (group) => {
      byGroup[group] ??= madeOf(formsOf(groups[group] ?? []));
      return byGroup[group];
    },
    digits: () => family('digits', byDigits),
    letters: () => family('letters', () => formsOf(lookedForAs(ways, 'word'))),
  };
}

const textOfForm = ({ form }: { readonly form: string }) => form;

/** Indices of the identifiers that are looked for in one of these ways. */
function lookedForAs(ways: readonly LookedForBy[], ...wanted: readonly LookedForBy[]): number[] {
  return ways.flatMap((way, index) => (wanted.includes(way) ? [index] : []));
}

function createSearch(
  identifiers: readonly Identifier[],
  ways: readonly LookedForBy[],
  words: IdentifierWords,
): Finder['find'] {
  const families = familiesOf(identifiers, ways, words.groups);
  const reading = createReading(identifiers, words);
  const groups = new Int32Array(words.groups.length);
  const places = createPlaces();
  let beginScan: BeginScan<Ending> | undefined;

  /** All that digits lead to: their forms are told alone, or beside a word near them. */
  const findByDigits = (text: Text, asksAll: boolean, named: ReadonlySet<number>, report: Report) => {
    beginScan ??= createFormScan(families.scanned(), MOST_ENDS);
    const beyond = families.loudBeyond();
    for (const scan = beginScan(text.bytes, !asksAll); scan.next(); ) {
      for (let i = scan.from, end = 0; i < scan.to; i += 1) {
        const start = scan.base + (scan.starts[i] as number);
        const count = scan.counts[i] as number;
        const sorts = scan.sorts[i] as number;
        reading.begin();
        if (count > 0) reading.judgeScanned(scan, end, count, text, start, named, report);
        end += count;
        if (asksAll) {
          reading.readAt(families.digits(), text, start, named, report);
          continue;
        }
        if ((sorts & (LOUD_BEYOND | HASH)) === LOUD_BEYOND) reading.readAt(beyond, text, start, named, report);
        const near = words.groupsNear(start, groups);
        for (let j = 0; j < near; j += 1) {
          reading.readAt(families.group(groups[j] as number), text, start, named, report);
        }
      }
    }
  };
  /** Those of letters alone are told only beside a word that names them, so these words lead to them. */
  const findByWords = (text: Text, hits: Hits, asksAll: boolean, named: ReadonlySet<number>, report: Report) => {
    const letters = families.letters();
    let seen = 0;
    const readWords = (from: number, to: number) => {
      placesOfWords(text.bytes, Math.max(seen, from), to, letters.runs, places);
      for (let i = 0; i < places.length; i += 1) {
        const start = places.starts[i] as number;
        if (isJoinedBefore(text.bytes, start)) continue;
        reading.begin();
        reading.readAt(letters, text, start, named, report);
      }
      seen = Math.max(seen, to);
    };
    if (asksAll) {
      words.take(text, hits);
      readWords(0, text.bytes.length);
    } else words.eachNameOfLetters(readWords);
  };

  return (text, hits, report) => {
    words.take(text, hits);
    const named = words.namedBy(text.field);
    const asksAll = named.size > 0 || identifiers.some(({ kind }) => report.asked(kind.id));
    findByDigits(text, asksAll, named, report);
    findByWords(text, hits, asksAll, named, report);
  };
}

/** Reads forms at one place after the other and judges what they may be; an identifier is reported once at a place. */
function createReading(identifiers: readonly Identifier[], words: IdentifierWords) {
  const ends = new Int32Array(MOST_ENDS);
  const endings: Ending[] = [];
  /** By identifier: the number of the last place where it was reported. */
  const done = new Int32Array(identifiers.length);
  let place = 0;

  /** Judges the forms that begin at `start` and end at the first so many of `ends`, the longest first. */
  const judgeAll = (found: number, text: Text, start: number, named: ReadonlySet<number>, report: Report) => {
    let measured = false;
    for (let i = found - 1; i >= 0; i -= 1) {
      const end = ends[i] as number;
      if (isJoinedBehind(text.bytes, end)) continue;
      const written = text.latin1.slice(start, end);
      const compact = compactOf(written);
      for (const index of endings[i] as Ending) {
        if (done[index] === place) continue;
        const identifier = identifiers[index] as Identifier;
        const verdict = identifier.check?.(compact, written) ?? true;
        // Most numbers fail their checks, and only where look-alikes are told the words beside them matter still.
        if (verdict !== true && !report.explains) continue;
        if (!measured) words.measure(start, ends[found - 1] as number);
        measured = true;
        if (judge(identifier, index, verdict, text, start, end, words, named.has(index), report)) done[index] = place;
      }
    }
  };
  return {
    /** Begins with a new place. */
    begin: () => {
      place += 1;
    },
    /** Reads the forms of one family that begin at `start`. */
    readAt: (
      { runs, automaton }: Family,
      text: Text,
      start: number,
      named: ReadonlySet<number>,
      report: Report,
    ): void => {
      if (!mayBegin(text.bytes, start, runs)) return;
      judgeAll(automaton.endsFrom(text.bytes, start, IN_WORDS, ends, endings), text, start, named, report);
    },
    /** Judges the forms that a scan has read from one of its places. @param first number of their first end */
    judgeScanned: (
      scan: FormScan<Ending>,
      first: number,
      count: number,
      text: Text,
      start: number,
      named: ReadonlySet<number>,
      report: Report,
    ): void => {
      for (let i = 0; i < count; i += 1) {
        ends[i] = scan.base + (scan.ends[first + i] as number);
        endings[i] = scan.endingAt(first + i);
      }
      judgeAll(count, text, start, named, report);
    },
  };
}

/** Letters in capitals and digits only. */
function compactOf(written: string): string {
  for (let at = 0; at < written.length; at += 1) {
    const code = written.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return written.replace(/[^0-9A-Za-z]+/g, '').toUpperCase();
  }
  return written;
}

/** Judges one identifier at one place, of which the check is known; true where it was reported. */
function judge(
  identifier: Identifier,
  index: number,
  verdict: true | string,
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
  const isTail = (sign === 0x2d || sign === 0x5f) && start > 1 && IN_WORDS[bytes[start - 2] as number] === 1;
  return isTail || /[a-z]/.test(latin1.slice(start, end)) ? Math.min(HARDLY, confidence.alone) : confidence.alone;
}

function reasonsOf(identifier: Identifier, word: number, byField: boolean): string[] {
  const form = identifier.check ? 'its form and check hold' : 'its form';
  if (byField) return [form, 'the column or key is named so'];
  return word < FAR ? [form, 'a word beside it names it'] : [form];
}
