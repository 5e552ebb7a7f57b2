// The schemas of single values: numbers as intervals, instants, countries, lists of words. Foreign JSON becomes exact types here.
import * as v from 'valibot';
import { isInstant, isTimeZone } from '../clocks/instant.ts';
import { dataCategory } from './data-category.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An exact number, or bounds; no `upper` means that nobody can say how many at most. */
export const IntervalSchema = v.union([
  v.pipe(
    Count,
    v.transform((exact) => ({ lower: exact, upper: exact })),
  ),
  v.pipe(
    v.object({ lower: Count, upper: v.optional(Count), estimate: v.exactOptional(Count) }),
    v.check(({ lower, upper, estimate }) => {
      const highest = upper ?? Number.POSITIVE_INFINITY;
      return lower <= (estimate ?? lower) && (estimate ?? lower) <= highest;
    }, 'write lower, estimate and upper in that order'),
    v.transform(({ upper = Number.POSITIVE_INFINITY, ...rest }) => ({ ...rest, upper })),
  ),
]);

/** A length of time in its unit, not negative. */
export const LengthSchema = v.pipe(v.number(), v.minValue(0));

/** An RFC 3339 instant with its offset, and the time zone behind it in brackets where it is known (RFC 9557). */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})(?:\[[A-Za-z][A-Za-z0-9_+/-]*\])?$/,
    'write an instant as 2026-03-27T10:15:00+01:00 or 2026-03-27T10:15:00+01:00[Europe/Paris]',
  ),
  v.check(isInstant, 'there is no such day, hour or time zone'),
);

/** An IANA time zone. */
export const TimeZoneSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/, 'write a time zone as Europe/Paris'),
  v.check(isTimeZone, 'there is no such time zone'),
);

const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** ISO 3166-1 alpha-2, and states as ISO 3166-2 (US-CA). */
export const CountrySchema = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, 'write a country as FR, a state as US-CA'),
  v.check(isCountry, 'there is no such country'),
);

/** Codes with a name that is no country's: unions, test locales, the unknown (CLDR, and user-assigned codes of ISO 3166 but Kosovo's). */
const NO_COUNTRY = /^(?:EU|EZ|UN|QO|ZZ|X(?!K)[A-Z])$/;

function isCountry(place: string): boolean {
  const country = /^[A-Z]{2}/.exec(place)?.[0];
  return country !== undefined && !NO_COUNTRY.test(country) && COUNTRY_NAMES.of(country) !== undefined;
}

export const CountriesSchema = v.array(CountrySchema);

export const PersonsByCountrySchema = v.array(v.object({ country: CountrySchema, persons: IntervalSchema }));

/**
 * One word of a closed list.
 *
 * @param others words in use for the same, each with the word of the list
 */
export function wordSchema<const W extends string, const O extends string>(
  words: readonly [W, ...W[]],
  others: Readonly<Record<O, NoInfer<W>>>,
) {
  const isWord = (text: string): text is W => (words as readonly string[]).includes(text);
  const known = [...words, ...(Object.keys(others) as O[])];
  return v.pipe(
    v.picklist(known),
    v.transform((word): W => (isWord(word) ? word : others[word as O])),
  );
}

/** Types of data as words or letters of field 70. */
export const DataSchema = v.array(v.pipe(v.string(), v.transform(dataCategory)));

export const KindsSchema = v.array(v.object({ kind: v.string(), rows: IntervalSchema }));

/** Words that a person wrote: something, on one line or more. */
export const TextSchema = v.pipe(v.string(), v.trim(), v.nonEmpty('write at least a word'));

/** A language as ISO 639-1 has it. */
export const LanguageSchema = v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'write a language as en, fr or de'));

/** Whom people can ask, and how: at least one way to reach them. */
export const ContactSchema = v.pipe(
  v.object({
    name: TextSchema,
    email: v.exactOptional(v.pipe(v.string(), v.email('write an address as privacy@example.org'))),
    phone: v.exactOptional(TextSchema),
    page: v.exactOptional(v.pipe(v.string(), v.url('write an address as https://example.org/contact'))),
    post: v.exactOptional(TextSchema),
  }),
  v.check(
    ({ email, phone, page, post }) => [email, phone, page, post].some((way) => way !== undefined),
    'say how to reach them: email, phone, page or post',
  ),
);
