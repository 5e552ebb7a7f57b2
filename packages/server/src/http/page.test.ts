import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import * as v from 'valibot';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type TestRoom } from '../../testing/room.ts';
import { knownTotal, PageQuery, totalOf } from './page.ts';

const asked = (query: object) => v.parse(v.object(PageQuery), query);

describe('the total of a list', () => {
  let test: TestRoom;
  before(async () => {
    const [database] = DATABASES;
    assert.ok(database);
    test = await openTestRoom({ database });
  });
  after(() => test.close());

  /** As many changes as are wanted, and no more than those are listed. */
  const changes = async (rows: number) => {
    const { records } = test.room;
    await sql`DELETE FROM change`.execute(records);
    await sql`INSERT INTO change (at, kind, id, what)
      SELECT now(), 'scan', gen_random_uuid(), 'updated' FROM generate_series(1, ${rows})`.execute(records);
    return records.selectFrom('change').selectAll().orderBy('seq').limit(5);
  };

  it('is exact up to 10,000, and says above that there are more', async () => {
    const { records } = test.room;
    const few = await changes(10_000);
    assert.deepEqual(await totalOf(records, asked({}), few), { total: { rows: 10_000, exact: true } });
    const many = await changes(10_001);
    assert.deepEqual(await totalOf(records, asked({}), many), { total: { rows: 10_000, exact: false } });
    assert.deepEqual(await totalOf(records, asked({ count: 'all' }), many), { total: { rows: 10_001, exact: true } });
  });

  it('is counted with the first page, and elsewhere for those who ask', async () => {
    const { records } = test.room;
    const rows = await changes(3);
    assert.deepEqual(await totalOf(records, asked({ cursor: 'WzFd' }), rows), {});
    assert.deepEqual(await totalOf(records, asked({ skip: '2' }), rows), {});
    assert.deepEqual(await totalOf(records, asked({ count: 'none' }), rows), {});
    const some = { total: { rows: 3, exact: true } };
    assert.deepEqual(await totalOf(records, asked({ skip: '2', count: 'some' }), rows), some);
    assert.deepEqual(knownTotal(asked({}), 3), some);
    assert.deepEqual(knownTotal(asked({ skip: '2' }), 3), {});
  });
});
