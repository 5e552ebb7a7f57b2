import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PEM, PLANTED, testClassifier } from '../../testing/redaction-classifier.ts';
import type { Classifier } from '../classifier.ts';
import { PolicyFault, parsePolicy, type RedactionPolicy } from './policy.ts';
import { createRedactor } from './redactor.ts';

const KEY = Buffer.from('a key that only the tests have');
const classifier = testClassifier();

function redactorOf(foreign: unknown = {}, key: Uint8Array = KEY) {
  const policy = parsePolicy(foreign);
  if (policy instanceof PolicyFault) throw policy;
  return createRedactor({ classifier, policy, key });
}

const json = (foreign: unknown, value: unknown): unknown =>
  JSON.parse(redactorOf(foreign).redactJsonLine(JSON.stringify(value)));

const LABELS = /\[[a-z-]+\/[a-z0-9-]+\]/g;

describe('redaction of text', () => {
  it('masks a value and leaves the rest as it is', () => {
    assert.equal(redactorOf().redact('mail from ada@posteo.de, 3 ms\r\n'), 'mail from [person/email], 3 ms\r\n');
  });

  it('does with each kind what the last rule that fits says', () => {
    const policy = { kinds: { '*': 'mask', 'person/*': 'drop', 'person/email': 'keep' } };
    assert.equal(redactorOf(policy).redact('to ada@posteo.de tel +33 6 12 34 56 78.\n'), 'to ada@posteo.de tel .\n');
  });

  it('gives bytes without findings back as they are, broken ones too', () => {
    const bytes = Buffer.from([0x41, 0xff, 0xc3, 0x28, 0x0a, 0x00, 0x0d, 0x0a, 0xf0, 0x9f]);
    assert.deepEqual(Buffer.from(redactorOf().redactBytes(bytes)), bytes);
  });

  it('finds a value beside broken UTF-8, and passes the broken bytes', () => {
    const bytes = Buffer.concat([Buffer.from([0xff]), Buffer.from(' ada@posteo.de '), Buffer.from([0xc3, 0x0a])]);
    const redacted = Buffer.from(redactorOf().redactBytes(bytes)).toString('latin1');
    assert.equal(redacted, '\xff [person/email] \xc3\n');
  });

  it('withholds a line in which NUL bytes hide a value, as UTF-16 does', () => {
    const redactor = redactorOf();
    const redacted = redactor.redactBytes(Buffer.from('mail ada@posteo.de\nplain\n', 'utf16le'));
    assert.equal(Buffer.from(redacted).toString('latin1').replaceAll('\0', ''), '[withheld]\nplain\n');
    assert.equal(redactor.withheld.get('hidden by NUL bytes'), 1);
  });

  it('keeps the number of lines where a value has many', () => {
    const text = `before\n${PEM}\nafter\n`;
    for (const action of ['mask', 'drop', 'hash', 'token']) {
      const redacted = redactorOf({ kinds: { '*': action } }).redact(text);
      assert.equal(redacted.split('\n').length, text.split('\n').length, action);
      for (const line of PEM.split('\n').slice(1, -1)) assert.ok(!redacted.includes(line), action);
      assert.match(redacted, /^before\n[\s\S]*\nafter\n$/);
    }
  });

  it('takes a private key that never ends so far as it goes, and no line behind it', () => {
    const cut = PEM.split('\n').slice(0, 3).join('\n');
    const redacted = redactorOf().redact(`${cut}\nconnection closed by the other side\n`);
    assert.equal(redacted, `${'[secret/private-key]\n'.repeat(3)}connection closed by the other side\n`);
  });

  it('takes a private key whose lines a log has put a head before', () => {
    const logged = PEM.split('\n')
      .map((line) => `web_1  | ${line}\n`)
      .join('');
    const redacted = redactorOf().redact(logged);
    for (const line of PEM.split('\n').slice(1, -1)) assert.ok(!redacted.includes(line));
  });

  it('leaves a mere mention of a private key', () => {
    const text = 'looks for "-----BEGIN RSA PRIVATE KEY-----" in files\nnext line of log\n';
    assert.equal(redactorOf().redact(text), text);
  });

  it('withholds what a failing classifier did not read, line by line, and never throws', () => {
    const failing: Classifier = {
      kinds: [],
      classify: (bytes) => {
        if (Buffer.from(bytes).includes('bad')) throw new Error(`cannot read ${Buffer.from(bytes).toString()}`);
        return [];
      },
      explain: () => ({ spans: [], lookAlikes: [] }),
    };
    const redactor = createRedactor({ classifier: failing, key: KEY });
    assert.equal(redactor.redact('good\nbad ada@posteo.de\ngood\n'), 'good\n[withheld]\ngood\n');
    assert.equal(redactor.redactJsonLine('{"a":"bad"}'), '"[withheld]"');
    assert.equal(redactor.redactValue({ a: 'bad' }), '[withheld]');
    assert.equal(redactor.withheld.get('not readable'), 3);
  });

  it('keeps a line of JSON JSON, also where a number is replaced and where it is written with escapes', () => {
    const line = '{"card": 4111111111111111, "id":12345678901234567890, "to":"ada\\u0040posteo.de", "ok":1.0}\n';
    assert.equal(
      redactorOf().redact(line),
      '{"card": "[payment/card]", "id":12345678901234567890, "to":"[person/email]", "ok":1.0}\n',
    );
  });

  it('keeps JSON that is spread over lines JSON', () => {
    const redacted = redactorOf().redact('{\n  "card": 4111111111111111,\n  "a": 1\n}\n');
    assert.deepEqual(JSON.parse(redacted), { card: '[payment/card]', a: 1 });
  });

  it('redacts a line once, however often it is asked to', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PLANTED)), (values) => {
        const once = redactorOf().redact(values.join('\n'));
        assert.equal(redactorOf().redact(once), once);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves its own labels as they are when it redacts again', () => {
    const line = fc.array(
      fc.oneof(
        fc.constantFrom(...PLANTED),
        fc.constantFrom(
          'password=',
          'email:',
          '"phone": ',
          'ip 192.0.2.77',
          ' user ',
          'token: ',
          'card ',
          '12345678',
          '{',
          '}',
          '\n',
        ),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(line, (parts) => {
        // What stands beside a value may be told only once the value is gone, so more labels may follow, but none may change.
        const labelsOf = (text: string): string[] => text.match(LABELS) ?? [];
        const once = redactorOf().redact(parts.join(' '));
        const again = labelsOf(redactorOf().redact(once));
        const kept = labelsOf(once).reduce((at, label) => (at === -1 ? -1 : again.indexOf(label, at) + 1 || -1), 0);
        assert.notEqual(kept, -1, `${once} lost a label`);
      }),
      { numRuns: 300 },
    );
  });

  it('lets no planted value pass, wherever it stands', () => {
    const around = fc.string({ unit: fc.constantFrom('a', ' ', 'é', '"', '{', '\\', ',', ':', '9', '山') });
    fc.assert(
      fc.property(around, fc.constantFrom(...PLANTED), around, fc.boolean(), (before, value, behind, isJson) => {
        const text = `${before} ${value} ${behind}`;
        const redacted = isJson ? redactorOf().redactJsonLine(JSON.stringify({ text })) : redactorOf().redact(text);
        assert.ok(!redacted.includes(value), redacted);
        if (isJson) JSON.parse(redacted);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hashes and tokens', () => {
  const one = (action: string, text: string, key?: Uint8Array) =>
    redactorOf({ kinds: { '*': action } }, key).redact(text);

  it('are the same for the same value and key over runs, and others with another key', () => {
    for (const action of ['hash', 'token']) {
      for (const value of PLANTED) {
        const text = ` ${value} `;
        assert.equal(one(action, text), one(action, text), value);
        assert.notEqual(one(action, text), one(action, text, Buffer.from('another key of the tests')), value);
        assert.ok(!one(action, text).includes(value));
      }
    }
  });

  it('are the same for a value that is written differently', () => {
    assert.equal(one('hash', 'Ada@Posteo.de'), one('hash', 'ada@posteo.de'));
    assert.equal(one('hash', '+33 6 12 34 56 78'), one('hash', '+33612345678'));
    assert.equal(one('hash', 'GB82 WEST 1234 5698 7654 32'), one('hash', 'GB82WEST12345698765432'));
  });

  it('a token has the shape of its value, in every script, and is never the value', () => {
    const shape = (text: string) =>
      text
        .replace(/\p{N}/gu, '9')
        .replace(/\p{Lu}/gu, 'A')
        .replace(/\p{L}/gu, 'a');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', 'é', 'Ж', 'ж', '山', '7', '-', ' ', 'ひ') }), (text) => {
        const line = JSON.stringify({ password: text });
        const redactor = redactorOf({ keys: { password: 'token' } });
        const { password } = JSON.parse(redactor.redactJsonLine(line)) as { password: string };
        if (!/[\p{L}\p{N}]/u.test(text)) return assert.equal(password, '[key]');
        assert.notEqual(password, text);
        assert.equal(shape(password), shape(text));
      }),
    );
  });

  it('a number stays a number', () => {
    assert.match(JSON.stringify(json({ kinds: { '*': 'token' } }, { card: 4111111111111111 })), /^\{"card":\d{16}\}$/);
  });

  it('a short key is refused', () => {
    assert.throws(() => createRedactor({ classifier, key: Buffer.from('short') }), RangeError);
  });
});

describe('redaction of JSON', () => {
  it('does with keys what the policy says, in objects, lists, strings with JSON, and names with full stops', () => {
    const policy = { keys: { '**.password': 'drop', 'user.id': 'hash', 'http.body': 'mask', 'items.*.pin': 'drop' } };
    const value = {
      password: 'x',
      user: { id: 7, password: 'y', name: 'z' },
      'http.body': { deep: [1] },
      items: [{ pin: 1, n: 2 }, { pin: 3 }],
      inner: '{"a":{"password":"p","b":1}}',
      HTTP: { Body: 'text' },
    };
    const redacted = json(policy, value) as { user: { id: string } };
    assert.match(redacted.user.id, /^\[key:[0-9a-f]{16}\]$/);
    assert.deepEqual(redacted, {
      user: { id: redacted.user.id, name: 'z' },
      'http.body': '[key]',
      items: [{ n: 2 }, {}],
      inner: '{"a":{"b":1}}',
      HTTP: { Body: '[key]' },
    });
  });

  it('drops members with the right commas, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (drops) => {
        const value = Object.fromEntries(drops.map((drop, i) => [`${drop ? 'bad' : 'good'}${i}`, i]));
        const kept = Object.fromEntries(Object.entries(value).filter(([name]) => name.startsWith('good')));
        assert.deepEqual(json({ keys: { 'bad*': 'drop' } }, value), kept);
      }),
    );
  });

  it('lets a rule keep what it names, and a later rule for what is below hold', () => {
    const policy = { keys: { contact: 'keep', 'contact.note': 'drop' } };
    assert.deepEqual(json(policy, { contact: { mail: 'ada@posteo.de', note: 'x' }, to: 'ada@posteo.de' }), {
      contact: { mail: 'ada@posteo.de' },
      to: '[person/email]',
    });
  });

  it('lets only allowed keys pass, and redacts those by kind', () => {
    const policy = { allowedKeys: ['msg', 'http.status', 'tags', 'items.*.sku', 'meta.**'] };
    const value = {
      msg: 'hello ada@posteo.de',
      http: { status: 200, path: '/x' },
      tags: ['a', 'b'],
      items: [{ sku: 1, who: 'Ada' }],
      meta: { a: { b: [1, { c: 2 }] } },
      users: { alice: {} },
    };
    assert.deepEqual(json(policy, value), {
      msg: 'hello [person/email]',
      http: { status: 200 },
      tags: ['a', 'b'],
      items: [{ sku: 1 }],
      meta: { a: { b: [1, { c: 2 }] } },
    });
    assert.equal(json(policy, 'a line that is a string'), null);
    assert.equal(json({ allowedKeys: [] }, { a: 1 }), null);
  });

  it('redacts what people said, and leaves roles, models, tokens and latencies', () => {
    const value = {
      model: 'gpt-4o',
      latency_ms: 840,
      usage: { prompt_tokens: 21, completion_tokens: 9 },
      messages: [
        { role: 'user', content: 'I have felt sad for weeks, what can I do about it?' },
        { role: 'assistant', content: [{ type: 'text', text: 'Talk with somebody whom you trust.' }] },
        { role: 'user', content: 'user' },
      ],
    };
    const redacted = redactorOf().redact(`${JSON.stringify(value)}\n`);
    assert.deepEqual(JSON.parse(redacted), {
      model: 'gpt-4o',
      latency_ms: 840,
      usage: { prompt_tokens: 21, completion_tokens: 9 },
      messages: [
        { role: 'user', content: '[conversation]' },
        { role: 'assistant', content: [{ type: 'text', text: '[conversation]' }] },
        { role: 'user', content: '[conversation]' },
      ],
    });
    const inString = redactorOf().redactJsonLine(JSON.stringify({ ms: 5, request_body: JSON.stringify(value) }));
    assert.ok(!/sad|trust/.test(inString), inString);
    assert.match(inString, /840/);
  });

  it('withholds what is no JSON, and what is nested too deep', () => {
    const redactor = redactorOf();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const line of [
      '{"a":"ada@posteo.de"',
      'ada@posteo.de',
      "{'a':1}",
      '{"a":01}',
      '[1,]',
      '{"a" 1}',
      deep,
      '"\\x"',
    ]) {
      assert.equal(redactor.redactJsonLine(line), '"[withheld]"', line.slice(0, 20));
    }
    assert.equal(redactor.withheld.get('not JSON'), 8);
    assert.equal(redactor.redact(`${deep}\n`).length, 200_001);
  });

  it('stays JSON, of the same numbers and blanks, for any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (text, blanks) => {
        const spaced = JSON.stringify(JSON.parse(text), null, blanks).replaceAll('\n', ' ');
        const redacted = redactorOf().redactJsonLine(spaced);
        JSON.parse(redacted);
        if (!/[@\d]{3}/.test(spaced)) assert.equal(redacted, spaced);
      }),
      { numRuns: 300 },
    );
  });

  it('redacts a value that is the name of a key', () => {
    assert.deepEqual(json({}, { 'ada@posteo.de': 1 }), { '[person/email]': 1 });
  });

  it('never throws on a value, and withholds what it cannot read', () => {
    const circular: Record<string, unknown> = { mail: 'ada@posteo.de' };
    circular.self = circular;
    const hostile = {
      get boom() {
        throw new Error('ada@posteo.de');
      },
    };
    const value = { circular, hostile, map: new Map([['ada@posteo.de', 1]]), big: 12n, at: new Date(0), fn: () => 1 };
    assert.deepEqual(redactorOf().redactValue(value), {
      circular: { mail: '[person/email]', self: '[withheld]' },
      hostile: { boom: '[withheld]' },
      map: '[withheld]',
      big: '12',
      at: '1970-01-01T00:00:00.000Z',
      fn: '[withheld]',
    });
    fc.assert(
      fc.property(
        fc.anything({ withMap: true, withBigInt: true, withDate: true }),
        (any) => void redactorOf().redactValue(any),
      ),
    );
  });
});

describe('a policy', () => {
  const faults: [unknown, string][] = [
    [[], 'policy'],
    [{ kind: {} }, 'kind'],
    [{ kinds: { 'person/*': 'remove' } }, 'kinds.person/*'],
    [{ keys: [] }, 'keys'],
    [{ allowedKeys: 'msg' }, 'allowedKeys'],
    [{ possible: 'no' }, 'possible'],
  ];
  for (const [foreign, where] of faults) {
    it(`is refused where ${where} is wrong`, () => {
      const policy: RedactionPolicy | PolicyFault = parsePolicy(foreign);
      assert.ok(policy instanceof PolicyFault);
      assert.equal(policy.where, where);
    });
  }
});
