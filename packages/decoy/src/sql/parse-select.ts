// A SELECT out of its words.
import { isReserved, parseExpression } from './parse-expression.ts';
import type { Expression, Item, Named, Select, Table } from './tree.ts';
import type { Words } from './words.ts';

const MAX_ITEMS = 200;
const MAX_TABLES = 12;
/** Of queries inside of queries, with the expressions that they stand in. */
const MAX_NESTING = 60;

/** @throws SyntaxFault */
export function parseSelect(words: Words): Select {
  words.deeper(MAX_NESTING);
  const named = words.take('with') ? parseNamedQueries(words) : [];
  const select = parseWhole(words);
  words.higher();
  return named.length === 0 ? select : { ...select, with: named };
}

function parseNamedQueries(words: Words): Named[] {
  const isRecursive = words.take('recursive');
  const named: Named[] = [];
  do {
    const [name = ''] = words.path();
    const names = words.is('(') ? columnNames(words) : [];
    words.expect('as');
    words.take('not');
    words.take('materialized');
    words.expect('(');
    named.push({ name, names, isRecursive, select: parseSelect(words) });
    words.expect(')');
    if (named.length > MAX_TABLES) words.fail();
  } while (words.take(','));
  return named;
}

/** `(a, b)`, with or without types. */
function columnNames(words: Words): string[] {
  words.expect('(');
  const names: string[] = [];
  do {
    names.push(words.path()[0] ?? '');
    while (!words.is(',') && !words.is(')')) words.next();
    if (names.length > MAX_ITEMS) words.fail();
  } while (words.take(','));
  words.expect(')');
  return names;
}

function parseWhole(words: Words): Select {
  words.expect('select');
  const isDistinct = words.take('distinct');
  if (!isDistinct) words.take('all');
  const items = parseItems(words);
  const tables = words.take('from') ? parseTables(words) : [];
  const where = words.take('where') || words.take('prewhere') ? expression(words) : undefined;
  const groupBy = takeTwo(words, 'group', 'by') ? expressions(words) : [];
  const having = words.take('having') ? expression(words) : undefined;
  const before = { isDistinct, items, tables, groupBy, ...(where && { where }), ...(having && { having }) };
  if (words.take('union')) {
    words.take('all');
    const and = parseSelect(words);
    return { ...before, orderBy: and.orderBy, and: { ...and, orderBy: [] } };
  }
  const orderBy = takeTwo(words, 'order', 'by') ? parseOrder(words) : [];
  return { ...before, orderBy, ...parseLimits(words) };
}

function expression(words: Words): Expression {
  return parseExpression(words, parseSelect);
}

function expressions(words: Words): Expression[] {
  const list = [expression(words)];
  while (words.take(',')) list.push(expression(words));
  return list;
}

function takeTwo(words: Words, first: string, second: string): boolean {
  if (!words.take(first)) return false;
  words.expect(second);
  return true;
}

function parseItems(words: Words): Item[] {
  const items: Item[] = [];
  // PostgreSQL takes a list of no columns: EXISTS (SELECT FROM …).
  if (words.is('from')) return items;
  do {
    const of = expression(words);
    const alias = words.take('as') ? aliasOf(words) : isAlias(words) ? aliasOf(words) : undefined;
    items.push({ expression: of, ...(alias !== undefined && { alias }) });
    if (items.length > MAX_ITEMS) words.fail();
  } while (words.take(','));
  return items;
}

function isAlias(words: Words): boolean {
  const token = words.peek();
  return token.kind === 'quoted' || (token.kind === 'name' && !isReserved(token.text));
}

function aliasOf(words: Words): string {
  if (words.peek().kind === 'text') return words.next().text;
  // A reserved word may be a label behind AS.
  return words.peek().kind === 'name' && isReserved(words.peek().text) ? words.next().text : (words.path()[0] ?? '');
}

function parseTables(words: Words): Table[] {
  const tables: Table[] = [parseTable(words, 'first')];
  for (;;) {
    if (tables.length > MAX_TABLES) words.fail();
    if (words.take(',')) tables.push(parseTable(words, 'cross'));
    else if (isJoin(words)) tables.push(parseJoin(words));
    else return tables;
  }
}

function isJoin(words: Words): boolean {
  return ['join', 'left', 'right', 'full', 'inner', 'cross', 'any', 'all'].some((word) => words.is(word));
}

function parseJoin(words: Words): Table {
  if (!words.take('any')) words.take('all');
  const isLeft = words.take('left') || words.take('full');
  words.take('right');
  const isCross = !isLeft && words.take('cross');
  words.take(isLeft ? 'outer' : 'inner');
  words.expect('join');
  const table = parseTable(words, isLeft ? 'left' : isCross ? 'cross' : 'inner');
  if (words.take('using')) {
    words.expect('(');
    const [name = ''] = words.path();
    while (!words.take(')')) words.next();
    return { ...table, using: name };
  }
  if (!words.take('on')) return table;
  return { ...table, on: expression(words) };
}

function parseTable(words: Words, join: Table['join']): Table {
  words.take('lateral');
  words.take('only');
  if (words.take('(')) {
    const select = parseSelect(words);
    words.expect(')');
    return { path: [], select, join, ...tableAlias(words) };
  }
  if (words.peek().kind === 'name' && isReserved(words.peek().text)) words.fail();
  const path = words.path();
  if (words.take('(')) return { path, join, args: words.take(')') ? [] : parseArguments(words), ...tableAlias(words) };
  return { path, join, ...tableAlias(words) };
}

function parseArguments(words: Words): Expression[] {
  const args = expressions(words);
  words.expect(')');
  return args;
}

function tableAlias(words: Words): { readonly alias?: string; readonly names?: readonly string[] } {
  if (words.is('with') && /^ordinality$/i.test(words.ahead(1))) {
    words.next();
    words.next();
  }
  if (words.take('as') || isAlias(words)) {
    const alias = aliasOf(words);
    return words.is('(') ? { alias, names: columnNames(words) } : { alias };
  }
  words.take('final');
  return {};
}

function parseOrder(words: Words): Select['orderBy'] {
  const order: { of: Expression; isDown: boolean }[] = [];
  do {
    const of = expression(words);
    const isDown = words.take('desc');
    if (!isDown) words.take('asc');
    if (words.take('nulls')) words.next();
    order.push({ of, isDown });
  } while (words.take(','));
  return order;
}

function parseLimits(words: Words): Pick<Select, 'limit' | 'offset'> {
  let limit: Expression | undefined;
  let offset: Expression | undefined;
  for (;;) {
    if (words.take('limit')) {
      const first = words.take('all') ? undefined : expression(words);
      // ClickHouse and MySQL write the offset first: LIMIT 20, 10.
      if (words.take(',')) [offset, limit] = [first, expression(words)];
      else limit = first;
    } else if (words.take('offset')) {
      offset = expression(words);
      if (!words.take('rows')) words.take('row');
    } else if (words.take('fetch')) {
      if (!words.take('first')) words.take('next');
      limit = /^rows?$/i.test(words.peek().text) ? { kind: 'value', value: 1 } : expression(words);
      while (words.take('row') || words.take('rows') || words.take('only'));
    } else if (words.take('for')) {
      while (words.peek().kind !== 'end' && !words.is(';') && !words.is(')')) words.next();
    } else return { ...(limit && { limit }), ...(offset && { offset }) };
  }
}
