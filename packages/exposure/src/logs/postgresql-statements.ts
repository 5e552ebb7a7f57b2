// `pg_stat_statements` of a PostgreSQL, for servers that let nobody read their log files: how often each account ran each form of statement
// in each database and how many rows that were, as differences between two looks. They are sums: no client, no single time, no failure is in
// them. From where the account was connected at the moment of the look is added where that was one place only.
// https://www.postgresql.org/docs/current/pgstatstatements.html
import type { NetHost } from '../net/connect.ts';
import { faultOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import { createPostgresqlSession, type PostgresqlRows, type PostgresqlSession } from '../net/postgresql-session.ts';
import type { SourceFault } from '../source.ts';
import { markOf, type QueryLog, type QueryLogEntry, type QueryLogPage, type QueryLogPlace } from './query-log.ts';

interface Place {
  readonly mark: string;
  /** When the server last began to count anew. */
  readonly reset: string;
  /** Entries that the server pushed out, to make room. */
  readonly pushedOut: number;
  /** Calls and rows, by account, database and statement. */
  readonly sums: Readonly<Record<string, readonly [calls: number, rows: number]>>;
}

const LIMIT_MS = 20_000;
/** Texts that are remembered; the server keeps 5,000 statements unless it is told otherwise. */
const MOST_TEXTS = 20_000;
/** Texts that are asked for at once. */
const TEXTS_ASKED = 500;

const NO_EXTENSION =
  "it does not count statements in this database: whoever owns it can set shared_preload_libraries = 'pg_stat_statements' (needs a restart) and CREATE EXTENSION pg_stat_statements in the database of the URL";
const NO_RIGHT = 'the user may not see the statements of others: GRANT pg_read_all_stats TO this user';

/** Nothing is connected to before the first question. */
export function openPostgresqlStatements(location: StoreLocation, host: NetHost, mark: string): QueryLog {
  const session = createPostgresqlSession(location, host);
  const database = location.database ?? 'postgres';
  const texts = new Map<string, string>();
  let known: Extension | undefined;
  return {
    // The log files of the same server are another log.
    where: `the statements of ${session.where}`,
    source: 'postgresql-statements',
    async next(before, signal) {
      const place = isPlace(before) ? before : undefined;
      const asked: Asked = { session, database, mark: markOf(before, mark), signal };
      const extension = known ?? (await extensionOf(asked));
      if ('code' in extension) return extension;
      known = extension;
      const page = await pageOf(asked, extension, place, texts);
      if ('code' in page) known = undefined;
      return page;
    },
    close: session.close,
  };
}

function isPlace(place: QueryLogPlace): place is Place {
  return typeof place === 'object' && place !== null && 'sums' in place;
}

interface Asked {
  readonly session: PostgresqlSession;
  readonly database: string;
  readonly mark: string;
  readonly signal: AbortSignal;
}

function ask({ session, database, mark, signal }: Asked, sql: string): Promise<PostgresqlRows | SourceFault> {
  return session.rows({ sql, database, signal, limitMs: LIMIT_MS, comment: `vigie ${mark}` });
}

interface Extension {
  /** Its schema, quoted, and whether it tells when it began to count. */
  readonly schema: string;
  readonly hasInfo: boolean;
  /** Our own role. */
  readonly own: string;
}

async function extensionOf(asked: Asked): Promise<Extension | SourceFault> {
  const rows = await ask(
    asked,
    `SELECT quote_ident(n.nspname), to_regclass(quote_ident(n.nspname) || '.pg_stat_statements_info') IS NOT NULL, r.oid, pg_has_role('pg_read_all_stats', 'USAGE') FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace JOIN pg_roles r ON r.rolname = current_user WHERE e.extname = 'pg_stat_statements'`,
  );
  if ('code' in rows) return rows;
  const [schema, hasInfo, own, maySee] = rows[0] ?? [];
  if (typeof schema !== 'string') return faultOf('unsupported', asked.session.where, NO_EXTENSION);
  if (maySee !== 't') return faultOf('refused', asked.session.where, NO_RIGHT);
  return { schema, hasInfo: hasInfo === 't', own: own ?? '' };
}

// ---- sums

interface Sum {
  readonly key: string;
  readonly user: string;
  readonly database: string;
  readonly calls: number;
  readonly rows: number;
  readonly isOwnRole: boolean;
  /** Of the account at the moment, where it is one only. */
  readonly address: string | null;
  readonly program: string | null;
}

async function pageOf(
  asked: Asked,
  extension: Extension,
  place: Place | undefined,
  texts: Map<string, string>,
): Promise<QueryLogPage | SourceFault> {
  const { schema, hasInfo, own } = extension;
  const info = hasInfo ? await ask(asked, `SELECT stats_reset, dealloc FROM ${schema}.pg_stat_statements_info`) : [];
  if ('code' in info) return withReason(info);
  const rows = await ask(asked, sumsSql(schema));
  if ('code' in rows) return withReason(rows);
  const [reset, pushedOut] = [info[0]?.[0] ?? '', Number(info[0]?.[1] ?? 0)];
  const sums = rows.map((row) => sumOf(row, own));
  const before = place?.reset === reset ? place.sums : {};
  const grown = place === undefined ? [] : sums.filter(({ key, calls }) => calls !== (before[key]?.[0] ?? 0));
  const fault = await learnTexts(asked, schema, grown, texts);
  if (fault) return fault;
  const time = Math.round(Number(rows[0]?.[8] ?? 0) * 1e3);
  const entries = grown.flatMap((sum): QueryLogEntry[] => {
    const query = texts.get(sum.key);
    if (query === undefined || isOwn(sum, query)) return [];
    return [{ text: JSON.stringify(recordOf(sum, before[sum.key], query, time)) }];
  });
  const gone = place?.reset === reset ? pushedOut - place.pushedOut : 0;
  const next: Place = {
    mark: asked.mark,
    reset,
    pushedOut,
    sums: Object.fromEntries(sums.map(({ key, calls, rows: all }) => [key, [calls, all]])),
  };
  return {
    entries,
    place: next,
    isMore: false,
    ...(gone > 0 && {
      note: `statements were pushed out of pg_stat_statements ${gone} times, and may be missing: raise pg_stat_statements.max`,
    }),
  };
}

/** The extension is there, and its library was not loaded. */
function withReason(fault: SourceFault): SourceFault {
  return fault.message.includes('SQLSTATE 55000') ? faultOf('unsupported', fault.where, NO_EXTENSION) : fault;
}

/** Without texts, which the server would read from a file. */
function sumsSql(schema: string): string {
  return [
    'WITH now AS (SELECT usesysid, datid, CASE WHEN count(DISTINCT client_addr) = 1 THEN min(host(client_addr)) END AS address,',
    "CASE WHEN count(DISTINCT application_name) = 1 THEN min(application_name) END AS program FROM pg_stat_activity WHERE backend_type = 'client backend' GROUP BY 1, 2)",
    'SELECT s.userid, s.dbid, s.queryid, r.rolname, d.datname, s.calls, s.rows, now.address, extract(epoch FROM clock_timestamp()), now.program',
    `FROM (SELECT userid, dbid, queryid, sum(calls) AS calls, sum(rows) AS rows FROM ${schema}.pg_stat_statements(false) WHERE queryid IS NOT NULL GROUP BY 1, 2, 3) s`,
    'LEFT JOIN pg_roles r ON r.oid = s.userid LEFT JOIN pg_database d ON d.oid = s.dbid LEFT JOIN now ON now.usesysid = s.userid AND now.datid = s.dbid',
  ].join(' ');
}

function sumOf(row: PostgresqlRows[number], own: string): Sum {
  const [user, database, query, role, name, calls, rows, address, , program] = row;
  return {
    key: `${user} ${database} ${query}`,
    user: role ?? '',
    database: name ?? '',
    calls: Number(calls),
    rows: Number(rows),
    isOwnRole: user === own,
    address: address ?? null,
    program: program ?? null,
  };
}

async function learnTexts(
  asked: Asked,
  schema: string,
  sums: readonly Sum[],
  texts: Map<string, string>,
): Promise<SourceFault | undefined> {
  const unknown = sums.filter(({ key }) => !texts.has(key)).map(({ key }) => key);
  if (texts.size + unknown.length > MOST_TEXTS) texts.clear();
  for (let at = 0; at < unknown.length; at += TEXTS_ASKED) {
    const ids = new Set(unknown.slice(at, at + TEXTS_ASKED).map((key) => key.split(' ')[2] ?? ''));
    const list = [...ids].filter((id) => /^-?\d{1,20}$/.test(id)).join(', ');
    if (list === '') continue;
    const sql = `SELECT userid, dbid, queryid, left(min(query), 65536) FROM ${schema}.pg_stat_statements(true) WHERE queryid IN (${list}) GROUP BY 1, 2, 3`;
    const rows = await ask(asked, sql);
    if ('code' in rows) return rows;
    for (const [user, database, query, text] of rows) texts.set(`${user} ${database} ${query}`, text ?? '');
  }
  return undefined;
}

/** What is asked here, by our own account: reading these sums, and the transaction around it. */
function isOwn({ isOwnRole }: Sum, query: string): boolean {
  return isOwnRole && OWN.test(query);
}

const OWN =
  /^(?:BEGIN|ROLLBACK|SET LOCAL |WITH now AS \(SELECT usesysid|SELECT (?:stats_reset, dealloc|userid, dbid, queryid, left\(|quote_ident\(n\.nspname\)))/;

function recordOf(sum: Sum, before: readonly [number, number] | undefined, query: string, time: number) {
  const { user, database, calls, rows, address, program } = sum;
  // An entry that was pushed out and came back counts anew.
  const [calledBefore, rowsBefore] = before === undefined || calls < before[0] ? [0, 0] : before;
  return {
    time,
    user,
    database,
    statement_calls: calls - calledBefore,
    statement_rows: Math.max(0, rows - rowsBefore),
    query,
    ...(address !== null && { sampled_address: address }),
    ...(program !== null && program !== '' && { sampled_program: program }),
  };
}
