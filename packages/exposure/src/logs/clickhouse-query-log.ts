// `system.query_log` of a ClickHouse, as its rows.
import { quoteText } from '../net/clickhouse-names.ts';
import { type ClickhouseSession, createClickhouseSession } from '../net/clickhouse-session.ts';
import type { NetHost } from '../net/connect.ts';
import { faultOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import type { SourceFault } from '../source.ts';
import { markOf, type QueryLog, type QueryLogPage, type QueryLogPlace } from './query-log.ts';

/** Where to go on: rows of the moment itself that were given are named, since several may share it. */
interface Place {
  /** As the store writes it, microseconds where it knows them. */
  readonly time: string;
  readonly queries: readonly string[];
  readonly mark: string;
}

const LIMIT_MS = 20_000;
const MOST_ROWS = 5_000;
/** What is read of a row, where the version has it. */
const COLUMNS =
  'type event_time event_time_microseconds query_start_time query_start_time_microseconds query_duration_ms read_rows read_bytes written_rows written_bytes result_rows result_bytes memory_usage current_database query normalized_query_hash query_kind databases tables columns exception_code is_initial_query user query_id address port initial_user initial_query_id initial_address interface os_user client_hostname client_name http_method http_user_agent http_referer forwarded_for quota_key log_comment is_internal'.split(
    ' ',
  );

/** Nothing is connected to before the first question. */
export function openClickhouseQueryLog(location: StoreLocation, host: NetHost, mark: string): QueryLog {
  const session = createClickhouseSession(location, host);
  let known: Known | undefined;
  return {
    where: session.where,
    source: 'clickhouse-query-log',
    next: async (before, signal) => {
      const place = isPlace(before) ? before : undefined;
      const asked: Asked = { session, mark: markOf(before, mark), signal };
      const columns = known ?? (await columnsOf(asked));
      if ('code' in columns) return columns;
      known = columns;
      return place === undefined ? begin(asked, columns) : rowsBehind(asked, columns, place);
    },
    close: () => {},
  };
}

function isPlace(place: QueryLogPlace): place is Place {
  return typeof place === 'object' && place !== null && 'time' in place && 'queries' in place;
}

interface Asked {
  readonly session: ClickhouseSession;
  readonly mark: string;
  readonly signal: AbortSignal;
}

interface Known {
  readonly names: readonly string[];
  /** The finest time that the version has. */
  readonly time: string;
}

function ask({ session, mark, signal }: Asked, sql: string): ReturnType<ClickhouseSession['rows']> {
  return session.rows({ sql: `${sql} /* vigie ${mark} */`, signal, limitMs: LIMIT_MS });
}

async function columnsOf(asked: Asked): Promise<Known | SourceFault> {
  const rows = await ask(asked, "SELECT name FROM system.columns WHERE database = 'system' AND table = 'query_log'");
  if ('code' in rows) return rows;
  const there = new Set(rows.map(([name]) => String(name)));
  if (there.size === 0) {
    return faultOf(
      'unreachable',
      asked.session.where,
      'there is no system.query_log yet, or the user may not see it: set log_queries = 1 and a <query_log> in its configuration, and grant SELECT on it',
    );
  }
  const names = COLUMNS.filter((name) => there.has(name));
  return { names, time: there.has('event_time_microseconds') ? 'event_time_microseconds' : 'event_time' };
}

async function begin(asked: Asked, { time }: Known): Promise<QueryLogPage | SourceFault> {
  const rows = await ask(asked, `SELECT toString(max(${time})) FROM system.query_log`);
  if ('code' in rows) return rows;
  const place: Place = { time: String(rows[0]?.[0] ?? ''), queries: [], mark: asked.mark };
  return { entries: [], place, isMore: false };
}

async function rowsBehind(asked: Asked, { names, time }: Known, place: Place): Promise<QueryLogPage | SourceFault> {
  // The day bounds what is read: the log is ordered by it.
  const day = place.time.slice(0, 10);
  const since =
    place.time === '' ? '1' : `event_date >= ${quoteText(day)} AND toString(${time}) >= ${quoteText(place.time)}`;
  const answer = await ask(
    asked,
    `SELECT toString(${time}), ${names.join(', ')} FROM system.query_log WHERE ${since} AND query NOT LIKE ${quoteText(`%${asked.mark}%`)} ORDER BY ${time}, query_id, type LIMIT ${MOST_ROWS}`,
  );
  if ('code' in answer) return answer;
  const idAt = names.indexOf('query_id') + 1;
  const typeAt = names.indexOf('type') + 1;
  const keyOf = (row: readonly unknown[]) => `${String(row[idAt])} ${String(row[typeAt])}`;
  const fresh = answer.filter((row) => String(row[0]) !== place.time || !place.queries.includes(keyOf(row)));
  const last = answer.at(-1);
  const lastTime = last === undefined ? place.time : String(last[0]);
  const sameMoment = answer.filter((row) => String(row[0]) === lastTime).map(keyOf);
  const next: Place = { time: lastTime, queries: sameMoment, mark: asked.mark };
  return {
    entries: fresh.map((row) => ({
      text: JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at + 1]]))),
    })),
    place: next,
    isMore: answer.length === MOST_ROWS && fresh.length > 0,
  };
}
