// Counting of the most frequent among many.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Repeats } from './repeats.ts';

const FORMS = 8;

describe('the form of statement that comes most', () => {
  it('is counted exactly where there are few forms', () => {
    const repeats = new Repeats();
    const counts = ['a', 'b', 'a', 'a', 'c'].map((form) => repeats.count(form));
    assert.deepEqual(counts, [1, 1, 2, 3, 1]);
    assert.equal(repeats.most, 3);
    repeats.clear();
    assert.equal(repeats.most, 0);
  });

  it('is never counted too high, and too low by no more than its share among many forms', () => {
    const form = fc.oneof(fc.constantFrom('a', 'b'), fc.nat({ max: 40 }).map(String));
    fc.assert(
      fc.property(fc.array(form, { maxLength: 400 }), (forms) => {
        const repeats = new Repeats();
        const truth = new Map<string, number>();
        for (const one of forms) {
          const now = (truth.get(one) ?? 0) + 1;
          truth.set(one, now);
          assert.ok(repeats.count(one) <= now);
        }
        const most = Math.max(0, ...truth.values());
        assert.ok(repeats.most <= most);
        assert.ok(repeats.most >= most - forms.length / FORMS);
      }),
    );
  });

  it('goes on behind a restart', () => {
    const before = new Repeats();
    for (const form of 'aabbbcdefghijk') before.count(form);
    const behind = Repeats.of(JSON.parse(JSON.stringify(before.state())) as ReturnType<Repeats['state']>);
    assert.equal(behind.most, before.most);
    assert.equal(behind.count('b'), before.count('b'));
  });
});
