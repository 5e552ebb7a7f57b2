// The looks at each seventh or ninth byte meet every run that a look at each byte does.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { eachRun } from './phone-runs.ts';

/** Start and end of a run, and whether a word is near. */
type Run = readonly [start: number, end: number, isNear: boolean];

function visited(text: string, words: readonly number[], everywhere: boolean): Run[] {
  const runs: Run[] = [];
  eachRun(Buffer.from(text), Int32Array.from(words), everywhere, (...run) => runs.push(run));
  return runs;
}

function expected(text: string, words: readonly number[], everywhere: boolean): Run[] {
  const runs: Run[] = [];
  for (const { 0: run, index: start } of text.matchAll(/[\d+()\-./ ]+/g)) {
    const end = start + run.length;
    const digits = run.replace(/\D/g, '').length;
    const isNear = words.some((word) => word >= start - 60 && word <= end + 60);
    const isLong = everywhere || isNear ? digits >= 7 : digits >= 8 && run.length >= 9;
    if (isLong) runs.push([start, end, isNear]);
  }
  return runs;
}

const pieces = fc.oneof(
  fc.stringMatching(/^[\d+ -]{0,12}$/),
  fc.stringMatching(/^[a-z]{1,30}$/),
  fc.constantFrom('\n', '1234567', '12345678', '+12345678', '123456789', ' '),
);

describe('runs of digits and signs', () => {
  it('of eight digits without a sign are not met where a word is close but not near', () => {
    const text = `12345678\n${'a'.repeat(80)}`;
    assert.deepEqual(visited(text, [69], false), []);
    assert.deepEqual(visited(text, [68], false), [[0, 8, true]]);
  });

  it('are all met, near words and far from them', () => {
    const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
    const words = fc.array(fc.nat(500), { maxLength: 4 }).map((ends) => ends.sort((a, b) => a - b));
    fc.assert(
      fc.property(texts, words, fc.boolean(), (text, ends, everywhere) => {
        const inside = ends.filter((end) => end <= text.length);
        assert.deepEqual(visited(text, inside, everywhere), expected(text, inside, everywhere));
      }),
      { numRuns: 3_000 },
    );
  });
});
