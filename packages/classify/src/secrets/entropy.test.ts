import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { asLatin1 } from '../text.ts';
import { shannonEntropy } from './entropy.ts';

describe('entropy', () => {
  for (const [value, bits] of [
    ['', 0],
    ['aaaa', 0],
    ['abab', 1],
    ['abcd', 2],
    ['aabbccdd', 2],
    ['0123456789abcdef', 4],
    // Two characters of two bytes each: shares are taken over the four bytes, as gitleaks does.
    ['éà', 1],
  ] as const) {
    it(`of ${JSON.stringify(value)} is ${bits} bits a character`, () => {
      assert.ok(Math.abs(shannonEntropy(asLatin1(value)) - bits) < 1e-9);
    });
  }

  it('does not depend on the order of the characters, nor on what was asked before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (value) => {
        const reversed = [...value].reverse().join('');
        assert.ok(Math.abs(shannonEntropy(value) - shannonEntropy(reversed)) < 1e-9);
      }),
    );
  });
});
