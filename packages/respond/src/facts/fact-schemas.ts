// The schemas of single values: numbers as intervals, instants, countries, lists of words. Foreign JSON becomes exact types here.
import * as v from 'valibot';
import { dataCategory } from './data-category.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An exact number, or bounds; no `upper` means that nobody can say how many at most. */
export const IntervalSchema = v.union([
  v.pipe(
    Count,
    v.transform((exact) => ({ lower: exact, upper: exact })),
  ),
  v.pipe(
    v.object({ lower: Count, upper: v.optional(Count) }),
    v.check(({ lower, upper }) => upper === undefined || lower <= upper, 'lower is above upper'),
    v.transform(({ lower, upper = Number.POSITIVE_INFINITY }) => ({ lower, upper })),
  ),
]);

/** A length of time in its unit, not negative. */
export const LengthSchema = v.pipe(v.number(), v.minValue(0));

/** An RFC 3339 instant with its offset, and the time zone behind it in brackets where it is known (RFC 9557). */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})(?:\[[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*\])?$/,
    'write an instant as 2026-03-27T10:15:00+01:00 or 2026-03-27T10:15:00+01:00[Europe/Paris]',
  ),
);

/** ISO 3166-1 alpha-2, and states as ISO 3166-2 (US-CA). */
export const CountrySchema = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, 'write a country as FR, a state as US-CA'),
);

export const CountriesSchema = v.array(CountrySchema);

export const PersonsByCountrySchema = v.array(v.object({ country: CountrySchema, persons: IntervalSchema }));

/** Types of data as words or letters of field 70. */
export const DataSchema = v.array(v.pipe(v.string(), v.transform(dataCategory)));

export const KindsSchema = v.array(v.object({ kind: v.string(), rows: IntervalSchema }));
