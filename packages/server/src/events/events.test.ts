import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as v from 'valibot';
import { EVENTS_STORES } from '../../testing/events.ts';
import { A_SCOPE, A_STORE, madeObservation } from '../../testing/events-made.ts';
import { type Access, recordAccesses } from './accesses.ts';
import { type Events, openEvents, type Question } from './events.ts';
import type { EventsFault } from './fault.ts';
import { exposureOverTime, type Observation, observationsOf, recordObservations } from './observations.ts';

const NOW = new Date();
const DAY = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);
const HERE = { from: daysAgo(60), to: new Date(NOW.getTime() + DAY) };

function fine<T extends object>(result: T | EventsFault): T {
  assert.ok(!('remedy' in result), 'remedy' in result ? result.message : '');
  return result;
}

const storeId = (number: number) => `0199ac00-0000-7000-8000-${String(number).padStart(12, '0')}`;

const COUNT: Question<{ readonly n: number }> = {
  sql: 'SELECT count() AS n FROM observations WHERE store = {store:UUID}',
  row: v.object({ n: v.number() }),
};

const ECHO: Question<{ readonly text: string }> = {
  sql: 'SELECT {text:String} AS text',
  row: v.object({ text: v.string() }),
};

for (const store of EVENTS_STORES) {
  describe(`events, in ${store.name}`, () => {
    let started: Awaited<ReturnType<typeof store.start>>;
    let events: Events;
    const open = async () => fine(await openEvents({ place: started.place, now: () => NOW }));

    before(async () => {
      started = await store.start();
      events = await open();
    });

    after(async () => {
      await events.close();
      await started.stop();
    });

    it('gives back what a scan saw, newest first, and nothing of other stores', async () => {
      const early = madeObservation({ at: daysAgo(2), verdict: 'partial', people: null, rows: null, bytes: 0 });
      const late = madeObservation({ at: daysAgo(1) });
      const other = madeObservation({ store: storeId(99) });
      assert.equal(await recordObservations(events, [early, late, other]), undefined);
      assert.deepEqual(fine(await observationsOf(events, A_STORE, HERE, 10)).rows, [late, early]);
      assert.deepEqual(fine(await observationsOf(events, A_STORE, HERE, 1)).rows, [late]);
      const before = { from: HERE.from, to: daysAgo(1) };
      assert.deepEqual(fine(await observationsOf(events, A_STORE, before, 10)).rows, [early]);
    });

    it('keeps counts beyond 32 bits, and times to the millisecond', async () => {
      const seen = madeObservation({ store: storeId(1), at: new Date(NOW.getTime() - 1), bytes: 2 ** 50 + 1 });
      assert.equal(await recordObservations(events, [seen]), undefined);
      assert.deepEqual(fine(await observationsOf(events, storeId(1), HERE, 10)).rows, [seen]);
    });

    it('binds values, whatever is in them', async () => {
      for (const text of [
        "'; DROP TABLE observations --",
        '\\',
        "\\'",
        'a\tb\nc\r',
        '{text:String}',
        'é ⛵ \u{1f600}',
        '',
      ])
        assert.deepEqual(fine(await events.query(ECHO, { text })).rows, [{ text }]);
      assert.equal(fine(await events.query(COUNT, { store: A_STORE })).rows.length, 1);
    });

    it('joins rows that are added at once, and confirms each', async () => {
      const many = Array.from({ length: 300 }, () =>
        recordObservations(events, [madeObservation({ store: storeId(2) })]),
      );
      assert.deepEqual([...new Set(await Promise.all(many))], [undefined]);
      assert.deepEqual(fine(await events.query(COUNT, { store: storeId(2) })).rows, [{ n: 300 }]);
    });

    it('takes many rows at once, and reads them all', async () => {
      const one = madeObservation({ store: storeId(4) });
      assert.equal(
        await recordObservations(
          events,
          Array.from({ length: 30_000 }, () => one),
        ),
        undefined,
      );
      let lines = 0;
      const fault = await events.read('observations', async (part) => {
        for (const byte of part) if (byte === 10) lines += 1;
      });
      assert.equal(fault, undefined);
      assert.ok(lines >= 30_000, `${lines} lines`);
      await assert.rejects(
        events.read('observations', () => Promise.reject(new Error('the disk is full'))),
        /full/,
      );
    });

    it('says of a statement that fails which code the engine gave, and repeats no value', async () => {
      const broken: Question<object> = { sql: "SELECT 'ada@example.org' FROM nowhere", row: v.object({}) };
      const fault = await events.query(broken, {});
      assert.ok('code' in fault);
      assert.equal(fault.code, 'failed');
      assert.match(fault.message, /code 60, UNKNOWN_TABLE/);
      assert.ok(!JSON.stringify(fault).includes('ada'));
      const unfit = await events.load('observations', Buffer.from('{"at":"ada@example.org"}\n'));
      assert.equal(unfit?.code, 'failed');
      assert.ok(!JSON.stringify(unfit).includes('ada'));
    });

    it('takes an answer of another form for a mistake of the program', async () => {
      await assert.rejects(events.query({ ...ECHO, row: v.object({ text: v.number() }) } as never, { text: 'x' }));
    });

    it('forgets what is older than its retention', async () => {
      const old = madeObservation({ store: storeId(3), at: daysAgo(1096) });
      await recordObservations(events, [old, madeObservation({ store: storeId(3) })]);
      await waitUntil(async () => {
        await events.query({ sql: 'OPTIMIZE TABLE observations FINAL', row: v.object({}) }, {});
        const [counted] = fine(await events.query(COUNT, { store: storeId(3) })).rows;
        return counted?.n === 1;
      });
    });

    it('takes another retention at the next start', async () => {
      await events.close();
      const retention = { observations: 400, accesses: 30 };
      events = fine(await openEvents({ place: started.place, now: () => NOW, retention }));
      const question: Question<{ readonly text: string }> = {
        sql: 'SELECT create_table_query AS text FROM system.tables WHERE name = {table:String} AND database = currentDatabase()',
        row: v.object({ text: v.string() }),
      };
      const [accesses] = fine(await events.query(question, { table: 'accesses' })).rows;
      assert.match(accesses?.text ?? '', /TTL toDateTime\(at\) \+ toIntervalDay\(30\)/);
    });

    it('keeps accesses, and refuses one that could name a person', async () => {
      assert.equal(await recordAccesses(events, [ACCESS]), undefined);
      for (const change of [
        { user_hash: 'ada' },
        { network: '192.0.2.7/32' },
        { network: '2001:db8::1/128' },
        { client: 'ada@example.org' },
        { fingerprint: 'select * from users' },
        { country: 'France' },
      ])
        assert.throws(
          () => recordAccesses(events, [{ ...ACCESS, ...change } as Access]),
          (error: Error) => {
            const [value = ''] = Object.values(change);
            return error.message.includes(Object.keys(change)[0] ?? '') && !error.message.includes(value);
          },
        );
      const question: Question<{ readonly n: number }> = {
        sql: 'SELECT sum(rows_returned) AS n FROM accesses WHERE store = {store:UUID}',
        row: v.object({ n: v.number() }),
      };
      assert.deepEqual(fine(await events.query(question, { store: A_STORE })).rows, [{ n: 500 }]);
    });

    it('reads a whole table as lines, and takes them again', async () => {
      const lines: Uint8Array[] = [];
      assert.equal(await events.read('accesses', async (part) => void lines.push(part)), undefined);
      const text = Buffer.concat(lines).toString();
      assert.deepEqual(
        text
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { uid: string }).uid),
        [ACCESS.uid],
      );
      assert.equal(await events.load('accesses', Buffer.concat(lines)), undefined);
      const again: Uint8Array[] = [];
      await events.read('accesses', async (part) => void again.push(part));
      assert.equal(Buffer.concat(again).toString(), text + text);
    });

    it('is what it was when it is opened again, and is refused to a program that is older than it', async () => {
      await events.close();
      const late = await events.insert('observations', [{}]);
      assert.equal(late?.code, 'closed');
      events = await open();
      assert.deepEqual(fine(await events.query(COUNT, { store: storeId(2) })).rows, [{ n: 300 }]);
      const done: Question<{ readonly name: string }> = {
        sql: 'SELECT name FROM migrations',
        row: v.object({ name: v.string() }),
      };
      assert.equal(fine(await events.query(done, {})).rows.length, 1);
      const forged = "INSERT INTO migrations SELECT '9999-tomorrow', now64(3)";
      await events.query({ sql: forged, row: v.object({}) }, {});
      await events.close();
      const fault = await openEvents({ place: started.place, now: () => NOW });
      assert.ok('code' in fault);
      assert.equal(fault.code, 'newer-than-program');
      assert.match(fault.message, /9999-tomorrow/);
    });
  });

  describe(`exposure over time, in ${store.name}`, () => {
    let started: Awaited<ReturnType<typeof store.start>>;
    let events: Events;

    before(async () => {
      started = await store.start();
      events = fine(await openEvents({ place: started.place, now: () => NOW }));
    });

    after(async () => {
      await events.close();
      await started.stop();
    });

    const seen = (number: number, days: number, verdict: Observation['verdict'], scope = A_SCOPE) =>
      madeObservation({ store: storeId(number), at: daysAgo(days), verdict, scope });

    it('shows each store at its worst in each stretch, and as it was last seen where nobody looked', async () => {
      const inOtherScope = storeId(7777);
      const history = [
        seen(1, 20, 'open'), // before the picture, and closed in its third day
        seen(1, 7.5, 'closed'),
        seen(2, 9.5, 'closed'), // open for a moment of the fifth
        seen(2, 5.6, 'open'),
        seen(2, 5.5, 'closed'),
        seen(3, 8.5, 'partial'),
        seen(3, 2.5, 'gone'), // taken away in the eighth
        seen(4, 4.5, 'unknown', inOtherScope),
      ];
      assert.equal(await recordObservations(events, history), undefined);
      const picture = { from: daysAgo(10), to: NOW };
      const { points } = fine(await exposureOverTime(events, picture, 10));
      assert.deepEqual(
        points.map(({ at }) => at),
        Array.from({ length: 10 }, (_, day) => daysAgo(10 - day)),
      );
      assert.deepEqual(
        points.map(({ open }) => open),
        [1, 1, 1, 0, 1, 0, 0, 0, 0, 0],
      );
      assert.deepEqual(
        points.map(({ partial }) => partial),
        [0, 1, 1, 1, 1, 1, 1, 1, 0, 0],
      );
      assert.deepEqual(
        points.map(({ closed }) => closed),
        [1, 1, 1, 2, 1, 2, 2, 2, 2, 2],
      );
      assert.deepEqual(
        points.map(({ unknown }) => unknown),
        [0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
      );
      const one = fine(await exposureOverTime(events, picture, 2, inOtherScope));
      assert.deepEqual(
        one.points.map(({ open, unknown, closed }) => [open, unknown, closed]),
        [
          [0, 0, 0],
          [0, 1, 0],
        ],
      );
      await assert.rejects(exposureOverTime(events, { from: NOW, to: NOW }, 10), /no picture/);
    });
  });
}

const ACCESS: Access = {
  at: NOW,
  uid: '0199ac00-0000-7000-8000-0000000000ac',
  source: 'clickhouse/query-log',
  store: A_STORE,
  class_uid: 6005,
  activity_id: 4,
  status_id: 1,
  severity_id: 1,
  user_hash: 'ab'.repeat(32),
  client: 'clickhouse-client',
  address_hash: 'cd'.repeat(32),
  network: '192.0.2.0/24',
  country: 'FR',
  container: 'default',
  collection: 'log_stream',
  operation: 'Select',
  fingerprint: '0123456789abcdef0123456789abcdef',
  rows_read: 1000,
  rows_returned: 500,
  bytes_returned: null,
  duration_ms: 12,
  error_code: '',
};

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('it did not come about within five seconds');
}
