// A statement to the decoy ClickHouse, and the rows or the error that it answers.
import type { DatastoreTold } from '@vigie/detect';
import type { Intent, Setting } from '../decoy.ts';
import { globMatches } from '../glob.ts';
import { QueryFault } from '../sql/catalogue.ts';
import { changeOf } from '../sql/changes.ts';
import { type Meaning, meaningOf } from '../sql/intent.ts';
import { parseSelect } from '../sql/parse-select.ts';
import { type Answer, runSelect } from '../sql/run-select.ts';
import { tokensOf } from '../sql/tokens.ts';
import type { Value } from '../sql/tree.ts';
import { type Words, wordsOf } from '../sql/words.ts';
import { catalogueOf, DATABASE, shops, tableOf } from './catalogue.ts';
import { type Exception, faultOf, READONLY, reached, syntaxFault } from './faults.ts';
import { createText, TABLE_NAMES } from './system.ts';
import { TYPES } from './types.ts';

export interface Asking {
  readonly sql: string;
  /** Where a name of one part is looked for. */
  readonly database: string;
  readonly isReadonly: boolean;
}

export interface Outcome {
  /** Rows, or an exception with the code of ClickHouse. */
  readonly result: Pick<Answer, 'columns' | 'rows'> | Exception;
  /** Of the clause FORMAT. */
  readonly format?: string;
  readonly intent: Intent;
  readonly words: string;
  readonly meaning: Meaning;
  readonly rows?: number;
  /** The database that was chosen by USE. */
  readonly chosen?: string;
}

/** Longer statements are uploads. */
const MAX_READ = 64 * 1024;

export function answer(setting: Setting, { sql, database, isReadonly }: Asking): Outcome {
  const text = sql.slice(0, MAX_READ);
  const meaning = meaningOf(text, 'clickhouse');
  const { intent, words } = meaning;
  if (intent === 'reach') return { result: reached(meaning, text), intent, words, meaning };
  try {
    if (intent === 'write' || intent === 'destroy') {
      const result = isReadonly ? READONLY : changed(setting, text, database);
      return { result, intent, words, meaning };
    }
    return asked(setting, { sql: text, database, isReadonly }, meaning);
  } catch (error) {
    return {
      result: faultOf(error, text, database),
      intent: 'look',
      words: 'asked what could not be answered',
      meaning,
    };
  }
}

const NOTHING = { columns: [], rows: [] };

/** What the visitor changes is so for the visitor's address. */
function changed(setting: Setting, text: string, database: string): Outcome['result'] {
  const tokens = tokensOf(text);
  if (!tokens) return NOTHING;
  const shop = shops.of(setting);
  const catalogue = catalogueIn(setting, database, false);
  const change = changeOf(wordsOf(tokens, false), { shop, catalogue, database, hasDatabases: true });
  if (change) shops.change(setting, change.shop, change.bytes);
  return NOTHING;
}

/** @param path of a database and a table in it */
export function isThere(setting: Setting, path: readonly [string, string]): boolean {
  return catalogueIn(setting, DATABASE, true).relation(path) !== undefined;
}

function catalogueIn(setting: Setting, database: string, isReadonly: boolean) {
  const { honey, now, since } = setting;
  return catalogueOf({ shop: shops.of(setting), honey, now: now(), since, isReadonly, database });
}

function asked(setting: Setting, { sql, database, isReadonly }: Asking, meaning: Meaning): Outcome {
  const tokens = tokensOf(sql);
  if (!tokens)
    return { result: syntaxFault(sql, sql.slice(-20)), intent: 'look', words: 'sent what is no statement', meaning };
  const words = wordsOf(tokens, false);
  const look = (result: Outcome['result'], told: string) => ({ result, intent: 'look' as const, words: told, meaning });
  const shown = shownRows(setting, words, database);
  if (shown) return { ...look(shown, 'asked what there is'), ...formatAfter(words) };
  if (words.take('use')) {
    const [chosen = DATABASE] = words.path();
    if (shops.of(setting).databases.includes(chosen)) return { ...look(NOTHING, 'chose a database'), chosen };
    throw new QueryFault('database', chosen);
  }
  if (words.take('set')) return look(NOTHING, 'chose a setting');
  const select = parseSelect(words);
  const format = formatAfter(words);
  const result = plainBooleans(runSelect(select, catalogueIn(setting, database, isReadonly)));
  const isRead = result.honey.length > 0 && result.rows.length > 0 && !isCount(sql);
  return {
    result,
    ...format,
    intent: isRead ? 'read' : 'look',
    words: isRead ? `read ${result.rows.length} rows of ${result.honey.join(' and ')}` : 'asked what there is',
    meaning,
    rows: result.rows.length,
  };
}

/** True and false are numbers here. */
function plainBooleans(answer: Answer): Answer {
  if (!answer.columns.some(({ type }) => type === 'boolean')) return answer;
  return {
    ...answer,
    rows: answer.rows.map((row) => row.map((one) => (typeof one === 'boolean' ? Number(one) : one))),
  };
}

/** A number of rows alone is no reading. */
export function isCount(text: string): boolean {
  return /^\s*select\s+count\s*\(\s*(?:\*|\d+)?\s*\)\s*(?:as\s+\w+\s*)?from\s+[\w."`]+\s*;?\s*(?:format\s+\w+\s*)?;?\s*$/i.test(
    text.slice(0, 500),
  );
}

/** What may stand behind a statement: SETTINGS, FORMAT, a semicolon. @throws SyntaxFault at anything else */
function formatAfter(words: Words): { readonly format?: string } {
  let format: string | undefined;
  for (;;) {
    if (words.take('settings')) while (!/^(?:format|;|)$/i.test(words.peek().text)) words.next();
    else if (words.take('format')) format = words.next().text;
    else if (words.peek().kind === 'end') return format === undefined ? {} : { format };
    else if (!words.take(';')) words.fail();
  }
}

type Rows = Pick<Answer, 'columns' | 'rows'>;

const list = (name: string, values: readonly string[]): Rows => ({
  columns: [{ name, type: 'text' as const }],
  rows: values.map((one): readonly Value[] => [one]),
});

/** SHOW, DESCRIBE and EXISTS; undefined where it is none of these. */
function shownRows(setting: Setting, words: Words, database: string): Rows | undefined {
  const shop = shops.of(setting);
  const known = (path: readonly string[]) => {
    const table = tableOf(shop, path, database);
    if (table) return table;
    const relation = catalogueIn(setting, database, false).relation(path);
    if (!relation) throw new QueryFault('relation', path.join('.'));
    return { ...relation, database: path[0] ?? '' };
  };
  if (words.take('show')) return shownList(setting, words, database, (path) => createText(known(path)));
  if (words.take('describe') || words.take('desc')) {
    words.take('table');
    const { columns } = known(words.path());
    const names = [
      'name',
      'type',
      'default_type',
      'default_expression',
      'comment',
      'codec_expression',
      'ttl_expression',
    ];
    return {
      columns: names.map((name) => ({ name, type: 'text' })),
      rows: columns.map(({ name, type }) => [name, TYPES[type], '', '', '', '', '']),
    };
  }
  if (words.is('exists') && words.ahead(1) !== '(') {
    words.next();
    if (words.take('database'))
      return {
        columns: [{ name: 'result', type: 'small' }],
        rows: [[Number(shop.databases.includes(words.path()[0] ?? ''))]],
      };
    words.take('table');
    return {
      columns: [{ name: 'result', type: 'small' }],
      rows: [[Number(tableOf(shop, words.path(), database) !== undefined)]],
    };
  }
  return undefined;
}

function shownList(
  setting: Setting,
  words: Words,
  database: string,
  created: (path: readonly string[]) => string,
): Rows {
  const shop = shops.of(setting);
  words.take('full');
  words.take('temporary');
  if (words.take('databases')) return list('name', liked(words, [...shop.databases].sort()));
  if (words.take('tables')) {
    const from = words.take('from') || words.take('in') ? (words.path()[0] ?? database) : database;
    if (!shop.databases.includes(from)) throw new QueryFault('database', from);
    const own = shop.tables.filter((one) => one.database === from).map(({ name }) => name);
    const names = from === 'system' ? TABLE_NAMES : own;
    return list('name', liked(words, [...names].sort()));
  }
  if (words.take('grants')) {
    const format = words.is('format') ? ` FORMAT ${words.ahead(1)}` : '';
    return list(`GRANTS${format}`, ['GRANT ALL ON *.* TO default WITH GRANT OPTION']);
  }
  if (words.take('users')) return list('name', ['default']);
  if (words.take('processlist')) return list('query_id', []);
  if (!words.take('create')) {
    while (!/^(?:format|;|)$/i.test(words.peek().text)) words.next();
    return list('name', []);
  }
  if (words.take('database')) return list('statement', [`CREATE DATABASE ${words.path()[0] ?? ''}\nENGINE = Atomic`]);
  words.take('table');
  return list('statement', [created(words.path())]);
}

function liked(words: Words, names: readonly string[]): readonly string[] {
  const isNot = words.take('not');
  const isFolded = words.is('ilike');
  if (!words.take('like') && !words.take('ilike')) return names;
  const pattern = words.next().text.slice(0, 256).replaceAll('%', '*').replaceAll('_', '?');
  const fold = (text: string) => (isFolded ? text.toLowerCase() : text);
  return names.filter((name) => globMatches(fold(pattern), fold(name)) !== isNot);
}

export const ACTIVITIES: Readonly<Record<Intent, DatastoreTold['activity']>> = {
  connect: 'connect',
  look: 'query',
  read: 'read',
  write: 'write',
  destroy: 'delete',
  reach: 'other',
};
