// Twelve secrets that application logs hold most often, with random values, in lines of JSON: found at their exact span and as
// nothing else.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAll } from '../../../testing/find.ts';
import { CERTAIN_FROM } from '../../span.ts';
import { catalogueRules } from '../catalogue-rules.ts';
import { createSecretFinder } from '../secret-finder.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const ALNUM = `${UPPER}${UPPER.toLowerCase()}${DIGITS}`;
const WORD = `${ALNUM}_-`;

let state = 11;
function below(limit: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}
const of = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet[below(alphabet.length)]).join('');
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Each with its last characters, where these may be signs. */
const MAKERS: Readonly<Record<string, (last: string) => string>> = {
  'openai-api-key': (last) => ['sk', `-proj-${of(WORD, 74)}T3BlbkFJ${of(WORD, 73)}${last}`].join(''),
  'anthropic-api-key': () => ['sk', `-ant-api03-${of(WORD, 93)}AA`].join(''),
  'aws-access-token': () => ['AK', `IA${of(`${UPPER}234567`, 16)}`].join(''),
  'github-pat': () => ['gh', `p_${of(ALNUM, 36)}`].join(''),
  'gitlab-pat': (last) => ['gl', `pat-${of(WORD, 19)}${last}`].join(''),
  'slack-bot-token': () => ['xo', `xb-${of(DIGITS, 12)}-${of(DIGITS, 12)}-${of(ALNUM, 24)}`].join(''),
  'stripe-access-token': () => ['sk', `_live_${of(ALNUM, 24)}`].join(''),
  'gcp-api-key': (last) => ['AI', `za${of(WORD, 34)}${last}`].join(''),
  'huggingface-access-token': () => ['h', `f_${of(UPPER + UPPER.toLowerCase(), 34)}`].join(''),
  jwt: (last) =>
    `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ sub: of(DIGITS, 10) })}.${of(WORD, 42)}${last}`,
  'private-key': () =>
    `-----BEGIN RSA PRIVATE${' '}KEY-----\n${Array.from({ length: 6 }, () => of(`${ALNUM}+/`, 64)).join('\n')}\n-----END RSA PRIVATE${' '}KEY-----`,
  'database-url': () => `mysql://svc_${of(DIGITS, 2)}:${of(ALNUM, 18)}@db-${below(9)}.internal:3306/orders`,
};
const LINES = ['loaded key %', 'export TOKEN=%', 'config value api_key: "%"', 'connecting with % ...', '% was used'];

describe('secrets in the lines of a log', () => {
  const finder = createSecretFinder(catalogueRules());

  for (const [id, make] of Object.entries(MAKERS)) {
    it(`finds ${id} at its exact span, also where it ends in a sign`, () => {
      for (const line of LINES) {
        for (const last of ['-', '_', 'a', '9']) {
          const value = make(last);
          const row = `${JSON.stringify({ 'string.names': ['line'], 'string.values': [line.replace('%', () => value)] })}\n`;
          const written = JSON.stringify(value).slice(1, -1);
          const start = row.indexOf(written);
          const { matches } = findAll(finder, row);
          const spans = matches.map((match) => `${match.rule} ${match.start - start} ${match.end - start}`);
          assert.deepEqual(spans, [`${id} 0 ${written.length}`], line);
          assert.ok(matches.every(({ confidence }) => confidence >= CERTAIN_FROM));
        }
      }
    });
  }

  it('finds what a command holds that is escaped in one line of many', () => {
    const secret = `svc_${of(DIGITS, 2)}:${of(ALNUM, 18)}`;
    const row = (line: string) => `${JSON.stringify({ msg: line })}\n`;
    const text = `${row('started')}${row(`curl -s --user "${secret}" https://db-1.internal/health`)}${row('stopped')}`;
    assert.deepEqual(
      findAll(finder, text).matches.map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`),
      [`curl-auth-user ${secret}`],
    );
  });

  it('takes no look-alike for certain', () => {
    const hex = (length: number) => of('0123456789abcdef', length);
    const uuid = () => [8, 4, 4, 4, 12].map(hex).join('-');
    const values = [
      () => `request ${uuid()} finished`,
      () => `token id ${uuid()} rotated`,
      () => `token: ${uuid()}`,
      () => `deployed commit ${hex(40)}`,
      () => `etag ${hex(40)}`,
      () => `cursor ${Buffer.from(of(ALNUM, 90)).toString('base64')}`,
      () => `image data:image/png;base64,${Buffer.from(of(ALNUM, 90)).toString('base64')}`,
      () =>
        `set api_key=${['your_api_key_here', 'changeme', '<password>', `sk-${'x'.repeat(24)}`, `ghp_${'X'.repeat(36)}`][below(5)]} in your .env`,
      () => `documentation example: ${['AK', 'IAIOSFODNN7EXAMPLE'].join('')}`,
      () => `manual shows ${['AK', 'IAEXAMPLEEXAMPLE34'].join('')}`,
      () => `aws_secret_access_key = ${['wJalrXUtnFEMI', '/K7MDENG/bPxRfiCYEXAMPLEKEY'].join('')}`,
    ];
    for (let i = 0; i < 400; i += 1) {
      const row = JSON.stringify({ msg: values[i % values.length]?.() });
      const certain = findAll(finder, row).matches.filter(({ confidence }) => confidence >= CERTAIN_FROM);
      assert.deepEqual(
        certain.map(({ rule }) => `${rule} in ${row}`),
        [],
      );
    }
  });
});
