import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isStretch, settle } from './settle.ts';
import type { Match } from './span.ts';

const match = (kind: string, start: number, end: number, confidence = 0.8): Match => {
  return { kind, rule: kind, start, end, confidence, reasons: [] };
};
const kindsOf = (matches: readonly Match[]) => settle(matches).map(({ kind }) => kind);

describe('overlaps', () => {
  it('give a place to the surer kind, and to a secret before all', () => {
    assert.deepEqual(kindsOf([match('a', 0, 9, 0.4), match('b', 0, 9, 0.9)]), ['b']);
    assert.deepEqual(kindsOf([match('person/email', 10, 25, 0.95), match('secret/database-url', 0, 40, 0.7)]), [
      'secret/database-url',
    ]);
    assert.deepEqual(kindsOf([match('short', 5, 9), match('long', 0, 9)]), ['long']);
  });

  it('leave values inside of a conversation', () => {
    assert.deepEqual(
      kindsOf([match('person/email', 5, 9), match('conversation', 0, 90), match('special/health', 0, 20)]),
      ['conversation', 'special/health', 'person/email'],
    );
  });

  it('are none among the values that stand, and nothing is lost that overlapped with nothing', () => {
    const any = fc.record({
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 9 }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (list) => {
        const matches = list.map(({ start, length, confidence }, i) =>
          match(`k${i}`, start, start + length, confidence),
        );
        const standing = settle(matches).filter(({ kind }) => !isStretch(kind));
        standing.forEach((one, i) => {
          const next = standing[i + 1];
          assert.ok(!next || one.end <= next.start);
        });
        for (const one of matches) {
          assert.ok(standing.some((other) => one.start < other.end && other.start < one.end));
        }
      }),
    );
  });
});
