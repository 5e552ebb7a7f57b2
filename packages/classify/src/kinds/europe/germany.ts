// Germany: tax, pension and health insurance numbers, identity documents, driving licence, plates, company numbers.
import { base36At, digitAt, digitSum, letterAt, numberAt } from '../../checks/digits.ts';
import { icaoHolds } from '../../checks/icao9303.ts';
import { mod11_10Holds } from '../../checks/iso7064.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { complementMod10 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, healthId, nationalId, organisationId, practitionerId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  HEALTH_INSURANCE_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';
import { GERMAN_DISTRICTS } from './german-districts.ts';

const TAX_ID = nationalId('de-tax-id', 'Tax identification number (Steuer-IdNr.), Germany', FOR_TAXES);
const TAX_NUMBER = nationalId('de-tax-number', 'Tax number (Steuernummer), Germany', FOR_TAXES);
const PENSION_INSURANCE = nationalId(
  'de-pension-insurance',
  'Pension insurance number (RVNR), Germany',
  TELLS_BIRTH_DATE,
);
const HEALTH_INSURANCE = healthId('de-health-insurance', 'Health insurance number (KVNR), Germany');
const PHYSICIAN = practitionerId('de-lanr', 'Physician number (LANR), Germany');
const PRACTICE = {
  ...healthId(
    'de-bsnr',
    'Practice number (BSNR), Germany',
    'It names the practice or clinic where a patient was treated.',
  ),
  identifies: 'about',
} as const;
const VAT = organisationId('de-vat', 'VAT number (USt-IdNr.), Germany');
const COMMERCIAL_REGISTER = organisationId('de-commercial-register', 'Commercial register number, Germany');

/** How often the commonest of the first ten digits stands there, and how many digits stand there more than once. */
function repetitions(digits: string): { readonly most: number; readonly repeated: number } {
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10; i += 1) {
    const digit = digitAt(digits, i);
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  return { most: Math.max(...counts), repeated: counts.filter((count) => count > 1).length };
}

/** Of the first ten digits exactly one stands there twice or three times, as the tax office issues them. */
function checkTaxId(compact: string): Verdict {
  const { most, repeated } = repetitions(compact);
  return allOf(
    () => unless(compact[0] !== '0' && repeated === 1 && most <= 3, NOT_ISSUED),
    () => unless(mod11_10Holds(compact), WRONG_CHECK_DIGIT),
  );
}

/** The check digit alone, for numbers that were invented or mistyped in one of the first ten digits. */
function checkTaxIdLoosely(compact: string): Verdict {
  return allOf(
    () => unless(compact[0] !== '0' && repetitions(compact).most <= 3, NOT_ISSUED),
    () => unless(mod11_10Holds(compact), WRONG_CHECK_DIGIT),
  );
}

/** First digits of the thirteen-digit tax number: one or two for the Land, then its tax office. */
const TAX_NUMBER_LANDS = /^(?:1[01]|2[1-478]|26|3[0-2]|4[01]|5|9)/;

const RVNR_WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

/** The letter counts as its place in the alphabet in two digits; products are summed digit by digit. */
function checkPensionInsurance(compact: string): Verdict {
  const day = numberAt(compact, 2, 4);
  const month = numberAt(compact, 4, 6);
  const isDay = (day >= 1 && day <= 31) || (day >= 51 && day <= 81);
  const letter = String(letterAt(compact, 8) + 1).padStart(2, '0');
  const digits = compact.slice(0, 8) + letter + compact.slice(9, 11);
  const sum = RVNR_WEIGHTS.reduce((total, weight, i) => total + digitSum(digitAt(digits, i) * weight), 0);
  return allOf(
    () => unless(isDay && month >= 1 && month <= 12, NO_SUCH_DATE),
    () => unless(sum % 10 === digitAt(compact, 11), WRONG_CHECK_DIGIT),
  );
}

function checkHealthInsurance(compact: string): Verdict {
  const digits = String(letterAt(compact, 0) + 1).padStart(2, '0') + compact.slice(1, 9);
  let sum = 0;
  for (let i = 0; i < 10; i += 1) sum += digitSum(digitAt(digits, i) * (i % 2 === 0 ? 1 : 2));
  return unless(sum % 10 === digitAt(compact, 9), WRONG_CHECK_DIGIT);
}

function checkPhysician(compact: string): Verdict {
  return unless(complementMod10(compact, [4, 9, 4, 9, 4, 9]) === digitAt(compact, 6), WRONG_CHECK_DIGIT);
}

/** Letters of serial numbers since 2007: no vowels, and none that look like a digit (PassV, annex 11). */
const SERIAL = /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}$/;

function hasSerialLetters(compact: string): boolean {
  return SERIAL.test(compact.slice(0, 9)) && /\d.*\d/.test(compact);
}

function checkSerial(compact: string): Verdict {
  return unless(hasSerialLetters(compact), NOT_ISSUED);
}

function checkSerialWithDigit(compact: string): Verdict {
  return allOf(
    () => checkSerial(compact),
    () => unless(icaoHolds(compact), WRONG_CHECK_DIGIT),
  );
}

/** Nine places times 9 to 1, letters from A = 10 on, modulo 11; ten is written X. */
function checkDrivingLicence(compact: string): Verdict {
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += base36At(compact, i) * (9 - i);
  const check = sum % 11 === 10 ? 'X' : String(sum % 11);
  return allOf(
    () => unless(letterAt(compact, 0) <= letterAt('P', 0), NOT_ISSUED),
    () => unless(compact[9] === check, WRONG_CHECK_DIGIT),
  );
}

/** Regions of the associations of physicians; 35 is for hospitals, 74 for the federal association. */
const BSNR_REGIONS: ReadonlySet<string> = new Set(
  '01 02 03 17 20 35 38 46 51 52 71 72 73 74 78 83 88 93 98'.split(' '),
);

const UMLAUTS: Readonly<Record<string, string>> = {
  'Ã\u0084': 'Ä',
  'Ã¤': 'Ä',
  'Ã\u0096': 'Ö',
  'Ã¶': 'Ö',
  'Ã\u009c': 'Ü',
  'Ã¼': 'Ü',
};

/** The district must exist; behind the digits only E (electric) or H (historic) may stand. */
function checkPlate(_compact: string, written: string): Verdict {
  const district = (/^[^ -]+/.exec(written)?.[0] ?? '').replace(/Ã./gs, (umlaut) => UMLAUTS[umlaut] ?? umlaut);
  return allOf(
    () => unless(GERMAN_DISTRICTS.has(district.toUpperCase()), NOT_ISSUED),
    () => unless(/\d[EH]?$/i.test(written) && !/[ -]0/.test(written), NOT_ISSUED),
  );
}

const DISTRICT_FORMS = ['A{1,3}', 'A?ÄA?', 'A?äA?', 'A?ÖA?', 'A?öA?', 'A?ÜA?', 'A?üA?', 'AAÜ', 'AAÖ'];
const PLATE_FORMS = DISTRICT_FORMS.flatMap((district) => [
  `${district} A{1,2} 9{1,4}A?`,
  `${district}-A{1,2} 9{1,4}A?`,
  `${district}-A{1,2}-9{1,4}A?`,
  `${district}-A{1,2}9{1,4}A?`,
  `${district} A{1,2}9{1,4}A?`,
]);

// A digit stands among the first five characters, so that plain words never come this far.
const SERIAL_FORMS = ['A9X{7}', 'A{2}9X{6}', 'A{3}9X{5}', 'A{4}9X{4}'];
const SERIAL_NINE_FORMS = ['A9X{6}9', 'A{2}9X{5}9', 'A{3}9X{4}9', 'A{4}9X{3}9'];
const SERIAL_TEN_FORMS = SERIAL_FORMS.map((form) => `${form}9`);

const PASS_WORDS = ['passnr', 'pass', 'reisepässe', 'dokumentennummer'];
const CARD_WORDS = ['npa', 'perso', 'dokumentennummer', 'ausweis nr', 'seriennummer des ausweises'];

export const GERMANY: readonly Identifier[] = [
  {
    rule: 'de-tax-id',
    kind: TAX_ID,
    forms: ['9{11}', '9{2} 9{3} 9{3} 9{3}'],
    check: checkTaxId,
    words: [
      ...TAX_NUMBER_WORDS,
      'steuer id',
      'steuer identifikationsnummer',
      'steuerliche identifikationsnummer',
      'stidnr',
    ],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.4, named: 0.95 },
    source: 'AO § 139b; ELSTER, Prüfung der Steuer- und Steueridentifikationsnummer, ch. 7',
    examples: {
      valid: ['12345678995', 'IdNr. 86 095 742 719'],
      invalid: ['12345678996', '02345678998', '123456789959'],
    },
  },
  {
    rule: 'de-tax-id-unlikely',
    kind: TAX_ID,
    forms: ['9{11}'],
    check: checkTaxIdLoosely,
    words: ['steuer id', 'steueridentifikationsnummer', 'steuerliche identifikationsnummer', 'idnr'],
    confidence: { alone: 0.1, named: 0.6 },
    source: 'The check digit of de-tax-id without its rule of repeated digits, which forms and test data often ignore',
    examples: { valid: ['12345678903', '98765432106'], invalid: ['11111111111', '12345678901', '1234567890'] },
  },
  {
    rule: 'de-tax-number',
    kind: TAX_NUMBER,
    forms: ['9{13}'],
    check: (compact) => unless(TAX_NUMBER_LANDS.test(compact) && compact[4] === '0', NOT_ISSUED),
    words: [...TAX_NUMBER_WORDS, 'steuernr', 'st nr', 'stnr', 'elster', 'finanzamt'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.8 },
    source:
      'ELSTER, Prüfung der Steuer- und Steueridentifikationsnummer, ch. 6: Land and office, 0, district, number, check',
    examples: { valid: ['2866081508156', 'Steuernummer 9198081508152'], invalid: ['6666081508156', '2866181508156'] },
  },
  {
    rule: 'de-tax-number-written',
    kind: TAX_NUMBER,
    forms: ['9{2,3}/9{3,4}/9{4,5}', '9{2,3} 9{3,4} 9{4,5}', '0?9{2,3} / 9{3,4} / 9{4,5}'],
    words: [...TAX_NUMBER_WORDS, 'steuernr', 'st nr', 'stnr', 'finanzamt'],
    confidence: { alone: 0.15, named: 0.8 },
    source: 'The spelling of each Land: 99/999/99999, 999/999/99999, 999/9999/9999',
    examples: {
      valid: ['123/456/78901', '12/345/6789', 'St.-Nr. 123/3456/7890'],
      invalid: ['1/456/78901', '123/45/78901', '123/456/789'],
    },
  },
  {
    rule: 'de-tax-number-thirteen-digits',
    kind: TAX_NUMBER,
    forms: ['9{13}'],
    check: (compact) => unless(/^(?:0[1-9]|1[0-6])/.test(compact), NOT_ISSUED),
    words: ['steuernummer', 'steuer nr', 'steuernr', 'st nr'],
    confidence: { alone: 0.1, named: 0.6 },
    source: 'Thirteen digits that begin with the statistical number of a Land (01 to 16), as some software writes them',
    examples: { valid: ['0281508150123', 'Steuernummer: 0981508150999'], invalid: ['0081508150001', '028150815012'] },
  },
  {
    rule: 'de-pension-insurance',
    kind: PENSION_INSURANCE,
    forms: ['9{8}A9{3}', '9{2} 9{6} A 9{3}', '9{2} 9{6} A 9{2} 9'],
    check: checkPensionInsurance,
    words: [...SOCIAL_SECURITY_WORDS, 'rvnr', 'rv nummer', 'rentenversicherung', 'sozialversicherungsausweis', 'vsnr'],
    confidence: { alone: 0.8, named: 0.97 },
    source: 'VKVV § 2 to § 4',
    examples: { valid: ['65070803A019', '65 180539 W 001'], invalid: ['65070803A012', '15071349C103'] },
  },
  {
    rule: 'de-health-insurance',
    kind: HEALTH_INSURANCE,
    forms: ['A9{9}', 'A9{3} 9{3} 9{3}'],
    check: checkHealthInsurance,
    words: [
      ...HEALTH_INSURANCE_WORDS,
      'egk',
      'gkv',
      'versichertenkarte',
      'aok',
      'barmer',
      'krankenversicherungsnummer',
    ],
    confidence: { alone: 0.25, named: 0.95 },
    source: 'SGB V § 290; GKV-Spitzenverband, Krankenversichertennummer, annex 1',
    examples: { valid: ['A123456780', 'KVNR M123456785'], invalid: ['A123456781', '1123456780'] },
  },
  {
    rule: 'de-lanr',
    kind: PHYSICIAN,
    forms: ['9{9}', '9{7} 9{2}', '9{7}/9{2}'],
    check: checkPhysician,
    words: [
      'lanr',
      'arztnummer',
      'arzt nr',
      'lebenslange arztnummer',
      'vertragsarzt',
      'physician number',
      'doctor number',
    ],
    confidence: { alone: 0.15, named: 0.9 },
    source: 'SGB V § 75 (7); KBV, Arztnummern-Richtlinie',
    examples: { valid: ['123456601', 'LANR: 987654401'], invalid: ['123456901', '12345660'] },
  },
  {
    rule: 'de-bsnr',
    kind: PRACTICE,
    forms: ['9{9}'],
    check: (compact) => unless(BSNR_REGIONS.has(compact.slice(0, 2)), NOT_ISSUED),
    words: ['bsnr', 'betriebsstättennummer', 'betriebsstaettennummer', 'betriebsstätte', 'praxisnummer', 'nbsnr'],
    confidence: { alone: 0.1, named: 0.8 },
    source: 'SGB V § 75 (7); KBV, Arztnummern-Richtlinie, annex 1 (regions)',
    examples: { valid: ['711234567', 'BSNR 351234567'], invalid: ['991234567', '7112345678'] },
  },
  identityCard({
    rule: 'de-identity-card',
    forms: SERIAL_FORMS,
    check: checkSerial,
    words: CARD_WORDS,
    confidence: { alone: 0, named: 0.8 },
    source: 'PAuswG § 2 (8): four characters of the authority and five at random, no check digit among the nine',
    examples: {
      valid: ['Personalausweis L01X00T47'],
      invalid: ['Personalausweis A01X00T47', 'Personalausweis LOLXOOTTT'],
    },
  }),
  identityCard({
    rule: 'de-identity-card-with-check',
    forms: SERIAL_TEN_FORMS,
    check: checkSerialWithDigit,
    words: CARD_WORDS,
    confidence: { alone: 0.3, named: 0.95 },
    source: 'PAuswG § 5 (4): the serial number and its check digit as in the machine-readable zone; ICAO Doc 9303',
    examples: { valid: ['L01X00T471'], invalid: ['L01X00T472'] },
  }),
  identityCard({
    rule: 'de-identity-card-nine',
    forms: SERIAL_NINE_FORMS,
    check: (compact) =>
      allOf(
        () => checkSerial(compact),
        () => unless(icaoHolds(compact), WRONG_CHECK_DIGIT),
      ),
    words: CARD_WORDS,
    source: 'Some software takes the ninth character for the check digit, and data are made for it',
    examples: { valid: ['C01234565', 'L01X00T44'], invalid: ['C01234567', 'L01X00T47'] },
  }),
  identityCard({
    rule: 'de-identity-card-old',
    forms: ['T9{8}'],
    words: CARD_WORDS,
    source: 'Provisional and older cards: T and digits',
    examples: { valid: ['T22000129'], invalid: ['T2200012', 'T220001290'] },
  }),
  passport({
    rule: 'de-passport',
    forms: SERIAL_FORMS,
    check: (compact) =>
      allOf(
        () => checkSerial(compact),
        () => unless(/^[CFGHJK]/.test(compact), NOT_ISSUED),
      ),
    words: PASS_WORDS,
    confidence: { alone: 0, named: 0.8 },
    source: 'PassV, annex 11: nine characters without check digit, beginning with C, F, G, H, J or K',
    examples: { valid: ['Reisepass C01X00T47'], invalid: ['Reisepass A01X00T47', 'Reisepass L01X00T47'] },
  }),
  passport({
    rule: 'de-passport-with-check',
    forms: SERIAL_TEN_FORMS,
    check: (compact) =>
      allOf(
        () => unless(/^[CFGHJK]/.test(compact), NOT_ISSUED),
        () => checkSerialWithDigit(compact),
      ),
    words: PASS_WORDS,
    confidence: { alone: 0.3, named: 0.95 },
    source: 'PassG § 4: the serial number and its check digit as in the machine-readable zone; ICAO Doc 9303',
    examples: { valid: ['C01X00T478'], invalid: ['C01X00T479'] },
  }),
  passport({
    rule: 'de-passport-nine',
    forms: SERIAL_NINE_FORMS,
    check: (compact) =>
      allOf(
        () => checkSerial(compact),
        () => unless(icaoHolds(compact), WRONG_CHECK_DIGIT),
      ),
    words: PASS_WORDS,
    source: 'Some software takes the ninth character for the check digit, and data are made for it',
    examples: { valid: ['F12345671', 'CZ6311T03'], invalid: ['C01234567', 'C012345678'] },
  }),
  drivingLicence({
    rule: 'de-driving-licence',
    forms: ['A9{3}X{7}'],
    check: checkDrivingLicence,
    words: ['fev', 'fahrerlaubnisnummer', 'führerschein nr'],
    confidence: { alone: 0.35, named: 0.95 },
    source: 'FeV, annex 8, field 5: authority, running number, check character (weights 9 to 1 modulo 11), issue',
    examples: { valid: ['B072RRE2I55', 'Führerschein B072RRE2I51'], invalid: ['B072RRE2I65', 'B12345678A'] },
  }),
  drivingLicence({
    rule: 'de-driving-licence-two-letters',
    forms: ['A{2}9{8}X'],
    words: ['fahrerlaubnisnummer', 'führerschein nr'],
    confidence: { alone: 0.1, named: 0.8 },
    source: 'Two letters of the authority, eight digits and a check character, as written for cards since 2013',
    examples: { valid: ['BO12345678A', 'GE123456780'], invalid: ['BO12345678AB', 'B12345678A'] },
  }),
  licencePlate({
    rule: 'de-licence-plate',
    forms: PLATE_FORMS,
    check: checkPlate,
    words: ['amtl kennzeichen', 'fzg', 'fahrzeugschein', 'zulassung', 'kfz kz'],
    confidence: { alone: 0.15, named: 0.85 },
    source: 'FZV § 9 and the list of its district codes',
    examples: {
      valid: ['B AB 1234', 'M-XY-999', 'MIL EF 1234E', 'TÜ-AB 12', 'HH-AB1234'],
      invalid: ['BXYZ AB 1234', 'B 1234', 'QQ AB 12'],
    },
  }),
  {
    rule: 'de-vat',
    kind: VAT,
    forms: ['DE~9{9}', 'DE~9{3}~9{3}~9{3}'],
    check: (compact) => unless(mod11_10Holds(compact.slice(2)), WRONG_CHECK_DIGIT),
    words: VAT_WORDS,
    confidence: { alone: 0.6, named: 0.95 },
    source: 'UStG § 27a; check digit ISO 7064 mod 11,10',
    examples: { valid: ['DE123456788', 'DE 136-695.976'], invalid: ['DE123456789', 'AT123456789', 'DE12345678'] },
  },
  {
    rule: 'de-commercial-register',
    kind: COMMERCIAL_REGISTER,
    forms: ['\\HRA9{1,6}', '\\HRA 9{1,6}'],
    check: (compact) => unless(compact[2] === 'A' || compact[2] === 'B', NOT_ISSUED),
    words: ['handelsregister', 'amtsgericht', 'registergericht', 'handelsregisternummer', 'company register'],
    confidence: { alone: 0.4, named: 0.9 },
    source: 'HGB § 9, HRV: department A or B and a number',
    examples: { valid: ['HRB 1', 'HRA12345', 'Amtsgericht München HRB 12345.'], invalid: ['HRC 12345', 'HRB 1234567'] },
  },
];
