// Israel: identity, company and passport numbers.
import { isOneRepeated } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId, organisation } from './family.ts';

const ID_NUMBER = nationalId(
  'il-id',
  'Israeli identity number',
  'It names one person for life; bank, health and state accounts open with it.',
);
const COMPANY_NUMBER = organisation('il-hp', 'Israeli company number', 'It names a company in a public register.');
const OTHERS: readonly string[] = [
  'phone',
  'טלפון',
  'order',
  'הזמנה',
  'tracking',
  'invoice',
  'timestamp',
  'bytes',
  'size',
  'account number',
];

export const ISRAEL: readonly Identifier[] = [
  {
    rule: 'il-id',
    kind: ID_NUMBER,
    forms: ['9{9}', '9{7,8}-9'],
    check: identity,
    words: [
      'תעודת זהות',
      'מספר זהות',
      'ת.ז',
      'ת"ז',
      'מ.ז',
      'teudat zehut',
      'teudat',
      'mispar zehut',
      'israeli id',
      'israel id',
      'tz',
      'id number',
    ],
    against: OTHERS,
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Population Registry Law 1965 (IL): nine digits, Luhn',
    examples: { valid: ['039337423', '3933742-3', '123456782'], invalid: ['039337422', '000000000'] },
  },
  {
    rule: 'il-hp',
    kind: COMPANY_NUMBER,
    forms: ['59{8}', '59-9{6}-9'],
    check: identity,
    words: ['מספר חברה', 'ח.פ', 'ח"פ', 'חברה', 'עוסק מורשה', 'company number', 'hp number'],
    against: OTHERS,
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Registrar of Companies (IL): 5 and eight digits, Luhn',
    examples: { valid: ['516179157'], invalid: ['516179158', '416179157'] },
  },
  {
    rule: 'il-passport',
    kind: PASSPORT,
    forms: ['9{7,8}'],
    check: (compact) => unless(!isOneRepeated(compact), NOT_ISSUED),
    words: ['דרכון', 'מספר דרכון', 'israeli passport', ...PASSPORT_WORDS],
    confidence: { alone: 0.01, named: 0.65 },
    source: 'Population and Immigration Authority (IL): seven or eight digits',
    examples: { valid: ['12345678'], invalid: ['123456', '00000000'] },
  },
];

function identity(compact: string): Verdict {
  return allOf(
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
  );
}
