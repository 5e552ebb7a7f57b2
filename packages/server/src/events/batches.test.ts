import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBatches } from './batches.ts';
import { type EventsFault, unreachable } from './fault.ts';

/** An engine whose inserts end when the test says so. */
function heldEngine() {
  const inserts: { readonly table: string; readonly lines: string[]; readonly end: (fault?: EventsFault) => void }[] =
    [];
  return {
    inserts,
    insert(table: string, bytes: Uint8Array): Promise<EventsFault | undefined> {
      const { promise, resolve } = Promise.withResolvers<EventsFault | undefined>();
      const lines = Buffer.from(bytes).toString().trimEnd().split('\n');
      inserts.push({ table, lines, end: (fault) => resolve(fault) });
      return promise;
    },
  };
}

const lines = (...texts: string[]) => ({
  rows: texts.length,
  bytes: Buffer.from(texts.map((text) => `${text}\n`).join('')),
});

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('batches', () => {
  it('write what came meanwhile as one insert, each table by itself', async () => {
    const engine = heldEngine();
    const batches = createBatches(engine);
    const added = [
      batches.add('a', lines('1')),
      batches.add('a', lines('2')),
      batches.add('a', lines('3', '4')),
      batches.add('b', lines('5')),
    ];
    assert.deepEqual(
      engine.inserts.map(({ table, lines }) => [table, lines]),
      [
        ['a', ['1']],
        ['b', ['5']],
      ],
    );
    engine.inserts[0]?.end();
    await turn();
    assert.deepEqual(engine.inserts[2]?.lines, ['2', '3', '4']);
    for (const { end } of engine.inserts) end();
    assert.deepEqual(await Promise.all(added), [undefined, undefined, undefined, undefined]);
    await batches.settled();
  });

  it('tell everybody whose rows were in an insert that failed, and nobody else', async () => {
    const engine = heldEngine();
    const batches = createBatches(engine);
    const first = batches.add('a', lines('1'));
    const others = [batches.add('a', lines('2')), batches.add('a', lines('3'))];
    engine.inserts[0]?.end();
    assert.equal(await first, undefined);
    engine.inserts[1]?.end(unreachable('ECONNREFUSED'));
    for (const told of await Promise.all(others)) assert.equal(told?.code, 'unreachable');
    const later = batches.add('a', lines('4'));
    engine.inserts[2]?.end();
    assert.equal(await later, undefined);
  });

  it('keep no more in memory than they say, and take more once there is room', async () => {
    const engine = heldEngine();
    const batches = createBatches(engine);
    const rows = (count: number) => ({ rows: count, bytes: Buffer.from('1\n'.repeat(count)) });
    void batches.add('a', lines('1'));
    const waiting = [batches.add('a', rows(150_000)), batches.add('a', rows(40_000))];
    assert.equal((await batches.add('a', rows(20_000)))?.code, 'overloaded');
    engine.inserts[0]?.end();
    await turn();
    assert.equal(engine.inserts[1]?.lines.length, 150_000, 'what alone is more than a batch goes alone');
    void batches.add('a', rows(20_000));
    engine.inserts[1]?.end();
    await turn();
    assert.equal(engine.inserts[2]?.lines.length, 40_000);
    engine.inserts[2]?.end();
    await turn();
    assert.equal(engine.inserts[3]?.lines.length, 20_000);
    engine.inserts[3]?.end();
    assert.deepEqual(await Promise.all(waiting), [undefined, undefined]);
  });
});
