// The databases and tables of a decoy that speaks SQL, as one address sees them: the honey tables that it has not dropped, and what it made.
import type { HoneyTable } from '../honey/honey.ts';
import { createSeen, type Seen } from '../view.ts';
import type { Relation, SqlColumn } from './catalogue.ts';
import type { Value } from './tree.ts';

export interface ShopTable {
  readonly name: string;
  /** Another for each table that ever was. */
  readonly place: number;
  /** The database that it is in. */
  readonly database: string;
  readonly columns: readonly SqlColumn[];
  readonly rows: readonly (readonly Value[])[];
  /** The honey table that it is, with all of its rows or with those that are left; undefined for what a visitor made. */
  readonly honey?: HoneyTable;
}

export interface Shop {
  readonly databases: readonly string[];
  readonly tables: readonly ShopTable[];
}

/** @param home the database of the honey tables @param databases all that there are at first */
export function createShops(home: string, databases: readonly string[]): Seen<Shop> {
  return createSeen(
    ({ honey }): Shop => ({
      databases,
      tables: honey.tables.map((table, place) => ({
        place,
        name: table.name,
        database: home,
        columns: table.columns,
        rows: table.rows,
        honey: table,
      })),
    }),
  );
}

export function relationOf({ name, columns, rows, honey }: ShopTable): Relation {
  return { name, columns, rows, isHoney: honey !== undefined };
}
