import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createScram } from './scram.ts';

const VECTORS = [
  {
    // RFC 7677, section 3
    mechanism: 'SCRAM-SHA-256',
    nonce: 'rOprNGfwEbeRWgbNEkqO',
    server: 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
    proof: 'dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    answer: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  },
  {
    // The example of MongoDB's specification of its logins, with its MD5 of the password
    mechanism: 'SCRAM-SHA-1',
    nonce: 'fyko+d2lbbFgONRv9qkxdawL',
    server: 'r=fyko+d2lbbFgONRv9qkxdawLHo+Vgk7qvUOKUwuWLIWg4l/9SraGMHEE,s=rQ9ZY3MntBeuP3E1TDVC4w==,i=10000',
    proof: 'MC2T8BvbmWRckDw8oWl5IVghwCY=',
    answer: 'v=UMWeI25JD1yNYZRMpZ4VHvhZ9e0=',
  },
] as const;

describe('the login by SCRAM', () => {
  for (const { mechanism, nonce, server, proof, answer } of VECTORS) {
    it(`gives the proof of the documentation for ${mechanism}, and knows the server's`, async () => {
      const scram = createScram(mechanism, 'user', 'pencil', nonce);
      assert.equal(scram.first, `n,,n=user,r=${nonce}`);
      assert.equal((await scram.final(server))?.split(',p=')[1], proof);
      assert.equal(scram.isProof(answer), true);
      assert.equal(scram.isProof('v=AAAA'), false);
    });
  }

  it('takes no nonce but its own, no cheap and no endless derivation', async () => {
    const final = (text: string) => createScram('SCRAM-SHA-256', 'user', 'pencil', 'abc').final(text);
    for (const text of [
      'r=abcd,s=QUJD,i=1',
      'r=abcd,s=QUJD,i=99999999',
      'r=other,s=QUJD,i=4096',
      'r=abc,s=QUJD,i=4096',
      'r=abcd,s=,i=4096',
      '',
    ]) {
      assert.equal(await final(text), undefined, text);
    }
  });

  it('shows no proof before the server has spoken', () => {
    assert.equal(createScram('SCRAM-SHA-256', 'user', 'pencil').isProof('v='), false);
  });
});
