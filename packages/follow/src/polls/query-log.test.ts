// Polling: no faster than what was read is taken, and what is told where a store is away. Real stores are polled in @vigie/exposure, and by a
// process that is killed in the command `vigie watch`.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { QueryLog } from '@vigie/exposure';
import type { Batch } from '../inputs/input.ts';
import { pollInput } from './query-log.ts';

async function until(is: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await is())) {
    if (Date.now() > end) assert.fail(`not within a minute: ${what}`);
    await pause(20);
  }
}

interface Numbers {
  readonly log: QueryLog;
  written: number;
  away: boolean;
  asked: number;
}

/** A log of numbers, which is away where `away` is set. */
function numbers(): Numbers {
  const store: Numbers = {
    written: 0,
    away: false,
    asked: 0,
    log: {
      where: 'a store of numbers',
      next: async (place) => {
        store.asked += 1;
        if (store.away) return { code: 'unreachable', where: 'a store of numbers', message: 'it is away' };
        const from = typeof place === 'number' ? place : store.written;
        const to = Math.min(store.written, from + 3);
        const entries = Array.from({ length: to - from }, (_, at) => ({ text: JSON.stringify({ n: from + at }) }));
        return { entries, place: to, isMore: to < store.written };
      },
      close: () => {},
    },
  };
  return store;
}

describe('a log of a store that is polled', () => {
  it('is read page by page, as fast as it is taken and no faster', async () => {
    const store = numbers();
    const stop = new AbortController();
    const batches = pollInput({ name: 'poll', log: store.log, everyMs: 5 })
      .open(undefined, stop.signal)
      [Symbol.asyncIterator]();
    await batches.next();
    store.written = 10;
    const first = await batches.next();
    assert.deepEqual(
      (first.value as Batch).lines.map(({ at }) => at),
      [1, 2, 3],
    );
    const { asked } = store;
    await pause(50);
    assert.equal(store.asked, asked, 'nothing is asked while what came before waits');
    stop.abort();
    await batches.return?.(undefined);
  });

  it('says once that it is away and once that it is back, and goes on where it was', async () => {
    const store = numbers();
    const stop = new AbortController();
    const notes: string[] = [];
    const lines: string[] = [];
    const read = (async () => {
      for await (const batch of pollInput({ name: 'poll', log: store.log, everyMs: 2 }).open(undefined, stop.signal)) {
        if (batch.note !== undefined) notes.push(batch.note);
        lines.push(...batch.lines.map(({ text }) => text));
      }
    })();
    await until(() => store.asked > 1, 'it was asked');
    store.away = true;
    store.written = 4;
    const { asked } = store;
    await until(() => store.asked > asked + 3, 'it was asked again');
    store.away = false;
    await until(() => lines.length === 4, 'what came meanwhile');
    stop.abort();
    await read;
    assert.deepEqual(notes, [
      'a store of numbers: it is away; it is asked again',
      'a store of numbers: it answers again',
    ]);
  });
});
