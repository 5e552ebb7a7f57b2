// Greece: AMKA, tax number, identity card, passport, plates.
import { isDdmmyy } from '../../checks/calendar.ts';
import { digitAt, isOneRepeated } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import {
  allOf,
  NO_SUCH_DATE,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const AMKA = nationalId('gr-amka', 'Social security number (AMKA), Greece', TELLS_BIRTH_DATE);
const TAX_NUMBER = nationalId('gr-afm', 'Tax number (AFM), Greece', FOR_TAXES);
const VAT = organisationId('gr-vat', 'VAT number, Greece');

function checkAmka(compact: string): Verdict {
  return allOf(
    () => unless(isDdmmyy(compact, 0), NO_SUCH_DATE),
    () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
  );
}

/** Weights are the powers of two from 256 down to 2. */
function checkTaxNumber(digits: string): Verdict {
  return allOf(
    () => unless(!isOneRepeated(digits), ONE_DIGIT_REPEATED),
    () => unless(weightedMod11(digits, [256, 128, 64, 32, 16, 8, 4, 2]) % 10 === digitAt(digits, 8), WRONG_CHECK_DIGIT),
  );
}

/** Only the letters that Latin and Greek share. */
function checkPlate(compact: string): Verdict {
  return unless(/^[ABEZHIKMNOPTYX]{3}[1-9]\d{3}$/.test(compact), 'letters that Greek lacks');
}

export const GREECE: readonly Identifier[] = [
  {
    rule: 'gr-amka',
    kind: AMKA,
    forms: ['9{11}', '9{6} 9{5}'],
    check: checkAmka,
    words: [...NATIONAL_ID_WORDS, ...SOCIAL_SECURITY_WORDS, ...HEALTH_INSURANCE_WORDS, 'αμκα', 'α.μ.κ.α.', 'amka'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.35, named: 0.96 },
    source: 'Ν. 3655/2008: birth date, serial, Luhn digit',
    examples: { valid: ['12048512342', 'ΑΜΚΑ 12048512342'], invalid: ['12048512343', '32048512340'] },
  },
  {
    rule: 'gr-afm',
    kind: TAX_NUMBER,
    forms: ['9{9}'],
    check: checkTaxNumber,
    words: [...TAX_NUMBER_WORDS, 'αφμ', 'α.φ.μ.', 'afm', 'ΑΦΜ', 'Α.Φ.Μ.'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.92 },
    source: 'ΑΑΔΕ, ΑΦΜ: powers of two modulo 11',
    examples: { valid: ['ΑΦΜ 123456783'], invalid: ['ΑΦΜ 123456784', 'ΑΦΜ 000000000'] },
  },
  identityCard({
    rule: 'gr-identity-card',
    forms: ['A{1,2} ?9{6}', 'A{1,2}-9{6}'],
    words: ['ταυτότητα', 'ταυτότητας', 'αδτ', 'α.δ.τ.', 'ΑΔΤ'],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'PRADO, GRC-BO: one or two letters and six digits',
    examples: { valid: ['ταυτότητα AB 123456'], invalid: ['ταυτότητα AB 12345'] },
  }),
  passport({
    rule: 'gr-passport',
    forms: ['A{2}9{7}', 'A{2} 9{7}'],
    words: ['διαβατήριο', 'διαβατηρίου'],
    source: 'PRADO, GRC-AO: two letters and seven digits',
    examples: { valid: ['διαβατήριο AE1234567'], invalid: ['διαβατήριο AE123456'] },
  }),
  drivingLicence({
    rule: 'gr-driving-licence',
    forms: ['9{9}'],
    words: ['άδεια οδήγησης', 'δίπλωμα οδήγησης'],
    confidence: DIGITS_ONLY,
    source: 'Nine digits',
    examples: { valid: ['άδεια οδήγησης 123456789'], invalid: ['123456789'] },
  }),
  licencePlate({
    rule: 'gr-licence-plate',
    forms: ['A{3}-9{4}', 'A{3} 9{4}', 'A{3}9{4}'],
    check: checkPlate,
    words: ['πινακίδα', 'αριθμός κυκλοφορίας', 'πινακίδες'],
    confidence: { alone: 0.1, named: 0.85 },
    source: 'Three letters that Latin and Greek share, four digits',
    examples: { valid: ['IKA-1234'], invalid: ['IKS-1234', 'IKA-0234'] },
  }),
  {
    rule: 'gr-vat',
    kind: VAT,
    forms: ['EL~9{9}', 'GR~9{9}'],
    check: (compact) => checkTaxNumber(compact.slice(2)),
    words: [...VAT_WORDS, 'φπα', 'ΦΠΑ', 'αφμ'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'The tax number with the prefix of VIES',
    examples: { valid: ['EL123456783'], invalid: ['EL123456784'] },
  },
];
