// Statements that change something, on the shop of the visitor who sends them: what is dropped is gone, what is inserted is there. What is not
// read here is left to the decoy, which says that it was done.
import { type Catalogue, QueryFault, type SqlColumn, type SqlType } from './catalogue.ts';
import { isTrue } from './compile.ts';
import { isReserved, parseExpression } from './parse-expression.ts';
import { parseSelect } from './parse-select.ts';
import { runSelect } from './run-select.ts';
import type { Shop, ShopTable } from './shop.ts';
import type { Expression, Value } from './tree.ts';
import { SyntaxFault, type Words } from './words.ts';

export interface Change {
  readonly shop: Shop;
  /** What the new shop holds and the old one did not. */
  readonly bytes: number;
  /** Rows. */
  readonly affected: number;
}

export interface Ground {
  readonly shop: Shop;
  readonly catalogue: Catalogue;
  /** Where a name of one part is looked for. */
  readonly database: string;
  /** Whether the first of two parts is a database, as in ClickHouse, or a schema. */
  readonly hasDatabases: boolean;
}

const MAX_NAMES = 100;
const MAX_COLUMNS = 100;
const MAX_ROWS = 1_000;

/**
 * @returns undefined for what is not read here
 * @throws QueryFault where a table is not there
 */
export function changeOf(words: Words, ground: Ground): Change | undefined {
  try {
    return change(words, ground);
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined;
    throw error;
  }
}

function change(words: Words, ground: Ground): Change | undefined {
  if (words.take('drop')) return dropped(words, ground);
  if (words.take('truncate')) return emptied(words, ground);
  if (words.take('delete')) {
    words.expect('from');
    words.take('only');
    return deleted(words, ground, words.path());
  }
  if (words.take('update')) {
    words.take('only');
    const path = words.path();
    words.expect('set');
    return updated(words, ground, path);
  }
  if (words.take('insert')) return inserted(words, ground);
  if (words.take('create')) return created(words, ground);
  if (words.take('rename')) return renamed(words, ground);
  return words.take('alter') ? altered(words, ground) : undefined;
}

// ---- names

interface Place {
  readonly database: string;
  readonly name: string;
}

function placeOf(path: readonly string[], { database, hasDatabases }: Ground): Place {
  const [name = '', above] = [...path].reverse();
  return { database: hasDatabases && above !== undefined ? above : database, name };
}

const isAt =
  ({ database, name }: Place) =>
  (table: ShopTable) =>
    table.database === database && table.name === name;

function tableAt(path: readonly string[], ground: Ground): ShopTable {
  const found = ground.shop.tables.find(isAt(placeOf(path, ground)));
  if (!found) throw new QueryFault('relation', path.join('.'));
  return found;
}

function ifExists(words: Words): boolean {
  if (!words.take('if')) return false;
  words.take('not');
  words.expect('exists');
  return true;
}

function namesOf(words: Words): (readonly string[])[] {
  const names = [words.path()];
  while (words.take(',') && names.length < MAX_NAMES) names.push(words.path());
  return names;
}

function without(shop: Shop, tables: readonly ShopTable[]): Shop {
  return { ...shop, tables: shop.tables.filter((one) => !tables.includes(one)) };
}

function replaced(shop: Shop, table: ShopTable, rows: ShopTable['rows']): Shop {
  return { ...shop, tables: shop.tables.map((one) => (one === table ? { ...table, rows } : one)) };
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value)) + 16;
}

// ---- what goes

function dropped(words: Words, ground: Ground): Change | undefined {
  if (words.take('database') || (ground.hasDatabases && words.take('schema'))) {
    const isOptional = ifExists(words);
    const [name = ''] = words.path();
    const { shop } = ground;
    if (!shop.databases.includes(name)) {
      if (!isOptional) throw new QueryFault('database', name);
      return { shop, bytes: 0, affected: 0 };
    }
    const databases = shop.databases.filter((one) => one !== name);
    return { shop: { databases, tables: shop.tables.filter((one) => one.database !== name) }, bytes: 0, affected: 0 };
  }
  if (words.take('schema')) {
    ifExists(words);
    const isPublic = words.path()[0] === 'public';
    const tables = ground.shop.tables.filter(({ database }) => database === ground.database);
    return { shop: isPublic ? without(ground.shop, tables) : ground.shop, bytes: 0, affected: 0 };
  }
  words.take('temporary');
  if (!words.take('table') && !words.take('view')) return undefined;
  const isOptional = ifExists(words);
  const names = namesOf(words);
  const found = names.map((path) => ground.shop.tables.find(isAt(placeOf(path, ground))));
  const missing = names[found.indexOf(undefined)];
  if (missing && !isOptional) throw new QueryFault('relation', missing.join('.'));
  const tables = found.flatMap((one) => one ?? []);
  return { shop: without(ground.shop, tables), bytes: 0, affected: tables.length };
}

function emptied(words: Words, ground: Ground): Change {
  words.take('table');
  words.take('only');
  ifExists(words);
  const tables = namesOf(words).map((path) => tableAt(path, ground));
  const shop = tables.reduce((all, one) => replaced(all, one, []), ground.shop);
  return { shop, bytes: 0, affected: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
}

function deleted(words: Words, ground: Ground, path: readonly string[]): Change {
  const table = tableAt(path, ground);
  if (!words.take('where')) return { ...emptiedOne(table, ground), affected: table.rows.length };
  const where = parseExpression(words, parseSelect);
  const kept = rowsOf(path, { kind: 'is', of: where, what: true, isNot: true }, ground);
  return { shop: replaced(ground.shop, table, kept), bytes: 0, affected: table.rows.length - kept.length };
}

function emptiedOne(table: ShopTable, { shop }: Ground): Pick<Change, 'shop' | 'bytes'> {
  return { shop: replaced(shop, table, []), bytes: 0 };
}

function rowsOf(path: readonly string[], where: Expression, { catalogue }: Ground): ShopTable['rows'] {
  return runSelect(
    {
      isDistinct: false,
      items: [{ expression: { kind: 'star' } }],
      tables: [{ path, join: 'first' }],
      where,
      groupBy: [],
      orderBy: [],
    },
    catalogue,
  ).rows;
}

// ---- what comes

function created(words: Words, ground: Ground): Change | undefined {
  const { shop } = ground;
  words.take('or');
  words.take('replace');
  if (words.take('database') || (ground.hasDatabases && words.take('schema'))) {
    ifExists(words);
    const [name = ''] = words.path();
    if (shop.databases.includes(name)) return { shop, bytes: 0, affected: 0 };
    return { shop: { ...shop, databases: [...shop.databases, name] }, bytes: sizeOf(name), affected: 0 };
  }
  for (const word of ['temp', 'temporary', 'unlogged']) words.take(word);
  if (!words.take('table')) return undefined;
  ifExists(words);
  const place = placeOf(words.path(), ground);
  if (shop.tables.some(isAt(place))) return { shop, bytes: 0, affected: 0 };
  const filled = words.is('as') ? selectedBehind(words, ground) : undefined;
  const columns = filled?.columns ?? (words.take('(') ? columnsOf(words) : []);
  if (!ground.hasDatabases && !shop.databases.includes(place.database)) return undefined;
  const next = Math.max(0, ...shop.tables.map((one) => one.place)) + 100;
  const table: ShopTable = { ...place, place: next, columns, rows: filled?.rows ?? [] };
  return { shop: { ...shop, tables: [...shop.tables, table] }, bytes: sizeOf(table), affected: table.rows.length };
}

function selectedBehind(words: Words, { catalogue }: Ground): Pick<ShopTable, 'columns' | 'rows'> {
  words.expect('as');
  const { columns, rows } = runSelect(parseSelect(words), catalogue);
  return { columns, rows };
}

/** Column definitions behind their parenthesis; constraints and indices are passed over. */
function columnsOf(words: Words): SqlColumn[] {
  const columns: SqlColumn[] = [];
  for (;;) {
    const isColumn = !/^(?:primary|constraint|unique|foreign|check|exclude|index|projection|like)$/i.test(
      words.peek().text,
    );
    if (isColumn && columns.length < MAX_COLUMNS) {
      const [name = ''] = words.path();
      columns.push({ name, type: typeOf(words.peek().text) });
    }
    for (let depth = 0; depth > 0 || !(words.is(',') || words.is(')')); ) {
      const { text } = words.next();
      if (text === '(') depth += 1;
      if (text === ')') depth -= 1;
    }
    if (words.take(')')) return columns;
    words.next();
  }
}

function typeOf(written: string): SqlType {
  if (/^(?:u?int\d*|integer|smallint|serial)$/i.test(written)) return 'integer';
  if (/^(?:bigint|bigserial)$/i.test(written)) return 'big';
  return /^(?:float\d*|double|real|numeric|decimal)$/i.test(written) ? 'number' : 'text';
}

function inserted(words: Words, ground: Ground): Change | undefined {
  words.expect('into');
  words.take('table');
  const path = words.path();
  const table = tableAt(path, ground);
  const named: string[] = [];
  if (words.take('(')) {
    do named.push(words.path()[0] ?? '');
    while (words.take(',') && named.length < MAX_COLUMNS);
    words.expect(')');
  }
  const unknown = named.find((name) => !table.columns.some((one) => one.name === name));
  if (unknown !== undefined) throw new QueryFault('column', unknown);
  const given = words.take('values') ? valuesOf(words, ground) : selectGiven(words, ground);
  if (!given) return undefined;
  const names = named.length > 0 ? named : table.columns.map(({ name }) => name);
  return addedRows(
    ground.shop,
    table,
    given.map((row) => table.columns.map(({ name }) => row[names.indexOf(name)] ?? null)),
  );
}

/** @param rows with a value for each of the table's columns */
export function addedRows(shop: Shop, table: ShopTable, rows: ShopTable['rows']): Change {
  return { shop: replaced(shop, table, [...table.rows, ...rows]), bytes: sizeOf(rows), affected: rows.length };
}

function selectGiven(words: Words, { catalogue }: Ground): ShopTable['rows'] | undefined {
  return words.is('select') ? runSelect(parseSelect(words), catalogue).rows : undefined;
}

function valuesOf(words: Words, { catalogue }: Ground): ShopTable['rows'] {
  const rows: (readonly Value[])[] = [];
  do {
    words.expect('(');
    const items = [parseExpression(words, parseSelect)];
    while (words.take(',') && items.length < MAX_COLUMNS) items.push(parseExpression(words, parseSelect));
    words.expect(')');
    const select = {
      isDistinct: false,
      items: items.map((expression) => ({ expression })),
      tables: [],
      groupBy: [],
      orderBy: [],
    };
    rows.push(runSelect(select, catalogue).rows[0] ?? []);
  } while ((words.take(',') || words.is('(')) && rows.length < MAX_ROWS);
  return rows;
}

// ---- what becomes something else

/** Behind SET. Rows stay in their order. */
function updated(words: Words, { shop, ...ground }: Ground, path: readonly string[]): Change {
  const table = tableAt(path, { shop, ...ground });
  const values = new Map<string, Expression>();
  do {
    const [name = ''] = words.path();
    if (!table.columns.some((one) => one.name === name)) throw new QueryFault('column', name);
    words.expect('=');
    values.set(name, parseExpression(words, parseSelect));
  } while (words.take(',') && values.size < MAX_COLUMNS);
  const where: Expression = words.take('where') ? parseExpression(words, parseSelect) : { kind: 'value', value: true };
  const items = table.columns.map(({ name }): { readonly expression: Expression } => {
    const column: Expression = { kind: 'column', path: [name] };
    const value = values.get(name);
    return { expression: value ? { kind: 'case', cases: [[where, value]], other: column } : column };
  });
  const select = { isDistinct: false, tables: [{ path, join: 'first' as const }], groupBy: [], orderBy: [] };
  const { rows } = runSelect({ ...select, items: [...items, { expression: where }] }, ground.catalogue);
  const changed = rows.filter((row) => isTrue(row.at(-1) ?? null));
  const all = rows.map((row) => row.slice(0, -1));
  return { shop: replaced(shop, table, all), bytes: sizeOf(changed), affected: changed.length };
}

// ---- what gets another name, or is changed in ClickHouse's way

function renamed(words: Words, ground: Ground): Change | undefined {
  if (!words.take('table')) return undefined;
  const from = tableAt(words.path(), ground);
  words.expect('to');
  return withName(ground, from, placeOf(words.path(), ground));
}

function altered(words: Words, ground: Ground): Change | undefined {
  if (!words.take('table')) return undefined;
  ifExists(words);
  words.take('only');
  const path = words.path();
  const table = tableAt(path, ground);
  if (words.take('delete')) return deleted(words, ground, path);
  if (words.take('update')) return updated(words, ground, path);
  if (!words.take('rename') || !words.take('to') || isReserved(words.peek().text)) return undefined;
  return withName(ground, table, placeOf(words.path(), ground));
}

function withName({ shop }: Ground, table: ShopTable, place: Place): Change {
  const tables = shop.tables.map((one) => (one === table ? { ...one, ...place } : one));
  return { shop: { ...shop, tables }, bytes: sizeOf(place), affected: 0 };
}

/**
 * Of an INSERT whose rows come behind the statement: the table, with the columns that are to be filled.
 *
 * @returns undefined where it is none, or has its rows with it
 */
export function insertHeadOf(words: Words, shop: Shop, database: string): ShopTable | undefined {
  try {
    words.expect('insert');
    words.expect('into');
    words.take('table');
    const [name, home = database] = [...words.path()].reverse();
    const table = shop.tables.find((one) => one.name === name && one.database === home);
    if (!table) return undefined;
    const named: string[] = [];
    if (words.take('(')) {
      do named.push(words.path()[0] ?? '');
      while (words.take(','));
      words.expect(')');
    }
    while (words.take('settings')) while (!/^(?:format|values|;|)$/i.test(words.peek().text)) words.next();
    if (words.take('format')) words.next();
    else words.expect('values');
    words.take(';');
    if (words.peek().kind !== 'end') return undefined;
    return named.length === 0 ? table : { ...table, columns: table.columns.filter((one) => named.includes(one.name)) };
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined;
    throw error;
  }
}
