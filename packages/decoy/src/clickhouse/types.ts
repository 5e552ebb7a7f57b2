// The types of ClickHouse that columns of an answer have: those that their values fit into.
import type { SqlColumn, SqlType } from '../sql/catalogue.ts';
import type { Value } from '../sql/tree.ts';

/** Of columns of tables. */
export const TYPES: Readonly<Record<SqlType, string>> = {
  integer: 'UInt32',
  big: 'UInt64',
  small: 'UInt8',
  number: 'Float64',
  text: 'String',
  uuid: 'UUID',
  time: 'DateTime',
  boolean: 'UInt8',
  list: 'Array(String)',
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
/** Integers by the least and the most that they hold, the narrowest first. */
const WHOLE: readonly (readonly [string, number, number])[] = [
  ['UInt8', 0, 255],
  ['UInt32', 0, 2 ** 32 - 1],
  ['UInt64', 0, Number.MAX_SAFE_INTEGER],
  ['Int64', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
];

export interface Typed {
  readonly name: string;
  /** Without `Nullable`. */
  readonly type: string;
  readonly isNullable: boolean;
}

export function typedColumns(columns: readonly SqlColumn[], rows: readonly (readonly Value[])[]): Typed[] {
  return columns.map(({ name, type }, at) => {
    let isNullable = false;
    const values: Exclude<Value, null>[] = [];
    for (const row of rows) {
      const value = row[at] ?? null;
      if (value === null) isNullable = true;
      else values.push(value);
    }
    return { name, type: fitting(type, values), isNullable };
  });
}

export function writtenType({ type, isNullable }: Typed): string {
  return isNullable && !type.startsWith('Array') ? `Nullable(${type})` : type;
}

function fitting(type: SqlType, values: readonly Exclude<Value, null>[]): string {
  const all = (holds: (value: Exclude<Value, null>) => boolean) => values.every(holds);
  switch (type) {
    case 'integer':
    case 'small':
    case 'big': {
      const least = WHOLE.findIndex(([name]) => name === TYPES[type]);
      const isIn = (low: number, high: number) =>
        all((one) => typeof one === 'number' && Number.isInteger(one) && one >= low && one <= high);
      const [found] = WHOLE.slice(least).find(([, low, high]) => isIn(low, high)) ?? [];
      return found ?? (all((one) => typeof one === 'number') ? 'Float64' : 'String');
    }
    case 'number':
      return all((one) => typeof one === 'number') ? 'Float64' : 'String';
    case 'uuid':
      return all((one) => typeof one === 'string' && UUID.test(one)) ? 'UUID' : 'String';
    case 'time':
      return all((one) => typeof one === 'string' && TIME.test(one)) ? 'DateTime' : 'String';
    case 'boolean':
      return all((one) => typeof one === 'boolean' || one === 0 || one === 1) ? 'UInt8' : 'String';
    case 'list':
      return all(Array.isArray) ? 'Array(String)' : 'String';
    case 'text':
      return 'String';
  }
}
