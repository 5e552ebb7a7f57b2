// What a query can be asked of: tables with rows, functions, and how much work is done for one statement.
import type { HoneyType } from '../honey/honey.ts';
import type { Value } from './tree.ts';

/** `big` are counts and sums of whole numbers, `small` whole numbers that are written out. */
export type SqlType = HoneyType | 'boolean' | 'list' | 'big' | 'small';

export interface SqlColumn {
  readonly name: string;
  readonly type: SqlType;
}

export interface Relation {
  readonly name: string;
  readonly columns: readonly SqlColumn[];
  readonly rows: readonly (readonly Value[])[];
  /** Honey rows: who gets one has read. */
  readonly isHoney: boolean;
  /** Part of a catalogue, whose other columns are there and empty. */
  readonly isLoose?: boolean;
}

export interface SqlFunction {
  readonly type: SqlType;
  readonly run: (args: readonly Value[]) => Value;
}

export interface Catalogue {
  /** A table by its name as it is written, of one to three parts. */
  readonly relation: (path: readonly string[]) => Relation | undefined;
  /** By its name in lower case, without its schema. */
  readonly scalar: (name: string) => SqlFunction | undefined;
  /** Rows of a function that stands where a table stands; undefined where it is none. */
  readonly series?: (name: string, args: readonly Value[]) => readonly Value[] | undefined;
  /** Whether names count by their case, as in ClickHouse. */
  readonly hasCase: boolean;
}

/** A query cannot be answered: the table, column or function is not there, or it costs too much. */
export class QueryFault extends Error {
  readonly what: 'relation' | 'column' | 'function' | 'cost' | 'type' | 'database' | 'zero';
  readonly named: string;
  constructor(what: QueryFault['what'], named: string) {
    super(what);
    this.what = what;
    this.named = named;
  }
}

/** Rows that are looked at, and joined, for one statement. */
const MAX_STEPS = 400_000;

export interface Budget {
  readonly spend: (steps: number) => void;
}

export function createBudget(): Budget {
  let left = MAX_STEPS;
  return {
    spend: (steps) => {
      left -= steps;
      if (left < 0) throw new QueryFault('cost', '');
    },
  };
}

/** @param columns `name:type` with spaces between them; a text where no type is said */
export function relation(name: string, columns: string, rows: readonly (readonly Value[])[]): Relation {
  const parsed = columns.split(' ').map((one) => {
    const [column = '', type = 'text'] = one.split(':');
    return { name: column, type: type as SqlType };
  });
  return { name, columns: parsed, rows, isHoney: false };
}
