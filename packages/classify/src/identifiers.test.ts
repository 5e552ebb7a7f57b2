import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAll } from '../testing/find.ts';
import type { Identifier } from './identifier.ts';
import { createIdentifierFinder } from './identifiers.ts';

const kind = { title: 'x', edpb: ['n'], meaning: 'x', identifies: 'one person' } as const;
const ODD: Identifier = {
  rule: 'odd-number',
  kind: { id: 'test/odd', ...kind },
  forms: ['9{3}~9{3}'],
  check: (compact) => Number(compact) % 2 === 1 || 'it is even',
  words: ['odd number', 'odn'],
  against: ['order'],
  confidence: { alone: 0.4, named: 0.9 },
  source: 'invented',
  examples: { valid: [], invalid: [] },
};
const BARE: Identifier = {
  ...ODD,
  rule: 'bare',
  kind: { id: 'test/bare', ...kind },
  forms: ['A{2}9{4}'],
  check: () => true,
  words: ['pass', '护照'],
  confidence: { alone: 0.1, named: 0.8 },
};
const finder = createIdentifierFinder([ODD, BARE]);

function found(text: string, options: { asked?: readonly string[]; field?: string } = {}) {
  const bytes = Buffer.from(text);
  return findAll(finder, bytes, options).matches.map(
    ({ rule, start, end, confidence }) => `${rule} ${bytes.subarray(start, end)} ${confidence}`,
  );
}

describe('the finder of identifiers', () => {
  it('finds a form whose check holds, and says whether a word names it', () => {
    assert.deepEqual(found('see 123 457 there'), ['odd-number 123 457 0.4']);
    assert.deepEqual(found('odd number: 123457'), ['odd-number 123457 0.9']);
    assert.deepEqual(found('"oddNumber":"123-457"'), ['odd-number 123-457 0.9']);
    assert.deepEqual(found('123457 is my ODN'), ['odd-number 123457 0.9']);
    assert.deepEqual(found('number 123456'), []);
  });

  it('takes the name of the field for a word', () => {
    assert.deepEqual(found('AB1234', { field: 'travellerPass' }), ['bare AB1234 0.8']);
    assert.deepEqual(found('AB1234', { field: 'compass' }), []);
  });

  it('keeps a bare shape to itself unless it is asked for', () => {
    assert.deepEqual(found('AB1234'), []);
    assert.deepEqual(found('AB1234', { asked: ['test/bare'] }), ['bare AB1234 0.1']);
  });

  it('lets the nearer word decide', () => {
    assert.deepEqual(found('odd number of the order 123457'), []);
    assert.deepEqual(found('order with odd number 123457'), ['odd-number 123457 0.9']);
  });

  it('does not read a part of something longer', () => {
    for (const text of [
      '0.123457',
      '9-123457',
      '123457.5',
      '123457@example.org',
      'a123457',
      '550e8400-123457',
      '12:123457',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
    for (const text of [
      'x,123457,y',
      '(123457)',
      'n=123457.',
      '\\n123457',
      '\\u4e2d123457',
      '号123457号',
      '123457:80',
    ]) {
      assert.equal(found(text).length, 1, text);
    }
  });

  it('takes no word from another field, nor from another line where something stands between', () => {
    assert.deepEqual(found('odd number\x1fx\x1ename\x1f123457'), ['odd-number 123457 0.4']);
    assert.deepEqual(found('odd number 1\n123457'), ['odd-number 123457 0.4']);
    assert.deepEqual(found('odd number:\n123457'), ['odd-number 123457 0.9']);
    assert.deepEqual(found('护照AB1234'), ['bare AB1234 0.8']);
  });

  it('says why a look-alike is none', () => {
    const { dropped } = findAll(finder, Buffer.from('odd number 123456'), {});
    assert.deepEqual(
      dropped.map(({ why }) => why),
      ['it is even'],
    );
  });

  it('bears any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const { start, end } of findAll(finder, bytes, {}).matches) assert.ok(start < end && end <= bytes.length);
      }),
    );
  });
});
