// Lists and maps in single quotes: Python's repr ({'role': 'user', 'content': "it's"}) as programs print it into logs, and
// ClickHouse's text for arrays and maps (['a','b'], {'k':'v'}), https://clickhouse.com/docs/en/interfaces/formats.

const MAX_LITERAL = 1 << 20;
const MAX_DEPTH = 32;
/** Returned where the text is no literal: `undefined` is not enough, since None reads as null. */
const BROKEN: unique symbol = Symbol('no literal');

interface Cursor {
  readonly text: string;
  at: number;
}

/** The value, or undefined where the text is no such list or map, is longer than 1 MiB or deeper than 32. */
export function parseLiteral(text: string): unknown {
  if (text.length > MAX_LITERAL) return undefined;
  const cursor: Cursor = { text, at: 0 };
  skipSpace(cursor);
  const first = text.charCodeAt(cursor.at);
  if (first !== 0x5b && first !== 0x7b && first !== 0x28) return undefined;
  const value = readValue(cursor, 0);
  if (value === BROKEN) return undefined;
  skipSpace(cursor);
  return cursor.at === text.length ? value : undefined;
}

function readValue(cursor: Cursor, depth: number): unknown {
  skipSpace(cursor);
  const first = cursor.text.charCodeAt(cursor.at);
  if (first === 0x27 || first === 0x22) return readString(cursor, first);
  if (first === 0x7b) return depth < MAX_DEPTH ? readMap(cursor, depth) : BROKEN;
  if (first === 0x5b || first === 0x28)
    return depth < MAX_DEPTH ? readList(cursor, depth, first === 0x5b ? 0x5d : 0x29) : BROKEN;
  return readWord(cursor);
}

function readList(cursor: Cursor, depth: number, close: number): unknown {
  const list: unknown[] = [];
  cursor.at++;
  for (;;) {
    skipSpace(cursor);
    if (cursor.text.charCodeAt(cursor.at) === close) break;
    const value = readValue(cursor, depth + 1);
    if (value === BROKEN) return BROKEN;
    list.push(value);
    skipSpace(cursor);
    const next = cursor.text.charCodeAt(cursor.at);
    if (next === 0x2c) cursor.at++;
    else if (next !== close) return BROKEN;
  }
  cursor.at++;
  return list;
}

function readMap(cursor: Cursor, depth: number): unknown {
  const map: Record<string, unknown> = Object.create(null);
  cursor.at++;
  for (;;) {
    skipSpace(cursor);
    if (cursor.text.charCodeAt(cursor.at) === 0x7d) break;
    const key = readValue(cursor, depth + 1);
    skipSpace(cursor);
    if ((typeof key !== 'string' && typeof key !== 'number') || cursor.text.charCodeAt(cursor.at) !== 0x3a)
      return BROKEN;
    cursor.at++;
    const value = readValue(cursor, depth + 1);
    if (value === BROKEN) return BROKEN;
    map[key] = value;
    skipSpace(cursor);
    const next = cursor.text.charCodeAt(cursor.at);
    if (next === 0x2c) cursor.at++;
    else if (next !== 0x7d) return BROKEN;
  }
  cursor.at++;
  return map;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', b: '\b', f: '\f' };

function readString(cursor: Cursor, quote: number): unknown {
  const { text } = cursor;
  let value = '';
  let from = ++cursor.at;
  for (; cursor.at < text.length; cursor.at++) {
    const unit = text.charCodeAt(cursor.at);
    if (unit === quote) {
      value += text.slice(from, cursor.at++);
      return value;
    }
    if (unit !== 0x5c) continue;
    value += text.slice(from, cursor.at);
    const escaped = text[cursor.at + 1] ?? '';
    const digits = escaped === 'x' ? 2 : escaped === 'u' ? 4 : 0;
    const code = digits === 0 ? Number.NaN : Number.parseInt(text.slice(cursor.at + 2, cursor.at + 2 + digits), 16);
    value += Number.isNaN(code) ? (ESCAPES[escaped] ?? escaped) : String.fromCharCode(code);
    cursor.at += 1 + (Number.isNaN(code) ? 0 : digits);
    from = cursor.at + 1;
  }
  return BROKEN;
}

const WORD = /[\w.+-]+/y;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['None', null],
  ['null', null],
  ['NULL', null],
  ['True', true],
  ['true', true],
  ['False', false],
  ['false', false],
]);

function readWord(cursor: Cursor): unknown {
  WORD.lastIndex = cursor.at;
  const word = WORD.exec(cursor.text)?.[0];
  if (word === undefined) return BROKEN;
  cursor.at += word.length;
  if (WORDS.has(word)) return WORDS.get(word);
  const number = Number(word);
  return Number.isNaN(number) ? BROKEN : number;
}

function skipSpace(cursor: Cursor): void {
  while (cursor.at < cursor.text.length && cursor.text.charCodeAt(cursor.at) <= 32) cursor.at++;
}
