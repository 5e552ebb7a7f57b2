// Pakistan: computerised national identity cards.
import { digitAt, isOneRepeated } from '../../checks/digits.ts';
import { unless, type Verdict } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { nationalId } from './family.ts';

const CNIC = nationalId(
  'pk-cnic',
  'Pakistani identity card number (CNIC)',
  'It names one person for life and tells district and sex; SIM cards and bank accounts are bound to it.',
);
const WORDS: readonly string[] = [
  'cnic',
  'nicop',
  'nadra',
  'cnic no',
  'cnic number',
  'national identity card',
  'شناختی کارڈ',
];
const SOURCE = 'NADRA (PK): province 1 to 7, district, family, sex; no check digit';

export const PAKISTAN: readonly Identifier[] = [
  {
    rule: 'pk-cnic',
    kind: CNIC,
    forms: ['9{5}-9{7}-9'],
    check: citizen,
    words: WORDS,
    confidence: { alone: 0.6, named: 0.95 },
    source: SOURCE,
    examples: { valid: ['54104-9890578-6'], invalid: ['04104-9890578-6', '54104-9890578-0', '54104-9890578'] },
  },
  {
    rule: 'pk-cnic-digits',
    kind: CNIC,
    forms: ['9{13}'],
    check: citizen,
    words: WORDS,
    against: ['phone', 'order', 'tracking', 'timestamp', 'epoch'],
    confidence: { alone: 0.02, named: 0.8 },
    source: SOURCE,
    examples: { valid: ['5410498905786'], invalid: ['8410498905786', '1111111111111'] },
  },
];

function citizen(compact: string): Verdict {
  const province = digitAt(compact, 0);
  return unless(
    province >= 1 && province <= 7 && digitAt(compact, 12) > 0 && !isOneRepeated(compact),
    'not in a range that is issued',
  );
}
