// How ClickHouse writes names and texts in SQL, and what its types hold.
// https://clickhouse.com/docs/sql-reference/syntax#identifiers and #string
import type { Dataset } from '../source.ts';

/** A name in backticks; a backslash escapes there as in strings. */
export function quoteName(name: string): string {
  return `\`${name.replace(/[\\`]/g, '\\$&')}\``;
}

export function quoteText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

export function quoteTable(dataset: Dataset): string {
  return `${quoteName(dataset.container)}.${quoteName(dataset.name)}`;
}

/** What a column, or one key of it, gives for counting. */
export interface Addressed {
  readonly sql: string;
  readonly type: string;
}

/**
 * The SQL of a column. `string.values[user_id]` is the value beside which `string.names` holds `user_id` (the first one
 * in a row), `labels[user_id]` the value of that key in a map; a column that is called so in full goes before.
 *
 * @returns undefined where the dataset has no such column
 */
export function addressColumn(dataset: Dataset, column: string): Addressed | undefined {
  const typeOf = (name: string) => dataset.columns.find((each) => each.name === name)?.type;
  const whole = typeOf(column);
  if (whole !== undefined) return { sql: quoteName(column), type: whole };
  const keyed = keyOf(dataset, column);
  if (!keyed) return undefined;
  const type = typeOf(keyed.column) ?? '';
  const [keyType, valueType] = argumentsOf(bare(type), 'Map') ?? [];
  if (keyType !== undefined && valueType !== undefined) {
    return { sql: `${quoteName(keyed.column)}[${keyLiteral(keyed.key, keyType)}]`, type: valueType };
  }
  const [elementType] = argumentsOf(bare(type), 'Array') ?? [];
  const names = namesBeside(dataset, keyed.column);
  if (elementType === undefined || names === undefined) return undefined;
  const position = `indexOf(${quoteName(names)}, ${quoteText(keyed.key)})`;
  return { sql: `${quoteName(keyed.column)}[${position}]`, type: elementType };
}

/** A type without what says only how it is stored. */
export function bare(type: string): string {
  for (const wrapper of ['LowCardinality', 'Nullable', 'SimpleAggregateFunction']) {
    const inner = argumentsOf(type, wrapper);
    if (inner) return bare(inner.at(-1) ?? '');
  }
  return type;
}

export function isNullable(type: string): boolean {
  return type.startsWith('Nullable(') || type.startsWith('LowCardinality(Nullable(');
}

/** The arguments of `wrapper(…)`, split at the commas of its own level. */
export function argumentsOf(type: string, wrapper: string): string[] | undefined {
  if (!type.startsWith(`${wrapper}(`) || !type.endsWith(')')) return undefined;
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = wrapper.length + 1;
  for (let at = from; at < type.length - 1; at += 1) {
    const character = type[at];
    if (quoted && character === '\\') at += 1;
    else if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      parts.push(type.slice(from, at).trim());
      from = at + 1;
    }
  }
  parts.push(type.slice(from, -1).trim());
  return parts;
}

/** The longest column name before a bracket, since both may have brackets of their own. */
function keyOf(dataset: Dataset, column: string): { readonly column: string; readonly key: string } | undefined {
  if (!column.endsWith(']')) return undefined;
  const fitting = dataset.columns.filter(({ name }) => column.startsWith(`${name}[`));
  const longest = fitting.reduce((best, { name }) => (name.length > best.length ? name : best), '');
  return longest === '' ? undefined : { column: longest, key: column.slice(longest.length + 1, -1) };
}

const NAME_COLUMNS = ['names', 'name', 'keys', 'key'];

/** The array of names that is zipped with an array of values: a sibling in the same Nested, `x.names` for `x.values`. */
function namesBeside(dataset: Dataset, values: string): string | undefined {
  const dot = values.lastIndexOf('.');
  if (dot === -1) return undefined;
  const prefix = values.slice(0, dot + 1);
  const siblings = dataset.columns.filter(({ name, type }) => {
    const [element] = argumentsOf(bare(type), 'Array') ?? [];
    return name.startsWith(prefix) && name !== values && element !== undefined && bare(element) === 'String';
  });
  const named = NAME_COLUMNS.map((name) => siblings.find((each) => each.name === `${prefix}${name}`)).find(Boolean);
  return (named ?? (siblings.length === 1 ? siblings[0] : undefined))?.name;
}

/** The key of a map in its own type; a number stays one only where it is one. */
function keyLiteral(key: string, type: string): string {
  return /^U?Int\d+$/.test(bare(type)) && /^-?\d+$/.test(key) ? key : quoteText(key);
}
