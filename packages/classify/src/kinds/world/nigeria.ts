// Nigeria: national identity, bank verification, passports and number plates.
import { isOneRepeated } from '../../checks/digits.ts';
import { allOf, ONE_DIGIT_REPEATED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { verhoeffHolds } from '../../checks/verhoeff.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { LICENCE_PLATE } from '../vehicle.ts';
import { LICENCE_PLATE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const NIN = nationalId(
  'ng-nin',
  'Nigerian national identification number',
  'It names one person for life and is bound to SIM cards and bank accounts.',
);
const BVN = nationalId(
  'ng-bvn',
  'Nigerian bank verification number',
  'It names one bank customer by fingerprint and opens every account of that person.',
);
const NIN_WORDS: readonly string[] = [
  'nin',
  'nin number',
  'nimc',
  'national identification number',
  'national identity number',
  'national identity',
  'nigeria id',
  'nigerian id',
  'vnin',
];
const OTHERS: readonly string[] = [
  'phone',
  'mobile',
  'msisdn',
  'order',
  'tracking',
  'timestamp',
  'account number',
  'bvn',
  'bytes',
];

const PLATE_WORDS: readonly string[] = [...LICENCE_PLATE_WORDS, 'plate no', 'frsc', 'vehicle registration'];
const PLATE_SOURCE = 'Federal Road Safety Corps (NG): local government, number, two letters';

export const NIGERIA: readonly Identifier[] = [
  {
    rule: 'ng-nin',
    kind: NIN,
    forms: ['9{11}', '9{4} 9{3} 9{4}'],
    check: (compact) =>
      allOf(
        () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
        () => unless(verhoeffHolds(compact), WRONG_CHECK_DIGIT),
      ),
    words: NIN_WORDS,
    against: OTHERS,
    confidence: { alone: 0.2, named: 0.93 },
    source: 'National Identity Management Commission (NG): eleven digits; Verhoeff, https://ninchecks.ng/how-it-works',
    examples: { valid: ['12345678902'], invalid: ['12345678901', '1234567890', '11111111111'] },
  },
  {
    rule: 'ng-bvn',
    kind: BVN,
    forms: ['229{9}'],
    words: ['bvn', 'bank verification number', 'bank verification', 'nibss'],
    confidence: { alone: 0.04, named: 0.9 },
    source: 'Nigeria Inter-Bank Settlement System: eleven digits from 22 on',
    examples: { valid: ['22123456789'], invalid: ['12123456789', '2212345678'] },
  },
  {
    rule: 'ng-passport',
    kind: PASSPORT,
    forms: ['A9{8}'],
    words: PASSPORT_WORDS,
    confidence: { alone: 0.04, named: 0.75 },
    source: 'Nigeria Immigration Service: a letter and eight digits',
    examples: { valid: ['A12345678'], invalid: ['A1234567'] },
  },
  {
    rule: 'ng-vehicle',
    kind: LICENCE_PLATE,
    forms: ['A{3}-9{3}A{2}', 'A{3} 9{3}A{2}', 'A{3}-9{3}-A{2}'],
    check: inCapitals,
    words: PLATE_WORDS,
    against: ['sku', 'part number', 'ticket'],
    confidence: { alone: 0.4, named: 0.9 },
    source: PLATE_SOURCE,
    examples: {
      valid: ['ABJ-001AA', 'APP 456CV', 'KJA-999PZ'],
      invalid: ['AB-1234CD', '123-456AB', 'AB-12CD', 'abj-001aa'],
    },
  },
  {
    rule: 'ng-vehicle-unbroken',
    kind: LICENCE_PLATE,
    forms: ['A{3}9{3}A{2}'],
    check: inCapitals,
    words: PLATE_WORDS,
    against: ['sku', 'part number', 'ticket'],
    confidence: { alone: 0.1, named: 0.88 },
    source: PLATE_SOURCE,
    examples: { valid: ['ABJ001AA'], invalid: ['sab644sa', 'AB001AA'] },
  },
];

function inCapitals(_: string, written: string): Verdict {
  return unless(!/[a-z]/.test(written), 'not in capitals');
}
