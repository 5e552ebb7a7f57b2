// Identifiers of payment: every example through the engine, published vectors, an independent implementation, Presidio's cases.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { findAll } from '../../../testing/find.ts';
import { base58CheckPayload, base58Decode } from '../../checks/base58.ts';
import { bech32Decode, isWitnessAddress } from '../../checks/bech32.ts';
import { keccak256 } from '../../checks/keccak.ts';
import { luhnHolds } from '../../checks/luhn.ts';
import { moneroAddressHolds } from '../../checks/monero.ts';
import { createIdentifierFinder } from '../../identifiers.ts';
import { CERTAIN_FROM, type Match, REPORTED_FROM } from '../../span.ts';
import { PAYMENT } from './index.ts';

const ALL = createIdentifierFinder(PAYMENT);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('identifiers of payment', () => {
  it('have rules of their own names', () => {
    assert.equal(new Set(PAYMENT.map(({ rule }) => rule)).size, PAYMENT.length);
  });

  for (const identifier of PAYMENT) {
    it(`finds the examples of ${identifier.rule} whole, and none of the others`, () => {
      const finder = createIdentifierFinder([identifier]);
      for (const example of identifier.examples.valid) {
        const { matches } = findAll(finder, example, { asked: [identifier.kind.id] });
        assert.deepEqual(
          matches.map(({ start, end }) => [start, end]),
          [[0, Buffer.byteLength(example)]],
          example,
        );
      }
      for (const example of identifier.examples.invalid) {
        assert.deepEqual(findAll(finder, example, { asked: [identifier.kind.id] }).matches, [], example);
      }
    });

    it(`finds an example of ${identifier.rule} beside its first word, and in a column of that name`, () => {
      const [example = ''] = identifier.examples.valid;
      const [word = ''] = identifier.words;
      for (const found of [
        findAll(ALL, `${word}: ${example}`, { asked: [identifier.kind.id] }),
        findAll(ALL, example, { field: word, asked: [identifier.kind.id] }),
      ]) {
        const match = found.matches.find((one) => one.rule === identifier.rule);
        assert.equal(match?.confidence, identifier.confidence.named);
      }
    });
  }

  it('never calls a bare number of a log certain', () => {
    const digits = fc
      .integer({ min: 8, max: 19 })
      .chain((length) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`)));
    fc.assert(
      fc.property(digits, (number) => {
        const { matches } = findAll(ALL, `2026-03-01 12:00:00 INFO done in ${number} steps`);
        assert.deepEqual(
          matches.filter(({ confidence }) => confidence >= CERTAIN_FROM),
          [],
        );
      }),
      { numRuns: 3000 },
    );
  });
});

describe('payment cards', () => {
  const sure = (text: string, field?: string) =>
    Math.max(
      0,
      ...findAll(ALL, text, field === undefined ? {} : { field })
        .matches.filter(({ kind }) => kind === 'payment/card')
        .map(({ confidence }) => confidence),
    );

  it('are possible bare, certain in groups of four or beside a word in any language', () => {
    assert.ok(sure('5425233430109903') < CERTAIN_FROM && sure('5425233430109903') >= REPORTED_FROM);
    assert.ok(sure('paid with 5425 2334 3010 9903 today') >= CERTAIN_FROM);
    for (const word of [
      'Visa',
      'Kreditkarte',
      'carte bancaire',
      'tarjeta',
      '银行卡',
      'クレジットカード',
      'pan',
      '카드번호',
    ]) {
      assert.ok(sure(`${word}: 5425233430109903`) >= CERTAIN_FROM, word);
    }
    assert.ok(sure('5425233430109903', 'cc_number') >= CERTAIN_FROM);
  });

  it('are not reported where a word says that it is an order or a parcel', () => {
    for (const word of ['order number', 'tracking', 'parcel', 'invoice', 'Sendungsnummer', '订单']) {
      assert.equal(sure(`${word} 5425233430109903`), 0, word);
    }
  });

  it('say by their rule that a number is one of those published for tests', () => {
    const { matches } = findAll(ALL, 'card 4111111111111111');
    assert.deepEqual(
      matches.map(({ rule, kind }) => [rule, kind]),
      [['card-published-test-number', 'payment/card']],
    );
  });

  it('have the Luhn digit and a length of their network', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^4[0-9]{15}$/), (number) => {
        assert.equal(sure(number) > 0, luhnHolds(number));
      }),
    );
    assert.equal(sure('542523343010990'), 0);
  });
});

describe('IBANs', () => {
  const REGISTRY_EXAMPLES =
    'AD1200012030200359100100 AE070331234567890123456 AL47212110090000000235698741 AT611904300234573201 ' +
    'AZ21NABZ00000000137010001944 BA391290079401028494 BE68539007547034 BG80BNBG96611020345678 BH67BMAG00001299123456 ' +
    'BR1800360305000010009795493C1 BY13NBRB3600900000002Z00AB00 CH9300762011623852957 CR05015202001026284066 ' +
    'CY17002001280000001200527600 CZ6508000000192000145399 DE89370400440532013000 DK5000400440116243 ' +
    'DO28BAGR00000001212453611324 EE382200221020145685 EG380019000500000000263180002 ES9121000418450200051332 ' +
    'FI2112345600000785 FO6264600001631634 FR1420041010050500013M02606 GB29NWBK60161331926819 GE29NB0000000101904917 ' +
    'GI75NWBK000000007099453 GL8964710001000206 GR1601101250000000012300695 GT82TRAJ01020000001210029690 ' +
    'HR1210010051863000160 HU42117730161111101800000000 IE29AIBK93115212345678 IL620108000000099999999 ' +
    'IQ98NBIQ850123456789012 IS140159260076545510730339 IT60X0542811101000000123456 JO94CBJO0010000000000131000302 ' +
    'KW81CBKU0000000000001234560101 KZ86125KZT5004100100 LB62099900000001001901229114 LC55HEMM000100010012001200023015 ' +
    'LI21088100002324013AA LT121000011101001000 LU280019400644750000 LV80BANK0000435195001 MC5811222000010123456789030 ' +
    'MD24AG000225100013104168 ME25505000012345678951 MK07250120000058984 MR1300020001010000123456753 ' +
    'MT84MALT011000012345MTLCAST001S MU17BOMM0101101030300200000MUR NL91ABNA0417164300 NO9386011117947 ' +
    'PK36SCBL0000001123456702 PL61109010140000071219812874 PS92PALS000000000400123456702 PT50000201231234567890154 ' +
    'QA58DOHB00001234567890ABCDEFG RO49AAAA1B31007593840000 RS35260005601001611379 SA0380000000608010167519 ' +
    'SC18SSCB11010000000000001497USD SE4550000000058398257466 SI56263300012039086 SK3112000000198742637541 ' +
    'SM86U0322509800000000270100 ST68000100010051845310112 SV62CENR00000000000000700025 TL380080012345678910157 ' +
    'TN5910006035183598478831 TR330006100519786457841326 UA213223130000026007233566001 VG96VPVG0000012345678901 XK051212012345678906';

  it('are found in every country of the registry, in one piece and in groups of four', () => {
    for (const iban of REGISTRY_EXAMPLES.split(' ')) {
      for (const written of [iban, (iban.match(/.{1,4}/g) ?? []).join(' ')]) {
        const { matches } = findAll(ALL, `pay ${written} now`);
        assert.deepEqual(
          matches.filter(({ kind }) => kind === 'payment/iban').map(({ start, end }) => [start, end]),
          [[4, 4 + written.length]],
          written,
        );
      }
    }
  });

  it('are dropped where one digit differs', () => {
    for (const iban of REGISTRY_EXAMPLES.split(' ')) {
      const digit = Number(iban[3]);
      const wrong = `${iban.slice(0, 3)}${(digit + 1) % 10}${iban.slice(4)}`;
      assert.deepEqual(
        findAll(ALL, wrong, { asked: ['payment/iban'] }).matches.filter(({ kind }) => kind === 'payment/iban'),
        [],
        wrong,
      );
    }
  });
});

describe('bank account numbers against another implementation', () => {
  for (const [rule, country, name, form] of [
    ['ar-cbu', 'AR', 'cbu', '[0-9]{7}[1-9][0-9]{13}[1-9]'],
    ['nz-account', 'NZ', 'bank', '01090200[0-9]{5}000'],
  ] as const) {
    it(`${rule} agrees with stdnum ${country} ${name}`, () => {
      const check = PAYMENT.find((identifier) => identifier.rule === rule)?.check;
      const other = (stdnum[country] as unknown as Record<string, { validate(value: string): { isValid: boolean } }>)[
        name
      ];
      assert.ok(check && other);
      fc.assert(
        fc.property(fc.stringMatching(new RegExp(`^${form}$`)), (number) => {
          assert.equal(check(number, number) === true, other.validate(number).isValid, number);
        }),
        { numRuns: 3000 },
      );
    });
  }
});

describe('crypto-currency addresses', () => {
  it('hash as Keccak-256 does, not as SHA3-256', () => {
    // Vectors of https://keccak.team/keccak.html: empty, short, and one block and more.
    assert.equal(hex(keccak256(new Uint8Array())), 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470');
    assert.equal(
      hex(keccak256(Buffer.from('abc'))),
      '4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45',
    );
    assert.equal(
      hex(keccak256(Buffer.from('The quick brown fox jumps over the lazy dog'))),
      '4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15',
    );
  });

  it('agree with the mixed-case vectors of EIP-55', () => {
    for (const address of [
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
      '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
      '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
    ]) {
      assert.deepEqual(
        findAll(ALL, address).matches.map(({ rule }) => rule),
        ['eth-checksummed'],
      );
    }
  });

  it('agree with the vectors of BIP-350', () => {
    for (const valid of [
      'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
      'bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y',
      'BC1SW50QGDZ25J',
      'bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    ]) {
      assert.ok(isWitnessAddress(valid, 'bc'), valid);
    }
    for (const invalid of [
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
      'BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL',
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh',
      'bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4',
      'BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R',
      'bc1pw5dgrnzv',
    ]) {
      assert.equal(isWitnessAddress(invalid, 'bc'), false, invalid);
    }
  });

  it('never throw on other text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 150 }), (text) => {
        base58Decode(text);
        base58CheckPayload(text, 'ripple');
        bech32Decode(text);
        bech32Decode(`bc1${text}`);
        assert.equal(moneroAddressHolds(text), false);
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => assert.equal(keccak256(bytes).length, 32)));
  });
});

interface PresidioCase {
  readonly file: string;
  readonly text: string;
  readonly expected_len?: number | null;
  readonly expected_positions?: readonly (readonly [number, number])[] | null;
}

const CLAIMED: Readonly<Record<string, string>> = {
  aba_routing: 'payment/aba-routing',
  credit_card: 'payment/card',
  crypto: 'payment/crypto-address',
  iban: 'payment/iban',
  us_bank: 'payment/bank-account',
};
/** Cases that we do not meet on purpose. */
const NOT_MET: Readonly<Record<string, string>> = {
  '1234567': 'too short for an American account, but a Japanese one has seven digits, and the kind is the same',
};

const CASES = fileURLToPath(
  new URL('../../../../../../shared/corpora/classify/presidio-cases.ndjson', import.meta.url),
);

describe("Presidio's cases of payment", () => {
  it('are met, save those that are named', { skip: existsSync(CASES) ? false : `${CASES} is not here` }, (context) => {
    let met = 0;
    const missed: string[] = [];
    for (const line of readFileSync(CASES, 'utf8').split('\n').filter(Boolean)) {
      const one = JSON.parse(line) as PresidioCase;
      const kind = CLAIMED[one.file.replace(/^test_|_recognizer\.py$/g, '')];
      if (!kind || typeof one.expected_len !== 'number') continue;
      const spans = settle(findAll(ALL, one.text, { asked: [kind] }).matches.filter((match) => match.kind === kind));
      const positions = spans.map(({ start, end }) => [start, end]);
      const isMet =
        spans.length === one.expected_len &&
        (!one.expected_positions || JSON.stringify(positions) === JSON.stringify(one.expected_positions));
      if (isMet) met += 1;
      else if (!(one.text in NOT_MET)) missed.push(`${one.file}: ${one.text} → ${JSON.stringify(positions)}`);
    }
    context.diagnostic(`${met} cases met; not met on purpose: ${Object.keys(NOT_MET).join(', ')}`);
    assert.deepEqual(missed, []);
    assert.ok(met >= 20);
  });
});

/** The longest, then the surest of matches that overlap, as the classifier settles them. */
function settle(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => b.end - b.start - (a.end - a.start) || b.confidence - a.confidence)) {
    if (kept.every((one) => match.end <= one.start || match.start >= one.end)) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}
