// Honey rows as a keyspace: sessions and customers as hashes, keys as strings, a queue and a set of who is online.
import { type Honey, rowObject } from '../honey/honey.ts';

export type Entry =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'hash'; readonly fields: readonly (readonly [string, string])[] }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'set'; readonly items: readonly string[] }
  | { readonly type: 'zset'; readonly scores: readonly (readonly [string, number])[] };

export type Keyspace = ReadonlyMap<string, Entry>;

const SESSIONS = 300;
const CUSTOMERS = 1_500;

export function keyspaceOf(honey: Honey): Keyspace {
  const known = keyspaces.get(honey);
  if (known) return known;
  const fresh = keysOf(honey);
  keyspaces.set(honey, fresh);
  return fresh;
}

const keyspaces = new WeakMap<Honey, Keyspace>();

function keysOf(honey: Honey): Keyspace {
  const keys = new Map<string, Entry>();
  const rows = (name: string) => {
    const table = honey.tables.find((one) => one.name === name);
    return table ? table.rows.map((row) => rowObject(table, row)) : [];
  };
  const hash = (row: Record<string, string | number>) => ({
    type: 'hash' as const,
    fields: Object.entries(row).map(([name, value]) => [name, String(value)] as const),
  });
  const customers = rows('customers');
  for (const row of customers.slice(0, CUSTOMERS)) keys.set(`customer:${row.id}`, hash(row));
  for (const row of customers.slice(-SESSIONS)) {
    const value = JSON.stringify({ customer: row.id, name: row.full_name, email: row.email, csrf: row.uid });
    keys.set(`session:${row.uid}`, { type: 'string', value });
  }
  for (const row of rows('api_keys')) {
    const { service, id, access_key_id: access, secret_access_key: secret, deploy_token: token, owner } = row;
    keys.set(
      `secrets:${service}:${id}`,
      hash({
        owner: owner ?? '',
        aws_access_key_id: access ?? '',
        aws_secret_access_key: secret ?? '',
        github_token: token ?? '',
      }),
    );
  }
  const recent = customers.slice(-60);
  keys.set('online', { type: 'set', items: recent.map((row) => String(row.id)) });
  keys.set('queue:mail', {
    type: 'list',
    items: recent.slice(0, 25).map((row) => JSON.stringify({ to: row.email, template: 'order-shipped' })),
  });
  keys.set('spend:top', {
    type: 'zset',
    scores: recent.map((row, index) => [String(row.id), 9_000 - index * 83.5] as const),
  });
  return keys;
}
