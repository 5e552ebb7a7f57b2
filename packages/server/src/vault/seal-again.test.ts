import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { openTestCase, stateFacts } from '../../testing/case.ts';
import { openTestRoom, type TestRoom } from '../../testing/room.ts';
import { CASE_COLUMNS } from '../cases/sealed-columns.ts';
import { WEBHOOK_COLUMNS } from '../webhooks/deliver.ts';
import { sealAgain } from './seal-again.ts';

const COLUMNS = [...CASE_COLUMNS, ...WEBHOOK_COLUMNS];

describe('sealing anew after a rotation of keys', () => {
  let test: TestRoom;
  before(async () => {
    test = await openTestRoom({ settings: { outgoingNetworks: ['127.0.0.0/8'] } });
  });
  after(() => test.close());

  /** Every column of every table that holds a text which another key than the current one sealed. */
  async function staleColumns(): Promise<readonly string[]> {
    const { records, vault } = test.room;
    const { rows } = await sql<{ table_name: string; column_name: string }>`
      SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'text'`.execute(records);
    const stale: string[] = [];
    for (const { table_name, column_name } of rows) {
      const column = sql.ref(column_name);
      const found = await sql`SELECT 1 FROM ${sql.table(table_name)}
        WHERE ${column} LIKE 'v1.%' AND ${column} NOT LIKE ${`v1.${vault.currentKey}.%`} LIMIT 1`.execute(records);
      if (found.rows.length > 0) stale.push(`${table_name}.${column_name}`);
    }
    return stale;
  }

  it('reaches every column in which cases and webhooks keep sealed texts, and what they say stays', async () => {
    const responder = await test.person('responder');
    const admin = await test.person('administrator');
    const opened = await openTestCase(test, responder);
    await stateFacts(test, responder, opened.id, { organisationName: 'Exemple' });
    await test.ask(admin, 'POST', '/api/webhooks', { url: 'http://127.0.0.1:9/' });
    assert.deepEqual(await staleColumns(), []);
    await test.room.vault.rotate();
    const stale = await staleColumns();
    assert.ok(stale.includes('breach_case.name') && stale.includes('webhook.secret'), stale.join());
    for (const name of stale)
      assert.ok(
        COLUMNS.some(({ table, column }) => `${table}.${column}` === name),
        name,
      );
    assert.ok((await sealAgain(test.room, COLUMNS)) >= stale.length);
    assert.deepEqual(await staleColumns(), []);
    const shown = await test.ask(responder, 'GET', `/api/cases/${opened.id}`);
    assert.equal(shown.body.name, 'Chats of the assistant');
    assert.equal(await sealAgain(test.room, COLUMNS), 0);
  });

  it('names only columns that are there', async () => {
    for (const { table, column } of COLUMNS) {
      await sql`SELECT ${sql.ref(column)} FROM ${sql.table(table)} LIMIT 0`.execute(test.room.records);
    }
  });

  it('leaves what it cannot open, and says so', async () => {
    await sql`UPDATE webhook SET secret = 'v1.000000000000.AAAA'`.execute(test.room.records);
    assert.equal(await sealAgain(test.room, WEBHOOK_COLUMNS), 0);
    assert.match(test.logged.join('\n'), /cannot be sealed anew/);
  });
});
