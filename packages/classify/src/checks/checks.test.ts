import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isDate, isDdmmyy, isYymmdd, isYyyymmdd } from './calendar.ts';
import { icaoCheckDigit, icaoHolds } from './icao9303.ts';
import { mod11_2Holds, mod11_10Holds } from './iso7064.ts';
import { luhnHolds } from './luhn.ts';
import { decimalRemainder, ibanHolds, mod97 } from './mod97.ts';
import { verhoeffHolds } from './verhoeff.ts';
import { complementMod10, complementMod11, weightedMod11 } from './weighted.ts';

/** Documented numbers whose check holds, by algorithm. */
const VECTORS: readonly [name: string, holds: (value: string) => boolean, values: readonly string[]][] = [
  ['Luhn', luhnHolds, ['79927398713', '4111111111111111', '378282246310005']],
  ['Verhoeff', verhoeffHolds, ['2363', '123451', '84736430954837284567892']],
  ['ISO 7064 mod 11,10', mod11_10Holds, ['07945', '12345678903', '86095742719']],
  ['ISO 7064 mod 11-2', mod11_2Holds, ['07940', '079X', '11010519491231002X', '0000000218250097']],
  ['IBAN', ibanHolds, ['GB82WEST12345698765432', 'DE89370400440532013000', 'NL91ABNA0417164300']],
  ['ICAO 9303', icaoHolds, ['L01X00T471', 'C01X00T478', 'L898902C36', '7408122']],
];

describe('check digits', () => {
  for (const [name, holds, values] of VECTORS) {
    it(`${name} holds for the documented numbers`, () => {
      for (const value of values) assert.ok(holds(value), value);
    });

    it(`${name} sees every single digit that is wrong`, () => {
      // ICAO's weights miss changes of a digit against a letter that is ten away, so digits are changed to digits only.
      for (const value of values) {
        for (let at = 0; at < value.length; at += 1) {
          if (!/\d/.test(value.charAt(at))) continue;
          for (const digit of '0123456789') {
            if (digit === value.charAt(at)) continue;
            assert.ok(!holds(value.slice(0, at) + digit + value.slice(at + 1)), `${value}: ${digit} at ${at}`);
          }
        }
      }
    });
  }

  it('Verhoeff and mod 11,10 see two neighbours that changed places, Luhn all but 09', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{4,20}$/), (digits) => {
        for (const [holds, blind] of [
          [verhoeffHolds, false],
          [luhnHolds, true],
        ] as const) {
          const check = [...'0123456789'].find((digit) => holds(digits + digit));
          assert.ok(check !== undefined);
          const whole = digits + check;
          for (let at = 0; at + 1 < whole.length; at += 1) {
            const [a, b] = [whole.charAt(at), whole.charAt(at + 1)];
            if (a === b || (blind && /^(?:09|90)$/.test(a + b))) continue;
            assert.ok(!holds(whole.slice(0, at) + b + a + whole.slice(at + 2)), whole);
          }
        }
      }),
    );
  });
});

describe('remainders', () => {
  it('of long numbers are those of exact integers', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,40}$/), fc.integer({ min: 2, max: 1_000_000 }), (digits, modulus) => {
        assert.equal(decimalRemainder(digits, modulus), Number(BigInt(digits) % BigInt(modulus)));
        assert.equal(mod97(digits), Number(BigInt(digits) % 97n));
      }),
    );
  });

  it('read letters as two digits, and refuse other signs', () => {
    assert.equal(mod97('A1'), 101 % 97);
    assert.equal(mod97('Z'), 35);
    assert.equal(mod97('A-1'), -1);
  });

  it('of weighted sums are in their range', () => {
    assert.equal(weightedMod11('123456782', [9, 8, 7, 6, 5, 4, 3, 2]), 2);
    assert.equal(complementMod11('943476591', [10, 9, 8, 7, 6, 5, 4, 3, 2]), 9);
    assert.equal(complementMod10('756123456789', [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]), 7);
    assert.equal(icaoCheckDigit('L898902C3'), 6);
  });
});

describe('dates in identifiers', () => {
  it('are those of the Gregorian calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1850, max: 2099 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        assert.equal(isDate(year, month, day), exists);
      }),
    );
  });

  it('are read in the three usual orders', () => {
    assert.ok(isYymmdd('850412', 0));
    assert.ok(isDdmmyy('x120485', 1));
    assert.ok(isYyyymmdd('20000229', 0));
    assert.ok(!isYyyymmdd('19000229', 0));
    assert.ok(isYymmdd('000229', 0), 'of 2000');
    assert.ok(!isYymmdd('851304', 0));
    assert.ok(!isDdmmyy('320485', 0));
  });
});
