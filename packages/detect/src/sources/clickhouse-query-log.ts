// ClickHouse's `system.query_log` as rows of JSONEachRow, of any version: 18.16 writes the type as a number, addresses as bytes and no
// code of an exception, later ones have them all.

import type { Fields } from '../events/event.ts';
import { authenticationEvent, present, type Told } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { countOf, placeOf, portOf, textOf, textsOf } from './foreign.ts';
import type { RecordReader, Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

const TYPES = ['', 'QueryStart', 'QueryFinish', 'ExceptionBeforeStart', 'ExceptionWhileProcessing'] as const;
type Type = (typeof TYPES)[number];

/**
 * Codes with which a login is refused: UNKNOWN_USER, WRONG_PASSWORD, REQUIRED_PASSWORD, IP_ADDRESS_NOT_ALLOWED, AUTHENTICATION_FAILED
 * (src/Common/ErrorCodes.cpp).
 */
const REFUSED_LOGINS: ReadonlySet<number> = new Set([192, 193, 194, 195, 516]);

const REFERENCE = 'https://clickhouse.com/docs/operations/system-tables/query_log';

/** One event for each query: its end, whether it succeeded or failed. */
export const clickhouseQueryLog: Source = {
  name: 'clickhouse-query-log',
  title: 'ClickHouse, system.query_log as JSONEachRow',
  reference: REFERENCE,
  tells: 'queries with user, client, tables and columns, errors by code, rows and bytes; no sign-ins',
  jsonKeys: ['query_id'],
  open: () => reader(false),
};

/** For who wants to hear of a long query before it ends. */
export const clickhouseQueryLogWithStarts: Source = {
  name: 'clickhouse-query-log-with-starts',
  title: 'ClickHouse, system.query_log with an event where a query starts, too; only by this name',
  reference: REFERENCE,
  jsonKeys: ['query_id'],
  open: () => reader(true),
};

function reader(hasStarts: boolean): RecordReader {
  return {
    fromJson: (row) => {
      const type = typeof row.query_id === 'string' ? typeOf(row.type) : undefined;
      if (type === undefined || !('query_start_time' in row || 'initial_query_id' in row)) return undefined;
      // What the server asks of itself (flushes, refreshes of views) is nobody's access.
      if (countOf(row.is_internal) === 1 || (type === 'QueryStart' && !hasStarts)) return [];
      return [eventOf(row, type)];
    },
  };
}

function typeOf(value: unknown): Type | undefined {
  const named = typeof value === 'number' ? TYPES[value] : TYPES.find((type) => type === value);
  return named === '' ? undefined : named;
}

function eventOf(row: Fields, type: Type): Fields {
  const error = type === 'QueryFinish' || type === 'QueryStart' ? undefined : codeOf(row);
  const told = toldOf(row, type, error);
  if (error !== undefined && REFUSED_LOGINS.has(error)) return authenticationEvent({ ...told, activity: 'logon' });
  const isEnd = type === 'QueryFinish' || type === 'ExceptionWhileProcessing';
  return sqlEvent(
    {
      ...told,
      query: textOf(row.query) ?? '',
      database: textOf(row.current_database) ?? textsOf(row.databases)?.[0],
      ...(isEnd && {
        rowsRead: countOf(row.read_rows),
        bytesRead: countOf(row.read_bytes),
        rowsReturned: countOf(row.result_rows),
        bytesReturned: countOf(row.result_bytes),
        rowsWritten: countOf(row.written_rows),
        durationMs: countOf(row.query_duration_ms),
      }),
    },
    'clickhouse',
  );
}

function toldOf(row: Fields, type: Type, error: number | undefined): Told {
  const time = instantOf(row.event_time_microseconds ?? row.event_time);
  const uid = textOf(row.query_id);
  const outcome = type === 'QueryFinish' ? 'success' : type === 'QueryStart' ? 'unknown' : 'failure';
  return {
    time,
    product: 'clickhouse',
    service: 'query_log',
    category: 'database',
    // Clients choose the id of a query, so that it alone is no name: who always says the same would be counted once.
    uid: uid && `${uid} ${type} ${String(row.event_time_microseconds ?? row.event_time)}`,
    outcome,
    errorCode: error,
    user: textOf(row.user),
    session: textOf(row.initial_query_id) ?? uid,
    client: textOf(row.client_name) ?? textOf(row.http_user_agent),
    ip: addressOf(row.address),
    port: portOf(row.port),
    hostname: textOf(row.client_hostname),
    store: textOf(row.hostname),
    also: present({
      query_kind: textOf(row.query_kind),
      databases: textsOf(row.databases),
      tables: textsOf(row.tables),
      columns: textsOf(row.columns),
      http_user_agent: textOf(row.http_user_agent),
      forwarded_for: textOf(row.forwarded_for),
      interface: countOf(row.interface),
      is_initial_query: countOf(row.is_initial_query),
      initial_user: textOf(row.initial_user),
      initial_address: addressOf(row.initial_address),
    }),
  };
}

/** Before version 20.9 the code stands in the text only. */
function codeOf(row: Fields): number | undefined {
  const { exception_code: code, exception } = row;
  if (typeof code === 'number' && code !== 0) return code;
  const [, written] = typeof exception === 'string' ? (/^Code: (\d{1,6})\b/.exec(exception) ?? []) : [];
  return written === undefined ? undefined : Number(written);
}

/** Sixteen bytes where the type is FixedString(16), those of IPv4 behind twelve others; bytes from 0x80 are lost in JSON. */
function addressOf(value: unknown): string | undefined {
  const written = placeOf(value).ip;
  if (written !== undefined || typeof value !== 'string' || value.length !== 16) return written;
  const [prefix, bytes] = [value.slice(0, 10), [...value.slice(12)].map((sign) => sign.charCodeAt(0))];
  return /^\0{10}$/.test(prefix) && bytes.length === 4 && bytes.every((byte) => byte < 0x80)
    ? bytes.join('.')
    : undefined;
}
