// `mysql.general_log` and `mysql.slow_log` of MySQL and MariaDB, which hold what was asked where `log_output = TABLE`.
// https://dev.mysql.com/doc/refman/8.4/en/log-destinations.html, https://mariadb.com/kb/en/writing-logs-into-tables/
//
// The tables have no key, and their times are no order: the slow log tells when a statement began, in the order in which they ended. But they
// are only ever added to, as they are tables of CSV (MyISAM at most), and read from their beginning in the order in which they were
// written. So the place is the number of rows before it, with a hash of the last one, by which a table that was emptied or exchanged is seen.
//
// `performance_schema.events_statements_history_long` knows rows, too, and is not read: it is a ring that is off as a rule, names no
// account, and forgets the statements of a connection with it.
import { createHash } from 'node:crypto';
import type { NetHost } from '../net/connect.ts';
import { faultOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import { createMysqlSession, type MysqlSession } from '../net/mysql-session.ts';
import type { SourceFault } from '../source.ts';
import { markOf, type QueryLog, type QueryLogEntry, type QueryLogPage, type QueryLogPlace } from './query-log.ts';

type TableName = 'general_log' | 'slow_log';

interface Place {
  readonly mark: string;
  /** Of a table that was not read yet, nothing. */
  readonly tables: Readonly<Partial<Record<TableName, TablePlace>>>;
}

interface TablePlace {
  /** Rows that were read. */
  readonly rows: number;
  /** A hash of the last of them; empty where there is none. */
  readonly last: string;
}

const LIMIT_MS = 60_000;
const MOST_ROWS = 2_000;
/** Of a statement so many characters are read: what it does stands at its beginning. */
const MOST_TEXT = 65_536;
/** What is logged is asked about again behind so many pages. */
const SETTINGS_PAGES = 20;

/** The text of a statement stands last: it is what is cut off. */
function columnsOf(table: TableName, { hasAffected }: Settings): readonly string[] {
  if (table === 'general_log') return ['event_time', 'user_host', 'thread_id', 'server_id', 'command_type', 'argument'];
  const amounts = ['query_time', 'rows_sent', 'rows_examined', ...(hasAffected ? ['rows_affected'] : [])];
  return ['start_time', 'user_host', 'thread_id', ...amounts, 'db', 'sql_text'];
}

const OFF =
  "it keeps neither log in a table: whoever owns it can switch one on with SET GLOBAL log_output = 'TABLE', GLOBAL general_log = ON";
const NO_RIGHT = 'the user may not read its logs: GRANT SELECT ON mysql.general_log TO this user, and mysql.slow_log';

/** Nothing is connected to before the first question. */
export function openMysqlLogTables(location: StoreLocation, host: NetHost, mark: string): QueryLog {
  const session = createMysqlSession(location, host);
  let settings: Settings | undefined;
  let pages = 0;
  return {
    where: session.where,
    source: 'mysql-log-tables',
    async next(before, signal) {
      const place = isPlace(before) ? before : undefined;
      const asked: Asked = { session, mark: markOf(before, mark), signal };
      if (settings === undefined || pages >= SETTINGS_PAGES) {
        const told = await settingsOf(asked);
        if ('code' in told) return told;
        settings = told;
        pages = 0;
      }
      pages += 1;
      const page = await pageOf(asked, settings, place);
      if ('code' in page) settings = undefined;
      return page;
    },
    close: session.close,
  };
}

function isPlace(place: QueryLogPlace): place is Place {
  return typeof place === 'object' && place !== null && 'tables' in place;
}

interface Asked {
  readonly session: MysqlSession;
  readonly mark: string;
  readonly signal: AbortSignal;
}

function ask({ session, mark, signal }: Asked, sql: string): ReturnType<MysqlSession['rows']> {
  return session.rows({ sql: `${sql} /* vigie ${mark} */`, signal, limitMs: LIMIT_MS });
}

// ---- what is logged

interface Settings {
  /** Tables that are written to now. */
  readonly on: readonly TableName[];
  /** MariaDB's slow log knows how many rows a statement changed. */
  readonly hasAffected: boolean;
}

async function settingsOf(asked: Asked): Promise<Settings | SourceFault> {
  const rows = await ask(
    asked,
    `SELECT @@global.log_output, @@global.general_log, @@global.slow_query_log, (SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'mysql' AND TABLE_NAME = 'slow_log' AND COLUMN_NAME = 'rows_affected')`,
  );
  if ('code' in rows) return rows;
  const [output, general, slow, affected] = rows[0] ?? [];
  const isTable = /(?:^|,)TABLE(?:,|$)/i.test(output ?? '');
  const on: TableName[] = [];
  if (isTable && isOn(general)) on.push('general_log');
  if (isTable && isOn(slow)) on.push('slow_log');
  return on.length === 0 ? faultOf('unsupported', asked.session.where, OFF) : { on, hasAffected: affected === '1' };
}

function isOn(value: string | null | undefined): boolean {
  return value === '1' || value === 'ON';
}

// ---- rows

async function pageOf(
  asked: Asked,
  settings: Settings,
  before: Place | undefined,
): Promise<QueryLogPage | SourceFault> {
  const { on } = settings;
  const entries: QueryLogEntry[] = [];
  const tables: Partial<Record<TableName, TablePlace>> = { ...before?.tables };
  const notes: string[] = [];
  let isMore = false;
  for (const table of on) {
    const known = tables[table];
    const asking = { ...asked, table, columns: columnsOf(table, settings) };
    const read = known === undefined ? await endOf(asking) : await rowsBehind(asking, known);
    if ('code' in read) return denied(read) ? faultOf('refused', read.where, NO_RIGHT) : read;
    tables[table] = read.place;
    if (read.note !== undefined) notes.push(read.note);
    isMore ||= read.isMore;
    // The general log has told of the statement when it began.
    const more = table === 'slow_log' && on.includes('general_log') ? { general_log: true } : {};
    // Rows of both have numbers of their own, whichever of them are there when they are read again.
    const odd = table === 'slow_log' ? 1 : 0;
    for (const { row, number } of read.rows)
      entries.push({ text: JSON.stringify({ ...row, ...more }), at: 2 * number + odd });
  }
  const place: Place = { mark: asked.mark, tables };
  return { entries, place, isMore, ...(notes.length > 0 && { note: notes.join('; ') }) };
}

/** Errors 1142, 1143 and 1044, told by the session. */
function denied({ code, message }: SourceFault): boolean {
  return code === 'refused' && /\(error (?:1142|1143|1044)\)/.test(message);
}

interface AskedTable extends Asked {
  readonly table: TableName;
  readonly columns: readonly string[];
}

interface Read {
  readonly rows: readonly { readonly row: Readonly<Record<string, string | null>>; readonly number: number }[];
  readonly place: TablePlace;
  readonly isMore: boolean;
  readonly note?: string;
}

async function endOf(asked: AskedTable): Promise<Read | SourceFault> {
  const counted = await ask(asked, `SELECT COUNT(*) FROM mysql.${asked.table}`);
  if ('code' in counted) return counted;
  const rows = Number(counted[0]?.[0] ?? 0);
  const last = rows === 0 ? [] : await selected(asked, rows - 1, 1);
  if ('code' in last) return last;
  return { rows: [], place: { rows: last.length === 0 ? 0 : rows, last: hashOf(last[0]) }, isMore: false };
}

async function rowsBehind(asked: AskedTable, place: TablePlace): Promise<Read | SourceFault> {
  const overlap = place.rows === 0 ? 0 : 1;
  const found = await selected(asked, place.rows - overlap, MOST_ROWS + overlap);
  if ('code' in found) return found;
  if (overlap === 1 && hashOf(found[0]) !== place.last) {
    const again = await rowsBehind(asked, { rows: 0, last: '' });
    const note = `mysql.${asked.table} was emptied or exchanged: what stood in it and was not read yet is not seen`;
    return 'code' in again ? again : { ...again, note };
  }
  const fresh = found.slice(overlap);
  return {
    rows: fresh.flatMap((row, at) =>
      isOwn(row, asked.mark) ? [] : [{ row: objectOf(asked, row), number: place.rows + at }],
    ),
    place: fresh.length === 0 ? place : { rows: place.rows + fresh.length, last: hashOf(fresh.at(-1)) },
    isMore: fresh.length === MOST_ROWS,
  };
}

type Row = readonly (string | null)[];

/** Without an order that is asked for, rows come in the order in which they were added. */
function selected(asked: AskedTable, from: number, most: number): Promise<readonly Row[] | SourceFault> {
  const { table, columns } = asked;
  const list = columns.map((name, at) => {
    if (name.endsWith('_time') && name !== 'query_time') return `UNIX_TIMESTAMP(${name})`;
    return at === columns.length - 1 ? `LEFT(${name}, ${MOST_TEXT})` : name;
  });
  return ask(asked, `SELECT ${list.join(', ')} FROM mysql.${table} LIMIT ${most} OFFSET ${from}`);
}

function objectOf({ columns }: AskedTable, row: Row): Readonly<Record<string, string | null>> {
  return Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null]));
}

function isOwn(row: Row, mark: string): boolean {
  return row.at(-1)?.includes(mark) === true;
}

function hashOf(row: Row | undefined): string {
  return row === undefined ? '' : createHash('sha256').update(JSON.stringify(row)).digest('base64url').slice(0, 22);
}
