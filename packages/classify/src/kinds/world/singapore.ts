// Singapore: identity cards and company numbers.
import { digitAt, isOneRepeated } from '../../checks/digits.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId, organisation } from './family.ts';

const NRIC = nationalId(
  'sg-nric',
  'Singapore NRIC or FIN',
  'It names one resident for life; the state forbids collecting it without need, since accounts and records hang on it.',
);
const UEN = organisation(
  'sg-uen',
  'Singapore unique entity number',
  'It names a business or society in a public register.',
);

const UEN_WORDS: readonly string[] = [
  'uen',
  'unique entity number',
  'acra',
  'business registration',
  'company registration',
  'gst reg',
];

export const SINGAPORE: readonly Identifier[] = [
  {
    rule: 'sg-nric',
    kind: NRIC,
    forms: ['A9{7}A'],
    check: identityCard,
    words: [
      'nric',
      'fin',
      'nric no',
      'nric number',
      'fin number',
      'uinfin',
      'singpass',
      'ic number',
      'identity card',
      'work permit',
      '身份证',
      'kad pengenalan',
    ],
    against: ['part number', 'sku', 'serial number', 'tracking'],
    confidence: { alone: 0.6, named: 0.97 },
    source:
      'Immigration & Checkpoints Authority: S, T, F, G; M since 2022; weights 2, 7, 6, 5, 4, 3, 2, check letter of its series',
    examples: { valid: ['S2740116C', 'M5398242L', 'F1612345P'], invalid: ['S2740116D', 'A1234567Z', 'S0000000J'] },
  },
  {
    rule: 'sg-passport',
    kind: PASSPORT,
    forms: ['K9{7}A'],
    words: PASSPORT_WORDS,
    confidence: { alone: 0.08, named: 0.85 },
    source: 'https://www.ica.gov.sg: K, seven digits and a letter',
    examples: { valid: ['K1234567E'], invalid: ['K123456E', 'L1234567E'] },
  },
  {
    rule: 'sg-uen',
    kind: UEN,
    forms: ['A99A{2}9{4}A'],
    check: entity,
    words: UEN_WORDS,
    confidence: { alone: 0.6, named: 0.96 },
    source: 'https://www.uen.gov.sg: century, year, type of entity, check letter modulo 11',
    examples: { valid: ['T16RF0037C', 'S57TU0392K'], invalid: ['T16RF0037D', 'T16ZZ0037C'] },
  },
  {
    rule: 'sg-uen-business',
    kind: UEN,
    forms: ['9{8}A', '9{9}A'],
    check: entity,
    words: UEN_WORDS,
    confidence: { alone: 0.2, named: 0.93 },
    source: 'https://www.uen.gov.sg: businesses and local companies, check letter modulo 11',
    examples: { valid: ['201434292D', '53125226D', '197401143C'], invalid: ['53125226', '201434292E', '53125226d'] },
  },
];

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2] as const;
/** Series → what is added to the sum, and the check letters by remainder. */
const SERIES: Readonly<Record<string, readonly [added: number, letters: string]>> = {
  S: [0, 'JZIHGFEDCBA'],
  T: [4, 'JZIHGFEDCBA'],
  F: [0, 'XWUTRQPNMLK'],
  G: [4, 'XWUTRQPNMLK'],
  M: [3, 'XWUTRQPNJLK'],
};

function identityCard(compact: string): Verdict {
  const series = SERIES[compact.charAt(0)];
  if (series === undefined) return NOT_ISSUED;
  const [added, letters] = series;
  const digits = compact.slice(1, 8);
  return allOf(
    () => unless(!isOneRepeated(digits), ONE_DIGIT_REPEATED),
    () => unless(letters[(weightedMod11(digits, WEIGHTS) + added) % 11] === compact[8], WRONG_CHECK_DIGIT),
  );
}

const ENTITY_TYPES: ReadonlySet<string> = new Set(
  'CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HC HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM SS TC TU VH XL'.split(
    ' ',
  ),
);
const BUSINESS_WEIGHTS = [10, 4, 9, 3, 8, 2, 7, 1] as const;
const COMPANY_WEIGHTS = [10, 8, 6, 4, 9, 7, 5, 3, 1] as const;
const OTHER_WEIGHTS = [4, 3, 5, 3, 10, 2, 2, 5, 7] as const;
const OTHER_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';

function entity(compact: string, written: string): Verdict {
  if (compact !== written) return 'not in capitals';
  const check = compact.at(-1);
  if (compact.length === 9)
    return unless('XMKECAWLJDB'[weightedMod11(compact, BUSINESS_WEIGHTS)] === check, WRONG_CHECK_DIGIT);
  if (digitAt(compact, 0) <= 9) {
    return allOf(
      () => unless(compact.startsWith('19') || compact.startsWith('20') || compact.startsWith('18'), NOT_ISSUED),
      () => unless('ZKCMDNERGWH'[weightedMod11(compact, COMPANY_WEIGHTS)] === check, WRONG_CHECK_DIGIT),
    );
  }
  if (!'RST'.includes(compact.charAt(0)) || !ENTITY_TYPES.has(compact.slice(3, 5))) return NOT_ISSUED;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += OTHER_ALPHABET.indexOf(compact.charAt(i)) * (OTHER_WEIGHTS[i] ?? 0);
  return unless(OTHER_ALPHABET[(sum + 6) % 11] === check, WRONG_CHECK_DIGIT);
}
