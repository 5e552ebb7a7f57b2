// Poland: PESEL, NIP, REGON, KRS, identity card, passport, driving licence, plates, physicians.
import { isDate } from '../../checks/calendar.ts';
import { base36At, digitAt, numberAt } from '../../checks/digits.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { complementMod10, weightedMod11 } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, nationalId, organisationId, practitionerId, TELLS_BIRTH_DATE } from '../families.ts';
import {
  COMPANY_NUMBER_WORDS,
  NATIONAL_ID_WORDS,
  SOCIAL_SECURITY_WORDS,
  TAX_NUMBER_WORDS,
  THING_NUMBER_WORDS,
  VAT_WORDS,
} from '../words.ts';

const PESEL = nationalId('pl-pesel', 'PESEL number, Poland', TELLS_BIRTH_DATE);
const NIP = nationalId('pl-nip', 'Tax number (NIP), Poland', FOR_TAXES);
const PRACTITIONER = practitionerId('pl-pwz', 'Physician’s licence number (PWZ), Poland');
const REGON = organisationId('pl-regon', 'Statistical number (REGON), Poland');
const KRS = organisationId('pl-krs', 'Court register number (KRS), Poland');
const VAT = organisationId('pl-vat', 'VAT number, Poland');

/** The century is added to the month: 0 for 1900, 20 for 2000, 40 for 2100, 60 for 2200, 80 for 1800. */
function checkPesel(compact: string): Verdict {
  const month = numberAt(compact, 2, 4);
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(month / 20)] ?? 1900;
  return allOf(
    () => unless(isDate(century + numberAt(compact, 0, 2), month % 20, numberAt(compact, 4, 6)), NO_SUCH_DATE),
    () => unless(complementMod10(compact, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) === digitAt(compact, 10), WRONG_CHECK_DIGIT),
  );
}

function checkNip(digits: string): Verdict {
  return allOf(
    () => unless(digits[0] !== '0', NOT_ISSUED),
    () => unless(weightedMod11(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) === digitAt(digits, 9), WRONG_CHECK_DIGIT),
  );
}

function checkRegon(compact: string): Verdict {
  const short = weightedMod11(compact, [8, 9, 2, 3, 4, 5, 6, 7]) % 10 === digitAt(compact, 8);
  const long =
    compact.length === 9 ||
    weightedMod11(compact, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 10 === digitAt(compact, 13);
  return unless(short && long && !compact.startsWith('000000'), WRONG_CHECK_DIGIT);
}

/** The first digit is the check of the other six, weights 1 to 6 modulo 11. */
function checkPractitioner(compact: string): Verdict {
  return unless(
    digitAt(compact, 0) !== 0 && weightedMod11(compact.slice(1), [1, 2, 3, 4, 5, 6]) === digitAt(compact, 0),
    WRONG_CHECK_DIGIT,
  );
}

/** Letters count from A = 10 on; with these weights the whole is a multiple of ten. */
function checkWeighted(compact: string, weights: readonly number[]): Verdict {
  const sum = weights.reduce((total, weight, i) => total + base36At(compact, i) * weight, 0);
  return unless(sum % 10 === 0, WRONG_CHECK_DIGIT);
}

export const POLAND: readonly Identifier[] = [
  {
    rule: 'pl-pesel',
    kind: PESEL,
    forms: ['9{11}'],
    check: checkPesel,
    words: [...NATIONAL_ID_WORDS, ...SOCIAL_SECURITY_WORDS, 'pesel', 'numer ewidencyjny', 'pacjent'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.35, named: 0.97 },
    source: 'Ustawa o ewidencji ludności, art. 15: birth date, serial, weights 1, 3, 7, 9',
    examples: { valid: ['85041212344', '44051401458'], invalid: ['44051401459', '85040812345', '11110021111'] },
  },
  {
    rule: 'pl-nip',
    kind: NIP,
    forms: ['9{10}', '9{3}-9{3}-9{2}-9{2}', '9{3}-9{2}-9{2}-9{3}', '9{3} 9{3} 9{2} 9{2}'],
    check: checkNip,
    words: [...TAX_NUMBER_WORDS, 'nip', 'numer identyfikacji podatkowej'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.2, named: 0.92 },
    source: 'Ustawa o zasadach ewidencji podatników: weights 6, 5, 7, 2, 3, 4, 5, 6, 7 modulo 11',
    examples: { valid: ['5261234567', 'NIP 526-123-45-67'], invalid: ['5261234568', '0261234567'] },
  },
  {
    rule: 'pl-pwz',
    kind: PRACTITIONER,
    forms: ['9{7}'],
    check: checkPractitioner,
    words: ['pwz', 'prawo wykonywania zawodu', 'numer lekarza', 'nr lekarza'],
    confidence: { alone: 0, named: 0.85 },
    source: 'Naczelna Izba Lekarska, numer prawa wykonywania zawodu',
    examples: { valid: ['PWZ 3123456'], invalid: ['PWZ 4123456', '3123456'] },
  },
  identityCard({
    rule: 'pl-identity-card',
    forms: ['A{3}9{6}', 'A{3} 9{6}', 'A{3}-9{6}'],
    check: (compact) => checkWeighted(compact, [7, 3, 1, 9, 7, 3, 1, 7, 3]),
    words: ['dowód', 'dowód osobisty seria', 'nr dowodu'],
    confidence: { alone: 0.15, named: 0.95 },
    source: 'Rozporządzenie w sprawie wzoru dowodu osobistego: three letters, check digit, five digits',
    examples: { valid: ['ABA300000', 'dowód osobisty ABA 300000'], invalid: ['ABA400000'] },
  }),
  passport({
    rule: 'pl-passport',
    forms: ['A{2}9{7}', 'A{2} 9{7}'],
    check: (compact) => checkWeighted(compact, [7, 3, 9, 1, 7, 3, 1, 7, 3]),
    words: ['nr paszportu', 'seria i numer paszportu'],
    confidence: { alone: 0.15, named: 0.92 },
    source: 'Rozporządzenie w sprawie dokumentów paszportowych: two letters, check digit, six digits',
    examples: { valid: ['AA0000000', 'paszport AB8123454'], invalid: ['AA1000000'] },
  }),
  drivingLicence({
    rule: 'pl-driving-licence',
    forms: ['9{5}/9{2}/9{4}'],
    confidence: { alone: 0.15, named: 0.85 },
    source: 'Rozporządzenie w sprawie wydawania dokumentów: number, year, office',
    examples: { valid: ['prawo jazdy 12345/06/1465'], invalid: ['12345/6/1465'] },
  }),
  licencePlate({
    rule: 'pl-licence-plate',
    forms: ['A{2,3} 9X{3,4}', 'A{2,3}-9X{3,4}', 'A{2,3}9X{3,4}', 'A{3} A9X{2,3}', 'A{3}A9X{2,3}'],
    check: (compact) =>
      unless(/^[BCDEFGKLNOPRSTWZ][A-Z]{1,2}(?=.*\d)[0-9ACEFGHJKLMNPRSTUVWXY]{4,5}$/.test(compact), NOT_ISSUED),
    words: ['rejestracja', 'nr rejestracyjny', 'dowód rejestracyjny'],
    confidence: { alone: 0, named: 0.75 },
    source: 'Rozporządzenie w sprawie rejestracji pojazdów: letter of the voivodeship, district, number',
    examples: {
      valid: ['numer rejestracyjny WA 12345', 'tablica rejestracyjna KR 1A234'],
      invalid: ['tablica rejestracyjna QA 12345'],
    },
  }),
  {
    rule: 'pl-regon',
    kind: REGON,
    forms: ['9{9}', '9{14}', '9{3}-9{3}-9{3}'],
    check: checkRegon,
    words: [...COMPANY_NUMBER_WORDS, 'regon'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.9 },
    source: 'Rozporządzenie w sprawie REGON',
    examples: { valid: ['123456785', 'REGON 12345678512140'], invalid: ['123456786'] },
  },
  {
    rule: 'pl-krs',
    kind: KRS,
    forms: ['9{10}'],
    words: ['krs', 'krajowy rejestr sądowy', 'numer krs'],
    confidence: DIGITS_ONLY,
    source: 'Ustawa o Krajowym Rejestrze Sądowym: ten digits',
    examples: { valid: ['KRS 0000123456'], invalid: ['KRS 000012345'] },
  },
  {
    rule: 'pl-vat',
    kind: VAT,
    forms: ['PL9{10}', 'PL 9{10}', 'PL 9{3}-9{3}-9{2}-9{2}'],
    check: (compact) => checkNip(compact.slice(2)),
    words: [...VAT_WORDS, 'nip'],
    confidence: { alone: 0.6, named: 0.95 },
    source: 'The NIP with the prefix of VIES',
    examples: { valid: ['PL5261234567'], invalid: ['PL5261234568'] },
  },
];
