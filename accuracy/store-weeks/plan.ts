// A week on three stores as it is planned: who connects when, from where, with which program, and what he runs.
import type { Chance } from '../chance.ts';

export type StoreName = 'clickhouse' | 'postgresql' | 'mariadb';

/** A Monday. */
export const WEEK_BEGINS = Date.UTC(2026, 9, 5);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Somebody at a store, by one program from one place. */
export interface Who {
  readonly store: StoreName;
  readonly user: string;
  /** As the plan has it; the client comes from an address of loopback that stands for it. */
  readonly ip: string;
  readonly program: string;
}

export interface Step {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly who: Who;
  /** Statements of one connection share it; undefined for a sign-in that is to be refused. */
  readonly session: string | undefined;
  readonly sql: string;
  /** The number of the behaviour in the list; undefined for ordinary work. */
  readonly attack?: number;
}

/** All tables of all stores have the same columns: id, email, name, state, amount, day. */
export const TABLES: Readonly<Record<string, number>> = {
  customers: 20_000,
  orders: 30_000,
  items: 4_000,
  payments: 12_000,
  products: 1_500,
  stock: 1_500,
  carts: 2_000,
  sessions: 3_000,
  reviews: 2_500,
  tickets: 2_000,
  shipments: 2_500,
  salaries: 300,
  archive_2021: 800,
  archive_2022: 800,
  archive_2023: 800,
  archive_2024: 800,
};

/** Makes steps of one connection, some seconds apart. */
export function sessionOf(who: Who, name: string, attack?: number) {
  return (time: number, sql: string): Step => ({
    time,
    who,
    session: `${who.store} ${who.user} ${name}`,
    sql,
    ...(attack !== undefined && { attack }),
  });
}

/** Roughly normal, around 0 with a spread of 1. */
export function normal(chance: Chance): number {
  let sum = -6;
  for (let at = 0; at < 12; at += 1) sum += chance.next();
  return sum;
}

/** A whole number from `least` to `most`. */
export function between(chance: Chance, least: number, most: number): number {
  return least + chance.below(most - least + 1);
}
