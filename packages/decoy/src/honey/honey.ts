// The rows that a decoy gives out: a shop's customers, their orders, and keys. They are made from a key alone, so the same decoy tells the same
// tomorrow, and each row's id and each key is a honeytoken that is known again wherever it turns up.

import { createHmac } from 'node:crypto';
import { createTokenMint, type TokenMint } from '@vigie/detect';
import { FIRST_NAMES, LAST_NAMES, ORDER_STATES, PLACES, SERVICES } from './names.ts';

export type HoneyType = 'integer' | 'number' | 'text' | 'uuid' | 'time';
export type HoneyValue = number | string;

interface HoneyColumn {
  readonly name: string;
  readonly type: HoneyType;
}

export interface HoneyTable {
  readonly name: string;
  readonly columns: readonly HoneyColumn[];
  readonly rows: readonly (readonly HoneyValue[])[];
}

export interface Honey {
  /** The database that the tables are in. */
  readonly database: string;
  readonly tables: readonly HoneyTable[];
}

const CUSTOMERS = 2_000;
const ORDERS = 3_000;
const KEYS = 24;
const DAY_MS = 86_400_000;

/**
 * @param key of honeytokens, 16 bytes at least; the recogniser with the same key knows every row
 * @param until the newest row is of the day before; milliseconds since 1970
 */
export function makeHoney(key: Uint8Array, until: number): Honey {
  const mint = createTokenMint(key);
  const draw = drawsOf(key);
  const lastDay = Math.floor(until / DAY_MS) * DAY_MS - DAY_MS;
  return {
    database: 'shop',
    tables: [customers(mint, draw, lastDay), orders(mint, draw, lastDay), apiKeys(mint, draw, lastDay)],
  };
}

/** A whole number below `limit`. */
type Draw = (limit: number) => number;

function customers(mint: TokenMint, draw: Draw, lastDay: number): HoneyTable {
  const rows = Array.from({ length: CUSTOMERS }, (_, index) => {
    const first = pick(FIRST_NAMES, draw);
    const last = pick(LAST_NAMES, draw);
    const place = pick(PLACES, draw);
    const born = new Date(Date.UTC(1948 + draw(57), draw(12), 1 + draw(28))).toISOString().slice(0, 10);
    const joined = lastDay - (CUSTOMERS - index) * 1_300_000 * 24 + draw(DAY_MS);
    return [
      1001 + index,
      mint.token('row', `customer ${index}`),
      `${first} ${last}`,
      `${plain(first)}.${plain(last)}${index % 97}@mail.example.org`,
      place.phone(draw(100)),
      born,
      place.city,
      place.country,
      timeText(joined),
    ];
  });
  return {
    name: 'customers',
    columns: columns(
      'id integer, uid uuid, full_name text, email text, phone text, birth_date text, city text, country text, created_at time',
    ),
    rows,
  };
}

function orders(mint: TokenMint, draw: Draw, lastDay: number): HoneyTable {
  const rows = Array.from({ length: ORDERS }, (_, index) => [
    50_001 + index,
    mint.token('row', `order ${index}`),
    1001 + draw(CUSTOMERS),
    Math.round(500 + draw(40_000)) / 100,
    pick(PLACES, draw).currency,
    pick(ORDER_STATES, draw),
    timeText(lastDay - (ORDERS - index) * 600_000 + draw(600_000)),
  ]);
  return {
    name: 'orders',
    columns: columns(
      'id integer, uid uuid, customer_id integer, amount number, currency text, status text, placed_at time',
    ),
    rows,
  };
}

function apiKeys(mint: TokenMint, draw: Draw, lastDay: number): HoneyTable {
  const rows = Array.from({ length: KEYS }, (_, index) => [
    index + 1,
    mint.token('email', `key ${index}`),
    pick(SERVICES, draw),
    mint.token('aws-key', `key ${index}`),
    mint.token('aws-secret', `key ${index}`),
    mint.token('api-key', `key ${index}`),
    timeText(lastDay - draw(700) * DAY_MS),
  ]);
  return {
    name: 'api_keys',
    columns: columns(
      'id integer, owner text, service text, access_key_id text, secret_access_key text, deploy_token text, created_at time',
    ),
    rows,
  };
}

function columns(text: string): HoneyColumn[] {
  return text.split(', ').map((one) => {
    const [name = '', type = 'text'] = one.split(' ');
    return { name, type: type as HoneyType };
  });
}

function pick<T>(list: readonly T[], draw: Draw): T {
  const one = list[draw(list.length)];
  if (one === undefined) throw new RangeError('nothing to choose from');
  return one;
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** `2026-11-28 13:05:09`, UTC. */
function timeText(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** Chance out of the key: blocks of HMAC in counter mode. */
function drawsOf(key: Uint8Array): Draw {
  let block = Buffer.alloc(0);
  let at = 0;
  let counter = 0;
  return (limit) => {
    if (at + 4 > block.length) {
      block = createHmac('sha512', key).update(`vigie honey rows\0${counter++}`).digest();
      at = 0;
    }
    const value = block.readUInt32LE(at);
    at += 4;
    return value % limit;
  };
}

/** A row as an object, by the names of its columns. */
export function rowObject(table: HoneyTable, row: readonly HoneyValue[]): Record<string, HoneyValue> {
  return Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index] ?? '']));
}
