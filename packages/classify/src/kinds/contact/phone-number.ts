// Telephone numbers as numbers: valid or not, of which country, in one spelling (ITU-T E.164), by libphonenumber's plans.
//
// The `max` build of the metadata is used (157 kB): the smaller ones know each country's lengths and a coarse pattern
// only, and so call numbers valid that were never given out; `max` has the patterns of every type of line.
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isPlainlyNational, plainVerdict } from './phone-plans.ts';

/** What the plans say of a number. */
export type PhoneVerdict =
  /** A line of a person or a house, in a range that is given out. */
  | 'personal'
  /** A line for callers of an organisation: free, shared cost, premium. */
  | 'service'
  /** Of a right length, in no range that is given out. */
  | 'possible'
  | 'none';

interface NationalPlan {
  readonly country: CountryCode;
  /** Digits of a national number with its trunk prefix, coarsely: saves asking the library about the others. */
  readonly digits: RegExp;
  /** Numbers of many lengths are given out, so that one that goes on is as often valid. */
  readonly open?: true;
}

/** What the plans say of a national number: of a country that has such numbers, with few lengths or with many. */
export type NationalVerdict = 'fixed' | 'open' | 'none';

/**
 * Countries whose national forms are read, in the order in which they are tried.
 * Lengths and first digits: each country's numbering plan as filed with the ITU (E.164 national numbering plans).
 */
const PLANS: readonly NationalPlan[] = [
  { country: 'US', digits: /^1?[2-9]\d{2}[2-9]\d{6}$/ },
  { country: 'FR', digits: /^0[1-9]\d{8}$/ },
  { country: 'GB', digits: /^0[1-37]\d{8,9}$/ },
  { country: 'DE', digits: /^0[1-9]\d{5,10}$/, open: true },
  { country: 'ES', digits: /^[6-9]\d{8}$/ },
  { country: 'IT', digits: /^(?:3\d{8,9}|0\d{5,10})$/, open: true },
  { country: 'CN', digits: /^(?:1[3-9]\d{9}|0\d{9,11})$/ },
  { country: 'JP', digits: /^0\d{9,10}$/ },
  { country: 'BR', digits: /^0?[1-9]{2}(?:9\d{8}|[2-5]\d{7})$/ },
  { country: 'IN', digits: /^0?[1-9]\d{9}$/ },
  { country: 'NL', digits: /^0[1-9]\d{8}$/ },
  { country: 'PL', digits: /^[1-9]\d{8}$/ },
  { country: 'PT', digits: /^[29]\d{8}$/ },
  { country: 'TR', digits: /^0?[2-5]\d{9}$/ },
  { country: 'PH', digits: /^0\d{8,10}$/ },
  { country: 'IL', digits: /^0\d{8,9}$/ },
  { country: 'KR', digits: /^0\d{8,10}$/ },
  { country: 'AU', digits: /^0[2-478]\d{8}$/ },
  { country: 'BE', digits: /^0\d{8,9}$/ },
  { country: 'CH', digits: /^0\d{9}$/ },
  { country: 'AT', digits: /^0\d{6,12}$/, open: true },
  { country: 'SE', digits: /^0\d{7,9}$/ },
  { country: 'NO', digits: /^[2-9]\d{7}$/ },
  { country: 'DK', digits: /^[2-9]\d{7}$/ },
  { country: 'FI', digits: /^0\d{6,10}$/, open: true },
  { country: 'IE', digits: /^0\d{7,9}$/ },
  { country: 'CZ', digits: /^[2-7]\d{8}$/ },
  { country: 'HU', digits: /^(?:06)?\d{8,9}$/ },
  { country: 'RO', digits: /^0\d{9}$/ },
  { country: 'GR', digits: /^[26]\d{9}$/ },
  { country: 'MX', digits: /^[2-9]\d{9}$/ },
  { country: 'AR', digits: /^0?\d{10,12}$/ },
  { country: 'ZA', digits: /^0\d{9}$/ },
  { country: 'SG', digits: /^[3689]\d{7}$/ },
  { country: 'HK', digits: /^[2-9]\d{7}$/ },
  { country: 'TW', digits: /^0\d{8,9}$/ },
  { country: 'RU', digits: /^8?[3489]\d{9}$/ },
  { country: 'UA', digits: /^0\d{9}$/ },
  { country: 'NZ', digits: /^0\d{7,10}$/, open: true },
];

/**
 * What the plans say of an international number.
 *
 * @param digits country code and national number, without plus
 */
export function verdictOnInternational(digits: string): PhoneVerdict {
  const plain = plainVerdict(digits);
  if (plain !== undefined) return plain;
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (number === undefined) return 'none';
  const type = number.getType();
  if (type === undefined) return number.isPossible() ? 'possible' : 'none';
  return isServiceType(type) ? 'service' : 'personal';
}

/**
 * Whether digits are a valid number in one of these countries as it is dialled there.
 *
 * @param digits with the trunk prefix (the 0 of 06…), where one is written
 * @param countries all that are known where left out
 */
export function verdictOnNational(digits: string, countries?: readonly CountryCode[]): NationalVerdict {
  // A second 0 would make it the prefix for calls abroad.
  if (digits.startsWith('00')) return 'none';
  let verdict: NationalVerdict = 'none';
  for (const plan of PLANS) {
    if (countries !== undefined && !countries.includes(plan.country)) continue;
    if ((plan.open && verdict === 'open') || !plan.digits.test(digits)) continue;
    if (!isValidIn(digits, plan.country)) continue;
    if (!plan.open) return 'fixed';
    verdict = 'open';
  }
  return verdict;
}

function isValidIn(digits: string, country: CountryCode): boolean {
  return isPlainlyNational(digits, country) ?? parsePhoneNumberFromString(digits, country)?.isValid() === true;
}

function isServiceType(type: string | undefined): boolean {
  return type === 'TOLL_FREE' || type === 'PREMIUM_RATE' || type === 'SHARED_COST' || type === 'UAN';
}

/**
 * A number in one spelling, E.164: `+33612345678`. Two writings of one number give one text.
 *
 * @param text as written, with or without separators, `00` or `+` before the country code, `(0)` and an extension
 * @param defaultCountry ISO 3166-1 alpha-2 code of the country whose national forms are meant
 * @returns undefined where it can't be a telephone number
 */
export function normalisePhone(text: string, defaultCountry?: string): string | undefined {
  const number = parse(text, defaultCountry);
  return number?.isPossible() === true ? number.number : undefined;
}

/**
 * The country of a number, as an ISO 3166-1 alpha-2 code.
 *
 * Where countries share a code (+1, +44, +7) and the number is in no range that is given out, it is unknown.
 *
 * @param text in E.164 or as `normalisePhone` reads it
 */
export function countryOfPhone(text: string, defaultCountry?: string): string | undefined {
  const number = parse(text, defaultCountry);
  if (number === undefined) return undefined;
  if (number.country !== undefined) return number.country;
  const countries = number.getPossibleCountries();
  return countries.length === 1 ? countries[0] : undefined;
}

function parse(text: string, defaultCountry: string | undefined) {
  // A telephone number has 15 digits at most; whoever hands in a page gets no answer, at no cost.
  if (text.length > 80) return undefined;
  const plain = text
    .trim()
    .replace(/^tel:/i, '')
    .replace(/[\s\u00a0\u2010-\u2015\u202f]+/g, ' ')
    .replace(/^%2B/i, '+')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/\(0\)/, '');
  return parsePhoneNumberFromString(plain, defaultCountry as CountryCode | undefined);
}
