import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type TestRoom } from '../../testing/room.ts';
import { migration } from './migrations/0011-search.ts';

const FINDING_INDEXES = ['finding_worst_first', 'finding_by_state', 'finding_by_assignee'];
const STORE_INDEXES = ['store_worst_first', 'store_by_verdict'];

for (const database of DATABASES) {
  describe(`the search by text, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    before(async () => {
      test = await openTestRoom({ database });
    });
    after(() => test.close());

    /** The plan of a search that has no other way than the index for texts, or to read all rows. */
    const planOf = async (table: 'finding' | 'store', columns: readonly string[], others: readonly string[]) => {
      const trx = await test.room.records.startTransaction().execute();
      await sql`SET LOCAL enable_seqscan = off`.execute(trx);
      for (const index of others) await sql`DROP INDEX ${sql.ref(index)}`.execute(trx);
      const like = sql.join(
        columns.map((column) => sql`${sql.ref(column)} ILIKE '%10.1.2.%'`),
        sql` OR `,
      );
      const { rows } = await sql<Record<string, string>>`
        EXPLAIN SELECT id FROM ${sql.table(table)} WHERE watched = true AND (${like})`.execute(trx);
      await trx.rollback().execute();
      return rows.map((row) => Object.values(row)[0]).join('\n');
    };

    it('has an index for any part of a word, of findings and of stores', async () => {
      assert.match(await planOf('finding', ['title', 'address', 'product', 'rule'], FINDING_INDEXES), /finding_words/);
      assert.match(await planOf('store', ['address', 'name', 'product'], STORE_INDEXES), /store_words/);
    });
  });
}

describe('a database that lacks what the search is made with', () => {
  it('is migrated all the same', async () => {
    const bare = await PGlite.create();
    for (const statement of migration.statements) await bare.exec(statement);
    const { rows } = await bare.query('SELECT extname FROM pg_extension WHERE extname = $1', ['pg_trgm']);
    await bare.close();
    assert.deepEqual(rows, []);
  });
});
