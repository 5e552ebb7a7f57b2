// Ukraine: taxpayer numbers, passports and company numbers.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId, organisation } from './family.ts';

const RNTRC = nationalId(
  'ua-rntrc',
  'Ukrainian taxpayer number (RNOKPP)',
  'It names one person for life and tells birthday and sex; bank and state accounts are bound to it.',
);
const EDRPOU = organisation(
  'ua-edrpou',
  'Ukrainian company number (EDRPOU)',
  'It names a company in a public register.',
);
const OTHERS: readonly string[] = [
  'телефон',
  'тел',
  'замовлення',
  'phone',
  'order',
  'timestamp',
  'epoch',
  'bytes',
  'size',
];

export const UKRAINE: readonly Identifier[] = [
  {
    rule: 'ua-rntrc',
    kind: RNTRC,
    forms: ['9{10}'],
    check: taxpayer,
    words: [
      'рнокпп',
      'іпн',
      'ідентифікаційний код',
      'ідентифікаційний номер',
      'податковий номер',
      'инн',
      'rnokpp',
      'ipn',
      'rntrc',
      'itn',
      'tax id',
      'taxpayer',
    ],
    against: OTHERS,
    confidence: { alone: 0.15, named: 0.93 },
    source:
      'Tax Code of Ukraine, article 70: days since 1899-12-31, order and sex, weights -1, 5, 7, 9, 4, 6, 10, 5, 7 modulo 11',
    examples: { valid: ['1759013776'], invalid: ['1759013770', '9999999999'] },
  },
  {
    rule: 'ua-passport',
    kind: PASSPORT,
    forms: ['9{9}', 'A{2}9{6}'],
    words: [
      'паспорт',
      'паспорта',
      'серія',
      'id картка',
      'закордонний паспорт',
      'ukrainian passport',
      ...PASSPORT_WORDS,
    ],
    against: OTHERS,
    confidence: { alone: 0.02, named: 0.75 },
    source: 'Law 5492-VI (UA): nine digits of a card; two letters and six digits of a booklet or travel passport',
    examples: { valid: ['FE123456', '001234567'], invalid: ['FEE12345'] },
  },
  {
    rule: 'ua-edrpou',
    kind: EDRPOU,
    forms: ['9{8}'],
    check: company,
    words: ['єдрпоу', 'едрпоу', 'edrpou', 'код підприємства'],
    against: OTHERS,
    confidence: { alone: 0.03, named: 0.92 },
    source:
      'State Statistics Service (UA): weights 1 to 7, or 7 and 1 to 6 from 30 to 60 million, then plus 2, modulo 11',
    examples: { valid: ['32855961'], invalid: ['32855968', '00000000'] },
  },
];

const TAXPAYER_WEIGHTS = [-1, 5, 7, 9, 4, 6, 10, 5, 7] as const;
/** Days from 1899-12-31 to the year 2100. */
const DAYS_UNTIL_2100 = 73_050;

function taxpayer(compact: string): Verdict {
  const day = numberAt(compact, 0, 5);
  const sum = weightedSum(compact, TAXPAYER_WEIGHTS);
  return allOf(
    () => unless(day > 0 && day < DAYS_UNTIL_2100, NOT_ISSUED),
    () => unless((((sum % 11) + 11) % 11) % 10 === digitAt(compact, 9), WRONG_CHECK_DIGIT),
  );
}

function company(compact: string): Verdict {
  const number = numberAt(compact, 0, 8);
  const turned = number >= 30_000_000 && number <= 60_000_000;
  const rest = (added: number) => {
    let sum = 0;
    for (let i = 0; i < 7; i += 1) sum += digitAt(compact, i) * ((turned ? (i === 0 ? 7 : i) : i + 1) + added);
    return sum % 11;
  };
  const first = rest(0);
  return allOf(
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless((first < 10 ? first : rest(2) % 10) === digitAt(compact, 7), WRONG_CHECK_DIGIT),
  );
}
