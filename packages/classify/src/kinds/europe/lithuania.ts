// Lithuania: personal code, identity card, passport, plates, company and VAT numbers.
import { digitAt } from '../../checks/digits.ts';
import { checkBalticPersonalCode, twoStepMod11Holds } from '../../checks/two-step-mod-11.ts';
import { allOf, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, identityCard, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const PERSONAL_CODE = nationalId('lt-asmens-kodas', 'Personal code (asmens kodas), Lithuania', TELLS_BIRTH_DATE);
const COMPANY = organisationId('lt-company-code', 'Company code, Lithuania');
const VAT = organisationId('lt-vat', 'VAT number (PVM), Lithuania');

/** Numbers that begin with 9 were given by mistake or outside the rules and hold no date. */
function checkPersonalCode(compact: string): Verdict {
  if (compact[0] !== '9') return checkBalticPersonalCode(compact);
  return unless(twoStepMod11Holds(compact), WRONG_CHECK_DIGIT);
}

/** The last digit but one is 1. */
function checkVat(compact: string): Verdict {
  const digits = compact.slice(2);
  return allOf(
    () => unless((digits.length === 9 || digits.length === 12) && digitAt(digits, digits.length - 2) === 1, NOT_ISSUED),
    () => unless(twoStepMod11Holds(digits), WRONG_CHECK_DIGIT),
  );
}

export const LITHUANIA: readonly Identifier[] = [
  {
    rule: 'lt-asmens-kodas',
    kind: PERSONAL_CODE,
    forms: ['9{11}'],
    check: checkBalticPersonalCode,
    words: [
      ...NATIONAL_ID_WORDS,
      ...SOCIAL_SECURITY_WORDS,
      ...TAX_NUMBER_WORDS,
      'asmens kodas',
      'asmens kodą',
      'a.k.',
      'ak',
    ],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.35, named: 0.97 },
    source: 'Gyventojų registro įstatymas: sex and century, birth date, serial, check digit',
    examples: { valid: ['38504121234'], invalid: ['38504121235', '38513121234'] },
  },
  {
    rule: 'lt-asmens-kodas-nine',
    kind: PERSONAL_CODE,
    forms: ['9{11}'],
    check: (compact) =>
      allOf(
        () => unless(compact[0] === '9', NOT_ISSUED),
        () => checkPersonalCode(compact),
      ),
    words: ['asmens kodas', 'asmens kodą'],
    confidence: { alone: 0.05, named: 0.85 },
    source: 'Personal codes that begin with 9 and hold no date',
    examples: { valid: ['asmens kodas 91234567895'], invalid: ['asmens kodas 81234567894'] },
  },
  identityCard({
    rule: 'lt-identity-card',
    forms: ['9{8}'],
    words: ['asmens tapatybės kortelė', 'tapatybės kortelė'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, LTU-BO: eight digits',
    examples: { valid: ['tapatybės kortelė 12345678'], invalid: ['tapatybės kortelė 1234567'] },
  }),
  passport({
    rule: 'lt-passport',
    forms: ['9{8}'],
    words: ['pasas', 'paso numeris'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, LTU-AO: eight digits',
    examples: { valid: ['paso numeris 12345678'], invalid: ['paso numeris 1234567'] },
  }),
  licencePlate({
    rule: 'lt-licence-plate',
    forms: ['A{3} 9{3}', 'A{3}:9{3}', 'A{3}9{3}', 'A{3}-9{3}'],
    words: ['valstybinis numeris', 'valst nr', 'automobilis'],
    confidence: { alone: 0, named: 0.75 },
    source: 'Regitra: three letters and three digits',
    examples: { valid: ['valstybinis numeris ABC 123'], invalid: ['valstybinis numeris ABC 12'] },
  }),
  {
    rule: 'lt-company-code',
    kind: COMPANY,
    forms: ['9{9}'],
    check: (compact) => unless(twoStepMod11Holds(compact), WRONG_CHECK_DIGIT),
    words: [...COMPANY_NUMBER_WORDS, 'įmonės kodas', 'imones kodas'],
    confidence: { alone: 0.05, named: 0.9 },
    source: 'Juridinių asmenų registras: check digit as in the personal code',
    examples: { valid: ['įmonės kodas 123456786'], invalid: ['įmonės kodas 123456780'] },
  },
  {
    rule: 'lt-vat',
    kind: VAT,
    forms: ['LT9{9}', 'LT9{12}', 'LT 9{9}', 'LT 9{12}'],
    check: checkVat,
    words: [...VAT_WORDS, 'pvm', 'pvm kodas'],
    confidence: { alone: 0.7, named: 0.97 },
    source: 'PVM įstatymas: nine digits, or twelve for persons and temporary ones',
    examples: { valid: ['LT119511515', 'LT100001919017'], invalid: ['LT119511516'] },
  },
];
