import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { DATABASES } from '../../testing/records.ts';
import { openRecords, type RecordsStore } from './database.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

const now = () => new Date('2026-11-29T12:00:00Z');

describe('the list of migrations', () => {
  it('holds every file of its folder, in the order of their numbers', () => {
    const files = readdirSync(new URL('migrations/', import.meta.url)).filter((file) => file !== 'index.ts');
    assert.deepEqual(
      MIGRATIONS.map(({ name }) => `${name}.ts`),
      files.sort(),
    );
  });
});

for (const database of DATABASES) {
  describe(`migrations, in ${database.name}`, { skip: database.skip }, () => {
    let store: RecordsStore;
    let stop: () => Promise<void>;
    before(async () => {
      const started = await database.start('empty');
      stop = started.stop;
      const opened = await openRecords(started.place);
      if ('code' in opened) throw new Error(opened.message);
      store = opened;
    });
    after(async () => {
      await store.close();
      await stop();
    });

    it('run once, forward, also where two programs start at once', async () => {
      const ran = await Promise.all([migrate(store.db, now), migrate(store.db, now)]);
      const names = ran.flatMap((one) => ('code' in one ? [] : one)).sort();
      assert.deepEqual(names, MIGRATIONS.map(({ name }) => name).sort());
      assert.deepEqual(await migrate(store.db, now), []);
    });

    it('leave nothing half done where one fails', async () => {
      const broken = [
        ...MIGRATIONS,
        { name: '9000-broken', statements: ['CREATE TABLE half_done (id int)', 'CREATE TABLE half_done (id int)'] },
      ];
      await assert.rejects(migrate(store.db, now, broken), /half_done/);
      const { rows } = await sql<{ there: string | null }>`SELECT to_regclass('half_done') AS there`.execute(store.db);
      assert.equal(rows[0]?.there, null);
      assert.deepEqual(await migrate(store.db, now), []);
    });

    it('refuse records that a newer program wrote, and change nothing', async () => {
      await sql`INSERT INTO migration (name, at) VALUES ('9999-from-the-future', now())`.execute(store.db);
      const refused = await migrate(store.db, now);
      assert.ok('code' in refused);
      assert.equal(refused.code, 'newer-than-program');
      assert.match(refused.message, /9999-from-the-future/);
    });
  });
}

describe('records that cannot be reached', () => {
  it('are told with what to do, and without the password', async () => {
    const refused = await openRecords({ kind: 'server', url: 'postgres://vigie:hunter2secret@127.0.0.1:9/vigie' });
    assert.ok('code' in refused);
    assert.equal(refused.code, 'unreachable');
    assert.doesNotMatch(JSON.stringify(refused), /hunter2secret/);
  });
});
