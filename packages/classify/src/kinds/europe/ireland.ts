// Ireland: PPS number, passport, driving licence, plates, VAT and company numbers.
import { digitAt, letterAt } from '../../checks/digits.ts';
import { NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId } from '../families.ts';
import { NATIONAL_ID_WORDS, SOCIAL_SECURITY_WORDS, TAX_NUMBER_WORDS, VAT_WORDS } from '../words.ts';

const PPS = nationalId('ie-pps', 'Personal Public Service number (PPSN), Ireland');
const VAT = organisationId('ie-vat', 'VAT number, Ireland');
const COMPANY = organisationId('ie-company-number', 'Company number (CRO), Ireland');

/** W counts as 0, A as 1 and so on to V as 22. */
const CHECK_LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';

/** Seven digits weighted 8 to 2, and the second letter (A to I), where there is one, weighted 9, modulo 23. */
function letterHolds(compact: string): boolean {
  const second = compact.length > 8 ? letterAt(compact, 8) + 1 : 0;
  const sum = weightedSum(compact, [8, 7, 6, 5, 4, 3, 2]);
  const withSecond = CHECK_LETTERS.charAt((sum + (second > 9 ? 0 : second) * 9) % 23) === compact.charAt(7);
  return withSecond || (second > 9 && CHECK_LETTERS.charAt(sum % 23) === compact.charAt(7));
}

/** The second letter is A, B or H for people, T or X for old numbers of wives and foreigners; W means none. */
function checkPps(compact: string): Verdict {
  return unless(/^\d{7}[A-W][ABHTWX]?$/.test(compact) && letterHolds(compact), WRONG_CHECK_DIGIT);
}

/** The old form has a letter or sign in its second place: the digits behind it and the first one are summed. */
function checkVat(compact: string): Verdict {
  const body = compact.slice(2);
  if (/^\d{7}[A-W][A-I]?$/.test(body)) return unless(letterHolds(body), WRONG_CHECK_DIGIT);
  const sum = weightedSum(body.slice(2, 7), [7, 6, 5, 4, 3]) + digitAt(body, 0) * 2;
  return unless(
    /^\d[A-Z]\d{5}[A-W]$/.test(body) && CHECK_LETTERS.charAt(sum % 23) === body.charAt(7),
    WRONG_CHECK_DIGIT,
  );
}

/** Year (since 2013 with half-year), county, number. */
function checkPlate(compact: string): Verdict {
  return unless(
    /^(?:8[7-9]|9\d|0\d|1[0-2]|1[3-9][12]|[2-9]\d[12])(?:C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|LM|LS|MH|MN|MO|OY|RN|SO|T|TN|TS|W|WD|WH|WX|WW)[1-9]\d{0,5}$/.test(
      compact,
    ),
    NOT_ISSUED,
  );
}

export const IRELAND: readonly Identifier[] = [
  {
    rule: 'ie-pps',
    kind: PPS,
    forms: ['9{7}A{1,2}', '9{7} A{1,2}'],
    check: checkPps,
    words: [
      ...NATIONAL_ID_WORDS,
      ...SOCIAL_SECURITY_WORDS,
      ...TAX_NUMBER_WORDS,
      'pps',
      'ppsn',
      'pps number',
      'pps no',
      'personal public service',
    ],
    confidence: { alone: 0.4, named: 0.95 },
    source: 'Social Welfare Consolidation Act 2005 s. 262; Revenue, TIN of Ireland: modulo 23',
    examples: { valid: ['1234567T', '1234567FA'], invalid: ['1234567A', '1234567FB'] },
  },
  passport({
    rule: 'ie-passport',
    forms: ['A{1,2}9{7}', 'A{2}X9{6}'],
    source: 'PRADO, IRL-AO: one or two letters and seven digits',
    examples: { valid: ['passport PA1234567'], invalid: ['passport PAB123456789'] },
  }),
  drivingLicence({
    rule: 'ie-driving-licence',
    forms: ['9{9}'],
    words: ['driver number', 'ndls'],
    confidence: DIGITS_ONLY,
    source: 'NDLS, field 4d: nine digits',
    examples: { valid: ['driver number 123456789'], invalid: ['123456789'] },
  }),
  licencePlate({
    rule: 'ie-licence-plate',
    forms: ['9{2,3}-A{1,2}-9{1,6}', '9{2,3} A{1,2} 9{1,6}', '9{2,3}A{1,2}9{1,6}'],
    check: checkPlate,
    words: ['registration', 'reg', 'vehicle reg'],
    confidence: { alone: 0.15, named: 0.85 },
    source: 'S.I. 542/2012: year, county, number',
    examples: { valid: ['191-D-12345', '12-KY-456'], invalid: ['191-Q-12345', '193-D-12345'] },
  }),
  {
    rule: 'ie-vat',
    kind: VAT,
    forms: ['IE9X9{5}A{1,2}', 'IE 9X9{5}A{1,2}'],
    check: checkVat,
    words: VAT_WORDS,
    confidence: { alone: 0.75, named: 0.97 },
    source: 'Revenue, VAT registration: modulo 23',
    examples: { valid: ['IE1234567T', 'IE8D79739I'], invalid: ['IE1234567A'] },
  },
  {
    rule: 'ie-company-number',
    kind: COMPANY,
    forms: ['9{5,6}'],
    words: ['cro number', 'cro no', 'companies registration office'],
    confidence: DIGITS_ONLY,
    source: 'Companies Registration Office: five or six digits',
    examples: { valid: ['CRO number 123456'], invalid: ['123456'] },
  },
];
