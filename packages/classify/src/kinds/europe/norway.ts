// Norway: birth and D-numbers, passport, driving licence, plates, health professionals, organisation number.
import { isDateInSomeCentury } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { complementMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, practitionerId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const BIRTH_NUMBER = nationalId('no-fodselsnummer', 'Birth number (fødselsnummer), Norway', TELLS_BIRTH_DATE);
const PRACTITIONER = practitionerId('no-hpr', 'Health professional number (HPR), Norway');
const ORGANISATION = organisationId('no-organisation-number', 'Organisation number, Norway');

/** The serial tells the century: 1900 to 1999 below 500, 1854 to 1899 to 749, 2000 to 2039 from 500 on, 1940 to 1999 from 900 on. */
function isSerial(compact: string): boolean {
  const year = numberAt(compact, 4, 6);
  const serial = numberAt(compact, 6, 9);
  return serial < 500 || year < 40 || (serial < 750 && year >= 54) || serial >= 900;
}

/** D-numbers add 40 to the day, numbers of hospitals 40 and of test systems 80 to the month. */
function isBirthDate(compact: string): boolean {
  const day = numberAt(compact, 0, 2);
  const month = numberAt(compact, 2, 4);
  return isDateInSomeCentury(numberAt(compact, 4, 6), month % 40, day > 40 ? day - 40 : day);
}

function checkBirthNumber(compact: string): Verdict {
  return allOf(
    () => unless(isBirthDate(compact) && isSerial(compact), NO_SUCH_DATE),
    () => unless(complementMod11(compact, [3, 7, 6, 1, 8, 9, 4, 5, 2]) === digitAt(compact, 9), WRONG_CHECK_DIGIT),
    () => unless(complementMod11(compact, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) === digitAt(compact, 10), WRONG_CHECK_DIGIT),
  );
}

function checkOrganisation(digits: string): Verdict {
  return allOf(
    () => unless(digits[0] === '8' || digits[0] === '9', NOT_ISSUED),
    () => unless(complementMod11(digits, [3, 2, 7, 6, 5, 4, 3, 2]) === digitAt(digits, 8), WRONG_CHECK_DIGIT),
  );
}

export const NORWAY: readonly Identifier[] = [
  {
    rule: 'no-fodselsnummer',
    kind: BIRTH_NUMBER,
    forms: ['9{11}', '9{6} 9{5}', '9{6}-9{5}'],
    check: checkBirthNumber,
    words: [
      ...NATIONAL_ID_WORDS,
      ...SOCIAL_SECURITY_WORDS,
      ...TAX_NUMBER_WORDS,
      'fødselsnummer',
      'fodselsnummer',
      'fnr',
      'personnummer',
      'd nummer',
      'dnr',
    ],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.6, named: 0.98 },
    source: 'Folkeregisterforskriften § 2-2-2: birth date, serial, two check digits modulo 11',
    examples: { valid: ['12048512346', '120485 12346'], invalid: ['12048512347', '12138512346'] },
  },
  {
    rule: 'no-hpr',
    kind: PRACTITIONER,
    forms: ['9{7,9}'],
    words: ['hpr', 'hpr nummer', 'hpr nr', 'helsepersonell'],
    confidence: DIGITS_ONLY,
    source: 'Helsepersonellregisteret: seven to nine digits',
    examples: { valid: ['HPR-nummer 1234567'], invalid: ['HPR-nummer 12345'] },
  },
  passport({
    rule: 'no-passport',
    forms: ['9{8}', 'A{3}9{5}', 'A{2}9{7}'],
    words: ['passnummer', 'pass nr'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, NOR-AO: eight digits, since 2020 three letters and five digits',
    examples: { valid: ['passnummer CCC12345', 'passnummer 12345678'], invalid: ['passnummer 1234567'] },
  }),
  drivingLicence({
    rule: 'no-driving-licence',
    forms: ['9{2} 9{2} 9{6} 9', '9{11}'],
    words: ['førerkort', 'forerkort'],
    confidence: DIGITS_ONLY,
    source: 'Førerkortforskriften, field 5',
    examples: { valid: ['førerkort 11 12 345678 0'], invalid: ['førerkort 11 12 34567'] },
  }),
  licencePlate({
    rule: 'no-licence-plate',
    forms: ['A{2} 9{5}', 'A{2}9{5}', 'A{2}-9{5}'],
    check: (compact) => unless(!/[GIMOQW]/.test(compact.slice(0, 1)), NOT_ISSUED),
    words: ['bilskilt', 'kjennemerke', 'registreringsnummer', 'regnr', 'bil'],
    confidence: { alone: 0, named: 0.8 },
    source: 'Kjøretøyforskriften: two letters and five digits',
    examples: { valid: ['bilskilt AB 12345'], invalid: ['bilskilt AB 1234'] },
  }),
  {
    rule: 'no-organisation-number',
    kind: ORGANISATION,
    forms: ['9{9}', '9{3} 9{3} 9{3}'],
    check: checkOrganisation,
    words: [...COMPANY_NUMBER_WORDS, 'organisasjonsnummer', 'org nr', 'orgnr', 'foretaksnummer'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Enhetsregisterloven: weights 3, 2, 7, 6, 5, 4, 3, 2 modulo 11',
    examples: { valid: ['812345672', 'orgnr 812 345 672'], invalid: ['812345673', '112345672'] },
  },
  {
    rule: 'no-vat',
    kind: organisationId('no-vat', 'VAT number, Norway'),
    forms: ['9{9}MV\\A', '9{9} MV\\A', 'NO9{9}MV\\A', 'NO 9{9} MV\\A', '9{3} 9{3} 9{3} MV\\A'],
    check: (compact) => checkOrganisation(compact.slice(-12, -3)),
    words: [...VAT_WORDS, 'mva', 'org nr'],
    confidence: { alone: 0.85, named: 0.97 },
    source: 'Merverdiavgiftsloven: the organisation number and MVA',
    examples: { valid: ['812345672MVA', 'NO812345672MVA'], invalid: ['812345673MVA'] },
  },
];
