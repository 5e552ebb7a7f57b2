// A SELECT out of its words.
import { isReserved, parseExpression } from './parse-expression.ts';
import type { Expression, Item, Select, Table } from './tree.ts';
import type { Words } from './words.ts';

const MAX_ITEMS = 200;
const MAX_TABLES = 12;
/** Of queries inside of queries, with the expressions that they stand in. */
const MAX_NESTING = 60;

/** @throws SyntaxFault */
export function parseSelect(words: Words): Select {
  words.deeper(MAX_NESTING);
  const select = parseWhole(words);
  words.higher();
  return select;
}

function parseWhole(words: Words): Select {
  words.expect('select');
  const isDistinct = words.take('distinct');
  if (!isDistinct) words.take('all');
  const items = parseItems(words);
  const tables = words.take('from') ? parseTables(words) : [];
  const where = words.take('where') ? expression(words) : undefined;
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
  return ['join', 'left', 'inner', 'cross'].some((word) => words.is(word));
}

function parseJoin(words: Words): Table {
  const isLeft = words.take('left');
  const isCross = !isLeft && words.take('cross');
  words.take(isLeft ? 'outer' : 'inner');
  words.expect('join');
  const table = parseTable(words, isLeft ? 'left' : isCross ? 'cross' : 'inner');
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

function tableAlias(words: Words): { readonly alias?: string } {
  if (words.take('as') || isAlias(words)) return { alias: aliasOf(words) };
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
    } else if (words.take('offset')) offset = expression(words);
    else return { ...(limit && { limit }), ...(offset && { offset }) };
  }
}
