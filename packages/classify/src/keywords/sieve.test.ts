import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Pattern, WordPlace } from './flag-tables.ts';
import { BLOCK, createSieve } from './sieve.ts';

const letter = fc.constantFrom(0x61, 0x62, 0x6e, 0x31, 0x5c, 0x24, 0x20, 0xc3, 0xa9, 0x00);
const sign = fc.oneof(letter, fc.constantFrom(0x41, 0x42, 0x4e), fc.nat(255));
const pattern = fc.record<Pattern>({
  bytes: fc.array(letter, { minLength: 1, maxLength: 10 }).map((list) => Uint8Array.from(list)),
  place: fc.constantFrom<WordPlace>('anywhere', 'word start', 'whole word'),
});

function sifted(patterns: readonly Pattern[], text: Uint8Array, isPlain: boolean): number[] {
  const sieve = createSieve(patterns, isPlain);
  const places: number[] = [];
  for (let from = 0; from < text.length; from += BLOCK) {
    const count = sieve.sift(text, from, Math.min(from + BLOCK, text.length));
    places.push(...sieve.places.subarray(0, count));
  }
  return places;
}

describe('the sieve of words', () => {
  it('keeps in instructions what it keeps in plain words', () => {
    const patterns = fc.array(pattern, { minLength: 1, maxLength: 12, size: 'max' });
    const text = fc.array(sign, { maxLength: 200, size: 'max' }).map((list) => Uint8Array.from(list));
    fc.assert(
      fc.property(patterns, text, (words, bytes) => {
        assert.deepEqual(sifted(words, bytes, false), sifted(words, bytes, true));
      }),
      { numRuns: 60 },
    );
  });

  it('does so where no word is wanted only at the beginning of words', () => {
    const anywhere = fc
      .array(pattern, { minLength: 1, maxLength: 6 })
      .map((words) => words.map(({ bytes }): Pattern => ({ bytes, place: 'anywhere' })));
    const text = fc.array(sign, { maxLength: 100, size: 'max' }).map((list) => Uint8Array.from(list));
    fc.assert(
      fc.property(anywhere, text, (words, bytes) => {
        assert.deepEqual(sifted(words, bytes, false), sifted(words, bytes, true));
      }),
      { numRuns: 60 },
    );
  });

  it('sees the words on the border of two blocks', () => {
    const patterns: Pattern[] = [
      { bytes: Buffer.from('needle'), place: 'whole word' },
      { bytes: Buffer.from('eedl'), place: 'anywhere' },
    ];
    for (let at = BLOCK - 40; at < BLOCK + 8; at += 1) {
      const text = Buffer.alloc(BLOCK + 64, '.');
      text.write('needle', at);
      assert.equal(sifted(patterns, text, false).length, 2, `${at}`);
      assert.deepEqual(sifted(patterns, text, false), sifted(patterns, text, true));
    }
  });
});
