// The query log of a ClickHouse as its rows: asked for from a moment on, read-only, within scope. Values of statements are in the rows;
// whoever asks hands them on to what forgets them.
import { quoteText } from '../net/clickhouse-names.ts';
import { type ClickhouseSession, createClickhouseSession } from '../net/clickhouse-session.ts';
import type { NetHost } from '../net/connect.ts';
import { faultOf } from '../net/fault.ts';
import { parseStoreUrl } from '../net/location.ts';
import type { SourceFault } from '../source.ts';

/** Where to go on: rows of the moment itself that were given are named, since several may share it. */
export interface QueryLogPlace {
  /** As the store writes it, microseconds where it knows them. */
  readonly time: string;
  readonly queries: readonly string[];
}

interface QueryLogRows {
  /** Rows as objects, as JSONEachRow has them. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly place: QueryLogPlace;
}

export interface QueryLog {
  readonly where: string;
  /** The next rows. @param place undefined to begin with what comes from now on */
  readonly next: (place: QueryLogPlace | undefined, signal: AbortSignal) => Promise<QueryLogRows | SourceFault>;
}

const LIMIT_MS = 20_000;
const MOST_ROWS = 5_000;
/** What is read of a row, where the version has it. */
const COLUMNS =
  'type event_time event_time_microseconds query_start_time query_start_time_microseconds query_duration_ms read_rows read_bytes written_rows written_bytes result_rows result_bytes memory_usage current_database query normalized_query_hash query_kind databases tables columns exception_code is_initial_query user query_id address port initial_user initial_query_id initial_address interface os_user client_hostname client_name http_method http_user_agent http_referer forwarded_for quota_key log_comment is_internal'.split(
    ' ',
  );
/** A mark in our own statements, by which they are left out. */
const OWN = 'vigie reads the query log';

/**
 * Opens the query log. Nothing is connected to before the first question.
 *
 * @param url `clickhouse://user:password@host:port`
 * @param password in the place of the one in the URL
 */
export function openClickhouseQueryLog(url: string, host: NetHost, password?: string): QueryLog | SourceFault {
  const location = parseStoreUrl(url);
  if ('code' in location) return location;
  if (location.product !== 'clickhouse')
    return faultOf('broken', 'the URL', 'query logs are read from clickhouse:// only');
  const entered = password === undefined ? location : { ...location, password: { reveal: () => password } };
  const session = createClickhouseSession(entered, host);
  let known: Known | undefined;
  return {
    where: session.where,
    next: async (place, signal) => {
      const columns = known ?? (await columnsOf(session, signal));
      if ('code' in columns) return columns;
      known = columns;
      return place === undefined ? begin(session, columns, signal) : rowsBehind(session, columns, place, signal);
    },
  };
}

interface Known {
  readonly names: readonly string[];
  /** The finest time that the version has. */
  readonly time: string;
}

async function columnsOf(session: ClickhouseSession, signal: AbortSignal): Promise<Known | SourceFault> {
  const sql = `SELECT name FROM system.columns WHERE database = 'system' AND table = 'query_log' /* ${OWN} */`;
  const rows = await session.rows({ sql, signal, limitMs: LIMIT_MS });
  if ('code' in rows) return rows;
  const there = new Set(rows.map(([name]) => String(name)));
  if (there.size === 0) {
    return faultOf('unreachable', session.where, 'there is no system.query_log yet, or the user may not see it');
  }
  const names = COLUMNS.filter((name) => there.has(name));
  return { names, time: there.has('event_time_microseconds') ? 'event_time_microseconds' : 'event_time' };
}

async function begin(
  session: ClickhouseSession,
  { time }: Known,
  signal: AbortSignal,
): Promise<QueryLogRows | SourceFault> {
  const sql = `SELECT toString(max(${time})) FROM system.query_log /* ${OWN} */`;
  const rows = await session.rows({ sql, signal, limitMs: LIMIT_MS });
  if ('code' in rows) return rows;
  return { rows: [], place: { time: String(rows[0]?.[0] ?? ''), queries: [] } };
}

async function rowsBehind(
  session: ClickhouseSession,
  { names, time }: Known,
  place: QueryLogPlace,
  signal: AbortSignal,
): Promise<QueryLogRows | SourceFault> {
  // The day bounds what is read: the log is ordered by it.
  const day = place.time.slice(0, 10);
  const since =
    place.time === '' ? '1' : `event_date >= ${quoteText(day)} AND toString(${time}) >= ${quoteText(place.time)}`;
  const sql = `SELECT toString(${time}), ${names.join(', ')} FROM system.query_log WHERE ${since} AND query NOT LIKE ${quoteText(`%${OWN}%`)} ORDER BY ${time}, query_id, type LIMIT ${MOST_ROWS} /* ${OWN} */`;
  const answer = await session.rows({ sql, signal, limitMs: LIMIT_MS });
  if ('code' in answer) return answer;
  const idAt = names.indexOf('query_id') + 1;
  const typeAt = names.indexOf('type') + 1;
  const keyOf = (row: readonly unknown[]) => `${String(row[idAt])} ${String(row[typeAt])}`;
  const fresh = answer.filter((row) => String(row[0]) !== place.time || !place.queries.includes(keyOf(row)));
  const last = answer.at(-1);
  const lastTime = last === undefined ? place.time : String(last[0]);
  const sameMoment = answer.filter((row) => String(row[0]) === lastTime).map(keyOf);
  return {
    rows: fresh.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at + 1]]))),
    place: { time: lastTime, queries: sameMoment },
  };
}
