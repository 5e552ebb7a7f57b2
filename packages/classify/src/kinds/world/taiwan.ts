// Taiwan: identity cards, resident certificates and company numbers.
import { digitAt, digitSum, isOneRepeated } from '../../checks/digits.ts';
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

const NATIONAL_ID = nationalId(
  'tw-national-id',
  'Taiwanese identity or resident number',
  'It names one person for life and tells the sex and the place of registration; accounts and insurance are bound to it.',
);
const BUSINESS_NUMBER = organisation(
  'tw-ubn',
  'Taiwanese unified business number',
  'It names a business in a public register.',
);

export const TAIWAN: readonly Identifier[] = [
  {
    rule: 'tw-national-id',
    kind: NATIONAL_ID,
    forms: ['AX9{8}'],
    check: identity,
    words: [
      '身分證',
      '身份證',
      '身分證字號',
      '統一編號',
      '身分證號',
      '國民身分證',
      '居留證',
      'national id',
      'id number',
      'arc',
      'arc number',
      'identity card',
      'uid',
    ],
    against: ['part number', 'sku', 'voter', 'passport', 'tracking'],
    confidence: { alone: 0.4, named: 0.96 },
    source: 'Ministry of the Interior (TW): letter as two digits, weights 1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1 modulo 10',
    examples: {
      valid: ['A123456789', 'A200501505', 'A800000014', 'AD30196818'],
      invalid: ['A123456788', 'A323456789', 'A1234567890'],
    },
  },
  {
    rule: 'tw-passport',
    kind: PASSPORT,
    forms: ['9{9}'],
    check: (compact) => unless(/^[1-3]/.test(compact) && !isOneRepeated(compact), NOT_ISSUED),
    words: [...PASSPORT_WORDS, '護照號碼'],
    confidence: { alone: 0.02, named: 0.7 },
    source: 'Bureau of Consular Affairs (TW): nine digits',
    examples: { valid: ['312345678'], invalid: ['912345678'] },
  },
  {
    rule: 'tw-ubn',
    kind: BUSINESS_NUMBER,
    forms: ['9{8}'],
    check: businessNumber,
    words: ['統一編號', '統編', '公司統編', 'ubn', 'gui number', 'unified business number', 'vat number'],
    against: ['phone', '電話', 'date', '日期'],
    confidence: { alone: 0.05, named: 0.9 },
    source: 'Ministry of Finance (TW): weights 1, 2, 1, 2, 1, 2, 4, 1, digit sums, modulo 5 since April 2023',
    examples: { valid: ['00501503', '04595257'], invalid: ['00501502', '00000000'] },
  },
];

/** Place of a letter in here and 10 is its number: I, O and W, Z were given theirs later. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1, 1] as const;

/** Second sign: 1 or 2 for citizens, 8 or 9 for residents since 2021, A to D for residents before. */
function identity(compact: string): Verdict {
  const second = compact.charAt(1);
  if (!'1289ABCD'.includes(second)) return NOT_ISSUED;
  const value = LETTERS.indexOf(compact.charAt(0)) + 10;
  let sum = Math.floor(value / 10) + (value % 10) * 9;
  WEIGHTS.forEach((weight, place) => {
    const letter = 'ABCD'.indexOf(compact.charAt(place + 1));
    sum += weight * (letter === -1 ? digitAt(compact, place + 1) : letter);
  });
  return allOf(
    () => unless(!isOneRepeated(compact.slice(2)), ONE_DIGIT_REPEATED),
    () => unless(sum % 10 === 0, WRONG_CHECK_DIGIT),
  );
}

const BUSINESS_WEIGHTS = [1, 2, 1, 2, 1, 2, 4, 1] as const;

/** A seventh digit of 7 weighs 28, whose digit sum 10 may be read as 1 or as 0. */
function businessNumber(compact: string): Verdict {
  const sum = BUSINESS_WEIGHTS.reduce<number>(
    (total, weight, place) => total + digitSum(weight * digitAt(compact, place)),
    0,
  );
  const holds = sum % 5 === 0 || (compact[6] === '7' && (sum + 1) % 5 === 0);
  return allOf(
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless(holds, WRONG_CHECK_DIGIT),
  );
}
