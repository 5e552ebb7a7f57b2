import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { threadCounter } from './threads.ts';

describe('threadCounter', () => {
  it('counts messages, conversations and people exactly while they fit', () => {
    const counter = threadCounter();
    for (let thread = 0; thread < 500; thread++) {
      for (let turn = 0; turn < 4; turn++) {
        counter.add({
          thread: `t${thread}`,
          author: `a${thread % 100}`,
          speaker: turn % 2 === 0 ? 'user' : 'assistant',
          at: turn,
        });
      }
    }
    const count = counter.count();
    assert.equal(count.messages, 2000);
    assert.deepEqual(count.conversations, { lower: 500, estimate: 500, upper: 500 });
    assert.deepEqual(count.participants, { lower: 100, estimate: 100, upper: 100 });
    assert.equal(count.alternating, 1);
    assert.equal(count.inOrder, 1);
  });

  it('gives bounds that hold once keys are too many', () => {
    for (const make of [(at: number) => BigInt(at) * 0x9e3779b97f4a7c15n, (at: number) => `key-${at}`]) {
      const counter = threadCounter(2000);
      for (let at = 0; at < 50_000; at++) counter.add({ thread: make(at), speaker: 'user' });
      const { lower, estimate, upper } = counter.count().conversations;
      assert.ok(lower <= 50_000 && 50_000 <= upper, `${lower} ${estimate} ${upper}`);
      assert.ok(upper - lower < 15_000);
    }
  });

  it('gives bounds by people and pauses where there are no ids of threads', () => {
    const counter = threadCounter();
    const hour = 3_600_000;
    for (const at of [0, 60_000, 5 * hour]) {
      counter.add({ author: 'a', speaker: 'user', at });
      counter.add({ author: 'a', speaker: 'assistant', at: at + 1000 });
    }
    assert.deepEqual(counter.count().conversations, { lower: 1, estimate: 2, upper: 3 });
    assert.equal(counter.count().withoutThread, 6);
  });

  it('sees a queue that only one side fills, out of order', () => {
    const counter = threadCounter();
    for (const at of [5, 4, 3]) counter.add({ thread: 1n, speaker: 'system', at });
    assert.equal(counter.count().alternating, 0);
    assert.equal(counter.count().inOrder, 0);
  });

  it('counts nothing in nothing', () => {
    assert.deepEqual(threadCounter().count().conversations, { lower: 0, estimate: 0, upper: 0 });
  });
});
