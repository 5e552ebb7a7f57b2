// Who accessed a store, when and how much; and who of them was there while it stood open.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { hashFor, madeAccess } from '../../testing/accesses-made.ts';
import { findingRecords } from '../../testing/finding-records.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { type Access, recordAccesses } from '../events/accesses.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

for (const database of DATABASES) {
  describe(`accesses to stores, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let responder: Person;
    let folder: string;
    let stores: readonly string[];
    /** The beginning of an hour, some hours ago. */
    let hour: number;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'vigie-visitors-'));
      test = await openTestRoom({ database, events: { kind: 'embedded', folder: join(folder, 'events') } });
      responder = await test.person('responder');
      const planted = await findingRecords(test.room, 4);
      stores = planted.findings.map(({ storeId }) => storeId);
      hour = Math.floor(test.room.clock.now().getTime() / HOUR_MS) * HOUR_MS - 6 * HOUR_MS;
    });
    after(async () => {
      await test.close();
      await rm(folder, { recursive: true, force: true });
    });

    const storeAt = (index: number) => stores[index] ?? assert.fail('there is no such store');
    const record = async (...accesses: readonly Access[]) => {
      assert.ok(test.room.events);
      assert.equal(await recordAccesses(test.room.events, accesses), undefined);
    };
    const read = async (path: string) => {
      const { status, body } = await test.ask(responder, 'GET', path);
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    };

    it('are shown by the hour against the same hour of the days before', async () => {
      const store = storeAt(0);
      const at = (day: number, rows: number, more: Partial<Access> = {}) =>
        madeAccess({ store, at: new Date(hour - day * DAY_MS + 60_000), rows_returned: rows, ...more });
      await record(at(4, 90), at(3, 100), at(2, 110), at(1, 5000));
      const stranger = { user_hash: '', network: '203.0.113.0/24', address_hash: hashFor('stranger'), client: 'curl' };
      await record(at(0, 120), at(0, 1_000_000, stranger), at(0, 0, { status_id: 2 }));
      const query = `from=${new Date(hour - HOUR_MS).toISOString()}&to=${new Date(hour + HOUR_MS).toISOString()}`;
      const shown = await read(`/api/stores/${store}/accesses?${query}`);
      assert.equal(shown.buckets.length, 2);
      const [quiet, busy] = shown.buckets;
      assert.deepEqual([quiet.queries, quiet.rows], [0, 0]);
      assert.deepEqual(
        [busy.queries, busy.rows, busy.failures, busy.accounts, busy.at],
        [3, 1_000_120, 1, 1, new Date(hour).toISOString()],
      );
      // Of the whole days before: one with nothing at this hour would count as 0.
      assert.equal(busy.usual.rows, 110);
      assert.deepEqual(
        shown.accounts.map(({ number, class: one, rows }: { number: number; class: string; rows: number }) => [
          number,
          one,
          rows,
        ]),
        [
          [0, 'nobody', 1_000_000],
          [1, 'own-service', 120],
        ],
      );
      assert.deepEqual(
        shown.tables.map(({ container, table, rows }: { container: string; table: string; rows: number }) => [
          container,
          table,
          rows,
        ]),
        [['shop', 'orders', 1_000_120]],
      );
      const fine = await read(`/api/stores/${store}/accesses?${query}&step=minutes`);
      assert.equal(fine.buckets.length, 24);
      assert.ok(!JSON.stringify(shown).includes(hashFor('app')));
    });

    it('keep the number of an account, whatever others come', async () => {
      const store = storeAt(1);
      const at = new Date(hour);
      const numbers = async () => {
        const { accounts } = await read(`/api/stores/${store}/accesses?from=${new Date(hour - HOUR_MS).toISOString()}`);
        return accounts.map(({ number, rows }: { number: number; rows: number }) => [number, rows]);
      };
      await record(madeAccess({ store, at, user_hash: hashFor('first') }));
      assert.deepEqual(await numbers(), [[1, 100]]);
      await record(madeAccess({ store, at, user_hash: hashFor('second'), rows_returned: 900 }));
      assert.deepEqual(await numbers(), [
        [2, 900],
        [1, 100],
      ]);
    });

    it('say what is wrong with a period', async () => {
      const path = `/api/stores/${storeAt(0)}/accesses`;
      for (const query of [
        'from=2026-01-01T00:00:00Z&to=2026-11-01T00:00:00Z',
        'from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z',
      ])
        assert.equal((await test.ask(responder, 'GET', `${path}?${query}`)).status, 422, query);
      assert.equal((await test.ask(responder, 'GET', `/api/stores/${test.room.newId()}/accesses`)).status, 404);
    });

    /** A case of a store that stood open for two hours. */
    const openCase = async (store: string, closedBefore: Date | null) => {
      await test.room.records
        .updateTable('store')
        .set({
          verdict: 'closed',
          open_since: null,
          opened_seen_at: new Date(hour),
          first_seen_at: new Date(hour),
          first_seen_open_at: new Date(hour),
          closed_before_open_at: closedBefore,
          closed_seen_at: new Date(hour + 2 * HOUR_MS),
        })
        .where('id', '=', store)
        .execute();
      const body = { name: 'Open', awareAt: new Date(hour).toISOString(), why: 'A scan.', fromStore: store };
      const { status, body: opened } = await test.ask(responder, 'POST', '/api/cases', body);
      assert.equal(status, 201, JSON.stringify(opened));
      return opened;
    };

    it('are told apart in a case: scanners, own services, strangers, each with how surely', async () => {
      const store = storeAt(2);
      const during = (more: Partial<Access>) => madeAccess({ store, at: new Date(hour + HOUR_MS), ...more });
      await record(
        madeAccess({ store, at: new Date(hour - DAY_MS) }),
        during({}),
        during({
          user_hash: '',
          client: 'censys',
          network: '162.142.125.0/24',
          address_hash: hashFor('c'),
          rows_returned: 3,
        }),
        during({
          user_hash: '',
          client: 'curl',
          network: '203.0.113.0/24',
          address_hash: hashFor('s'),
          rows_returned: 777,
        }),
        during({ client: 'psql', network: '10.9.9.0/24', address_hash: hashFor('p') }),
        madeAccess({
          store,
          at: new Date(hour + 3 * HOUR_MS),
          network: '198.51.100.0/24',
          address_hash: hashFor('late'),
        }),
      );
      const { id, version } = await openCase(store, new Date(hour - HOUR_MS));
      const { windows, groups, complete, gaps } = await read(`/api/cases/${id}/visitors`);
      assert.deepEqual([complete, gaps, windows[0].notBefore], [true, [], new Date(hour - HOUR_MS).toISOString()]);
      type Group = { class: string; addresses: number; rows: number; confidence: string };
      assert.deepEqual(
        groups.map(({ class: one, addresses, rows, confidence }: Group) => [one, addresses, rows, confidence]),
        [
          ['known-scanner', 1, 3, 'high'],
          ['own-service', 1, 100, 'high'],
          ['person', 1, 100, 'medium'],
          ['stranger', 1, 777, 'high'],
        ],
      );
      assert.deepEqual(groups[0].names, ['Censys']);
      const path = `/api/cases/${id}/visitors/facts`;
      assert.equal((await test.ask(responder, 'POST', path)).status, 428);
      const taken = await test.ask(responder, 'POST', path, undefined, { 'if-match': `"${version}"` });
      assert.equal(taken.status, 200, JSON.stringify(taken.body));
      const fact = (name: string) => taken.body.items.find((one: { path: string }) => one.path === name);
      assert.deepEqual([fact('exfiltration').value, fact('exfiltration').kind], ['proved', 'measured']);
      assert.deepEqual(fact('recipientsCount').value, { lower: 1, estimate: 2, upper: 2 });
      assert.match(fact('readByOthers').source, /^access log: .*strangers \(1 addresses, 1 queries, 777 rows/);
      const timeline = await read(`/api/cases/${id}/timeline`);
      assert.ok(timeline.items.some(({ what }: { what: string }) => what === 'visitors-taken-over'));
    });

    it('prove nothing where no log tells of the time, and nothing is said then', async () => {
      const { id, version } = await openCase(storeAt(3), null);
      const { groups, complete, windows } = await read(`/api/cases/${id}/visitors`);
      assert.deepEqual([groups, complete], [[], false]);
      assert.deepEqual(windows[0].missing, ['no-log', 'opened-before-first-seen']);
      const taken = await test.ask(responder, 'POST', `/api/cases/${id}/visitors/facts`, undefined, {
        'if-match': `"${version}"`,
      });
      assert.equal(taken.status, 409);
      assert.match(taken.body.detail, /no log tells of accesses/);
    });
  });
}
