// Cyprus: tax numbers, identity card, passport, plates.
import { digitAt } from '../../checks/digits.ts';
import { allOf, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { identityCard, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, nationalId, organisationId } from '../families.ts';
import { SOCIAL_SECURITY_WORDS, TAX_NUMBER_WORDS, VAT_WORDS } from '../words.ts';

const TAX_NUMBER = nationalId('cy-tax-id', 'Tax number (TIC), Cyprus', FOR_TAXES);
const SOCIAL_INSURANCE = nationalId('cy-social-insurance', 'Social insurance number, Cyprus');
const VAT = organisationId('cy-vat', 'VAT number, Cyprus');

/** What digits at odd places count. */
const ODD_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

/** Eight digits and a letter, their sum modulo 26. */
function checkTaxNumber(compact: string): Verdict {
  let sum = 0;
  for (let i = 0; i < 8; i += 1) {
    const digit = digitAt(compact, i);
    sum += i % 2 === 0 ? (ODD_VALUES[digit] ?? 0) : digit;
  }
  return allOf(
    () => unless(!compact.startsWith('12'), NOT_ISSUED),
    () => unless(String.fromCharCode(65 + (sum % 26)) === compact.charAt(8), WRONG_CHECK_DIGIT),
  );
}

export const CYPRUS: readonly Identifier[] = [
  {
    rule: 'cy-tax-id',
    kind: TAX_NUMBER,
    forms: ['9{8}A'],
    check: checkTaxNumber,
    words: [...TAX_NUMBER_WORDS, 'αφτ', 'α.φ.τ.', 'tic', 'vergi kimlik'],
    confidence: { alone: 0.25, named: 0.95 },
    source: 'OECD, TIN of Cyprus: eight digits and a check letter',
    examples: { valid: ['10123456G'], invalid: ['10123456H', '12123456G'] },
  },
  {
    rule: 'cy-social-insurance',
    kind: SOCIAL_INSURANCE,
    forms: ['9{6,8}'],
    words: [
      ...SOCIAL_SECURITY_WORDS.filter((word) => word.startsWith('social')),
      'κοινωνικών ασφαλίσεων',
      'αρ. κοινωνικών',
    ],
    confidence: { alone: 0, named: 0.5 },
    source: 'Social Insurance Services: up to eight digits, no check digit',
    examples: { valid: ['social insurance number 1234567'], invalid: ['1234567'] },
  },
  identityCard({
    rule: 'cy-identity-card',
    forms: ['9{6,10}'],
    words: ['δελτίο ταυτότητας', 'αριθμός ταυτότητας', 'αδτ', 'kimlik kartı'],
    confidence: { alone: 0, named: 0.5 },
    source: 'PRADO, CYP-BO: up to ten digits, no check digit',
    examples: { valid: ['ταυτότητας: αδτ 0001234567'], invalid: ['0001234567'] },
  }),
  passport({
    rule: 'cy-passport',
    forms: ['A9{6,8}'],
    words: ['διαβατήριο', 'αριθμός διαβατηρίου'],
    source: 'PRADO, CYP-AO: a letter and six to eight digits',
    examples: { valid: ['διαβατήριο K12345678'], invalid: ['διαβατήριο K12345'] },
  }),
  licencePlate({
    rule: 'cy-licence-plate',
    forms: ['A{3} 9{3}', 'A{3}9{3}', 'A{3}-9{3}'],
    words: ['αριθμός εγγραφής', 'πινακίδα', 'πινακίδες'],
    confidence: { alone: 0, named: 0.75 },
    source: 'Three letters and three digits',
    examples: { valid: ['plate ABC 123'], invalid: ['plate ABC 12'] },
  }),
  {
    rule: 'cy-vat',
    kind: VAT,
    forms: ['CY9{8}A', 'CY 9{8}A'],
    check: (compact) => checkTaxNumber(compact.slice(2)),
    words: [...VAT_WORDS, 'φπα', 'fpa'],
    confidence: { alone: 0.75, named: 0.97 },
    source: 'The tax number with the prefix of VIES',
    examples: { valid: ['CY10123456G'], invalid: ['CY10123456H'] },
  },
];
