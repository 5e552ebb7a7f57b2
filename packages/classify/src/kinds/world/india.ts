// India: Aadhaar, taxes, voters, passports, licences and vehicles.
import { base36At, isOneRepeated, numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { verhoeffHolds } from '../../checks/verhoeff.ts';
import { grouped } from '../../checks/written.ts';
import type { Identifier } from '../../identifier.ts';
import { DRIVING_LICENCE, PASSPORT } from '../documents.ts';
import { LICENCE_PLATE } from '../vehicle.ts';
import { DRIVING_LICENCE_WORDS, LICENCE_PLATE_WORDS, PASSPORT_WORDS } from '../words.ts';
import { nationalId, organisation } from './family.ts';

const AADHAAR = nationalId(
  'in-aadhaar',
  'Indian Aadhaar number',
  'It names one resident for life and is tied to bank, phone and benefits; it can’t be changed after a leak.',
);
const AADHAAR_VID = nationalId(
  'in-aadhaar-vid',
  'Indian Aadhaar virtual ID',
  'It stands for one person’s Aadhaar number until a new one is generated.',
);
const PAN = nationalId(
  'in-pan',
  'Indian permanent account number (PAN)',
  'It names one taxpayer for life; loans are taken out and accounts opened with it.',
);
const VOTER = nationalId(
  'in-voter',
  'Indian voter number (EPIC)',
  'It names one voter and leads to the address in the electoral roll.',
);
const GSTIN = organisation(
  'in-gstin',
  'Indian goods and services tax number (GSTIN)',
  'It names a business; it holds its owner’s tax number, which of a sole trader is a person’s.',
);

const AADHAAR_WORDS: readonly string[] = [
  'aadhaar',
  'aadhar',
  'adhaar',
  'adhar',
  'uidai',
  'uid',
  'aadhaar number',
  'aadhaar no',
  'aadhaar card',
  'ekyc',
  'आधार',
  'ஆதார்',
  'আধার',
  'ఆధార్',
];
const OTHERS: readonly string[] = [
  'phone',
  'mobile',
  'order',
  'invoice',
  'tracking',
  'timestamp',
  'epoch',
  'account number',
  'bytes',
  'utr',
];
const PAN_WORDS: readonly string[] = [
  'pan',
  'permanent account number',
  'pan number',
  'pan no',
  'pan card',
  'income tax',
  'पैन',
  'tan',
];
const GST_WORDS: readonly string[] = [
  'gstin',
  'gst',
  'gst number',
  'gst no',
  'goods and services tax',
  'gst registration',
  'tax identification',
];
const VOTER_WORDS: readonly string[] = [
  'voter',
  'epic',
  'voter id',
  'vote',
  'voter card',
  'elector',
  'electoral',
  'election card',
  'मतदाता',
  'elector photo identity card',
];

export const INDIA: readonly Identifier[] = [
  {
    rule: 'in-aadhaar',
    kind: AADHAAR,
    forms: ['9{4}~9{4}~9{4}'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, 3),
        () => aadhaar(compact),
      ),
    words: AADHAAR_WORDS,
    against: OTHERS,
    confidence: { alone: 0.5, named: 0.97 },
    source: 'UIDAI, A UID numbering scheme for India: first digit 2 to 9, Verhoeff',
    examples: {
      valid: ['3998-7654-3211', '3123 4567 8909'],
      invalid: ['1234 5678 9012', '3998-7654-3212'],
    },
  },
  {
    rule: 'in-aadhaar-digits',
    kind: AADHAAR,
    // Groups of four between colons are mostly of an IPv6 address.
    forms: ['9{12}', '9{4}:9{4}:9{4}'],
    check: aadhaar,
    words: AADHAAR_WORDS,
    against: OTHERS,
    confidence: { alone: 0.2, named: 0.95 },
    source: 'UIDAI, A UID numbering scheme for India: first digit 2 to 9, Verhoeff',
    examples: {
      valid: ['312345678909', '234123412346', '3998:7654:3211'],
      invalid: ['123456789012', '222222222222', '312345678901'],
    },
  },
  {
    rule: 'in-aadhaar-vid',
    kind: AADHAAR_VID,
    forms: ['9{4}~9{4}~9{4}~9{4}'],
    check: aadhaar,
    words: ['vid', 'virtual id', 'aadhaar vid', 'uidai', 'aadhaar'],
    against: OTHERS,
    confidence: { alone: 0.1, named: 0.9 },
    source: 'UIDAI circular 1 of 2018, virtual ID: 16 digits, Verhoeff',
    examples: { valid: ['2341234123412341', '2341 2341 2341 2341'], invalid: ['2341234123412342', '1341234123412341'] },
  },
  {
    rule: 'in-pan',
    kind: PAN,
    forms: ['A{5}9{4}A'],
    check: (compact) => unless(isPan(compact), NOT_ISSUED),
    words: PAN_WORDS,
    against: ['sku', 'part number', 'model', 'ticket'],
    confidence: { alone: 0.5, named: 0.95 },
    source: 'Income-tax Rules 1962, rule 114: fourth letter the kind of holder, fifth the first of the name',
    examples: { valid: ['ABCPD1234Z', 'AAPPV8261K', 'ACUPA7085R'], invalid: ['ABMXA3211G', 'ABCD1234', 'ABCPD0000Z'] },
  },
  {
    rule: 'in-pan-unknown-holder',
    kind: PAN,
    forms: ['A{5}9{4}A'],
    check: (compact) => unless(!isPan(compact) && numberAt(compact, 5, 9) > 0, 'another rule reads it'),
    words: PAN_WORDS,
    against: ['sku', 'part number', 'model', 'ticket', 'card', 'visa'],
    confidence: { alone: 0.05, named: 0.5 },
    source: 'Income-tax Rules 1962, rule 114: the form, with a kind of holder that is not listed',
    examples: { valid: ['ABCND1234Z'], invalid: ['ABCPD1234Z', 'ABCD1234'] },
  },
  {
    rule: 'in-voter',
    kind: VOTER,
    forms: ['A{3}~9{7}'],
    check: (compact) =>
      allOf(
        () => unless(!isOneRepeated(compact.slice(3)), ONE_DIGIT_REPEATED),
        () => unless(luhnHolds(compact.slice(3)), WRONG_CHECK_DIGIT),
      ),
    words: VOTER_WORDS,
    against: ['sku', 'part number', 'order', 'tracking'],
    confidence: { alone: 0.25, named: 0.93 },
    source: 'Election Commission of India, EPIC: three letters and seven digits, Luhn',
    examples: { valid: ['WKH1186253'], invalid: ['WKH1186254', 'WKH118625'] },
  },
  {
    rule: 'in-voter-older',
    kind: VOTER,
    forms: ['A{3}9{7}'],
    check: (compact) =>
      unless(!luhnHolds(compact.slice(3)) && !isOneRepeated(compact.slice(3)), 'another rule reads it'),
    words: VOTER_WORDS,
    against: ['sku', 'part number', 'order', 'tracking'],
    confidence: { alone: 0.08, named: 0.75 },
    source: 'Election Commission of India: cards that were issued before the check digit was in general use',
    examples: { valid: ['KSD1287340'], invalid: ['WKH1186253', 'WKH0000000'] },
  },
  {
    rule: 'in-gstin',
    kind: GSTIN,
    forms: ['99~A{5}~9{4}~AX~ZX'],
    check: (compact) =>
      allOf(
        () => unless(isGstin(compact), NOT_ISSUED),
        () => unless(luhn36Holds(compact), WRONG_CHECK_DIGIT),
      ),
    words: GST_WORDS,
    confidence: { alone: 0.9, named: 0.98 },
    source:
      'Central Goods and Services Tax Rules 2017, rule 10: state, PAN, entity, Z, check character (Luhn modulo 36)',
    examples: { valid: ['27AAPFU0939F1ZV'], invalid: ['27AAPFU0939F1ZO', '00AAPFU0939F1ZV', '27AAPFU0939F1Z'] },
  },
  {
    rule: 'in-gstin-wrong-check',
    kind: GSTIN,
    forms: ['99~A{5}~9{4}~AX~ZX'],
    check: (compact) => unless(isGstin(compact) && !luhn36Holds(compact), 'another rule reads it'),
    words: GST_WORDS,
    confidence: { alone: 0.2, named: 0.5 },
    source:
      'Central Goods and Services Tax Rules 2017, rule 10: the form, as in many samples; the check character is wrong',
    examples: { valid: ['27ABCDE1234F1Z5'], invalid: ['27AAPFU0939F1ZV', '00ABCDE1234F1Z5'] },
  },
  {
    rule: 'in-passport',
    kind: PASSPORT,
    forms: ['A9{7}', 'A99 9{5}'],
    check: (compact) => unless(/^[A-PR-WY][1-9]\d{5}[1-9]$/.test(compact), NOT_ISSUED),
    words: [...PASSPORT_WORDS, 'पासपोर्ट'],
    confidence: { alone: 0.08, named: 0.78 },
    source: 'https://www.passportindia.gov.in: a letter and seven digits, neither the first nor the last of them 0',
    examples: { valid: ['A3456781', 'J6932157'], invalid: ['T356907', 'A0456781', 'Q3456781'] },
  },
  {
    rule: 'in-vehicle',
    kind: LICENCE_PLATE,
    forms: ['A{2}~9{1,2}~A{1,3}~9{4}', '99~B\\H~9{4}~A{1,2}'],
    check: vehicle,
    words: [...LICENCE_PLATE_WORDS, 'rto', 'vehicle no', 'rc book', 'गाड़ी'],
    confidence: { alone: 0.4, named: 0.9 },
    source: 'Central Motor Vehicles Rules 1989, rules 50 and 51; BH series: G.S.R. 594(E) of 2021',
    examples: {
      valid: ['DL3CJI0001', 'GJ09AB1234', 'KA-01-MJ-5678', '22BH1234AA'],
      invalid: ['ABNE123456', 'XX09AB1234', 'GJ09AB0000'],
    },
  },
  {
    rule: 'in-driving-licence',
    kind: DRIVING_LICENCE,
    forms: ['A{2}99~9{4}~9{7}', 'A{2}~99~9{4}~9{7}'],
    check: (compact) => {
      const year = numberAt(compact, 4, 8);
      return unless(STATES.has(compact.slice(0, 2)) && year >= 1950 && year < 2100, NOT_ISSUED);
    },
    words: [...DRIVING_LICENCE_WORDS, 'dl no', 'dl', 'rto', 'sarathi'],
    confidence: { alone: 0.5, named: 0.93 },
    source: 'Ministry of Road Transport, SARATHI: state, office, year of issue, seven digits',
    examples: { valid: ['MH1420110062821', 'DL-0420110149646'], invalid: ['XX1420110062821', 'MH1418110062821'] },
  },
];

function aadhaar(compact: string): Verdict {
  return allOf(
    () => unless(compact >= '2' && !isPalindrome(compact), NOT_ISSUED),
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless(verhoeffHolds(compact), WRONG_CHECK_DIGIT),
  );
}

/** UIDAI does not issue numbers that read the same from behind. */
function isPalindrome(compact: string): boolean {
  for (let i = 0, j = compact.length - 1; i < j; i += 1, j -= 1) if (compact[i] !== compact[j]) return false;
  return true;
}

/** Kinds of holder: association, body of individuals, company, firm, government, Hindu family, artificial person, local, person, trust, Krish. */
function isPan(pan: string): boolean {
  return /^[A-Z]{3}[ABCEFGHJKLPT][A-Z]\d{4}[A-Z]$/.test(pan) && numberAt(pan, 5, 9) > 0;
}

/** States and union territories have 01 to 38, 97 is other territory, 99 the centre. The PAN in it has any letters. */
function isGstin(compact: string): boolean {
  const state = numberAt(compact, 0, 2);
  return (
    ((state >= 1 && state <= 38) || state === 97 || state === 99) && compact[12] !== '0' && numberAt(compact, 7, 11) > 0
  );
}

/** Luhn over digits and letters (A = 10 … Z = 35), modulo 36. */
function luhn36Holds(compact: string): boolean {
  let sum = 0;
  for (let i = compact.length - 1, twice = false; i >= 0; i -= 1, twice = !twice) {
    const value = base36At(compact, i) * (twice ? 2 : 1);
    sum += Math.floor(value / 36) + (value % 36);
  }
  return sum % 36 === 0;
}

const STATES: ReadonlySet<string> = new Set(
  'AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UA UK UP WB'.split(
    ' ',
  ),
);

function vehicle(compact: string, written: string): Verdict {
  if (/[a-z]/.test(written)) return 'not in capitals';
  const bharat = /^[2-9]\d BH \d{4}[A-HJ-NP-Z]{1,2}$/.test(
    `${compact.slice(0, 2)} ${compact.slice(2, 4)} ${compact.slice(4)}`,
  );
  if (bharat) return unless(numberAt(compact, 4, 8) > 0, NOT_ISSUED);
  return unless(STATES.has(compact.slice(0, 2)) && !compact.endsWith('0000'), NOT_ISSUED);
}
