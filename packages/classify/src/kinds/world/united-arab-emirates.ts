// The United Arab Emirates: Emirates ID.
import { numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { unless, type Verdict } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { nationalId } from './family.ts';

const EMIRATES_ID = nationalId(
  'ae-emirates-id',
  'Emirates ID',
  'It names one resident and tells the year of birth; phone, bank and visa are bound to it.',
);
const WORDS: readonly string[] = [
  'emirates id',
  'eid',
  'emirates identity',
  'uae id',
  'الهوية الإماراتية',
  'رقم الهوية',
  'بطاقة الهوية',
  'national id',
];

export const UNITED_ARAB_EMIRATES: readonly Identifier[] = [
  {
    rule: 'ae-emirates-id',
    kind: EMIRATES_ID,
    forms: ['784~9{4}~9{7}~9'],
    check: (compact) =>
      unless(isResident(compact) === true && luhnHolds(compact), 'neither year of birth nor check digit fit'),
    words: WORDS,
    confidence: { alone: 0.85, named: 0.97 },
    source: 'Federal Authority for Identity and Citizenship (AE): 784, year of birth, seven digits, Luhn',
    examples: {
      valid: ['784-1980-1234567-8', '784198012345678'],
      invalid: ['784-1780-1234567-9', '785-1980-1234567-9'],
    },
  },
  {
    rule: 'ae-emirates-id-unchecked',
    kind: EMIRATES_ID,
    forms: ['784-9{4}-9{7}-9'],
    check: (compact) => (luhnHolds(compact) ? 'another rule reads it' : isResident(compact)),
    words: WORDS,
    confidence: { alone: 0.6, named: 0.9 },
    source: 'Federal Authority for Identity and Citizenship (AE): the check digit is not documented for all issues',
    examples: { valid: ['784-1980-1234567-1'], invalid: ['784-1780-1234567-1', '784-1980-1234567-8'] },
  },
];

function isResident(compact: string): Verdict {
  const year = numberAt(compact, 3, 7);
  return unless(year >= 1900 && year < 2100, 'no year of birth');
}
