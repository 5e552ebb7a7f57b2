// The Philippines: tax, social security, health and identity numbers.
import { digitAt, isOneRepeated } from '../../checks/digits.ts';
import { allOf, ONE_DIGIT_REPEATED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import { grouped } from '../../checks/written.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, PASSPORT } from '../documents.ts';
import { DRIVING_LICENCE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { healthId, nationalId } from './family.ts';

const TIN = nationalId(
  'ph-tin',
  'Philippine taxpayer number',
  'It names one taxpayer for life and opens the tax record.',
);
const SSS = nationalId(
  'ph-sss',
  'Philippine social security number',
  'It names one employee and opens loans and benefits.',
);
const PSN = nationalId(
  'ph-psn',
  'Philippine national identity number',
  'It names one person for life in the national identity system.',
);
const PHILHEALTH = healthId(
  'ph-philhealth',
  'PhilHealth number',
  'It names one insured person and opens the claims record.',
);

const TIN_WORDS: readonly string[] = [
  'tin',
  'bir',
  'taxpayer identification number',
  'taxpayer id',
  'tax id',
  'tin number',
  'rdo',
  'revenue district office',
  'bir tin',
];

export const PHILIPPINES: readonly Identifier[] = [
  {
    rule: 'ph-tin',
    kind: TIN,
    forms: ['9{3}~9{3}~9{3}[~9{3,5}]?'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, 3),
        () => taxpayer(compact),
      ),
    words: TIN_WORDS,
    against: ['phone', 'mobile', 'tel', 'order', 'sin', 'siren'],
    confidence: { alone: 0.2, named: 0.9 },
    source:
      'Bureau of Internal Revenue (PH): weights 9 to 2, ninth digit the remainder modulo 11; branch of three or five digits',
    examples: { valid: ['000-123-456', '000-123-456-000', '000 123 456'], invalid: ['000-123-457', '123-456-789'] },
  },
  {
    rule: 'ph-tin-digits',
    kind: TIN,
    forms: ['9{9}', '9{12}', '9{14}'],
    check: taxpayer,
    words: TIN_WORDS,
    against: ['phone', 'mobile', 'tel', 'order', 'timestamp', 'bytes', 'account number'],
    confidence: { alone: 0.08, named: 0.85 },
    source: 'Bureau of Internal Revenue (PH): weights 9 to 2, ninth digit the remainder modulo 11',
    examples: { valid: ['000123456', '000123456000'], invalid: ['123456789', '000123457'] },
  },
  {
    rule: 'ph-sss',
    kind: SSS,
    forms: ['99-9{7}-9'],
    words: ['sss', 'sss number', 'sss no', 'social security system', 'gsis'],
    confidence: { alone: 0.25, named: 0.9 },
    source: 'Social Security System (PH): 2, 7 and 1 digits',
    examples: { valid: ['34-1234567-8'], invalid: ['34-123456-8'] },
  },
  {
    rule: 'ph-psn',
    kind: PSN,
    forms: ['9{4}-9{4}-9{4}-9{4}', '9{4}-9{4}-9{4}', '9{12}', '9{16}'],
    check: (compact) => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    words: ['psn', 'pcn', 'philsys', 'philid', 'philsys number', 'philsys card number', 'national id', 'pambansang id'],
    against: ['card number', 'order', 'phone'],
    confidence: { alone: 0.01, named: 0.65 },
    source: 'Republic Act 11055: PSN of twelve, card number of sixteen digits',
    examples: { valid: ['1234-5678-9012-3456'], invalid: ['1234-5678-9012-345'] },
  },
  {
    rule: 'ph-philhealth',
    kind: PHILHEALTH,
    forms: ['99-9{9}-9', '9{12}'],
    words: ['philhealth', 'philhealth number', 'philhealth no', 'phic'],
    confidence: { alone: 0.02, named: 0.88 },
    source: 'Philippine Health Insurance Corporation: 2, 9 and 1 digits',
    examples: { valid: ['12-345678901-2'], invalid: ['12-34567890-2'] },
  },
  {
    rule: 'ph-driving-licence',
    kind: DRIVING_LICENCE,
    forms: ['A99-99-9{6}'],
    words: [...DRIVING_LICENCE_WORDS, 'lto', 'lisensya'],
    confidence: { alone: 0.3, named: 0.92 },
    source: 'Land Transportation Office (PH): a letter, 2, 2 and 6 digits',
    examples: { valid: ['N01-12-123456'], invalid: ['N01-12-12345'] },
  },
  {
    rule: 'ph-passport',
    kind: PASSPORT,
    forms: ['P9{7}A', 'A{2}9{7}'],
    words: [...PASSPORT_WORDS, 'pasaporte', 'dfa'],
    confidence: { alone: 0.06, named: 0.78 },
    source: 'Department of Foreign Affairs (PH): P, seven digits, a letter; two letters and seven digits before 2016',
    examples: { valid: ['P1234567A', 'EB1234567'], invalid: ['P123456A'] },
  },
];

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2] as const;

function taxpayer(compact: string): Verdict {
  return allOf(
    () => unless(!isOneRepeated(compact.slice(0, 9)), ONE_DIGIT_REPEATED),
    () => unless(weightedMod11(compact, WEIGHTS) === digitAt(compact, 8), WRONG_CHECK_DIGIT),
  );
}
