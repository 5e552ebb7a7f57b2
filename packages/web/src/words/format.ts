// Numbers, moments, periods and sizes as they are written in a language; everything through Intl.
import type { Language } from './language.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Bounds {
  readonly lower: number;
  readonly estimate?: number | undefined;
  readonly upper: number | null;
}

export interface Format {
  readonly language: Language;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly bytes: (value: number) => string;
  /** `19,990–20,010`; `20,000` where both ends are one. */
  readonly bounds: (value: Bounds) => string;
  /** Day and time of an ISO instant, in the reader's zone. */
  readonly instant: (iso: string) => string;
  readonly day: (iso: string) => string;
  readonly time: (date: Date, zone?: string) => string;
  /** `3 days ago`, `in 2 hours`. */
  readonly relative: (iso: string, now: number) => string;
  /** `2 d 4 h`, the two largest units. */
  readonly period: (seconds: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly or: (items: readonly string[]) => string;
}

/** The ways of writing of one language, made once. */
export function formatFor(language: Language): Format {
  const locale = language === 'en' ? 'en-GB' : 'fr-FR';
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const choices = new Intl.ListFormat(locale, { type: 'disjunction' });
  const unit = (name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' });
  const units = { day: unit('day'), hour: unit('hour'), minute: unit('minute'), second: unit('second') };
  const number = (value: number) => numbers.format(value);
  return {
    language,
    number,
    percent: (share) => percents.format(share),
    bytes: (value) => bytesText(value, locale),
    bounds: ({ lower, upper, estimate }) => {
      if (upper === null) return `≥ ${number(lower)}`;
      if (lower === upper) return number(lower);
      return estimate !== undefined && lower === 0 ? `≤ ${number(upper)}` : `${number(lower)}–${number(upper)}`;
    },
    instant: (iso) => instants.format(new Date(iso)),
    day: (iso) => days.format(new Date(iso)),
    time: (date, zone) =>
      date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', ...(zone ? { timeZone: zone } : {}) }),
    relative: (iso, now) => relativeText(relatives, (Date.parse(iso) - now) / 1000),
    period: (seconds) => periodText(units, Math.max(0, Math.round(seconds))),
    list: (items) => lists.format(items),
    or: (items) => choices.format(items),
  };
}

function bytesText(value: number, locale: string): string {
  const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'];
  const power = value < 1 ? 0 : Math.min(names.length - 1, Math.floor(Math.log10(value) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: names[power] ?? 'byte',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(value / 1000 ** power);
}

function relativeText(relatives: Intl.RelativeTimeFormat, seconds: number): string {
  const size = Math.abs(seconds);
  if (size < 45) return relatives.format(0, 'second');
  if (size < 45 * MINUTE) return relatives.format(Math.round(seconds / MINUTE), 'minute');
  if (size < 22 * HOUR) return relatives.format(Math.round(seconds / HOUR), 'hour');
  if (size < 60 * DAY) return relatives.format(Math.round(seconds / DAY), 'day');
  return relatives.format(Math.round(seconds / (30.44 * DAY)), 'month');
}

function periodText(units: Record<'day' | 'hour' | 'minute' | 'second', Intl.NumberFormat>, seconds: number): string {
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  if (days > 0) return `${units.day.format(days)} ${units.hour.format(hours)}`;
  if (hours > 0) return `${units.hour.format(hours)} ${units.minute.format(minutes)}`;
  if (minutes > 0) return `${units.minute.format(minutes)} ${units.second.format(seconds % MINUTE)}`;
  return units.second.format(seconds);
}
