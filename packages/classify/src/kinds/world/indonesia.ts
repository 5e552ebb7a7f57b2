// Indonesia: NIK, tax and passport numbers.
import { isDateInSomeCentury } from '../../checks/calendar.ts';
import { isOneRepeated, numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, type Verdict, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { healthId, nationalId } from './family.ts';

const NIK = nationalId(
  'id-nik',
  'Indonesian population number (NIK)',
  'It names one person for life and tells birthday, sex and district; SIM cards and loans are registered with it.',
);
const NPWP = nationalId(
  'id-npwp',
  'Indonesian taxpayer number (NPWP)',
  'It names one taxpayer, a person or a company.',
);
const BPJS = healthId(
  'id-bpjs',
  'Indonesian health insurance number (BPJS)',
  'It names one insured person and opens the claims record.',
);

export const INDONESIA: readonly Identifier[] = [
  {
    rule: 'id-nik',
    kind: NIK,
    forms: ['9{16}', '9{6}~9{6}~9{4}', '9{4} 9{4} 9{4} 9{4}'],
    check: population,
    words: [
      'nik',
      'ktp',
      'no ktp',
      'e-ktp',
      'nomor induk kependudukan',
      'kartu tanda penduduk',
      'nomor ktp',
      'kartu keluarga',
      'no kk',
      'identity number',
      'national id',
    ],
    against: [
      'card number',
      'visa',
      'mastercard',
      'order',
      'resi',
      'tracking',
      'timestamp',
      'virtual account',
      'nanoseconds',
    ],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'Law 24 of 2013 (ID): district, birth date (day plus 40 for women), order',
    examples: {
      valid: ['3171231705900001', '3204106504850002'],
      invalid: ['3171231713900001', '0071231705900001', '3171231705900000'],
    },
  },
  {
    rule: 'id-npwp',
    kind: NPWP,
    forms: ['99.9{3}.9{3}.9-9{3}.9{3}', '9{15}'],
    check: (compact) =>
      allOf(
        () => unless(!isOneRepeated(compact.slice(0, 9)), NOT_ISSUED),
        () => unless(luhnHolds(compact.slice(0, 9)), WRONG_CHECK_DIGIT),
      ),
    words: ['npwp', 'nomor pokok wajib pajak', 'wajib pajak', 'tax id'],
    against: ['imei', 'order', 'timestamp'],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'Directorate General of Taxes (ID), PER-20/PJ/2013: nine digits with Luhn, office, branch',
    examples: { valid: ['01.312.166.0-091.000', '013000666091000'], invalid: ['01.312.166.1-091.000'] },
  },
  {
    rule: 'id-bpjs',
    kind: BPJS,
    forms: ['9{13}'],
    words: ['bpjs', 'bpjs kesehatan', 'no bpjs', 'kartu indonesia sehat', 'kis', 'jkn'],
    confidence: { alone: 0.01, named: 0.85 },
    source: 'BPJS Kesehatan: thirteen digits, the first three 000',
    check: (compact) => unless(compact.startsWith('000') && !isOneRepeated(compact), NOT_ISSUED),
    examples: { valid: ['0001234567890'], invalid: ['1001234567890'] },
  },
  {
    rule: 'id-passport',
    kind: PASSPORT,
    forms: ['A9{7}', 'A{2}9{6}'],
    words: [...PASSPORT_WORDS, 'paspor', 'nomor paspor'],
    confidence: { alone: 0.04, named: 0.76 },
    source: 'Directorate General of Immigration (ID): one or two letters, eight signs in all',
    examples: { valid: ['A1234567', 'XE123456'], invalid: ['A123456'] },
  },
];

/** Provinces by island: Sumatra, Java, Nusa Tenggara and Bali, Kalimantan, Sulawesi, Maluku, Papua. */
function isProvince(code: number): boolean {
  return (
    (code >= 11 && code <= 19) ||
    code === 21 ||
    (code >= 31 && code <= 36) ||
    (code >= 51 && code <= 53) ||
    (code >= 61 && code <= 65) ||
    (code >= 71 && code <= 76) ||
    code === 81 ||
    code === 82 ||
    (code >= 91 && code <= 97)
  );
}

function population(compact: string): Verdict {
  const day = numberAt(compact, 6, 8);
  return allOf(
    () =>
      unless(
        isProvince(numberAt(compact, 0, 2)) && numberAt(compact, 2, 4) > 0 && numberAt(compact, 12, 16) > 0,
        NOT_ISSUED,
      ),
    () =>
      unless(
        isDateInSomeCentury(numberAt(compact, 10, 12), numberAt(compact, 8, 10), day > 40 ? day - 40 : day),
        NO_SUCH_DATE,
      ),
  );
}
