// Malta: identity card, passport, plates, VAT number.
import { NOT_ISSUED, unless, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, nationalId, organisationId } from '../families.ts';
import { IDENTITY_CARD_WORDS, NATIONAL_ID_WORDS, TAX_NUMBER_WORDS, VAT_WORDS } from '../words.ts';

const IDENTITY_NUMBER = nationalId('mt-id', 'Identity card number, Malta');
const TAX_NUMBER = nationalId('mt-tax-id', 'Tax number, Malta', FOR_TAXES);
const VAT = organisationId('mt-vat', 'VAT number, Malta');

export const MALTA: readonly Identifier[] = [
  {
    rule: 'mt-id',
    kind: IDENTITY_NUMBER,
    forms: ['9{3,7}A', '9{3,7}\\(A\\)'],
    check: (compact) => unless(/[MGAPLHBZ]$/.test(compact), NOT_ISSUED),
    words: [
      ...NATIONAL_ID_WORDS,
      ...IDENTITY_CARD_WORDS,
      ...TAX_NUMBER_WORDS,
      'karta tal-identità',
      'karta ta’ l-identità',
    ],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'Identity Card and other Identity Documents Act: up to seven digits and a letter (M, G, A, P, L, H, B, Z)',
    examples: { valid: ['ID card 0123456M', 'national id 98765G'], invalid: ['ID card 0123456K'] },
  },
  {
    rule: 'mt-tax-id',
    kind: TAX_NUMBER,
    forms: ['9{9}'],
    words: [...TAX_NUMBER_WORDS, 'ir number'],
    confidence: { alone: 0, named: 0.5 },
    source: 'OECD, TIN of Malta: nine digits for those without a card',
    examples: { valid: ['IR number 123456789'], invalid: ['123456789'] },
  },
  passport({
    rule: 'mt-passport',
    forms: ['9{7}'],
    words: ['passaport'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, MLT-AO: seven digits',
    examples: { valid: ['passaport 1234567'], invalid: ['passaport 123456'] },
  }),
  licencePlate({
    rule: 'mt-licence-plate',
    forms: ['A{3} 9{3}', 'A{3}-9{3}', 'A{3}9{3}'],
    words: ['pjanċa', 'numru ta’ reġistrazzjoni'],
    confidence: { alone: 0, named: 0.75 },
    source: 'Transport Malta: three letters and three digits',
    examples: { valid: ['plate ABC 123'], invalid: ['plate ABC 12'] },
  }),
  {
    rule: 'mt-vat',
    kind: VAT,
    forms: ['MT~9{8}', 'MT~9{4}-9{4}'],
    check: (compact) =>
      unless(
        compact[2] !== '0' && weightedSum(compact.slice(2), [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0,
        WRONG_CHECK_DIGIT,
      ),
    words: VAT_WORDS,
    confidence: { alone: 0.7, named: 0.97 },
    source: 'Commissioner for Revenue: weights 3, 4, 6, 7, 8, 9 modulo 37',
    examples: { valid: ['MT12345634'], invalid: ['MT12345635'] },
  },
];
