// Numbers of payment cards: ISO/IEC 7812-1 (Luhn check digit), with the issuer ranges of the networks.
import { isOneRepeated, numberAt } from '../../checks/digits.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import {
  allOf,
  NOT_ISSUED,
  ONE_DIGIT_REPEATED,
  unless,
  type Verdict,
  WRONG_CHECK_DIGIT,
} from '../../checks/verdict.ts';
import { grouped } from '../../checks/written.ts';
import type { Identifier } from '../../identifier.ts';
import { CARD_WORDS, THING_NUMBER_WORDS } from '../words.ts';
import { payment } from './family.ts';

const CARD = payment(
  'card',
  'Payment card number',
  'With the date of expiry, strangers can pay with it; the holder has to have the card blocked and watch the account.',
);

/** Six digits: the first one and the last one of a network's range, and the lengths of its numbers. */
type IssuerRange = readonly [from: number, to: number, ...lengths: readonly number[]];

const LONG = [16, 17, 18, 19] as const;

/**
 * Ranges whose numbers are common and of a length that few other numbers have. Networks publish them in their manuals for
 * acquirers; https://en.wikipedia.org/wiki/Payment_card_number has them side by side.
 */
const USUAL: readonly IssuerRange[] = [
  // Visa
  [400000, 499999, 16],
  // Mastercard, and its second range since 2017
  [510000, 559999, 16],
  [222100, 272099, 16],
  // American Express
  [340000, 349999, 15],
  [370000, 379999, 15],
  // Diners Club
  [300000, 305999, 14, 16],
  [309500, 309599, 14, 16],
  [360000, 369999, 14, 16],
  [380000, 399999, 14, 16],
  // Discover
  [601100, 601199, 16],
  [644000, 659999, 16],
  [622126, 622925, 16],
  // JCB
  [352800, 358999, 16],
  // UnionPay
  [620000, 629999, 16],
  [810000, 817199, 16],
  // Maestro and Switch
  [501800, 501899, 16],
  [502000, 502099, 16],
  [503800, 503899, 16],
  [589300, 589399, 16],
  [630400, 630499, 16],
  [675900, 676399, 16],
  [679900, 679999, 16],
  // Dankort
  [501900, 501999, 16],
  // Mir
  [220000, 220499, 16],
  // Elo and Hipercard
  [401178, 401179, 16],
  [431274, 431274, 16],
  [438935, 438935, 16],
  [504175, 504175, 16],
  [506699, 506778, 16],
  [509000, 509999, 16],
  [636297, 636368, 16],
  [650031, 655058, 16],
  [606282, 606282, 16],
  // RuPay
  [508500, 508999, 16],
  [606985, 607984, 16],
  [608001, 608500, 16],
  [652150, 653149, 16],
  // Troy
  [979200, 979289, 16],
  // Verve
  [506099, 506198, 16],
  [507865, 507964, 16],
  // Humo and Uzcard
  [986000, 986099, 16],
  [860000, 860099, 16],
  // InterPayment and InstaPayment
  [636000, 636099, 16],
  [637000, 639999, 16],
];

/** Lengths that are seldom issued, or that numbers of other things often have: old Visa, Maestro, UnionPay of 19 digits. */
const SELDOM: readonly IssuerRange[] = [
  [400000, 499999, 13, 18, 19],
  [300000, 305999, 17, 18, 19],
  [309500, 309599, 17, 18, 19],
  [360000, 369999, 15, 17, 18, 19],
  [380000, 399999, 17, 18, 19],
  [601100, 601199, 17, 18, 19],
  [622126, 622925, 17, 18, 19],
  [644000, 659999, 17, 18, 19],
  [352800, 358999, 17, 18, 19],
  [620000, 629999, 17, 18, 19],
  [810000, 817199, 17, 18, 19],
  [501800, 501899, 12, 13, 14, 15, 17, 18, 19],
  [502000, 502099, 12, 13, 14, 15, 17, 18, 19],
  [503800, 503899, 12, 13, 14, 15, 17, 18, 19],
  [560000, 589999, 12, 13, 14, 15, ...LONG],
  [600000, 600999, 12, 13, 14, 15, ...LONG],
  [602000, 605999, 12, 13, 14, 15, ...LONG],
  [607000, 610099, 12, 13, 14, 15, ...LONG],
  [630400, 630499, 12, 13, 14, 15, 17, 18, 19],
  [639000, 639099, 12, 13, 14, 15, 17, 18, 19],
  [670000, 679999, 12, 13, 14, 15, ...LONG],
  [220000, 220499, 17, 18, 19],
  [506099, 506198, 18, 19],
  // UATP
  [100000, 199999, 15],
];

/**
 * Numbers that payment services publish for tests. They are card numbers in form, and a system that keeps them keeps real
 * ones in the same place, so they are reported, under a rule of their own that says so.
 * https://docs.stripe.com/testing, https://docs.adyen.com/development-resources/test-cards-and-credentials/
 */
const PUBLISHED_TEST_NUMBERS: ReadonlySet<string> = new Set([
  '4111111111111111',
  '4012888888881881',
  '4242424242424242',
  '4000056655665556',
  '4000000000000002',
  '4222222222222',
  '5555555555554444',
  '5105105105105100',
  '5200828282828210',
  '5454545454545454',
  '2223003122003222',
  '378282246310005',
  '371449635398431',
  '378734493671000',
  '6011111111111117',
  '6011000990139424',
  '30569309025904',
  '38520000023237',
  '3056930009020004',
  '36227206271667',
  '3530111333300000',
  '3566002020360505',
  '6200000000000005',
  '6304000000000000',
]);

const WORDS: readonly string[] = [
  ...CARD_WORDS,
  'card',
  'cc',
  'cc num',
  'ccn',
  'primary account number',
  'discover',
  'jcb',
  'unionpay',
  'maestro',
  'diners',
  'rupay',
  '银联',
  '信用卡号',
  '신용카드',
  '카드번호',
  'банковская карта',
  'номер карты',
];

/** Words of numbers that are as long as a card's, and pass its check digit one time in ten. */
const OTHER_NUMBERS: readonly string[] = [
  ...THING_NUMBER_WORDS,
  'parcel',
  'shipment',
  'imei',
  'waybill',
  'nanoseconds',
  'snowflake',
  'message id',
  'colissimo',
  'paketnummer',
  'paquete',
  '快递单号',
  '物流单号',
];

export const CARDS: readonly Identifier[] = [
  {
    rule: 'card',
    kind: CARD,
    forms: ['9{14,16}'],
    check: (compact) =>
      allOf(
        () => issued(USUAL, compact),
        () => notPublished(compact),
      ),
    words: WORDS,
    against: OTHER_NUMBERS,
    confidence: { alone: 0.6, named: 0.95 },
    source: 'ISO/IEC 7812-1:2017; issuer ranges of the card networks',
    examples: {
      valid: ['5425233430109903', '4263982640269299', '374245455400126', '2223000048410010', '3528000700000000'],
      invalid: ['5425233430109904', '9999999999999999', '1748503543012', '4111111111111112', '0000000000000000'],
    },
  },
  {
    rule: 'card-grouped',
    kind: CARD,
    forms: ['9{4}~9{4}~9{4}~9{4}', '9{4}~9{6}~9{5}', '9{4}~9{6}~9{4}'],
    check: (compact, written) =>
      allOf(
        () => grouped(written, compact.length === 16 ? 4 : 3),
        () => issued(USUAL, compact),
        () => notPublished(compact),
      ),
    words: WORDS,
    against: OTHER_NUMBERS,
    confidence: { alone: 0.8, named: 0.97 },
    source: 'ISO/IEC 7812-1:2017; issuer ranges of the card networks',
    examples: {
      valid: ['5425 2334 3010 9903', '4263-9826-4026-9299', '3742 454554 00126'],
      invalid: ['5425 2334 3010 9904', '5425 2334-3010 9903'],
    },
  },
  {
    rule: 'card-seldom-length',
    kind: CARD,
    forms: ['9{12,15}', '9{16,19}', '9{4}~9{4}~9{4}~9{4}~9{2,3}', '9{6}~9{13}'],
    check: (compact) =>
      allOf(
        () => unless(issued(USUAL, compact) !== true, 'of a usual length, which another rule reads'),
        () => issued(SELDOM, compact),
        () => notPublished(compact),
      ),
    words: WORDS,
    against: OTHER_NUMBERS,
    confidence: { alone: 0.2, named: 0.9 },
    source: 'ISO/IEC 7812-1:2017; issuer ranges of the card networks',
    examples: {
      valid: ['6762000000000000009', '6210948000000000004', '501800000009'],
      invalid: ['6762000000000000001', '9999000000000000003'],
    },
  },
  {
    rule: 'card-unknown-issuer',
    kind: CARD,
    forms: ['9{13,19}', '9{4}~9{4}~9{4}~9{4}', '9{4}~9{6}~9{5}'],
    check: (compact) =>
      allOf(
        () => unless(/^(?:[2-6]|1800)/.test(compact) && !isOneRepeated(compact), NOT_ISSUED),
        () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
        () => unless(!isListed(compact), 'of a listed range, which another rule reads'),
        () => notPublished(compact),
      ),
    words: WORDS,
    against: OTHER_NUMBERS,
    confidence: { alone: 0.05, named: 0.8 },
    source: 'ISO/IEC 7812-1:2017: new ranges are given out all the time, so beside a word the check digit is enough',
    examples: {
      valid: ['3502162941615515', '213175197796454'],
      invalid: ['3502162941615516', '1748503543012', '4263982640269299'],
    },
  },
  {
    rule: 'card-published-test-number',
    kind: CARD,
    forms: ['9{13,16}', '9{4}~9{4}~9{4}~9{4}', '9{4}~9{6}~9{4,5}'],
    check: (compact) => unless(PUBLISHED_TEST_NUMBERS.has(compact), 'not a published test number'),
    words: WORDS,
    against: OTHER_NUMBERS,
    confidence: { alone: 0.5, named: 0.8 },
    source: 'https://docs.stripe.com/testing and the test cards of other payment services',
    examples: {
      valid: ['4111111111111111', '4242 4242 4242 4242', '3782 822463 10005'],
      invalid: ['4111111111111112'],
    },
  },
];

/**
 * Whether the number lies in one of the ranges, with a length that is issued there, and its check digit holds.
 */
function issued(ranges: readonly IssuerRange[], compact: string): Verdict {
  const issuer = numberAt(compact, 0, 6);
  return allOf(
    () =>
      unless(
        ranges.some(([from, to, ...lengths]) => issuer >= from && issuer <= to && lengths.includes(compact.length)),
        NOT_ISSUED,
      ),
    () => unless(!isOneRepeated(compact), ONE_DIGIT_REPEATED),
    () => unless(luhnHolds(compact), WRONG_CHECK_DIGIT),
  );
}

/** Whether a rule above reads it. */
function isListed(compact: string): boolean {
  return issued(USUAL, compact) === true || issued(SELDOM, compact) === true;
}

function notPublished(compact: string): Verdict {
  return unless(!PUBLISHED_TEST_NUMBERS.has(compact), 'a published test number, which another rule reads');
}
