import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allOf, anyOf, type Finding, met, not, open, unmet } from './finding.ts';

const YES = met('yes');
const NO = unmet('no');
const OPEN = open('open', 'persons');
const ALSO_OPEN = open('also open', 'data', 'persons');

// Kleene's strong logic of three values.
const TABLE: readonly (readonly [Finding, Finding, Finding['answer'], Finding['answer']])[] = [
  [YES, YES, 'yes', 'yes'],
  [YES, NO, 'no', 'yes'],
  [YES, OPEN, 'unknown', 'yes'],
  [NO, NO, 'no', 'no'],
  [NO, OPEN, 'no', 'unknown'],
  [OPEN, OPEN, 'unknown', 'unknown'],
];

describe('findings together', () => {
  for (const [a, b, both, either] of TABLE) {
    it(`of ${a.answer} and ${b.answer} are ${both} for both, ${either} for either`, () => {
      assert.equal(allOf(a, b).answer, both);
      assert.equal(allOf(b, a).answer, both);
      assert.equal(anyOf(a, b).answer, either);
      assert.equal(anyOf(b, a).answer, either);
      assert.equal(not(allOf(a, b)).answer, anyOf(not(a), not(b)).answer);
    });
  }

  it('give the reasons of what tells, and the facts that would decide each once', () => {
    assert.deepEqual(allOf(YES, NO, OPEN).reasons, ['no']);
    assert.deepEqual(anyOf(YES, met('also'), OPEN).reasons, ['yes']);
    assert.deepEqual(allOf(YES, NO, OPEN).decidedBy, []);
    assert.deepEqual(allOf(OPEN, YES, ALSO_OPEN, OPEN).reasons, ['open', 'also open']);
    assert.deepEqual(allOf(OPEN, YES, ALSO_OPEN).decidedBy, ['persons', 'data']);
  });
});
