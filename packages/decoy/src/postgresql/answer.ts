// A statement to the decoy PostgreSQL, and what it answers: rows, a tag, a copy, or an error with its SQLSTATE.

import { isCount } from '../clickhouse/answer.ts';
import type { Intent, Setting } from '../decoy.ts';
import { QueryFault, type SqlColumn } from '../sql/catalogue.ts';
import { addedRows, changeOf } from '../sql/changes.ts';
import { type Meaning, meaningOf } from '../sql/intent.ts';
import { parseSelect } from '../sql/parse-select.ts';
import { type Answer, runSelect } from '../sql/run-select.ts';
import type { Token } from '../sql/tokens.ts';
import { SyntaxFault, type Words, wordsOf } from '../sql/words.ts';
import { catalogueOf, shops } from './catalogue.ts';
import { refusalOf, saidBy } from './reached.ts';
import { SETTINGS } from './settings.ts';

export interface Visitor {
  readonly setting: Setting;
  readonly user: string;
  readonly database: string;
}

export type Result =
  | {
      readonly kind: 'rows';
      readonly columns: readonly SqlColumn[];
      readonly rows: Answer['rows'];
      readonly tag: string;
    }
  | { readonly kind: 'tag'; readonly tag: string }
  | {
      readonly kind: 'copy-out';
      readonly rows: Answer['rows'];
      readonly columns: readonly SqlColumn[];
      readonly isCsv: boolean;
      readonly hasHeader: boolean;
    }
  | { readonly kind: 'copy-in' }
  | { readonly kind: 'error'; readonly code: string; readonly text: string };

export interface Outcome {
  readonly result: Result;
  readonly intent: Intent;
  readonly words: string;
  readonly meaning: Meaning;
  readonly rows?: number;
}

/** @param tokens of one statement, with its end @param isTrial what it would answer is asked, and nothing is done */
export function answer(visitor: Visitor, text: string, tokens: readonly Token[], isTrial = false): Outcome {
  const meaning = meaningOf(text, 'postgresql');
  const { intent, words } = meaning;
  const cursor = wordsOf(tokens, true);
  if (intent === 'reach') return { result: reached(visitor, cursor, text, meaning, isTrial), intent, words, meaning };
  if (intent !== 'look' || cursor.is('delete')) {
    const told = { intent: intent === 'look' ? ('destroy' as const) : intent, words, meaning };
    if (isTrial) return { result: { kind: 'tag', tag: '' }, ...told };
    return { result: changed(visitor, tokens, cursor), ...told };
  }
  try {
    const result = asked(visitor, cursor);
    return { ...readingOf(result, text), meaning };
  } catch (error) {
    return { result: faultOf(error), intent: 'look', words: 'asked what could not be answered', meaning };
  }
}

type Asked = { readonly result: Result; readonly honey: readonly string[] };

function readingOf({ result, honey }: Asked, text: string): Omit<Outcome, 'meaning'> {
  if (result.kind === 'copy-in')
    return { result, intent: 'write', words: 'began to store rows, of which none was kept' };
  const rows = 'rows' in result ? result.rows.length : 0;
  const isRead = honey.length > 0 && rows > 0 && !isCount(text);
  const words = isRead ? `read ${rows} rows of ${honey.join(' and ')}` : 'asked what there is';
  return { result, intent: isRead ? 'read' : 'look', words, rows };
}

const error = (code: string, text: string): Result => ({ kind: 'error', code, text });

function faultOf(fault: unknown, verb = ''): Result {
  if (fault instanceof SyntaxFault) {
    const near = fault.near.slice(0, 100);
    return error('42601', near === '' ? 'syntax error at end of input' : `syntax error at or near "${near}"`);
  }
  if (!(fault instanceof QueryFault)) throw fault;
  const named = fault.named.slice(0, 200);
  switch (fault.what) {
    case 'relation':
      return error('42P01', `${/^drop$/i.test(verb) ? 'table' : 'relation'} "${named}" does not exist`);
    case 'column':
      return error('42703', `column "${named}" does not exist`);
    case 'database':
      return error('3D000', `database "${named}" does not exist`);
    case 'function':
      return error('42883', `function ${named}(unknown) does not exist`);
    case 'type':
      return error('2201B', 'invalid regular expression');
    case 'zero':
      return error('22012', 'division by zero');
    case 'cost':
      return error('57014', 'canceling statement due to statement timeout');
  }
}

/** Programs are said to have run; files and hosts are not there. */
function reached(visitor: Visitor, words: Words, text: string, { statement }: Meaning, isTrial: boolean): Result {
  if (words.is('copy')) return isTrial ? { kind: 'tag', tag: '' } : programmed(visitor, words, text);
  if (words.is('do')) return { kind: 'tag', tag: 'DO' };
  if (words.is('call')) return error('42883', 'procedure does not exist');
  if (words.is('create')) return { kind: 'tag', tag: `CREATE ${words.ahead(1).toUpperCase().slice(0, 32)}` };
  const refusal = refusalOf(statement.functions, text);
  return error(refusal.code, refusal.text);
}

/** COPY with a program, or with a file of the server. */
function programmed(visitor: Visitor, words: Words, text: string): Result {
  const [, way = '', program, quoted = ''] = /\b(from|to)\s+(program\s+)?E?'((?:[^']|'')*)'/i.exec(text) ?? [];
  const isFrom = /^from$/i.test(way);
  if (program === undefined && isFrom)
    return error('58P01', `could not open file "${quoted.slice(0, 200)}" for reading: No such file or directory`);
  const lines = isFrom ? saidBy(quoted.replaceAll("''", "'")) : [];
  words.next();
  const { setting, database } = visitor;
  const shop = shops.of(setting);
  const name = words.peek().kind === 'sign' ? '' : (words.path().at(-1) ?? '');
  const table = shop.tables.find((one) => one.name === name && one.database === database);
  if (isFrom && !table) return error('42P01', `relation "${name.slice(0, 200)}" does not exist`);
  if (table && lines.length > 0) {
    const rows = lines.map((line) => table.columns.map((_, at) => (at === 0 ? line : null)));
    const change = addedRows(shop, table, rows);
    shops.change(setting, change.shop, change.bytes);
  }
  return { kind: 'tag', tag: `COPY ${isFrom ? lines.length : (table?.rows.length ?? 1)}` };
}

/** What the visitor changes is so for the visitor's address. */
function changed(visitor: Visitor, tokens: readonly Token[], cursor: Words): Result {
  const { setting, database } = visitor;
  try {
    const shop = shops.of(setting);
    const ground = { shop, catalogue: catalogueIn(visitor), database, hasDatabases: false };
    const change = changeOf(wordsOf(tokens, true), ground);
    if (change) shops.change(setting, change.shop, change.bytes);
    return { kind: 'tag', tag: changeTag(cursor, change?.affected ?? 1) };
  } catch (fault) {
    return faultOf(fault, cursor.peek().text);
  }
}

function catalogueIn({ setting, user, database }: Visitor) {
  return catalogueOf({ shop: shops.of(setting), now: setting.now(), user, database });
}

/** What PostgreSQL says when a change is made. */
function changeTag(words: Words, affected: number): string {
  const verb = words.peek().text.toUpperCase().slice(0, 32);
  if (verb === 'INSERT') return `INSERT 0 ${affected}`;
  if (/^(?:DELETE|UPDATE|MERGE)$/.test(verb)) return `${verb} ${affected}`;
  if (!/^(?:CREATE|DROP|ALTER|TRUNCATE)$/.test(verb)) return verb;
  if (verb === 'TRUNCATE') return 'TRUNCATE TABLE';
  const second = words.ahead(1).toUpperCase();
  const what = /^(?:TEMP|TEMPORARY|UNLOGGED|OR)$/.test(second) ? 'TABLE' : second;
  return `${verb} ${/^[A-Z]{1,20}$/.test(what) ? what : 'TABLE'}`;
}

const TAGS: Readonly<Record<string, string>> = {
  begin: 'BEGIN',
  start: 'START TRANSACTION',
  commit: 'COMMIT',
  end: 'COMMIT',
  rollback: 'ROLLBACK',
  abort: 'ROLLBACK',
  savepoint: 'SAVEPOINT',
  release: 'RELEASE',
  set: 'SET',
  reset: 'RESET',
  discard: 'DISCARD ALL',
  deallocate: 'DEALLOCATE',
  listen: 'LISTEN',
  unlisten: 'UNLISTEN',
  close: 'CLOSE CURSOR',
  analyze: 'ANALYZE',
  checkpoint: 'CHECKPOINT',
};

function asked(visitor: Visitor, words: Words): Asked {
  const first = words.peek().text.toLowerCase();
  const tag = Object.hasOwn(TAGS, first) && words.peek().kind === 'name' ? TAGS[first] : undefined;
  if (tag !== undefined) return { result: { kind: 'tag', tag }, honey: [] };
  if (words.take('show')) return { result: setting(words), honey: [] };
  if (words.is('explain')) return { result: explained(words), honey: [] };
  if (words.take('copy')) return copied(visitor, words);
  if (words.take('table')) return selected(visitor, wordsOf(tableSelect(words.path()), true));
  return selected(visitor, words);
}

function tableSelect(path: readonly string[]): readonly Token[] {
  const name = (text: string): Token => ({ kind: 'name', text });
  const parts = path.flatMap((one, at): Token[] => (at === 0 ? [name(one)] : [{ kind: 'sign', text: '.' }, name(one)]));
  return [name('select'), { kind: 'sign', text: '*' }, name('from'), ...parts, { kind: 'end', text: '' }];
}

function selected(visitor: Visitor, words: Words): Asked {
  const answered = runSelect(parseSelect(words), catalogueIn(visitor));
  if (words.peek().kind !== 'end') words.fail();
  const { columns, rows } = answered;
  return { result: { kind: 'rows', columns, rows, tag: `SELECT ${rows.length}` }, honey: answered.honey };
}

/** The plan of reading one table through, whatever is asked. */
function explained(words: Words): Result {
  let table = 'orders';
  while (words.peek().kind !== 'end')
    if (words.take('from') && words.peek().kind === 'name') table = words.peek().text.slice(0, 63);
    else words.next();
  const plan = `Seq Scan on ${table}  (cost=0.00..66.00 rows=3000 width=84)`;
  return { kind: 'rows', columns: [{ name: 'QUERY PLAN', type: 'text' }], rows: [[plan]], tag: 'EXPLAIN' };
}

function setting(words: Words): Result {
  const parts: string[] = [];
  while (words.peek().kind !== 'end') parts.push(words.next().text.toLowerCase());
  const name = parts.join('').replace('transactionisolationlevel', 'transaction_isolation');
  const value = SETTINGS.get(name);
  if (value === undefined) return error('42704', `unrecognized configuration parameter "${name.slice(0, 100)}"`);
  return { kind: 'rows', columns: [{ name, type: 'text' }], rows: [[value]], tag: 'SHOW' };
}

/** COPY table or (query) TO STDOUT, or FROM STDIN. */
function copied(visitor: Visitor, words: Words): Asked {
  const isQuery = words.take('(');
  const catalogue = catalogueIn(visitor);
  const answered = isQuery ? runSelect(parseSelect(words), catalogue) : undefined;
  if (isQuery) words.expect(')');
  const path = isQuery ? [] : words.path();
  const names: string[] = [];
  if (!isQuery && words.take('(')) {
    do names.push(words.path()[0] ?? '');
    while (words.take(','));
    words.expect(')');
  }
  if (words.take('from')) return { result: { kind: 'copy-in' }, honey: [] };
  words.expect('to');
  words.expect('stdout');
  const rest: string[] = [];
  while (words.peek().kind !== 'end') rest.push(words.next().text.toLowerCase());
  const columns =
    names.length === 0
      ? [{ kind: 'sign' as const, text: '*' }]
      : names.flatMap((name, at): Token[] => [
          ...(at === 0 ? [] : [{ kind: 'sign' as const, text: ',' }]),
          { kind: 'name', text: name },
        ]);
  const all = tableSelect(path);
  const told =
    answered ?? runSelect(parseSelect(wordsOf([...all.slice(0, 1), ...columns, ...all.slice(2)], true)), catalogue);
  const result: Result = {
    kind: 'copy-out',
    columns: told.columns,
    rows: told.rows,
    isCsv: rest.includes('csv'),
    hasHeader: rest.includes('header'),
  };
  return { result, honey: told.honey };
}
