// Türkiye: national identity number, tax number, passport, driving licence, plates.
import { digitAt } from '../../checks/digits.ts';
import { allOf, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import { weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { DIGITS_ONLY, drivingLicence, identityCard, licencePlate, passport } from '../documents.ts';
import { FOR_TAXES, nationalId } from '../families.ts';
import { NATIONAL_ID_WORDS, SOCIAL_SECURITY_WORDS, TAX_NUMBER_WORDS, THING_NUMBER_WORDS } from '../words.ts';

const NATIONAL_ID = nationalId('tr-tckn', 'National identity number (T.C. Kimlik No), Türkiye');
const TAX_NUMBER = nationalId('tr-tax-id', 'Tax number (VKN), Türkiye', FOR_TAXES);

/** Tenth digit: seven times the odd places less the even ones; eleventh: the sum of the ten before. Both modulo 10. */
function checkNationalId(compact: string): Verdict {
  const tenth = weightedSum(compact, [7, -1, 7, -1, 7, -1, 7, -1, 7]);
  const eleventh = weightedSum(compact, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  return allOf(
    () => unless(compact[0] !== '0', NOT_ISSUED),
    () => unless(((tenth % 10) + 10) % 10 === digitAt(compact, 9), WRONG_CHECK_DIGIT),
    () => unless(eleventh % 10 === digitAt(compact, 10), WRONG_CHECK_DIGIT),
  );
}

/** Each digit plus its place from the right, modulo 10, times two to that place, modulo 9 (0 read as 9). */
function checkTaxNumber(compact: string): Verdict {
  let sum = 0;
  for (let i = 0; i < 9; i += 1) {
    const place = 9 - i;
    const digit = (digitAt(compact, i) + place) % 10;
    if (digit !== 0) sum += (digit * 2 ** place) % 9 || 9;
  }
  return unless((10 - (sum % 10)) % 10 === digitAt(compact, 9), WRONG_CHECK_DIGIT);
}

/** Province 01 to 81; the Turkish alphabet has no Q, W and X. */
function checkPlate(compact: string): Verdict {
  return unless(/^(?:0[1-9]|[1-7]\d|8[01])[A-PR-VYZ]{1,3}\d{2,4}$/.test(compact), NOT_ISSUED);
}

export const TURKEY: readonly Identifier[] = [
  {
    rule: 'tr-tckn',
    kind: NATIONAL_ID,
    forms: ['9{11}', '9{3} 9{3} 9{3} 9{2}'],
    check: checkNationalId,
    words: [
      ...NATIONAL_ID_WORDS,
      ...SOCIAL_SECURITY_WORDS,
      'tckn',
      'tc kimlik',
      't.c. kimlik',
      'kimlik no',
      'kimlik numarası',
      'tc no',
      'nüfus cüzdanı',
    ],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.4, named: 0.97 },
    source: 'Nüfus ve Vatandaşlık İşleri: eleven digits, the last two checks',
    examples: { valid: ['10000000146', '12345678950'], invalid: ['00000000000', '12345678900', '10000000147'] },
  },
  {
    rule: 'tr-tax-id',
    kind: TAX_NUMBER,
    forms: ['9{10}', '9{3} 9{3} 9{4}'],
    check: checkTaxNumber,
    words: [...TAX_NUMBER_WORDS, 'vkn', 'vergi no', 'vergi numarası', 'vergi kimlik'],
    against: THING_NUMBER_WORDS,
    confidence: { alone: 0.1, named: 0.9 },
    source: 'Gelir İdaresi, vergi kimlik numarası',
    examples: { valid: ['1234567890'], invalid: ['1234567891'] },
  },
  passport({
    rule: 'tr-passport',
    forms: ['A9{8}', 'A 9{8}'],
    words: ['pasaport', 'pasaport no', 'pasaport numarası'],
    source: 'PRADO, TUR-AO: a letter and eight digits',
    examples: { valid: ['pasaport U12345678'], invalid: ['pasaport U1234567'] },
  }),
  identityCard({
    rule: 'tr-identity-card',
    forms: ['A9{2}A9{5}'],
    words: ['kimlik kartı', 'seri no', 'nüfus cüzdanı'],
    source: 'Serial number of the identity card since 2017',
    examples: { valid: ['kimlik kartı A12B34567'], invalid: ['kimlik kartı A12B3456'] },
  }),
  drivingLicence({
    rule: 'tr-driving-licence',
    forms: ['9{6}'],
    words: ['ehliyet', 'sürücü belgesi', 'ehliyet no'],
    confidence: DIGITS_ONLY,
    source: 'Sürücü belgesi, six digits',
    examples: { valid: ['ehliyet no 123456'], invalid: ['123456'] },
  }),
  licencePlate({
    rule: 'tr-licence-plate',
    forms: ['9{2} A{1,3} 9{2,4}', '9{2}A{1,3}9{2,4}', '9{2}-A{1,3}-9{2,4}', '9{2} A{1,3}9{2,4}', '9{2}A{1,3} 9{2,4}'],
    check: checkPlate,
    words: ['plaka', 'plaka no', 'plaka numarası', 'araç'],
    confidence: { alone: 0.2, named: 0.85 },
    source: 'Karayolları Trafik Yönetmeliği: province, letters, digits',
    examples: { valid: ['34 ABC 1234', '06 A 123', '07AB123'], invalid: ['00 ABC 123', '99 ABC 123', '34 QX 123'] },
  }),
];
