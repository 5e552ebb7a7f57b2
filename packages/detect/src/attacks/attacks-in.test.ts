import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HARMLESS, SENTENCES } from '../../testing/harmless-values.ts';
import { ATTACKS } from '../../testing/web-attacks.ts';
import type { Where } from './attack.ts';
import { attacksIn } from './attacks-in.ts';

const PLACES: readonly Where[] = ['query', 'path', 'header', 'body', 'cookie'];

describe('attacks in a value', () => {
  for (const [kind, values] of Object.entries(ATTACKS)) {
    it(`are found: ${kind}`, () => {
      for (const value of values) {
        const kinds = attacksIn(value).map((attack) => attack.kind);
        assert.ok(
          kinds.some((found) => found === kind),
          `${JSON.stringify(value)}: ${kinds.join(', ') || 'nothing'}`,
        );
      }
    });
  }

  for (const where of PLACES) {
    it(`are not seen in what people send: ${where}`, () => {
      for (const value of [...HARMLESS[where], ...SENTENCES]) {
        const found = attacksIn(value, where).map(({ kind, reasons }) => `${kind}: ${reasons.join('; ')}`);
        assert.deepEqual(found, [], value);
      }
    });
  }

  it('are told in words that quote nothing of the value', () => {
    const canary = 'zq7canary';
    for (const values of Object.values(ATTACKS)) {
      for (const value of values) {
        for (const { reasons, confidence } of attacksIn(`${value} ${canary}`)) {
          assert.ok(reasons.length > 0);
          assert.ok(!reasons.join(' ').includes(canary));
          assert.ok(confidence >= 0.5 && confidence < 1);
        }
      }
    }
  });

  it('are found behind a long text, and in front of one', () => {
    const attack = "' union select name, pass from members-- ";
    const filler = 'lorem ipsum dolor sit amet '.repeat(2000);
    assert.notEqual(attacksIn(`<img src=x onerror=alert(1)>${filler}`).length, 0);
    assert.notEqual(attacksIn(`${filler}<img src=x onerror=alert(1)>`).length, 0);
    assert.notEqual(attacksIn(`x${attack}${filler}`).length, 0);
  });

  it('are found in the values of a body of JSON, of XML and of a form', () => {
    const value = "1' or '1'='1";
    for (const body of [
      JSON.stringify({ user: { name: value } }),
      `<?xml version="1.0"?><a name="${value}"/>`,
      `name=${encodeURIComponent(value)}&b=1`,
    ]) {
      assert.deepEqual(
        attacksIn(body, 'body').map(({ kind }) => kind),
        ['sql-injection'],
        body,
      );
    }
  });

  it('are found in the parts of a form with files, whose own lines are none', () => {
    const form = (name: string, content: string) =>
      `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--x--\r\n`;
    const kinds = (body: string) => attacksIn(body, 'body').map(({ kind }) => kind);
    assert.deepEqual(kinds(form('letter.txt', 'Dear all,\r\nsee you.')), []);
    assert.deepEqual(kinds(form('../../../etc/cron.d/a', 'x')), ['path-traversal']);
    assert.deepEqual(kinds(form('a.txt', '<script>alert(1)</script>')), ['cross-site-scripting']);
  });

  it('are no surprise in the names that documents have', () => {
    assert.deepEqual(attacksIn('<?xml version="1.0"?><java.lang.Runtime a="b">c</java.lang.Runtime>', 'body'), []);
  });
});

describe('any value', () => {
  const signs = fc.constantFrom(...`'"<>;|&$(){}[]\`\\/=%#*!^~@:.,-+ \t\r\n\0aAzZ09_xué中`, ...pieces());
  const hostile = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(''));

  it('is read without a throw', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), fc.constantFrom(...PLACES), (value, where) => {
        for (const { confidence, reasons } of attacksIn(value, where)) {
          assert.ok(confidence >= 0.5 && confidence < 1);
          assert.ok(reasons.length > 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of words alone, in any alphabet, is no attack', () => {
    const word = fc.oneof(
      fc.stringMatching(/^\p{L}{1,12}$/u),
      fc.constantFrom(...SENTENCES.flatMap((text) => text.match(/\p{L}+/gu) ?? [])),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.constantFrom(...PLACES), (words, where) => {
        assert.deepEqual(attacksIn(words.join(' '), where), []);
      }),
      { numRuns: 300 },
    );
  });

  it('of 10 MB costs a bounded time', () => {
    for (const piece of ["'", '<a ', '../', '{{', '$(', ' \n', '%27', '/*', 'union select ', '&#', '{"a":']) {
      const started = performance.now();
      attacksIn(piece.repeat(10_000_000 / piece.length), 'body');
      assert.ok(performance.now() - started < 15_000, JSON.stringify(piece));
    }
  });
});

/** Words that the readers know, for values that come close to attacks. */
function pieces(): readonly string[] {
  return [
    'select',
    ' union ',
    ' or ',
    '1=1',
    '--',
    '/*',
    '*/',
    '../',
    '<script',
    'onerror=',
    'javascript:',
    '${',
    '{{',
    '}}',
    'jndi:',
    '%27',
    '%u0027',
    '&#x27;',
    '\\u0027',
    'cat ',
    '/etc/passwd',
    'http://',
    '127.0.0.1',
    '<!ENTITY ',
    '\r\nSet-Cookie:',
    '"$gt":',
  ];
}
