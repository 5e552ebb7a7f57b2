// A row as named texts, however its store nests it: columns, maps, zipped pairs of names and values, documents.

/** Where values stand in the rows of a dataset. The same object for all rows, so that what is known of it can be kept by it. */
export interface Place {
  /** As a user would write it: `email`, `address.city`, `string.values[user_id]`. */
  readonly path: string;
  /** The name that says what its values are: the last key, `user_id`. */
  readonly name: string;
}

/** One named text of a row. */
export interface RowField {
  readonly place: Place;
  /** The path of the place. */
  readonly name: string;
  readonly value: string;
  /** The value parsed, where it is a JSON object or list and somebody has parsed it. */
  json: object | undefined;
}

/** Deeper than this, a document stays JSON text: no honest schema needs more, and a hostile one must not cost a stack. */
const DEEPEST = 4;
/** Fields of one row beyond these are left out, and the row is told as cut. */
const MOST_FIELDS = 2000;
/** A map's keys and an object's names longer than this are data, not names. */
const LONGEST_NAME = 100;
/** Documents may have keys without end: the places of these many are kept, those of others are made anew for each row. */
const MOST_PLACES = 5000;

/** Columns that hold names and values side by side, as ClickHouse's Nested and OpenTelemetry's attributes do. */
const NAMES_COLUMN = /^(.*)[._](?:names?|keys?)$/i;
const VALUES_COLUMN = /^(.*)[._](?:values?)$/i;

/** How the rows of a dataset are read, worked out once. */
export interface RowPlan {
  readonly columns: readonly PlannedColumn[] | undefined;
  readonly places: Places;
}

interface PlannedColumn {
  readonly place: Place;
  /** The number of the column that names its values, where they are zipped. */
  readonly namedBy: number | undefined;
  /** It names the values of another column, and is no value where the two are of one length. */
  readonly isNames: boolean;
}

interface Places {
  /** The place of a row's own column or key. */
  top(key: string): Place;
  /** The place of a value under a key of what stands at another place. @param isZipped written with brackets */
  under(place: Place, key: string, isZipped: boolean): Place;
}

/** @param columns in the order of the values of each row; undefined where rows are objects with keys of their own */
export function planRows(columns: readonly string[] | undefined): RowPlan {
  const places = createPlaces();
  return { columns: columns && plannedColumns(columns), places };
}

function plannedColumns(columns: readonly string[]): PlannedColumn[] {
  const byPrefix = new Map<string, number>();
  columns.forEach((column, index) => {
    const prefix = NAMES_COLUMN.exec(column)?.[1];
    if (prefix !== undefined) byPrefix.set(prefix.toLowerCase(), index);
  });
  const namedBy = columns.map((column) => {
    const prefix = VALUES_COLUMN.exec(column)?.[1];
    return prefix === undefined ? undefined : byPrefix.get(prefix.toLowerCase());
  });
  return columns.map((column, index) => ({
    place: { path: column, name: lastName(column) },
    namedBy: namedBy[index],
    isNames: namedBy.includes(index),
  }));
}

function createPlaces(): Places {
  const tops = new Map<string, Place>();
  const unders = new Map<Place, Map<string, Place>>();
  let kept = 0;
  const remembered = (known: Map<string, Place>, key: string, place: Place) => {
    if (kept >= MOST_PLACES) return place;
    kept += 1;
    known.set(key, place);
    return place;
  };
  return {
    top: (key) => tops.get(key) ?? remembered(tops, key, { path: shownKey(key), name: key }),
    under(place, key, isZipped) {
      let known = unders.get(place);
      if (!known) {
        known = new Map();
        if (unders.size < MOST_PLACES) unders.set(place, known);
      }
      const found = known.get(key);
      if (found) return found;
      const path = isZipped ? `${place.path}[${shownKey(key)}]` : `${place.path}.${shownKey(key)}`;
      return remembered(known, key, { path, name: key });
    },
  };
}

/** What a row's fields are gathered in. */
interface Gathering {
  readonly fields: RowField[];
  readonly places: Places;
  hasLongNumber: boolean;
}

/** The fields of a row, and whether it has a whole number that a JavaScript number cannot hold. */
export interface RowFields {
  readonly fields: readonly RowField[];
  readonly hasLongNumber: boolean;
}

/**
 * The fields of one row.
 *
 * @param row a parsed line of a block: an array in the order of the plan's columns, or an object with keys of its own
 * @returns at most 2,000 fields; empty values are left out
 */
export function fieldsOf(row: unknown, { columns, places }: RowPlan): RowFields {
  const into: Gathering = { fields: [], places, hasLongNumber: false };
  if (Array.isArray(row) && columns) addColumns(into, row, columns);
  else if (typeof row === 'object' && row !== null && !Array.isArray(row)) {
    for (const key of Object.keys(row)) addValue(into, places.top(key), (row as Record<string, unknown>)[key], 0);
  } else addValue(into, places.top('value'), row, 0);
  return into;
}

function addColumns(into: Gathering, row: readonly unknown[], columns: readonly PlannedColumn[]): void {
  for (let index = 0; index < columns.length; index += 1) {
    const { place, namedBy, isNames } = columns[index] as PlannedColumn;
    const names = namedBy === undefined ? undefined : row[namedBy];
    if (names !== undefined && isZipped(names, row[index])) addZipped(into, place, names, row[index]);
    else if (!isNames) addValue(into, place, row[index], 0);
  }
}

function isZipped(names: unknown, values: unknown): boolean {
  return Array.isArray(names) && Array.isArray(values) && names.length === values.length;
}

function addZipped(into: Gathering, place: Place, names: unknown, values: unknown): void {
  const [keys, held] = [names as unknown[], values as unknown[]];
  for (let at = 0; at < keys.length; at += 1) {
    const name = keys[at];
    const key = typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '';
    addValue(into, into.places.under(place, key, true), held[at], 1);
  }
}

function addValue(into: Gathering, place: Place, value: unknown, depth: number): void {
  if (into.fields.length >= MOST_FIELDS || value === null || value === undefined || value === '') return;
  if (typeof value === 'string') into.fields.push({ place, name: place.path, value, json: undefined });
  else if (typeof value === 'number' || typeof value === 'bigint') {
    if (isLong(value)) into.hasLongNumber = true;
    into.fields.push({ place, name: place.path, value: String(value), json: undefined });
  } else if (typeof value === 'object') addNested(into, place, value, depth);
}

/** A number of more digits than a JavaScript number holds. */
export function isLong(value: number | bigint): boolean {
  return typeof value === 'number' && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER);
}

/** Lists of plain values are several values of one field; small objects are fields of their own; the rest stays JSON text. */
function addNested(into: Gathering, place: Place, value: object, depth: number): void {
  const isPlain = (part: unknown) => typeof part !== 'object' || part === null;
  if (Array.isArray(value)) {
    if (value.every(isPlain)) for (const part of value) addValue(into, place, part, depth + 1);
    else addJson(into, place, value);
    return;
  }
  const entries = Object.entries(value);
  if (depth >= DEEPEST || entries.some(([, part]) => Array.isArray(part) && !part.every(isPlain))) {
    addJson(into, place, value);
    return;
  }
  for (const [key, part] of entries) {
    addValue(into, into.places.under(place, key.slice(0, LONGEST_NAME), false), part, depth + 1);
  }
}

function addJson(into: Gathering, place: Place, json: object): void {
  const value = JSON.stringify(json);
  // Written again, a number that lost its last digits has an exponent or at least sixteen digits.
  if (/\d{16}|\de\+/.test(value)) into.hasLongNumber = true;
  into.fields.push({ place, name: place.path, value, json: undefined });
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
