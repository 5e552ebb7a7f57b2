// Days, lengths of time and lists as a language writes them (ECMA-402).
import { type InstantText, instantOf } from '../../clocks/instant.ts';
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { Language } from '../notice.ts';

/** The day of an instant on the wall of the team's zone, as in `14 March 2026`. */
export function dayIn(language: Language, at: InstantText, facts: BreachFacts): string {
  const moment = instantOf(at, knownValue(facts.timeZone));
  return withOrdinal(
    language,
    moment.toPlainDate().toLocaleString(localeOf(language), { dateStyle: dateStyle(language) }),
  );
}

/** In Italian a day takes an article that depends on its number (il 9, l'8); behind the day of the week it takes none. */
function dateStyle(language: Language): 'full' | 'long' {
  return language === 'it' ? 'full' : 'long';
}

/** French and Italian have an ordinal for the first of a month, which CLDR leaves out. */
function withOrdinal(language: Language, day: string): string {
  const ordinal = language === 'fr' ? '1er ' : language === 'it' ? '1º ' : '1 ';
  return day.replace(/(?<!\d)1 (?=\p{L})/u, ordinal);
}

/** The moment with its hour, as in `14 March 2026 at 09:30`. */
export function momentIn(language: Language, at: InstantText, facts: BreachFacts): string {
  const moment = instantOf(at, knownValue(facts.timeZone));
  const day = moment
    .toPlainDateTime()
    .toLocaleString(localeOf(language), { dateStyle: dateStyle(language), timeStyle: 'short' });
  return withOrdinal(language, day);
}

/** A length of time, in days from two days on. */
export function hoursIn(language: Language, hours: number): string {
  const [length, unit] = hours >= 48 ? [Math.round(hours / 24), 'day'] : [Math.max(1, Math.round(hours)), 'hour'];
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: `${unit}`, unitDisplay: 'long' }).format(
    Number(length),
  );
}

export function numberIn(language: Language, value: number): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}

/** Things joined as the language joins them, as in `a, b and c`. */
export function listIn(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);
}

export function countryIn(language: Language, country: string): string {
  return new Intl.DisplayNames(localeOf(language), { type: 'region' }).of(country) ?? country;
}

/** British dates and simplified characters; the others as they are. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language === 'zh' ? 'zh-Hans' : language;
}
