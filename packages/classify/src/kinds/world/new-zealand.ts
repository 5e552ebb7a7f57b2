// New Zealand: tax, health and driver numbers.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { complementMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, PASSPORT } from '../documents.ts';
import { DRIVING_LICENCE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { healthId, nationalId } from './family.ts';

const IRD = nationalId(
  'nz-ird',
  'New Zealand IRD number',
  'It names one taxpayer (or a company) for life, and strangers claim refunds with it.',
);
const NHI = healthId(
  'nz-nhi',
  'New Zealand national health index number',
  'It is the key of one person’s health record throughout the country.',
);

export const NEW_ZEALAND: readonly Identifier[] = [
  {
    rule: 'nz-ird',
    kind: IRD,
    forms: ['9{2,3}~9{3}~9{3}', '9{7}-9'],
    check: inlandRevenue,
    words: ['ird', 'ird number', 'ird no', 'inland revenue', 'tax number', 'gst number', 'te tari taake'],
    against: ['phone', 'mobile', 'order', 'invoice', 'tracking', 'timestamp', 'bytes', 'size'],
    confidence: { alone: 0.12, named: 0.93 },
    source:
      'Inland Revenue (NZ), RWT and NRWT specification: weights 3, 2, 7, 6, 5, 4, 3, 2, then 7, 4, 3, 2, 5, 2, 7, 6',
    examples: {
      valid: ['49-091-850', '49091850', '136-410-132', '4909185-0'],
      invalid: ['136410133', '49091851', '09125568'],
    },
  },
  {
    rule: 'nz-nhi',
    kind: NHI,
    forms: ['A{3}9{4}', 'A{3}99A{2}'],
    check: healthIndex,
    words: ['nhi', 'nhi number', 'national health index', 'health number', 'patient id'],
    confidence: { alone: 0.15, named: 0.92 },
    source: 'HISO 10046:2023 Consumer Health Identity Standard: modulo 11 (older form), modulo 23 (form of 2026)',
    examples: { valid: ['ZZZ0016', 'ZBN77VL'], invalid: ['ZZZ0017', 'ZBN77VM', 'ZIZ0016'] },
  },
  {
    rule: 'nz-driving-licence',
    kind: DRIVING_LICENCE,
    forms: ['A{2}9{6}'],
    words: [...DRIVING_LICENCE_WORDS, 'nzta', 'waka kotahi'],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'https://www.nzta.govt.nz: two letters and six digits',
    examples: { valid: ['DA123456'], invalid: ['D123456'] },
  },
  {
    rule: 'nz-passport',
    kind: PASSPORT,
    forms: ['A{2}9{6}'],
    check: (compact) => unless(/^(?:L[ADFHJKN]|E[A-Z]|R[A-Z])/.test(compact), NOT_ISSUED),
    words: PASSPORT_WORDS,
    confidence: { alone: 0.05, named: 0.78 },
    source: 'https://www.passports.govt.nz: two letters and six digits',
    examples: { valid: ['LA123456'], invalid: ['QQ123456'] },
  },
];

const FIRST_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;
const SECOND_WEIGHTS = [7, 4, 3, 2, 5, 2, 7, 6] as const;

function inlandRevenue(compact: string): Verdict {
  const value = numberAt(compact, 0, compact.length);
  const padded = compact.padStart(9, '0');
  const first = complementMod11(padded, FIRST_WEIGHTS);
  const check = first === 10 ? complementMod11(padded, SECOND_WEIGHTS) : first;
  return allOf(
    () => unless(value > 10_000_000 && value < 200_000_000, NOT_ISSUED),
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless(check === digitAt(padded, 8), WRONG_CHECK_DIGIT),
  );
}

/** Without I and O. Letters count from 1. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

function healthIndex(compact: string): Verdict {
  let sum = 0;
  for (let i = 0; i < 6; i += 1) {
    const sign = compact.charAt(i);
    const letter = ALPHABET.indexOf(sign) + 1;
    const isDigit = sign >= '0' && sign <= '9';
    if (!isDigit && letter === 0) return 'a letter that is never used';
    sum += (isDigit ? Number(sign) : letter) * (7 - i);
  }
  const last = compact.charAt(6);
  if (last >= '0' && last <= '9') {
    const rest = sum % 11;
    return unless(rest !== 0 && (11 - rest) % 10 === Number(last), WRONG_CHECK_DIGIT);
  }
  return unless(ALPHABET.charAt(23 - (sum % 23) - 1) === last, WRONG_CHECK_DIGIT);
}
