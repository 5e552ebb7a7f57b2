// South Africa: identity, tax and passport numbers.
import { isYymmdd } from '../../checks/calendar.ts';
import { isOneRepeated } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { allOf, NO_SUCH_DATE, NOT_ISSUED, unless, WRONG_CHECK_DIGIT } from '../../checks/verdict.ts';
import type { Identifier } from '../../identifier.ts';
import { PASSPORT } from '../documents.ts';
import { PASSPORT_WORDS } from '../words.ts';
import { nationalId } from './family.ts';

const ID_NUMBER = nationalId(
  'za-id',
  'South African identity number',
  'It names one person for life and tells birthday, sex and citizenship; credit is taken out with it.',
);
const TAX_NUMBER = nationalId('za-tax', 'South African tax number', 'It names one taxpayer and opens the tax record.');

export const SOUTH_AFRICA: readonly Identifier[] = [
  {
    rule: 'za-id',
    kind: ID_NUMBER,
    forms: ['9{13}', '9{6} 9{4} 9{3}', '9{6} 9{4} 9{2} 9'],
    check: (compact) =>
      allOf(
        () => unless('012'.includes(compact.charAt(10)) && '89'.includes(compact.charAt(11)), NOT_ISSUED),
        () => unless(isYymmdd(compact, 0), NO_SUCH_DATE),
        () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
      ),
    words: [
      'id number',
      'identity number',
      'sa id',
      'rsa id',
      'south african id',
      'id no',
      'id',
      'smart id',
      'national id',
      'identity document',
      'identiteitsnommer',
      'id nommer',
      'inombolo kamazisi',
    ],
    against: ['order', 'tracking', 'timestamp', 'epoch', 'isbn', 'ean', 'barcode', 'transaction id', 'request id'],
    confidence: { alone: 0.5, named: 0.95 },
    source: 'Identification Act 68 of 1997 (ZA): birth date, sex, citizenship, 8 or 9, Luhn',
    examples: {
      valid: ['8001015000086', '9202201234088', '800101 5000 086'],
      invalid: ['9913326789285', '9902294321191', '8001015009176'],
    },
  },
  {
    rule: 'za-tax',
    kind: TAX_NUMBER,
    forms: ['9{10}', '9{4}/9{3}/9{2}/9'],
    check: (compact) =>
      allOf(
        () => unless('01239'.includes(compact.charAt(0)) && !isOneRepeated(compact), NOT_ISSUED),
        () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
      ),
    words: ['tax number', 'tax reference', 'income tax', 'sars', 'tax ref', 'tax no', 'belastingnommer'],
    against: ['phone', 'cell', 'order', 'timestamp'],
    confidence: { alone: 0.12, named: 0.9 },
    source: 'South African Revenue Service: ten digits, first 0, 1, 2, 3 or 9, Luhn',
    examples: { valid: ['0001339050', '0001/339/05/0'], invalid: ['0001339051', '5449494160'] },
  },
  {
    rule: 'za-passport',
    kind: PASSPORT,
    forms: ['A9{8}'],
    check: (compact) => unless('ADMT'.includes(compact.charAt(0)), NOT_ISSUED),
    words: PASSPORT_WORDS,
    confidence: { alone: 0.04, named: 0.78 },
    source: 'Department of Home Affairs (ZA): A, D, M or T and eight digits',
    examples: { valid: ['A12345678'], invalid: ['B12345678'] },
  },
];
