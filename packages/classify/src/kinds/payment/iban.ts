// International bank account numbers: ISO 13616-1, with each country's length and structure of the IBAN registry that SWIFT
// keeps (release 101, https://www.swift.com/standards/data-standards/iban-international-bank-account-number).
import { ibanHolds } from '../../checks/mod97.ts';
import { unless, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { BANK_ACCOUNT_WORDS } from '../words.ts';
import { payment } from './family.ts';

const IBAN_KIND = payment(
  'iban',
  'IBAN',
  'It names a bank account: strangers can order direct debits from it, and write to its holder in the name of the bank.',
);

/**
 * Country → what stands behind country and check digits: a length with `n` for digits, `a` for letters, `c` for either,
 * as in the registry.
 */
const REGISTERED: Readonly<Record<string, string>> = {
  AD: '8n12c',
  AE: '19n',
  AL: '8n16c',
  AT: '16n',
  AZ: '4a20c',
  BA: '16n',
  BE: '12n',
  BG: '4a6n8c',
  BH: '4a14c',
  BI: '23n',
  BR: '23n1a1c',
  BY: '4c4n16c',
  CH: '5n12c',
  CR: '18n',
  CY: '8n16c',
  CZ: '20n',
  DE: '18n',
  DJ: '23n',
  DK: '14n',
  DO: '4c20n',
  EE: '16n',
  EG: '25n',
  ES: '20n',
  FI: '14n',
  FK: '2a12n',
  FO: '14n',
  FR: '10n11c2n',
  GB: '4a14n',
  GE: '2a16n',
  GI: '4a15c',
  GL: '14n',
  GR: '7n16c',
  GT: '24c',
  HN: '4a20n',
  HR: '17n',
  HU: '24n',
  IE: '4a14n',
  IL: '19n',
  IQ: '4a15n',
  IS: '22n',
  IT: '1a10n12c',
  JO: '4a4n18c',
  KW: '4a22c',
  KZ: '3n13c',
  LB: '4n20c',
  LC: '4a24c',
  LI: '5n12c',
  LT: '16n',
  LU: '3n13c',
  LV: '4a13c',
  LY: '21n',
  MC: '10n11c2n',
  MD: '20c',
  ME: '18n',
  MK: '3n10c2n',
  MN: '16n',
  MR: '23n',
  MT: '4a5n18c',
  MU: '4a19n3a',
  NI: '4a20n',
  NL: '4a10n',
  NO: '11n',
  OM: '3n16c',
  PK: '4a16c',
  PL: '24n',
  PS: '4a21c',
  PT: '21n',
  QA: '4a21c',
  RO: '4a16c',
  RS: '18n',
  RU: '14n15c',
  SA: '2n18c',
  SC: '4a20n3a',
  SD: '14n',
  SE: '20n',
  SI: '15n',
  SK: '20n',
  SM: '1a10n12c',
  SO: '19n',
  ST: '21n',
  SV: '4a20n',
  TL: '19n',
  TN: '20n',
  TR: '6n16c',
  UA: '6n19c',
  VA: '18n',
  VG: '4a16n',
  XK: '16n',
  YE: '4a4n18c',
};

/** Countries whose banks write IBANs though the registry does not list them yet; https://www.iban.com/structure. */
const UNREGISTERED: Readonly<Record<string, string>> = {
  AO: '21n',
  BF: '2c22n',
  BJ: '2c22n',
  CF: '23n',
  CG: '23n',
  CI: '2c22n',
  CM: '23n',
  CV: '21n',
  DZ: '22n',
  GA: '23n',
  GQ: '23n',
  GW: '2c19n',
  IR: '22n',
  KM: '23n',
  MA: '24n',
  MG: '23n',
  ML: '2c22n',
  MZ: '21n',
  NE: '2c22n',
  SN: '2c22n',
  TD: '23n',
  TG: '2c22n',
};

const CLASSES: Readonly<Record<string, string>> = { n: '9', a: 'A', c: 'X' };

const WORDS: readonly string[] = [
  ...BANK_ACCOUNT_WORDS,
  'international bank account number',
  'numéro de compte bancaire international',
  'internationale bankkontonummer',
  'beneficiary account',
  'creditor account',
  'debtor account',
  'rekening',
  'tilinumero',
  'bankgiro',
  'номер счёта',
  'رقم الآيبان',
];

export const IBANS: readonly Identifier[] = [
  {
    rule: 'iban',
    kind: IBAN_KIND,
    forms: Object.entries(REGISTERED).map(([country, structure]) => formOf(country, structure)),
    check: (compact) => unless(ibanHolds(compact), WRONG_CHECK_DIGIT),
    words: WORDS,
    confidence: { alone: 0.95, named: 0.99 },
    source: 'ISO 13616-1:2020; SWIFT IBAN registry, release 101',
    examples: {
      valid: [
        'GB82 WEST 1234 5698 7654 32',
        'GB82WEST12345698765432',
        'DE89 3704 0044 0532 0130 00',
        'FR1420041010050500013M02606',
        'NL91ABNA0417164300',
        'NO9386011117947',
        'MT84MALT011000012345MTLCAST001S',
        'BR1800360305000010009795493C1',
        'SA0380000000608010167519',
        'ch93 0076 2011 6238 5295 7',
      ],
      invalid: [
        'GB82 WEST 1234 5698 7654 33',
        'DE89 3704 0044 0532 0130 0',
        'GB82WEST123456987654321',
        'US89370400440532013000',
      ],
    },
  },
  {
    rule: 'iban-unregistered',
    kind: IBAN_KIND,
    forms: Object.entries(UNREGISTERED).map(([country, structure]) => formOf(country, structure)),
    check: (compact) => unless(ibanHolds(compact), WRONG_CHECK_DIGIT),
    words: WORDS,
    confidence: { alone: 0.7, named: 0.95 },
    source: 'https://www.iban.com/structure: countries outside the registry',
    examples: {
      valid: ['DZ580002100001113000000570', 'IR580540105180021273113007', 'MA64011519000001205000534921'],
      invalid: ['DZ590002100001113000000570'],
    },
  },
];

/** The form of a country's IBANs in the notation of identifier.ts: in one piece or in groups of four. */
function formOf(country: string, structure: string): string {
  const signs = [...[...country].map((letter) => `\\${letter}`), '9', '9'];
  for (const [, count, type] of structure.matchAll(/(\d+)([nac])/g)) {
    for (let i = 0; i < Number(count); i += 1) signs.push(CLASSES[type ?? ''] ?? '');
  }
  return signs.map((sign, place) => (place > 0 && place % 4 === 0 ? `~${sign}` : sign)).join('');
}
