import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findingRecords } from '../../testing/finding-records.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type TestRoom } from '../../testing/room.ts';
import { tidyWatch } from './retention.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

for (const database of DATABASES) {
  describe(`housekeeping of the watch, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    before(async () => {
      test = await openTestRoom({ database });
    });
    after(() => test.close());

    it('keeps what changed something, the latest of each scope, and a day of the rest', async () => {
      const { room } = test;
      const { scopeId } = await findingRecords(room, 1);
      const now = room.clock.now().getTime();
      const scan = async (days: number, changed: boolean) => {
        const id = room.newId();
        const at = new Date(now - days * DAY_MS);
        const times = { queued_at: at, started_at: at, finished_at: at };
        const row = { id, scope_id: scopeId, state: 'done', asked_by: null, scope_version: 1, error: null, changed };
        await room.records
          .insertInto('scan')
          .values({ ...row, ...times })
          .execute();
        return id;
      };
      await scan(9, false);
      const found = await scan(8, true);
      await scan(7, false);
      const latest = await scan(3, false);
      await tidyWatch(room);
      const left = await room.records.selectFrom('scan').select('id').orderBy('id').execute();
      assert.deepEqual(
        left.map(({ id }) => id),
        [found, latest],
      );
      const today = await scan(0.5, false);
      await tidyWatch(room);
      const then = await room.records.selectFrom('scan').select('id').orderBy('id').execute();
      assert.deepEqual(
        then.map(({ id }) => id),
        [found, today],
      );
    });

    it('thins observations out after a week, and never loses a verdict', async () => {
      const { room } = test;
      const { findings } = await findingRecords(room, 1);
      const store_id = findings[0]?.storeId ?? '';
      const hour = Math.floor((room.clock.now().getTime() - 10 * DAY_MS) / (60 * MINUTE_MS)) * 60 * MINUTE_MS;
      const verdicts = Array.from({ length: 60 }, (_, minute) => (minute === 30 ? 'closed' : 'open'));
      const row = { store_id, rows: null, people: null };
      const rows = verdicts.map((verdict, minute) => ({ ...row, verdict, at: new Date(hour + minute * MINUTE_MS) }));
      const recent = { ...row, verdict: 'open', at: new Date(room.clock.now().getTime() - DAY_MS) };
      const ancient = { ...row, verdict: 'open', at: new Date(room.clock.now().getTime() - 400 * DAY_MS) };
      await room.records
        .insertInto('observation')
        .values([...rows, recent, ancient])
        .execute();
      await tidyWatch(room);
      const left = await room.records.selectFrom('observation').selectAll().orderBy('at').execute();
      assert.deepEqual(
        left.map(({ verdict, at }) => [verdict, at.getTime()]),
        [
          ['open', hour],
          ['closed', hour + 30 * MINUTE_MS],
          ['open', recent.at.getTime()],
        ],
      );
    });
  });
}
