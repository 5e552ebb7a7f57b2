// Sweden: personal and coordination numbers, passport, identity card, plates, organisation number.
import { isDate, isDateInSomeCentury } from '../../checks/calendar.ts';
import { digitAt, numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
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

const PERSONAL_NUMBER = nationalId('se-personnummer', 'Personal number (personnummer), Sweden', TELLS_BIRTH_DATE);
const ORGANISATION = organisationId('se-organisation-number', 'Organisation number, Sweden');

/** Coordination numbers (samordningsnummer) add 60 to the day. */
function birthDay(digits: string): number {
  const day = numberAt(digits, 4, 6);
  return day > 60 ? day - 60 : day;
}

function checkPersonalNumber(compact: string): Verdict {
  const digits = compact.slice(-10);
  const month = numberAt(digits, 2, 4);
  const year = compact.length === 12 ? numberAt(compact, 0, 4) : -1;
  const isBirthDate =
    year < 0
      ? isDateInSomeCentury(numberAt(digits, 0, 2), month, birthDay(digits))
      : year >= 1850 && year < 2100 && isDate(year, month, birthDay(digits));
  return allOf(
    () => unless(isBirthDate, NO_SUCH_DATE),
    () => unless(luhnHolds(digits), WRONG_CHECK_DIGIT),
  );
}

/** The third digit is 2 or more, so that it is no month. */
function checkOrganisation(compact: string): Verdict {
  const digits = compact.slice(-10);
  return allOf(
    () => unless(digitAt(digits, 2) >= 2 && digits[0] !== '0', NOT_ISSUED),
    () => unless(luhnHolds(digits), WRONG_CHECK_DIGIT),
  );
}

const PERSONAL_WORDS = [
  ...NATIONAL_ID_WORDS,
  ...SOCIAL_SECURITY_WORDS,
  ...TAX_NUMBER_WORDS,
  'personnummer',
  'persnr',
  'pnr',
  'samordningsnummer',
  'personnr',
];

export const SWEDEN: readonly Identifier[] = [
  {
    rule: 'se-personnummer',
    kind: PERSONAL_NUMBER,
    forms: ['9{6}-9{4}', '9{6}\\+9{4}', '9{8}-9{4}', '9{8}\\+9{4}', '9{12}'],
    check: checkPersonalNumber,
    words: PERSONAL_WORDS,
    confidence: { alone: 0.5, named: 0.97 },
    source: 'Folkbokföringslagen 18 §; Skatteverket SKV 704: birth date, serial, Luhn over ten digits',
    examples: { valid: ['850412-1230', '19850412-1230', '191005059801'], invalid: ['850412-1231', '19001309-2393'] },
  },
  {
    rule: 'se-personnummer-bare',
    kind: PERSONAL_NUMBER,
    forms: ['9{10}'],
    check: checkPersonalNumber,
    words: PERSONAL_WORDS,
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.25, named: 0.95 },
    source: 'The same without its sign',
    examples: { valid: ['8504121230', '9201232387'], invalid: ['8504121231'] },
  },
  passport({
    rule: 'se-passport',
    forms: ['9{8}', 'A{2}9{6}', 'A{2}9{7}'],
    words: ['passnummer', 'pass nr'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, SWE-AO',
    examples: { valid: ['passnummer 12345678'], invalid: ['12345678', 'passnummer 1234567'] },
  }),
  identityCard({
    rule: 'se-identity-card',
    forms: ['9{8}', 'A{2}9{6}', 'A{2}9{7}'],
    words: ['id kort', 'identitetskort', 'nationellt id kort'],
    confidence: DIGITS_ONLY,
    source: 'PRADO, SWE-BO',
    examples: { valid: ['identitetskort 12345678'], invalid: ['identitetskort 1234567'] },
  }),
  licencePlate({
    rule: 'se-licence-plate',
    forms: ['A{3} 9{2}X', 'A{3}9{2}X', 'A{3}-9{2}X'],
    check: (compact) => unless(!/[IQV]/.test(compact) && !/O$/.test(compact), NOT_ISSUED),
    words: ['registreringsnummer', 'regnr', 'registreringsskylt', 'bil', 'fordon'],
    confidence: { alone: 0, named: 0.8 },
    source: 'Transportstyrelsen: three letters, two digits, a digit or since 2019 a letter',
    examples: { valid: ['registreringsnummer ABC 123', 'regnr ABC12D'], invalid: ['regnr AQC 123'] },
  }),
  {
    rule: 'se-organisation-number',
    kind: ORGANISATION,
    forms: ['9{6}-9{4}', '9{10}', '169{6}-9{4}'],
    check: checkOrganisation,
    words: [...COMPANY_NUMBER_WORDS, 'organisationsnummer', 'org nr', 'orgnr', 'orgnummer'],
    confidence: { alone: 0.2, named: 0.93 },
    source: 'Lag om identitetsbeteckning för juridiska personer (1974:174); Luhn',
    examples: { valid: ['556703-7485', 'orgnr 5561234567'], invalid: ['556703-7486', '55670x-7485'] },
  },
  {
    rule: 'se-vat',
    kind: organisationId('se-vat', 'VAT number, Sweden'),
    forms: ['SE9{10}01', 'SE 9{10}01', 'SE 9{6}-9{4} ?01', 'SE9{6}-9{4}-?01'],
    check: (compact) => unless(luhnHolds(compact.slice(2, 12)), WRONG_CHECK_DIGIT),
    words: [...VAT_WORDS, 'momsnummer', 'moms', 'vat nr', 'momsregistreringsnummer'],
    confidence: { alone: 0.75, named: 0.97 },
    source: 'Mervärdesskattelagen: the organisation or personal number and 01',
    examples: { valid: ['SE556123456701'], invalid: ['SE556123456801', 'SE556123456702'] },
  },
];
