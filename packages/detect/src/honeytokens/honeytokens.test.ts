import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createTokenRecogniser } from './recogniser.ts';
import { createTokenMint, TOKEN_KINDS } from './token.ts';

const KEY = new Uint8Array(32).fill(7);
const mint = createTokenMint(KEY);
const recogniser = createTokenRecogniser(KEY, ['backup of June']);

describe('honeytokens', () => {
  for (const kind of TOKEN_KINDS) {
    it(`of the kind ${kind} are known in a query, in a request and in capital letters where case says nothing`, () => {
      const token = mint.token(kind, 'backup of June');
      const [found] = recogniser.find(`SELECT * FROM t WHERE a = '${token}'`);
      assert.deepEqual([found?.kind, found?.name], [kind, 'backup of June']);
      assert.equal(recogniser.find(`GET /?q=${encodeURIComponent(token)} HTTP/1.1`)[0]?.kind, kind);
      if (kind === 'row' || kind === 'email') assert.equal(recogniser.find(token.toUpperCase())[0]?.kind, kind);
    });
  }

  it('have the form and the checksum of what they look like', () => {
    assert.match(mint.token('aws-key', 'a'), /^AKIA[A-Z2-7]{16}$/);
    assert.match(mint.token('api-key', 'a'), /^ghp_[A-Za-z0-9]{36}$/);
    assert.match(mint.token('row', 'a'), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.match(mint.token('email', 'a'), /^[a-z2-7]{16}@members\.example\.org$/);
  });

  it('of another key are not ours, nor is one with a sign changed', () => {
    const stranger = createTokenRecogniser(new Uint8Array(32).fill(8));
    for (const kind of TOKEN_KINDS) {
      const token = mint.token(kind, 'x');
      assert.deepEqual(stranger.find(token), []);
    }
    const token = mint.token('aws-key', 'x');
    assert.deepEqual(recogniser.find(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`), []);
  });

  it('say which one without saying it', () => {
    const token = mint.token('aws-secret', 'x');
    assert.ok(!JSON.stringify(recogniser.find(token)).includes(token.slice(0, 12)));
    assert.notEqual(recogniser.find(token)[0]?.uid, recogniser.find(mint.token('aws-secret', 'y'))[0]?.uid);
  });

  it('are found in any surroundings that are no part of a word', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TOKEN_KINDS),
        fc.string(),
        fc.string(),
        fc.string(),
        (kind, name, before, after) => {
          const found = recogniser.find(`${before} "${mint.token(kind, name)}" ${after}`);
          return found.some((one) => one.kind === kind);
        },
      ),
    );
  });

  it('are not found in texts that have none', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => recogniser.find(text).length === 0));
  });

  it('are searched for in bounded time in texts that are made to be slow', () => {
    for (const text of [
      'A'.repeat(1 << 20),
      'ghp_'.repeat(1 << 18),
      '%41'.repeat(1 << 18),
      'a'.repeat(40).concat(' ').repeat(20_000),
    ])
      assert.deepEqual(recogniser.find(text), []);
  });

  it('want a key that cannot be guessed', () => {
    assert.throws(() => createTokenMint(new Uint8Array(8)), RangeError);
  });
});
