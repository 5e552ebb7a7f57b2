// United Kingdom: National Insurance, NHS and tax numbers, documents, plates, postcodes, company numbers.
import { isDdmmyy } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { complementMod11, weightedMod11, weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, licencePlate, passport, residencePermit } from '../documents.ts';
import { FOR_TAXES, healthId, nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import { POSTCODE } from '../postcode.ts';
import {
  COMPANY_NUMBER_WORDS,
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const NINO = nationalId('uk-nino', 'National Insurance number, United Kingdom');
const TAX_REFERENCE = nationalId('uk-tax-id', 'Unique Taxpayer Reference, United Kingdom', FOR_TAXES);
const NHS = healthId('uk-nhs', 'NHS number, United Kingdom');
const CHI = healthId('uk-chi', 'Community Health Index number, Scotland', TELLS_BIRTH_DATE);
const VAT = organisationId('uk-vat', 'VAT number, United Kingdom');
const COMPANY = organisationId('uk-company-number', 'Company number, United Kingdom');

/** No D, F, I, Q, U, V in the prefix, no O in its second place, and some pairs are kept back. */
const NINO_PREFIX = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/;

function checkNino(compact: string): Verdict {
  return unless(NINO_PREFIX.test(compact) && /[A-D]$/.test(compact), NOT_ISSUED);
}

const NHS_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

function checkNhs(compact: string): Verdict {
  return allOf(
    () => unless(!compact.startsWith('000'), NOT_ISSUED),
    () => unless(complementMod11(compact, NHS_WEIGHTS) === digitAt(compact, 9), WRONG_CHECK_DIGIT),
  );
}

/** Numbers below 010 000 0000 are not issued, yet stand in test data. */
function checkNhsLoosely(compact: string): Verdict {
  return unless(complementMod11(compact, NHS_WEIGHTS) === digitAt(compact, 9), WRONG_CHECK_DIGIT);
}

function checkChi(compact: string): Verdict {
  return allOf(
    () => unless(isDdmmyy(compact, 0), NO_SUCH_DATE),
    () => checkNhsLoosely(compact),
  );
}

/** The check digit stands first. */
function checkTaxReference(compact: string): Verdict {
  const check = '21987654321'.charAt(weightedMod11(compact.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]));
  return unless(compact.charAt(0) === check, WRONG_CHECK_DIGIT);
}

/** Seven digits weighted 8 to 2 and two check digits modulo 97; from 100 0000 00 on also with 55 or 42 added. */
function checkVat(digits: string): Verdict {
  const remainder = (weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + numberAt(digits, 7, 9)) % 97;
  const isLater = (remainder === 42 || remainder === 55) && numberAt(digits, 0, 3) >= 100;
  return unless(remainder === 0 || isLater, WRONG_CHECK_DIGIT);
}

/** Five letters of the surname, filled up with 9; the month of birth, to which women add 50, and the day. */
function checkDrivingLicence(compact: string): Verdict {
  const month = numberAt(compact, 6, 8) % 50;
  const day = numberAt(compact, 8, 10);
  return allOf(
    () => unless(/^[A-Z]+9*$/.test(compact.slice(0, 5)), NOT_ISSUED),
    () => unless(/^(?:[A-Z]{2}|[A-Z]9|99)[A-Z0-9][A-Z]{2}$/.test(compact.slice(11)), NOT_ISSUED),
    () => unless(numberAt(compact, 6, 8) < 63 && month >= 1 && month <= 12 && day >= 1 && day <= 31, NO_SUCH_DATE),
  );
}

/** Area letters without I, Q and Z; the half-year is 02 to 29 or 51 to 79. */
function checkPlate(compact: string): Verdict {
  const age = numberAt(compact, 2, 4);
  return allOf(
    () => unless(/^[A-HJ-PR-Y]{2}\d\d[A-HJ-PR-Z]{3}$/.test(compact), NOT_ISSUED),
    () => unless((age >= 2 && age <= 29) || (age >= 51 && age <= 79), NOT_ISSUED),
  );
}

/** Royal Mail's areas: letters that do not stand at their place. */
const POSTCODES =
  /^(?:GIR0AA|(?:[A-PR-UWYZ]\d[ABCDEFGHJKPSTUW\d]?|[A-PR-UWYZ][A-HK-Y]\d[ABEHMNPRVWXY\d]?)\d[ABD-HJLNP-UW-Z]{2})$/;

export const UNITED_KINGDOM: readonly Identifier[] = [
  {
    rule: 'uk-nino',
    kind: NINO,
    forms: ['A{2}9{6}A', 'A{2} 9{2} 9{2} 9{2} A', 'A{2} 9{6} A', 'A{2}-9{2}-9{2}-9{2}-A', 'A{2}-9{6}-A'],
    check: checkNino,
    words: [...SOCIAL_SECURITY_WORDS, ...NATIONAL_ID_WORDS, 'nino', 'ni number', 'ni no', 'national insurance number'],
    confidence: { alone: 0.5, named: 0.95 },
    source: 'HMRC, National Insurance Manual NIM39110',
    examples: { valid: ['AA 12 34 56 B', 'tw987654a'], invalid: ['AA 12 34 56 H', 'FQ 00 00 00 C', 'nt 99 88 77 a'] },
  },
  {
    rule: 'uk-nhs',
    kind: NHS,
    forms: ['9{10}', '9{3} 9{3} 9{4}', '9{3}-9{3}-9{4}'],
    check: checkNhs,
    words: [...HEALTH_INSURANCE_WORDS, 'nhs', 'nhs number', 'nhs no', 'h&c number', 'patient'],
    against: ['phone', 'tel', 'telephone', 'mobile', 'fax', ...THING_NUMBER_WORDS],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'NHS Data Dictionary, NHS number: weights 10 to 2 modulo 11',
    examples: { valid: ['943 476 5919', '401-023-2137'], invalid: ['943 476 5918', '9434765', 'phone 943 476 5919'] },
  },
  {
    rule: 'uk-nhs-unissued',
    kind: NHS,
    forms: ['9{10}'],
    check: checkNhsLoosely,
    words: ['nhs', 'nhs number', 'nhs no'],
    confidence: { alone: 0.1, named: 0.6 },
    source: 'The check digit of uk-nhs, in ranges that are not issued',
    examples: { valid: ['0000000051'], invalid: ['0000000052'] },
  },
  {
    rule: 'uk-chi',
    kind: CHI,
    forms: ['9{10}', '9{6} 9{4}'],
    check: checkChi,
    words: ['chi', 'chi number', 'community health index'],
    confidence: { alone: 0.15, named: 0.95 },
    source: 'Public Health Scotland: birth date, serial, check digit as in the NHS number',
    examples: { valid: ['CHI 1204851018'], invalid: ['CHI 1204851019', 'CHI 3204851232'] },
  },
  {
    rule: 'uk-tax-id',
    kind: TAX_REFERENCE,
    forms: ['9{10}', '9{5} 9{5}', '9{10}K'],
    check: (compact) => checkTaxReference(compact.slice(0, 10)),
    words: [...TAX_NUMBER_WORDS, 'utr', 'unique taxpayer reference', 'self assessment', 'hmrc'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.9 },
    source: 'HMRC, Unique Taxpayer Reference; OECD, TIN of the United Kingdom',
    examples: { valid: ['1123456789', 'UTR 11234 56789'], invalid: ['2123456789', '112345678'] },
  },
  passport({
    rule: 'uk-passport',
    forms: ['A{2}9{7}'],
    words: ['british passport', 'hmpo'],
    source: 'Two letters and seven digits, in diplomatic and emergency documents and in test data',
    examples: { valid: ['AB1234567', 'Passports: XY9876543'], invalid: ['AB123456', 'XYZAB1234567QRS'] },
  }),
  passport({
    rule: 'uk-passport-digits',
    forms: ['9{9}'],
    words: ['british passport', 'hmpo'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, GBR-AO: nine digits',
    examples: { valid: ['passport number 123456789'], invalid: ['123456789', 'passport number 12345678'] },
  }),
  residencePermit({
    rule: 'uk-residence-permit',
    forms: ['A{2}9{7}', 'A{2}X9{6}'],
    words: ['biometric residence permit', 'share code'],
    confidence: { alone: 0, named: 0.8 },
    source: 'Home Office, BRP: two letters and seven digits, or RPX and six',
    examples: { valid: ['BRP ZU1234567'], invalid: ['ZU1234567', 'BRP Z1234567'] },
  }),
  drivingLicence({
    rule: 'uk-driving-licence',
    forms: ['X{5}9{6}X{3}A{2}', 'X{5} 9{6} X{3}A{2}'],
    check: checkDrivingLicence,
    words: ['dvla', 'licence no', 'driving license number'],
    confidence: { alone: 0.6, named: 0.95 },
    source: 'DVLA, driver number: surname, birth date, initials, check characters that are not published',
    examples: {
      valid: ['FO999512018AA1AB', 'SMITH802290AB1CD', 'MORGA657054SM9IJ'],
      invalid: ['MORGA613054SM9IJ', 'MORGA601004SM9IJ', 'MO9G9657054SM9IJ', 'MORGA65705SM9IJ'],
    },
  }),
  licencePlate({
    rule: 'uk-licence-plate',
    forms: ['A{2}9{2} A{3}', 'A{2}9{2}-A{3}', 'A{2}9{2}A{3}'],
    check: checkPlate,
    words: ['vrn', 'v5c', 'dvla', 'registration', 'vehicle reg', 'reg'],
    confidence: { alone: 0.25, named: 0.85 },
    source: 'DVLA INF104: since 2001',
    examples: {
      valid: ['AB51 ABC', 'LN14-HGT', 'aa02 aaa'],
      invalid: ['IB51 ABC', 'AB00 ABC', 'AB51 AIB', 'AB35 ABC'],
    },
  }),
  licencePlate({
    rule: 'uk-licence-plate-with-year-letter',
    forms: ['A9{1,3} A{3}', 'A9{1,3}-A{3}', 'A9{1,3}A{3}', 'A{3} 9{1,3}A', 'A{3}-9{1,3}A', 'A{3}9{1,3}A'],
    check: (compact) =>
      unless(
        /^[A-HJ-NPR-TV-Y]\d{1,3}[A-HJ-PR-Y][A-HJ-PR-Z]{2}$/.test(compact) ||
          /^[A-HJ-PR-Z]{3}\d{1,3}[A-HJ-NPR-TV-Y]$/.test(compact),
        NOT_ISSUED,
      ),
    words: ['vrn', 'v5c', 'dvla', 'registration', 'vehicle reg', 'reg'],
    confidence: { alone: 0.1, named: 0.8 },
    source: 'DVLA INF104: prefix series 1983 to 2001, suffix series 1963 to 1983',
    examples: { valid: ['A123 BCD', 'K1 ABC', 'M456DEF', 'ABC 123K'], invalid: ['I123 BCD', 'ABC 123I', 'ABC 123Z'] },
  }),
  {
    rule: 'uk-postcode',
    kind: POSTCODE,
    forms: ['A{1,2}9X? 9A{2}', 'A{1,2}9X?9A{2}', 'GIR ?0\\A\\A'],
    check: (compact) => unless(POSTCODES.test(compact), NOT_ISSUED),
    words: ['postcode', 'post code', 'postal code', 'zip', 'zip code', 'address'],
    confidence: { alone: 0.5, named: 0.85 },
    source: 'BS 7666-0; Royal Mail, Postcode Address File',
    examples: { valid: ['W1A 1HQ', 'DN551PT', 'GIR 0AA', 'SW1A 1AA'], invalid: ['QA1 1AA', 'M1 1AI', '1A1 1AA'] },
  },
  {
    rule: 'uk-vat',
    kind: VAT,
    forms: ['GB~9{3}~9{4}~9{2}', 'XI~9{3}~9{4}~9{2}', 'GB~9{9}~9{3}'],
    check: (compact) => checkVat(compact.slice(2, 11)),
    words: VAT_WORDS,
    confidence: { alone: 0.7, named: 0.97 },
    source: 'HMRC, VAT registration numbers: weights 8 to 2, modulo 97',
    examples: { valid: ['GB123456727', 'GB 123 4567 27'], invalid: ['GB123456728'] },
  },
  {
    rule: 'uk-company-number',
    kind: COMPANY,
    forms: ['9{8}', 'A{2}9{6}'],
    check: (compact) => unless(/^\d|^(?:SC|NI|OC|SO|NC|FC|BR|GE|LP|SL|NL|IP|CE|CS)/.test(compact), NOT_ISSUED),
    words: [...COMPANY_NUMBER_WORDS, 'companies house', 'crn'],
    confidence: { alone: 0, named: 0.7 },
    source: 'Companies House, uniform resource identifiers: eight digits, or a prefix and six',
    examples: {
      valid: ['company number 01234567', 'Companies House SC123456'],
      invalid: ['01234567', 'company number ZZ123456'],
    },
  },
];
