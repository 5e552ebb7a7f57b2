// Denmark: CPR number, passport, driving licence, plates, CVR number.
import { isDate } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, licencePlate, passport } from '../documents.ts';
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

const CPR = nationalId('dk-cpr', 'Personal number (CPR), Denmark', TELLS_BIRTH_DATE);
const CVR = organisationId('dk-cvr', 'Enterprise and VAT number (CVR), Denmark');

/** The seventh digit and the year tell the century. Check digits are no longer given since 2007. */
function checkCpr(compact: string): Verdict {
  const year = numberAt(compact, 4, 6);
  const seventh = digitAt(compact, 6);
  let century = 2000;
  if (seventh <= 3 || ((seventh === 4 || seventh === 9) && year >= 37)) century = 1900;
  else if (seventh >= 5 && seventh <= 8 && year >= 58) century = 1800;
  return unless(isDate(century + year, numberAt(compact, 2, 4), numberAt(compact, 0, 2)), NO_SUCH_DATE);
}

function checkCvr(digits: string): Verdict {
  return unless(digits[0] !== '0' && weightedMod11(digits, [2, 7, 6, 5, 4, 3, 2, 1]) === 0, WRONG_CHECK_DIGIT);
}

const CPR_WORDS = [
  ...NATIONAL_ID_WORDS,
  ...SOCIAL_SECURITY_WORDS,
  ...TAX_NUMBER_WORDS,
  ...HEALTH_INSURANCE_WORDS,
  'cpr',
  'cpr nr',
  'cpr nummer',
  'personnummer',
  'sygesikring',
  'sundhedskort',
];

export const DENMARK: readonly Identifier[] = [
  {
    rule: 'dk-cpr',
    kind: CPR,
    forms: ['9{6}-9{4}', '9{6} 9{4}'],
    check: checkCpr,
    words: CPR_WORDS,
    confidence: { alone: 0.3, named: 0.9 },
    source: 'CPR-loven; CPR-kontoret, Personnummeret i CPR: birth date and serial',
    examples: { valid: ['120485-1234'], invalid: ['320485-1234', '121385-1234'] },
  },
  {
    rule: 'dk-cpr-bare',
    kind: CPR,
    forms: ['9{10}'],
    check: checkCpr,
    words: CPR_WORDS,
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.85 },
    source: 'The same without its hyphen',
    examples: { valid: ['1204851234'], invalid: ['3204851234'] },
  },
  passport({
    rule: 'dk-passport',
    forms: ['9{9}'],
    words: ['pasnummer', 'pas nr', 'pas'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, DNK-AO: nine digits',
    examples: { valid: ['pasnummer 123456789'], invalid: ['pasnummer 12345678'] },
  }),
  drivingLicence({
    rule: 'dk-driving-licence',
    forms: ['9{8}'],
    words: ['kørekort', 'korekort'],
    confidence: DIGITS_ONLY,
    source: 'Kørekortbekendtgørelsen: eight digits',
    examples: { valid: ['kørekort 12345678'], invalid: ['kørekort 1234567'] },
  }),
  licencePlate({
    rule: 'dk-licence-plate',
    forms: ['A{2} 9{2} 9{3}', 'A{2}9{5}', 'A{2} 9{5}'],
    check: (compact) => unless(!/[IOQW]/.test(compact), NOT_ISSUED),
    words: ['nummerplade', 'registreringsnummer', 'reg nr', 'bil'],
    confidence: { alone: 0, named: 0.8 },
    source: 'Registreringsbekendtgørelsen: two letters and five digits',
    examples: { valid: ['nummerplade AB 12 345'], invalid: ['nummerplade AQ 12 345'] },
  }),
  {
    rule: 'dk-cvr',
    kind: CVR,
    forms: ['9{8}', '9{2} 9{2} 9{2} 9{2}'],
    check: checkCvr,
    words: [...COMPANY_NUMBER_WORDS, ...VAT_WORDS, 'cvr', 'cvr nr', 'se nr', 'moms'],
    confidence: { alone: 0.1, named: 0.92 },
    source: 'CVR-loven: weights 2, 7, 6, 5, 4, 3, 2, 1 modulo 11',
    examples: { valid: ['12345674'], invalid: ['12345675'] },
  },
  {
    rule: 'dk-vat',
    kind: CVR,
    forms: ['DK~9{8}', 'DK 9{2} 9{2} 9{2} 9{2}'],
    check: (compact) => checkCvr(compact.slice(2)),
    words: VAT_WORDS,
    confidence: { alone: 0.65, named: 0.97 },
    source: 'The CVR number with the prefix of VIES',
    examples: { valid: ['DK12345674'], invalid: ['DK12345675'] },
  },
];
