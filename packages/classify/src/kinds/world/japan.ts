// Japan: My Number, licences, passports, residence cards, pensions and corporate numbers.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import { allOf, NOT_ISSUED, ONE_DIGIT_REPEATED, unless, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, PASSPORT, RESIDENCE_PERMIT } from '../documents.ts';
import { LICENCE_PLATE } from '../vehicle.ts';
import { LICENCE_PLATE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { healthId, nationalId, organisation } from './family.ts';
import { LICENCE_WORDS_IN_ENGLISH } from './words.ts';

const MY_NUMBER = nationalId(
  'jp-my-number',
  'Japanese individual number (My Number)',
  'It names one resident for life and ties taxes, pension and health together; keeping it without need is an offence there.',
);
const PENSION_NUMBER = nationalId(
  'jp-pension',
  'Japanese basic pension number',
  'It names one person’s pension record for life.',
);
const HEALTH_INSURANCE = healthId(
  'jp-health-insurance',
  'Japanese health insurance number',
  'It names one insured person, and treatment is billed under it.',
);
const CORPORATE_NUMBER = organisation(
  'jp-corporate-number',
  'Japanese corporate number',
  'It names a company or body in a public register.',
);

const OTHERS: readonly string[] = [
  'phone',
  'tel',
  '電話',
  'order',
  '注文',
  'tracking',
  '追跡',
  'timestamp',
  'bytes',
  'jan',
  'ean',
];

/** Without お, し, へ and ん, which are not used; わ and れ are of hired cars. */
const PLATE_SYLLABLES = [...'さすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるろれわあいうえかきくけこを'];

export const JAPAN: readonly Identifier[] = [
  {
    rule: 'jp-my-number',
    kind: MY_NUMBER,
    forms: ['9{12}', '9{4}~9{4}~9{4}'],
    check: (compact) =>
      allOf(
        () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
        () => unless(individualCheckDigit(compact) === digitAt(compact, 11), WRONG_CHECK_DIGIT),
      ),
    words: [
      'マイナンバー',
      '個人番号',
      'my number',
      'mynumber',
      'individual number',
      'kojin bango',
      'kojin_bango',
      '社会保障番号',
      '通知カード',
    ],
    against: OTHERS,
    confidence: { alone: 0.15, named: 0.95 },
    source:
      'Ministry of Internal Affairs and Communications, ordinance 85 of 2014, article 5: weights 6…2, 7…2 modulo 11',
    examples: {
      valid: ['123456789018', '1234-5678-9018', '1234 5678 9018'],
      invalid: ['123456789019', '111111111111'],
    },
  },
  {
    rule: 'jp-driving-licence',
    kind: DRIVING_LICENCE,
    forms: ['9{12}', '第9{12}号'],
    check: (compact) => {
      const commission = numberAt(compact, 0, 2);
      return unless(commission >= 10 && commission <= 97 && !isOneRepeated(compact), NOT_ISSUED);
    },
    words: [...LICENCE_WORDS_IN_ENGLISH, '運転免許', '運転免許証', '免許証番号', '免許番号', '免許の番号'],
    against: OTHERS,
    confidence: { alone: 0.03, named: 0.78 },
    source: 'National Police Agency (JP): commission, year, order, check digit and issues, twelve digits',
    examples: { valid: ['301234567890'], invalid: ['001234567890', '30123456789'] },
  },
  {
    rule: 'jp-passport',
    kind: PASSPORT,
    forms: ['A{2}9{7}'],
    check: (compact) => unless(/^[MNT][A-Z]/.test(compact), NOT_ISSUED),
    words: [...PASSPORT_WORDS, 'パスポート番号', '旅券番号'],
    confidence: { alone: 0.08, named: 0.8 },
    source: 'Ministry of Foreign Affairs (JP): two letters and seven digits, first M, N or T',
    examples: { valid: ['TK1234567', 'MU1234567'], invalid: ['AK1234567', 'TK123456'] },
  },
  {
    rule: 'jp-residence-card',
    kind: RESIDENCE_PERMIT,
    forms: ['A{2}9{8}A{2}'],
    words: ['在留カード', '在留カード番号', '特別永住者', 'residence card', 'zairyu'],
    confidence: { alone: 0.5, named: 0.95 },
    source: 'Immigration Services Agency (JP): two letters, eight digits, two letters',
    examples: { valid: ['AB12345678CD'], invalid: ['AB1234567CD'] },
  },
  {
    rule: 'jp-pension',
    kind: PENSION_NUMBER,
    forms: ['9{4}-9{6}', '9{10}'],
    check: (compact) => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    words: ['基礎年金番号', '年金番号', '年金手帳', 'pension number', 'nenkin'],
    against: ['phone', '電話'],
    confidence: { alone: 0.02, named: 0.82 },
    source: 'Japan Pension Service: four and six digits',
    examples: { valid: ['1234-567890'], invalid: ['1234-56789'] },
  },
  {
    rule: 'jp-health-insurance',
    kind: HEALTH_INSURANCE,
    forms: ['9{8}', '9{6}'],
    words: ['保険者番号', '被保険者番号', '健康保険証', '保険証番号', '記号番号', 'hokensha'],
    against: ['電話', '郵便番号', '日付'],
    confidence: { alone: 0.01, named: 0.78 },
    source:
      'Ministry of Health, Labour and Welfare (JP): insurer of six or eight digits, insured person of six to eight',
    examples: { valid: ['06123456'], invalid: ['0612345'] },
  },
  {
    rule: 'jp-licence-plate',
    kind: LICENCE_PLATE,
    forms: PLATE_SYLLABLES.flatMap((kana) => [`9{2,3}${kana}99-99`, `9{2,3} ${kana} 99-99`, `9{2,3}${kana}9{4}`]),
    words: [...LICENCE_PLATE_WORDS, 'ナンバープレート', '車両番号', '登録番号', '自動車登録番号'],
    confidence: { alone: 0.6, named: 0.92 },
    source: 'Road Transport Vehicle Act (JP), rules on registration: class, hiragana, four digits',
    examples: { valid: ['300 あ 12-34', '530さ12-34'], invalid: ['300 12-34'] },
  },
  {
    rule: 'jp-corporate-number',
    kind: CORPORATE_NUMBER,
    forms: ['9{13}', '9-9{4}-9{4}-9{4}', 'T9{13}'],
    check: (compact) => {
      const digits = compact.slice(-13);
      return allOf(
        () => unless(!isOneRepeated(digits) && digits[0] !== '0', NOT_ISSUED),
        () =>
          unless(9 - (weightedSum(digits.slice(1), CORPORATE_WEIGHTS) % 9) === digitAt(digits, 0), WRONG_CHECK_DIGIT),
      );
    },
    words: [
      '法人番号',
      '会社法人等番号',
      'corporate number',
      'houjin bangou',
      'インボイス番号',
      '適格請求書',
      '登録番号',
    ],
    against: ['jan', 'ean', 'isbn', 'timestamp', 'epoch'],
    confidence: { alone: 0.15, named: 0.93 },
    source: 'National Tax Agency (JP): first digit is 9 less the sum of weights 2, 1, 2, … modulo 9',
    examples: {
      valid: ['5835678256246', 'T5835678256246', '5-8356-7825-6246'],
      invalid: ['2835678256246', '0000000000000'],
    },
  },
];

const INDIVIDUAL_WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/** A remainder of 0 or 1 has the check digit 0. */
function individualCheckDigit(compact: string): number {
  const rest = weightedSum(compact, INDIVIDUAL_WEIGHTS) % 11;
  return rest <= 1 ? 0 : 11 - rest;
}

/** Weights from the right are 1, 2, 1, 2 …, so from the left 2, 1, …: the number has twelve digits. */
const CORPORATE_WEIGHTS = [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1] as const;
