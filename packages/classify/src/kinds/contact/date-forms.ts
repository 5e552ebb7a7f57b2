// Dates as people and programs write them: ISO 8601, with numbers in the orders of all countries, and with names of months.
import { isDate } from '../../checks/calendar.ts';
import { asLatin1 } from '../../text.ts';
import { MONTH_NAMES, monthOf } from './date-words.ts';

export interface WrittenDate {
  /** Bytes from the start of the window. */
  readonly start: number;
  readonly end: number;
  /** Undefined where two digits leave the century open, or where no year is written. */
  readonly year: number | undefined;
  /** Day, month and year are all there; otherwise it is a part of a date (`May 2021`, `5/21`). */
  readonly whole: boolean;
  /** Digits without signs, 19840312: a date only where a word says so. */
  readonly compact: boolean;
}

const MONTH = `(?:${MONTH_NAMES.map(asLatin1).join('|')})`;
const ORDINAL = asLatin1('(?:st|nd|rd|th|er|º|ª|°|e|\\.)?');
const OF = asLatin1("(?:\\s?(?:of|de|di|d'|del)\\s)?");
const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?(?:Z|[+-]\d{2}:?\d{2}|UTC|GMT))?)?`;
/** Japanese eras since 1868: Meiji, Taisho, Showa, Heisei, Reiwa, with the year before their first. */
const ERAS: ReadonlyMap<string, number> = new Map(
  [
    ['明治', 1867],
    ['大正', 1911],
    ['昭和', 1925],
    ['平成', 1988],
    ['令和', 2018],
  ].map(([name, year]) => [asLatin1(String(name)), Number(year)]),
);

/** One alternative a form; the longer ones first. Nothing in it repeats without a bound. */
const DATE = new RegExp(
  [
    String.raw`(?<y1>\d{4})(?<s1>[-/.])(?<m1>\d{1,2})\k<s1>(?<d1>\d{1,2})${TIME}`,
    String.raw`(?<a2>\d{1,2})(?<s2>[-/.])(?<b2>\d{1,2})\k<s2>(?<y2>\d{4}|\d{2})${TIME}`,
    String.raw`(?<a7>\d{1,2})(?:\.\s|\s[-/.]\s)(?<b7>\d{1,2})(?:\.\s|\s[-/.]\s)(?<y7>\d{4})`,
    asLatin1(String.raw`(?<y3>\d{4})\s?(?:年|년)\s?(?<m3>\d{1,2})\s?(?:月|월)\s?(?<d3>\d{1,2})\s?(?:日|일|号)?`),
    asLatin1(
      String.raw`(?<era>明治|大正|昭和|平成|令和)\s?(?<y4>\d{1,2}|元)\s?年\s?(?<m4>\d{1,2})\s?月\s?(?<d4>\d{1,2})\s?日`,
    ),
    String.raw`(?<d5>\d{1,2})${ORDINAL}[-\s/]?${OF}(?<m5>${MONTH})\.?(?:${OF}|,?[-\s/]|,\s)(?<y5>\d{4}|\d{2})`,
    String.raw`(?<m6>${MONTH})\.?[-\s](?<d6>\d{1,2})${ORDINAL}(?:,\s?|\s|-)(?<y6>\d{4})`,
    String.raw`(?<y8>\d{4})[-\s](?<m8>${MONTH})[-\s](?<d8>\d{1,2})`,
    String.raw`(?<y9>(?:18|19|20)\d{2})(?<m9>[01]\d)(?<d9>[0-3]\d)`,
    // Parts of a date.
    String.raw`(?:${MONTH})\.?[-\s](?:\d{4}|\d{1,2})`,
    String.raw`\d{1,2}[-\s](?:${MONTH})`,
    String.raw`(?<pm>\d{1,2})/(?<py>\d{4}|\d{2})`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'gi',
);

/** All dates in a window, from the first byte on. Reads each byte a bounded number of times. */
export function datesIn(window: string): readonly WrittenDate[] {
  const dates: WrittenDate[] = [];
  DATE.lastIndex = 0;
  for (let found = DATE.exec(window); found !== null; found = DATE.exec(window)) {
    const date = isFree(window, found.index, DATE.lastIndex) ? readDate(found) : undefined;
    if (date !== undefined) dates.push(date);
    // Digits of what is none may not be read again from their middle.
    else DATE.lastIndex = behindWord(window, found.index + 1);
  }
  return dates;
}

function behindWord(window: string, from: number): number {
  let at = from;
  while (at < window.length && /[0-9A-Za-z]/.test(window[at] as string)) at++;
  return at;
}

/** Whether neither a letter, a digit nor a sign that goes on to a digit stands next to it. */
function isFree(window: string, start: number, end: number): boolean {
  const before = window.slice(Math.max(0, start - 2), start);
  const behind = window.slice(end, end + 2);
  if (/[0-9A-Za-z_]$/.test(before) && !/\\[nrt]$/.test(before)) return false;
  if (/[0-9A-Za-z][-/.:]$/.test(before)) return false;
  return !/^(?:[0-9A-Za-z_]|[-/.:]\d)/.test(behind);
}

function readDate(found: RegExpExecArray): WrittenDate | undefined {
  const start = found.index;
  const end = start + found[0].length;
  const part = found.groups ?? {};
  if (part.pm !== undefined) return readPart(part.pm, part.py ?? '', start, end);
  const year = part.y1 ?? part.y2 ?? part.y3 ?? part.y4 ?? part.y5 ?? part.y6 ?? part.y7 ?? part.y8 ?? part.y9;
  if (year === undefined) return { start, end, year: undefined, whole: false, compact: false };
  const isShort = year.length === 2 && part.era === undefined;
  const full =
    part.era !== undefined ? (ERAS.get(part.era) ?? 0) + (Number(year) || 1) : isShort ? undefined : Number(year);
  // Two digits of a year stand for some year; a leap year lets all days through.
  const checked = full ?? 2000;
  const first = part.a2 ?? part.a7;
  const second = part.b2 ?? part.b7;
  const holds =
    first !== undefined && second !== undefined
      ? isDate(checked, Number(second), Number(first)) || isDate(checked, Number(first), Number(second))
      : isDate(
          checked,
          monthIn(part.m1 ?? part.m3 ?? part.m4 ?? part.m5 ?? part.m6 ?? part.m8 ?? part.m9),
          Number(part.d1 ?? part.d3 ?? part.d4 ?? part.d5 ?? part.d6 ?? part.d8 ?? part.d9),
        );
  return holds ? { start, end, year: full, whole: true, compact: part.y9 !== undefined } : undefined;
}

/** `5/21`, `05/2021`: a month and a day or a year. */
function readPart(first: string, second: string, start: number, end: number): WrittenDate | undefined {
  const month = Number(first);
  const fits =
    second.length === 4
      ? month >= 1 && month <= 12 && /^(?:19|20)/.test(second)
      : isDate(2000, month, Number(second)) || isDate(2000, Number(second), month);
  return fits ? { start, end, year: undefined, whole: false, compact: false } : undefined;
}

function monthIn(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d+$/.test(text) ? Number(text) : (monthOf(Buffer.from(text, 'latin1').toString('utf8')) ?? 0);
}
