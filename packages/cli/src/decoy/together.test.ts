// Lines that come one by one are written together.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { together } from './together.ts';

describe('lines that wait', () => {
  it('are written in their order, as many at once as came meanwhile', async () => {
    const batches: number[][] = [];
    const lines = together<number>(async (some) => {
      batches.push([...some]);
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    for (let count = 0; count < 500; count += 1) await lines.add(count);
    await lines.done();
    assert.deepEqual(
      batches.flat(),
      Array.from({ length: 500 }, (_, at) => at),
    );
    assert.ok(batches.length <= 3, `${batches.length} writings`);
  });

  it('hold up whoever brings more than may wait', async () => {
    const free = Promise.withResolvers<void>();
    const lines = together<number>(() => free.promise);
    let added = 0;
    const adding = (async () => {
      for (; added < 3_000; added += 1) await lines.add(added);
    })();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(added <= 1_001, `${added} waited`);
    free.resolve();
    await adding;
    await lines.done();
  });

  it('say that one could not be written', async () => {
    const lines = together<number>(() => Promise.reject(new Error('full')));
    await lines.add(1);
    await assert.rejects(lines.done(), /full/);
    await assert.rejects(lines.add(2), /full/);
  });
});
