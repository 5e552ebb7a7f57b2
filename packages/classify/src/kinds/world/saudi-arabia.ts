// Saudi Arabia: national identity and residence (iqama) numbers.
import { isOneRepeated } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { allOf, NOT_ISSUED, unless, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { nationalId } from './family.ts';

const NATIONAL_ID = nationalId(
  'sa-national-id',
  'Saudi national or residence number',
  'It names one person for life and tells citizen from foreigner; all state accounts open with it.',
);

export const SAUDI_ARABIA: readonly Identifier[] = [
  {
    rule: 'sa-national-id',
    kind: NATIONAL_ID,
    forms: ['9{10}'],
    check: (compact) =>
      allOf(
        () => unless(/^[12]/.test(compact) && !isOneRepeated(compact), NOT_ISSUED),
        () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
      ),
    words: [
      'رقم الهوية',
      'الهوية الوطنية',
      'السجل المدني',
      'رقم الإقامة',
      'iqama',
      'iqama number',
      'saudi id',
      'absher',
      'national id',
    ],
    against: ['phone', 'timestamp', 'epoch', 'order', 'unix', 'bytes', 'npi'],
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Ministry of Interior (SA): 1 citizens, 2 residents, Luhn',
    examples: { valid: ['1234567897'], invalid: ['1234567890', '3234567897'] },
  },
];
