// What stands in a field, for a reader: letters as words, moments with their time zone, numbers with their bounds.
import type { Temporal } from 'temporal-polyfill';
import type { Interval } from '../../facts/fact.ts';
import type { CountryCount, TemplateLanguage, TemplateValue } from './field.ts';
import type { FieldNumber } from './fields.ts';
import { optionOf } from './words.ts';

const LOCALES: Readonly<Record<TemplateLanguage, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** The text of a value. */
export function valueText(field: FieldNumber, value: TemplateValue, language: TemplateLanguage): string {
  switch (value.kind) {
    case 'letters':
      return value.letters.map((letter) => `${letter}) ${optionOf(field, letter, language)}`).join('\n');
    case 'text':
      return value.text[language];
    case 'flag':
      return { en: ['No', 'Yes'], fr: ['Non', 'Oui'] }[language][Number(value.ticked)] ?? '';
    case 'moment':
      return momentText(value.at, language);
    case 'day':
      return dayText(value.day, language);
    case 'count':
      return countText(value.count, language);
    case 'countries':
      return value.countries.map((country) => countryText(country, language)).join(', ');
    case 'counts by country':
      return countsText(value.counts, language);
    case 'authorities':
      return value.names.join('\n');
  }
}

/** A moment with the zone in which it is read. */
export function momentText(at: Temporal.ZonedDateTime, language: TemplateLanguage): string {
  const { timeZoneId } = at;
  const onWall = at.toLocaleString(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' });
  return `${onWall} (${timeZoneId})`;
}

/** A day in words. */
function dayText(day: Temporal.PlainDate, language: TemplateLanguage): string {
  return day.toLocaleString(LOCALES[language], { dateStyle: 'long' });
}

/** A number: exact, approximate with its bounds, or at least so many. */
export function countText({ lower, upper, estimate }: Interval, language: TemplateLanguage): string {
  const number = (count: number) => count.toLocaleString(LOCALES[language]);
  if (lower === upper) return number(lower);
  const about =
    estimate === undefined ? '' : { en: `about ${number(estimate)}`, fr: `environ ${number(estimate)}` }[language];
  if (upper === Number.POSITIVE_INFINITY) {
    const atLeast = { en: `at least ${number(lower)}`, fr: `au moins ${number(lower)}` }[language];
    return about === '' ? atLeast : `${about} (${atLeast})`;
  }
  const between = {
    en: `between ${number(lower)} and ${number(upper)}`,
    fr: `entre ${number(lower)} et ${number(upper)}`,
  }[language];
  return about === '' ? between : `${about} (${between})`;
}

/** Countries, each with its number of people. */
function countsText(counts: readonly CountryCount[], language: TemplateLanguage): string {
  const colon = { en: ': ', fr: ' : ' }[language];
  return counts
    .map(({ country, persons }) => `${countryText(country, language)}${colon}${countText(persons, language)}`)
    .join('\n');
}

function countryText(country: string, language: TemplateLanguage): string {
  const [code = country] = country.split('-');
  const name = new Intl.DisplayNames(LOCALES[language], { type: 'region' }).of(code) ?? code;
  return code === country ? name : `${name} (${country})`;
}
