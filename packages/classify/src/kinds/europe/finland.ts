// Finland: personal identity code, passport, identity card, plates, business id.
import { isDate } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { complementMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { identityCard, licencePlate, passport } from '../documents.ts';
import { nationalId, organisationId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const IDENTITY_CODE = nationalId('fi-hetu', 'Personal identity code (henkilötunnus), Finland', TELLS_BIRTH_DATE);
const BUSINESS_ID = organisationId('fi-business-id', 'Business ID (Y-tunnus), Finland');

const CONTROL_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** The century by the sign behind the date; since 2023 there are several for each. */
function centuryOf(sign: string): number | undefined {
  if (sign === '+') return 1800;
  if ('-YXWVU'.includes(sign)) return 1900;
  return 'ABCDEF'.includes(sign) ? 2000 : undefined;
}

function checkIdentityCode(_compact: string, written: string): Verdict {
  const upper = written.toUpperCase();
  const century = centuryOf(upper.charAt(6));
  const digits = upper.slice(0, 6) + upper.slice(7, 10);
  return allOf(
    () => unless(century !== undefined && numberAt(digits, 6, 9) >= 2, NOT_ISSUED),
    () =>
      unless(
        isDate((century ?? 0) + numberAt(digits, 4, 6), numberAt(digits, 2, 4), numberAt(digits, 0, 2)),
        NO_SUCH_DATE,
      ),
    () => unless(CONTROL_CHARACTERS.charAt(Number(digits) % 31) === upper.charAt(10), WRONG_CHECK_DIGIT),
  );
}

function checkBusinessId(digits: string): Verdict {
  return unless(complementMod11(digits, [7, 9, 10, 5, 8, 4, 2]) === digitAt(digits, 7), WRONG_CHECK_DIGIT);
}

export const FINLAND: readonly Identifier[] = [
  {
    rule: 'fi-hetu',
    kind: IDENTITY_CODE,
    forms: ['9{6}-9{3}X', '9{6}\\+9{3}X', '9{6}A9{3}X'],
    check: checkIdentityCode,
    words: [
      ...NATIONAL_ID_WORDS,
      ...SOCIAL_SECURITY_WORDS,
      ...TAX_NUMBER_WORDS,
      'hetu',
      'henkilötunnus',
      'henkilotunnus',
      'personbeteckning',
    ],
    confidence: { alone: 0.85, named: 0.98 },
    source: 'Väestötietolaki; DVV: birth date, sign of the century, number, control character modulo 31',
    examples: {
      valid: ['120485-123V', '131052-308T', '010594Y9032'],
      invalid: ['120485-123W', '111111-111A', '131052/308T'],
    },
  },
  passport({
    rule: 'fi-passport',
    forms: ['A{2}9{7}'],
    words: ['passi', 'passin numero'],
    source: 'PRADO, FIN-AO: two letters and seven digits',
    examples: { valid: ['passi FP1234567'], invalid: ['passi F1234567'] },
  }),
  identityCard({
    rule: 'fi-identity-card',
    forms: ['9{8}A', '9{9}A', 'A{2}9{7}'],
    words: ['henkilökortti', 'henkilökortin numero'],
    source: 'PRADO, FIN-BO',
    examples: { valid: ['henkilökortti 12345678A'], invalid: ['henkilökortti 1234567A'] },
  }),
  licencePlate({
    rule: 'fi-licence-plate',
    forms: ['A{2,3}-9{1,3}'],
    words: ['rekisterinumero', 'rekisteritunnus', 'rekisterikilpi', 'auto'],
    confidence: { alone: 0, named: 0.78 },
    source: 'Traficom: three letters and up to three digits',
    examples: { valid: ['rekisterinumero ABC-123'], invalid: ['rekisterinumero ABCD-123'] },
  }),
  {
    rule: 'fi-business-id',
    kind: BUSINESS_ID,
    forms: ['9{7}-9'],
    check: checkBusinessId,
    words: [...COMPANY_NUMBER_WORDS, 'y tunnus', 'fo nummer', 'yritystunnus'],
    confidence: { alone: 0.3, named: 0.95 },
    source: 'Yritys- ja yhteisötietolaki: weights 7, 9, 10, 5, 8, 4, 2 modulo 11',
    examples: { valid: ['1234567-1'], invalid: ['1234567-2'] },
  },
  {
    rule: 'fi-vat',
    kind: organisationId('fi-vat', 'VAT number, Finland'),
    forms: ['FI~9{8}'],
    check: (compact) => checkBusinessId(compact.slice(2)),
    words: [...VAT_WORDS, 'alv', 'alv nro'],
    confidence: { alone: 0.65, named: 0.97 },
    source: 'The business ID with the prefix of VIES',
    examples: { valid: ['FI12345671'], invalid: ['FI12345672'] },
  },
];
