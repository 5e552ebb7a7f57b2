import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createHandingOver } from './handing-over.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Whether it has resolved by now. */
async function isOver(work: Promise<void>): Promise<boolean> {
  let is = false;
  void work.then(() => {
    is = true;
  });
  await turn();
  return is;
}

describe('batches that are handed over', () => {
  it('are some at a time, and those that follow wait for room', async () => {
    const told: string[] = [];
    const over = createHandingOver<string>((_, batch) => told.push(batch));
    const first = over.give('first', 59_999);
    assert.ok(await isOver(first));
    const second = over.give('second', 2);
    assert.ok(!(await isOver(second)));
    assert.deepEqual(told, ['first', 'second']);
    over.taken(1);
    assert.ok(await isOver(second));
    const few = Array.from({ length: 1999 }, () => over.give('few', 0));
    assert.ok(!(await isOver(Promise.all(few).then(() => {}))));
    over.taken(2);
    assert.ok(await isOver(Promise.all(few).then(() => {})));
  });

  it('are settled once each was taken, in whatever order', async () => {
    const over = createHandingOver<string>(() => {});
    assert.ok(await isOver(over.settled()));
    await Promise.all([over.give('a', 1), over.give('b', 1)]);
    const settled = over.settled();
    over.taken(2);
    assert.ok(!(await isOver(settled)));
    // What comes later is not waited for.
    await over.give('c', 1);
    over.taken(1);
    assert.ok(await isOver(settled));
  });
});
