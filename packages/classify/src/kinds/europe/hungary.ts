// Hungary: personal identifier, social security and tax numbers, documents, plates, company tax number.
import { isDate } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedMod11, weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, healthId, nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const PERSONAL = nationalId(
  'hu-szemelyi-azonosito',
  'Personal identifier (személyi azonosító), Hungary',
  TELLS_BIRTH_DATE,
);
const TAX_NUMBER = nationalId('hu-tax-id', 'Tax number of a person (adóazonosító jel), Hungary', FOR_TAXES);
const SOCIAL_SECURITY = healthId('hu-taj', 'Social security number (TAJ), Hungary');
const COMPANY = organisationId('hu-tax-number', 'Tax number of an enterprise (adószám), Hungary');

/** 1 and 2: born 1900 to 1999; 3 and 4: since 2000; 5 to 8: foreigners, in the same order. */
function checkPersonal(compact: string): Verdict {
  const first = digitAt(compact, 0);
  const isOfThisCentury = first === 3 || first === 4 || first === 7 || first === 8;
  const year = (isOfThisCentury ? 2000 : 1900) + numberAt(compact, 1, 3);
  // Who was born after 1996 has the weights the other way round (law XX of 1996, annex).
  const weights = year > 1996 ? [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  return allOf(
    () => unless(first >= 1 && first <= 8, NOT_ISSUED),
    () => unless(isDate(year, numberAt(compact, 3, 5), numberAt(compact, 5, 7)), NO_SUCH_DATE),
    () => unless(weightedMod11(compact, weights) === digitAt(compact, 10), WRONG_CHECK_DIGIT),
  );
}

/** 8, days since 1867, serial, check; 15,000 days is 1908 and 65,000 days is 2044. */
function checkTaxNumber(compact: string): Verdict {
  const days = numberAt(compact, 1, 6);
  return allOf(
    () => unless(compact[0] === '8' && days >= 15_000 && days <= 65_000, NO_SUCH_DATE),
    () => unless(weightedMod11(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9]) === digitAt(compact, 9), WRONG_CHECK_DIGIT),
  );
}

function checkSocialSecurity(compact: string): Verdict {
  return unless(
    !compact.startsWith('000') && weightedSum(compact, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === digitAt(compact, 8),
    WRONG_CHECK_DIGIT,
  );
}

/** Base of eight digits with check; then, where written, the kind of VAT (1 to 5) and the region. */
function checkCompany(digits: string): Verdict {
  const isTail = digits.length === 8 || /^[1-5](?:0[2-9]|[1-4]\d|51)$/.test(digits.slice(8));
  return allOf(
    () => unless(isTail && digits[0] !== '0', NOT_ISSUED),
    () => unless(weightedSum(digits, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0, WRONG_CHECK_DIGIT),
  );
}

export const HUNGARY: readonly Identifier[] = [
  {
    rule: 'hu-szemelyi-azonosito',
    kind: PERSONAL,
    forms: ['9{11}', '9-9{6}-9{4}', '9 9{6} 9{4}'],
    check: checkPersonal,
    words: [...NATIONAL_ID_WORDS, 'személyi azonosító', 'személyi szám', 'szemelyi szam', 'személyi azonosító jel'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.35, named: 0.97 },
    source: '1996. évi XX. törvény, annex: sex and century, birth date, serial, check digit modulo 11',
    examples: { valid: ['1-850412-1237'], invalid: ['1-851312-1231'] },
  },
  {
    rule: 'hu-tax-id',
    kind: TAX_NUMBER,
    forms: ['9{10}'],
    check: checkTaxNumber,
    words: [...TAX_NUMBER_WORDS, 'adóazonosító', 'adóazonosító jel', 'adoazonosito', 'adójel'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.2, named: 0.95 },
    source: '1996. évi XX. törvény, annex: 8, days since 1 January 1867, serial, check digit modulo 11',
    examples: { valid: ['8365670003'], invalid: ['8365670004', '8065670003'] },
  },
  {
    rule: 'hu-taj',
    kind: SOCIAL_SECURITY,
    forms: ['9{9}', '9{3} 9{3} 9{3}', '9{3}-9{3}-9{3}'],
    check: checkSocialSecurity,
    words: [...SOCIAL_SECURITY_WORDS, ...HEALTH_INSURANCE_WORDS, 'taj', 'taj szám', 'társadalombiztosítási azonosító'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.92 },
    source: '1996. évi XX. törvény, annex: weights 3 and 7 modulo 10',
    examples: { valid: ['TAJ 123 456 788'], invalid: ['TAJ 123 456 789'] },
  },
  identityCard({
    rule: 'hu-identity-card',
    forms: ['9{6}A{2}', 'A{2}9{6}'],
    words: ['személyi igazolvány', 'személyazonosító igazolvány', 'szig szám'],
    source: 'PRADO, HUN-BO: six digits and two letters',
    examples: { valid: ['személyi igazolvány 123456AB'], invalid: ['személyi igazolvány 12345AB'] },
  }),
  passport({
    rule: 'hu-passport',
    forms: ['A{2}9{6,7}'],
    words: ['útlevél', 'útlevélszám', 'utlevel'],
    source: 'PRADO, HUN-AO: two letters and six or seven digits',
    examples: { valid: ['útlevél BA1234567'], invalid: ['útlevél BA12345'] },
  }),
  drivingLicence({
    rule: 'hu-driving-licence',
    forms: ['A{2}9{6}'],
    words: ['jogosítvány', 'vezetői engedély'],
    source: 'Two letters and six digits',
    examples: { valid: ['vezetői engedély AB123456'], invalid: ['vezetői engedély AB12345'] },
  }),
  licencePlate({
    rule: 'hu-licence-plate',
    forms: ['A{3}-9{3}', 'A{2} ?A{2}-9{3}', 'A{4}-9{3}'],
    words: ['rendszám', 'rendszam', 'forgalmi rendszám'],
    confidence: { alone: 0, named: 0.78 },
    source: '326/2011. Korm. rendelet: three letters and three digits, since 2022 four letters',
    examples: { valid: ['rendszám ABC-123', 'rendszám AA BB-123'], invalid: ['rendszám ABC-12'] },
  }),
  {
    rule: 'hu-tax-number',
    kind: COMPANY,
    forms: ['9{8}-9-9{2}', '9{8}'],
    check: checkCompany,
    words: [...COMPANY_NUMBER_WORDS, ...VAT_WORDS, 'adószám', 'adoszam'],
    confidence: { alone: 0.1, named: 0.92 },
    source: 'Az adózás rendjéről szóló törvény: base with check, VAT code, region',
    examples: { valid: ['12345676-1-42'], invalid: ['12345677-1-42', '12345676-9-42'] },
  },
  {
    rule: 'hu-vat',
    kind: COMPANY,
    forms: ['\\HU~9{8}'],
    check: (compact) => checkCompany(compact.slice(2)),
    words: [...VAT_WORDS, 'közösségi adószám', 'áfa'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'The base of the tax number with the prefix of VIES',
    examples: { valid: ['HU12345676'], invalid: ['HU12345677'] },
  },
];
