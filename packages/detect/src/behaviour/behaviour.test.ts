// Three weeks of ordinary work, and what belongs to none of them.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { access, DAY, HOUR, MONDAY, ordinaryWork } from '../../testing/weeks.ts';
import type { Fields } from '../events/event.ts';
import type { Alert } from './alert.ts';
import { type Behaviour, type BehaviourOptions, createBehaviour } from './behaviour.ts';

const THURSDAY = MONDAY + 10 * DAY;
const pseudonym = (name: string) => createHmac('sha256', 'a key of this test').update(name).digest('hex').slice(0, 24);
const made = (options: Partial<BehaviourOptions> = {}) =>
  createBehaviour({ now: () => MONDAY + 100 * DAY, pseudonym, ...options });

function watch(behaviour: Behaviour, events: readonly Fields[], from = 0): Alert[] {
  return events.flatMap((event, at) => behaviour.observe(event, from + at));
}

function timeOf(event: Fields): number {
  return Number(event.time);
}

const several = (count: number, make: (at: number) => Parameters<typeof access>[0]) =>
  Array.from({ length: count }, (_, at) => access(make(at)));

/** What does not belong into the week, by its name: all of them by accounts that are known, or by nobody. */
const FOREIGN: Readonly<Record<string, readonly Fields[]>> = {
  'one large export': several(1, () => ({
    time: THURSDAY + 11 * HOUR,
    user: 'cleo',
    ip: '10.0.2.22',
    client: 'DBeaver 24.1',
    sql: 'SELECT * FROM customers',
    rowsReturned: 900_000,
    bytesReturned: 2e8,
  })),
  'a slow export over days': several(200, (at) => ({
    time: THURSDAY - 2 * DAY + Math.floor(at / 40) * DAY + 9 * HOUR + (at % 40) * 660_000,
    user: 'dan',
    ip: '10.0.2.23',
    client: 'psql',
    sql: 'SELECT * FROM customers WHERE id > 5 LIMIT 900',
    rowsReturned: 900,
    bytesReturned: 90_000,
  })),
  'a walk through all tables': several(30, (at) => ({
    time: THURSDAY + 11 * HOUR + at * 3_000,
    user: 'eve',
    ip: '10.0.2.24',
    client: 'DBeaver 24.1',
    sql: `SELECT * FROM archive_${at} LIMIT 5`,
    rowsReturned: 5,
    bytesReturned: 500,
  })),
  'a service account from elsewhere': several(3, (at) => ({
    time: THURSDAY + 11 * HOUR + at * 3_000,
    user: 'shop_web',
    ip: '203.0.113.9',
    client: 'python-requests/2.31',
    sql: 'SELECT email FROM customers LIMIT 5',
    rowsReturned: 5,
    bytesReturned: 500,
  })),
  'work by night': several(8, (at) => ({
    time: THURSDAY + 3 * HOUR + at * 60_000,
    user: 'ben',
    ip: '10.0.2.21',
    client: 'psql',
    sql: 'SELECT card FROM payments LIMIT 500',
    rowsReturned: 500,
    bytesReturned: 50_000,
  })),
  'a person with the account of a service': several(5, (at) => ({
    time: THURSDAY + 14 * HOUR + at * 60_000,
    user: 'billing',
    ip: '10.0.2.25',
    client: 'psql',
    sql: 'SELECT * FROM customers LIMIT 50',
    rowsReturned: 50,
    bytesReturned: 5_000,
  })),
  'nobody, from outside': several(4, (at) => ({
    time: THURSDAY + 14 * HOUR + at * 60_000,
    ip: '198.51.100.7',
    sql: 'SELECT * FROM customers',
    rowsReturned: 5_000,
    bytesReturned: 5e6,
  })),
  'all of a table, where the log tells no rows': several(1, () => ({
    time: THURSDAY + 11 * HOUR,
    user: 'cleo',
    ip: '10.0.2.22',
    client: 'DBeaver 24.1',
    sql: 'SELECT * FROM customers',
  })),
  'an account that is inside and outside at once': several(4, (at) => ({
    time: THURSDAY + 11 * HOUR + at * 120_000,
    user: 'hana',
    ip: at === 0 ? '10.0.2.27' : '198.51.100.9',
    client: 'psql',
    sql: 'SELECT id, state FROM orders WHERE state = 1 LIMIT 500',
    rowsReturned: 20,
    bytesReturned: 900,
  })),
  'a table of pay that nobody but the backup reads': several(3, (at) => ({
    time: THURSDAY + 11 * HOUR + at * 60_000,
    user: 'cleo',
    ip: '10.0.2.22',
    client: 'DBeaver 24.1',
    sql: 'SELECT name, amount FROM salaries LIMIT 5',
    rowsReturned: 5,
    bytesReturned: 200,
  })),
  'one record after the other': several(160, (at) => ({
    time: THURSDAY + 9 * HOUR + at * 45_000,
    user: 'cleo',
    ip: '10.0.2.22',
    client: 'DBeaver 24.1',
    sql: `SELECT id, name, email FROM customers WHERE id = ${at * 7}`,
  })),
  'many bytes by a usual statement': several(20, (at) => ({
    time: THURSDAY + 10 * HOUR + at * 20_000,
    user: 'shop_web',
    ip: '10.0.1.11',
    client: 'node-postgres',
    sql: 'SELECT * FROM customers WHERE id = 7',
    rowsReturned: 3_000,
    bytesReturned: 5e6,
  })),
};

describe('behaviour', () => {
  it('is told at most five times a day in ordinary weeks, mostly not at all', () => {
    for (const seed of [1, 2]) {
      // One that became graver is told again under its name.
      const alerts = [...new Map(watch(made(), ordinaryWork(14, seed)).map((alert) => [alert.id, alert])).values()];
      const perDay = new Map<number, number>();
      for (const { time } of alerts) perDay.set(Math.floor(time / DAY), (perDay.get(Math.floor(time / DAY)) ?? 0) + 1);
      assert.ok(Math.max(0, ...perDay.values()) <= 5);
      assert.ok(alerts.length <= 14, `${alerts.length} alerts in 14 days`);
    }
  });

  const ordinary = ordinaryWork(12, 4);
  for (const [what, foreign] of Object.entries(FOREIGN)) {
    it(`tells ${what}, with three facts in words`, () => {
      const events = [...ordinary, ...foreign].toSorted((a, b) => timeOf(a) - timeOf(b));
      const alerts = watch(made(), events);
      const found = alerts.find(({ ref }) => foreign.includes(events[Number(ref)] ?? {}));
      assert.ok(found, 'not told');
      const words = found.why();
      assert.ok(words.length > 0 && words.length <= 3);
      assert.equal(new Set(found.facts.map(({ ground }) => ground)).size, words.length);
      assert.ok(
        words.every((one) => /learned/.test(one)),
        words.join('; '),
      );
      assert.ok(found.score >= found.bar);
      for (const name of ['cleo', 'dan', 'billing', '198.51.100.7']) assert.ok(!words.join().includes(name));
    });
  }

  it('shows what is left of the budget only, and then what is graver than all before', () => {
    const behaviour = made({ alertsPerDay: 2 });
    watch(behaviour, ordinaryWork(10, 5));
    const noon = THURSDAY + 12 * HOUR;
    const strangers = Array.from({ length: 40 }, (_, at) => ({
      time: noon + at * 1_000,
      user: `stranger${at}`,
      ip: `203.0.${at}.9`,
      client: 'curl',
      sql: 'SELECT * FROM customers',
      rowsReturned: 2_000,
      bytesReturned: 2e6,
    }));
    const alerts = watch(behaviour, strangers.map(access));
    assert.ok(new Set(alerts.map(({ id }) => id)).size <= 8, `${alerts.length} alerts`);
    assert.ok(behaviour.counts().withheld > 0);
  });

  it('does not tell again what a person expected', () => {
    const behaviour = made();
    watch(behaviour, ordinaryWork(10, 6));
    const audit = (day: number) =>
      several(4, (at) => ({
        time: THURSDAY + day * DAY + 14 * HOUR + at * 60_000,
        user: 'auditor',
        ip: '192.0.2.50',
        client: 'Metabase',
        sql: 'SELECT * FROM customers',
        rowsReturned: 5_000,
        bytesReturned: 5e6,
      }));
    const [first] = watch(behaviour, audit(0));
    assert.ok(first);
    assert.ok(behaviour.judge(first.id, 'expected', first.time));
    assert.ok(!behaviour.judge('no such alert', 'expected', first.time));
    assert.deepEqual(watch(behaviour, audit(1)), []);
  });

  it('is not taught by an attacker who begins small', () => {
    const behaviour = made();
    const slow = Array.from({ length: 7 * 12 }, (_, at) => {
      const day = Math.floor(at / 12);
      const rows = Math.round(200 * 1.9 ** day);
      return access({
        time: THURSDAY + day * DAY + 9 * HOUR + (at % 12) * 1_800_000,
        user: 'gus',
        ip: '10.0.2.26',
        client: 'DBeaver 24.1',
        sql: 'SELECT id, state FROM orders WHERE state = 1 LIMIT 500',
        rowsReturned: rows,
        bytesReturned: rows * 120,
      });
    });
    const events = [...ordinaryWork(18, 7), ...slow].toSorted((a, b) => timeOf(a) - timeOf(b));
    const alerts = watch(behaviour, events);
    assert.ok(alerts.some(({ access: { user } }) => user === 'gus'));
  });

  it('tells of a store that many take a little from at once', () => {
    const behaviour = made();
    const window = (start: number, rows: number) =>
      several(10, (at) => ({
        time: start + at * 50_000,
        user: `app${at}`,
        ip: `10.0.4.${at}`,
        client: 'psycopg',
        sql: 'SELECT * FROM items WHERE id = 1',
        rowsReturned: rows,
        bytesReturned: rows * 100,
      }));
    const windows = Array.from({ length: 5 * 144 }, (_, at) => window(MONDAY + at * 600_000, 18 + ((at * 7) % 5)));
    assert.deepEqual(watch(behaviour, windows.flat()), []);
    const end = MONDAY + windows.length * 600_000;
    const told = watch(behaviour, [window(end, 450), window(end + 600_000, 20), window(end + 1_200_000, 20)].flat());
    assert.equal(told.length, 1);
    assert.deepEqual(
      told[0]?.facts.map(({ subject }) => subject),
      ['store'],
    );
    assert.match(told[0]?.why()[0] ?? '', /4,500 rows in ten minutes; usual for this store/);
  });

  it('shows no name of a program or a path that may be a person', () => {
    const behaviour = made();
    watch(behaviour, ordinaryWork(8, 11));
    const odd = several(3, (at) => ({
      time: THURSDAY + 11 * HOUR + at,
      user: 'shop_web',
      ip: '203.0.113.9',
      client: 'canary@example.org',
      table: '/people/canary.person',
      rowsReturned: 90_000,
      bytesReturned: 9e7,
    }));
    const words = watch(behaviour, odd).flatMap(({ why }) => why());
    assert.ok(words.length > 0);
    assert.ok(!words.join().includes('canary'), words.join('; '));
  });

  it('goes on behind a restart as if there had been none, and keeps no name', () => {
    const events = [...ordinaryWork(12, 8), ...Object.values(FOREIGN).flat()].toSorted((a, b) => timeOf(a) - timeOf(b));
    const whole = made();
    const expected = watch(whole, events).map(({ id, score }) => ({ id, score }));
    const half = Math.floor(events.length * 0.83);
    const before = made();
    const told = watch(before, events.slice(0, half));
    const snapshot = JSON.stringify(before.snapshot());
    for (const name of ['cleo', 'shop_web', 'billing', '10.0.2.22', '198.51.100.7'])
      assert.ok(!snapshot.includes(name), name);
    const behind = made();
    behind.restore(JSON.parse(snapshot) as Parameters<Behaviour['restore']>[0]);
    told.push(...watch(behind, events.slice(half), half));
    assert.deepEqual(
      told.map(({ id, score }) => ({ id, score })),
      expected,
    );
  });

  it('does not forget those it knows for a flood of new names', () => {
    const behaviour = made({ maxNames: 400 });
    watch(behaviour, ordinaryWork(10, 9));
    const flood = Array.from({ length: 6_000 }, (_, at) =>
      access({
        time: THURSDAY + 10 * HOUR + at * 10,
        user: `u${at}`,
        ip: '10.0.1.11',
        client: 'node-postgres',
        sql: 'SELECT * FROM orders WHERE id = 7',
        rowsReturned: 3,
      }),
    );
    watch(behaviour, flood);
    const { names, evicted } = behaviour.counts();
    assert.ok(names <= 400);
    assert.ok(evicted > 3_000);
    const noon = {
      time: THURSDAY + 12 * HOUR,
      ip: '10.0.1.12',
      client: 'PostgreSQL JDBC Driver',
      sql: 'SELECT * FROM orders WHERE id = 7',
      rowsReturned: 8,
      bytesReturned: 900,
    };
    assert.deepEqual(watch(behaviour, [access({ ...noon, user: 'billing' })]), []);
  });

  it('is not blinded by a clock that runs ahead', () => {
    const behaviour = createBehaviour({ now: () => MONDAY + 12 * HOUR, pseudonym });
    const ahead = access({ time: MONDAY + 12.9 * HOUR, user: 'mallory', ip: '10.0.2.99' });
    const usual = access({ time: MONDAY + 11.95 * HOUR, user: 'ada', ip: '10.0.2.20' });
    watch(behaviour, [ahead, usual]);
    assert.equal(behaviour.counts().late, 0);
  });

  it('counts what comes too late and what is ahead, and fails at no event', () => {
    const behaviour = made();
    watch(behaviour, ordinaryWork(2, 10));
    watch(behaviour, [access({ time: MONDAY, user: 'ada' }), access({ time: MONDAY + 9_999 * DAY, user: 'ada' })]);
    assert.equal(behaviour.counts().late, 1);
    assert.equal(behaviour.counts().ahead, 1);
    const value = fc.oneof(
      fc.string(),
      fc.double(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('name', 'ip', 'rows_returned'), fc.string()),
    );
    const keys = fc.constantFrom(
      'class_uid',
      'time',
      'actor',
      'src_endpoint',
      'unmapped',
      'database',
      'query_info',
      'http_request',
      'status_id',
      'table',
    );
    fc.assert(
      fc.property(fc.dictionary(keys, value), fc.constantFrom(6005, 4002, 6003, 3002), (fields, kind) => {
        behaviour.observe({ ...fields, class_uid: kind, time: MONDAY + 3 * DAY }, 0);
      }),
    );
    JSON.stringify(behaviour.snapshot());
  });
});
