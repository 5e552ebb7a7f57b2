// Slovenia: EMŠO, tax number, health insurance number, documents, plates.
import { digitAt } from '../../checks/digits.ts';
import { checkJmbg } from '../../checks/jmbg.ts';
import { allOf, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, identityCard, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, healthId, nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const EMSO = nationalId('si-emso', 'Citizen number (EMŠO), Slovenia', TELLS_BIRTH_DATE);
const TAX_NUMBER = nationalId('si-tax-id', 'Tax number (davčna številka), Slovenia', FOR_TAXES);
const INSURED = healthId('si-zzzs', 'Health insurance number (ZZZS), Slovenia');
const VAT = organisationId('si-vat', 'VAT number, Slovenia');

/** 11 less the weighted sum; 10 is written 0, and 11 is not issued. */
function checkTaxNumber(digits: string): Verdict {
  const check = 11 - weightedMod11(digits, [8, 7, 6, 5, 4, 3, 2]);
  return allOf(
    () => unless(digits[0] !== '0' && check !== 11, NOT_ISSUED),
    () => unless(check % 10 === digitAt(digits, 7), WRONG_CHECK_DIGIT),
  );
}

const DISTRICTS = new Set('CE GO KK KP KR LJ MB MS NM PO SG'.split(' '));

export const SLOVENIA: readonly Identifier[] = [
  {
    rule: 'si-emso',
    kind: EMSO,
    forms: ['9{13}', '9{7} 9{6}'],
    check: checkJmbg,
    words: [...NATIONAL_ID_WORDS, 'emšo', 'emso', 'enotna matična številka'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.35, named: 0.97 },
    source: 'Zakon o centralnem registru prebivalstva: birth date, region 50, serial, check digit modulo 11',
    examples: { valid: ['1504985500128'], invalid: ['1504985500129', '1513985500128'] },
  },
  {
    rule: 'si-tax-id',
    kind: TAX_NUMBER,
    forms: ['9{8}'],
    check: checkTaxNumber,
    words: [...TAX_NUMBER_WORDS, 'davčna številka', 'davcna stevilka', 'davčna št', 'dš'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.9 },
    source: 'Zakon o finančni upravi: weights 8 to 2 modulo 11',
    examples: { valid: ['davčna številka 12345679'], invalid: ['davčna številka 12345678'] },
  },
  {
    rule: 'si-zzzs',
    kind: INSURED,
    forms: ['9{9}'],
    words: [
      ...HEALTH_INSURANCE_WORDS.filter((word) => word.startsWith('health')),
      'zzzs',
      'številka zavarovane osebe',
      'kzz',
    ],
    confidence: DIGITS_ONLY,
    source: 'ZZZS: nine digits',
    examples: { valid: ['ZZZS 012345678'], invalid: ['012345678'] },
  },
  identityCard({
    rule: 'si-identity-card',
    forms: ['9{9}', 'A{2}9{7}', 'IE9{7}'],
    words: ['osebna izkaznica', 'osebne izkaznice'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, SVN-BO',
    examples: { valid: ['osebna izkaznica 001234567'], invalid: ['osebna izkaznica 00123456'] },
  }),
  passport({
    rule: 'si-passport',
    forms: ['A{2}9{7}'],
    words: ['potni list', 'številka potnega lista'],
    source: 'PRADO, SVN-AO: two letters and seven digits',
    examples: { valid: ['potni list PB1234567'], invalid: ['potni list PB123456'] },
  }),
  licencePlate({
    rule: 'si-licence-plate',
    forms: ['A{2} X{2}-X{3}', 'A{2} 9{2}-9{2}A', 'A{2}-X{2}-X{3}', 'A{2} X{3}-X{2}'],
    check: (compact) => unless(DISTRICTS.has(compact.slice(0, 2)) && /\d/.test(compact), NOT_ISSUED),
    words: ['registrska tablica', 'registrska številka', 'registrska oznaka'],
    confidence: { alone: 0.05, named: 0.83 },
    source: 'Pravilnik o registraciji motornih vozil: district, letters and digits',
    examples: { valid: ['LJ AB-123'], invalid: ['XX AB-123'] },
  }),
  {
    rule: 'si-vat',
    kind: VAT,
    forms: ['SI~9{8}'],
    check: (compact) => checkTaxNumber(compact.slice(2)),
    words: [...VAT_WORDS, 'ddv', 'id za ddv'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'The tax number with the prefix of VIES',
    examples: { valid: ['SI12345679'], invalid: ['SI12345678'] },
  },
];
