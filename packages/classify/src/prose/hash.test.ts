import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HASH_START, hashBefore, hashOf } from './hash.ts';

describe('hash', () => {
  it('is FNV-1a over 32 bits', () => {
    // Vectors of the authors' own test program, http://www.isthe.com/chongo/src/fnv/test_fnv.c
    assert.equal(hashOf('') >>> 0, 0x811c9dc5);
    assert.equal(hashOf('a') >>> 0, 0xe40c292c);
    assert.equal(hashOf('foobar') >>> 0, 0xbf9cf968);
  });
  it('gives back the hash before the last letter', () => {
    for (const word of ['saudi', 'ecuadorean', 'müller'])
      assert.equal(hashBefore(hashOf(`${word}s`), 's'.charCodeAt(0)), hashOf(word));
    assert.equal(hashBefore(hashOf('s'), 's'.charCodeAt(0)), HASH_START);
  });
});
