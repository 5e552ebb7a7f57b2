// A statement to the decoy ClickHouse, and the rows or the error that it answers.
import type { DatastoreTold } from '@vigie/detect';
import type { Intent, Setting } from '../decoy.ts';
import { QueryFault } from '../sql/catalogue.ts';
import { type Meaning, meaningOf } from '../sql/intent.ts';
import { parseSelect } from '../sql/parse-select.ts';
import { type Answer, runSelect } from '../sql/run-select.ts';
import { tokensOf } from '../sql/tokens.ts';
import type { Value } from '../sql/tree.ts';
import { SyntaxFault, type Words, wordsOf } from '../sql/words.ts';
import { catalogueOf, createText, DATABASE, honeyTable, TYPES, VERSION } from './catalogue.ts';

export interface Outcome {
  /** Rows, or an exception with the code of ClickHouse. */
  readonly result: Pick<Answer, 'columns' | 'rows'> | Exception;
  /** Of the clause FORMAT. */
  readonly format?: string;
  readonly intent: Intent;
  readonly words: string;
  readonly meaning: Meaning;
  readonly rows?: number;
}

interface Exception {
  readonly code: number;
  readonly message: string;
}

/** Longer statements are uploads. */
const MAX_READ = 64 * 1024;

export function answer(setting: Setting, sql: string, isReadonly: boolean): Outcome {
  const text = sql.slice(0, MAX_READ);
  const meaning = meaningOf(text, 'clickhouse');
  const { intent, words } = meaning;
  if (intent === 'reach')
    return {
      result: exception(291, 'Access to the requested resource is denied', 'DATABASE_ACCESS_DENIED'),
      intent,
      words,
      meaning,
    };
  if (intent === 'write' || intent === 'destroy') {
    const refusal = exception(
      164,
      'default: Cannot execute query in readonly mode. For queries over HTTP, method GET implies readonly. You should use method POST for modifying queries.',
      'READONLY',
    );
    return { result: isReadonly ? refusal : NOTHING, intent, words, meaning };
  }
  try {
    return asked(setting, text, isReadonly, meaning);
  } catch (error) {
    return { result: faultOf(error), intent: 'look', words: 'asked what could not be answered', meaning };
  }
}

const NOTHING = { columns: [], rows: [] };

function exception(code: number, message: string, name: string): Exception {
  return { code, message: `Code: ${code}. DB::Exception: ${message}. (${name}) (version ${VERSION} (official build))` };
}

/** Errors of other kinds are mistakes of ours, and go on. */
function faultOf(error: unknown): Exception {
  if (error instanceof SyntaxFault) return syntaxFault(error.near);
  if (!(error instanceof QueryFault)) throw error;
  const named = error.named.slice(0, 200);
  switch (error.what) {
    case 'relation':
      return exception(
        60,
        `Table ${named.includes('.') ? named : `${DATABASE}.${named}`} does not exist`,
        'UNKNOWN_TABLE',
      );
    case 'column':
      return exception(47, `Missing columns: '${named}' while processing query`, 'UNKNOWN_IDENTIFIER');
    case 'function':
      return exception(46, `Unknown function ${named}`, 'UNKNOWN_FUNCTION');
    case 'type':
      return exception(427, 'OptimizedRegularExpression: cannot compile', 'CANNOT_COMPILE_REGEXP');
    case 'cost':
      return exception(159, 'Timeout exceeded: elapsed 5.000 seconds, maximum: 5', 'TIMEOUT_EXCEEDED');
  }
}

function syntaxFault(near: string): Exception {
  return exception(62, `Syntax error: failed at position 1 ('${near.slice(0, 100)}')`, 'SYNTAX_ERROR');
}

function asked(setting: Setting, text: string, isReadonly: boolean, meaning: Meaning): Outcome {
  const tokens = tokensOf(text);
  if (!tokens)
    return { result: syntaxFault(text.slice(-20)), intent: 'look', words: 'sent what is no statement', meaning };
  const words = wordsOf(tokens, false);
  const shown = shownRows(setting, words);
  if (shown) return { result: shown, ...formatAfter(words), intent: 'look', words: 'asked what there is', meaning };
  if (words.take('use') || words.take('set'))
    return { result: NOTHING, intent: 'look', words: 'chose a setting', meaning };
  const { honey, now, since } = setting;
  const select = parseSelect(words);
  const format = formatAfter(words);
  const result = runSelect(select, catalogueOf({ honey, now: now(), since, isReadonly }));
  const isRead = result.honey.length > 0 && result.rows.length > 0 && !isCount(text);
  return {
    result,
    ...format,
    intent: isRead ? 'read' : 'look',
    words: isRead ? `read ${result.rows.length} rows of ${result.honey.join(' and ')}` : 'asked what there is',
    meaning,
    rows: result.rows.length,
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

/** SHOW, DESCRIBE and EXISTS; undefined where it is none of these. */
function shownRows({ honey }: Setting, words: Words): Pick<Answer, 'columns' | 'rows'> | undefined {
  const list = (name: string, values: readonly string[]) => ({
    columns: [{ name, type: 'text' as const }],
    rows: values.map((one): readonly Value[] => [one]),
  });
  const tableOf = (path: readonly string[]) => {
    const table = honeyTable(honey, path);
    if (!table) throw new QueryFault('relation', path.join('.'));
    return table;
  };
  if (words.take('show')) {
    words.take('full');
    if (words.take('databases')) return list('name', ['INFORMATION_SCHEMA', DATABASE, 'information_schema', 'system']);
    if (words.take('tables')) {
      const from = words.take('from') || words.take('in') ? words.path()[0] : DATABASE;
      return list(
        'name',
        from === DATABASE
          ? honey.tables.map(({ name }) => name).sort()
          : from === 'system'
            ? ['columns', 'databases', 'parts', 'query_log', 'tables', 'users']
            : [],
      );
    }
    if (words.take('grants')) return list('GRANTS FORMAT TSV', ['GRANT ALL ON *.* TO default WITH GRANT OPTION']);
    if (words.take('users')) return list('name', ['default']);
    if (words.take('processlist')) return list('query_id', []);
    if (!words.take('create')) return list('name', []);
    words.take('table');
    return list('statement', [createText(tableOf(words.path()))]);
  }
  if (words.take('describe') || words.take('desc')) {
    words.take('table');
    const { columns } = tableOf(words.path());
    return {
      columns: [
        'name',
        'type',
        'default_type',
        'default_expression',
        'comment',
        'codec_expression',
        'ttl_expression',
      ].map((name) => ({ name, type: 'text' })),
      rows: columns.map(({ name, type }) => [name, TYPES[type], '', '', '', '', '']),
    };
  }
  if (words.is('exists') && words.ahead(1) !== '(') {
    words.next();
    words.take('table');
    return { columns: [{ name: 'result', type: 'integer' }], rows: [[honeyTable(honey, words.path()) ? 1 : 0]] };
  }
  return undefined;
}

export const ACTIVITIES: Readonly<Record<Intent, DatastoreTold['activity']>> = {
  connect: 'connect',
  look: 'query',
  read: 'read',
  write: 'write',
  destroy: 'delete',
  reach: 'other',
};
