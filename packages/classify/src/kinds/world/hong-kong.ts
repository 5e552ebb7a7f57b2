// Hong Kong: identity cards.
import { base36At } from '../../checks/digits.ts';
import { unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const HKID = nationalId(
  'hk-hkid',
  'Hong Kong identity card number',
  'It names one resident for life; strangers borrow money and register phones with it.',
);
const WORDS: readonly string[] = [
  'hkid',
  'hkid no',
  'hk id',
  'identity card',
  'id card',
  'hkic',
  '身份證',
  '身份證號碼',
  '香港身份證',
  '身分證',
  'id number',
];
const SOURCE =
  'Immigration Department (HK); weights 9 to 2 modulo 11, a space for a missing first letter, 10 written as A';

export const HONG_KONG: readonly Identifier[] = [
  {
    rule: 'hk-hkid',
    kind: HKID,
    forms: ['A{1,2}9{6}(X)'],
    check: identityCard,
    words: WORDS,
    confidence: { alone: 0.88, named: 0.98 },
    source: SOURCE,
    examples: {
      valid: ['A555555(0)', 'AB987654(3)', 'C567890(9)'],
      invalid: ['C567890(8)', 'A555555(1)', 'C56789(8)'],
    },
  },
  {
    rule: 'hk-hkid-unbroken',
    kind: HKID,
    forms: ['A{1,2}9{6}X'],
    check: identityCard,
    words: WORDS,
    against: ['part number', 'sku', 'passport', 'tracking'],
    confidence: { alone: 0.2, named: 0.93 },
    source: SOURCE,
    examples: { valid: ['A5555550', 'AB9876543'], invalid: ['C5678908', 'C567890Z'] },
  },
  {
    rule: 'hk-passport',
    kind: PASSPORT,
    forms: ['\\H9{8}', 'KJ9{7}', 'K9{8}'],
    words: [...PASSPORT_WORDS, '特區護照', 'hksar passport'],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'Immigration Department (HK): H, K or KJ and digits',
    examples: { valid: ['H12345678', 'K12345678'], invalid: ['L12345678'] },
  },
];

const MISSING_LETTER = 36;

function identityCard(compact: string): Verdict {
  const last = compact.length - 1;
  const check = base36At(compact, last);
  if (check > 10) return 'a letter that is never used';
  let sum = compact.length === 8 ? MISSING_LETTER * 9 : 0;
  for (let i = 0; i < last; i += 1) sum += base36At(compact, i) * (last + 1 - i);
  return unless((sum + check) % 11 === 0, WRONG_CHECK_DIGIT);
}
