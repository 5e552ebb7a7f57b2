import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createHashSet } from './hash-set.ts';

const hashes = fc.array(fc.oneof(fc.nat(40), fc.maxSafeInteger().map(Math.abs)), { maxLength: 300 });

describe('a set of hashes', () => {
  it('is a set, of small numbers as of large ones', () => {
    fc.assert(
      fc.property(hashes, hashes, fc.maxSafeInteger().map(Math.abs), (first, second, limit) => {
        const ours = createHashSet();
        const known = new Set<number>();
        for (const hash of first) {
          assert.equal(ours.add(hash), !known.has(hash));
          known.add(hash);
        }
        for (const hash of second) assert.equal(ours.has(hash), known.has(hash));
        assert.deepEqual([...ours.values()].sort(), [...known].sort());
        ours.keepBelow(limit);
        const below = [...known].filter((hash) => hash < limit);
        assert.deepEqual([...ours.values()].sort(), below.sort());
        assert.equal(ours.size, below.length);
      }),
    );
  });
});
