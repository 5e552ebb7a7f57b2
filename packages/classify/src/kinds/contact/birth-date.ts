// Dates of birth: a date beside a word for birth, or in a column so named. Other dates are a kind that is only looked for on request.
import type { Finder, Hits, Report } from '../../finder.ts';
import type { Kind } from '../../kind.ts';
import { asLatin1, lineEnd, lineStart, type Text } from '../../text.ts';
import { datesIn, type WrittenDate } from './date-forms.ts';
import { BIRTH_WORDS, MONTH_NAMES } from './date-words.ts';
import { fieldReader, roleOf, stands, wordBefore, wordBehind } from './labels.ts';

const BIRTH_DATE: Kind = {
  id: 'person/birth-date',
  title: 'Date of birth',
  edpb: ['a', 'n'],
  meaning: 'With the name it singles a person out, and many call centres take it as proof of who is calling.',
  identifies: 'about',
};

const DATE: Kind = {
  id: 'date',
  title: 'Date',
  edpb: [],
  meaning: 'A day on which something was; it tells of a person only together with what was.',
  identifies: 'about',
  onRequest: true,
};

/** Bytes round a word for birth in which a date is looked for; a date before the word must end close to it. */
const BEHIND = 80;
const BEFORE = 48;
const CLOSE = 16;

/** Years in which somebody who is alive, or lately was, can have been born. */
const FIRST_YEAR = 1890;
const LAST_YEAR = 2035;

const readField = fieldReader(BIRTH_WORDS);

export const birthDateFinder: Finder = {
  name: 'birth-date',
  kinds: [BIRTH_DATE, DATE],
  triggers: BIRTH_WORDS.triggers,
  placeOf: () => 'whole word',
  find(text, hits, report) {
    const births = new Set<number>();
    if (readField(text.field) === 'birth') readColumn(text, births, report);
    else findBesideWords(text, hits, births, report);
    if (report.asked(DATE.id)) findAllDates(text, births, report);
  },
};

/** A column or key of birth dates: each date in it is one. */
function readColumn(text: Text, births: Set<number>, report: Report): void {
  for (const { at, date } of allDates(text)) {
    if (!date.whole || !isLifetime(date)) continue;
    births.add(at + date.start);
    tellBirth(report, at, date, 0.95, 'the column or key is named so');
  }
}

function findBesideWords(text: Text, hits: Hits, births: Set<number>, report: Report): void {
  for (let index = 0; index < hits.length; index++) {
    if (roleOf(BIRTH_WORDS, hits, index) !== 'birth' || !stands(BIRTH_WORDS, text, hits, index)) continue;
    const end = hits.end[index] as number;
    const start = end - (BIRTH_WORDS.bytes[hits.trigger[index] as number] as number);
    const behind = firstBehind(text, hits, end);
    const found = behind ?? lastBefore(text, hits, start);
    if (found === undefined || births.has(found.at + found.date.start)) continue;
    births.add(found.at + found.date.start);
    const open = found.date.year === undefined;
    tellBirth(report, found.at, found.date, open ? 0.8 : 0.9, 'beside a word for birth');
  }
}

interface PlacedDate {
  readonly at: number;
  readonly date: WrittenDate;
}

/** The first date behind a word, with no other number and no other label between. */
function firstBehind(text: Text, hits: Hits, from: number): PlacedDate | undefined {
  const window = text.latin1.slice(from, from + BEHIND);
  const date = datesIn(window)[0];
  if (date === undefined || !date.whole || !isLifetime(date)) return undefined;
  if (date.start > 60 || /\d/.test(window.slice(0, date.start))) return undefined;
  const word = wordBefore(BIRTH_WORDS, text, hits, from + date.start);
  if (word?.role !== 'birth' || (date.compact && !word.label)) return undefined;
  return { at: from, date };
}

/** The last date before a word, close to it: `1984年3月12日生まれ`, `12/03/1984 (date of birth)`. */
function lastBefore(text: Text, hits: Hits, to: number): PlacedDate | undefined {
  const from = Math.max(lineStart(text, to), to - BEFORE);
  const date = datesIn(text.latin1.slice(from, to)).at(-1);
  if (date === undefined || !date.whole || date.compact || !isLifetime(date)) return undefined;
  const end = from + date.end;
  if (to - end > CLOSE || wordBehind(BIRTH_WORDS, text, hits, end)?.role !== 'birth') return undefined;
  return wordBefore(BIRTH_WORDS, text, hits, from + date.start)?.label === true ? undefined : { at: from, date };
}

function isLifetime(date: WrittenDate): boolean {
  return date.year === undefined || (date.year >= FIRST_YEAR && date.year <= LAST_YEAR);
}

function tellBirth(report: Report, at: number, date: WrittenDate, confidence: number, why: string): void {
  report.found({
    kind: BIRTH_DATE.id,
    rule: 'birth-date',
    start: at + date.start,
    end: at + date.end,
    confidence,
    reasons: ['a date within a lifetime', why],
  });
}

/** Dates of any meaning; parts of dates count less than whole ones, digits without signs not at all. */
function findAllDates(text: Text, births: ReadonlySet<number>, report: Report): void {
  const taken: number[] = [];
  for (const { at, date } of allDates(text)) {
    taken.push(at + date.start, at + date.end);
    if (date.compact || births.has(at + date.start)) continue;
    report.found({
      kind: DATE.id,
      rule: 'date',
      start: at + date.start,
      end: at + date.end,
      confidence: date.whole ? 0.25 : 0.1,
      reasons: [date.whole ? 'the form of a date' : 'a part of a date'],
    });
  }
  findParts(text, taken, report);
}

/** Years and months alone, which stand for dates in running text: `in May`, `year 1972`. */
function findParts(text: Text, taken: readonly number[], report: Report): void {
  let next = 0;
  for (const { index, 0: found } of text.latin1.matchAll(YEAR_OR_MONTH)) {
    while (next < taken.length && (taken[next + 1] as number) <= index) next += 2;
    const end = index + found.length;
    if (next < taken.length && (taken[next] as number) < end) continue;
    report.found({
      kind: DATE.id,
      rule: 'part-of-date',
      start: index,
      end,
      confidence: 0.1,
      reasons: ['a part of a date'],
    });
  }
}

/** A year of four digits that is a part of nothing else, or a month behind a word that says when, in ten languages. */
const YEAR_OR_MONTH = new RegExp(
  `(?<![\\w.,:/-])(?:year )?(?:18|19|20)\\d\\d(?![\\w:/-]|[.,]\\d)|(?<=\\b(?:in|since|until|by|last|next|en|im|em|w|depuis|seit|desde|da|sinds|od) )(?:${MONTH_NAMES.filter(
    (name) => name.length > 2,
  )
    .map(asLatin1)
    .join('|')})(?!\\w)`,
  'gi',
);

/** Dates of the whole text, line by line; lines are read in parts, so that one of a gigabyte takes no more memory. */
function* allDates(text: Text): Generator<PlacedDate> {
  const PART = 4096;
  const OVERLAP = 64;
  for (let at = 0; at < text.latin1.length; ) {
    const line = lineEnd(text, at);
    const end = Math.min(line, at + PART);
    const cut = end < line ? end - OVERLAP : end;
    let next = cut;
    for (const date of datesIn(text.latin1.slice(at, end))) {
      if (at + date.start >= cut && end < line) break;
      yield { at, date };
      next = Math.max(next, at + date.end);
    }
    at = end === line ? line + 1 : next;
  }
}

/** Examples that tests read: each of `valid` is found, in none of `invalid` is anything found. */
export const BIRTH_DATE_EXAMPLES = {
  valid: [
    'born on 12 March 1984',
    'date of birth: 03/12/1984',
    'née le 12 mars 1984',
    'geboren am 12. März 1984',
    'fecha de nacimiento: 12 de marzo de 1984',
    'nato il 12/3/1984',
    'nascido em 12 de março de 1984',
    'geboortedatum: 12-03-1984',
    'data urodzenia: 12 marca 1984',
    '出生日期：1984年3月12日',
    '昭和59年3月12日生まれ',
    '{"dob":"1984-03-12"}',
  ],
  invalid: [
    '2024-03-15T14:30:00Z',
    'created on 12 March 1984',
    'born in Leeds',
    'date of birth: 31/02/1984',
    'birth: 1684-03-12',
  ],
} as const;
