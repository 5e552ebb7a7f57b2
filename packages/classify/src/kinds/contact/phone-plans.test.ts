// The compiled patterns against the library that they stand for: where they answer, they answer as it does.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { isPlainlyNational, plainVerdict } from './phone-plans.ts';

const COUNTRIES = getCountries();
const PERSONAL = new Set<string | undefined>(['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** A country, and digits that begin as its numbers do or as chance wants it. */
const numbers = fc
  .tuple(
    fc.constantFrom(...COUNTRIES),
    fc.constantFrom('', '0', '1', '8', '06', '00'),
    fc.nat(6),
    fc.stringMatching(/^\d{4,11}$/),
  )
  .map(([country, prefix, kept, rest]) => ({
    country,
    digits: `${prefix}${(examples[country] ?? '').slice(0, kept)}${rest}`,
  }));

describe('plans of telephone numbers', () => {
  it('agrees with the library on international numbers', () => {
    const answers = { personal: 0, none: 0, 'ask the library': 0 };
    fc.assert(
      fc.property(numbers, ({ country, digits }) => {
        const international = `${getCountryCallingCode(country)}${digits}`;
        const told = plainVerdict(international);
        answers[told ?? 'ask the library']++;
        if (told === undefined) return;
        const number = parsePhoneNumberFromString(`+${international}`);
        if (told === 'none') assert.ok(!number?.isPossible() && !number?.isValid(), international);
        else assert.ok(PERSONAL.has(number?.getType()), international);
      }),
      { numRuns: 20_000 },
    );
    assert.ok(answers.personal > 200 && answers.none > 2_000, JSON.stringify(answers));
  });

  it('agrees with the library on national numbers', () => {
    const answers = { yes: 0, no: 0, 'ask the library': 0 };
    fc.assert(
      fc.property(numbers, ({ country, digits }) => {
        const told = isPlainlyNational(digits, country);
        answers[told === undefined ? 'ask the library' : told ? 'yes' : 'no']++;
        if (told === undefined) return;
        assert.equal(parsePhoneNumberFromString(digits, country)?.isValid() === true, told, `${country} ${digits}`);
      }),
      { numRuns: 20_000 },
    );
    assert.ok(answers.yes > 200 && answers.no > 5_000, JSON.stringify(answers));
  });

  it('knows the example of every country', () => {
    const unknown = COUNTRIES.filter((country: CountryCode) => {
      const number = `${getCountryCallingCode(country)}${examples[country]}`;
      return plainVerdict(number) !== 'personal';
    });
    assert.deepEqual(unknown, []);
  });
});
