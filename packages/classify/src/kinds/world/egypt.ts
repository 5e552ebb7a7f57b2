// Egypt: national identity numbers.
import { isYymmdd } from '../../checks/calendar.ts';
import { numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { nationalId } from './family.ts';

const NATIONAL_ID = nationalId(
  'eg-national-id',
  'Egyptian national number',
  'It names one person for life and tells birthday, governorate and sex.',
);

export const EGYPT: readonly Identifier[] = [
  {
    rule: 'eg-national-id',
    kind: NATIONAL_ID,
    forms: ['9{14}'],
    check: (compact) => {
      const governorate = numberAt(compact, 7, 9);
      return allOf(
        () =>
          unless(/^[23]/.test(compact) && ((governorate >= 1 && governorate <= 35) || governorate === 88), NOT_ISSUED),
        () => unless(isYymmdd(compact, 1), NO_SUCH_DATE),
      );
    },
    words: [
      'الرقم القومي',
      'رقم قومي',
      'بطاقة الرقم القومي',
      'egyptian id',
      'egypt national id',
      'national id',
      'national number',
      'raqam qawmi',
    ],
    against: ['timestamp', 'order', 'tracking', 'build', 'date'],
    confidence: { alone: 0.1, named: 0.88 },
    source:
      'Civil Status Law 143 of 1994 (EG): century, birth date, governorate, order; the check digit is not published',
    examples: { valid: ['29001010123456'], invalid: ['29013010123456', '49001010123456', '29001019923456'] },
  },
];
