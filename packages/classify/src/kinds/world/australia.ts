// Australia: taxes, Medicare, health care identifiers, passports and businesses.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import { grouped } from '../../checks/written.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { healthId, nationalId, organisation } from './family.ts';
import { LICENCE_WORDS_IN_ENGLISH } from './words.ts';

const TFN = nationalId(
  'au-tfn',
  'Australian tax file number',
  'It names one taxpayer for life; strangers claim refunds and superannuation with it, so its disclosure is an offence there.',
);
const MEDICARE = healthId(
  'au-medicare',
  'Australian Medicare number',
  'It names a patient and is taken as proof of identity; false claims are billed under it.',
);
const IHI = healthId(
  'au-ihi',
  'Australian individual healthcare identifier',
  'It is the key of one person’s health record throughout the country.',
);
const ABN = organisation(
  'au-abn',
  'Australian business number',
  'It names a business, or one person who trades alone, in a public register.',
);
const ACN = organisation('au-acn', 'Australian company number', 'It names a company in a public register.');

const TFN_WORDS: readonly string[] = [
  'tfn',
  'tax file number',
  'tax file no',
  'tax file',
  'ato',
  'superannuation',
  '税号',
];
const OTHERS: readonly string[] = [
  'phone',
  'mobile',
  'order',
  'invoice',
  'tracking',
  'timestamp',
  'epoch',
  'bytes',
  'size',
  'bsb',
];

const MEDICARE_WORDS: readonly string[] = ['medicare', 'medicare number', 'medicare no', 'medicare card', 'irn'];

export const AUSTRALIA: readonly Identifier[] = [
  {
    rule: 'au-tfn',
    kind: TFN,
    forms: ['9{3}~9{3}~9{2,3}'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, 3),
        () => taxFile(compact),
      ),
    words: TFN_WORDS,
    against: [...OTHERS, 'acn', 'abn'],
    confidence: { alone: 0.3, named: 0.95 },
    source:
      'Australian Taxation Office; weights 1, 4, 3, 7, 5, 8, 6, 9, 10 modulo 11 (eight digits: 10, 7, 8, 4, 6, 3, 5, 1)',
    examples: { valid: ['876 543 210', '123-456-782'], invalid: ['824 753 557', '999 999 999'] },
  },
  {
    rule: 'au-tfn-digits',
    kind: TFN,
    forms: ['9{8,9}'],
    check: taxFile,
    words: TFN_WORDS,
    against: [...OTHERS, 'acn', 'abn'],
    confidence: { alone: 0.1, named: 0.9 },
    source: 'Australian Taxation Office; weights 1, 4, 3, 7, 5, 8, 6, 9, 10 modulo 11',
    examples: { valid: ['876543210', '123456782'], invalid: ['824753557', '1234567'] },
  },
  {
    rule: 'au-medicare',
    kind: MEDICARE,
    forms: ['9{4}~9{5}~9', '9{4}~9{5}~9~9'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, 3),
        () => medicare(compact),
      ),
    words: MEDICARE_WORDS,
    against: OTHERS,
    confidence: { alone: 0.5, named: 0.95 },
    source:
      'Services Australia: first digit 2 to 6, weights 1, 3, 7, 9, 1, 3, 7, 9, ninth digit the remainder modulo 10',
    examples: { valid: ['2123 45670 1', '2123-45670-1'], invalid: ['2123 45671 1', '7123 45670 1'] },
  },
  {
    rule: 'au-medicare-digits',
    kind: MEDICARE,
    forms: ['9{10,11}'],
    check: medicare,
    words: MEDICARE_WORDS,
    against: OTHERS,
    confidence: { alone: 0.12, named: 0.9 },
    source: 'Services Australia: first digit 2 to 6, weights 1, 3, 7, 9, 1, 3, 7, 9',
    examples: { valid: ['2123456701', '21234567011'], invalid: ['2123456711', '212345670221'] },
  },
  {
    rule: 'au-ihi',
    kind: IHI,
    forms: ['9{4}~9{4}~9{4}~9{4}'],
    check: (compact) =>
      allOf(
        () => unless(compact.startsWith('800360'), NOT_ISSUED),
        () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
      ),
    words: ['ihi', 'healthcare identifier', 'individual healthcare identifier', 'my health record'],
    confidence: { alone: 0.85, named: 0.97 },
    source: 'Healthcare Identifiers Act 2010; AS 4846: 800360 and Luhn',
    examples: { valid: ['8003608166690503', '8003 6081 6669 0503'], invalid: ['8003608166690504', '8003618166690503'] },
  },
  {
    rule: 'au-passport',
    kind: PASSPORT,
    forms: ['A9{7}', 'A{2}9{7}'],
    check: (compact) => unless(/^(?:[A-Z]|P[A-FUWXZ]|R[A-Z])\d/.test(compact), NOT_ISSUED),
    words: PASSPORT_WORDS,
    confidence: { alone: 0.05, named: 0.75 },
    source: 'Australian Passport Office: one letter, or P and a letter, and seven digits',
    examples: { valid: ['N1234567', 'PA1234567'], invalid: ['QX1234567', '1234567'] },
  },
  {
    rule: 'au-driving-licence',
    kind: DRIVING_LICENCE,
    forms: ['9{8,10}', '9{2} 9{3} 9{3}', 'A9{5}'],
    check: (compact) => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    words: [...LICENCE_WORDS_IN_ENGLISH, 'vicroads', 'rego licence', 'licence no'],
    against: ['license key', 'phone', 'order', 'product'],
    confidence: { alone: 0.01, named: 0.6 },
    source: 'Austroads: numbers of the states and territories',
    examples: { valid: ['12345678'], invalid: ['1234567', '00000000'] },
  },
  {
    rule: 'au-abn',
    kind: ABN,
    forms: ['9{2}~9{3}~9{3}~9{3}'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, 4),
        () => businessNumber(compact),
      ),
    words: ['abn', 'australian business number', 'business number', 'gst'],
    confidence: { alone: 0.75, named: 0.97 },
    source: 'https://abr.business.gov.au/Help/AbnFormat: weights 10, 1, 3, …, 19 modulo 89',
    examples: { valid: ['51 824 753 556', '83 914 571 673'], invalid: ['52 824 753 556', '99 999 999 999'] },
  },
  {
    rule: 'au-abn-digits',
    kind: ABN,
    forms: ['9{11}'],
    check: businessNumber,
    words: ['abn', 'australian business number', 'business number', 'gst'],
    against: OTHERS,
    confidence: { alone: 0.25, named: 0.95 },
    source: 'https://abr.business.gov.au/Help/AbnFormat: weights 10, 1, 3, …, 19 modulo 89',
    examples: { valid: ['51824753556'], invalid: ['52824753556', '5182475355'] },
  },
  {
    rule: 'au-acn',
    kind: ACN,
    forms: ['9{3}~9{3}~9{3}'],
    check: companyNumber,
    words: ['acn', 'australian company number', 'company number', 'asic'],
    against: [...OTHERS, 'tfn'],
    confidence: { alone: 0.12, named: 0.93 },
    source: 'https://asic.gov.au: ACN check digit, weights 8 to 1, complement modulo 10',
    examples: { valid: ['005 499 981', '000000180', '004085616'], invalid: ['824 753 557', '000000000'] },
  },
];

const TFN_WEIGHTS = [1, 4, 3, 7, 5, 8, 6, 9, 10] as const;
const TFN_WEIGHTS_OF_EIGHT = [10, 7, 8, 4, 6, 3, 5, 1] as const;

function taxFile(compact: string): Verdict {
  const weights = compact.length === 8 ? TFN_WEIGHTS_OF_EIGHT : TFN_WEIGHTS;
  return allOf(
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless(weightedSum(compact, weights) % 11 === 0, WRONG_CHECK_DIGIT),
  );
}

const MEDICARE_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9] as const;

function medicare(compact: string): Verdict {
  const first = digitAt(compact, 0);
  return allOf(
    () => unless(first >= 2 && first <= 6 && !isOneRepeated(compact.slice(0, 9)), NOT_ISSUED),
    () => unless(weightedSum(compact, MEDICARE_WEIGHTS) % 10 === digitAt(compact, 8), WRONG_CHECK_DIGIT),
  );
}

const ABN_WEIGHTS = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19] as const;

/** One is taken from the first digit before weighing, hence the 10. The first two are check digits from 11 to 99. */
function businessNumber(compact: string): Verdict {
  return allOf(
    () => unless(numberAt(compact, 0, 2) >= 11 && !isOneRepeated(compact), NOT_ISSUED),
    () => unless((weightedSum(compact, ABN_WEIGHTS) - 10) % 89 === 0, WRONG_CHECK_DIGIT),
  );
}

const ACN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1] as const;

function companyNumber(compact: string): Verdict {
  return allOf(
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless((10 - (weightedSum(compact, ACN_WEIGHTS) % 10)) % 10 === digitAt(compact, 8), WRONG_CHECK_DIGIT),
  );
}
