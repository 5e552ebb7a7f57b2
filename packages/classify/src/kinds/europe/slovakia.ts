// Slovakia: birth number, identity card, passport, plates, company and tax numbers.
import { icoHolds } from '../../checks/ico.ts';
import { decimalRemainder } from '../../checks/mod97.ts';
import { checkRodneCislo } from '../../checks/rodne-cislo.ts';
import { allOf, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { identityCard, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const BIRTH_NUMBER = nationalId('sk-birth-number', 'Birth number (rodné číslo), Slovakia', TELLS_BIRTH_DATE);
const TAX_NUMBER = nationalId('sk-tax-id', 'Tax number (DIČ), Slovakia', FOR_TAXES);
const COMPANY = organisationId('sk-ico', 'Company number (IČO), Slovakia');
const VAT = organisationId('sk-vat', 'VAT number (IČ DPH), Slovakia');

/** A multiple of eleven; the third digit is 2, 3, 4, 7, 8 or 9. */
function checkTaxNumber(digits: string): Verdict {
  return allOf(
    () => unless(digits[0] !== '0' && '234789'.includes(digits.charAt(2)), NOT_ISSUED),
    () => unless(decimalRemainder(digits, 11) === 0, WRONG_CHECK_DIGIT),
  );
}

const BIRTH_WORDS = [
  ...NATIONAL_ID_WORDS,
  ...SOCIAL_SECURITY_WORDS,
  ...HEALTH_INSURANCE_WORDS,
  'rodné číslo',
  'rodne cislo',
  'rodného čísla',
  'r.č.',
  'číslo poistenca',
];

export const SLOVAKIA: readonly Identifier[] = [
  {
    rule: 'sk-birth-number',
    kind: BIRTH_NUMBER,
    forms: ['9{6}/9{4}', '9{6}/9{3}', '9{6} / 9{4}'],
    check: checkRodneCislo,
    words: BIRTH_WORDS,
    confidence: { alone: 0.6, named: 0.97 },
    source: 'Zákon č. 301/1995 Z. z.: birth date, serial, divisible by eleven',
    examples: { valid: ['855412/1235'], invalid: ['855412/1236'] },
  },
  {
    rule: 'sk-birth-number-bare',
    kind: BIRTH_NUMBER,
    forms: ['9{10}'],
    check: checkRodneCislo,
    words: BIRTH_WORDS,
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.25, named: 0.95 },
    source: 'The same without its solidus',
    examples: { valid: ['8554121235'], invalid: ['8554121236'] },
  },
  {
    rule: 'sk-tax-id',
    kind: TAX_NUMBER,
    forms: ['9{10}'],
    check: checkTaxNumber,
    words: [...TAX_NUMBER_WORDS, 'dič', 'dic', 'daňové identifikačné číslo'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Zákon č. 563/2009 Z. z. § 67; a multiple of eleven',
    examples: { valid: ['DIČ 2021234501'], invalid: ['DIČ 2021234502'] },
  },
  identityCard({
    rule: 'sk-identity-card',
    forms: ['A{2} ?9{6}'],
    words: ['občiansky preukaz', 'obciansky preukaz', 'číslo op'],
    source: 'PRADO, SVK-BO: two letters and six digits',
    examples: { valid: ['občiansky preukaz HA123456'], invalid: ['občiansky preukaz H123456'] },
  }),
  passport({
    rule: 'sk-passport',
    forms: ['A{2}9{7}'],
    words: ['cestovný pas', 'cestovny pas', 'číslo pasu'],
    source: 'PRADO, SVK-AO: two letters and seven digits',
    examples: { valid: ['cestovný pas BF1234567'], invalid: ['cestovný pas BF123456'] },
  }),
  licencePlate({
    rule: 'sk-licence-plate',
    forms: ['A{2}-9{3}A{2}', 'A{2} 9{3}A{2}', 'A{2} 9{3} A{2}', 'A{2}9{3}A{2}'],
    words: ['ečv', 'ecv', 'evidenčné číslo', 'vozidlo'],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'Zákon č. 8/2009 Z. z.: district, digits, letters',
    examples: { valid: ['BA-123CD'], invalid: ['BA-12CD'] },
  }),
  {
    rule: 'sk-ico',
    kind: COMPANY,
    forms: ['9{8}', '9{2} 9{3} 9{3}'],
    check: (compact) => unless(icoHolds(compact), WRONG_CHECK_DIGIT),
    words: [...COMPANY_NUMBER_WORDS, 'ičo', 'ico'],
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Zákon č. 272/2015 Z. z.: weights 8 to 2 modulo 11',
    examples: { valid: ['IČO 12345679'], invalid: ['IČO 12345678'] },
  },
  {
    rule: 'sk-vat',
    kind: VAT,
    forms: ['SK~9{10}'],
    check: (compact) => checkTaxNumber(compact.slice(2)),
    words: [...VAT_WORDS, 'ič dph', 'ic dph', 'dph'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'Zákon č. 222/2004 Z. z.; the tax number with the prefix of VIES',
    examples: { valid: ['SK2021234501'], invalid: ['SK2021234502'] },
  },
];
