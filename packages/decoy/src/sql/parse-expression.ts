// Expressions, by the strength with which their signs bind. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE
import type { Expression, Select } from './tree.ts';
import type { Words } from './words.ts';

const OPERATORS: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '==': 4,
  '<>': 4,
  '!=': 4,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '~': 5,
  '!~': 5,
  '~*': 5,
  '!~*': 5,
  '~~': 5,
  '!~~': 5,
  '~~*': 5,
  '!~~*': 5,
  '||': 6,
  '+': 7,
  '-': 7,
  '*': 8,
  '/': 8,
  '%': 8,
};
const NOT = 3;
const COMPARISON = 4;
const MAX_DEPTH = 60;

/** What ends an expression though it is written like a name. */
const RESERVED =
  /^(?:from|where|group|having|order|limit|offset|union|format|settings|as|on|join|left|right|inner|cross|full|and|or|not|is|in|like|ilike|between|then|else|end|when|asc|desc|collate|using|nulls|final|except|intersect|fetch|for|select|prewhere|with)$/i;

export function isReserved(text: string): boolean {
  return RESERVED.test(text);
}

export function parseExpression(words: Words, select: (words: Words) => Select, least = 0): Expression {
  words.deeper(MAX_DEPTH);
  let left = parsePrefix(words, select);
  for (;;) {
    const next = parseInfix(words, select, left, least);
    if (!next) break;
    words.counted();
    left = next;
  }
  words.higher();
  return left;
}

function parsePrefix(words: Words, select: (words: Words) => Select): Expression {
  if (words.take('not')) return { kind: 'not', of: parseExpression(words, select, NOT) };
  if (words.take('-')) return { kind: 'minus', of: parseExpression(words, select, 9) };
  if (words.take('+')) return parseExpression(words, select, 9);
  return parseSuffix(words, select, parsePrimary(words, select));
}

function parseSuffix(words: Words, select: (words: Words) => Select, first: Expression): Expression {
  let of = first;
  for (;;) {
    words.counted();
    if (words.take('::')) of = { kind: 'cast', of, type: parseType(words) };
    else if (words.take('collate')) words.path();
    else if (words.take('[')) {
      of = { kind: 'item', of, at: parseExpression(words, select) };
      words.expect(']');
    } else return of;
  }
}

function parseType(words: Words): string {
  const name = words.path().at(-1) ?? '';
  if (words.take('(')) while (!words.take(')')) words.next();
  if (words.take('[')) {
    words.expect(']');
    return `${name}[]`;
  }
  return name.toLowerCase();
}

function parseInfix(
  words: Words,
  select: (words: Words) => Select,
  left: Expression,
  least: number,
): Expression | undefined {
  if (COMPARISON > least) {
    const special = parseSpecial(words, select, left);
    if (special) return special;
  }
  const isQualified = words.is('operator');
  const sign = isQualified
    ? words.ahead(operatorAhead(words))
    : words.peek().kind === 'quoted'
      ? ''
      : words.peek().text.toLowerCase();
  const strength = words.peek().kind === 'text' ? undefined : OPERATORS[sign];
  if (strength === undefined || strength <= least) return undefined;
  if (isQualified) while (!words.take(')')) words.next();
  else words.next();
  if (/^(?:=|<>|!=)$/.test(sign) && /^(?:any|some|all)$/i.test(words.peek().text) && words.ahead(1) === '(') {
    words.next();
    return { kind: 'in', of: left, list: anyOf(words, select), isNot: sign !== '=' };
  }
  return { kind: 'operator', sign, left, right: parseExpression(words, select, strength) };
}

/** What stands behind ANY: a query, or a list as one value. */
function anyOf(words: Words, select: (words: Words) => Select): readonly Expression[] | Select {
  const list = parseList(words, select);
  return 'items' in list ? list : list.map((of): Expression => ({ kind: 'cast', of, type: 'any[]' }));
}

/** `OPERATOR(pg_catalog.~)`: how far ahead the sign itself stands. */
function operatorAhead(words: Words): number {
  for (let ahead = 2; ahead < 8; ahead += 1) if (words.ahead(ahead + 1) === ')') return ahead;
  return 2;
}

function parseSpecial(words: Words, select: (words: Words) => Select, of: Expression): Expression | undefined {
  if (words.take('is')) {
    const isNot = words.take('not');
    if (words.take('null')) return { kind: 'is', of, what: null, isNot };
    if (words.take('distinct')) {
      words.expect('from');
      return distinctFrom(of, parseExpression(words, select, COMPARISON), isNot);
    }
    if (words.take('true')) return { kind: 'is', of, what: true, isNot };
    words.expect('false');
    return { kind: 'is', of, what: false, isNot };
  }
  const isNot = words.is('not') && /^(?:in|like|ilike|between)$/i.test(words.ahead(1));
  if (isNot) words.next();
  if (words.take('in')) return { kind: 'in', of, list: parseList(words, select), isNot };
  if (words.take('between')) {
    const low = parseExpression(words, select, COMPARISON);
    words.expect('and');
    const high = parseExpression(words, select, COMPARISON);
    const both: Expression = {
      kind: 'operator',
      sign: 'and',
      left: { kind: 'operator', sign: '>=', left: of, right: low },
      right: { kind: 'operator', sign: '<=', left: of, right: high },
    };
    return isNot ? { kind: 'not', of: both } : both;
  }
  for (const [name, sign] of [
    ['like', '~~'],
    ['ilike', '~~*'],
  ] as const) {
    if (words.take(name)) {
      return {
        kind: 'operator',
        sign: isNot ? `!${sign}` : sign,
        left: of,
        right: parseExpression(words, select, COMPARISON),
      };
    }
  }
  return undefined;
}

/** Two nulls are the same here. */
function distinctFrom(left: Expression, right: Expression, isNot: boolean): Expression {
  const isNull = (of: Expression): Expression => ({ kind: 'is', of, what: null, isNot: false });
  const joined = (sign: string, one: Expression, other: Expression): Expression => ({
    kind: 'operator',
    sign,
    left: one,
    right: other,
  });
  const same = joined('or', joined('=', left, right), joined('and', isNull(left), isNull(right)));
  return isNot ? same : { kind: 'not', of: same };
}

function parseList(words: Words, select: (words: Words) => Select): readonly Expression[] | Select {
  words.expect('(');
  if (words.is('select') || words.is('with')) {
    const inner = select(words);
    words.expect(')');
    return inner;
  }
  return parseArguments(words, select, ')');
}

/** With an order of their own behind them, which does not count here: `string_agg(x, ',' ORDER BY y)`, `extract(epoch FROM x)`. */
function parseCallArguments(words: Words, select: (words: Words) => Select): Expression[] {
  const list: Expression[] = [];
  if (words.take(')')) return list;
  do {
    if (words.is('select') || words.is('with')) list.push({ kind: 'select', select: select(words), isExists: false });
    else list.push(words.take('*') ? { kind: 'star' } : parseExpression(words, select));
    if (words.take('from')) list.push(parseExpression(words, select));
  } while (words.take(','));
  for (let depth = 0; depth > 0 || !words.is(')'); ) {
    const { text } = words.next();
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
  }
  words.expect(')');
  return list;
}

/** Up to the sign that ends them, which is taken. */
function parseArguments(words: Words, select: (words: Words) => Select, end: ')' | ']'): Expression[] {
  const list: Expression[] = [];
  if (words.take(end)) return list;
  do list.push(words.take('*') ? { kind: 'star' } : parseExpression(words, select));
  while (words.take(','));
  words.expect(end);
  return list;
}

function parsePrimary(words: Words, select: (words: Words) => Select): Expression {
  const token = words.peek();
  if (token.kind === 'text') {
    words.next();
    return { kind: 'value', value: token.text };
  }
  if (token.kind === 'number') {
    words.next();
    return { kind: 'value', value: Number(token.text) };
  }
  if (words.take('(')) return parseParenthesis(words, select);
  if (words.take('[')) return { kind: 'array', items: parseArguments(words, select, ']') };
  if (words.take('*')) return { kind: 'star' };
  if (token.kind === 'sign') return words.fail();
  if (token.kind === 'name') {
    if (words.take('null')) return { kind: 'value', value: null };
    if (words.take('true')) return { kind: 'value', value: true };
    if (words.take('false')) return { kind: 'value', value: false };
    if (words.take('case')) return parseCase(words, select);
    if (words.is('exists') && words.ahead(1) === '(') {
      words.next();
      words.expect('(');
      const inner = select(words);
      words.expect(')');
      return { kind: 'select', select: inner, isExists: true };
    }
    if (words.is('array') && words.ahead(1) === '(') {
      words.next();
      return { kind: 'array', items: parseList(words, select) };
    }
    if (words.is('array') && words.ahead(1) === '[') {
      words.next();
      words.next();
      return { kind: 'array', items: parseArguments(words, select, ']') };
    }
    if (words.is('interval') && words.peek().kind === 'name' && /^\d+$/.test(words.ahead(1))) {
      words.next();
      return { kind: 'value', value: `${words.next().text} ${words.next().text}` };
    }
    if (words.is('cast') && words.ahead(1) === '(') return parseCast(words, select);
    if (isReserved(token.text)) return words.fail();
  }
  return parseNamed(words, select);
}

function parseNamed(words: Words, select: (words: Words) => Select): Expression {
  const isPlainName = words.peek().kind === 'name';
  const path = words.path(true);
  if (path.at(-1) === '*') return { kind: 'star', ...(path.length > 1 && { of: path.at(-2) ?? '' }) };
  const name = path.at(-1)?.toLowerCase() ?? '';
  if (words.take('(')) {
    const isDistinct = words.take('distinct');
    const call = { kind: 'call' as const, name, written: path.at(-1) ?? '', isDistinct };
    return { ...call, args: parseCallArguments(words, select) };
  }
  // Type before a text: `date '2026-01-01'`, `interval '1 day'`, E'…'.
  if (isPlainName && path.length === 1 && words.peek().kind === 'text')
    return { kind: 'value', value: words.next().text };
  return { kind: 'column', path };
}

function parseParenthesis(words: Words, select: (words: Words) => Select): Expression {
  if (words.is('select') || words.is('with')) {
    const inner = select(words);
    words.expect(')');
    return { kind: 'select', select: inner, isExists: false };
  }
  const [first, ...more] = parseArguments(words, select, ')');
  if (!first) return words.fail();
  return more.length === 0 ? first : { kind: 'array', items: [first, ...more] };
}

function parseCast(words: Words, select: (words: Words) => Select): Expression {
  words.next();
  words.expect('(');
  const of = parseExpression(words, select);
  words.expect('as');
  const type = parseType(words);
  words.expect(')');
  return { kind: 'cast', of, type };
}

function parseCase(words: Words, select: (words: Words) => Select): Expression {
  const of = words.is('when') ? undefined : parseExpression(words, select);
  const cases: (readonly [Expression, Expression])[] = [];
  while (words.take('when')) {
    const when = parseExpression(words, select);
    words.expect('then');
    cases.push([when, parseExpression(words, select)]);
  }
  const other = words.take('else') ? parseExpression(words, select) : undefined;
  words.expect('end');
  return { kind: 'case', cases, ...(of && { of }), ...(other && { other }) };
}
