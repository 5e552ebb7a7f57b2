// Seeded weeks of ordinary work on stores, as events in OCSF's terms: services that do the same all day, people who work by day and look
// at different things, jobs by night. And accesses that belong to no ordinary week.

import type { Fields } from '../src/events/event.ts';
import { type DatastoreTold, datastoreEvent } from '../src/events/ocsf.ts';
import { readStatement } from '../src/sql/read-statement.ts';

export const MONDAY = Date.UTC(2026, 9, 5);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Told = Partial<DatastoreTold> & { readonly time: number; readonly sql?: string };

export function access({ sql, ...told }: Told): Fields {
  const statement = sql === undefined ? undefined : readStatement(sql, 'postgresql');
  return datastoreEvent({
    product: 'postgresql',
    category: 'database',
    activity: 'query',
    outcome: 'success',
    store: 'orders-db',
    database: 'shop',
    ...told,
    ...(statement && { statement }),
  });
}

const TABLES = 'orders items customers payments carts products stock reviews coupons sessions shipments returns'.split(
  ' ',
);

/** Normal numbers by twelve uniform ones, enough for loads. */
function normal(random: () => number): number {
  let sum = -6;
  for (let at = 0; at < 12; at += 1) sum += random();
  return sum;
}

/** Ordinary work of so many days from Monday on, in the order of time. */
export function ordinaryWork(days: number, seed: number): Fields[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const told: Told[] = [];
  for (let day = 0; day < days; day += 1) {
    const start = MONDAY + day * DAY;
    services(told, start, random);
    if (day % 7 < 5) people(told, start, random, pick);
    nightly(told, start, random);
  }
  return told.toSorted((a, b) => a.time - b.time).map(access);
}

const SERVICES = [
  { user: 'shop_web', ip: '10.0.1.11', client: 'node-postgres', tables: [0, 1, 2, 4, 5, 9], perHour: 30 },
  { user: 'billing', ip: '10.0.1.12', client: 'PostgreSQL JDBC Driver', tables: [0, 3], perHour: 6 },
  { user: 'stock_sync', ip: '10.0.1.13', client: 'psycopg', tables: [5, 6], perHour: 12 },
] as const;

function services(told: Told[], start: number, random: () => number): void {
  for (const { user, ip, client, tables, perHour } of SERVICES) {
    for (let hour = 0; hour < 24; hour += 1) {
      const share = 0.3 + 0.7 * Math.max(0, Math.sin(((hour - 6) / 24) * 2 * Math.PI));
      const count = Math.round(perHour * share * (0.8 + 0.4 * random()));
      for (let at = 0; at < count; at += 1) {
        const table = TABLES[tables[Math.floor(random() * tables.length)] ?? 0] ?? 'orders';
        const rows = Math.round(Math.exp(2 + 0.8 * normal(random)));
        const sql =
          random() < 0.7 ? `SELECT * FROM ${table} WHERE id = 7` : `UPDATE ${table} SET state = 'x' WHERE id = 7`;
        told.push({
          time: start + hour * HOUR + random() * HOUR,
          user,
          ip,
          client,
          sql,
          rowsReturned: rows,
          bytesReturned: rows * 180,
        });
      }
    }
  }
}

const PEOPLE = 'ada ben cleo dan eve finn gus hana ida jon'.split(' ');

function people(told: Told[], start: number, random: () => number, pick: <T>(list: readonly T[]) => T): void {
  PEOPLE.forEach((user, at) => {
    const begins = 8 + (at % 3) + 0.7 * normal(random) * 0.5;
    const own = TABLES.slice(at % 6, (at % 6) + 5);
    const count = Math.max(2, Math.round(14 + 5 * normal(random)));
    for (let query = 0; query < count; query += 1) {
      const time = start + (begins + random() * 8) * HOUR;
      const table = random() < 0.93 ? pick(own) : pick(TABLES);
      const rows = Math.round(Math.exp(3.5 + 1.3 * normal(random)));
      const column = pick(['state', 'day', 'country', 'price', 'id']);
      const sql = `SELECT id, ${column} FROM ${table} WHERE ${column} = 1 LIMIT 500`;
      const client = at % 2 === 0 ? 'DBeaver 24.1' : 'psql';
      told.push({ time, user, ip: `10.0.2.${20 + at}`, client, sql, rowsReturned: rows, bytesReturned: rows * 120 });
    }
  });
}

function nightly(told: Told[], start: number, random: () => number): void {
  TABLES.forEach((table, at) => {
    const rows = 40_000 + at * 1_000 + Math.round(2_000 * random());
    const time = start + 2 * HOUR + at * 40_000;
    told.push({
      time,
      user: 'backup',
      ip: '10.0.1.30',
      client: 'pg_dump',
      sql: `COPY public.${table} TO STDOUT`,
      rowsReturned: rows,
      bytesReturned: rows * 200,
    });
  });
}
