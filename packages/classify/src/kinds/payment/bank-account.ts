// Bank account numbers in the forms of single countries; those of most of Europe are IBANs, see iban.ts.
import { digitAt, isOneRepeated, numberAt } from '../../checks/digits.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { complementMod10, weightedSum } from '../../checks/weighted.ts';
import type { Identifier } from '../../identifier.ts';
import { BANK_ACCOUNT_WORDS } from '../words.ts';
import { payment } from './family.ts';

const BANK_ACCOUNT = payment(
  'bank-account',
  'Bank account number',
  'It leads to a person by way of the bank, and strangers can use it for direct debits and for letters in its name.',
);

const WORDS: readonly string[] = [
  ...BANK_ACCOUNT_WORDS.filter(
    (word) => !['iban', 'bic', 'swift', 'blz', 'bankleitzahl', 'routing number'].includes(word),
  ),
  'account',
  'account num',
  'acct no',
  'checking',
  'savings',
  'deposit account',
  'beneficiary account',
  'a/c',
  'a/c no',
  'konto nr',
  'kontonr',
  'nº de cuenta',
  'numero de cuenta',
  'numero da conta',
  'conta bancaria',
  '账户',
  '帳號',
  '口座',
  '계좌번호',
  '계좌',
  'хуулга',
  'номер счета',
  'расчетный счет',
  'расчётный счёт',
];

/** What else is called an account: a customer, a login, a profile. */
const OTHER_ACCOUNTS: readonly string[] = [
  'account id',
  'user account',
  'service account',
  'aws account',
  'arn',
  'aws',
  'iam',
  'project',
  'phone',
  'order',
  'invoice',
  'tracking',
  'timestamp',
  'epoch',
  'pid',
  'bytes',
];

export const BANK_ACCOUNTS: readonly Identifier[] = [
  {
    rule: 'bank-account-digits',
    kind: BANK_ACCOUNT,
    forms: ['9{8,17}'],
    check: (compact) => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    words: WORDS,
    against: OTHER_ACCOUNTS,
    confidence: { alone: 0.02, named: 0.6 },
    source: 'NACHA Operating Rules (US account numbers: 4 to 17 digits); no check digit that all banks share',
    examples: { valid: ['945456787654', '55779911'], invalid: ['1234567', '000000000'] },
  },
  {
    rule: 'jp-account-digits',
    kind: BANK_ACCOUNT,
    forms: ['9{7}', '9{4}-9{3}-9{7}', '9{4} 9{3} 9{7}', '9{5}-9{7,8}'],
    words: ['口座番号', '普通預金', '当座預金', '銀行口座', '振込先', 'ゆうちょ', '記号番号', 'kouza'],
    confidence: { alone: 0.02, named: 0.75 },
    source: 'Zengin data format: bank 4, branch 3, account 7 digits; Yucho: symbol 5, number up to 8 digits',
    examples: { valid: ['1234567', '0001-001-1234567', '10170-12345671'], invalid: ['123456'] },
  },
  {
    rule: 'gb-sort-code-account',
    kind: BANK_ACCOUNT,
    forms: ['99-99-99 9{8}', '99 99 99 9{8}', '99-99-99-9{8}', '99-99-99/9{8}', '99-99-99, 9{8}'],
    words: [...WORDS, 'sort code'],
    confidence: { alone: 0.5, named: 0.9 },
    source: 'https://www.vocalink.com/tools/modulus-checking/: sort code of six and account number of eight digits',
    examples: { valid: ['20-00-00 55779911', '20-00-00, 55779911'], invalid: ['20-00-00 5577991'] },
  },
  {
    rule: 'gb-sort-code',
    kind: BANK_ACCOUNT,
    forms: ['99-99-99', '99 99 99', '9{6}'],
    words: ['sort code', 'sortcode', 'bank sort code'],
    confidence: { alone: 0.01, named: 0.75 },
    source: 'https://www.wearepay.uk: sort codes, six digits',
    examples: { valid: ['20-00-00'], invalid: ['20-00-0'] },
  },
  {
    rule: 'ca-transit-account',
    kind: BANK_ACCOUNT,
    forms: ['9{5}-9{3}-9{7,12}', '9{5}-9{3} 9{7,12}', '9{5}-9{3}', '09{8}'],
    check: (compact) => canadian(compact),
    words: [
      ...WORDS,
      'transit',
      'transit number',
      'institution number',
      "numéro d'institution",
      'numéro de transit',
      'succursale',
    ],
    confidence: { alone: 0.1, named: 0.85 },
    source: 'Payments Canada standard 006: institution of three and transit of five digits',
    examples: { valid: ['00011-001-1234567', '12345-003'], invalid: ['12345-9999', '12345-999-1234567'] },
  },
  {
    rule: 'au-bsb-account',
    kind: BANK_ACCOUNT,
    forms: ['9{3}-9{3} 9{6,9}', '9{3}-9{3}-9{6,9}', '9{3}-9{3}, 9{6,9}', '9{3}-9{3}', '9{6} 9{6,9}'],
    words: ['bsb', 'bsb number', 'bank state branch', ...WORDS],
    confidence: { alone: 0.05, named: 0.8 },
    source: 'https://bsb.auspaynet.com.au: bank, state and branch, six digits',
    examples: { valid: ['062-000 12345678', '062-000'], invalid: ['062-00'] },
  },
  {
    rule: 'nz-account',
    kind: BANK_ACCOUNT,
    forms: ['99-9{4}-9{7}-9{2,3}', '99 9{4} 9{7} 9{2,3}'],
    check: newZealander,
    words: WORDS,
    confidence: { alone: 0.6, named: 0.95 },
    source: 'Inland Revenue (NZ), RWT and NRWT specification, appendix 1: bank account number validation',
    examples: {
      valid: ['01-0242-0100194-00', '01-0902-0068389-00'],
      invalid: ['01-0242-0100195-00', '99-0242-0100194-00'],
    },
  },
  {
    rule: 'in-ifsc',
    kind: BANK_ACCOUNT,
    forms: ['A{4}0X{6}'],
    check: (compact, written) =>
      unless(compact === written && /\d/.test(compact.slice(5)), 'not in capitals or without a digit'),
    words: ['ifsc', 'ifsc code', 'rtgs', 'neft', 'imps', 'bank branch', 'आईएफएससी'],
    confidence: { alone: 0.25, named: 0.9 },
    source: 'Reserve Bank of India, Indian Financial System Code: four letters, zero, six letters or digits',
    examples: { valid: ['SBIN0005943', 'HDFC000CAG1'], invalid: ['SBIN1005943', 'sbin0005943'] },
  },
  {
    rule: 'mx-clabe',
    kind: BANK_ACCOUNT,
    forms: ['9{18}', '9{3}~9{3}~9{11}~9'],
    check: (compact) =>
      allOf(
        () => unless(!isOneRepeated(compact) && numberAt(compact, 0, 3) >= 2, NOT_ISSUED),
        () => unless(complementMod10(compact, CLABE_WEIGHTS) === digitAt(compact, 17), WRONG_CHECK_DIGIT),
      ),
    words: [...WORDS, 'clabe', 'clabe interbancaria', 'clave bancaria estandarizada', 'spei'],
    confidence: { alone: 0.2, named: 0.95 },
    source: 'Banco de México, CLABE: bank 3, place 3, account 11 digits and a check digit of weights 3, 7, 1',
    examples: {
      valid: ['032180000118359719', '002 010 07777777777 1'],
      invalid: ['032180000118359718', '000000000000000000'],
    },
  },
  {
    rule: 'ar-cbu',
    kind: BANK_ACCOUNT,
    forms: ['9{22}', '9{8}~9{14}'],
    check: (compact) =>
      allOf(
        () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
        () => unless(cbuPartHolds(compact.slice(0, 8)) && cbuPartHolds(compact.slice(8)), WRONG_CHECK_DIGIT),
      ),
    words: [...WORDS, 'cbu', 'cvu', 'clave bancaria uniforme', 'clave virtual uniforme'],
    confidence: { alone: 0.5, named: 0.95 },
    source: 'Banco Central de la República Argentina, CBU: two blocks with a check digit each',
    examples: { valid: ['2850590940090418135201', '28505909 40090418135201'], invalid: ['2850590940090418135200'] },
  },
  {
    rule: 'kr-account',
    kind: BANK_ACCOUNT,
    forms: ['9{3}-9{6}-9{5}', '9{3,6}-9{2}-9{5,7}', '9{3}-9{3,4}-9{4}-9{2,3}', '9{3}-9{2}-9{6}-9', '9{4}-9{3}-9{6}'],
    words: ['계좌', '계좌번호', '은행', '입금', '송금', 'bank account', 'account number'],
    confidence: { alone: 0.02, named: 0.7 },
    source: 'account forms of Korean banks (Korea Financial Telecommunications and Clearings Institute)',
    examples: { valid: ['110-234-5678-90', '110-123456-12345'], invalid: ['110-2'] },
  },
  {
    rule: 'br-agency-account',
    kind: BANK_ACCOUNT,
    forms: ['9{5,12}-9', '9{4}-9/9{5,10}-X', '9{4} 9{5,10}-X', '9{4}/9{5,10}-X'],
    words: [
      'conta corrente',
      'conta poupança',
      'conta poupanca',
      'número da conta',
      'agência',
      'agencia e conta',
      'conta bancária',
      'dados bancários',
    ],
    confidence: { alone: 0.02, named: 0.75 },
    source: 'FEBRABAN: agency of four digits, account with a check digit behind a hyphen',
    examples: { valid: ['1234-5/1234567-8', '1234567-8'], invalid: ['1234-X'] },
  },
];

const CLABE_WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7] as const;
const CBU_WEIGHTS = [3, 1, 7, 9] as const;

/** Weights run from the right, so from the check digit leftwards. */
function cbuPartHolds(part: string): boolean {
  let sum = 0;
  for (let i = part.length - 2, place = 0; i >= 0; i -= 1, place += 1) {
    sum += digitAt(part, i) * (CBU_WEIGHTS[place % 4] ?? 0);
  }
  return (10 - (sum % 10)) % 10 === digitAt(part, part.length - 1);
}

/** Institutions of Payments Canada: banks 001 to 399, trust and loan companies 500 to 699, credit unions 800 to 899. */
function canadian(compact: string): Verdict {
  const institution = numberAt(compact, compact.length === 9 ? 1 : 5, compact.length === 9 ? 4 : 8);
  const issued =
    (institution >= 1 && institution <= 399) ||
    (institution >= 500 && institution <= 699) ||
    (institution >= 800 && institution <= 899);
  return unless(issued, NOT_ISSUED);
}

const NZ_BANKS: ReadonlySet<string> = new Set(
  '01 02 03 04 05 06 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 33 35 38 88'.split(' '),
);
/** Banks that use algorithm A for accounts below 990000 and B above; the others have algorithms of their own. */
const NZ_AB_BANKS: ReadonlySet<string> = new Set(
  '01 02 03 06 11 12 13 14 15 16 17 18 19 20 21 22 23 24 27 30 35 38'.split(' '),
);
const NZ_WEIGHTS_A = [0, 0, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1] as const;
const NZ_WEIGHTS_B = [0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1] as const;

function newZealander(compact: string): Verdict {
  const bankCode = compact.slice(0, 2);
  if (!NZ_BANKS.has(bankCode)) return NOT_ISSUED;
  if (!NZ_AB_BANKS.has(bankCode)) return true;
  // The first of the seven digits of the account is not weighed.
  const account = compact.slice(6, 13);
  const weights = numberAt(account, 0, 7) < 990_000 ? NZ_WEIGHTS_A : NZ_WEIGHTS_B;
  return unless(weightedSum(compact.slice(0, 6) + account.slice(1), weights) % 11 === 0, WRONG_CHECK_DIGIT);
}
