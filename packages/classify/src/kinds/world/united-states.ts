// The United States: social security, taxes, health care, licences and passports.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, PASSPORT } from '../documents.ts';
import { DRIVING_LICENCE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { healthId, nationalId, organisation } from './family.ts';
import { LICENCE_WORDS_IN_ENGLISH } from './words.ts';

const SSN = nationalId(
  'us-ssn',
  'US social security number',
  'With it, strangers open credit, file tax returns and draw benefits as that person, for years, since it is hardly ever changed.',
);
const ITIN = nationalId(
  'us-itin',
  'US individual taxpayer number (ITIN)',
  'It names one taxpayer, tells that the person is a foreigner to the tax office, and serves for false tax returns.',
);
const NPI = nationalId(
  'us-npi',
  'US health care provider number (NPI)',
  'It names one doctor or practice in a public register; false claims are sent to insurers under it.',
);
const DEA = nationalId(
  'us-dea',
  'US prescriber number (DEA)',
  'It names one doctor and is what is needed to forge prescriptions of narcotics in that name.',
);
const MBI = healthId(
  'us-mbi',
  'US Medicare beneficiary number',
  'It names one patient of Medicare, and false treatments are billed under it and enter the medical record.',
);
const EIN = organisation(
  'us-ein',
  'US employer number (EIN)',
  'It names a business; only that of a sole trader leads to a person.',
);

const SSN_WORDS: readonly string[] = [
  'ssn',
  'ssns',
  'social security',
  'social security number',
  'social security no',
  'soc sec',
  'social sec',
  'ss no',
  'ssa number',
  'ssn number',
  'ss#',
  'tax id',
  'taxpayer id',
  'social',
  'ssn4',
  'número de seguro social',
  'numero de seguro social',
  'seguro social',
  'sozialversicherungsnummer',
  'numéro de sécurité sociale',
  '社会保障号码',
];
const NINE_DIGITS_OF_OTHERS: readonly string[] = [
  'phone',
  'fax',
  'order',
  'invoice',
  'tracking',
  'routing',
  'aba',
  'account number',
  'zip',
  'timestamp',
  'epoch',
  'size',
  'bytes',
  'pid',
  'port',
  'siren',
  'ein',
];

const LICENCE_WORDS: readonly string[] = [
  'dmv',
  'dl number',
  'dl no',
  'dl',
  'cdl',
  'drivers lic',
  'driver lic',
  'learner permit',
  'state id',
  'license no',
  'lic no',
];
const MBI_WORDS: readonly string[] = [
  'mbi',
  'medicare',
  'medicare id',
  'medicare number',
  'beneficiary',
  'beneficiary id',
  'cms',
  'hicn',
  'member id',
  'health insurance',
];

export const UNITED_STATES: readonly Identifier[] = [
  {
    rule: 'us-ssn',
    kind: SSN,
    forms: ['9{3}-9{2}-9{4}'],
    check: socialSecurity,
    words: SSN_WORDS,
    against: ['order', 'invoice', 'tracking', 'part number', 'sku', 'itin', 'phone'],
    confidence: { alone: 0.7, named: 0.95 },
    source: 'https://www.ssa.gov/employer/randomizationfaqs.html: no area 000, 666 or 9xx, no group 00, no serial 0000',
    examples: {
      valid: ['078-05-1123', '536-90-4399', '899-12-0001'],
      invalid: [
        '000-12-3456',
        '666-12-3456',
        '912-12-3456',
        '078-00-1123',
        '078-05-0000',
        '078-05-1120',
        '123-45-6789',
      ],
    },
  },
  {
    rule: 'us-ssn-spaced',
    kind: SSN,
    forms: ['9{3} 9{2} 9{4}', '9{3}.9{2}.9{4}'],
    check: socialSecurity,
    words: SSN_WORDS,
    against: NINE_DIGITS_OF_OTHERS,
    confidence: { alone: 0.4, named: 0.9 },
    source: 'https://www.ssa.gov/employer/randomizationfaqs.html',
    examples: { valid: ['078 05 1123', '536.90.4399'], invalid: ['078 00 1123', '666 05 1123', '693-09.4444'] },
  },
  {
    rule: 'us-ssn-digits',
    kind: SSN,
    forms: ['9{9}', '9{5}-9{4}', '9{3}-9{6}'],
    check: socialSecurity,
    words: SSN_WORDS,
    against: NINE_DIGITS_OF_OTHERS,
    confidence: { alone: 0.1, named: 0.8 },
    source: 'https://www.ssa.gov/employer/randomizationfaqs.html',
    examples: {
      valid: ['536904399'],
      invalid: ['078051120', '000000000', '666000000', '987654321', '123456789', '111111111'],
    },
  },
  {
    rule: 'us-itin',
    kind: ITIN,
    forms: ['9{3}-9{2}-9{4}', '9{3} 9{2} 9{4}'],
    check: individualTaxpayer,
    words: [
      'itin',
      'individual taxpayer',
      'taxpayer',
      'taxpayer id',
      'tax id',
      'tin',
      'w 7',
      'irs',
      'número de contribuyente',
    ],
    confidence: { alone: 0.5, named: 0.92 },
    source: 'IRS Publication 1915 and IRM 3.21.263: 9xx, group 50–65, 70–88, 90–92 or 94–99',
    examples: {
      valid: ['911-70-1234', '911-53-1234', '911-64-1234'],
      invalid: ['911-89-1234', '911-93-1234', '811-70-1234'],
    },
  },
  {
    rule: 'us-itin-digits',
    kind: ITIN,
    forms: ['9{9}', '9{3}-9{6}', '9{5}-9{4}'],
    check: individualTaxpayer,
    words: [
      'itin',
      'individual taxpayer',
      'taxpayer',
      'taxpayer id',
      'tax id',
      'tin',
      'w 7',
      'irs',
      'número de contribuyente',
    ],
    against: NINE_DIGITS_OF_OTHERS,
    confidence: { alone: 0.1, named: 0.8 },
    source: 'IRS Publication 1915 and IRM 3.21.263',
    examples: { valid: ['911701234', '911-701234', '91170-1234'], invalid: ['911891234', '999999999'] },
  },
  {
    rule: 'us-ein',
    kind: EIN,
    forms: ['99-9{7}'],
    check: (compact) =>
      allOf(
        () => unless(EIN_PREFIXES.has(compact.slice(0, 2)), NOT_ISSUED),
        () => unless(!isOneRepeated(compact.slice(2)), ONE_DIGIT_REPEATED),
      ),
    words: [
      'ein',
      'fein',
      'employer id',
      'employer identification',
      'employer identification number',
      'federal tax id',
      'tax id',
      'irs number',
      'tin',
    ],
    confidence: { alone: 0.15, named: 0.85 },
    source:
      'https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes',
    examples: { valid: ['12-3456789', '94-1196203'], invalid: ['07-3456789', '00-3456789', '123-456789'] },
  },
  {
    rule: 'us-passport',
    kind: PASSPORT,
    forms: ['9{9}', 'A9{8}'],
    check: (compact) => unless(!isOneRepeated(compact.slice(1)), ONE_DIGIT_REPEATED),
    words: PASSPORT_WORDS,
    confidence: { alone: 0.05, named: 0.7 },
    source: 'https://travel.state.gov: nine digits, or a letter and eight digits since 2021',
    examples: { valid: ['Z12803456', '340020013'], invalid: ['AB1234567', '000000000', '1234567890'] },
  },
  {
    rule: 'us-driving-licence',
    kind: DRIVING_LICENCE,
    forms: [
      'A9{6,14}',
      'A9{18}',
      'A{2}9{5,7}',
      'A{3}9{6}',
      'A{2}9{6}A',
      '9{2}A{3}9{5}',
      '9{3}A{2}9{4}',
      'A9{6}R',
      '9{8}A{2}',
      '9{7,9}A',
      'A9A9A',
      'WDLX{9}',
      'A{5}X{2}9{3}X{2}',
      'A9{3}-9{3}-9{2}-9{3}-9',
      'A9{3}-9{4}-9{4}[-9{2}]?',
      'A-9{3}-9{3}-9{3}-9{3}',
      'A 9{3} 9{3} 9{3} 9{3}',
      'A9{4} 9{5} 9{5}',
      'A99-99-9{4}',
      'A99-9{3}-9{3}',
    ],
    words: [...DRIVING_LICENCE_WORDS, ...LICENCE_WORDS],
    against: ['license key', 'product', 'serial', 'part number', 'tracking', 'sku', 'model'],
    confidence: { alone: 0.02, named: 0.78 },
    source: 'https://ntsi.com/drivers-license-format/: formats of the states; AAMVA DL/ID card design standard 2020',
    examples: {
      valid: ['H12234567', 'D1234567', 'S123-456-78-901-2', 'WDLABCD456DG', '12ABC34567', 'A-123-456-789-012'],
      invalid: ['C12T345672', 'ABCD ABCDEFGHIJ', 'A12'],
    },
  },
  {
    rule: 'us-driving-licence-digits',
    kind: DRIVING_LICENCE,
    forms: ['9{7,10}', '9{12,14}', '99-9{3}-9{4}', '99 9{3} 9{3}', '9{3} 9{3} 9{3}'],
    check: (compact) => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    words: [...LICENCE_WORDS_IN_ENGLISH, ...LICENCE_WORDS],
    against: ['license key', 'phone', 'product', 'serial', 'part number', 'tracking', 'ssn', 'timestamp'],
    confidence: { alone: 0.01, named: 0.65 },
    source: 'https://ntsi.com/drivers-license-format/: formats of the states',
    examples: { valid: ['12345678', '94-330-1012'], invalid: ['123456', '00000000'] },
  },
  {
    rule: 'us-mbi',
    kind: MBI,
    forms: ['9AX9-AX9-AA99'],
    check: beneficiary,
    words: MBI_WORDS,
    confidence: { alone: 0.6, named: 0.95 },
    source: 'https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi-with-format.pdf',
    examples: {
      valid: ['1EG4-TE5-MK73', '3CD5-FG7-HJ89'],
      invalid: ['1EG4-TE5-MI73', '1BG4-TE5-MK73', '0EG4-TE5-MK73'],
    },
  },
  {
    rule: 'us-mbi-unbroken',
    kind: MBI,
    forms: ['9AX9AX9AA99'],
    check: beneficiary,
    words: MBI_WORDS,
    confidence: { alone: 0.2, named: 0.9 },
    source: 'https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi-with-format.pdf',
    examples: { valid: ['1EG4TE5MK73'], invalid: ['1EG4TE5MK734', '1EG4TE5MS73'] },
  },
  {
    rule: 'us-npi',
    kind: NPI,
    forms: ['9{10}', '9{4}-9{3}-9{3}', '9{4} 9{3} 9{3}'],
    check: (compact) =>
      allOf(
        () => unless(compact.startsWith('1') || compact.startsWith('2'), NOT_ISSUED),
        () => unless(!isOneRepeated(compact.slice(0, 9)), ONE_DIGIT_REPEATED),
        () => unless(luhnHolds(`80840${compact}`), WRONG_CHECK_DIGIT),
      ),
    words: [
      'npi',
      'npi number',
      'national provider',
      'provider identifier',
      'provider id',
      'rendering provider',
      'billing provider',
      'provider',
    ],
    against: ['phone', 'fax', 'timestamp', 'epoch', 'order', 'tracking', 'cloud provider', 'unix'],
    confidence: { alone: 0.15, named: 0.9 },
    source: '45 CFR 162.406; CMS, NPI check digit: Luhn over 80840 and the number',
    examples: {
      valid: ['1234567893', '1245319599', '1234-567-893'],
      invalid: ['1234567890', '3234567893', '9234567893', '1111111112'],
    },
  },
  {
    rule: 'us-dea',
    kind: DEA,
    forms: ['AX9{7}'],
    check: prescriber,
    words: [
      'dea',
      'dea number',
      'dea registration',
      'medical license',
      'medical licence',
      'certificate number',
      'medical',
      'prescriber',
      'practitioner',
      'controlled substance',
    ],
    against: ['passport', 'tracking', 'part number', 'sku'],
    confidence: { alone: 0.25, named: 0.9 },
    source: '21 CFR 1301; check digit: (1st + 3rd + 5th) + 2 × (2nd + 4th + 6th), last digit',
    examples: { valid: ['BB1388568', 'AP5836727'], invalid: ['BB1388569', 'IB1388568', 'B11388568'] },
  },
];

/** Printed in advertisements, in forms or in guides, so nobody has them. */
const PUBLISHED: ReadonlySet<string> = new Set(['078051120', '219099999', '123456789', '457555462', '987654321']);

function socialSecurity(compact: string): Verdict {
  const area = numberAt(compact, 0, 3);
  return allOf(
    () =>
      unless(
        area > 0 && area !== 666 && area < 900 && numberAt(compact, 3, 5) > 0 && numberAt(compact, 5, 9) > 0,
        NOT_ISSUED,
      ),
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless(!PUBLISHED.has(compact), 'a published example'),
  );
}

function individualTaxpayer(compact: string): Verdict {
  const group = numberAt(compact, 3, 5);
  const issued =
    (group >= 50 && group <= 65) ||
    (group >= 70 && group <= 88) ||
    (group >= 90 && group <= 92) ||
    (group >= 94 && group <= 99);
  return unless(compact.startsWith('9') && issued && !isOneRepeated(compact), NOT_ISSUED);
}

const EIN_PREFIXES: ReadonlySet<string> = new Set(
  (
    '01 02 03 04 05 06 10 11 12 13 14 15 16 20 21 22 23 24 25 26 27 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 50 ' +
    '51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 71 72 73 74 75 76 77 80 81 82 83 84 85 86 87 88 90 91 92 93 94 95 98 99'
  ).split(' '),
);

/** No S, L, O, I, B or Z, which look like digits. */
const BENEFICIARY =
  /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d\d$/;

function beneficiary(compact: string): Verdict {
  return unless(BENEFICIARY.test(compact), 'a character that this place never has');
}

/** First letter: kind of registrant; second: first letter of the surname, or 9 for a business. */
const PRESCRIBER = /^[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}$/;

function prescriber(compact: string): Verdict {
  const at = (place: number) => digitAt(compact, 1 + place);
  return allOf(
    () => unless(PRESCRIBER.test(compact), NOT_ISSUED),
    () => unless(!isOneRepeated(compact.slice(2)), ONE_DIGIT_REPEATED),
    () => unless((at(1) + at(3) + at(5) + 2 * (at(2) + at(4) + at(6))) % 10 === at(7), WRONG_CHECK_DIGIT),
  );
}
