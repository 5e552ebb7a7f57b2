// Rows out of the tokens of an SQL dump: INSERT with its tuples, COPY with its lines, and the columns that CREATE TABLE names.
// https://www.postgresql.org/docs/current/sql-copy.html, https://dev.mysql.com/doc/refman/8.4/en/insert.html
import { createSqlLexer, type SqlDialect, type SqlLexer, type SqlToken } from './sql-lexer.ts';

/** A row as `{ table: { column: value } }`, so that a field's path is `table.column`. */
export type SqlRow = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface SqlRows {
  push(bytes: Uint8Array): void;
  /** The rows that are whole by now; they are given once. */
  take(): SqlRow[];
  /** @returns false where the dump ends inside of a text, so that it is cut or was read wrongly */
  end(): boolean;
}

/** A row that is larger than this is given in several. */
const LARGEST_ROW = 16 << 20;
/** Columns of a table beyond these are numbered. */
const MOST_COLUMNS = 4096;

/** What the parser waits for. */
type Expecting =
  | 'statement'
  | 'table'
  | 'behind table'
  | 'column list'
  | 'definition'
  | 'values'
  | 'tuple'
  | 'copy'
  | 'rest';

/** Words that begin a part of CREATE TABLE which is no column. */
const NO_COLUMN =
  /^(?:primary|unique|key|index|constraint|foreign|check|exclude|fulltext|spatial|like|period|partition)$/i;
const BEFORE_TABLE =
  /^(?:into|table|only|ignore|or|replace|abort|fail|rollback|low_priority|delayed|high_priority|if|not|exists|temp|temporary|unlogged|global|local|overwrite|create|insert|virtual)$/i;
/** Statements whose texts are names and settings of the database itself. */
const DULL =
  /^(?:set|begin|commit|start|use|drop|lock|unlock|pragma|analyze|vacuum|select|create table|savepoint|release|go|end|delimiter|source|show)$/i;

export function createSqlRows(dialect: SqlDialect): SqlRows {
  const columnsOf = new Map<string, readonly string[]>();
  let rows: SqlRow[] = [];
  let expecting: Expecting = 'statement';
  let verb = '';
  let table: string[] = [];
  let named: { readonly table: string; readonly columns: readonly string[] } | undefined;
  let isNameComplete = false;
  let columns: string[] = [];
  let isColumnNext = false;
  let depth = 0;
  let values: unknown[] = [];
  let size = 0;
  const value = createValue();

  const tableName = () => {
    const parts = table.length > 1 && /^(?:public|main|dbo)$/i.test(table[0] ?? '') ? table.slice(1) : table;
    return parts.join('.') || 'table';
  };
  /** What the rows of this statement are called; worked out once, since rows are many. */
  const target = () => {
    named ??= { table: tableName(), columns: columns.length > 0 ? columns : (columnsOf.get(tableName()) ?? []) };
    return named;
  };
  const emit = (given: readonly unknown[]) => {
    const { table: name, columns: names } = target();
    const row: Record<string, unknown> = {};
    for (let place = 0; place < given.length; place += 1) {
      const one = given[place];
      if (one !== null && one !== undefined) row[names[place] ?? `column ${place + 1}`] = one;
    }
    rows.push({ [name]: row });
  };
  const endValue = () => {
    const text = value.end();
    values.push(text);
    size += text?.length ?? 0;
    if (size < LARGEST_ROW) return;
    emit(values);
    values = values.map(() => null);
    size = 0;
  };
  const endTuple = () => {
    endValue();
    emit(values);
    values = [];
    size = 0;
    expecting = 'values';
  };
  const endStatement = () => {
    const isTelling = expecting === 'rest' && value.hasText() && !DULL.test(verb);
    const text = value.end();
    if (isTelling) rows.push({ statement: { [verb.toLowerCase()]: text } });
    if (expecting === 'definition') columnsOf.set(tableName(), columns);
    expecting = 'statement';
    table = [];
    named = undefined;
    columns = [];
    depth = 0;
    isNameComplete = false;
  };

  const statement = (kind: SqlToken, text: string) => {
    if (kind !== 'word') return;
    verb = text;
    if (/^(?:insert|replace)$/i.test(text) || /^copy$/i.test(text) || /^create$/i.test(text)) expecting = 'table';
    else expecting = 'rest';
  };
  /** The words before the table's name, and the name itself, which may have a schema before it. */
  const nameTable = (kind: SqlToken, text: string) => {
    if (kind === 'word' && table.length === 0 && BEFORE_TABLE.test(text)) return;
    if (kind === 'word' && /^create$/i.test(verb) && table.length === 0 && NO_TABLE.test(text)) {
      verb = `create ${text}`;
      expecting = 'rest';
    } else if (kind === 'word' && !isNameComplete) {
      table.push(...text.split('.').filter((part) => part !== ''));
      isNameComplete = !text.endsWith('.');
    } else if ((kind === 'name' || kind === 'text') && !isNameComplete) {
      table.push(text);
      isNameComplete = true;
    } else if (kind === 'sign' && text === '.') isNameComplete = false;
    else if (kind === 'word' && text.startsWith('.')) {
      table.push(...text.split('.').filter((part) => part !== ''));
      isNameComplete = !text.endsWith('.');
    } else behindTable(kind, text);
  };
  const behindTable = (kind: SqlToken, text: string) => {
    expecting = 'behind table';
    if (kind === 'sign' && text === '(') {
      depth = 1;
      isColumnNext = true;
      expecting = /^create$/i.test(verb) ? 'definition' : 'column list';
    } else if (kind === 'word' && /^values?$/i.test(text)) expecting = 'values';
    else if (kind === 'word' && /^copy$/i.test(verb) && /^from$/i.test(text)) expecting = 'copy';
    else if (kind === 'word' && /^(?:select|using|as|set)$/i.test(text)) expecting = 'rest';
  };
  const addColumn = (name: string) => {
    if (columns.length < MOST_COLUMNS) columns.push(name === '__proto__' ? 'proto' : name.slice(0, 200));
    isColumnNext = false;
  };
  const inList = (kind: SqlToken, text: string) => {
    if (kind === 'sign' && text === '(') depth += 1;
    else if (kind === 'sign' && text === ')') {
      depth -= 1;
      if (depth > 0) return;
      if (expecting === 'definition') {
        columnsOf.set(tableName(), columns);
        columns = [];
        expecting = 'rest';
        verb = 'create table';
      } else expecting = 'behind table';
    } else if (kind === 'sign' && text === ',' && depth === 1) isColumnNext = true;
    else if (isColumnNext && depth === 1) {
      const isWordOfItsOwn = kind === 'word' && expecting === 'definition' && NO_COLUMN.test(text);
      if (isWordOfItsOwn) isColumnNext = false;
      else if (kind !== 'sign') addColumn(text);
    }
  };
  const inTuple = (kind: SqlToken, text: string) => {
    // A part of a long text is a row of its own; the row itself has the text's rest.
    if (kind === 'part') emit([...values.map(() => null), text]);
    else if (kind === 'sign' && (text === '(' || text === '[')) {
      depth += 1;
      value.add('sign', text);
    } else if (kind === 'sign' && text === ')') {
      depth -= 1;
      if (depth === 0) endTuple();
      else value.add('sign', text);
    } else if (kind === 'sign' && text === ',' && depth === 1) endValue();
    else if (kind === 'sign' && text === ']' && depth > 1) depth -= 1;
    else value.add(kind, text);
  };

  const lexer: SqlLexer = createSqlLexer(dialect, {
    get isInValues() {
      return expecting === 'tuple';
    },
    token(kind, text) {
      if (kind === 'sign' && text === ';') {
        const isCopy = expecting === 'copy';
        if (isCopy) {
          lexer.readLines();
          return;
        }
        if (expecting === 'tuple') endTuple();
        endStatement();
        return;
      }
      switch (expecting) {
        case 'statement':
          statement(kind, text);
          break;
        case 'table':
          nameTable(kind, text);
          break;
        case 'behind table':
          behindTable(kind, text);
          break;
        case 'column list':
        case 'definition':
          inList(kind, text);
          break;
        case 'values':
          if (kind === 'sign' && text === '(') {
            depth = 1;
            expecting = 'tuple';
          } else if (kind === 'word') expecting = 'rest';
          break;
        case 'tuple':
          inTuple(kind, text);
          break;
        case 'copy':
          if (kind === 'text') expecting = 'rest';
          break;
        case 'rest':
          value.add(kind === 'part' ? 'text' : kind, text);
          break;
      }
    },
    line(bytes, isCut) {
      if (!isCut && bytes.length === 2 && bytes[0] === 0x5c && bytes[1] === 0x2e) {
        lexer.readTokens();
        endStatement();
        return;
      }
      const line = bytes.toString('utf8');
      if (isCut) emit([line]);
      else if (bytes.length > 0) emit(line.split('\t').map(copyValue));
    },
  });

  return {
    push: lexer.push,
    take() {
      const taken = rows;
      rows = [];
      return taken;
    },
    end() {
      const isWhole = lexer.end();
      if (expecting === 'tuple' && (values.length > 0 || value.hasText())) endTuple();
      endStatement();
      return isWhole;
    },
  };
}

const NO_TABLE =
  /^(?:index|unique|view|function|procedure|trigger|sequence|schema|database|extension|type|user|role|event|definer|materialized|algorithm|server|policy|rule|aggregate|operator|domain|cast|language|publication|subscription|collation|statistics)$/i;

/** A value of a tuple: one literal as a rule, or an expression, of which the texts are kept. */
function createValue() {
  let texts: string[] = [];
  let words: string[] = [];
  let size = 0;
  return {
    hasText: () => texts.length > 0,
    add(kind: SqlToken, text: string) {
      if (size > LARGEST_ROW) return;
      size += text.length + 1;
      if (kind === 'hex') texts.push(Buffer.from(text, 'hex').toString('utf8'));
      else if (kind === 'word' || kind === 'sign') words.push(text);
      else texts.push(fromBytea(text));
    },
    /** The value, and the beginning of the next one. */
    end(): string | null {
      const plain = textOf(texts, words);
      texts = [];
      words = [];
      size = 0;
      return plain;
    },
  };
}

function textOf(texts: readonly string[], words: readonly string[]): string | null {
  const [text] = texts;
  if (text === undefined) {
    const plain = words.length === 1 ? (words[0] as string) : words.join('');
    return plain === '' || (plain.length === 4 && plain.toLowerCase() === 'null') ? null : plain;
  }
  if (texts.length === 1 && words.length === 0) return text;
  const first = words[0]?.toLowerCase();
  // SQLite's dump writes line ends as functions of the text.
  if (first === 'replace' && texts.length > 1) return text.replaceAll('\\n', '\n').replaceAll('\\r', '\r');
  if (first === 'unistr' && texts.length === 1) return fromUnistr(text);
  return texts.join(' ');
}

/** PostgreSQL writes bytes as `\x6162`. https://www.postgresql.org/docs/current/datatype-binary.html */
function fromBytea(text: string): string {
  return text.startsWith('\\x') && /^\\x(?:[0-9a-f]{2})+$/.test(text)
    ? Buffer.from(text.slice(2), 'hex').toString('utf8')
    : text;
}

/** https://www.sqlite.org/lang_corefunc.html#unistr */
function fromUnistr(text: string): string {
  return text.replace(/\\(?:u?([0-9a-f]{4})|\+([0-9a-f]{6})|U([0-9a-f]{8})|\\)/gi, (whole, four, six, eight) => {
    const code = Number.parseInt(four ?? six ?? eight ?? '5c', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const COPY_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A column of COPY's text format. */
function copyValue(text: string): string | null {
  if (text === '\\N') return null;
  if (!text.includes('\\')) return text;
  const plain = text.replace(/\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/g, (_, hex, octal, sign: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return COPY_ESCAPES[sign] ?? sign;
  });
  return fromBytea(plain);
}
