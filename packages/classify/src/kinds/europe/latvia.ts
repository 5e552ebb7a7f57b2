// Latvia: personal code, identity card, passport, plates, company and VAT numbers.
import { isDate } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { identityCard, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const PERSONAL_CODE = nationalId('lv-personas-kods', 'Personal code (personas kods), Latvia', TELLS_BIRTH_DATE);
const COMPANY = organisationId('lv-company-number', 'Company and VAT number, Latvia');

/** Since July 2017 codes begin with 32 to 39 and hold no date; before, the seventh digit told the century. */
function checkPersonalCode(compact: string): Verdict {
  const hasNoDate = compact[0] === '3' && digitAt(compact, 1) >= 2;
  const year = 1800 + digitAt(compact, 6) * 100 + numberAt(compact, 4, 6);
  const isBirthDate = digitAt(compact, 6) <= 2 && isDate(year, numberAt(compact, 2, 4), numberAt(compact, 0, 2));
  const check = ((weightedMod11(compact, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]) + 1) % 11) % 10;
  return allOf(
    () => unless(hasNoDate || isBirthDate, NO_SUCH_DATE),
    () => unless(check === digitAt(compact, 10), WRONG_CHECK_DIGIT),
  );
}

function checkCompany(digits: string): Verdict {
  return allOf(
    () => unless(digitAt(digits, 0) > 3, NOT_ISSUED),
    () => unless(weightedMod11(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) === 3, WRONG_CHECK_DIGIT),
  );
}

const PERSONAL_WORDS = [
  ...NATIONAL_ID_WORDS,
  ...SOCIAL_SECURITY_WORDS,
  ...TAX_NUMBER_WORDS,
  'personas kods',
  'personas kodu',
  'pers kods',
  'pk',
];

export const LATVIA: readonly Identifier[] = [
  {
    rule: 'lv-personas-kods',
    kind: PERSONAL_CODE,
    forms: ['9{6}-9{5}'],
    check: checkPersonalCode,
    words: PERSONAL_WORDS,
    confidence: { alone: 0.55, named: 0.97 },
    source:
      'Fizisko personu reģistra likums: birth date (or 32), serial, weights 10, 5, 8, 4, 2, 1, 6, 3, 7, 9 modulo 11',
    examples: { valid: ['120485-12346', '321234-56785'], invalid: ['120485-12347', '121385-12346'] },
  },
  {
    rule: 'lv-personas-kods-bare',
    kind: PERSONAL_CODE,
    forms: ['9{11}'],
    check: checkPersonalCode,
    words: PERSONAL_WORDS,
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.25, named: 0.95 },
    source: 'The same without its hyphen',
    examples: { valid: ['12048512346'], invalid: ['12048512347'] },
  },
  identityCard({
    rule: 'lv-identity-card',
    forms: ['A{2}9{7}'],
    words: ['personas apliecība', 'eid karte'],
    source: 'PRADO, LVA-BO: two letters and seven digits',
    examples: { valid: ['personas apliecība PA1234567'], invalid: ['personas apliecība P1234567'] },
  }),
  passport({
    rule: 'lv-passport',
    forms: ['A{2}9{7}'],
    words: ['pase', 'pases numurs'],
    source: 'PRADO, LVA-AO: two letters and seven digits',
    examples: { valid: ['pases numurs LV1234567'], invalid: ['pases numurs LV123456'] },
  }),
  licencePlate({
    rule: 'lv-licence-plate',
    forms: ['A{2}-9{1,4}', 'A{2} 9{3,4}'],
    words: ['numura zīme', 'reģistrācijas numurs', 'auto'],
    confidence: { alone: 0, named: 0.75 },
    source: 'CSDD: two letters and up to four digits',
    examples: { valid: ['numura zīme AB-1234'], invalid: ['numura zīme ABC-1234'] },
  }),
  {
    rule: 'lv-company-number',
    kind: COMPANY,
    forms: ['9{11}'],
    check: checkCompany,
    words: [...COMPANY_NUMBER_WORDS, 'reģistrācijas numurs', 'reģ nr'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Uzņēmumu reģistrs: weights 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1 modulo 11 leave 3',
    examples: { valid: ['reģistrācijas numurs 40003123453'], invalid: ['reģistrācijas numurs 40003123454'] },
  },
  {
    rule: 'lv-vat',
    kind: COMPANY,
    forms: ['LV~9{11}'],
    check: (compact) =>
      compact[2] && compact[2] > '3' ? checkCompany(compact.slice(2)) : checkPersonalCode(compact.slice(2)),
    words: [...VAT_WORDS, 'pvn', 'pvn nr'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'PVN likums: the company number or the personal code with LV in front',
    examples: { valid: ['LV40003123453'], invalid: ['LV40003123454'] },
  },
];
