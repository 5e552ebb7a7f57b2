// Czechia: birth number, identity card, passport, driving licence, plates, company and VAT numbers.
import { icoHolds } from '../../checks/ico.ts';
import { checkRodneCislo } from '../../checks/rodne-cislo.ts';
import { NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
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

const BIRTH_NUMBER = nationalId('cz-birth-number', 'Birth number (rodné číslo), Czechia', TELLS_BIRTH_DATE);
const COMPANY = organisationId('cz-ico', 'Company number (IČO), Czechia');
const VAT = organisationId('cz-vat', 'VAT number (DIČ), Czechia');

/** A company's eight digits, or the birth number of a person. */
function checkVat(compact: string): Verdict {
  const digits = compact.slice(2);
  if (digits.length === 8) return unless(digits[0] !== '9' && icoHolds(digits), WRONG_CHECK_DIGIT);
  return checkRodneCislo(digits);
}

const BIRTH_WORDS = [
  ...NATIONAL_ID_WORDS,
  ...SOCIAL_SECURITY_WORDS,
  ...TAX_NUMBER_WORDS,
  ...HEALTH_INSURANCE_WORDS,
  'rodné číslo',
  'rodne cislo',
  'rodného čísla',
  'r.č.',
  'rc',
  'číslo pojištěnce',
];

export const CZECHIA: readonly Identifier[] = [
  {
    rule: 'cz-birth-number',
    kind: BIRTH_NUMBER,
    forms: ['9{6}/9{4}', '9{6}/9{3}', '9{6} / 9{4}'],
    check: checkRodneCislo,
    words: BIRTH_WORDS,
    confidence: { alone: 0.6, named: 0.97 },
    source: 'Zákon č. 133/2000 Sb. § 13: birth date, serial, the nine digits modulo 11',
    examples: { valid: ['855412/1235', '850412/1230'], invalid: ['855412/1236', '851312/1230'] },
  },
  {
    rule: 'cz-birth-number-bare',
    kind: BIRTH_NUMBER,
    forms: ['9{10}'],
    check: checkRodneCislo,
    words: BIRTH_WORDS,
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.25, named: 0.95 },
    source: 'The same without its solidus',
    examples: { valid: ['8554121235'], invalid: ['8554121236'] },
  },
  identityCard({
    rule: 'cz-identity-card',
    forms: ['9{9}', '9{6}A{2}9{2}'],
    words: ['občanský průkaz', 'obcansky prukaz', 'číslo op', 'občanského průkazu'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, CZE-BO: nine digits',
    examples: { valid: ['občanský průkaz 123456789'], invalid: ['123456789'] },
  }),
  passport({
    rule: 'cz-passport',
    forms: ['9{8}'],
    words: ['cestovní pas', 'cestovni pas', 'číslo pasu', 'pas'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, CZE-AO: eight digits',
    examples: { valid: ['cestovní pas 12345678'], invalid: ['cestovní pas 1234567'] },
  }),
  drivingLicence({
    rule: 'cz-driving-licence',
    forms: ['A{2} ?9{6}'],
    words: ['řidičský průkaz', 'ridicsky prukaz'],
    confidence: { alone: 0, named: 0.78 },
    source: 'Two letters and six digits',
    examples: { valid: ['řidičský průkaz EG 123456'], invalid: ['řidičský průkaz E 123456'] },
  }),
  licencePlate({
    rule: 'cz-licence-plate',
    forms: ['9A9 9{4}', '9A{2} 9{4}', '9A99{4}', '9A{2}9{4}', 'A{3} 9{2}-9{2}'],
    check: (compact) => unless(!/[GOQW]/.test(compact), NOT_ISSUED),
    words: ['spz', 'rz', 'registrační značka', 'státní poznávací značka', 'vozidlo'],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'Vyhláška č. 343/2014 Sb.: digit, letter of the region, digits',
    examples: { valid: ['1A2 3456', 'SPZ 4AB 1234'], invalid: ['1G2 3456'] },
  }),
  {
    rule: 'cz-ico',
    kind: COMPANY,
    forms: ['9{8}', '9{3} 9{2} 9{3}'],
    check: (compact) => unless(icoHolds(compact), WRONG_CHECK_DIGIT),
    words: [...COMPANY_NUMBER_WORDS, 'ičo', 'ico', 'ič', 'identifikační číslo'],
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Zákon č. 111/2009 Sb.: weights 8 to 2 modulo 11',
    examples: { valid: ['IČO 12345679'], invalid: ['IČO 12345678'] },
  },
  {
    rule: 'cz-vat',
    kind: VAT,
    forms: ['CZ9{8,10}', 'CZ 9{8,10}'],
    check: checkVat,
    words: [...VAT_WORDS, 'dič', 'dic'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'Daňový řád § 130: the company number or the birth number with CZ in front',
    examples: { valid: ['CZ12345679', 'CZ8554121235'], invalid: ['CZ12345678'] },
  },
];
