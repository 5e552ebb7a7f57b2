// Russia: insurance and tax numbers, passports, health policies.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import { decimalRemainder } from '../../checks/mod97.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedMod11, weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { healthId, nationalId, organisation } from './family.ts';
import { LICENCE_WORDS_IN_ENGLISH } from './words.ts';

const SNILS = nationalId(
  'ru-snils',
  'Russian insurance number (SNILS)',
  'It names one person for life and opens the state’s portal, pension and benefits.',
);
const INN = nationalId(
  'ru-inn',
  'Russian taxpayer number (INN) of a person',
  'It names one taxpayer for life; loans and companies are registered with it.',
);
const POLICY = healthId(
  'ru-oms',
  'Russian health insurance policy',
  'It names one insured person and opens the medical record.',
);
const INN_OF_COMPANY = organisation(
  'ru-inn',
  'Russian taxpayer number (INN) of a company',
  'It names a company in a public register.',
);
const OGRN = organisation(
  'ru-ogrn',
  'Russian state registration number (OGRN)',
  'It names a company, or one person who trades alone, in a public register.',
);

const OTHERS: readonly string[] = [
  'телефон',
  'тел',
  'заказ',
  'phone',
  'order',
  'tracking',
  'timestamp',
  'bytes',
  'size',
];
const INN_WORDS: readonly string[] = [
  'инн',
  'inn',
  'идентификационный номер налогоплательщика',
  'налогоплательщик',
  'taxpayer',
  'tax id',
];

export const RUSSIA: readonly Identifier[] = [
  {
    rule: 'ru-snils',
    kind: SNILS,
    forms: ['9{3}-9{3}-9{3} 99', '9{3}-9{3}-9{3}-99', '9{3} 9{3} 9{3} 99'],
    check: snils,
    words: ['снилс', 'snils', 'страховой номер', 'лицевого счета', 'пенсионное страхование'],
    confidence: { alone: 0.88, named: 0.98 },
    source: 'Federal Law 27-FZ of 1996 and order of the Pension Fund (RU): weights 9 to 1 modulo 101',
    examples: { valid: ['112-233-445 95', '087-654-303 00'], invalid: ['112-233-445 96'] },
  },
  {
    rule: 'ru-snils-digits',
    kind: SNILS,
    forms: ['9{11}'],
    check: snils,
    words: ['снилс', 'snils', 'страховой номер', 'лицевого счета', 'пенсионное страхование'],
    against: OTHERS,
    confidence: { alone: 0.2, named: 0.95 },
    source: 'Federal Law 27-FZ of 1996 and order of the Pension Fund (RU): weights 9 to 1 modulo 101',
    examples: { valid: ['11223344595'], invalid: ['11223344596', '00000000000'] },
  },
  {
    rule: 'ru-inn-person',
    kind: INN,
    forms: ['9{12}'],
    check: (compact) =>
      allOf(
        () => unless(!isOneRepeated(compact) && !compact.startsWith('00'), NOT_ISSUED),
        () =>
          unless(
            weightedMod11(compact, PERSON_FIRST) % 10 === digitAt(compact, 10) &&
              weightedMod11(compact, PERSON_SECOND) % 10 === digitAt(compact, 11),
            WRONG_CHECK_DIGIT,
          ),
      ),
    words: INN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.25, named: 0.96 },
    source: 'Order ED-7-14/559@ of the Federal Tax Service (RU), 2020: two check digits modulo 11',
    examples: { valid: ['123456789047', '366220664163'], invalid: ['123456789037', '000000000000'] },
  },
  {
    rule: 'ru-inn-company',
    kind: INN_OF_COMPANY,
    forms: ['9{10}'],
    check: (compact) =>
      allOf(
        () => unless(!isOneRepeated(compact) && !compact.startsWith('00'), NOT_ISSUED),
        () => unless(weightedMod11(compact, COMPANY) % 10 === digitAt(compact, 9), WRONG_CHECK_DIGIT),
      ),
    words: INN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.1, named: 0.9 },
    source: 'Order ED-7-14/559@ of the Federal Tax Service (RU), 2020: check digit modulo 11',
    examples: { valid: ['1234567894'], invalid: ['1234567895'] },
  },
  {
    rule: 'ru-passport',
    kind: PASSPORT,
    forms: ['9{4} 9{6}', '99 99 9{6}', '9{10}', '99 9{7}', '9{2} № 9{7}', '9{4} № 9{6}'],
    check: (compact) => unless(!isOneRepeated(compact) && numberAt(compact, 0, 2) > 0, ONE_DIGIT_REPEATED),
    words: [
      'паспорт',
      'серия и номер',
      'паспорт рф',
      'загранпаспорт',
      'паспортные данные',
      'russian passport',
      ...PASSPORT_WORDS,
    ],
    against: OTHERS,
    confidence: { alone: 0.03, named: 0.78 },
    source: 'Government decree 828 of 1997 (RU): series of four, number of six digits; travel passport two and seven',
    examples: { valid: ['4509 123456', '45 09 123456'], invalid: ['4509 12345', '0000 000000'] },
  },
  {
    rule: 'ru-driving-licence',
    kind: DRIVING_LICENCE,
    forms: ['99 99 9{6}', '9{4} 9{6}', '9{10}', '99 A{2} 9{6}'],
    words: [...LICENCE_WORDS_IN_ENGLISH, 'водительское удостоверение', 'водительского удостоверения', 'ву', 'права'],
    against: OTHERS,
    confidence: { alone: 0.02, named: 0.8 },
    source: 'Order 365 of the Ministry of Internal Affairs (RU), 2009: region, series and six digits',
    examples: { valid: ['77 01 123456'], invalid: ['77 01 12345'] },
  },
  {
    rule: 'ru-oms',
    kind: POLICY,
    forms: ['9{16}', '9{4} 9{4} 9{4} 9{4}'],
    words: ['омс', 'полис', 'полис омс', 'енп', 'медицинское страхование', 'oms policy'],
    against: ['карта', 'card', 'visa', 'осаго'],
    confidence: { alone: 0.01, named: 0.85 },
    source: 'Federal Law 326-FZ of 2010 (RU): unified policy number of sixteen digits',
    examples: { valid: ['7701234567890123'], invalid: ['770123456789012'] },
  },
  {
    rule: 'ru-ogrn',
    kind: OGRN,
    forms: ['9{13}', '9{15}'],
    check: (compact) => {
      const last = compact.length - 1;
      const rest = decimalRemainder(compact.slice(0, last), compact.length - 2) % 10;
      return allOf(
        () => unless('1235'.includes(compact.charAt(0)) && !isOneRepeated(compact), NOT_ISSUED),
        () => unless(rest === digitAt(compact, last), WRONG_CHECK_DIGIT),
      );
    },
    words: ['огрн', 'огрнип', 'ogrn', 'егрюл', 'егрип'],
    against: OTHERS,
    confidence: { alone: 0.1, named: 0.95 },
    source: 'Order 165n of the Ministry of Finance (RU), 2017: remainder modulo 11 (company) or 13 (trader)',
    examples: { valid: ['1037739010891'], invalid: ['1037739010892'] },
  },
];

const SNILS_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, 1] as const;

/** Numbers up to 001-001-998 were issued without check digits. */
function snils(compact: string): Verdict {
  const rest = weightedSum(compact, SNILS_WEIGHTS) % 101;
  return allOf(
    () => unless(numberAt(compact, 0, 9) > 1_001_998, NOT_ISSUED),
    () => unless((rest === 100 ? 0 : rest) === numberAt(compact, 9, 11), WRONG_CHECK_DIGIT),
  );
}

const COMPANY = [2, 4, 10, 3, 5, 9, 4, 6, 8] as const;
const PERSON_FIRST = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8] as const;
const PERSON_SECOND = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8] as const;
