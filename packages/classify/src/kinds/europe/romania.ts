// Romania: CNP, identity card, passport, driving licence, plates, company number.
import { isDate } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedMod11, weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const CNP = nationalId('ro-cnp', 'Personal numeric code (CNP), Romania', TELLS_BIRTH_DATE);
const COMPANY = organisationId('ro-cui', 'Company tax number (CUI, CIF), Romania');

/** Counties 01 to 46, the former sectors 47 and 48, 51, 52, and since 2023 70 and 80 to 83 without a county. */
function isCounty(county: number): boolean {
  return (county >= 1 && county <= 48) || [51, 52, 70, 80, 81, 82, 83].includes(county);
}

/** 1 and 2: born 1900 to 1999; 3 and 4: 1800 to 1899; 5 and 6: since 2000; 7 to 9: foreigners. */
function checkCnp(compact: string): Verdict {
  const first = digitAt(compact, 0);
  const century = [1900, 1900, 1900, 1800, 1800, 2000, 2000][first] ?? 1900;
  const [month, day] = [numberAt(compact, 3, 5), numberAt(compact, 5, 7)];
  const year = numberAt(compact, 1, 3);
  const isBirthDate = isDate(century + year, month, day) || (first > 6 && isDate(2000 + year, month, day));
  const check = weightedMod11(compact, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]);
  return allOf(
    () => unless(first > 0 && isCounty(numberAt(compact, 7, 9)), NOT_ISSUED),
    () => unless(isBirthDate, NO_SUCH_DATE),
    () => unless((check === 10 ? 1 : check) === digitAt(compact, 12), WRONG_CHECK_DIGIT),
  );
}

/** Weights 7, 5, 3, 2, 1, 7, 5, 3, 2 over nine places, ten times the sum modulo 11. */
function checkCompany(digits: string): Verdict {
  const padded = digits.padStart(10, '0');
  return allOf(
    () => unless(digits[0] !== '0', NOT_ISSUED),
    () =>
      unless(
        ((weightedSum(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === digitAt(padded, 9),
        WRONG_CHECK_DIGIT,
      ),
  );
}

const COUNTY_CODES = new Set(
  'AB AR AG B BC BH BN BT BR BV BZ CL CS CJ CT CV DB DJ GL GR GJ HR HD IL IS IF MM MH MS NT OT PH SJ SM SB SV TR TM TL VL VS VN'.split(
    ' ',
  ),
);

export const ROMANIA: readonly Identifier[] = [
  {
    rule: 'ro-cnp',
    kind: CNP,
    forms: ['9{13}', '9 9{6} 9{6}'],
    check: checkCnp,
    words: [
      ...NATIONAL_ID_WORDS,
      ...SOCIAL_SECURITY_WORDS,
      ...TAX_NUMBER_WORDS,
      ...HEALTH_INSURANCE_WORDS,
      'cnp',
      'cod numeric personal',
      'codul numeric personal',
    ],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.4, named: 0.97 },
    source: 'Legea 105/1996; OUG 97/2005: sex and century, birth date, county, serial, check digit modulo 11',
    examples: { valid: ['1850412401237'], invalid: ['1850412401238', '1851312401237', '1850412991237'] },
  },
  identityCard({
    rule: 'ro-identity-card',
    forms: ['A{2} ?9{6,7}', 'A{2} NR 9{6}', 'A{2} nr. 9{6}'],
    words: ['carte de identitate', 'buletin', 'seria', 'ci seria'],
    source: 'PRADO, ROU-BO: two letters and six digits',
    examples: { valid: ['carte de identitate RX 123456'], invalid: ['carte de identitate R 123456'] },
  }),
  passport({
    rule: 'ro-passport',
    forms: ['9{8,9}'],
    words: ['pașaport', 'pasaport', 'paşaport'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, ROU-AO: eight or nine digits',
    examples: { valid: ['pașaport 051234567'], invalid: ['051234567'] },
  }),
  drivingLicence({
    rule: 'ro-driving-licence',
    forms: ['A9{8}A'],
    words: ['permis de conducere', 'permis auto'],
    source: 'DRPCIV: county letter, eight digits, letter',
    examples: { valid: ['permis de conducere B00123456C'], invalid: ['permis de conducere B0012345C'] },
  }),
  licencePlate({
    rule: 'ro-licence-plate',
    forms: ['A{1,2} 9{2,3} A{3}', 'A{1,2}-9{2,3}-A{3}', 'A{1,2}9{2,3}A{3}'],
    check: (compact) => unless(COUNTY_CODES.has(/^[A-Z]+/.exec(compact)?.[0] ?? ''), NOT_ISSUED),
    words: ['număr de înmatriculare', 'numar de inmatriculare', 'nr înmatriculare', 'mașină'],
    confidence: { alone: 0.15, named: 0.85 },
    source: 'OMAI 1501/2006: county, digits, letters',
    examples: { valid: ['B 123 ABC', 'CJ-12-XYZ'], invalid: ['QQ 12 ABC'] },
  }),
  {
    rule: 'ro-cui',
    kind: COMPANY,
    forms: ['9{6,10}'],
    check: checkCompany,
    words: [...COMPANY_NUMBER_WORDS, 'cui', 'cif', 'cod fiscal', 'cod unic de înregistrare'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.05, named: 0.88 },
    source: 'Codul fiscal: weights 7, 5, 3, 2, 1, 7, 5, 3, 2 modulo 11',
    examples: { valid: ['CUI 12345674'], invalid: ['CUI 12345675'] },
  },
  {
    rule: 'ro-vat',
    kind: COMPANY,
    forms: ['RO~9{6,10}'],
    check: (compact) => checkCompany(compact.slice(2)),
    words: [...VAT_WORDS, 'cod tva', 'cif'],
    confidence: { alone: 0.6, named: 0.97 },
    source: 'The company number with the prefix of VIES',
    examples: { valid: ['RO12345674'], invalid: ['RO12345675'] },
  },
];
