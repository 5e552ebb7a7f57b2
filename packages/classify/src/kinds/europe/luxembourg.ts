// Luxembourg: national identification number, documents, plates, VAT number.
import { isDate } from '../../checks/calendar.ts';
import { numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { decimalRemainder } from '../../checks/mod97.ts';
import { allOf, NO_SUCH_DATE, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { verhoeffHolds } from '../../checks/verhoeff.ts';
import type { Identifier } from '../../identifier.ts';
import { identityCard, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  HEALTH_INSURANCE_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const MATRICULE = nationalId(
  'lu-matricule',
  'National identification number (matricule), Luxembourg',
  TELLS_BIRTH_DATE,
);
const VAT = organisationId('lu-vat', 'VAT number, Luxembourg');

/** Birth date, serial, and two check digits over the first eleven: Luhn and Verhoeff. */
function checkMatricule(compact: string): Verdict {
  const year = numberAt(compact, 0, 4);
  const isBirthDate = isDate(year, numberAt(compact, 4, 6), numberAt(compact, 6, 8));
  return allOf(
    () => unless(year >= 1850 && year < 2100 && isBirthDate, NO_SUCH_DATE),
    () => unless(luhnHolds(compact.slice(0, 12)), WRONG_CHECK_DIGIT),
    () => unless(verhoeffHolds(compact.slice(0, 11) + compact.charAt(12)), WRONG_CHECK_DIGIT),
  );
}

export const LUXEMBOURG: readonly Identifier[] = [
  {
    rule: 'lu-matricule',
    kind: MATRICULE,
    forms: ['9{13}', '9{4} 9{2} 9{2} 9{5}', '9{8} 9{5}'],
    check: checkMatricule,
    words: [
      ...NATIONAL_ID_WORDS,
      ...SOCIAL_SECURITY_WORDS,
      ...TAX_NUMBER_WORDS,
      ...HEALTH_INSURANCE_WORDS,
      'matricule',
      'cns',
      'ccss',
    ],
    confidence: { alone: 0.8, named: 0.98 },
    source: 'Loi of 19 June 2013 and règlement of 28 November 2013: birth date, serial, Luhn and Verhoeff digits',
    examples: { valid: ['1893120105732'], invalid: ['1893120105733', '1893130105732'] },
  },
  identityCard({
    rule: 'lu-identity-card',
    forms: ['A{1,4}9{2}X{3,6}'],
    check: (compact) => unless(compact.length === 9 && /[A-Z].*[A-Z]/.test(compact), 'letters and digits are mixed'),
    words: ["carte d'identité luxembourgeoise", 'identitéitskaart'],
    confidence: { alone: 0, named: 0.7 },
    source: 'PRADO, LUX-BO: nine letters and digits',
    examples: { valid: ['identitéitskaart SPEC01A2B'], invalid: ['SPEC01A2B'] },
  }),
  passport({
    rule: 'lu-passport',
    forms: ['A{1,3}9X{4,7}'],
    check: (compact) =>
      unless((compact.length === 8 || compact.length === 9) && /\d.*\d.*\d/.test(compact), 'too few digits'),
    confidence: { alone: 0, named: 0.7 },
    source: 'PRADO, LUX-AO: a letter and seven or eight letters or digits',
    examples: { valid: ['passeport JCU9J4T2'], invalid: ['passeport important'] },
  }),
  licencePlate({
    rule: 'lu-licence-plate',
    forms: ['A{2} 9{4}', 'A{2}9{4}', 'A{2}-9{4}'],
    words: ['plaque', 'nummereschëld'],
    confidence: { alone: 0, named: 0.75 },
    source: 'SNCA: two letters and four digits',
    examples: { valid: ['plaque AB 1234'], invalid: ['plaque AB 123'] },
  }),
  {
    rule: 'lu-vat',
    kind: VAT,
    forms: ['LU~9{8}'],
    check: (compact) =>
      unless(decimalRemainder(compact.slice(2, 8), 89) === numberAt(compact, 8, 10), WRONG_CHECK_DIGIT),
    words: VAT_WORDS,
    confidence: { alone: 0.8, named: 0.97 },
    source: 'AED: six digits and they modulo 89',
    examples: { valid: ['LU12345613'], invalid: ['LU12345614'] },
  },
];
