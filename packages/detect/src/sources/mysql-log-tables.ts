// Rows of `mysql.general_log` and `mysql.slow_log` as JSON, which servers of MySQL's family write in the place of files where
// `log_output = TABLE`. Each row says whose it is, so that statements cannot be made to look like others' rows, as they can in the files.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { instantOf } from '../events/times.ts';
import { countOf, textOf } from './foreign.ts';
import { accountOf } from './mysql-account.ts';
import { type MysqlConnection, mysqlCommandIn } from './mysql-general.ts';
import { createRecent } from './recent.ts';
import type { Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

/** What the slow log writes where a command was no statement. */
const NO_STATEMENT = /^(?:# )?administrator command: /;

export const mysqlLogTables: Source = {
  name: 'mysql-log-tables',
  title: 'MySQL and MariaDB, rows of mysql.general_log and mysql.slow_log as JSON',
  reference:
    'https://dev.mysql.com/doc/refman/8.4/en/log-destinations.html, https://mariadb.com/kb/en/mysqlslow_log-table/',
  tells:
    'the general log: connections, sign-ins (known by the first command) and refused ones, statements; the slow log: statements with rows and duration',
  jsonKeys: ['user_host'],
  open: (before) => {
    const connections = createRecent<MysqlConnection>(isRecord(before) ? before.connections : undefined);
    return {
      state: () => ({ connections: connections.state() }),
      fromJson: (row) => {
        if (typeof row.user_host !== 'string') return undefined;
        if (typeof row.sql_text === 'string') return slowRow(row, row.user_host, row.sql_text);
        const { command_type: command, argument } = row;
        const id = numberOf(row.thread_id);
        if (typeof command !== 'string' || typeof argument !== 'string' || id === undefined) return undefined;
        const { connection, events } = mysqlCommandIn({
          id,
          uid: `general_log ${String(row.server_id)} ${id} ${String(row.event_time)}`,
          command,
          rest: argument,
          time: timeOf(row.event_time),
          before: known(connections.get(id), row.user_host, command),
        });
        if (connection === undefined) connections.delete(id);
        else connections.set(id, connection);
        return events;
      },
    };
  },
};

/** A connection that was there before the log was: its row says whose it is. */
function known(before: MysqlConnection | undefined, userHost: string, command: string): MysqlConnection | undefined {
  return before ?? (command === 'Connect' ? undefined : accountOf(userHost.slice(0, MAX_ACCOUNT)));
}

const MAX_ACCOUNT = 700;

function slowRow(row: Fields, userHost: string, query: string): readonly Fields[] {
  if (query === '' || NO_STATEMENT.test(query)) return [];
  const told = {
    time: timeOf(row.start_time),
    product: 'mysql',
    service: 'slow_query',
    category: 'database',
    uid: `slow_log ${String(row.thread_id)} ${String(row.start_time)} ${String(row.query_time)}`,
    ...accountOf(userHost.slice(0, MAX_ACCOUNT)),
    session: numberOf(row.thread_id),
    durationMs: durationOf(row.query_time),
    database: textOf(row.db),
    query,
    // Of whoever reads both tables the general log has told that the statement was run.
    accesses: row.general_log === true ? 0 : undefined,
    rowsRead: countOf(row.rows_examined),
    rowsReturned: countOf(row.rows_sent),
    rowsWritten: countOf(row.rows_affected),
  } as const;
  return [sqlEvent(told, 'mysql')];
}

function numberOf(value: unknown): string | undefined {
  const count = countOf(value);
  return count === undefined ? undefined : String(count);
}

/** Seconds since 1970 with a fraction, as UNIX_TIMESTAMP() gives them, or a time without a zone. */
function timeOf(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{9,11}(?:\.\d{1,6})?$/.test(value)
    ? Math.round(Number(value) * 1e3)
    : instantOf(value);
}

/** `00:00:00.000497` in milliseconds. */
function durationOf(value: unknown): number | undefined {
  const [, hours, minutes, seconds] = /^(\d{1,4}):(\d\d):(\d\d(?:\.\d{1,6})?)$/.exec(String(value)) ?? [];
  return seconds === undefined
    ? undefined
    : Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1e6) / 1e3;
}
