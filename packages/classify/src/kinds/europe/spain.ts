// Spain: DNI and NIF, NIE, social security and health card numbers, passport, plates, company numbers.

import { isYymmdd } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { luhnRemainder } from '../../checks/luhn.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { licencePlate, passport } from '../documents.ts';
import { healthId, nationalId, organisationId } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  HEALTH_INSURANCE_WORDS,
  IDENTITY_CARD_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const NIF = nationalId('es-nif', 'Identity and tax number (DNI, NIF), Spain');
const NIE = nationalId('es-nie', 'Number of a foreigner (NIE), Spain');
const SOCIAL_SECURITY = nationalId('es-nss', 'Social security number (NSS), Spain');
const HEALTH_CARD = healthId('es-health-card', 'Health card number (CIP), Spain');
const CIF = organisationId('es-cif', 'Tax number of an organisation (CIF), Spain');

const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

function isLetterOf(number: number, letter: string): boolean {
  return LETTERS.charAt(number % 23) === letter;
}

function checkNif(compact: string): Verdict {
  const last = compact.length - 1;
  return unless(isLetterOf(numberAt(compact, 0, last), compact.charAt(last)), WRONG_CHECK_DIGIT);
}

/** X, Y and Z count as 0, 1 and 2 before the seven digits; the K, L and M of special cases as nothing. */
function checkNie(compact: string): Verdict {
  const first = 'XYZ'.indexOf(compact.charAt(0));
  return allOf(
    () => unless(first >= 0, NOT_ISSUED),
    () => unless(isLetterOf(first * 10_000_000 + numberAt(compact, 1, 8), compact.charAt(8)), WRONG_CHECK_DIGIT),
  );
}

function checkSpecialNif(compact: string): Verdict {
  return allOf(
    () => unless('KLM'.includes(compact.charAt(0)), NOT_ISSUED),
    () => unless(isLetterOf(numberAt(compact, 1, 8), compact.charAt(8)), WRONG_CHECK_DIGIT),
  );
}

/** The check is the Luhn digit, written as a digit or as a letter from J (0) and A (1) to I (9). */
function checkCif(compact: string): Verdict {
  const check = (10 - luhnRemainder(`${compact.slice(1, 8)}0`)) % 10;
  const last = compact.charAt(8);
  return allOf(
    () => unless('ABCDEFGHJNPQRSUVW'.includes(compact.charAt(0)), NOT_ISSUED),
    () => unless(last === String(check) || last === 'JABCDEFGHI'.charAt(check), WRONG_CHECK_DIGIT),
  );
}

/** Province, number, and both modulo 97; numbers below ten million are also taken with seven digits. */
function checkSocialSecurity(compact: string): Verdict {
  const province = numberAt(compact, 0, 2);
  const number = numberAt(compact, 2, 10);
  const check = numberAt(compact, 10, 12);
  const holds = (province * 100_000_000 + number) % 97 === check;
  const holdsShort = number < 10_000_000 && (province * 10_000_000 + number) % 97 === check;
  return allOf(
    () => unless((province >= 1 && province <= 50) || province === 53 || province === 66, NOT_ISSUED),
    () => unless(holds || holdsShort, WRONG_CHECK_DIGIT),
  );
}

/** Catalonia: four letters, sex (0 or 1), birth date (women add 40 to the day), running number. */
function checkCatalanCard(compact: string): Verdict {
  const day = numberAt(compact, 9, 11);
  const date = compact.slice(5, 9) + String(day > 40 ? day - 40 : day).padStart(2, '0');
  return allOf(
    () => unless(digitAt(compact, 4) <= 1, NOT_ISSUED),
    () => unless(isYymmdd(date, 0), NO_SUCH_DATE),
  );
}

/** Only consonants, no Ñ and no Q. */
function checkPlate(compact: string): Verdict {
  return unless(/^\d{4}[BCDFGHJKLMNPRSTVWXYZ]{3}$/.test(compact), NOT_ISSUED);
}

/** Two-letter and one-letter codes of the provinces until 2000. */
const PROVINCES = new Set(
  (
    'A AB AL AV B BA BI BU C CA CC CE CO CR CS CU GC GE GI GR GU H HU IB J L LE LO LU M MA ML MU NA O OR OU P PM PO S SA SE SG ' +
    'SO SS T TE TF TO V VA VI Z ZA'
  ).split(' '),
);

const NIF_WORDS = [
  ...NATIONAL_ID_WORDS,
  ...IDENTITY_CARD_WORDS,
  ...TAX_NUMBER_WORDS,
  'dni',
  'nif',
  'documento nacional de identidad',
  'carnet de conducir',
  'permiso de conducir',
];

export const SPAIN: readonly Identifier[] = [
  {
    rule: 'es-nif',
    kind: NIF,
    forms: ['9{7,8}A', '9{7,8}-A', '9{7,8} A', '9{1,2}.9{3}.9{3}~A'],
    check: checkNif,
    words: NIF_WORDS,
    confidence: { alone: 0.5, named: 0.95 },
    source: 'Orden of 1 September 1990; Real Decreto 1065/2007: number modulo 23',
    examples: { valid: ['12345678Z', '1111111-G', '12.345.678-Z'], invalid: ['12345678A', '123456789Z'] },
  },
  {
    rule: 'es-nif-special',
    kind: NIF,
    forms: ['A9{7}A', 'A-9{7}-A'],
    check: checkSpecialNif,
    words: NIF_WORDS,
    confidence: { alone: 0.4, named: 0.95 },
    source: 'Real Decreto 1065/2007: K, L and M for minors, residents abroad and foreigners',
    examples: { valid: ['K1234567L'], invalid: ['K1234567A', 'I1234567L'] },
  },
  {
    rule: 'es-nie',
    kind: NIE,
    forms: ['A9{7}A', 'A9{7}-A', 'A-9{7}-A', 'A 9{7} A'],
    check: checkNie,
    words: [
      ...NIF_WORDS,
      'nie',
      'número de identificación de extranjero',
      'numero de identificacion de extranjero',
      'tarjeta de extranjero',
      'identidad de extranjero',
    ],
    confidence: { alone: 0.7, named: 0.97 },
    source: 'Orden INT/2058/2008: X, Y or Z, seven digits, letter modulo 23',
    examples: { valid: ['X1234567L', 'Y8063915-Z'], invalid: ['X1234567A', 'W1234567L', 'Y806391Q'] },
  },
  {
    rule: 'es-nss',
    kind: SOCIAL_SECURITY,
    forms: ['9{12}', '9{2}/9{8}/9{2}', '9{2} 9{8} 9{2}', '9{2}-9{8}-9{2}', '9{2} 9{10}', '9{2}/9{10}'],
    check: checkSocialSecurity,
    words: [...SOCIAL_SECURITY_WORDS, 'nss', 'naf', 'seg social', 'número de afiliación'],
    confidence: { alone: 0.25, named: 0.95 },
    source: 'TGSS, número de afiliación: province, number, remainder modulo 97',
    examples: { valid: ['281234567840', '28/12345678/40'], invalid: ['281234567841', '991234567840'] },
  },
  {
    rule: 'es-health-card',
    kind: HEALTH_CARD,
    forms: ['BBBBBBBBA{2}9{6}'],
    words: [...HEALTH_INSURANCE_WORDS, 'cip', 'cip sns', 'código de identificación personal'],
    confidence: { alone: 0.8, named: 0.97 },
    source: 'Real Decreto 183/2004: personal code of the national health system',
    examples: { valid: ['BBBBBBBBQR648597'], invalid: ['BBBBBBBQR6485971', 'BBBBBBBBQR64859'] },
  },
  {
    rule: 'es-health-card-catalonia',
    kind: HEALTH_CARD,
    forms: ['A{4}9{10}', 'A{4} 9 9{6} 9{3}', 'A{4} 9{10}'],
    check: checkCatalanCard,
    words: [...HEALTH_INSURANCE_WORDS, 'cip', 'targeta sanitària', 'catsalut'],
    confidence: { alone: 0.3, named: 0.95 },
    source: 'CatSalut, codi d’identificació personal',
    examples: { valid: ['ABCD0850412012', 'ABCD 1 850452 012'], invalid: ['ABCD2850412012', 'ABCD0851312012'] },
  },
  passport({
    rule: 'es-passport',
    forms: ['A{3}9{6}', 'A{2}9{6}', 'A{3} 9{6}'],
    words: ['pasaporte n', 'pasaporte español'],
    source: 'PRADO, ESP-AO: three letters and six digits, before 2015 two letters',
    examples: { valid: ['AAA123456', 'pasaporte XYZ987654'], invalid: ['AAAA12345', 'AAA12345'] },
  }),
  licencePlate({
    rule: 'es-licence-plate',
    forms: ['9{4}A{3}', '9{4} A{3}', '9{4}-A{3}'],
    check: checkPlate,
    words: ['permiso de circulación', 'bastidor'],
    confidence: { alone: 0.2, named: 0.85 },
    source: 'Reglamento General de Vehículos, annex XVIII',
    examples: { valid: ['1234 BCD', '5678-JKL'], invalid: ['1234 ABC', '123 BCD'] },
  }),
  licencePlate({
    rule: 'es-licence-plate-province',
    forms: ['A{1,2}-9{4}-A{1,2}', 'A{1,2} 9{4} A{1,2}', 'A{1,2}9{4}A{1,2}'],
    check: (compact) => unless(PROVINCES.has(/^[A-Z]+/.exec(compact)?.[0] ?? ''), NOT_ISSUED),
    confidence: { alone: 0.1, named: 0.8 },
    source: 'Plates with the code of a province, until 2000',
    examples: { valid: ['matrícula M-1234-AB'], invalid: ['matrícula XX-1234-AB'] },
  }),
  {
    rule: 'es-cif',
    kind: CIF,
    forms: ['A9{7}X', 'A-9{7}X', 'A-9{7}-X', 'A-9{8}', 'ESA9{7}X'],
    check: (compact) => checkCif(compact.length === 11 ? compact.slice(2) : compact),
    words: [...COMPANY_NUMBER_WORDS, ...VAT_WORDS, 'cif', 'nif', 'código de identificación fiscal'],
    confidence: { alone: 0.25, named: 0.95 },
    source: 'Orden EHA/451/2008: letter of the legal form, seven digits, check',
    examples: { valid: ['A12345674', 'P1234567D', 'ESB12345674'], invalid: ['A12345675', 'I12345674'] },
  },
];
