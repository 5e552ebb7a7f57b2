import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allCanaries } from '@vigie/classify/testing/canaries';
import { ISSUERS } from './index.ts';
import type { Issuer } from './issuer.ts';
import { entryOf, type HeldSecret, holdSecret, SecretFault } from './secret.ts';

const secrets = allCanaries().filter(({ kind }) => kind.startsWith('secret/'));
const canary = (kind: string) => secrets.find((one) => one.kind === `secret/${kind}`)?.value ?? assert.fail(kind);
const issuer = (id: string): Issuer => ISSUERS.find((one) => one.id === id) ?? assert.fail(id);

function taken(id: string, text: string): HeldSecret {
  const secret = holdSecret(issuer(id), text);
  assert.ok(!(secret instanceof SecretFault), secret instanceof SecretFault ? secret.message : '');
  return secret;
}

function refused(id: string, text: string): string {
  const fault = holdSecret(issuer(id), text);
  assert.ok(fault instanceof SecretFault);
  for (const word of text.split(/\s+/).filter((one) => one.length > 6)) assert.ok(!fault.message.includes(word));
  return fault.message;
}

describe('a secret on its way to its issuer', () => {
  it('is taken with white space around, and keeps its characters behind a function', () => {
    const key = canary('openai-api-key');
    const secret = taken('openai', `\n  ${key}\r\n`);
    assert.deepEqual(secret.reveal(), { key });
    assert.equal(secret.entry.id, 'openai-api-key');
    assert.equal(secret.hasMarks, true);
    assert.deepEqual(secret.alike, []);
    assert.ok(!JSON.stringify(secret).includes(key.slice(8, 20)));
    assert.match(secret.shape, /^aa-/);
  });

  it('is not taken where it is none, or more than one', () => {
    const key = canary('openai-api-key');
    assert.match(refused('openai', ''), /there is nothing: OpenAI is asked with the API key/);
    assert.match(refused('openai', ` \n`), /there is nothing/);
    assert.match(refused('openai', `${key}\n${key}`), /there are 2 words: .*one secret is asked about at a time/);
    assert.match(refused('openai', `key = ${key}`), /3 words/);
    assert.match(
      refused('aws', canary('aws-secret-access-key')),
      /one word: .* the access key id, then the secret access key/,
    );
  });

  it('is not taken in a wrong form, and another issuer is named whose mark it bears', () => {
    assert.match(refused('openai', canary('stripe-access-token')), /not the form .* another secret: Stripe/);
    assert.match(refused('openai', `${canary('openai-api-key')}x`), /not the form of the API key of OpenAI; check/);
    assert.match(refused('openai', 'hunter2'), /not the form/);
    assert.match(refused('github', `x${canary('github-pat')}`), /not the form/);
  });

  it('that bears the marks of one issuer goes to no other, unless both have the same, which is told', () => {
    // Forms without marks, such as 32 letters and digits, would let many a secret pass.
    for (const { kind, value } of secrets) {
      const own = entryOf(kind.slice('secret/'.length));
      // Where a form has a group, the marks stand around the secret, not in it.
      if (!('token' in own.form) || /\((?!\?)/.test(own.form.token.source)) continue;
      for (const other of ISSUERS) {
        const secret = holdSecret(other, value);
        if (secret instanceof SecretFault) continue;
        const isTold = secret.entry.issuer === own.issuer || secret.alike.includes(own.issuer);
        assert.ok(isTold, `${other.id} takes ${own.id}`);
      }
    }
  });

  it('of two parts has both, in their order', () => {
    const [id, secret] = [`AKIA${canary('aws-access-token').slice(4)}`, canary('aws-secret-access-key')];
    assert.deepEqual(taken('aws', `${id} ${secret}`).reveal(), { id, secret });
    assert.match(refused('aws', `${secret} ${id}`), /not the form of the access key id/);
    assert.match(refused('aws', `ASIA${id.slice(4)} ${secret}`), /not the form of the access key id/);
  });

  it('that is an address gives the parts that the request wants', () => {
    const url = canary('discord-webhook-url');
    const { id, token, ...rest } = taken('discord-webhook', url).reveal();
    assert.deepEqual(rest, {});
    assert.ok(url.endsWith(`/webhooks/${id}/${token}`));
  });
});
