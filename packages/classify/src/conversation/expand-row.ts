// A row's columns as one flat list of names and values: names and values that stand in two parallel arrays are zipped, maps
// and objects are opened one level after the other.
import { isList, isObject, parseJson } from './foreign-json.ts';
import { parseLiteral } from './literal.ts';

export interface Field {
  readonly name: string;
  readonly value: string;
  /** The value as a JSON object or list, where the caller has parsed it. */
  readonly json?: object | undefined;
}

/** A field of a parsed object, with the keys and indices that lead to it. */
export interface PlacedField extends Field {
  readonly path: readonly (string | number)[];
}

/** Fields of one row that are looked at. */
const MAX_FIELDS = 512;
const MAX_DEPTH = 5;

/** Names of parallel arrays, the keys' and the values': OpenTelemetry and older ClickHouse tables, nested columns. */
const KEYS_NAME = /(^|[._])(names?|keys?)(\[\])?$/i;
const VALUES_NAME = /(^|[._])(values?)(\[\])?$/i;

/** Fields of a parsed object, nested ones by their path: `request.user.id`, `string.values[query]`. */
export function fieldsOf(value: unknown): readonly PlacedField[] {
  const fields: PlacedField[] = [];
  if (isObject(value)) open(value, '', [], 0, fields);
  return fields;
}

function open(
  value: { readonly [key: string]: unknown },
  prefix: string,
  path: readonly (string | number)[],
  depth: number,
  into: PlacedField[],
): void {
  for (const key in value) {
    if (into.length >= MAX_FIELDS) return;
    const held = value[key];
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const at = [...path, key];
    if (typeof held === 'string') into.push({ name, value: held, path: at });
    else if (typeof held === 'number' || typeof held === 'boolean') into.push({ name, value: String(held), path: at });
    else if (isList(held)) openList(value, key, held, name, at, depth, into);
    else if (isObject(held) && depth < MAX_DEPTH) open(held, name, at, depth + 1, into);
  }
}

/** A list of values beside the list of their names; a list of {key, value}; any other list is opened where it holds objects. */
function openList(
  owner: { readonly [key: string]: unknown },
  key: string,
  list: readonly unknown[],
  name: string,
  path: readonly (string | number)[],
  depth: number,
  into: PlacedField[],
): void {
  const names = VALUES_NAME.test(key) ? namesBeside(owner, key, list.length) : undefined;
  for (let at = 0; at < list.length && into.length < MAX_FIELDS && at < 256; at++) {
    const held = list[at];
    if (names !== undefined) {
      if (typeof held === 'string' || typeof held === 'number')
        into.push({ name: `${name}[${String(names[at])}]`, value: String(held), path: [...path, at] });
    } else if (isObject(held) && typeof held.key === 'string' && held.value !== undefined) {
      const inner = isObject(held.value)
        ? (held.value.stringValue ?? held.value.intValue ?? held.value.doubleValue)
        : held.value;
      if (typeof inner === 'string' || typeof inner === 'number') {
        into.push({
          name: `${name}[${held.key}]`,
          value: String(inner),
          path: isObject(held.value) ? [...path, at, 'value', 'stringValue'] : [...path, at, 'value'],
        });
      }
    } else if (isObject(held) && depth < MAX_DEPTH) open(held, `${name}[${at}]`, [...path, at], depth + 1, into);
  }
}

function namesBeside(
  owner: { readonly [key: string]: unknown },
  key: string,
  length: number,
): readonly unknown[] | undefined {
  for (const suffix of ['names', 'keys', 'name', 'key']) {
    for (const candidate of [
      key.replace(/values?$/, suffix),
      key.replace(/Values?$/, suffix.charAt(0).toUpperCase() + suffix.slice(1)),
    ]) {
      const names = candidate === key ? undefined : owner[candidate];
      if (isList(names) && names.length === length) return names;
    }
  }
  return undefined;
}

/** Whether a row has parallel arrays, or a value that may be a map, so that it is worth expanding. */
export function needsExpanding(row: readonly Field[]): boolean {
  for (const field of row) {
    const first = field.value.charCodeAt(0);
    if ((first === 0x5b && VALUES_NAME.test(field.name)) || (first === 0x7b && field.value.length > 6)) return true;
  }
  return false;
}

/**
 * The fields of a row with its parallel arrays zipped and its maps opened, beside those that were plain. Values that hold
 * neither stay as they are. JSON and the notation in single quotes are read.
 */
export function expandRow(row: readonly Field[]): readonly Field[] {
  const fields: Field[] = [];
  for (const field of row) {
    if (fields.length >= MAX_FIELDS) break;
    const first = field.value.charCodeAt(0);
    if (first === 0x5b && VALUES_NAME.test(field.name)) {
      const pairs = zipped(row, field);
      if (pairs !== undefined) {
        fields.push(...pairs.slice(0, MAX_FIELDS));
        continue;
      }
    } else if (first === 0x7b) {
      const map = field.json ?? parseCell(field.value);
      if (isObject(map))
        for (const one of fieldsOf(map)) fields.push({ name: `${field.name}.${one.name}`, value: one.value });
    }
    if (!(first === 0x5b && KEYS_NAME.test(field.name))) fields.push(field);
  }
  return fields;
}

function zipped(row: readonly Field[], values: Field): Field[] | undefined {
  const stem = values.name.replace(VALUES_NAME, '$1');
  const names = row.find(
    (other) => other !== values && KEYS_NAME.test(other.name) && other.name.replace(KEYS_NAME, '$1') === stem,
  );
  if (names === undefined) return undefined;
  const keys = names.json ?? parseCell(names.value);
  const held = values.json ?? parseCell(values.value);
  if (!isList(keys) || !isList(held) || keys.length !== held.length) return undefined;
  return held.map((value, at) => ({
    name: `${values.name}[${String(keys[at])}]`,
    value: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  }));
}

function parseCell(value: string): unknown {
  return value.length > 1 << 20 ? undefined : (parseJson(value) ?? parseLiteral(value));
}
