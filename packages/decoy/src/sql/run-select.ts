// Runs a SELECT over a catalogue: rows from tables and joins, conditions, groups, order, limits.
import { type Catalogue, createBudget, QueryFault, type Relation, type SqlColumn, type SqlType } from './catalogue.ts';
import {
  AGGREGATES,
  type Compiled,
  type Compiler,
  compared,
  compile,
  type Env,
  isTrue,
  type Row,
  type Scope,
} from './compile.ts';
import type { Expression, Item, Named, Select, Table, Value } from './tree.ts';

export interface Answer {
  readonly columns: readonly SqlColumn[];
  readonly rows: readonly Row[];
  /** Honey tables that rows were taken from, in the order of the query. */
  readonly honey: readonly string[];
}

const MAX_NESTING = 8;
const MAX_NAME = 500;
/** Of a query that names itself. */
const MAX_ROUNDS = 1_000;

/** @throws QueryFault */
export function runSelect(select: Select, catalogue: Catalogue): Answer {
  const honey = new Set<string>();
  const budget = createBudget();
  let nesting = 0;
  const compiler: Compiler = {
    catalogue,
    budget,
    select: (inner, outer, env) => {
      nesting += 1;
      if (nesting > MAX_NESTING) throw new QueryFault('cost', '');
      const { columns, rows } = answered(inner, compiler, honey, outer, env);
      nesting -= 1;
      return { rows, types: columns.map(({ type }) => type) };
    },
  };
  const answer = answered(select, compiler, honey);
  return { ...answer, honey: [...honey] };
}

type Rows = Pick<Answer, 'columns' | 'rows'>;

function answered(select: Select, around: Compiler, honey: Set<string>, outer?: Scope, outerEnv?: Env): Rows {
  const compiler = select.with ? withNamed(select.with, around, honey, outer, outerEnv) : around;
  const own = answeredOne(select, compiler, honey, outer, outerEnv);
  if (!select.and) return own;
  const rest = answered(select.and, compiler, honey, outer, outerEnv);
  const rows = [...own.rows, ...rest.rows];
  return {
    columns: own.columns,
    rows: ordered(
      rows,
      select.orderBy.map(({ of, isDown }) => ({ at: placeOf(of, own.columns), isDown })),
    ),
  };
}

/** Queries under a name are tables while the query behind them runs. */
function withNamed(
  named: readonly Named[],
  compiler: Compiler,
  honey: Set<string>,
  outer?: Scope,
  outerEnv?: Env,
): Compiler {
  return named.reduce<Compiler>((before, one) => {
    const within = (rows: Rows) => withRelation(before, one, rows);
    const ask = (select: Select, inside: Compiler) => answered(select, inside, honey, outer, outerEnv);
    const { isRecursive, select } = one;
    if (!isRecursive || !select.and) return within(ask(select, before));
    const { and, ...first } = select;
    let last = ask(first, before);
    const rows = [...last.rows];
    for (let round = 0; last.rows.length > 0 && round < MAX_ROUNDS; round += 1) {
      last = { columns: last.columns, rows: ask(and, within(last)).rows };
      rows.push(...last.rows);
    }
    return within({ columns: last.columns, rows });
  }, compiler);
}

function withRelation(compiler: Compiler, { name, names }: Named, { columns, rows }: Rows): Compiler {
  const named = columns.map((one, at) => ({ ...one, name: names[at] ?? one.name }));
  const relation: Relation = { name, rows, columns: named, isHoney: false };
  const { catalogue } = compiler;
  const found: Catalogue['relation'] = (path) =>
    path.length === 1 && path[0] === name ? relation : catalogue.relation(path);
  return { ...compiler, catalogue: { ...catalogue, relation: found } };
}

function placeOf(of: Expression, columns: readonly SqlColumn[]): number {
  if (of.kind === 'value' && typeof of.value === 'number') return of.value - 1;
  return of.kind === 'column' ? columns.findIndex(({ name }) => name === of.path.at(-1)) : -1;
}

function answeredOne(select: Select, compiler: Compiler, honey: Set<string>, outer?: Scope, outerEnv?: Env): Rows {
  const { scope, rows } = joined(select.tables, compiler, honey, outer, outerEnv);
  const around = outerEnv && { outer: outerEnv };
  const where = select.where && compile(compiler, select.where, scope);
  compiler.budget.spend(rows.length);
  const kept = where ? rows.filter((row) => isTrue(where.run({ row, ...around }))) : rows;
  const items = select.items.flatMap((item) => columnsOf(item, scope));
  const compiled = items.map(({ expression }) => compile(compiler, expression, scope));
  const columns = items.map((item, at) => ({
    name: item.alias ?? (compiler.catalogue.hasCase ? writtenName(item.expression) : nameOf(item.expression)),
    type: compiled[at]?.type ?? 'text',
  }));
  const envs = grouped(select, kept, compiler, scope, around);
  const having = select.having && compile(compiler, select.having, scope);
  const held = having ? envs.filter((env) => isTrue(having.run(env))) : envs;
  const keys = select.orderBy.map(({ of, isDown }) => ({ key: sortKey(of, items, compiled, compiler, scope), isDown }));
  const number = (of: Expression | undefined, usual: number) => {
    const value = of && compile(compiler, of, { columns: [] }).run({ row: [] });
    return typeof value === 'number' && value >= 0 ? Math.trunc(value) : usual;
  };
  const from = number(select.offset, 0);
  const limit = number(select.limit, Number.MAX_SAFE_INTEGER);
  // Where nothing has to be put in order first, only what is given is worked out.
  const needed = keys.length === 0 && !select.isDistinct ? held.slice(from, from + limit) : held;
  compiler.budget.spend(needed.length * Math.max(1, items.length / 4));
  const worked = needed.map((env) => [...compiled.map((one) => one.run(env)), ...keys.map(({ key }) => key.run(env))]);
  const sorted = ordered(
    worked,
    keys.map(({ isDown }, at) => ({ at: items.length + at, isDown })),
  );
  const plain = sorted.map((row) => row.slice(0, items.length));
  const unique = select.isDistinct ? [...new Map(plain.map((row) => [JSON.stringify(row), row])).values()] : plain;
  return { columns, rows: needed === held ? unique.slice(from, from + limit) : unique };
}

function columnsOf(item: Item, scope: Scope): Item[] {
  const { expression } = item;
  if (expression.kind !== 'star') return [item];
  // System columns are there, and not in the star.
  const wanted = scope.columns.filter(
    ({ table, name }) => name !== 'tableoid' && (expression.of === undefined || table === expression.of),
  );
  if (wanted.length === 0) throw new QueryFault('relation', expression.of ?? '*');
  return wanted.map(({ table, name }) => ({ expression: { kind: 'column', path: [table, name] } }));
}

/** As ClickHouse names a column that has no name: as it is written. */
function writtenName(expression: Expression): string {
  if (expression.kind === 'value')
    return typeof expression.value === 'string' ? `'${expression.value}'` : String(expression.value);
  if (expression.kind === 'star') return '';
  if (expression.kind !== 'call') return nameOf(expression);
  return `${expression.written}(${expression.args.map(writtenName).join(', ')})`.slice(0, MAX_NAME);
}

/** As PostgreSQL names a column that has no name. */
function nameOf(expression: Expression): string {
  switch (expression.kind) {
    case 'column':
      return expression.path.at(-1) ?? '?column?';
    case 'call':
      return expression.name;
    case 'cast':
      return expression.of.kind === 'value' ? expression.type : nameOf(expression.of);
    case 'case':
      return 'case';
    case 'array':
      return 'array';
    default:
      return '?column?';
  }
}

function sortKey(
  of: Expression,
  items: readonly Item[],
  compiled: readonly Compiled[],
  compiler: Compiler,
  scope: Scope,
): Compiled {
  if (of.kind === 'value' && typeof of.value === 'number') {
    const found = compiled[of.value - 1];
    if (!found) throw new QueryFault('column', String(of.value));
    return found;
  }
  const at = of.kind === 'column' && of.path.length === 1 ? items.findIndex(({ alias }) => alias === of.path[0]) : -1;
  return compiled[at] ?? compile(compiler, of, scope);
}

function ordered(
  rows: readonly Row[],
  keys: readonly { readonly at: number; readonly isDown: boolean }[],
): readonly Row[] {
  if (keys.length === 0) return rows;
  return [...rows].sort((a, b) => {
    for (const { at, isDown } of keys) {
      const order = compared(a[at] ?? null, b[at] ?? null);
      if (order !== 0) return isDown ? -order : order;
    }
    return 0;
  });
}

// ---- groups

function grouped(
  select: Select,
  rows: readonly Row[],
  compiler: Compiler,
  scope: Scope,
  around: { readonly outer?: Env } | undefined,
): readonly Env[] {
  const isGrouped =
    select.groupBy.length > 0 ||
    select.having !== undefined ||
    select.items.some(({ expression }) => hasAggregate(expression));
  if (!isGrouped) return rows.map((row) => ({ row, ...around }));
  if (select.groupBy.length === 0) return [{ row: rows[0] ?? [], group: rows, ...around }];
  const keys = select.groupBy.map((one) => {
    const item = one.kind === 'value' && typeof one.value === 'number' ? select.items[one.value - 1] : undefined;
    const alias =
      one.kind === 'column' && one.path.length === 1
        ? select.items.find((each) => each.alias === one.path[0])
        : undefined;
    return compile(compiler, item?.expression ?? alias?.expression ?? one, scope);
  });
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((one) => one.run({ row, ...around })));
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((group) => ({ row: group[0] ?? [], group, ...around }));
}

function hasAggregate(expression: Expression): boolean {
  switch (expression.kind) {
    case 'call':
      return AGGREGATES.has(expression.name) || expression.args.some(hasAggregate);
    case 'operator':
      return hasAggregate(expression.left) || hasAggregate(expression.right);
    case 'cast':
    case 'not':
    case 'minus':
    case 'is':
      return hasAggregate(expression.of);
    case 'case':
      return expression.cases.some(([when, then]) => hasAggregate(when) || hasAggregate(then));
    default:
      return false;
  }
}

// ---- tables

interface Joined {
  readonly scope: Scope;
  readonly rows: readonly Row[];
}

function joined(
  tables: readonly Table[],
  compiler: Compiler,
  honey: Set<string>,
  outer?: Scope,
  outerEnv?: Env,
): Joined {
  let whole: Joined = { scope: { columns: [], ...(outer && { outer }) }, rows: [[]] };
  for (const table of tables) {
    const own = tableRows(table, compiler, honey, outer, outerEnv);
    const loose = own.isLoose ? [table.alias ?? table.path.at(-1) ?? ''] : [];
    const scope: Scope = {
      columns: [...whole.scope.columns, ...own.columns],
      loose: [...(whole.scope.loose ?? []), ...loose],
      ...(outer && { outer }),
    };
    whole = { scope, rows: joinedRows(whole.rows, own, table, compiler, scope, outerEnv && { outer: outerEnv }) };
  }
  return whole;
}

interface TableRows {
  readonly isLoose?: boolean;
  readonly columns: readonly { readonly table: string; readonly name: string; readonly type: SqlType }[];
  readonly rows: readonly Row[];
}

function tableRows(
  { path, select, args, alias, names = [] }: Table,
  compiler: Compiler,
  honey: Set<string>,
  outer?: Scope,
  outerEnv?: Env,
): TableRows {
  if (select) {
    const { columns, rows } = answered(select, compiler, honey, outer, outerEnv);
    return { columns: columns.map((one, at) => ({ ...one, name: names[at] ?? one.name, table: alias ?? '' })), rows };
  }
  if (args) return series(path.at(-1) ?? '', args, compiler, { alias, names, outer, outerEnv });
  const relation = compiler.catalogue.relation(path);
  if (!relation) throw new QueryFault('relation', path.join('.'));
  if (relation.isHoney) honey.add(relation.name);
  return {
    columns: relation.columns.map((one, at) => ({
      ...one,
      name: names[at] ?? one.name,
      table: alias ?? path.at(-1) ?? '',
    })),
    rows: relation.rows,
    ...(relation.isLoose && { isLoose: true }),
  };
}

const MAX_SERIES = 10_000;

interface About {
  readonly alias: string | undefined;
  readonly names: readonly string[];
  readonly outer: Scope | undefined;
  readonly outerEnv: Env | undefined;
}

/** Functions that stand where a table stands: `generate_series(from, to)` and `unnest(list)` of PostgreSQL, `numbers(count)` of ClickHouse. */
function series(
  name: string,
  args: readonly Expression[],
  compiler: Compiler,
  { alias, names, outer, outerEnv }: About,
): TableRows {
  const scope: Scope = { columns: [], ...(outer && { outer }) };
  const values = args.map((one) =>
    compile(compiler, one, scope).run({ row: [], ...(outerEnv && { outer: outerEnv }) }),
  );
  const told = (list: readonly Value[], type: SqlType, column = alias ?? name): TableRows => ({
    columns: [{ table: alias ?? name, name: names[0] ?? column, type }],
    rows: list.map((one): Row => [one]),
  });
  const counted = (from: number, count: number) => {
    if (count > MAX_SERIES) throw new QueryFault('cost', '');
    return Array.from({ length: Math.max(0, Math.trunc(count) || 0) }, (_, at) => from + at);
  };
  const [first = 0, second = 0] = values.map((one) => Number(one) || 0);
  if (name === 'generate_series') return told(counted(first, second - first + 1), 'integer');
  if (name === 'numbers') return told(counted(0, first), 'big', 'number');
  if (name === 'unnest') return told(Array.isArray(values[0]) ? values[0] : [], 'integer');
  const given = compiler.catalogue.series?.(name, values);
  if (!given) throw new QueryFault('function', name);
  return { ...told(given, 'text'), isLoose: true };
}

function joinedRows(
  before: readonly Row[],
  own: TableRows,
  { join, on: said, using }: Table,
  compiler: Compiler,
  scope: Scope,
  around: { readonly outer?: Env } | undefined,
): Row[] {
  const on = using === undefined ? said : sameColumn(using, own, scope);
  const condition = on && compile(compiler, on, scope);
  const probe = on && equalityOf(on, compiler, scope, scope.columns.length - own.columns.length);
  const index = probe && indexOf(own.rows, probe.right);
  const empty = own.columns.map(() => null);
  const rows: Row[] = [];
  for (const left of before) {
    const candidates = index ? (index.get(String(probe?.left({ row: left, ...around }) ?? '\0')) ?? []) : own.rows;
    compiler.budget.spend(candidates.length + 1);
    let isFound = false;
    for (const right of candidates) {
      const row = [...left, ...right];
      if (condition && !isTrue(condition.run({ row, ...around }))) continue;
      isFound = true;
      rows.push(row);
    }
    if (!isFound && join === 'left') rows.push([...left, ...empty]);
  }
  return rows;
}

/** USING (name): the column of the new table, and the first of those before it. */
function sameColumn(name: string, own: TableRows, { columns }: Scope): Expression {
  const before = columns.slice(0, columns.length - own.columns.length).find((one) => one.name === name);
  const mine = own.columns.find((one) => one.name === name);
  if (!before || !mine) throw new QueryFault('column', name);
  const column = ({ table }: { readonly table: string }): Expression => ({ kind: 'column', path: [table, name] });
  return { kind: 'operator', sign: '=', left: column(before), right: column(mine) };
}

/** `a.x = b.y` in the condition of a join, so that not every row has to be laid beside every other. */
function equalityOf(
  on: Expression,
  compiler: Compiler,
  scope: Scope,
  border: number,
): { left: (env: Env) => Value; right: number } | undefined {
  if (on.kind !== 'operator') return undefined;
  if (on.sign === 'and')
    return equalityOf(on.left, compiler, scope, border) ?? equalityOf(on.right, compiler, scope, border);
  if (on.sign !== '=' || on.left.kind !== 'column' || on.right.kind !== 'column') return undefined;
  const places = [on.left.path, on.right.path].map((path) =>
    scope.columns.findIndex(({ name, table }) => name === path.at(-1) && (path.length < 2 || table === path.at(-2))),
  );
  const [a = -1, b = -1] = places;
  if (a < 0 || b < 0) return undefined;
  if (a < border && b >= border) return { left: ({ row }) => row[a] ?? null, right: b - border };
  return b < border && a >= border ? { left: ({ row }) => row[b] ?? null, right: a - border } : undefined;
}

function indexOf(rows: readonly Row[], at: number): Map<string, Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row[at] ?? '\0');
    const known = index.get(key);
    if (known) known.push(row);
    else index.set(key, [row]);
  }
  return index;
}
