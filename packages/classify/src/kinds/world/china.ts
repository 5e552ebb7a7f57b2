// China: resident identity cards, passports and travel permits, number plates, unified social credit codes.

import { isYymmdd, isYyyymmdd } from '../../checks/calendar.ts';
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import { mod11_2Holds } from '../../checks/iso7064.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT, RESIDENCE_PERMIT } from '../documents.ts';
import { LICENCE_PLATE } from '../vehicle.ts';
import { LICENCE_PLATE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { nationalId, organisation } from './family.ts';

const RESIDENT_ID = nationalId(
  'cn-resident-id',
  'Chinese resident identity number',
  'It names one person for life and tells birthplace, birthday and sex; bank, phone and travel accounts are bound to it.',
);
const CREDIT_CODE = organisation(
  'cn-uscc',
  'Chinese unified social credit code',
  'It names a company or another body in a public register.',
);

const ID_WORDS: readonly string[] = [
  '身份证',
  '身份证号',
  '身份证号码',
  '公民身份号码',
  '居民身份证',
  '证件号',
  '证件号码',
  '身份證',
  '社会保障号',
  '身份号码',
  'id card',
  'id number',
  'identity card',
  'resident id',
  'resident identity',
  'shenfenzheng',
  'sfz',
  'sfzh',
  'idcard',
  'id no',
  'cert no',
  'certno',
  'citizen id',
];

export const CHINA: readonly Identifier[] = [
  {
    rule: 'cn-resident-id',
    kind: RESIDENT_ID,
    forms: ['9{17}X', '9{6} 9{8} 9{3}X', '9{6}-9{8}-9{3}X', '9{6} 9{4} 9{4} 9{3}X'],
    check: residentId,
    words: ID_WORDS,
    confidence: { alone: 0.9, named: 0.98 },
    source: 'GB 11643-1999: division, birth date, order, ISO 7064 mod 11-2',
    examples: {
      valid: ['360426199101010071', '11010519491231002X', '110105 19491231 002X'],
      invalid: ['360426199101010072', '990426199101010071', '360426199113010071', '36042619910101007A'],
    },
  },
  {
    rule: 'cn-resident-id-15',
    kind: RESIDENT_ID,
    forms: ['9{15}'],
    check: (compact) =>
      allOf(
        () => unless(isProvince(compact) && numberAt(compact, 12, 15) > 0, NOT_ISSUED),
        () => unless(isYymmdd(compact, 6), NO_SUCH_DATE),
      ),
    words: ID_WORDS,
    against: ['imei', 'order', '订单', 'tracking', 'timestamp', 'card number'],
    confidence: { alone: 0.05, named: 0.75 },
    source: 'GB 11643-1989: 15 digits with a year of two digits, no check digit; in records from before 2013',
    examples: { valid: ['110105491231002'], invalid: ['990105491231002', '110105491331002'] },
  },
  {
    rule: 'cn-passport',
    kind: PASSPORT,
    forms: ['E9{8}', 'EA9{7}', 'G9{8}', 'D9{8}', 'S9{8}', 'P9{7,8}', 'DE9{7}', 'SE9{7}', 'PE9{7}'],
    check: (compact) => unless(!isOneRepeated(compact.slice(2)), NOT_ISSUED),
    words: [...PASSPORT_WORDS, '护照号', '护照号码', '因私护照'],
    confidence: { alone: 0.06, named: 0.78 },
    source: 'National Immigration Administration: E and eight digits, or E, a letter and seven digits; G before 2012',
    examples: { valid: ['E12345678', 'EA1234567', 'G12345678'], invalid: ['F12345678', 'E1234567'] },
  },
  {
    rule: 'cn-travel-permit',
    kind: RESIDENCE_PERMIT,
    forms: ['C9{8}', 'CA9{7}', '\\H9{8}', '\\H9{10}', 'M9{8}', 'M9{10}'],
    words: [
      '通行证',
      '回乡证',
      '港澳通行证',
      '来往港澳',
      '台胞证',
      '往来台湾',
      'travel permit',
      'home return permit',
      'mainland travel permit',
    ],
    confidence: { alone: 0.03, named: 0.85 },
    source: 'Exit and Entry Administration: permits to and from Hong Kong, Macao and Taiwan',
    examples: { valid: ['C12345678', 'H12345678', 'H1234567801'], invalid: ['X12345678', 'C1234567'] },
  },
  {
    rule: 'cn-licence-plate',
    kind: LICENCE_PLATE,
    forms: [...'京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'].flatMap((province) => [
      `${province}AX{5,6}`,
      `${province}A·X{5,6}`,
      `${province}A X{5,6}`,
    ]),
    check: (compact) => unless(/\d.*\d/.test(compact.slice(1)) && !/[IO]/.test(compact), NOT_ISSUED),
    words: [...LICENCE_PLATE_WORDS, '车牌', '车牌号', '号牌', '车牌号码'],
    confidence: { alone: 0.8, named: 0.95 },
    source: 'GA 36-2018: province, office, five signs, or six for electric cars; no I or O',
    examples: { valid: ['京A12345', '粤B·12345', '沪AD12345'], invalid: ['京A1234', '京AABCDE', '中A12345'] },
  },
  {
    rule: 'cn-uscc',
    kind: CREDIT_CODE,
    forms: ['XX9{6}X{10}'],
    check: creditCode,
    words: [
      '统一社会信用代码',
      '社会信用代码',
      '信用代码',
      '纳税人识别号',
      '税号',
      'uscc',
      'credit code',
      'social credit code',
      'taxpayer id',
    ],
    confidence: { alone: 0.7, named: 0.97 },
    source: 'GB 32100-2015: modulo 31 over digits and letters without I, O, S, V, Z',
    examples: {
      valid: ['91110000600037341L'],
      invalid: ['91110000600037342L', 'A1110000600037341L', '000000000000000000'],
    },
  },
];

/** First two digits of a division code (GB/T 2260); 83 stands on residence permits of people from Taiwan, 9 of foreigners. */
const PROVINCES: ReadonlySet<number> = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65, 71, 81, 82, 83, 91,
]);

function isProvince(compact: string): boolean {
  return PROVINCES.has(numberAt(compact, 0, 2));
}

function residentId(compact: string): Verdict {
  const last = compact.charAt(17);
  return allOf(
    () => unless(isProvince(compact) && (last === 'X' || digitAt(compact, 17) <= 9), NOT_ISSUED),
    () => unless(isYyyymmdd(compact, 6), NO_SUCH_DATE),
    () => unless(mod11_2Holds(compact), WRONG_CHECK_DIGIT),
  );
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

function creditCode(compact: string, written: string): Verdict {
  if (!/^[1-9A-GNY][1239]/.test(compact) || compact !== written) return NOT_ISSUED;
  let sum = 0;
  for (let i = 0, weight = 1; i < 17; i += 1, weight = (weight * 3) % 31) {
    const value = CREDIT_ALPHABET.indexOf(compact.charAt(i));
    if (value === -1) return 'a letter that is never used';
    sum += value * weight;
  }
  return unless(CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === compact[17], WRONG_CHECK_DIGIT);
}
