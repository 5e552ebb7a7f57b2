// The patterns of libphonenumber's plans, compiled once. The library compiles each anew on every question, and asks up to 25
// countries that share a code: 5 to 25 µs a number. Most numbers are plainly valid or plainly not, which these patterns tell;
// of the others the library is asked.
//
// Layout of the metadata (version 4): https://gitlab.com/catamphetamine/libphonenumber-js/blob/master/METADATA.md
import type { CountryCode } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';

interface Plan {
  readonly callingCode: string;
  /** What is dialled there before a country code. */
  readonly abroad: RegExp;
  /** All national numbers of the country. */
  readonly general: RegExp;
  /** How many digits they have. */
  readonly lengths: readonly number[];
  /** What is dialled within the country before them: 0, as a rule. */
  readonly prefix: RegExp | undefined;
  /** First digits by which the country is known among those that share its code. */
  readonly leading: RegExp | undefined;
  /** Lines of houses and of persons. */
  readonly lines: readonly LineType[];
  /** Lines of other types: services, voice over IP, pagers. */
  readonly others: readonly LineType[];
}

interface LineType {
  readonly pattern: RegExp;
  readonly lengths: readonly number[];
}

/** Digits of the longest calling code (ITU-T E.164). */
const LONGEST_CALLING_CODE = 3;

/** Plans that were asked for, by country; and by calling code, the country to which the code belongs first. */
const BY_COUNTRY = new Map<CountryCode, Plan | undefined>();
const BY_CALLING_CODE = new Map<string, readonly Plan[] | undefined>();

function planIn(country: CountryCode): Plan | undefined {
  if (!BY_COUNTRY.has(country)) {
    const fields = metadata.countries[country];
    BY_COUNTRY.set(country, fields && planOf(fields));
  }
  return BY_COUNTRY.get(country);
}

function plansOf(callingCode: string): readonly Plan[] | undefined {
  if (!BY_CALLING_CODE.has(callingCode)) {
    const countries = metadata.country_calling_codes[callingCode];
    BY_CALLING_CODE.set(
      callingCode,
      countries?.flatMap((country) => planIn(country) ?? []),
    );
  }
  return BY_CALLING_CODE.get(callingCode);
}

function planOf(fields: readonly unknown[]): Plan {
  const [callingCode, abroad, general, lengths, , nationalPrefix, , prefix, , , leading, types] = fields;
  const [fixed, mobile, ...others] = (Array.isArray(types) ? types : []).map((type) => lineTypesOf(type, lengths));
  return {
    callingCode: `${callingCode}`,
    abroad: new RegExp(`^(?:${abroad})`),
    general: new RegExp(`^(?:${general})$`),
    lengths: numbersIn(lengths),
    prefix: prefix || nationalPrefix ? new RegExp(`^(?:${prefix || nationalPrefix})`) : undefined,
    leading: leading ? new RegExp(`^(?:${leading})`) : undefined,
    lines: [...(fixed ?? []), ...(mobile ?? [])],
    others: others.flat(),
  };
}

/** None where the country has no such lines. */
function lineTypesOf(type: unknown, lengths: unknown): readonly LineType[] {
  if (!Array.isArray(type) || !type[0]) return [];
  return [{ pattern: new RegExp(`^(?:${type[0]})$`), lengths: numbersIn(type[1] || lengths) }];
}

function numbersIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
}

/**
 * Whether an international number is plainly one of a person or a house, or plainly none; undefined where only the library
 * can tell.
 *
 * @param digits country code and national number, without plus
 */
export function plainVerdict(digits: string): 'personal' | 'none' | undefined {
  for (let length = 1; length <= LONGEST_CALLING_CODE; length++) {
    const code = digits.slice(0, length);
    const plans = plansOf(code);
    if (plans !== undefined) return verdictIn(digits.slice(length), plans);
    if (code in metadata.nonGeographic) return undefined;
  }
  return 'none';
}

function verdictIn(national: string, plans: readonly Plan[]): 'personal' | 'none' | undefined {
  // A national prefix is left out by the library where that makes sense, so that a shorter number is meant.
  const prefix = prefixOf(national, plans[0] as Plan);
  if (prefix.length > 1) return undefined;
  const lengths = [national.length, national.length - prefix.length];
  if (!plans.some((plan) => lengths.some((length) => plan.lengths.includes(length)))) return 'none';
  if (prefix !== '') return undefined;
  for (const plan of plans) {
    const isLine = isLineOf(national, plan);
    if (plan.leading === undefined ? isLine : plan.leading.test(national)) return isLine ? 'personal' : undefined;
  }
  return undefined;
}

function isLineOf(national: string, { general, lines }: Plan): boolean {
  return general.test(national) && lines.some((type) => isOfType(national, type));
}

function isOfAnyType(national: string, { general, lines, others }: Plan): boolean {
  return general.test(national) && [lines, others].some((types) => types.some((type) => isOfType(national, type)));
}

function isOfType(national: string, { lengths, pattern }: LineType): boolean {
  return lengths.includes(national.length) && pattern.test(national);
}

function prefixOf(digits: string, { prefix }: Plan): string {
  return prefix?.exec(digits)?.[0] ?? '';
}

/**
 * Whether digits are plainly a number in a country, as it is dialled there, or plainly none; undefined where only the library
 * can tell.
 *
 * @param digits with the national prefix, where one is written
 */
export function isPlainlyNational(digits: string, country: CountryCode): boolean | undefined {
  const plan = planIn(country);
  // The library also reads a country code without a plus, and with what is dialled before it.
  if (plan === undefined || plan.abroad.test(digits) || digits.startsWith(plan.callingCode)) return undefined;
  const prefix = prefixOf(digits, plan);
  // A longer one picks a carrier, or stands for other digits.
  if (prefix.length > 1) return undefined;
  const national = digits.slice(prefix.length);
  if (isOfAnyType(national, plan) && !plan.leading) return true;
  const sharing = plansOf(plan.callingCode) ?? [];
  return sharing.some((one) => isOfAnyType(national, one) || isOfAnyType(digits, one)) ? undefined : false;
}
