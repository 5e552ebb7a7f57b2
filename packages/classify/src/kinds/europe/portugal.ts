// Portugal: tax, social security and health numbers, citizen card, passport, driving licence, plates.
import { base36At, digitAt } from '../../checks/digits.ts';
import { allOf, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { complementMod11, weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, healthId, nationalId, organisationId } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const NIF = nationalId('pt-nif', 'Tax number of a person (NIF), Portugal', FOR_TAXES);
const NISS = nationalId('pt-niss', 'Social security number (NISS), Portugal');
const PATIENT = healthId('pt-utente', 'Health service user number (SNS), Portugal');
const NIPC = organisationId('pt-nipc', 'Tax number of an organisation (NIPC), Portugal');
const VAT = organisationId('pt-vat', 'VAT number, Portugal');

function taxNumberHolds(digits: string): boolean {
  return complementMod11(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 10 === digitAt(digits, 8);
}

/** 1, 2, 3 and 45 are people; 5, 6, 7, 8 and 9 organisations, sole traders and estates. */
function checkPersonNif(compact: string): Verdict {
  return allOf(
    () => unless(/^(?:[1-3]|45)/.test(compact), NOT_ISSUED),
    () => unless(taxNumberHolds(compact), WRONG_CHECK_DIGIT),
  );
}

function checkOrganisationNif(compact: string): Verdict {
  return allOf(
    () => unless(/^(?:5|6|7[0124579]|8|9[0189])/.test(compact), NOT_ISSUED),
    () => unless(taxNumberHolds(compact), WRONG_CHECK_DIGIT),
  );
}

function checkSocialSecurity(compact: string): Verdict {
  const check = 9 - (weightedSum(compact, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10);
  return allOf(
    () => unless(compact[0] === '1' || compact[0] === '2', NOT_ISSUED),
    () => unless(check === digitAt(compact, 10), WRONG_CHECK_DIGIT),
  );
}

/** Every second character from the right is doubled, letters counting from A = 10 on; 9 is taken from what is above it. */
function checkCitizenCard(compact: string): Verdict {
  let sum = 0;
  for (let i = 0; i < 12; i += 1) {
    const value = base36At(compact, i);
    const weighted = i % 2 === 0 ? value * 2 : value;
    sum += i % 2 === 0 && weighted > 9 ? weighted - 9 : weighted;
  }
  return unless(sum % 10 === 0, WRONG_CHECK_DIGIT);
}

/** Pairs of letters and pairs of digits, one or two of them letters. */
function checkPlate(compact: string): Verdict {
  return unless(/^(?:[A-Z]{2}\d{4}|\d{4}[A-Z]{2}|\d{2}[A-Z]{2}\d{2}|[A-Z]{2}\d{2}[A-Z]{2})$/.test(compact), NOT_ISSUED);
}

const PLATE_PAIRS = ['A{2}~9{2}~9{2}', '9{2}~9{2}~A{2}', '9{2}~A{2}~9{2}', 'A{2}~9{2}~A{2}'];

export const PORTUGAL: readonly Identifier[] = [
  {
    rule: 'pt-nif',
    kind: NIF,
    forms: ['9{9}', '9{3} 9{3} 9{3}', '9{3}.9{3}.9{3}'],
    check: checkPersonNif,
    words: [...TAX_NUMBER_WORDS, ...NATIONAL_ID_WORDS, 'nif', 'contribuinte', 'n contribuinte'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.15, named: 0.92 },
    source: 'Decreto-Lei 14/2013: weights 9 to 2 modulo 11',
    examples: { valid: ['123456789', 'NIF 123 456 789'], invalid: ['123456788', '823456789'] },
  },
  {
    rule: 'pt-niss',
    kind: NISS,
    forms: ['9{11}'],
    check: checkSocialSecurity,
    words: [...SOCIAL_SECURITY_WORDS, 'niss', 'segurança social'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.15, named: 0.93 },
    source: 'Segurança Social: primes 29 to 2 as weights, 9 less the sum modulo 10',
    examples: { valid: ['NISS 12345678902'], invalid: ['NISS 32345678901'] },
  },
  {
    rule: 'pt-utente',
    kind: PATIENT,
    forms: ['9{9}', '9{3} 9{3} 9{3}'],
    words: ['utente', 'número de utente', 'numero de utente', 'nº utente', 'sns', 'cartão de utente'],
    confidence: { alone: 0, named: 0.7 },
    source: 'SPMS, número nacional de utente: nine digits, no published check digit',
    examples: { valid: ['número de utente 123456780'], invalid: ['123456780'] },
  },
  identityCard({
    rule: 'pt-citizen-card',
    forms: ['9{9}A{2}9', '9{8} 9 A{2}9', '9{8} 9A{2}9'],
    check: checkCitizenCard,
    words: ['cc', 'cartão cidadão', 'número do cartão de cidadão', 'documento de identificação'],
    confidence: { alone: 0.6, named: 0.97 },
    source: 'AMA, validação de número de documento do Cartão de Cidadão',
    examples: { valid: ['123456780ZZ0', '12345678 0 ZZ0'], invalid: ['123456780ZZ1'] },
  }),
  identityCard({
    rule: 'pt-civil-id',
    forms: ['9{7,8}', '9{7,8}-9', '9{8} 9'],
    words: ['bilhete de identidade', 'bi', 'número de identificação civil', 'nic'],
    confidence: { alone: 0, named: 0.7 },
    source: 'Lei 33/99: number of civil identification',
    examples: { valid: ['bilhete de identidade 12345678'], invalid: ['12345678'] },
  }),
  passport({
    rule: 'pt-passport',
    forms: ['A{1,2}9{6}'],
    source: 'PRADO, PRT-AO: one or two letters and six digits',
    examples: { valid: ['passaporte CA123456', 'passaporte P123456'], invalid: ['passaporte CA12345'] },
  }),
  drivingLicence({
    rule: 'pt-driving-licence',
    forms: ['A{1,2}-9{6,7} ?9?', 'A{1,2}9{6,7}'],
    words: ['imt'],
    confidence: { alone: 0, named: 0.78 },
    source: 'IMT: district letters and a number',
    examples: { valid: ['carta de condução L-1234567'], invalid: ['carta de condução L-12345'] },
  }),
  licencePlate({
    rule: 'pt-licence-plate',
    forms: PLATE_PAIRS.map((form) => form.replaceAll('~', '-')).concat(
      PLATE_PAIRS.map((form) => form.replaceAll('~', ' ')),
    ),
    check: checkPlate,
    words: ['chapa', 'viatura matrícula'],
    confidence: { alone: 0.05, named: 0.83 },
    source: 'Decreto-Lei 54/2005: three pairs',
    examples: { valid: ['12-AB-34', 'matrícula AA-01-BC'], invalid: ['12-34-56'] },
  }),
  {
    rule: 'pt-nipc',
    kind: NIPC,
    forms: ['9{9}', '9{3} 9{3} 9{3}'],
    check: checkOrganisationNif,
    words: [...COMPANY_NUMBER_WORDS, 'nipc', 'nif', 'contribuinte', 'pessoa coletiva'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Decreto-Lei 129/98; check digit as in the NIF',
    examples: { valid: ['NIPC 501234560'], invalid: ['NIPC 501234561'] },
  },
  {
    rule: 'pt-vat',
    kind: VAT,
    forms: ['PT~9{9}'],
    check: (compact) => unless(taxNumberHolds(compact.slice(2)), WRONG_CHECK_DIGIT),
    words: VAT_WORDS,
    confidence: { alone: 0.65, named: 0.97 },
    source: 'The tax number with the prefix of VIES',
    examples: { valid: ['PT501234560'], invalid: ['PT501234561'] },
  },
];
