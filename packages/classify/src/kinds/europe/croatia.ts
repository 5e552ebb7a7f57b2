// Croatia: OIB, JMBG, passport, identity card, health insurance, plates.

import { mod11_10Holds } from '../../checks/iso7064.ts';
import { checkJmbg } from '../../checks/jmbg.ts';
import { NOT_ISSUED, unless, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { healthId, nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const OIB = nationalId('hr-oib', 'Personal identification number (OIB), Croatia');
const JMBG = nationalId('hr-jmbg', 'Citizen number (JMBG), Croatia', TELLS_BIRTH_DATE);
const INSURED = healthId('hr-mbo', 'Insured person’s number (MBO), Croatia');
const VAT = organisationId('hr-vat', 'VAT number, Croatia');

const DISTRICTS = new Set(
  'BJ BM CK DA DE DJ DU GS IM KA KC KR KT KZ MA NA NG OG OS PU PZ RI SB SK SL ST SI VK VT VU VZ ZD ZG ZU ZI'.split(' '),
);

export const CROATIA: readonly Identifier[] = [
  {
    rule: 'hr-oib',
    kind: OIB,
    forms: ['9{11}'],
    check: (compact) => unless(mod11_10Holds(compact), WRONG_CHECK_DIGIT),
    words: [...NATIONAL_ID_WORDS, ...TAX_NUMBER_WORDS, ...SOCIAL_SECURITY_WORDS, 'oib', 'osobni identifikacijski broj'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.2, named: 0.92 },
    source: 'Zakon o osobnom identifikacijskom broju; ISO 7064 mod 11,10',
    examples: { valid: ['12345678903', 'OIB 94577403194'], invalid: ['12345678904'] },
  },
  {
    rule: 'hr-jmbg',
    kind: JMBG,
    forms: ['9{13}'],
    check: checkJmbg,
    words: ['jmbg', 'matični broj građana', 'maticni broj'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.25, named: 0.97 },
    source: 'JMBG, until 2009',
    examples: { valid: ['JMBG 1504985300129'], invalid: ['JMBG 1504985300120'] },
  },
  {
    rule: 'hr-mbo',
    kind: INSURED,
    forms: ['9{9}'],
    words: ['mbo', 'broj osigurane osobe', 'hzzo', ...HEALTH_INSURANCE_WORDS],
    confidence: DIGITS_ONLY,
    source: 'HZZO: nine digits',
    examples: { valid: ['MBO 123456789'], invalid: ['123456789'] },
  },
  passport({
    rule: 'hr-passport',
    forms: ['9{9}'],
    words: ['putovnica', 'broj putovnice'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, HRV-AO: nine digits',
    examples: { valid: ['putovnica 123456789'], invalid: ['putovnica 12345678'] },
  }),
  identityCard({
    rule: 'hr-identity-card',
    forms: ['9{9}'],
    words: ['osobna iskaznica', 'broj osobne iskaznice'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, HRV-BO: nine digits',
    examples: { valid: ['osobna iskaznica 123456789'], invalid: ['osobna iskaznica 1234567'] },
  }),
  drivingLicence({
    rule: 'hr-driving-licence',
    forms: ['9{8}'],
    words: ['vozačka dozvola', 'vozacka dozvola'],
    confidence: DIGITS_ONLY,
    source: 'Pravilnik o vozačkim dozvolama: eight digits',
    examples: { valid: ['vozačka dozvola 12345678'], invalid: ['vozačka dozvola 1234567'] },
  }),
  licencePlate({
    rule: 'hr-licence-plate',
    forms: ['A{2} 9{3,4}-A{1,2}', 'A{2} 9{3,4} A{1,2}', 'A{2}-9{3,4}-A{1,2}', 'A{2}9{3,4}A{1,2}'],
    check: (compact) => unless(DISTRICTS.has(compact.slice(0, 2)), NOT_ISSUED),
    words: ['registracija', 'registarska oznaka', 'tablice'],
    confidence: { alone: 0.1, named: 0.85 },
    source: 'Pravilnik o registraciji vozila: district, digits, letters',
    examples: { valid: ['ZG 1234-AB'], invalid: ['XX 1234-AB'] },
  }),
  {
    rule: 'hr-vat',
    kind: VAT,
    forms: ['\\HR~9{11}'],
    check: (compact) => unless(mod11_10Holds(compact.slice(2)), WRONG_CHECK_DIGIT),
    words: [...VAT_WORDS, 'pdv', 'pdv id'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'The OIB with the prefix of VIES',
    examples: { valid: ['HR12345678903'], invalid: ['HR12345678904'] },
  },
];
