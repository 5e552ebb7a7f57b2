// Italy: codice fiscale, partita IVA, documents, plates, health insurance card.
import { isDateInSomeCentury } from '../../checks/calendar.ts';
import { base36At, letterAt, numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { healthId, nationalId, organisationId } from '../families.ts';
import {
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const FISCAL_CODE = nationalId(
  'it-codice-fiscale',
  'Codice fiscale, Italy',
  'It names one person for life and tells birth date, sex, place of birth and letters of the name.',
);
const HEALTH_CARD = healthId('it-health-card', 'Health insurance card number, Italy');
const VAT = organisationId('it-vat', 'VAT number (partita IVA), Italy');

/** Where two people would have the same code, digits are replaced by these letters, 0 by L to 9 by V. */
const LETTERS_FOR_DIGITS = 'LMNPQRSTUV';
const MONTHS = 'ABCDEHLMPRST';
/** What characters at odd places count, by their value at even places. */
const ODD_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** A digit or the letter that stands for one; -1 for any other. */
function digitOrLetter(compact: string, at: number): number {
  const value = base36At(compact, at);
  return value < 10 ? value : LETTERS_FOR_DIGITS.indexOf(compact.charAt(at));
}

/** Year, month and day are dates (women add 40 to the day), the place ends in three digits. */
function hasFiscalCodeParts(compact: string): boolean {
  for (const at of [6, 7, 9, 10, 12, 13, 14]) if (digitOrLetter(compact, at) < 0) return false;
  const month = MONTHS.indexOf(compact.charAt(8)) + 1;
  const day = digitOrLetter(compact, 9) * 10 + digitOrLetter(compact, 10);
  const year = digitOrLetter(compact, 6) * 10 + digitOrLetter(compact, 7);
  return isDateInSomeCentury(year, month, day > 40 ? day - 40 : day);
}

function fiscalCheckLetter(compact: string): number {
  let sum = 0;
  for (let i = 0; i < 15; i += 1) {
    const value = base36At(compact, i);
    const index = value < 10 ? value : value - 10;
    sum += i % 2 === 0 ? (ODD_VALUES[index] ?? 0) : index;
  }
  return sum % 26;
}

function checkFiscalCode(compact: string): Verdict {
  return allOf(
    () => unless(hasFiscalCodeParts(compact), NO_SUCH_DATE),
    () => unless(fiscalCheckLetter(compact) === letterAt(compact, 15), WRONG_CHECK_DIGIT),
  );
}

/** Seven digits, the office (001 to 100, 120, 121, 888, 999), Luhn digit. */
function checkVat(digits: string): Verdict {
  const office = numberAt(digits, 7, 10);
  const isOffice = (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office);
  return allOf(
    () => unless(isOffice && !digits.startsWith('0000000'), NOT_ISSUED),
    () => unless(luhnHolds(digits), WRONG_CHECK_DIGIT),
  );
}

/** No I, O, Q, U on plates. */
function checkPlate(compact: string): Verdict {
  return unless(!/[IOQU]/.test(compact), NOT_ISSUED);
}

const FISCAL_CODE_WORDS = [
  ...TAX_NUMBER_WORDS,
  ...NATIONAL_ID_WORDS,
  'codice fiscale',
  'cf',
  'cod fisc',
  'fiscal code',
];

export const ITALY: readonly Identifier[] = [
  {
    rule: 'it-codice-fiscale',
    kind: FISCAL_CODE,
    forms: ['A{6}X{2}AX{2}AX{3}A', 'A{3} A{3} X{2}AX{2} AX{3}A'],
    check: checkFiscalCode,
    words: FISCAL_CODE_WORDS,
    confidence: { alone: 0.9, named: 0.98 },
    source: 'Decreto ministeriale 23 December 1976',
    examples: {
      valid: ['RSSMRA85T10A562S', 'BNCGNN85D52H501O', 'rss mra 85t10 a562s'],
      invalid: ['RSSMRA85T10A562T', 'RSSMRA85Z10A562S', 'RSSMRA85T39A562S'],
    },
  },
  {
    rule: 'it-codice-fiscale-miswritten',
    kind: FISCAL_CODE,
    forms: ['A{6}X{2}AX{2}AX{3}A'],
    check: (compact) => unless(hasFiscalCodeParts(compact), NO_SUCH_DATE),
    words: FISCAL_CODE_WORDS,
    confidence: { alone: 0.25, named: 0.6 },
    source: 'The same form and date with a letter that does not hold: one letter miswritten still names the person',
    examples: { valid: ['RSSMRA85T10A562T'], invalid: ['RSSMRA85Z10A562S', 'RSSMRA85T39A562S'] },
  },
  {
    rule: 'it-health-card',
    kind: HEALTH_CARD,
    forms: ['803809{15}'],
    words: [...HEALTH_INSURANCE_WORDS, 'team', 'ts cns'],
    confidence: { alone: 0.6, named: 0.95 },
    source: 'Decreto 11 March 2004: 80 (health), 380 (Italy), seventeen digits in all behind it',
    examples: { valid: ['80380000123456789012'], invalid: ['80381000123456789012', '8038000012345678901'] },
  },
  passport({
    rule: 'it-passport',
    forms: ['A{2}9{7}', 'A{2} 9{7}'],
    words: ['passaporto n', 'passaporto italiano'],
    source: 'PRADO, ITA-AO: two letters and seven digits',
    examples: { valid: ['AA1234567', 'passaporto YA1234567'], invalid: ['AA123456', 'AAA1234567'] },
  }),
  identityCard({
    rule: 'it-identity-card',
    forms: ['A{2}9{5}A{2}', 'A{2}9{7}', 'A{2} 9{7}', '9{7}A{2}'],
    words: ['carta identità', "carta d'identità elettronica", 'cie'],
    source: 'Ministero dell’Interno: CIE 3.0, paper card, CIE 2.0',
    examples: { valid: ['CA00000AA', 'AA1234567', 'aa 1234567', '1234567Aa'], invalid: ['CA0000AA', 'AA123456789'] },
  }),
  drivingLicence({
    rule: 'it-driving-licence',
    forms: ['A{2}9{7}A', 'U1X{7}A'],
    words: ['patente n', 'licenza di guida', 'patente b'],
    source: 'Ministero delle Infrastrutture: two letters, seven digits, letter; U1 since 2013',
    examples: { valid: ['AA0123456B', 'U1K711J11M'], invalid: ['990123456B', 'AA012345B'] },
  }),
  licencePlate({
    rule: 'it-licence-plate',
    forms: ['A{2} 9{3} A{2}', 'A{2}9{3}A{2}', 'A{2}-9{3}-A{2}', 'A{2} 9{3}A{2}'],
    check: checkPlate,
    words: ['targato', 'targata', 'libretto di circolazione'],
    confidence: { alone: 0.15, named: 0.85 },
    source: 'Codice della strada, art. 100; since 1994',
    examples: { valid: ['AB 123 CD', 'targa FG456HJ'], invalid: ['AI 123 CD', 'AB 12 CD'] },
  }),
  {
    rule: 'it-vat',
    kind: VAT,
    forms: ['9{11}'],
    check: checkVat,
    words: [...VAT_WORDS, 'p iva', 'partita iva', 'codice fiscale'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.2, named: 0.9 },
    source: 'DPR 633/1972 art. 35: seven digits, office, Luhn digit',
    examples: { valid: ['12345670017', '01333550323'], invalid: ['00000000001', '12345670018', '12345671999'] },
  },
  {
    rule: 'it-vat-prefixed',
    kind: VAT,
    forms: ['IT9{11}', 'IT 9{11}', 'IT-9{11}'],
    check: (compact) => checkVat(compact.slice(2)),
    words: VAT_WORDS,
    confidence: { alone: 0.7, named: 0.97 },
    source: 'DPR 633/1972 art. 35, with the prefix of VIES',
    examples: { valid: ['IT12345670017'], invalid: ['IT12345670018'] },
  },
];
