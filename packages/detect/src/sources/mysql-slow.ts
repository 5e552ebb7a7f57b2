// The slow query log of MySQL, Percona Server and MariaDB: lines of comments that tell who, how long and how much, then the statement. With
// `long_query_time = 0` it tells of every statement; it is the log that knows the rows and bytes that were sent.
import type { Fields } from '../events/event.ts';
import { instantOf } from '../events/times.ts';
import { countOf, textOf } from './foreign.ts';
import { accountOf, shortTime } from './mysql-account.ts';
import { MYSQL_HEADING } from './mysql-heading.ts';
import type { Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

const BEGIN = /^# (?:Time: |User@Host: )/;
/** `USE` and `SET timestamp` are written by the log. */
const OWN =
  /^(?:use (?<database>.{1,130});|SET (?:last_insert_id=\d+,|insert_id=\d+,)*timestamp=(?<time>\d{1,12})(?:\.\d{1,6})?;)$/;
const MAX_COMMENT = 4096;

export const mysqlSlow: Source = {
  name: 'mysql-slow',
  title: 'MySQL and MariaDB, slow query log',
  reference:
    'https://dev.mysql.com/doc/refman/8.4/en/slow-query-log.html, https://mariadb.com/kb/en/slow-query-log-overview/',
  tells: 'statements with rows, bytes and duration, errors where log_slow_extra is on; no sign-ins',
  open: () => {
    let hasStatement = false;
    let isHeading = false;
    return {
      begins: (line) => BEGIN.test(line) || MYSQL_HEADING.test(line),
      goesOn: (record, line, lines) => {
        if (lines === 1) {
          hasStatement = false;
          isHeading = MYSQL_HEADING.test(record);
        }
        if (isHeading || MYSQL_HEADING.test(line) || line.startsWith('# Time: ')) return false;
        if (hasStatement && BEGIN.test(line)) return false;
        hasStatement ||= !line.startsWith('#');
        return true;
      },
      fromText: (record) => {
        if (MYSQL_HEADING.test(record)) return [];
        return BEGIN.test(record) ? eventsOf(record) : undefined;
      },
    };
  },
};

function eventsOf(record: string): readonly Fields[] | undefined {
  const { comments, own, query } = parted(record);
  const account = accountOf(/^# User@Host: (.{1,700})$/m.exec(comments)?.[1] ?? '');
  // A heading with the time alone, or a command that is no statement.
  if (account === undefined || query === '') return comments === '' ? undefined : [];
  const numbers = numbersIn(comments);
  const error = countOf(numbers.get('Errno') ?? numbers.get('Last_errno'));
  const database = own.database ?? textOf(numbers.get('Schema'));
  const told = {
    time: own.time ?? timeIn(comments),
    product: 'mysql',
    service: 'slow_query',
    category: 'database',
    ...account,
    session: numbers.get('Thread_id') ?? numbers.get('Id'),
    durationMs: millisecondsOf(numbers.get('Query_time')),
    outcome: error === undefined ? 'unknown' : error === 0 ? 'success' : 'failure',
    errorCode: error === 0 ? undefined : error,
    database,
    query,
    rowsRead: countOf(numbers.get('Rows_examined')),
    rowsReturned: countOf(numbers.get('Rows_sent')),
    rowsWritten: countOf(numbers.get('Rows_affected')),
    bytesReturned: countOf(numbers.get('Bytes_sent')),
  } as const;
  return [sqlEvent(told, 'mysql')];
}

interface Parts {
  readonly comments: string;
  readonly own: { readonly database?: string; readonly time?: number };
  readonly query: string;
}

function parted(record: string): Parts {
  let at = 0;
  let own: Parts['own'] = {};
  let commentsEnd = 0;
  while (at < record.length) {
    const feed = record.indexOf('\n', at);
    const end = feed < 0 ? record.length : feed;
    const line = end - at > MAX_COMMENT ? '' : record.slice(at, end);
    const written = OWN.exec(line)?.groups;
    if (line.startsWith('#')) commentsEnd = end;
    else if (written === undefined) break;
    const { database, time } = written ?? {};
    own = {
      ...own,
      ...(database !== undefined && { database: database.replace(/^`(.*)`$/, '$1') }),
      ...(time !== undefined && { time: Number(time) * 1000 }),
    };
    at = end + 1;
  }
  return { comments: record.slice(0, commentsEnd), own, query: record.slice(at).replace(/;\s{0,16}$/, '') };
}

/** `Name: value` pairs; a name without a value is followed by the next name. */
function numbersIn(comments: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of comments.split('\n')) {
    if (!line.startsWith('# ') || line.startsWith('# explain:') || line.startsWith('# Time:')) continue;
    const words = line.slice(2, MAX_COMMENT).split(/\s+/);
    for (const [index, word] of words.entries()) {
      const value = words[index + 1];
      if (word.endsWith(':') && value !== undefined && !value.endsWith(':')) found.set(word.slice(0, -1), value);
    }
  }
  return found;
}

function timeIn(comments: string): number | undefined {
  const [, written] = /^# Time: (.{1,40})$/m.exec(comments) ?? [];
  return written === undefined ? undefined : instantOf(shortTime(written));
}

function millisecondsOf(seconds: string | undefined): number | undefined {
  return seconds !== undefined && /^\d{1,9}(?:\.\d{1,9})?$/.test(seconds)
    ? Math.round(Number(seconds) * 1e6) / 1e3
    : undefined;
}
