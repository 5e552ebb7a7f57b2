// Malaysia: MyKad, tax and passport numbers.
import { isYymmdd } from '../../checks/calendar.ts';
import { numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict } from '../../checks/verdict.ts';
import { grouped, ungrouped } from '../../checks/written.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const MYKAD = nationalId(
  'my-mykad',
  'Malaysian identity card number (MyKad)',
  'It names one person for life and tells birthday, place of birth and sex; accounts and benefits are bound to it.',
);
const TIN = nationalId('my-tin', 'Malaysian tax number', 'It names one taxpayer and opens the tax record.');
const WORDS: readonly string[] = [
  'mykad',
  'nric',
  'ic number',
  'ic no',
  'no ic',
  'kad pengenalan',
  'no kad pengenalan',
  'no. kp',
  'mypr',
  'identity card',
  'national id',
];

export const MALAYSIA: readonly Identifier[] = [
  {
    rule: 'my-mykad',
    kind: MYKAD,
    forms: ['9{6}~9{2}~9{4}'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, 3),
        () => identity(compact),
      ),
    words: WORDS,
    confidence: { alone: 0.75, named: 0.96 },
    source: 'National Registration Regulations 1990 (MY): birth date, place of birth, order and sex',
    examples: { valid: ['770305-02-1234', '900101 14 5678'], invalid: ['771305-02-1234', '770305-17-1234'] },
  },
  {
    rule: 'my-mykad-digits',
    kind: MYKAD,
    forms: ['9{12}', '9{6}-9{6}'],
    check: (compact, written) =>
      allOf(
        () => ungrouped(written, 3),
        () => identity(compact),
      ),
    words: WORDS,
    against: ['timestamp', 'order', 'tracking', 'phone', 'date', 'build'],
    confidence: { alone: 0.12, named: 0.92 },
    source: 'National Registration Regulations 1990 (MY): birth date, place of birth, order and sex',
    examples: { valid: ['770305021234'], invalid: ['771305021234', '770305171234'] },
  },
  {
    rule: 'my-tin',
    kind: TIN,
    forms: ['IG9{9,11}', 'SG9{9,11}', 'OG9{9,11}', 'IG 9{9,11}', 'SG 9{9,11}', 'C9{10,11}'],
    words: ['tin', 'lhdn', 'hasil', 'no cukai', 'cukai pendapatan', 'tax id', 'income tax number'],
    confidence: { alone: 0.15, named: 0.93 },
    source: 'Lembaga Hasil Dalam Negeri (MY): IG and up to eleven digits',
    examples: { valid: ['IG12345678901'], invalid: ['ZG12345678901'] },
  },
  {
    rule: 'my-passport',
    kind: PASSPORT,
    forms: ['A9{8}'],
    check: (compact) => unless('AHK'.includes(compact.charAt(0)), NOT_ISSUED),
    words: [...PASSPORT_WORDS, 'pasport', 'no pasport'],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'Immigration Department (MY): A, H or K and eight digits',
    examples: { valid: ['A12345678'], invalid: ['B12345678'] },
  },
];

/** Codes of states and countries that were never given out: National Registration Department, state codes. */
const UNUSED_PLACES: ReadonlySet<number> = new Set([0, 17, 18, 19, 20, 69, 73, 80, 81, 94, 95, 96, 97]);

function identity(compact: string): Verdict {
  return allOf(
    () => unless(!UNUSED_PLACES.has(numberAt(compact, 6, 8)), NOT_ISSUED),
    () => unless(isYymmdd(compact, 0), NO_SUCH_DATE),
  );
}
