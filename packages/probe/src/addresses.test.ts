import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type AddressRange,
  formatAddress,
  formatRange,
  parseAddress,
  parseRange,
  sizeOf,
  subtractRanges,
} from './addresses.ts';

const range4 = fc.tuple(fc.nat(0xffffffff), fc.nat(5000)).map(
  ([first, more]): AddressRange => ({
    family: 4,
    first: BigInt(first),
    last: BigInt(Math.min(first + more, 0xffffffff)),
  }),
);

describe('an address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const parsed = parseAddress(text);
        assert.ok(parsed, text);
        assert.deepEqual(parseAddress(formatAddress(parsed.family, parsed.value)), parsed);
      }),
    );
  });

  for (const text of [
    '',
    '1',
    '1.2.3',
    '0x7f.0.0.1',
    '2130706433',
    '127.1',
    '1.2.3.4.5',
    '256.1.1.1',
    ':::',
    'fe80::1%eth0',
    'host',
    '01.2.3.4',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(parseAddress(text), undefined));
  }

  it('is the IPv4 address that it is when it is written as a mapped one', () => {
    assert.deepEqual(parseAddress('::ffff:8.8.8.8'), parseAddress('8.8.8.8'));
    assert.deepEqual(parseAddress('::ffff:808:808'), parseAddress('8.8.8.8'));
  });
});

describe('a range', () => {
  const cases: [string, string, bigint][] = [
    ['10.0.0.0/24', '10.0.0.0-10.0.0.255', 256n],
    ['10.0.0.77/24', '10.0.0.0-10.0.0.255', 256n],
    ['127.0.0.1', '127.0.0.1', 1n],
    ['10.0.0.1-10.0.1.0', '10.0.0.1-10.0.1.0', 256n],
    ['10.0.0.1-9', '10.0.0.1-10.0.0.9', 9n],
    ['fd00::/120', 'fd00::-fd00::ff', 256n],
    ['::ffff:10.0.0.0/120', '10.0.0.0-10.0.0.255', 256n],
  ];
  for (const [text, formatted, size] of cases) {
    it(`is read from ${text}`, () => {
      const range = parseRange(text);
      assert.ok(range);
      assert.equal(formatRange(range), formatted);
      assert.equal(sizeOf(range), size);
    });
  }

  for (const text of [
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/',
    '10.0.0.9-1',
    '10.0.0.1-fd00::1',
    '/8',
    'a-b',
    'db-1',
  ]) {
    it(`is not ${text}`, () => assert.equal(parseRange(text), undefined));
  }

  it('without holes holds every address that is in it and in no hole, once', () => {
    fc.assert(
      fc.property(
        fc.array(range4, { maxLength: 5 }),
        fc.array(range4, { maxLength: 5 }),
        fc.nat(0xffffffff),
        (ranges, holes, at) => {
          const has = (list: readonly AddressRange[]) =>
            list.filter((r) => r.first <= BigInt(at) && BigInt(at) <= r.last).length;
          assert.equal(has(subtractRanges(ranges, holes)), has(ranges) > 0 && has(holes) === 0 ? 1 : 0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
