// South Korea: resident and foreigner registration, licences, passports and businesses.

import { isYymmdd } from '../../checks/calendar.ts';
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import {
  allOf,
  NO_SUCH_DATE,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, PASSPORT } from '../documents.ts';
import { DRIVING_LICENCE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { nationalId, organisation } from './family.ts';
import { LICENCE_WORDS_IN_ENGLISH } from './words.ts';

const RRN = nationalId(
  'kr-rrn',
  'Korean resident registration number',
  'It names one person for life and tells birthday, sex and (before 2020) birthplace; nearly every account is bound to it.',
);
const FRN = nationalId(
  'kr-frn',
  'Korean foreigner registration number',
  'It names one foreign resident and tells birthday and sex; accounts and phones are bound to it.',
);
const BRN = organisation('kr-brn', 'Korean business registration number', 'It names a business in a public register.');

const RRN_WORDS: readonly string[] = [
  '주민등록번호',
  '주민번호',
  '주민등록',
  '주민',
  'rrn',
  'resident registration',
  'resident registration number',
  'resident number',
  'jumin',
  'korean id',
  'ssn',
];
const FRN_WORDS: readonly string[] = [
  '외국인등록번호',
  '외국인번호',
  '외국인등록',
  'frn',
  'foreigner registration',
  'foreigner registration number',
  'alien registration',
  'arc',
];
const OTHERS: readonly string[] = [
  '전화',
  '주문',
  'phone',
  'order',
  'tracking',
  'timestamp',
  'epoch',
  'isbn',
  'ean',
  'bytes',
];
const RRN_SOURCE =
  'Resident Registration Act (KR), enforcement rules: birth date, sex and century, six digits; check digit until October 2020';

export const KOREA: readonly Identifier[] = [
  {
    rule: 'kr-rrn',
    kind: RRN,
    forms: ['9{6}-9{7}', '9{6} 9{7}'],
    check: (compact) => registration(compact, '123490', true, 0),
    words: RRN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.8, named: 0.97 },
    source: RRN_SOURCE,
    examples: { valid: ['971013-9019902', '960121-1021413'], invalid: ['971013-9019903', '971313-9019902'] },
  },
  {
    rule: 'kr-rrn-digits',
    kind: RRN,
    forms: ['9{13}'],
    check: (compact) => registration(compact, '123490', true, 0),
    words: RRN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.35, named: 0.95 },
    source: RRN_SOURCE,
    examples: { valid: ['9710139019902'], invalid: ['9710139019903'] },
  },
  {
    rule: 'kr-rrn-since-2020',
    kind: RRN,
    forms: ['9{6}-9{7}', '9{6} 9{7}', '9{13}'],
    check: (compact) => registration(compact, '1234', false, 0),
    words: RRN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.2, named: 0.85 },
    source: RRN_SOURCE,
    examples: { valid: ['960121-1234567', '9601211234567'], invalid: ['961321-1234567', '960121-5234567'] },
  },
  {
    rule: 'kr-frn',
    kind: FRN,
    forms: ['9{6}-9{7}', '9{6} 9{7}', '9{13}'],
    check: (compact) => registration(compact, '5678', true, 2),
    words: FRN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.35, named: 0.96 },
    source: 'Immigration Act (KR), enforcement rules: as resident numbers, sex digit 5 to 8, check digit plus 2',
    examples: { valid: ['911124-5678906', '9111245678906'], invalid: ['001332-1234567'] },
  },
  {
    rule: 'kr-frn-since-2020',
    kind: FRN,
    forms: ['9{6}-9{7}', '9{6} 9{7}', '9{13}'],
    check: (compact) => registration(compact, '5678', false, 2),
    words: FRN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.15, named: 0.85 },
    source: 'Immigration Act (KR), enforcement rules: the check digit is not used since October 2020',
    examples: {
      valid: ['911124-5678901', '9111245678901'],
      invalid: ['001332-1234567', '760413-1212134', '051102-9234110'],
    },
  },
  {
    rule: 'kr-driving-licence',
    kind: DRIVING_LICENCE,
    forms: ['99-99-9{6}-99', '99 99 9{6} 99'],
    check: licence,
    words: [...DRIVING_LICENCE_WORDS, '운전면허', '운전면허번호', '면허번호', '면허증'],
    against: OTHERS,
    confidence: { alone: 0.5, named: 0.95 },
    source: 'Road Traffic Act (KR), enforcement rules: region 11 to 28, year, order, check digits',
    examples: { valid: ['11-22-123456-12', '28 22 123456 12'], invalid: ['99-22-123456-12', '11-22-12345-12'] },
  },
  {
    rule: 'kr-driving-licence-digits',
    kind: DRIVING_LICENCE,
    forms: ['9{12}'],
    check: licence,
    words: [...LICENCE_WORDS_IN_ENGLISH, '운전면허', '운전면허번호', '면허번호', '면허증'],
    against: OTHERS,
    confidence: { alone: 0.03, named: 0.8 },
    source: 'Road Traffic Act (KR), enforcement rules: region 11 to 28, year, order, check digits',
    examples: { valid: ['112212345612'], invalid: ['992212345612'] },
  },
  {
    rule: 'kr-passport',
    kind: PASSPORT,
    forms: ['A9{3}A9{4}', 'A9{8}'],
    check: (compact) => unless('MSRODPG'.includes(compact.charAt(0)), NOT_ISSUED),
    words: [...PASSPORT_WORDS, '여권', '여권번호', '대한민국 여권'],
    confidence: { alone: 0.1, named: 0.82 },
    source:
      'Ministry of Foreign Affairs (KR): a letter, three digits, a letter, four digits since 2020; a letter and eight digits before',
    examples: { valid: ['M123A4567', 'm87654321'], invalid: ['A123B4567', 'M12A4567', 'M1234567', 'M123A45678'] },
  },
  {
    rule: 'kr-brn',
    kind: BRN,
    forms: ['9{3}-99-9{5}'],
    check: business,
    words: [
      '사업자등록번호',
      '사업자번호',
      '사업자',
      'brn',
      'business registration',
      'business number',
      'tax registration',
      'business registration number',
    ],
    confidence: { alone: 0.75, named: 0.97 },
    source: 'National Tax Service (KR): weights 1, 3, 7, 1, 3, 7, 1, 3, 5, and the tens of the last product',
    examples: { valid: ['104-86-56659', '116-82-00276'], invalid: ['104-86-56658', '110-81-4127'] },
  },
  {
    rule: 'kr-brn-digits',
    kind: BRN,
    forms: ['9{10}'],
    check: business,
    words: [
      '사업자등록번호',
      '사업자번호',
      '사업자',
      'brn',
      'business registration',
      'business number',
      'tax registration',
      'business registration number',
    ],
    against: OTHERS,
    confidence: { alone: 0.12, named: 0.93 },
    source: 'National Tax Service (KR): weights 1, 3, 7, 1, 3, 7, 1, 3, 5, and the tens of the last product',
    examples: { valid: ['1048656659', '1168200276'], invalid: ['1048656658', '0000000000'] },
  },
];

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5] as const;

/**
 * Numbers issued before October 2020 have a region and a check digit, those issued since have six random digits: one rule
 * reads the former, another one the rest.
 *
 * @param sexes digits that tell sex and century
 * @param added what foreigners' check digits have more than residents'
 */
function registration(compact: string, sexes: string, checked: boolean, added: number): Verdict {
  return allOf(
    () => unless(sexes.includes(compact.charAt(6)), NOT_ISSUED),
    () => unless(isYymmdd(compact, 0), NO_SUCH_DATE),
    () => unless(!isOneRepeated(compact.slice(7)), ONE_DIGIT_REPEATED),
    () => unless(checkDigitHolds(compact, added) === checked, checked ? WRONG_CHECK_DIGIT : 'another rule reads it'),
  );
}

function checkDigitHolds(compact: string, added: number): boolean {
  const expected = (((11 - (weightedSum(compact, WEIGHTS) % 11)) % 10) + added) % 10;
  return numberAt(compact, 7, 9) <= 95 && expected === digitAt(compact, 12);
}

/** Regional offices: 11 Seoul to 26 Jeju, 28 Incheon South. */
function licence(compact: string): Verdict {
  const region = numberAt(compact, 0, 2);
  return unless(((region >= 11 && region <= 26) || region === 28) && !isOneRepeated(compact.slice(4)), NOT_ISSUED);
}

const BUSINESS_WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5] as const;

/** Tax offices have numbers from 101 on. */
function business(compact: string): Verdict {
  const sum = weightedSum(compact, BUSINESS_WEIGHTS) + Math.floor((digitAt(compact, 8) * 5) / 10);
  return allOf(
    () =>
      unless(
        numberAt(compact, 0, 3) >= 101 &&
          numberAt(compact, 3, 5) > 0 &&
          numberAt(compact, 5, 9) > 0 &&
          !isOneRepeated(compact),
        NOT_ISSUED,
      ),
    () => unless((10 - (sum % 10)) % 10 === digitAt(compact, 9), WRONG_CHECK_DIGIT),
  );
}
