import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { allCanaries } from '@vigie/classify/testing/canaries';
import {
  httpAnswer,
  type IssuerStandIn,
  PUBLIC_ADDRESS,
  STANDING_CLOCK,
  startIssuerStandIn,
} from '../../testing/issuer-stand-in.ts';
import { askIssuer } from './ask.ts';
import { ISSUERS } from './index.ts';
import type { Issuer } from './issuer.ts';
import { placeOfSecret, shownAddress } from './question.ts';
import { readAnswer } from './read-answer.ts';
import { holdSecret, SecretFault } from './secret.ts';

const { signal } = new AbortController();
const canaries = new Map(allCanaries().map(({ kind, value }) => [kind, value]));
const ACCOUNT = `AC${'0123456789abcdef'.repeat(2)}`;
/** Ids of AWS differ in their beginning alone. */
const AWS_ID = canaries.get('secret/aws-access-token')?.slice(4) ?? '';

/** An invented secret of the form that the issuer gives them. */
function inventedFor({ id, parts }: Issuer): string {
  if (id === 'twilio') return `${ACCOUNT}\n${canaries.get('secret/twilio-auth-token')}`;
  return parts
    .map(({ name, kinds: [kind] }) => {
      if (name === 'id' && id.startsWith('aws')) return `${id === 'aws' ? 'AKIA' : 'ASIA'}${AWS_ID}`;
      const value = canaries.get(`secret/${kind}`) ?? assert.fail(kind);
      const marks: Record<string, string> = { buildkite: 'bkua_', circleci: 'CCIPAT_', cloudflare: 'cfut_' };
      const mark = marks[id];
      return mark === undefined ? value : `${mark}${value.slice(value.indexOf('_') + 1)}`;
    })
    .join(' ');
}

function held(issuer: Issuer) {
  const secret = holdSecret(issuer, inventedFor(issuer));
  assert.ok(!(secret instanceof SecretFault), `${issuer.id}: ${secret instanceof SecretFault ? secret.message : ''}`);
  return secret;
}

describe('issuers', () => {
  let standIn: IssuerStandIn;
  before(async () => {
    standIn = await startIssuerStandIn();
  });
  after(() => standIn.stop());

  it('are those of the folder, and each has a name of its own', () => {
    const files = readdirSync(new URL('known/', import.meta.url)).map((file) => file.replace('.ts', ''));
    const roots = new Set(ISSUERS.map(({ id }) => id.replace(/-.*/, '')));
    assert.deepEqual([...roots].sort(), files.sort());
    assert.equal(new Set(ISSUERS.map(({ id }) => id)).size, ISSUERS.length);
  });

  for (const issuer of ISSUERS) {
    describe(issuer.id, () => {
      for (const { status, headers, body, verdict, scopes } of issuer.examples) {
        it(`is read as ${verdict} where it answers ${status} with ${body.slice(0, 60)}`, async () => {
          standIn.answer(httpAnswer(status, body, headers));
          standIn.looked.length = 0;
          const report = await askIssuer(issuer, held(issuer), standIn.host, signal);
          assert.equal(report.verdict, verdict);
          assert.equal(report.status, status);
          if (scopes) assert.deepEqual(report.scopes, scopes);
          assert.deepEqual(standIn.looked, [issuer.request.host, `${PUBLIC_ADDRESS}:443`]);
        });
      }

      it('is asked once, with the secret where it says that it stands, and shows nothing of it', async () => {
        standIn.answer(httpAnswer(429, '{}'));
        standIn.requests.length = 0;
        const secret = held(issuer);
        const parts = Object.values(secret.reveal());
        const report = await askIssuer(issuer, secret, standIn.host, signal);
        assert.equal(standIn.requests.length, 1);
        const [head = ''] = standIn.requests;
        const { method, host, path } = issuer.request;
        assert.ok(head.startsWith(`${method} ${path.split(/\{/)[0]}`), head);
        assert.match(head, new RegExp(`\r\nHost: ${host.replaceAll('.', '\\.')}\r\n`));
        const sent = head + Buffer.from(/Basic (\S+)/.exec(head)?.[1] ?? '', 'base64').toString('latin1');
        const isSigned = issuer.request.signed !== undefined;
        for (const [name, part] of Object.entries(secret.reveal())) {
          assert.equal(sent.includes(part), !(isSigned && name === 'secret'), `${name} of ${issuer.id}`);
        }
        const shown = JSON.stringify({ report, secret, address: shownAddress(issuer), place: placeOfSecret(issuer) });
        for (const part of parts) assert.ok(!shown.includes(part), issuer.id);
        assert.equal(report.verdict, 'cannot tell');
        assert.equal(report.askedAt, new Date(STANDING_CLOCK).toISOString());
      });

      it('has an example of acceptance, of refusal, and a page of its own', () => {
        assert.ok(issuer.examples.some(({ verdict }) => verdict === 'live'));
        assert.ok(issuer.examples.some(({ verdict }) => verdict !== 'live'));
        assert.match(issuer.source, /^https:\/\//);
      });
    });
  }

  it('tell nothing of a secret by an answer that no rule explains', () => {
    const [text, header] = ['{"ok":true,"valid":true,"object":"list"}', () => ''];
    for (const issuer of ISSUERS) {
      for (const status of [204, 301, 307, 418, 429, 500, 503]) {
        const { verdict } = readAnswer(issuer, { status, text, json: JSON.parse(text), header }, []);
        assert.equal(verdict, 'cannot tell', `${issuer.id} ${status}`);
      }
    }
  });
});
