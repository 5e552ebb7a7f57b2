// Canada: social insurance, the provinces' health cards, passports and business numbers.

import { isDateInSomeCentury } from '../../checks/calendar.ts';
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import {
  allOf,
  NO_SUCH_DATE,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { grouped } from '../../checks/written.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, PASSPORT } from '../documents.ts';
import { HEALTH_INSURANCE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { healthId, nationalId, organisation } from './family.ts';
import { LICENCE_WORDS_IN_ENGLISH } from './words.ts';

const SIN = nationalId(
  'ca-sin',
  'Canadian social insurance number',
  'With it, strangers open credit, work and draw benefits in that person’s name; it is changed only after proven fraud.',
);
const HEALTH_CARD = healthId(
  'ca-health-card',
  'Canadian health card number',
  'It names one patient of a province, opens the medical record, and lets strangers be treated under that name.',
);
const BUSINESS_NUMBER = organisation('ca-bn', 'Canadian business number', 'It names a business in a public register.');

const SIN_WORDS: readonly string[] = [
  'sin',
  'social insurance',
  'social insurance number',
  'sin number',
  'sin card',
  'nas',
  "numéro d'assurance sociale",
  "numero d'assurance sociale",
  'assurance sociale',
  '社会保险号',
];
const OTHERS: readonly string[] = [
  'phone',
  'order',
  'invoice',
  'tracking',
  'routing',
  'siren',
  'timestamp',
  'bytes',
  'size',
  'account number',
];

const HEALTH_WORDS: readonly string[] = [
  ...HEALTH_INSURANCE_WORDS,
  'ohip',
  'phn',
  'personal health number',
  'health card number',
  'hcn',
  'ramq',
  'nam',
  'msp',
  'carecard',
  'mcp',
  'msi',
  'ahcip',
  'phin',
  'carte soleil',
  "numéro d'assurance maladie",
];

export const CANADA: readonly Identifier[] = [
  {
    rule: 'ca-sin',
    kind: SIN,
    forms: ['9{3}~9{3}~9{3}'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, 3),
        () => socialInsurance(compact),
      ),
    words: SIN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.4, named: 0.95 },
    source: 'Employment and Social Development Canada, SIN Code of Practice; Luhn, first digit not 0 or 8',
    examples: {
      valid: ['130 692 544', '731-530-150'],
      invalid: ['130 692 545', '046 454-286', '046 454 286', '111 111 111'],
    },
  },
  {
    rule: 'ca-sin-digits',
    kind: SIN,
    forms: ['9{9}'],
    check: socialInsurance,
    words: SIN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.12, named: 0.9 },
    source: 'Employment and Social Development Canada, SIN Code of Practice; Luhn, first digit not 0 or 8',
    examples: { valid: ['130692544', '550090112'], invalid: ['130692545', '13069254', '800000002'] },
  },
  {
    rule: 'ca-on-health-card',
    kind: HEALTH_CARD,
    forms: ['9{4}~9{3}~9{3}[~A{2}]?'],
    check: (compact) =>
      allOf(
        () => unless(compact[0] !== '0' && !isOneRepeated(compact.slice(0, 9)), NOT_ISSUED),
        () => unless(luhnHolds(compact.slice(0, 10)), WRONG_CHECK_DIGIT),
      ),
    words: HEALTH_WORDS,
    against: ['phone', 'fax', 'tel', 'timestamp', 'order'],
    confidence: { alone: 0.15, named: 0.9 },
    source:
      'Ontario Ministry of Health, Health Card Validation Reference Manual: Luhn, and a version code of two letters',
    examples: { valid: ['1234-567-897-AB', '1234567897'], invalid: ['1234567890', '0000000000'] },
  },
  {
    rule: 'ca-bc-health-card',
    kind: HEALTH_CARD,
    forms: ['9{4}~9{3}~9{3}'],
    check: (compact) =>
      allOf(
        () => unless(compact.startsWith('9'), NOT_ISSUED),
        () => unless(columbianCheckDigit(compact) === digitAt(compact, 9), WRONG_CHECK_DIGIT),
      ),
    words: HEALTH_WORDS,
    against: ['phone', 'fax', 'tel', 'timestamp', 'order'],
    confidence: { alone: 0.15, named: 0.9 },
    source: 'British Columbia Ministry of Health, PHN check digit: weights 2, 4, 8, 5, 10, 9, 7, 3 modulo 11',
    examples: { valid: ['9698658215', '9698 658 215'], invalid: ['9698648215', '5736504210'] },
  },
  {
    rule: 'ca-qc-health-card',
    kind: HEALTH_CARD,
    forms: ['A{4} 9{4} 9{4}', 'A{4}-9{4}-9{4}'],
    check: quebecer,
    words: HEALTH_WORDS,
    confidence: { alone: 0.4, named: 0.92 },
    source: 'Régie de l’assurance maladie du Québec: name, birth date (month + 50 for women), order',
    examples: { valid: ['DOEJ 8054 0112'], invalid: ['DOEJ 8034 0112', 'doej 8054 0112'] },
  },
  {
    rule: 'ca-qc-health-card-unbroken',
    kind: HEALTH_CARD,
    forms: ['A{4}9{8}', 'A{4} 9{8}'],
    check: quebecer,
    words: HEALTH_WORDS,
    confidence: { alone: 0.15, named: 0.92 },
    source: 'Régie de l’assurance maladie du Québec: name, birth date (month + 50 for women), order',
    examples: { valid: ['DOEJ80040112'], invalid: ['DOEJ80049912', 'test23112222'] },
  },
  {
    rule: 'ca-health-card-digits',
    kind: HEALTH_CARD,
    forms: ['9{9,10}', '9{5}-9{4}', '9{3} 9{3} 9{3}', '9{12}', '9{8}'],
    check: (compact) => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    words: HEALTH_WORDS.filter((word) => !HEALTH_INSURANCE_WORDS.includes(word)),
    against: ['phone', 'fax'],
    confidence: { alone: 0.01, named: 0.65 },
    source: 'Canadian Institute for Health Information: Alberta, Manitoba, Saskatchewan, Nova Scotia, Newfoundland',
    examples: { valid: ['12345-6789'], invalid: ['1234567', '000000000'] },
  },
  {
    rule: 'ca-passport',
    kind: PASSPORT,
    forms: ['A{2}9{6}', 'A9{6}A{2}'],
    words: PASSPORT_WORDS,
    confidence: { alone: 0.05, named: 0.75 },
    source:
      'https://www.canada.ca/passport: two letters and six digits; since 2023 a letter, six digits and two letters',
    examples: { valid: ['GA302922', 'P123456AA'], invalid: ['GA30292', '12302922'] },
  },
  {
    rule: 'ca-driving-licence',
    kind: DRIVING_LICENCE,
    forms: ['A9{4}-9{5}-9{5}', 'A9{4}-9{6}-99', 'A9{12,14}', '9{6}-9{3}', '9{7}'],
    words: [...LICENCE_WORDS_IN_ENGLISH, 'dl', 'saaq', 'icbc', 'master number'],
    against: ['license key', 'phone', 'order', 'product'],
    confidence: { alone: 0.03, named: 0.7 },
    source: 'formats of Ontario, Québec, Alberta and British Columbia (CCMTA)',
    examples: { valid: ['A1234-56789-01234', '123456-789'], invalid: ['A1234-5678-01234'] },
  },
  {
    rule: 'ca-bn',
    kind: BUSINESS_NUMBER,
    forms: ['9{9}~RC~9{4}', '9{9}~RP~9{4}', '9{9}~RT~9{4}', '9{9}~RM~9{4}', '9{9}~RR~9{4}', '9{9}'],
    check: (compact) =>
      allOf(
        () => unless(!isOneRepeated(compact.slice(0, 9)), ONE_DIGIT_REPEATED),
        () => unless(luhnHolds(compact.slice(0, 9)), WRONG_CHECK_DIGIT),
      ),
    words: [
      'business number',
      'gst',
      'hst',
      'gst number',
      'gst hst',
      'tps',
      'tvh',
      "numéro d'entreprise",
      'cra business',
    ],
    against: ['sin', 'phone'],
    confidence: { alone: 0.1, named: 0.88 },
    source: 'Canada Revenue Agency, RC2: nine digits (Luhn) and a program account',
    examples: { valid: ['123026635RC0001', '123026635'], invalid: ['123456783RC0001', '123026635RX0001'] },
  },
];

function socialInsurance(compact: string): Verdict {
  return allOf(
    () => unless(compact[0] !== '0' && compact[0] !== '8', NOT_ISSUED),
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
  );
}

const COLUMBIAN_WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3] as const;

/** Each product is reduced on its own; 10 is a digit that does not exist, so such numbers are not issued. */
function columbianCheckDigit(compact: string): number {
  const sum = COLUMBIAN_WEIGHTS.reduce(
    (total, weight, place) => total + ((weight * digitAt(compact, place + 1)) % 11),
    0,
  );
  return (11 - (sum % 11)) % 11;
}

function quebecer(compact: string, written: string): Verdict {
  if (/[a-z]/.test(written)) return 'not in capitals';
  const month = numberAt(compact, 6, 8);
  return unless(
    isDateInSomeCentury(numberAt(compact, 4, 6), month > 50 ? month - 50 : month, numberAt(compact, 8, 10)),
    NO_SUCH_DATE,
  );
}
