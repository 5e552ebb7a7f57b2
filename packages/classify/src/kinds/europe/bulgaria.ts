// Bulgaria: personal numbers (EGN, LNCh), passport, identity card, plates, enterprise number.
import { isDate } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedMod11, weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, identityCard, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const EGN = nationalId('bg-egn', 'Personal number (EGN), Bulgaria', TELLS_BIRTH_DATE);
const FOREIGNER = nationalId('bg-lnch', 'Personal number of a foreigner (LNCh), Bulgaria');
const ENTERPRISE = organisationId('bg-uic', 'Enterprise and VAT number (EIK), Bulgaria');

/** Months are 20 higher for births before 1900 and 40 higher since 2000. */
function checkEgn(compact: string): Verdict {
  const month = numberAt(compact, 2, 4);
  let century = 1900;
  if (month > 40) century = 2000;
  else if (month > 20) century = 1800;
  return allOf(
    () => unless(isDate(century + numberAt(compact, 0, 2), month % 20, numberAt(compact, 4, 6)), NO_SUCH_DATE),
    () => unless(weightedMod11(compact, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 10 === digitAt(compact, 9), WRONG_CHECK_DIGIT),
  );
}

function checkForeigner(compact: string): Verdict {
  return unless(weightedSum(compact, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === digitAt(compact, 9), WRONG_CHECK_DIGIT);
}

/** Weights 1 to 8 modulo 11, and where that is 10, weights 3 to 10. */
function checkEnterprise(digits: string): Verdict {
  const first = weightedMod11(digits, [1, 2, 3, 4, 5, 6, 7, 8]);
  const check = first === 10 ? weightedMod11(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 10 : first;
  return unless(check === digitAt(digits, 8), WRONG_CHECK_DIGIT);
}

export const BULGARIA: readonly Identifier[] = [
  {
    rule: 'bg-egn',
    kind: EGN,
    forms: ['9{10}'],
    check: checkEgn,
    words: [
      ...NATIONAL_ID_WORDS,
      ...SOCIAL_SECURITY_WORDS,
      ...TAX_NUMBER_WORDS,
      'егн',
      'egn',
      'единен граждански номер',
    ],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.25, named: 0.96 },
    source: 'Закон за гражданската регистрация: birth date, serial, weights 2, 4, 8, 5, 10, 9, 7, 3, 6 modulo 11',
    examples: { valid: ['8504121235', 'ЕГН 0544121230'], invalid: ['8504121236', '8513121235'] },
  },
  {
    rule: 'bg-lnch',
    kind: FOREIGNER,
    forms: ['9{10}'],
    check: checkForeigner,
    words: ['лнч', 'lnch', 'личен номер на чужденец'],
    confidence: { alone: 0.05, named: 0.9 },
    source: 'Закон за чужденците: weights 21, 19, 17, 13, 11, 9, 7, 3, 1 modulo 10',
    examples: { valid: ['ЛНЧ 7123456789'], invalid: ['ЛНЧ 7123456788'] },
  },
  passport({
    rule: 'bg-passport',
    forms: ['9{9}', 'A{2}9{7}'],
    words: ['паспорт'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, BGR-AO: nine digits',
    examples: { valid: ['паспорт 381234567'], invalid: ['381234567'] },
  }),
  identityCard({
    rule: 'bg-identity-card',
    forms: ['9{9}', 'A{2}9{7}'],
    words: ['лична карта', 'lichna karta'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, BGR-BO: nine digits, since 2024 two letters and seven digits',
    examples: { valid: ['лична карта 641234567'], invalid: ['641234567'] },
  }),
  licencePlate({
    rule: 'bg-licence-plate',
    forms: ['A{1,2} 9{4} A{2}', 'A{1,2}9{4}A{2}', 'A{1,2}-9{4}-A{2}'],
    check: (compact) =>
      unless(/^[ABCEHKMOPTXY]{1,2}\d{4}[ABCEHKMOPTXY]{2}$/.test(compact), 'letters that Cyrillic lacks'),
    words: ['рег номер', 'регистрационен номер'],
    confidence: { alone: 0.1, named: 0.85 },
    source: 'Letters that Latin and Cyrillic share, four digits',
    examples: { valid: ['CB 1234 AB'], invalid: ['DB 1234 AB'] },
  }),
  {
    rule: 'bg-uic',
    kind: ENTERPRISE,
    forms: ['9{9}'],
    check: checkEnterprise,
    words: [...COMPANY_NUMBER_WORDS, 'еик', 'eik', 'булстат', 'bulstat'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Закон за търговския регистър; БУЛСТАТ',
    examples: { valid: ['ЕИК 123456786'], invalid: ['ЕИК 123456787'] },
  },
  {
    rule: 'bg-vat',
    kind: ENTERPRISE,
    forms: ['BG~9{9}'],
    check: (compact) => checkEnterprise(compact.slice(2)),
    words: [...VAT_WORDS, 'ддс', 'dds'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'The enterprise number with the prefix of VIES',
    examples: { valid: ['BG123456786'], invalid: ['BG123456787'] },
  },
];
