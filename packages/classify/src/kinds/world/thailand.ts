// Thailand: population identification numbers and passports.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import { grouped, ungrouped } from '../../checks/written.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const TNIN = nationalId(
  'th-tnin',
  'Thai identification number',
  'It names one person for life and tells the district of registration; bank, phone and tax records are bound to it.',
);
const WORDS: readonly string[] = [
  'tnin',
  'เลขประจำตัวประชาชน',
  'เลขบัตรประชาชน',
  'บัตรประชาชน',
  'รหัสปชช',
  'เลขประจำตัวผู้เสียภาษี',
  'thai national id',
  'thai id',
  'national id',
  'citizen id',
  'id card',
  'tax id',
  'laser id',
];
const OTHERS: readonly string[] = [
  'phone',
  'order',
  'tracking',
  'timestamp',
  'epoch',
  'isbn',
  'ean',
  'barcode',
  'bytes',
];
const SOURCE = 'Department of Provincial Administration (TH): category, district, weights 13 to 2 modulo 11';

export const THAILAND: readonly Identifier[] = [
  {
    rule: 'th-tnin',
    kind: TNIN,
    forms: ['9~9{4}~9{5}~9{2}~9'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, 5),
        () => citizen(compact),
      ),
    words: WORDS,
    confidence: { alone: 0.85, named: 0.98 },
    source: SOURCE,
    examples: {
      valid: ['3-4567-89012-34-7', '1 1120 34563 56 2'],
      invalid: ['3-4567-89012-34-6', '0-2345-67890-12-4'],
    },
  },
  {
    rule: 'th-tnin-digits',
    kind: TNIN,
    forms: ['9~9{4}~9{5}~9{2}~9'],
    check: (compact, written) =>
      allOf(
        () => ungrouped(written, 5),
        () => citizen(compact),
      ),
    words: WORDS,
    against: OTHERS,
    confidence: { alone: 0.25, named: 0.95 },
    source: SOURCE,
    examples: {
      valid: ['3456789012347', '2345678901234', '1234567890121'],
      invalid: ['0234567890124', '1304567890124', '1111111111111'],
    },
  },
  {
    rule: 'th-passport',
    kind: PASSPORT,
    forms: ['A{1,2}9{6,7}'],
    words: [...PASSPORT_WORDS, 'หนังสือเดินทาง'],
    confidence: { alone: 0.04, named: 0.75 },
    source: 'Department of Consular Affairs (TH): one or two letters and six or seven digits',
    examples: { valid: ['AA1234567'], invalid: ['AAA1234567'] },
  },
];

const WEIGHTS = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/** Second and third digit: province, ISO 3166-2:TH. */
function isProvince(code: number): boolean {
  const last = code % 10;
  switch (Math.floor(code / 10)) {
    case 1:
    case 3:
    case 4:
      return true;
    case 2:
    case 6:
    case 7:
      return last <= 7;
    case 5:
      return last <= 8;
    case 8:
    case 9:
      return last <= 6;
    default:
      return false;
  }
}

function citizen(compact: string): Verdict {
  const category = digitAt(compact, 0);
  return allOf(
    () => unless(category >= 1 && category <= 8 && isProvince(numberAt(compact, 1, 3)), NOT_ISSUED),
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless((11 - weightedMod11(compact, WEIGHTS)) % 10 === digitAt(compact, 12), WRONG_CHECK_DIGIT),
  );
}
