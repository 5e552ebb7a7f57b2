import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { madeAccess } from '../../testing/accesses-made.ts';
import { A_STORE } from '../../testing/events-made.ts';
import type { Access } from '../events/accesses.ts';
import type { Events } from '../events/events.ts';
import type { EventsFault } from '../events/fault.ts';
import { createAccessKeeper } from './keep-accesses.ts';

const AWAY: EventsFault = { code: 'unreachable', message: 'the store of events is away', remedy: 'wait' };

/** A store of events in memory that can be away for a write, before or after it did it. */
function memoryEvents() {
  const kept: Access[] = [];
  let asked = 0;
  let fails: 'before' | 'after' | undefined;
  const events = {
    insert: async (_table: string, rows: readonly Access[]) => {
      const failing = fails;
      fails = undefined;
      if (failing !== 'before') kept.push(...rows);
      return failing === undefined ? undefined : AWAY;
    },
    query: async (_question: unknown, { uids }: { readonly uids: string }) => {
      asked += 1;
      const wanted = new Set(uids.split(','));
      return { rows: kept.filter(({ uid }) => wanted.has(uid)).map(({ uid }) => ({ uid })) };
    },
  } as unknown as Events;
  return {
    events,
    kept,
    asked: () => asked,
    fail: (when: 'before' | 'after') => {
      fails = when;
    },
  };
}

const made = (count: number) => Array.from({ length: count }, () => madeAccess({ store: A_STORE, at: new Date() }));

describe('accesses that are kept', () => {
  it('are kept once, though the last ones before a crash come again in other batches', async () => {
    const memory = memoryEvents();
    const [first, second, third] = [made(3), made(1200), made(2)];
    const before = createAccessKeeper(memory.events);
    for (const batch of [first, second]) assert.equal(await before.keep('input', batch), undefined);
    const after = createAccessKeeper(memory.events);
    await after.keep('input', [...first, ...second.slice(0, 1100)]);
    await after.keep('input', [...second.slice(1100), ...third]);
    assert.deepEqual(
      memory.kept.map(({ uid }) => uid),
      [...first, ...second, ...third].map(({ uid }) => uid),
    );
  });

  it('are not asked about any more once something new has come', async () => {
    const memory = memoryEvents();
    const keeper = createAccessKeeper(memory.events);
    for (let batch = 0; batch < 3; batch += 1) await keeper.keep('input', made(2));
    assert.equal(memory.asked(), 1);
    await keeper.keep('another', made(1));
    assert.equal(memory.asked(), 2);
  });

  for (const when of ['before', 'after'] as const) {
    it(`are there once where the store went away ${when} it wrote them`, async () => {
      const memory = memoryEvents();
      const keeper = createAccessKeeper(memory.events);
      await keeper.keep('input', made(1));
      const batch = made(3);
      memory.fail(when);
      assert.equal(await keeper.keep('input', batch), AWAY);
      assert.equal(await keeper.keep('input', batch), undefined);
      assert.equal(memory.kept.length, 4);
    });
  }
});
