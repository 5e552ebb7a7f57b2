import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ISSUERS } from './index.ts';
import type { Answer, Issuer } from './issuer.ts';
import { readAnswer, valueAt } from './read-answer.ts';

const SECRET = ['gh', 'p_Tr0ub4dorQu1llf34th3rQu1llf34th3r12'].join('');
const issuer = (id: string): Issuer => ISSUERS.find((one) => one.id === id) ?? assert.fail(id);

function answer(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status, text, json, header: (name) => headers[name] ?? '' };
}

describe('reading the answer of an issuer', () => {
  const limits = '{"resources":{"core":{}}}';
  const scopesOf = (text: string) =>
    readAnswer(issuer('github'), answer(200, limits, { 'x-oauth-scopes': text }), [SECRET]).scopes;

  it('shows scopes, and neither addresses of people nor what is no scope', () => {
    assert.deepEqual(scopesOf('repo, read:org, ada@posteo.de, <script>, Ada\u00a0Lovelace, repo'), [
      'repo',
      'read:org',
    ]);
  });

  it('shows no scope that echoes the secret, in any case or in part', () => {
    assert.deepEqual(scopesOf(`repo, ${SECRET}, ${SECRET.toUpperCase()}, a:${SECRET.slice(6, 16)}`), ['repo']);
  });

  it('counts the scopes that are too many to list', () => {
    const scopes = scopesOf(Array.from({ length: 100 }, (_, at) => `scope:${at}`).join(', '));
    assert.equal(scopes.length, 61);
    assert.equal(scopes.at(-1), 'and 40 more');
  });

  it('shows no scopes of a secret that is not accepted', () => {
    const refused = answer(401, '{"message":"Bad credentials"}', { 'x-oauth-scopes': 'repo' });
    assert.deepEqual(readAnswer(issuer('github'), refused, [SECRET]).scopes, []);
  });

  it('says of a redirect, of too many questions and of trouble what they are', () => {
    for (const [status, means] of [
      [302, /redirect/],
      [429, /too many/],
      [503, /trouble/],
      [418, /status 418/],
    ] as const) {
      const reading = readAnswer(issuer('openai'), answer(status, '{"object":"list"}'), [SECRET]);
      assert.equal(reading.verdict, 'cannot tell');
      assert.match(reading.means, means);
    }
  });

  it('finds values by paths, in what the JSON itself has and nowhere else', () => {
    assert.equal(valueAt({ a: [{ b: 1 }] }, 'a.0.b'), 1);
    for (const path of ['constructor.name', '__proto__', 'a.length.x', 'a.1.b']) {
      assert.equal(valueAt({ a: [{ b: 1 }] }, path), undefined, path);
    }
  });

  it('never throws, never calls garbage accepted or revoked, and shows at most scopes', () => {
    const status = fc.constantFrom(200, 400, 401, 403, 404);
    const body = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
    fc.assert(
      fc.property(fc.constantFrom(...ISSUERS), status, body, fc.string(), (one, code, text, header) => {
        const { verdict, scopes } = readAnswer(one, { ...answer(code, text), header: () => header }, [SECRET]);
        if (code === 200) assert.equal(verdict, 'cannot tell');
        for (const scope of scopes) assert.match(scope, /^[A-Za-z*][\w.:*/-]{0,63}$|^and \d+ more$/);
      }),
      { numRuns: 2000 },
    );
  });
});
