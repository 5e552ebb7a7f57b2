// Expressions of SQL as functions over rows.
import { RE2JS } from 're2js';
import { type Budget, type Catalogue, QueryFault, type SqlType } from './catalogue.ts';
import type { Expression, Select, Value } from './tree.ts';

export type Row = readonly Value[];

/** Columns that can be named, and where their values stand in a row. */
export interface Scope {
  readonly columns: readonly { readonly table: string; readonly name: string; readonly type: SqlType }[];
  /** Tables of a catalogue, whose other columns are there and empty. */
  readonly loose?: readonly string[];
  readonly outer?: Scope;
}

/** A row of a scope, with that of the query around it. */
export interface Env {
  readonly row: Row;
  readonly outer?: Env;
  /** The rows of a group, where there are groups. */
  readonly group?: readonly Row[];
}

export interface Compiled {
  readonly type: SqlType;
  readonly run: (env: Env) => Value;
}

export interface Compiler {
  readonly catalogue: Catalogue;
  readonly budget: Budget;
  /** Runs a query inside of an expression. */
  readonly select: (
    select: Select,
    scope: Scope,
    env: Env,
  ) => { readonly rows: readonly Row[]; readonly types: readonly SqlType[] };
}

export const AGGREGATES: ReadonlySet<string> = new Set([
  'count',
  'sum',
  'min',
  'max',
  'avg',
  'any',
  'uniq',
  'uniqexact',
  'string_agg',
  'array_agg',
  'grouparray',
  'bool_or',
]);
const MAX_PATTERN = 500;
const MAX_TEXT = 100_000;
const MAX_LIST = 1_000_000;

export function compile(compiler: Compiler, expression: Expression, scope: Scope): Compiled {
  const inner = (one: Expression) => compile(compiler, one, scope);
  switch (expression.kind) {
    case 'value':
      return {
        type:
          typeof expression.value === 'number'
            ? typeOfNumber(expression.value)
            : typeof expression.value === 'boolean'
              ? 'boolean'
              : 'text',
        run: () => expression.value,
      };
    case 'column':
      return columnOf(expression.path, scope, compiler.catalogue);
    case 'star':
      return { type: 'small', run: () => 1 };
    case 'call':
      return AGGREGATES.has(expression.name)
        ? aggregateOf(compiler, expression, scope)
        : callOf(compiler, expression, scope);
    case 'not': {
      const of = inner(expression.of);
      return { type: 'boolean', run: (env) => (of.run(env) === null ? null : !isTrue(of.run(env))) };
    }
    case 'minus': {
      const of = inner(expression.of);
      return { type: of.type, run: (env) => -Number(of.run(env)) };
    }
    case 'operator':
      return charged(
        operatorOf(expression.sign, inner(expression.left), inner(expression.right), expression.right),
        compiler.budget,
        expression.sign.includes('~') ? MATCH_COST : 1,
      );
    case 'is': {
      const of = inner(expression.of);
      const { what, isNot } = expression;
      return {
        type: 'boolean',
        run: (env) => (what === null ? of.run(env) === null : isTrue(of.run(env)) === what) !== isNot,
      };
    }
    case 'in':
      return inOf(compiler, expression, scope);
    case 'case':
      return caseOf(compiler, expression, scope);
    case 'cast':
      return castOf(inner(expression.of), expression.type);
    case 'array':
      return arrayOf(compiler, expression.items, scope);
    case 'item': {
      const [of, at] = [inner(expression.of), inner(expression.at)];
      return {
        type: 'text',
        run: (env) => {
          const list = of.run(env);
          return Array.isArray(list) ? (list[Number(at.run(env)) - 1] ?? null) : null;
        },
      };
    }
    case 'select': {
      const { select, isExists } = expression;
      return {
        type: isExists ? 'boolean' : 'text',
        run: (env) => {
          const { rows } = compiler.select(select, scope, env);
          return isExists ? rows.length > 0 : (rows[0]?.[0] ?? null);
        },
      };
    }
  }
}

function typeOfNumber(value: number): SqlType {
  return !Number.isInteger(value) ? 'number' : value >= 0 && value < 256 ? 'small' : 'integer';
}

const WHOLE: ReadonlySet<SqlType> = new Set(['integer', 'small', 'big']);

/** A pattern that is searched for costs more than a sum. */
const MATCH_COST = 20;
/** Signs of a text for which a step is counted. */
const SIGNS_PER_STEP = 256;
/** A twentieth of a step for each part of an expression: a row has many. */
const PART_COST = 0.05;

/** Work is paid for by its steps, and long texts by their length. */
function charged({ type, run }: Compiled, budget: Budget, cost: number): Compiled {
  return {
    type,
    run: (env) => {
      const value = run(env);
      budget.spend(PART_COST * cost + (typeof value === 'string' ? value.length / SIGNS_PER_STEP : 0));
      return value;
    },
  };
}

/** A list that could be written out as a text. */
function boundedList(values: readonly Value[]): readonly Value[] {
  let size = 0;
  for (const value of values) {
    size += typeof value === 'string' ? value.length : Array.isArray(value) ? MAX_TEXT : 8;
    if (size > MAX_LIST) throw new QueryFault('cost', '');
  }
  return values;
}

function columnOf(path: readonly string[], scope: Scope, catalogue: Catalogue, depth = 0): Compiled {
  const [name = '', table] = [...path].reverse();
  const same = (a: string, b: string) => (catalogue.hasCase ? a === b : a.toLowerCase() === b.toLowerCase());
  const at = scope.columns.findIndex((one) => same(one.name, name) && (table === undefined || same(one.table, table)));
  const found = scope.columns[at];
  if (found) {
    return {
      type: found.type,
      run: (env) => {
        let place: Env | undefined = env;
        for (let level = 0; level < depth; level += 1) place = place?.outer;
        return place?.row[at] ?? null;
      },
    };
  }
  const isLoose = table === undefined ? (scope.loose?.length ?? 0) > 0 && !scope.outer : scope.loose?.includes(table);
  if (isLoose) return { type: 'text', run: () => null };
  if (scope.outer) return columnOf(path, scope.outer, catalogue, depth + 1);
  // Functions that are written without parentheses: current_user, current_database.
  const bare = path.length === 1 ? catalogue.scalar(name.toLowerCase()) : undefined;
  if (bare && /^(?:current_|session_user$|user$)/i.test(name)) return { type: bare.type, run: () => bare.run([]) };
  throw new QueryFault('column', path.join('.'));
}

function callOf(compiler: Compiler, { name, args }: Extract<Expression, { kind: 'call' }>, scope: Scope): Compiled {
  const known = compiler.catalogue.scalar(name);
  if (!known) throw new QueryFault('function', name);
  const compiled = args.map((one) => compile(compiler, one, scope));
  return charged(
    { type: known.type, run: (env) => known.run(compiled.map((one) => one.run(env))) },
    compiler.budget,
    1,
  );
}

function aggregateOf(
  compiler: Compiler,
  { name, args, isDistinct }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
): Compiled {
  const [first] = args;
  const of = first && first.kind !== 'star' ? compile(compiler, first, scope) : undefined;
  const counts = name === 'count' || name.startsWith('uniq');
  const type: SqlType =
    counts || (name === 'sum' && of !== undefined && WHOLE.has(of.type))
      ? 'big'
      : name === 'avg'
        ? 'number'
        : name === 'string_agg'
          ? 'text'
          : (of?.type ?? 'integer');
  return {
    type,
    run: (env) => {
      const rows = env.group ?? [env.row];
      compiler.budget.spend(rows.length);
      if (!of) return rows.length;
      const values = rows.map((row) => of.run({ ...env, row })).filter((value) => value !== null);
      return aggregated(name, isDistinct || name.startsWith('uniq') ? [...new Set(values)] : values);
    },
  };
}

function aggregated(name: string, values: readonly Value[]): Value {
  if (name === 'count' || name.startsWith('uniq')) return values.length;
  if (name === 'array_agg' || name === 'grouparray') return boundedList(values);
  const [first = null] = values;
  if (first === null) return null;
  switch (name) {
    case 'sum':
      return rounded(values.reduce<number>((sum, value) => sum + Number(value), 0));
    case 'avg':
      return rounded(values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length);
    case 'min':
      return values.reduce((least, value) => (compared(value, least) < 0 ? value : least), first);
    case 'max':
      return values.reduce((most, value) => (compared(value, most) > 0 ? value : most), first);
    case 'string_agg':
      return boundedList(values).map(textOf).join(', ').slice(0, MAX_TEXT);
    case 'bool_or':
      return values.some(isTrue);
    default:
      return first;
  }
}

function rounded(number: number): number {
  return Math.round(number * 1e6) / 1e6;
}

function inOf(compiler: Compiler, { of, list, isNot }: Extract<Expression, { kind: 'in' }>, scope: Scope): Compiled {
  const value = compile(compiler, of, scope);
  if ('items' in list) {
    return {
      type: 'boolean',
      run: (env) =>
        compiler.select(list, scope, env).rows.some((row) => isSame(row[0] ?? null, value.run(env))) !== isNot,
    };
  }
  const items = list.map((one) => compile(compiler, one, scope));
  return {
    type: 'boolean',
    run: (env) => {
      const wanted = value.run(env);
      if (wanted === null) return null;
      return items.some((one) => isWithin(one.run(env), wanted)) !== isNot;
    },
  };
}

function caseOf(
  compiler: Compiler,
  { of, cases, other }: Extract<Expression, { kind: 'case' }>,
  scope: Scope,
): Compiled {
  const inner = (one: Expression) => compile(compiler, one, scope);
  const value = of && inner(of);
  const compiled = cases.map(([when, then]) => [inner(when), inner(then)] as const);
  const last = other && inner(other);
  return {
    type: compiled[0]?.[1].type ?? 'text',
    run: (env) => {
      const wanted = value?.run(env);
      for (const [when, then] of compiled) {
        const said = when.run(env);
        if (value ? isSame(said, wanted ?? null) : isTrue(said)) return then.run(env);
      }
      return last?.run(env) ?? null;
    },
  };
}

function arrayOf(compiler: Compiler, items: readonly Expression[] | Select, scope: Scope): Compiled {
  if ('items' in items)
    return {
      type: 'list',
      run: (env) => boundedList(compiler.select(items, scope, env).rows.map((row) => row[0] ?? null)),
    };
  const compiled = items.map((one) => compile(compiler, one, scope));
  return { type: 'list', run: (env) => boundedList(compiled.map((one) => one.run(env))) };
}

function castOf(of: Compiled, type: string): Compiled {
  if (type.endsWith('[]')) return { type: 'list', run: (env) => listOf(of.run(env)) };
  if (/^(?:u?int\d*|integer|bigint|smallint|oid|xid)$/.test(type)) {
    return { type: 'integer', run: (env) => numberOrNull(of.run(env), Math.trunc) };
  }
  if (/^(?:float\d*|double|real|numeric|decimal)$/.test(type))
    return { type: 'number', run: (env) => numberOrNull(of.run(env), (one) => one) };
  if (/^(?:text|varchar|char|name|string|regclass|regtype|regproc|bpchar)$/.test(type)) {
    return { type: 'text', run: (env) => (of.run(env) === null ? null : textOf(of.run(env))) };
  }
  if (/^bool(?:ean)?$/.test(type))
    return { type: 'boolean', run: (env) => (of.run(env) === null ? null : isTrue(of.run(env))) };
  return of;
}

/** `{1,2}` as it is written; a list stays one. */
function listOf(value: Value): Value {
  if (typeof value !== 'string') return value;
  const inner = value.replace(/^\{|\}$/g, '');
  return inner === '' ? [] : boundedList(inner.split(',').map((one) => (/^-?\d{1,15}$/.test(one) ? Number(one) : one)));
}

function numberOrNull(value: Value, shape: (number: number) => number): Value {
  const number = value === null || Array.isArray(value) ? Number.NaN : Number(value);
  return Number.isFinite(number) ? shape(number) : null;
}

function operatorOf(sign: string, left: Compiled, right: Compiled, written: Expression): Compiled {
  const both = (type: SqlType, holds: (a: Exclude<Value, null>, b: Exclude<Value, null>) => Value): Compiled => ({
    type,
    run: (env) => {
      const [a, b] = [left.run(env), right.run(env)];
      return a === null || b === null ? null : holds(a, b);
    },
  });
  const isWhole = WHOLE.has(left.type) && WHOLE.has(right.type);
  switch (sign) {
    case 'and':
      return { type: 'boolean', run: (env) => isTrue(left.run(env)) && isTrue(right.run(env)) };
    case 'or':
      return { type: 'boolean', run: (env) => isTrue(left.run(env)) || isTrue(right.run(env)) };
    case '=':
    case '==':
      return both('boolean', isSame);
    case '<>':
    case '!=':
      return both('boolean', (a, b) => !isSame(a, b));
    case '<':
      return both('boolean', (a, b) => compared(a, b) < 0);
    case '>':
      return both('boolean', (a, b) => compared(a, b) > 0);
    case '<=':
      return both('boolean', (a, b) => compared(a, b) <= 0);
    case '>=':
      return both('boolean', (a, b) => compared(a, b) >= 0);
    case '||':
      return both('text', (a, b) => (textOf(a) + textOf(b)).slice(0, MAX_TEXT));
    case '+':
      return both(isWhole ? 'integer' : 'number', (a, b) => Number(a) + Number(b));
    case '-':
      return both(isWhole ? 'integer' : 'number', (a, b) => Number(a) - Number(b));
    case '*':
      return both(isWhole ? 'integer' : 'number', (a, b) => Number(a) * Number(b));
    case '/':
      return both(isWhole ? 'integer' : 'number', (a, b) =>
        isWhole ? Math.trunc(Number(a) / dividedBy(b)) : Number(a) / dividedBy(b),
      );
    case '%':
      return both('integer', (a, b) => Number(a) % dividedBy(b));
    default:
      return matchOf(sign, left, right, written);
  }
}

/** @throws QueryFault at nothing */
function dividedBy(value: Value): number {
  const number = Number(value);
  if (number === 0) throw new QueryFault('zero', '');
  return number;
}

/** `~` and LIKE. A pattern that is written out is read once; RE2 is linear in the text. */
function matchOf(sign: string, left: Compiled, right: Compiled, written: Expression): Compiled {
  const isNot = sign.startsWith('!');
  const isLike = sign.includes('~~');
  const flags = sign.endsWith('*') ? RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL : RE2JS.DOTALL;
  const fixed = written.kind === 'value' ? patternOf(textOf(written.value), isLike, flags) : undefined;
  return {
    type: 'boolean',
    run: (env) => {
      const [text, pattern] = [left.run(env), right.run(env)];
      if (text === null || pattern === null) return null;
      return (fixed ?? patternOf(textOf(pattern), isLike, flags)).matcher(textOf(text)).find() !== isNot;
    },
  };
}

function patternOf(text: string, isLike: boolean, flags: number): RE2JS {
  if (text.length > MAX_PATTERN) throw new QueryFault('cost', '');
  const source = isLike ? `^${likeSource(text)}$` : text;
  try {
    return RE2JS.compile(source, flags);
  } catch {
    throw new QueryFault('type', 'regular expression');
  }
}

function likeSource(text: string): string {
  return text.replace(/\\?[\s\S]/g, (sign) => {
    if (sign === '%') return '.*';
    if (sign === '_') return '.';
    return RE2JS.quote(sign.length > 1 ? sign.slice(1) : sign);
  });
}

export function isTrue(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0) || value === 't' || value === 'true';
}

/** Of a list, one of it. */
function isWithin(value: Value, wanted: Value): boolean {
  return Array.isArray(value) ? value.some((one) => isSame(one, wanted)) : isSame(value, wanted);
}

function isSame(a: Value, b: Value): boolean {
  if (a === null || b === null) return false;
  return typeof a === typeof b ? a === b : textOf(a) === textOf(b);
}

export function compared(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' && typeof b === 'string' && b !== '' && Number.isFinite(Number(b))) return a - Number(b);
  const [left, right] = [textOf(a), textOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function textOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return Array.isArray(value) ? `{${value.map(textOf).join(',')}}` : String(value);
}
