// Several logs as one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LogRecord } from '@vigie/detect';
import fc from 'fast-check';
import { inOrder, type Log } from './in-order.ts';

/** A log of events at these times, in batches of so many. */
function logOf(times: readonly (number | undefined)[], size: number, failed: (error: unknown) => void = () => {}): Log {
  async function* batches(): AsyncGenerator<readonly LogRecord[], void> {
    for (let at = 0; at < times.length; at += size)
      yield times
        .slice(at, at + size)
        .map((time, index) => ({ line: at + index + 1, event: { ...(time !== undefined && { time }) } }));
  }
  return { batches: batches(), failed };
}

const timeOf = (event: Readonly<Record<string, unknown>>) => event.time as number | undefined;

async function read(logs: readonly Log[]) {
  const all: { readonly log: number; readonly line: number; readonly time: number | undefined }[] = [];
  for await (const { log, records } of inOrder(logs, timeOf))
    for (const { line, event } of records) all.push({ log, line, time: event && timeOf(event) });
  return all;
}

describe('records of several logs', () => {
  it('come in the order of their times, each log in its own order', async () => {
    const times = fc.array(fc.nat({ max: 50 }), { maxLength: 40 }).map((list) => list.toSorted((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(times, fc.integer({ min: 1, max: 7 })), { maxLength: 5 }), async (logs) => {
        const all = await read(logs.map(([list, size]) => logOf(list, size)));
        assert.deepEqual(
          all.map(({ time }) => time),
          logs.flatMap(([list]) => list).toSorted((a, b) => a - b),
        );
        for (const [log, [list]] of logs.entries())
          assert.deepEqual(
            all.filter((one) => one.log === log).map(({ line }) => line),
            list.map((_, at) => at + 1),
          );
      }),
    );
  });

  it('are all given where times are missing or out of order', async () => {
    const all = await read([logOf([5, undefined, 3, 9], 2), logOf([undefined, 4, 6], 1)]);
    assert.equal(all.length, 7);
    assert.deepEqual(
      all.filter(({ log }) => log === 0).map(({ line }) => line),
      [1, 2, 3, 4],
    );
  });

  it('are those of the other logs where one breaks off', async () => {
    const told: unknown[] = [];
    async function* broken(): AsyncGenerator<readonly LogRecord[], void> {
      yield [{ line: 1, event: { time: 1 } }];
      throw new Error('no such luck');
    }
    const all = await read([{ batches: broken(), failed: (error) => told.push(error) }, logOf([0, 2, 3], 2)]);
    assert.deepEqual(
      all.map(({ time }) => time),
      [0, 1, 2, 3],
    );
    assert.equal(told.length, 1);
  });
});
