import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDistinctCounter } from './distinct.ts';
import { createKeyedHash } from './keyed-hash.ts';

describe('distinct values', () => {
  it('are counted exactly while they fit', () => {
    const counter = createDistinctCounter(1024);
    for (let i = 0; i < 3000; i += 1) counter.add(i % 1000);
    assert.deepEqual(counter.count(), { lower: 1000, estimate: 1000, upper: 1000 });
    assert.equal(counter.count((hash) => hash < 10).estimate, 10);
  });

  it('are within their bounds where they do not fit, for different keys', () => {
    for (let run = 0; run < 20; run += 1) {
      const hash = createKeyedHash(new Uint8Array(32).fill(run));
      const counter = createDistinctCounter(1024);
      for (let i = 0; i < 40_000; i += 1) counter.add(hash('person/email', `${i % 20_000}`));
      const { lower, estimate, upper } = counter.count();
      assert.ok(lower <= 20_000 && 20_000 <= upper, `${lower} ${upper}`);
      assert.ok(Math.abs(estimate - 20_000) < 4000, String(estimate));
    }
  });

  it('counted in two threads are counted once when they are merged', () => {
    const hash = createKeyedHash(new Uint8Array(32));
    for (const capacity of [1 << 16, 1024]) {
      const [left, right] = [createDistinctCounter(capacity), createDistinctCounter(capacity)];
      for (let i = 0; i < 12_000; i += 1) (i % 3 === 0 ? left : right).add(hash('x', `${i % 9000}`));
      left.merge(right.state());
      const { lower, estimate, upper } = left.count();
      assert.ok(lower <= 9000 && 9000 <= upper, `${lower} ${estimate} ${upper}`);
      if (capacity > 9000) assert.equal(estimate, 9000);
    }
  });

  it('have hashes that depend on the key and on the kind', () => {
    const [one, other] = [1, 2].map((byte) => createKeyedHash(new Uint8Array(32).fill(byte)));
    assert.notEqual(one?.('a', 'x'), other?.('a', 'x'));
    assert.notEqual(one?.('a', 'x'), one?.('b', 'x'));
    assert.equal(one?.('a', 'x'), one?.('a', 'x'));
    assert.throws(() => createKeyedHash(new Uint8Array(8)));
  });
});
