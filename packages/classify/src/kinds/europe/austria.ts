// Austria: social insurance and tax numbers, documents, plates, company numbers.
import { isDateInSomeCentury } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { luhnRemainder } from '../../checks/luhn.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
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

const SOCIAL_INSURANCE = nationalId('at-svnr', 'Social insurance number (SVNR), Austria', TELLS_BIRTH_DATE);
const TAX_NUMBER = nationalId('at-tax-id', 'Tax number (Abgabenkontonummer), Austria', FOR_TAXES);
const VAT = organisationId('at-vat', 'VAT number (UID), Austria');
const COMPANY = organisationId('at-company-number', 'Company register number (FN), Austria');

/** The fourth digit is the check; months 13 to 15 are used where numbers of a day have run out. */
function checkSocialInsurance(compact: string): Verdict {
  const month = numberAt(compact, 6, 8);
  const isDay = isDateInSomeCentury(
    numberAt(compact, 8, 10),
    month > 12 && month < 16 ? 12 : month,
    numberAt(compact, 4, 6),
  );
  return allOf(
    () => unless(compact[0] !== '0', NOT_ISSUED),
    () => unless(isDay, NO_SUCH_DATE),
    () => unless(weightedMod11(compact, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) === digitAt(compact, 3), WRONG_CHECK_DIGIT),
  );
}

/** Office, number, and the Luhn digit over both. */
function checkTaxNumber(compact: string): Verdict {
  return allOf(
    () => unless(numberAt(compact, 0, 2) >= 3 && numberAt(compact, 0, 2) <= 98, NOT_ISSUED),
    () => unless(luhnRemainder(compact) === 0, WRONG_CHECK_DIGIT),
  );
}

/** Luhn with 4 added (BMF, Konstruktionsregeln der UID). */
function checkVat(digits: string): Verdict {
  const check = (16 - luhnRemainder(digits.slice(0, 7))) % 10;
  return unless(check === digitAt(digits, 7), WRONG_CHECK_DIGIT);
}

export const AUSTRIA: readonly Identifier[] = [
  {
    rule: 'at-svnr',
    kind: SOCIAL_INSURANCE,
    forms: ['9{4} 9{6}', '9{4}-9{6}', '9{4} 9{2} 9{2} 9{2}', '9{4}/9{6}', '9{4} 9{2}.9{2}.9{2}'],
    check: checkSocialInsurance,
    words: [
      ...SOCIAL_SECURITY_WORDS,
      ...HEALTH_INSURANCE_WORDS,
      ...NATIONAL_ID_WORDS,
      'svnr',
      'sv nr',
      'vsnr',
      'e card',
    ],
    confidence: { alone: 0.5, named: 0.97 },
    source: 'ASVG § 460d; weights 3, 7, 9, 5, 8, 4, 2, 1, 6 modulo 11',
    examples: { valid: ['1233 150485'], invalid: ['1234 150485', '1233 320485'] },
  },
  {
    rule: 'at-svnr-bare',
    kind: SOCIAL_INSURANCE,
    forms: ['9{10}'],
    check: checkSocialInsurance,
    words: [
      ...SOCIAL_SECURITY_WORDS,
      ...HEALTH_INSURANCE_WORDS,
      ...NATIONAL_ID_WORDS,
      'svnr',
      'sv nr',
      'vsnr',
      'e card',
    ],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.25, named: 0.95 },
    source: 'The same without its space',
    examples: { valid: ['1233150485'], invalid: ['1234150485'] },
  },
  {
    rule: 'at-tax-id',
    kind: TAX_NUMBER,
    forms: ['9{9}', '9{2}-9{3}/9{4}', '9{2} 9{3}/9{4}'],
    check: checkTaxNumber,
    words: [...TAX_NUMBER_WORDS, 'abgabenkontonummer', 'stnr', 'st nr', 'finanzamt'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.15, named: 0.9 },
    source: 'BMF, Abgabenkontonummer; OECD, TIN of Austria',
    examples: { valid: ['12-345/6782', 'Steuernummer 123456782'], invalid: ['12-345/6783'] },
  },
  passport({
    rule: 'at-passport',
    forms: ['A9{7}', 'A 9{7}'],
    words: ['reisepass nr'],
    source: 'PRADO, AUT-AO: a letter and seven digits',
    examples: { valid: ['P1234567'], invalid: ['P12345678'] },
  }),
  identityCard({
    rule: 'at-identity-card',
    forms: ['9{7}', '9{8}', 'A{2}9{7}', 'A9{7}'],
    confidence: { alone: 0, named: 0.7 },
    source: 'PRADO, AUT-BO',
    examples: { valid: ['Personalausweis 1234567'], invalid: ['Personalausweis 123456'] },
  }),
  drivingLicence({
    rule: 'at-driving-licence',
    forms: ['9{8}'],
    confidence: DIGITS_ONLY,
    source: 'FSG-DV: eight digits',
    examples: { valid: ['Führerschein 12345678'], invalid: ['Führerschein 123456'] },
  }),
  licencePlate({
    rule: 'at-licence-plate',
    forms: ['A{1,2}-9{1,6}A{1,3}', 'A{1,2} 9{1,6} ?A{1,3}', 'A{1,2}-9{1,6} A{1,3}'],
    check: (compact) => unless(/^[A-Z]{1,2}[1-9]\d*[A-Z]{1,3}$/.test(compact) && compact.length <= 8, NOT_ISSUED),
    confidence: { alone: 0, named: 0.75 },
    source: 'KFG § 48: district, digits, letters',
    examples: { valid: ['Kennzeichen W-12345A', 'Kennzeichen GU 123 AB'], invalid: ['Kennzeichen W-02345A'] },
  }),
  {
    rule: 'at-vat',
    kind: VAT,
    forms: ['\\ATU~9{8}', '\\AT U9{8}'],
    check: (compact) => checkVat(compact.slice(3)),
    words: [...VAT_WORDS, 'uid'],
    confidence: { alone: 0.8, named: 0.97 },
    source: 'UStG Art. 28; BMF, Konstruktionsregeln der UID',
    examples: { valid: ['ATU12345675'], invalid: ['ATU12345676', 'AT12345675'] },
  },
  {
    rule: 'at-company-number',
    kind: COMPANY,
    forms: ['FN ?9{1,6} ?A'],
    words: [...COMPANY_NUMBER_WORDS, 'firmenbuch', 'firmenbuchnummer'],
    confidence: { alone: 0.4, named: 0.9 },
    source: 'Firmenbuchgesetz § 30: up to six digits and a letter',
    examples: { valid: ['FN 123456a', 'FN12345b'], invalid: ['FN 1234567a', 'FN 123456'] },
  },
];
