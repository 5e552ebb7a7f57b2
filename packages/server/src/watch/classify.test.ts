// What stands in a store, by a real one: kinds, people and columns come to the records; no value does.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lacks } from '@vigie/probe/testing';
import { createClickhouseTable, startClickhouse } from '@vigie/probe/testing/clickhouse';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { startRedis } from '@vigie/probe/testing/redis';
import { sql } from 'kysely';
import { DATABASES } from '../../testing/records.ts';
import { openWatchedRoom, until, type WatchedRoom } from '../../testing/watched.ts';

const PEOPLE = 40;
const mailOf = (i: number) => `person.${String.fromCharCode(97 + (i % 26))}${i}@posteo.de`;
/** A table that is named after somebody. */
const TABLE = 'notes_ottilie_quillfeather';
const PLANTED = [mailOf(0), mailOf(39), 'quillfeather', 'ottilie'];

describe('what stands in a store', { skip: lacks('clickhouse-server') }, () => {
  let clickhouse: LoggedServer;
  before(async () => {
    clickhouse = await startClickhouse('open');
    const rows = Array.from({ length: PEOPLE }, (_, i) => ({ id: i, email: mailOf(i) }));
    const columns = 'id UInt32, email String';
    await createClickhouseTable(clickhouse, { database: 'shop', name: TABLE, columns }, rows);
  });
  after(() => clickhouse.stop());

  for (const database of DATABASES) {
    describe(`in ${database.name}`, { skip: database.skip }, () => {
      let watched: WatchedRoom;
      before(async () => {
        watched = await openWatchedRoom(database);
      });
      after(async () => {
        await watched.close();
        assert.deepEqual(watched.test.logged, []);
      });

      it('is looked at after the scan of a scope that wants it, and kept as kinds, people and columns', async () => {
        const { ask, scan } = watched;
        const { id } = await ask('POST', '/api/scopes', {
          name: 'the shop',
          targets: ['127.0.0.1'],
          ports: String(clickhouse.ports.http),
          classify: true,
        });
        await scan(id);
        const store = await until('a look into the store', async () => {
          const { items } = await ask('GET', `/api/stores?scope=${id}`);
          return items[0]?.classifiedAt === undefined ? undefined : ask('GET', `/api/stores/${items[0].id}`);
        });
        assert.equal(store.classifyError, undefined);
        assert.equal(store.classifying, false);
        const mail = store.kinds.find(({ kind }: { kind: string }) => kind === 'person/email');
        assert.deepEqual([mail.level, mail.rows >= PEOPLE], ['certain', true]);
        assert.ok(mail.columns.some((name: string) => name.endsWith('.email')));
        const { lower, estimate, upper } = store.people;
        assert.ok(lower <= estimate && estimate <= upper && lower >= PEOPLE && upper < PEOPLE + 10);
        const columns = store.inventory.containers
          .flatMap(({ collections }: { collections: unknown[] }) => collections)
          .flatMap((collection: { columns: unknown[] }) => collection.columns);
        assert.ok(
          columns.some(
            ({ name, kinds }: { name: string; kinds: string[] }) => name === 'email' && kinds.includes('person/email'),
          ),
        );
        const overview = await ask('GET', '/api/overview');
        assert.deepEqual(overview.openNow.people, store.people);
        assert.ok(overview.kinds.some(({ kind }: { kind: string }) => kind === 'person/email'));
      });

      it('is not looked at again while nothing in it changes', async () => {
        const { ask, scan } = watched;
        const [{ id }] = (await ask('GET', '/api/scopes')).items;
        await scan(id);
        assert.equal((await ask('GET', '/api/stores')).items[0].classifying, false);
      });

      it('leaves no value and no name of a person in the records', async () => {
        const { rows } = await sql<{ text: string }>`
          SELECT row_to_json(store)::text AS text FROM store UNION ALL SELECT row_to_json(store_event)::text FROM store_event
          UNION ALL SELECT row_to_json(finding)::text FROM finding UNION ALL SELECT row_to_json(scan)::text FROM scan
          UNION ALL SELECT row_to_json(job)::text FROM queue.job`.execute(watched.test.room.records);
        const text = rows
          .map((row) => row.text)
          .join('\n')
          .toLowerCase();
        assert.match(text, /person\/email/);
        for (const value of PLANTED) assert.ok(!text.includes(value), value);
      });

      it('is not looked at where strangers cannot read it', async () => {
        const redis = await startRedis('closed');
        try {
          const { test, responder, ask, scan } = watched;
          const body = { name: 'closed', targets: ['127.0.0.1'], ports: String(redis.port) };
          const { id } = await ask('POST', '/api/scopes', body);
          await scan(id);
          const [store] = (await ask('GET', `/api/stores?scope=${id}`)).items;
          const refused = await test.ask(responder, 'POST', `/api/stores/${store.id}/classify`);
          assert.equal(refused.status, 409);
        } finally {
          await redis.stop();
        }
      });
    });
  }
});
