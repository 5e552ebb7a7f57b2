// A row as named texts, however its store nests it: columns, maps, zipped pairs of names and values, documents.

/** One named text of a row. */
export interface RowField {
  /** Where it stands, as a user would write it: `email`, `address.city`, `string.values[user_id]`. */
  readonly path: string;
  /** The name that says what it is: the last key, `user_id`. */
  readonly name: string;
  readonly value: string;
}

/** Deeper than this, a document stays JSON text: no honest schema needs more, and a hostile one must not cost a stack. */
const DEEPEST = 4;
/** Fields of one row beyond these are left out, and the row is told as cut. */
const MOST_FIELDS = 2000;
/** A map's keys and an object's names longer than this are data, not names. */
const LONGEST_NAME = 100;

/** Columns that hold names and values side by side, as ClickHouse's Nested and OpenTelemetry's attributes do. */
const NAMES_COLUMN = /^(.*)[._](?:names?|keys?)$/i;
const VALUES_COLUMN = /^(.*)[._](?:values?)$/i;

/** How the columns of a block are read, worked out once. */
export interface RowPlan {
  readonly columns: readonly string[];
  /** For each column: the column that names its values, where they are zipped. */
  readonly namesOf: ReadonlyMap<number, number>;
}

/** @param columns in the order of the values of each row */
export function planRows(columns: readonly string[]): RowPlan {
  const byPrefix = new Map<string, number>();
  columns.forEach((column, index) => {
    const prefix = NAMES_COLUMN.exec(column)?.[1];
    if (prefix !== undefined) byPrefix.set(prefix.toLowerCase(), index);
  });
  const namesOf = new Map<number, number>();
  columns.forEach((column, index) => {
    const prefix = VALUES_COLUMN.exec(column)?.[1];
    const names = prefix === undefined ? undefined : byPrefix.get(prefix.toLowerCase());
    if (names !== undefined) namesOf.set(index, names);
  });
  return { columns, namesOf };
}

/**
 * The fields of one row.
 *
 * @param row a parsed line of a block: an array in the order of the plan's columns, or an object with keys of its own
 * @returns at most 2,000 fields; empty values are left out
 */
export function fieldsOf(row: unknown, plan: RowPlan | undefined): RowField[] {
  const fields: RowField[] = [];
  if (Array.isArray(row) && plan) {
    const zippedNames = new Set(plan.namesOf.values());
    plan.columns.forEach((column, index) => {
      const names = plan.namesOf.get(index);
      if (names !== undefined && isZipped(row[names], row[index])) addZipped(fields, column, row[names], row[index]);
      else if (!zippedNames.has(index)) addValue(fields, column, lastName(column), row[index], 0);
    });
  } else if (typeof row === 'object' && row !== null) {
    for (const [key, value] of Object.entries(row)) addValue(fields, shownKey(key), key, value, 0);
  } else addValue(fields, 'value', 'value', row, 0);
  return fields;
}

function isZipped(names: unknown, values: unknown): boolean {
  return Array.isArray(names) && Array.isArray(values) && names.length === values.length;
}

function addZipped(fields: RowField[], column: string, names: unknown, values: unknown): void {
  (names as unknown[]).forEach((name, place) => {
    const key = typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '';
    addValue(fields, `${column}[${shownKey(key)}]`, key, (values as unknown[])[place], 1);
  });
}

function addValue(fields: RowField[], path: string, name: string, value: unknown, depth: number): void {
  if (fields.length >= MOST_FIELDS || value === null || value === undefined || value === '') return;
  if (typeof value === 'string') fields.push({ path, name, value });
  else if (typeof value === 'number' || typeof value === 'bigint') fields.push({ path, name, value: String(value) });
  else if (typeof value === 'object') addNested(fields, path, name, value, depth);
}

/** Lists of plain values are several values of one field; small objects are fields of their own; the rest stays JSON text. */
function addNested(fields: RowField[], path: string, name: string, value: object, depth: number): void {
  const isPlain = (part: unknown) => typeof part !== 'object' || part === null;
  if (Array.isArray(value)) {
    if (value.every(isPlain)) for (const part of value) addValue(fields, path, name, part, depth + 1);
    else fields.push({ path, name, value: JSON.stringify(value) });
    return;
  }
  const entries = Object.entries(value);
  if (depth >= DEEPEST || entries.some(([, part]) => Array.isArray(part) && !part.every(isPlain))) {
    fields.push({ path, name, value: JSON.stringify(value) });
    return;
  }
  for (const [key, part] of entries) {
    const short = key.slice(0, LONGEST_NAME);
    addValue(fields, `${path}.${shownKey(short)}`, short, part, depth + 1);
  }
}

/**
 * A key of a document as it may be shown. Keys may be values themselves (a mailbox, a number, a token): those are all one `*`,
 * and so one column.
 */
function shownKey(key: string): string {
  return /^[\p{L}\p{N}_$ .:/#@-]{1,64}$/u.test(key) && !/\d{4}|\S@\S|[^\s_.:/-]{33}/.test(key) ? key : '*';
}

/** `string.values` is named by its last part. */
function lastName(column: string): string {
  return column.slice(column.lastIndexOf('.') + 1) || column;
}
