// What comes out of a scan goes to the records, whatever the stores say of themselves.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StoreReport } from '@vigie/probe';
import fc from 'fast-check';
import { findingRecords } from '../../testing/finding-records.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { keepSights } from './keep-sights.ts';
import { sightsOf } from './sight.ts';

for (const database of DATABASES) {
  describe(`what a scan saw, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let responder: Person;
    let scopeId: string;
    before(async () => {
      test = await openTestRoom({ database });
      responder = await test.person('responder');
      ({ scopeId } = await findingRecords(test.room, 1));
    });
    after(async () => {
      await test.close();
      assert.deepEqual(test.logged, []);
    });

    const keep = (reports: readonly StoreReport[]) =>
      test.room.records.transaction().execute((trx) =>
        keepSights(test.room, trx, {
          scopeId,
          at: test.room.clock.now(),
          sights: sightsOf(reports, [], () => 'timeout'),
          scanId: null,
          closedSeenAt: () => null,
        }),
      );

    let port = 10_000;
    const report = (name: string, rows: number): StoreReport => {
      port += 1;
      return {
        address: '127.0.0.1',
        port,
        transport: 'http',
        tls: false,
        product: 'clickhouse',
        posture: { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'unknown', administer: 'unknown' },
        verdict: 'open',
        inventory: {
          containers: [
            { name, collections: [{ name, rows, bytes: rows, columns: [{ name, type: name, kinds: [] }] }] },
          ],
        },
        caveats: [name],
        findings: [],
      };
    };

    it('takes any name and any count that a store may tell', async () => {
      const names = ['\u0000', '\ud800', 'a\udc00b', '\\u0000', '"}]', "'; DROP TABLE store; --", '€'.repeat(300)];
      const counts = [0, -1, 0.5, 1e300, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 63];
      for (const name of names) for (const rows of counts) await keep([report(name, rows)]);
      const { status, body } = await test.ask(responder, 'GET', '/api/stores?limit=200');
      assert.equal(status, 200);
      assert.equal(body.items.length, 1 + names.length * counts.length);
      assert.ok(body.items.every(({ rows = 0 }) => rows >= 0 && Number.isSafeInteger(rows)));
    });

    it('takes random ones', async () => {
      const text = fc.string({ unit: 'binary', maxLength: 40 });
      await fc.assert(
        fc.asyncProperty(text, fc.double(), async (name, rows) => {
          await keep([report(name, rows)]);
        }),
        { numRuns: 25 },
      );
    });

    it('keeps nothing twice where the same is seen again', async () => {
      const one = report('users', 10);
      await keep([one]);
      const changes = await test.room.changes.latest();
      const { isNews } = await keep([one]);
      assert.equal(isNews, false);
      assert.equal(await test.room.changes.latest(), changes);
    });
  });
}
