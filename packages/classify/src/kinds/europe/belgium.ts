// Belgium: national number, identity card, passport, driving licence, plates, health professionals, enterprise number.
import { isDate } from '../../checks/calendar.ts';
import { numberAt } from '../../checks/digits.ts';
import { decimalRemainder } from '../../checks/mod97.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, practitionerId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const NATIONAL_NUMBER = nationalId(
  'be-national-number',
  'National register number (NISS, INSZ), Belgium',
  TELLS_BIRTH_DATE,
);
const PRACTITIONER = practitionerId('be-inami', 'Health professional number (INAMI, RIZIV), Belgium');
const ENTERPRISE = organisationId('be-enterprise-number', 'Enterprise and VAT number, Belgium');

/** Whether the last two digits hold for a birth in the century that begins with this prefix: none for 1900, 2 for 2000. */
function holdsIn(compact: string, prefix: string): boolean {
  return 97 - decimalRemainder(prefix + compact.slice(0, 9), 97) === numberAt(compact, 9, 11);
}

/** Months of the BIS number are 20 or 40 higher; month and day may be 0 where they are not known. */
function isBirthDate(compact: string, century: number): boolean {
  const month = numberAt(compact, 2, 4) % 20;
  const day = numberAt(compact, 4, 6);
  if (month === 0) return true;
  return month <= 12 && (day === 0 || isDate(century + numberAt(compact, 0, 2), month, day));
}

function checkNationalNumber(compact: string): Verdict {
  const in1900 = holdsIn(compact, '');
  // There is no clock here: births after 2049 are taken for chance.
  const in2000 = numberAt(compact, 0, 2) < 50 && holdsIn(compact, '2');
  return allOf(
    () => unless(in1900 || in2000, WRONG_CHECK_DIGIT),
    () => unless(numberAt(compact, 2, 4) <= 52 && numberAt(compact, 6, 9) > 0, NOT_ISSUED),
    () => unless((in1900 && isBirthDate(compact, 1900)) || (in2000 && isBirthDate(compact, 2000)), NO_SUCH_DATE),
  );
}

/** Ten digits, and they modulo 97, with 97 for 0. */
function checkIdentityCard(compact: string): Verdict {
  const remainder = decimalRemainder(compact.slice(0, 10), 97);
  return unless((remainder === 0 ? 97 : remainder) === numberAt(compact, 10, 12), WRONG_CHECK_DIGIT);
}

function checkEnterprise(digits: string): Verdict {
  return allOf(
    () => unless(/^[01]/.test(digits) && !/^0{4}/.test(digits), NOT_ISSUED),
    () => unless(97 - decimalRemainder(digits.slice(0, 8), 97) === numberAt(digits, 8, 10), WRONG_CHECK_DIGIT),
  );
}

/** Six digits, 97 less their remainder, three digits of the qualification. */
function checkPractitioner(compact: string): Verdict {
  return unless(97 - decimalRemainder(compact.slice(0, 6), 97) === numberAt(compact, 6, 8), WRONG_CHECK_DIGIT);
}

const NATIONAL_WORDS = [
  ...NATIONAL_ID_WORDS,
  ...SOCIAL_SECURITY_WORDS,
  ...TAX_NUMBER_WORDS,
  ...HEALTH_INSURANCE_WORDS,
  'rijksregisternummer',
  'rijksregister',
  'numéro de registre national',
  'registre national',
  'numéro national',
  'niss',
  'insz',
  'rrn',
  'nrn',
  'nationalregisternummer',
];

export const BELGIUM: readonly Identifier[] = [
  {
    rule: 'be-national-number',
    kind: NATIONAL_NUMBER,
    forms: [
      '9{2}.9{2}.9{2}-9{3}.9{2}',
      '9{2}.9{2}.9{2}-9{3}-9{2}',
      '9{2}.9{2}.9{2} 9{3} 9{2}',
      '9{6}-9{3}-9{2}',
      '9{6} 9{3} 9{2}',
      '9{6}-9{3}.9{2}',
    ],
    check: checkNationalNumber,
    words: NATIONAL_WORDS,
    confidence: { alone: 0.9, named: 0.98 },
    source:
      'Arrêté royal of 3 April 1984: birth date, order, 97 less the remainder (with 2 in front for births since 2000)',
    examples: { valid: ['85.04.12-123.69', '05.04.12-124.37'], invalid: ['85.04.12-123.70', '85.14.12-123.69'] },
  },
  {
    rule: 'be-national-number-bare',
    kind: NATIONAL_NUMBER,
    forms: ['9{11}'],
    check: checkNationalNumber,
    words: NATIONAL_WORDS,
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.6, named: 0.97 },
    source: 'The same without its signs',
    examples: { valid: ['85041212369', '85241212315'], invalid: ['85041212370'] },
  },
  {
    rule: 'be-inami',
    kind: PRACTITIONER,
    forms: ['9{11}', '9-9{5}-9{2}-9{3}', '9.9{5}.9{2}.9{3}'],
    check: checkPractitioner,
    words: ['inami', 'riziv', 'rizivnummer', 'numéro inami', 'prescripteur', 'voorschrijver'],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'INAMI, numéro d’identification du dispensateur',
    examples: { valid: ['1-23456-25-004'], invalid: ['1-23456-26-004'] },
  },
  identityCard({
    rule: 'be-identity-card',
    forms: ['9{12}', '9{3}-9{7}-9{2}'],
    check: checkIdentityCard,
    words: ['eid', 'numéro de carte eid', 'kaartnummer eid', 'identiteitskaart nr'],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'PRADO, BEL-BO: twelve digits, the last two the others modulo 97',
    examples: { valid: ['592-1234567-32'], invalid: ['592-1234567-33'] },
  }),
  passport({
    rule: 'be-passport',
    forms: ['A{2}9{6}'],
    source: 'PRADO, BEL-AO: two letters and six digits',
    examples: { valid: ['EJ123456'], invalid: ['E123456'] },
  }),
  drivingLicence({
    rule: 'be-driving-licence',
    forms: ['9{10}'],
    confidence: DIGITS_ONLY,
    source: 'Arrêté royal of 23 March 1998: ten digits',
    examples: { valid: ['rijbewijs 1234567890'], invalid: ['rijbewijs 123456789'] },
  }),
  licencePlate({
    rule: 'be-licence-plate',
    forms: ['9-A{3}-9{3}', '9 A{3} 9{3}'],
    words: ['plaque', 'nummerplaat'],
    confidence: { alone: 0.2, named: 0.88 },
    source: 'Arrêté royal of 20 July 2001: index, three letters, three digits',
    examples: { valid: ['1-ABC-123'], invalid: ['1-ABCD-123', '1-AB-123'] },
  }),
  {
    rule: 'be-enterprise-number',
    kind: ENTERPRISE,
    forms: ['9{10}', '9{4}.9{3}.9{3}'],
    check: checkEnterprise,
    words: [...COMPANY_NUMBER_WORDS, ...VAT_WORDS, 'bce', 'kbo', 'rpm', 'rpr'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.25, named: 0.95 },
    source: 'Code de droit économique III.17: 97 less the first eight digits modulo 97',
    examples: { valid: ['0456.789.034', '0456789034'], invalid: ['0456.789.035'] },
  },
  {
    rule: 'be-vat',
    kind: ENTERPRISE,
    forms: ['BE~9{10}', 'BE~9{4}.9{3}.9{3}'],
    check: (compact) => checkEnterprise(compact.slice(2)),
    words: VAT_WORDS,
    confidence: { alone: 0.85, named: 0.97 },
    source: 'The enterprise number with the prefix of VIES',
    examples: { valid: ['BE0456789034', 'BE 0456.789.034'], invalid: ['BE0456789035'] },
  },
];
