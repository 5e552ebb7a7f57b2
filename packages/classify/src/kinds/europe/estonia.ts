// Estonia: personal code, identity card, passport, plates, registry and VAT numbers.

import { checkBalticPersonalCode, twoStepMod11Holds } from '../../checks/two-step-mod-11.ts';
import { unless, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { identityCard, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const PERSONAL_CODE = nationalId('ee-isikukood', 'Personal code (isikukood), Estonia', TELLS_BIRTH_DATE);
const REGISTRY = organisationId('ee-registrikood', 'Registry code, Estonia');
const VAT = organisationId('ee-vat', 'VAT number (KMKR), Estonia');

export const ESTONIA: readonly Identifier[] = [
  {
    rule: 'ee-isikukood',
    kind: PERSONAL_CODE,
    forms: ['9{11}'],
    check: checkBalticPersonalCode,
    words: [...NATIONAL_ID_WORDS, ...SOCIAL_SECURITY_WORDS, ...TAX_NUMBER_WORDS, 'isikukood', 'isikukoodi', 'ik'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.35, named: 0.97 },
    source: 'EVS 585:2007: sex and century, birth date, serial, check digit',
    examples: { valid: ['38504121234'], invalid: ['38504121235', '38513121234', '98504121234'] },
  },
  identityCard({
    rule: 'ee-identity-card',
    forms: ['A{2}9{7}'],
    words: ['isikutunnistus', 'id kaart'],
    source: 'PRADO, EST-BO: two letters and seven digits',
    examples: { valid: ['isikutunnistus AA1234567'], invalid: ['isikutunnistus A1234567'] },
  }),
  passport({
    rule: 'ee-passport',
    forms: ['A{1,2}9{7}'],
    words: ['passi number', 'pass'],
    source: 'PRADO, EST-AO: one or two letters and seven digits',
    examples: { valid: ['passi number KE1234567'], invalid: ['passi number KE123456'] },
  }),
  licencePlate({
    rule: 'ee-licence-plate',
    forms: ['9{3} A{3}', '9{3}A{3}', '9{3}-A{3}'],
    words: ['registreerimismärk', 'numbrimärk', 'sõiduk', 'auto'],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'Transpordiamet: three digits and three letters',
    examples: { valid: ['123 ABC'], invalid: ['12 ABC'] },
  }),
  {
    rule: 'ee-registrikood',
    kind: REGISTRY,
    forms: ['9{8}'],
    check: (compact) => unless('1789'.includes(compact.charAt(0)) && twoStepMod11Holds(compact), WRONG_CHECK_DIGIT),
    words: [...COMPANY_NUMBER_WORDS, 'registrikood', 'reg kood'],
    confidence: { alone: 0.05, named: 0.9 },
    source: 'Äriregister; check digit as in the personal code',
    examples: { valid: ['registrikood 12345678'], invalid: ['registrikood 12345679'] },
  },
  {
    rule: 'ee-vat',
    kind: VAT,
    forms: ['EE~9{9}'],
    check: (compact) =>
      unless(weightedSum(compact.slice(2), [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0, WRONG_CHECK_DIGIT),
    words: [...VAT_WORDS, 'kmkr', 'käibemaks'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'Käibemaksuseadus: weights 3, 7, 1 modulo 10',
    examples: { valid: ['EE123456780'], invalid: ['EE123456781'] },
  },
];
