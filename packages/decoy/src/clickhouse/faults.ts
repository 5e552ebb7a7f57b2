// Exceptions of ClickHouse, with the codes and words of its own. https://github.com/ClickHouse/ClickHouse/blob/v23.8.9.54-lts/src/Common/ErrorCodes.cpp
import { QueryFault } from '../sql/catalogue.ts';
import type { Meaning } from '../sql/intent.ts';
import { SyntaxFault } from '../sql/words.ts';
import { VERSION } from './told.ts';

export interface Exception {
  readonly code: number;
  /** `UNKNOWN_TABLE`. */
  readonly name: string;
  readonly text: string;
  /** `DB::Exception`, or a kind of it. */
  readonly kind: string;
}

export function exception(code: number, name: string, text: string, kind = 'DB::Exception'): Exception {
  return { code, name, text, kind };
}

/** As it stands in an answer over HTTP. */
export function exceptionText({ code, name, text, kind }: Exception): string {
  return `Code: ${code}. ${kind}: ${text}. (${name}) (version ${VERSION} (official build))\n`;
}

export const READONLY = exception(
  164,
  'READONLY',
  'default: Cannot execute query in readonly mode. For queries over HTTP, method GET implies readonly. You should use method POST for modifying queries',
);

/** Errors of other kinds are mistakes of ours, and go on. */
export function faultOf(error: unknown, sql: string, database: string): Exception {
  if (error instanceof SyntaxFault) return syntaxFault(sql, error.near);
  if (!(error instanceof QueryFault)) throw error;
  const named = error.named.slice(0, 200);
  switch (error.what) {
    case 'relation':
      return exception(
        60,
        'UNKNOWN_TABLE',
        `Table ${named.includes('.') ? named : `${database}.${named}`} does not exist`,
      );
    case 'database':
      return exception(81, 'UNKNOWN_DATABASE', `Database ${named} does not exist`);
    case 'column':
      return exception(
        47,
        'UNKNOWN_IDENTIFIER',
        `Missing columns: '${named}' while processing query: '${oneLine(sql)}', required columns: '${named}'`,
      );
    case 'function':
      return exception(46, 'UNKNOWN_FUNCTION', `Unknown function ${named}: While processing ${oneLine(sql)}`);
    case 'type':
      return exception(427, 'CANNOT_COMPILE_REGEXP', 'OptimizedRegularExpression: cannot compile re2');
    case 'zero':
      return exception(153, 'ILLEGAL_DIVISION', 'Division by zero');
    case 'cost':
      return exception(159, 'TIMEOUT_EXCEEDED', 'Timeout exceeded: elapsed 5.000412 seconds, maximum: 5');
  }
}

export function syntaxFault(sql: string, near: string): Exception {
  const at = near === '' ? -1 : sql.toLowerCase().indexOf(near.toLowerCase());
  const place = at < 0 ? `${sql.length + 1} (end of query)` : `${at + 1} ('${near.slice(0, 100)}')`;
  const rest = at < 0 ? '' : `: ${oneLine(sql.slice(at))}`;
  return exception(
    62,
    'SYNTAX_ERROR',
    `Syntax error: failed at position ${place}${rest}. Expected one of: Query, Query with output, EXPLAIN, SELECT query, possibly with UNION`,
  );
}

function oneLine(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim().slice(0, 160);
}

/** What a server behind a firewall says, on which nobody put files or scripts: nothing is opened and nothing is connected to. */
export function reached(
  { statement: { functions, verb } }: Meaning,
  sql: string,
): Exception | { readonly columns: []; readonly rows: [] } {
  const uses = (...names: readonly string[]) =>
    names.some((name) => functions.includes(name) || new RegExp(`\\b${name}\\s*\\(`, 'i').test(sql));
  if (uses('file')) {
    const [, path = ''] = /\bfile\s*\(\s*'([^']{0,200})'/i.exec(sql) ?? [];
    const isOutside = path.startsWith('/') || path.includes('..');
    return isOutside
      ? exception(291, 'DATABASE_ACCESS_DENIED', `File \`${path}\` is not inside \`/var/lib/clickhouse/user_files/\``)
      : exception(107, 'FILE_DOESNT_EXIST', `File /var/lib/clickhouse/user_files/${path} doesn't exist`);
  }
  if (uses('executable'))
    return exception(
      481,
      'UNSUPPORTED_METHOD',
      'Executable file does not exist inside user scripts folder /var/lib/clickhouse/user_scripts/',
    );
  if (uses('remote', 'remoteSecure', 'cluster', 'mysql', 'postgresql', 'mongodb', 'redis'))
    return exception(
      279,
      'ALL_CONNECTION_TRIES_FAILED',
      'All connection tries failed. Log: \n\nTimeout exceeded while connecting to socket, connection timeout 1000 ms\n\n',
      'DB::NetException',
    );
  if (verb === 'SYSTEM' || verb === 'KILL') return { columns: [], rows: [] };
  return exception(
    209,
    'SOCKET_TIMEOUT',
    'Timeout: connect timed out, while reading from the other side',
    'DB::NetException',
  );
}
