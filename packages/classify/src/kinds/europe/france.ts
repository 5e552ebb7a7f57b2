// France: social security number, tax number, documents, plates, health professionals, company numbers.
import { isDigits, numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { decimalRemainder } from '../../checks/mod97.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport, residencePermit } from '../documents.ts';
import { FOR_TAXES, nationalId, organisationId, practitionerId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const NIR = nationalId('fr-nir', 'Social security number (NIR), France', TELLS_BIRTH_DATE);
const TAX_NUMBER = nationalId('fr-tax-id', 'Tax number (numéro fiscal, SPI), France', FOR_TAXES);
const PRACTITIONER = practitionerId('fr-rpps', 'Health professional number (RPPS), France');
const SIREN = organisationId('fr-siren', 'Enterprise number (SIREN), France');
const SIRET = organisationId('fr-siret', 'Establishment number (SIRET), France');
const VAT = organisationId('fr-vat', 'VAT number, France');

/** 1 to 12; 20 and more stand for months that are not known. */
function isNirMonth(month: number): boolean {
  return (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
}

/** Digits only: the two departments of Corsica count as 19 and 18. */
function nirDigits(compact: string): string {
  return compact.slice(0, 5) + compact.slice(5, 7).replace('2A', '19').replace('2B', '18') + compact.slice(7);
}

function checkNirBody(compact: string): Verdict {
  const digits = nirDigits(compact);
  return allOf(
    () => unless(isDigits(digits) && /^[1-478]/.test(compact) && compact.slice(5, 7) !== '00', NOT_ISSUED),
    () => unless(isNirMonth(numberAt(compact, 3, 5)), NO_SUCH_DATE),
  );
}

function checkNir(compact: string): Verdict {
  return allOf(
    () => checkNirBody(compact),
    () => {
      const key = 97 - decimalRemainder(nirDigits(compact).slice(0, 13), 97);
      return unless(key === numberAt(compact, 13, 15), WRONG_CHECK_DIGIT);
    },
  );
}

function checkTaxNumber(compact: string): Verdict {
  return allOf(
    () => unless('0123'.includes(compact.charAt(0)), NOT_ISSUED),
    () => unless(decimalRemainder(compact.slice(0, 10), 511) === numberAt(compact, 10, 13), WRONG_CHECK_DIGIT),
  );
}

function checkSiren(compact: string): Verdict {
  return unless(luhnHolds(compact) && compact !== '000000000', WRONG_CHECK_DIGIT);
}

const LA_POSTE = '356000000';

/** The establishments of La Poste have no Luhn digit; their digits sum up to a multiple of five. */
function checkSiret(compact: string): Verdict {
  const sum = [...compact].reduce((total, digit) => total + Number(digit), 0);
  const holds = luhnHolds(compact) || (compact.startsWith(LA_POSTE) && sum % 5 === 0);
  return allOf(
    () => checkSiren(compact.slice(0, 9)),
    () => unless(holds, WRONG_CHECK_DIGIT),
  );
}

const KEY_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The key of a French VAT number: digits modulo 97, or with letters the newer one modulo 11. */
function isVatKey(key: string, siren: string): boolean {
  if (isDigits(key)) return decimalRemainder(`${siren}12`, 97) === Number(key);
  const first = KEY_CHARACTERS.indexOf(key.charAt(0));
  const second = KEY_CHARACTERS.indexOf(key.charAt(1));
  if (first < 0 || second < 0) return false;
  const check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return (Number(siren) + 1 + Math.floor(check / 11)) % 11 === check % 11;
}

/** Monaco's numbers begin with 000 and are no SIREN. */
function checkVat(compact: string): Verdict {
  const siren = compact.slice(4);
  const isSiren = siren.startsWith('000') || luhnHolds(siren);
  return unless(isSiren && isVatKey(compact.slice(2, 4), siren), WRONG_CHECK_DIGIT);
}

function checkPractitioner(compact: string): Verdict {
  return allOf(
    () => unless(/^(?:10|8)/.test(compact), NOT_ISSUED),
    () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
  );
}

/** No I, O, U; the pairs SS and WW are not given out. */
function checkPlate(compact: string): Verdict {
  return unless(!/[IOU]|^SS|^WW|SS$/.test(compact), NOT_ISSUED);
}

const NIR_WORDS = [
  ...SOCIAL_SECURITY_WORDS,
  ...HEALTH_INSURANCE_WORDS,
  ...NATIONAL_ID_WORDS,
  'numéro ss',
  'num sécu',
  'nss',
  'insee',
  'n° sécu',
  'matricule ins',
];
const NIR_FORM = '9~9{2}~9{2}~X{2}~9{3}~9{3}';

export const FRANCE: readonly Identifier[] = [
  {
    rule: 'fr-nir',
    kind: NIR,
    forms: [`${NIR_FORM}~9{2}`, `${NIR_FORM} / 9{2}`],
    check: (compact) =>
      allOf(
        () => unless(/^[12]/.test(compact) && numberAt(compact, 3, 5) <= 12, NOT_ISSUED),
        () => checkNir(compact),
      ),
    words: NIR_WORDS,
    against: ['imei'],
    confidence: { alone: 0.8, named: 0.98 },
    source:
      'Code de la sécurité sociale R115-1; INSEE, NIR: sex, year, month, department, commune, order, key 97 - n mod 97',
    examples: {
      valid: ['185047512345657', '2 55 08 2A 168 025 97', '2 55 08 14 168 025 38'],
      invalid: ['185047512345658', '185137512345657', '2 55 08 14 168 025 39'],
    },
  },
  {
    rule: 'fr-nir-uncommon',
    kind: NIR,
    forms: [`${NIR_FORM}~9{2}`],
    check: (compact) =>
      allOf(
        () => unless(/^[3478]/.test(compact) || numberAt(compact, 3, 5) > 12, NOT_ISSUED),
        () => checkNir(compact),
      ),
    words: NIR_WORDS,
    against: ['imei', ...THING_NUMBER_WORDS],
    confidence: { alone: 0.3, named: 0.95 },
    source:
      'The same for people who are being registered (first digit 3, 4, 7, 8) or whose month of birth is not known',
    examples: { valid: ['785047599123432'], invalid: ['585047599123466', '785047599123433'] },
  },
  {
    rule: 'fr-nir-without-key',
    kind: NIR,
    forms: [NIR_FORM],
    check: (compact) =>
      allOf(
        () => unless(/^[12]/.test(compact), NOT_ISSUED),
        () => checkNirBody(compact),
      ),
    words: ['sécurité sociale', 'securite sociale', 'nir', 'numéro de sécu', 'insee', 'numero secu'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.8 },
    source: 'INSEE, NIR: the thirteen digits without their key',
    examples: { valid: ['1850475123456'], invalid: ['1851375123456', '0850475123456'] },
  },
  {
    rule: 'fr-tax-id',
    kind: TAX_NUMBER,
    forms: ['9{13}', '9{2} 9{2} 9{3} 9{3} 9{3}'],
    check: checkTaxNumber,
    words: [...TAX_NUMBER_WORDS, 'numéro spi', 'référence fiscale', 'impots'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.25, named: 0.95 },
    source: 'Numéro fiscal de référence; OECD, TIN of France: ten digits modulo 511',
    examples: { valid: ['1234567890066', '30 23 217 600 053'], invalid: ['1234567890067', '4234567890066'] },
  },
  {
    rule: 'fr-rpps',
    kind: PRACTITIONER,
    forms: ['9{11}'],
    check: checkPractitioner,
    words: ['rpps', 'professionnel de santé', 'médecin traitant', 'prescripteur', 'numéro de praticien'],
    confidence: { alone: 0.1, named: 0.9 },
    source: 'Répertoire partagé des professionnels de santé: eleven digits, the last by Luhn',
    examples: { valid: ['10003456786', 'RPPS 10003456786'], invalid: ['10003456787', '20003456783'] },
  },
  passport({
    rule: 'fr-passport',
    forms: ['9{2}A{2}9{5}', '9{2} A{2} 9{5}'],
    words: ['passeport n', 'passeport français'],
    source: 'PRADO, FRA-AO: two digits, two letters, five digits',
    examples: { valid: ['12AB34567', 'passeport 12 AB 34567'], invalid: ['12ABC4567', '12AB3456'] },
  }),
  identityCard({
    rule: 'fr-identity-card',
    forms: ['9{12}'],
    words: ["carte nationale d'identité", 'numéro cni', 'carte identité'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, FRA-BO: twelve digits on cards before 2021, the year and month of issue first',
    examples: { valid: ["carte d'identité 880692310285"], invalid: ['880692310285', "carte d'identité 88069231028"] },
  }),
  identityCard({
    rule: 'fr-identity-card-2021',
    forms: ['A9X{7}', 'A{2}9X{6}'],
    check: (compact) => unless(/\d.*\d/.test(compact) && /[A-Z].*[A-Z]/.test(compact), NOT_ISSUED),
    words: ["carte nationale d'identité", 'numéro cni', 'carte identité'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, FRA-BO-03001: nine letters and digits since 2021',
    examples: { valid: ['CNI X4RTBPFW4'], invalid: ['X4RTBPFW4', 'CNI important'] },
  }),
  drivingLicence({
    rule: 'fr-driving-licence',
    forms: ['9{2}A{2}9{5}', '9{12}'],
    words: ['neph', 'permis b', 'numéro de dossier permis'],
    confidence: { alone: 0, named: 0.75 },
    source: 'Arrêté of 20 April 2012: field 5; twelve digits before 2013',
    examples: {
      valid: ['permis de conduire 13AA00002', 'permis 123456789012'],
      invalid: ['13AA00002', 'permis 13AAA0002'],
    },
  }),
  residencePermit({
    rule: 'fr-residence-permit',
    forms: ['9{10}', 'A{2}X{7}9'],
    words: ['préfecture', 'récépissé'],
    confidence: { alone: 0, named: 0.7 },
    source: 'AGDREF number of ten digits; number of the card',
    examples: { valid: ['titre de séjour 9912345678'], invalid: ['9912345678', 'titre de séjour 991234567'] },
  }),
  licencePlate({
    rule: 'fr-licence-plate',
    forms: ['A{2}-9{3}-A{2}', 'A{2} 9{3} A{2}', 'A{2}9{3}A{2}'],
    check: checkPlate,
    words: ['carte grise', 'véhicule immatriculé'],
    confidence: { alone: 0.2, named: 0.85 },
    source: 'Arrêté of 9 February 2009 (SIV)',
    examples: { valid: ['AB-123-CD', 'GH 456 JK'], invalid: ['AI-123-CD', 'SS-123-AB', 'AB-12-CD'] },
  }),
  licencePlate({
    rule: 'fr-licence-plate-before-2009',
    forms: ['9{1,4} A{2,3} 9{2}', '9{1,4} A{2,3} 2A', '9{2,4}-A{2,3}-9{2}'],
    check: (compact) => unless(/^[1-9]\d*[A-HJ-NP-TV-Z]{2,3}(?!00)\d./.test(compact), NOT_ISSUED),
    confidence: { alone: 0, named: 0.75 },
    source: 'FNI numbers: number, letters, department',
    examples: { valid: ['plaque 123 ABC 75'], invalid: ['123 ABC 75', 'plaque 123 OIU 75', 'plaque 123 ABC 00'] },
  }),
  {
    rule: 'fr-siren',
    kind: SIREN,
    forms: ['9{9}', '9{3} 9{3} 9{3}'],
    check: checkSiren,
    words: [...COMPANY_NUMBER_WORDS, 'siren', 'insee'],
    confidence: { alone: 0.1, named: 0.85 },
    source: 'Code de commerce R123-221; Luhn',
    examples: { valid: ['123456782', 'SIREN 123 456 782'], invalid: ['123456783', '000000000'] },
  },
  {
    rule: 'fr-siret',
    kind: SIRET,
    forms: ['9{14}', '9{3} 9{3} 9{3} 9{5}', '9{9} 9{5}'],
    check: checkSiret,
    words: [...COMPANY_NUMBER_WORDS, 'siret', 'établissement'],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'Code de commerce R123-221; Luhn on SIREN and on the whole',
    examples: { valid: ['12345678200010', '356 000 000 00048'], invalid: ['12345678200011', '12345678300010'] },
  },
  {
    rule: 'fr-vat',
    kind: VAT,
    forms: ['FR~X{2}~9{3}~9{3}~9{3}'],
    check: checkVat,
    words: VAT_WORDS,
    confidence: { alone: 0.85, named: 0.97 },
    source: 'CGI 286 ter; two key characters and the SIREN',
    examples: { valid: ['FR11123456782', 'FR 11 123 456 782'], invalid: ['FR12123456782', 'FR11123456783'] },
  },
];
