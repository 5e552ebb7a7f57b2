// Vietnam: citizen identity cards and tax numbers.
import { isOneRepeated, numberAt } from '../../checks/digits.ts';
import { unless } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const CITIZEN_ID = nationalId(
  'vn-cccd',
  'Vietnamese citizen number',
  'It names one person for life and tells province, sex and year of birth; phone and bank are bound to it.',
);

export const VIETNAM: readonly Identifier[] = [
  {
    rule: 'vn-cccd',
    kind: CITIZEN_ID,
    forms: ['09{11}'],
    check: (compact) => {
      const province = numberAt(compact, 0, 3);
      return unless(
        province >= 1 && province <= 96 && !isOneRepeated(compact.slice(4)),
        'not in a range that is issued',
      );
    },
    words: [
      'cccd',
      'căn cước',
      'căn cước công dân',
      'số căn cước',
      'số định danh',
      'cmnd',
      'chứng minh nhân dân',
      'citizen id',
    ],
    against: ['phone', 'timestamp', 'order', 'tracking'],
    confidence: { alone: 0.05, named: 0.85 },
    source: 'Decree 137/2015/ND-CP (VN): province, century and sex, year of birth, six digits',
    examples: { valid: ['001090123456'], invalid: ['000090123456', '101090123456', '00109012345'] },
  },
  {
    rule: 'vn-passport',
    kind: PASSPORT,
    forms: ['A9{7,8}'],
    check: (compact) => unless(/^[BCNPKDE]/.test(compact), 'not in a range that is issued'),
    words: [...PASSPORT_WORDS, 'hộ chiếu', 'số hộ chiếu'],
    confidence: { alone: 0.03, named: 0.76 },
    source: 'Circular 73/2021/TT-BCA (VN): a letter and seven or eight digits',
    examples: { valid: ['C1234567', 'P12345678'], invalid: ['A1234567'] },
  },
];
