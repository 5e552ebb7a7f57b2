import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { madeAccess } from '../../testing/accesses-made.ts';
import { A_STORE } from '../../testing/events-made.ts';
import { accessLine, linesOfAccesses } from '../events/accesses.ts';
import type { Events } from '../events/events.ts';
import type { EventsFault } from '../events/fault.ts';
import { createAccessKeeper } from './keep-accesses.ts';

const AWAY: EventsFault = { code: 'unreachable', message: 'the store of events is away', remedy: 'wait' };

/** A store of events in memory that can be away for a write, before or after it did it, or when half of it was done. */
function memoryEvents() {
  const kept: string[] = [];
  let asked = 0;
  let inserts = 0;
  let fails: 'before' | 'after' | 'halfway' | undefined;
  const events = {
    insertLines: async (_table: string, { bytes }: { readonly bytes: Uint8Array }) => {
      // Writing takes a while.
      await new Promise((resolve) => setImmediate(resolve));
      inserts += 1;
      const lines = Buffer.from(bytes).toString().split('\n').slice(0, -1);
      const uids = lines.map((line) => (JSON.parse(line) as { uid: string }).uid);
      const failing = fails;
      fails = undefined;
      if (failing === 'halfway') kept.push(...uids.slice(uids.length / 2));
      else if (failing !== 'before') kept.push(...uids);
      return failing === undefined ? undefined : AWAY;
    },
    query: async (_question: unknown, { uids }: { readonly uids: string }) => {
      asked += 1;
      const wanted = new Set(uids.split(','));
      const known = new Set(kept);
      return { rows: [...wanted].filter((uid) => known.has(uid)).map((uid) => ({ uid })) };
    },
  } as unknown as Events;
  return {
    events,
    kept,
    asked: () => asked,
    inserts: () => inserts,
    fail: (when: 'before' | 'after' | 'halfway') => {
      fails = when;
    },
  };
}

type Memory = ReturnType<typeof memoryEvents>;
type Uids = readonly string[];

const made = (count: number): Uids => Array.from({ length: count }, () => randomUUID());
const NOW = new Date();
const LINE = accessLine(madeAccess({ store: A_STORE, at: NOW, uid: A_STORE }));
const linesOf = (uids: Uids) => linesOfAccesses(uids.map((uid) => LINE.replace(A_STORE, uid)));

const keeperOf = (memory: Memory, again = async () => true) => createAccessKeeper({ events: memory.events, again });

describe('accesses that are kept', () => {
  it('are kept once, though the last ones before a crash come again in other batches', async () => {
    const memory = memoryEvents();
    const [first, second, third] = [made(3), made(5200), made(2)];
    const before = keeperOf(memory);
    for (const batch of [first, second]) assert.equal(await before.keep('input', linesOf(batch)), true);
    const after = keeperOf(memory);
    await after.keep('input', linesOf([...first, ...second.slice(0, 4900)]));
    await after.keep('input', linesOf([...second.slice(4900), ...third]));
    assert.deepEqual(memory.kept, [...first, ...second, ...third]);
  });

  it('are not asked about any more once more new ones came than an insert holds', async () => {
    const memory = memoryEvents();
    const keeper = keeperOf(memory);
    for (let batch = 0; batch < 4; batch += 1) await keeper.keep('input', linesOf(made(20_000)));
    assert.equal(memory.asked(), 15);
    await keeper.keep('another', linesOf(made(1)));
    assert.equal(memory.asked(), 16);
  });

  it('are there once where a crash left the later half of an insert, and the earlier half comes again first', async () => {
    const memory = memoryEvents();
    const keeper = keeperOf(memory, async () => false);
    const batch = made(10);
    memory.fail('halfway');
    assert.equal(await keeper.keep('input', linesOf(batch)), false);
    const after = keeperOf(memory);
    await after.keep('input', linesOf(batch.slice(0, 5)));
    await after.keep('input', linesOf(batch.slice(5)));
    assert.deepEqual([...memory.kept].sort(), [...batch].sort());
  });

  it('go into one insert where they came while others were written, in their order', async () => {
    const memory = memoryEvents();
    const keeper = keeperOf(memory);
    const batches = Array.from({ length: 6 }, () => made(3));
    const kept = batches.map((batch) => keeper.keep('input', linesOf(batch)));
    assert.deepEqual(await Promise.all(kept), Array(6).fill(true));
    assert.equal(memory.inserts(), 2);
    assert.deepEqual(memory.kept, batches.flat());
  });

  for (const when of ['before', 'after', 'halfway'] as const) {
    it(`are there once where the store went away ${when === 'halfway' ? when : `${when} it wrote them`}, and those behind them wait`, async () => {
      const memory = memoryEvents();
      const tries: number[] = [];
      const keeper = createAccessKeeper({
        events: memory.events,
        again: async (fault, tried) => {
          assert.equal(fault, AWAY);
          tries.push(tried);
          return true;
        },
      });
      await keeper.keep('input', linesOf(made(50_000)));
      const batches = [made(3), made(4), made(2)];
      memory.fail(when);
      assert.deepEqual(await Promise.all(batches.map((batch) => keeper.keep('input', linesOf(batch)))), [
        true,
        true,
        true,
      ]);
      assert.deepEqual(tries, [1]);
      assert.deepEqual(memory.kept.slice(50_000).sort(), batches.flat().sort());
    });
  }

  it('wait where the store answers what nobody foresaw, and are not lost', async () => {
    const memory = memoryEvents();
    const faults: string[] = [];
    const query = memory.events.query;
    let asked = 0;
    const events = {
      ...memory.events,
      query: (...words: Parameters<Events['query']>) => {
        asked += 1;
        if (asked === 1) throw new Error('a row of another form');
        return query(...words);
      },
    } as Events;
    const keeper = createAccessKeeper({
      events,
      again: async ({ message }) => {
        faults.push(message);
        return true;
      },
    });
    assert.equal(await keeper.keep('input', linesOf(made(2))), true);
    assert.equal(memory.kept.length, 2);
    assert.match(faults[0] ?? '', /answered what the program does not understand/);
  });
});
