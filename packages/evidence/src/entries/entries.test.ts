import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeLog, testKey } from '../../testing/made-log.ts';
import { commit, opens } from '../commitment.ts';
import { appendEntry, openingEntry } from '../log/append.ts';
import { decodeEntry, encodeEntry, NO_PREVIOUS, type Payload } from './entry.ts';
import type { EntryType } from './fields.ts';

const OCCASION = { at: Date.UTC(2026, 10, 29), author: 'test' };
const SALT = new Uint8Array(32).fill(1);

describe('a commitment', () => {
  it('is opened by its value and salt, and by nothing else', () => {
    const commitment = commit('Ada Example', SALT);
    // HMAC-SHA-256 as openssl makes it: printf 'Ada Example' | openssl mac -digest SHA256 -macopt hexkey:0101… HMAC
    assert.equal(commitment, 'hmac-sha256:6d935d02fa0b17071ced630bda4a1f0740440098feb8a6571f9bd65fbb2a0413');
    assert.ok(opens(commitment, 'Ada Example', SALT));
    assert.ok(!opens(commitment, 'Ada Exampl', SALT));
    assert.ok(!opens(commitment, 'Ada Example', new Uint8Array(32)));
    assert.ok(!opens(commitment, 'Ada Example', new Uint8Array(31)));
    assert.ok(!opens('hmac-sha256:', 'Ada Example', SALT));
  });

  it('takes no salt of another length, since HMAC would pad it to the same key', () => {
    assert.throws(() => commit('x', new Uint8Array(31)), RangeError);
    assert.throws(() => commit('x', new Uint8Array(33)), RangeError);
  });
});

describe('an entry', () => {
  it('is one line, which is read back', () => {
    const encoded = encodeEntry({ ...OCCASION, type: 'x', payload: { b: 1, a: ['ä'] } }, 3, NO_PREVIOUS);
    assert.ok(encoded);
    assert.match(
      encoded.line,
      /^\{"author":"test","hash":"[0-9a-f]{64}","payload":\{"a":\["ä"\],"b":1\},"previous":"0{64}",/,
    );
    assert.deepEqual(decodeEntry(encoded.line), encoded.entry);
  });

  const [opening = ''] = makeLog([]).lines;
  const SPOILT = {
    'not JSON': ['', '{', opening.slice(1), `${opening}x`],
    'not the fields of an entry': [
      '[]',
      'null',
      '"x"',
      '{}',
      opening.replace('"author"', '"autor"'),
      opening.replace(/}$/, ',"x":1}'),
    ],
    'not canonical': [
      ` ${opening}`,
      opening.replace(',"previous"', ', "previous"'),
      opening.replace('test', 't\\u0065st'),
    ],
    'another hash': [opening.replace('"test"', '"tess"'), opening.replace('12:00', '12:01')],
  };
  for (const [fault, lines] of Object.entries(SPOILT)) {
    it(`is told to be «${fault}»`, () => {
      for (const line of lines) assert.equal(decodeEntry(line), fault, line.slice(0, 40));
    });
  }

  it('is one entry a line, also where JSON would take the second of two equal names', () => {
    const doubled = opening.replace('{"author":"test"', '{"author":"evil","author":"test"');
    assert.equal(decodeEntry(doubled), 'not canonical');
    assert.equal(decodeEntry(opening.replace('"payload":{', '"payload":{"__proto__":1,')), 'another hash');
  });
});

describe('the closed schema of a payload', () => {
  const { state } = openOf();

  function openOf() {
    const opened = openingEntry(testKey(0).verifier, OCCASION);
    assert.ok(!('code' in opened));
    return opened;
  }

  function fieldRefused(type: string, payload: Payload, types?: readonly EntryType[]): string {
    const appended = appendEntry(state, { ...OCCASION, type, payload }, types);
    return 'code' in appended ? appended.field : 'taken';
  }

  const DECIDED = { subject: 'breach-12', decision: 'notify-authority' };

  it('takes ids, hashes, counts and commitments', () => {
    assert.equal(fieldRefused('decision', DECIDED), 'taken');
    const more = { basis: 'gdpr/33', reason: commit('because of Ada', SALT), evidence: ['a'.repeat(64)] };
    assert.equal(fieldRefused('decision', { ...DECIDED, ...more }), 'taken');
  });

  it('has no place for what is about a person', () => {
    assert.equal(fieldRefused('decision', { ...DECIDED, subject: 'ada@posteo.de' }), 'payload.subject');
    assert.equal(fieldRefused('decision', { ...DECIDED, subject: 'Ada Example' }), 'payload.subject');
    assert.equal(fieldRefused('decision', { ...DECIDED, reason: 'Ada asked for it' }), 'payload.reason');
    assert.equal(fieldRefused('decision', { ...DECIDED, name: 'Ada' }), 'payload.name');
    assert.equal(fieldRefused('decision', { ...DECIDED, evidence: ['Ada'] }), 'payload.evidence');
    assert.equal(fieldRefused('decision', { ...DECIDED, evidence: { name: 'Ada' } }), 'payload.evidence');
    assert.equal(fieldRefused('decision', { ...DECIDED, __proto__: { name: 'Ada' } }), 'taken');
  });

  it('wants what it wants, and says which field, never what stood in it', () => {
    assert.equal(fieldRefused('decision', { subject: 'x' }), 'payload.decision');
    assert.equal(fieldRefused('log/checkpoint', {}), 'type');
    assert.equal(fieldRefused('opinion', {}), 'type');
    const appended = appendEntry(state, {
      ...OCCASION,
      type: 'decision',
      payload: { ...DECIDED, subject: 'Ada Example' },
    });
    assert.doesNotMatch(JSON.stringify(appended), /Ada/);
    const author = appendEntry(state, { ...OCCASION, author: 'Ada Example', type: 'decision', payload: DECIDED });
    assert.ok('code' in author && author.field === 'author');
    for (const at of [Number.NaN, -1, 0.5, 1e17]) {
      const late = appendEntry(state, { at, author: 'x', type: 'decision', payload: DECIDED });
      assert.ok('code' in late && late.field === 'at');
    }
  });

  it('can be brought by the caller', () => {
    const fields = { state: { words: ['open', 'mended'] }, 'seen?': 'time', ok: 'flag', rows: 'count' } as const;
    const types = [{ type: 'seen', fields }];
    const good = { state: 'open', ok: true, rows: 3, seen: '2026-11-29T12:00:00.000Z' };
    assert.equal(fieldRefused('seen', good, types), 'taken');
    assert.equal(fieldRefused('seen', { ...good, state: 'shut' }, types), 'payload.state');
    assert.equal(fieldRefused('seen', { ...good, seen: '2026-13-29T12:00:00.000Z' }, types), 'payload.seen');
    assert.equal(fieldRefused('seen', { ...good, rows: -1 }, types), 'payload.rows');
    assert.equal(fieldRefused('seen', { ...good, ok: 1 }, types), 'payload.ok');
    assert.equal(fieldRefused('decision', DECIDED, types), 'type');
  });
});
