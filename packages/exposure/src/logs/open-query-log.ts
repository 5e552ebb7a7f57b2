// Opens the query log of a store by its URL: the one list of products whose logs can be asked for.
import type { NetHost } from '../net/connect.ts';
import { faultOf } from '../net/fault.ts';
import { isHttpUrl, parseStoreUrl, productOfUrl, type StoreLocation, type StoreProduct } from '../net/location.ts';
import type { SourceFault } from '../source.ts';
import { openClickhouseQueryLog } from './clickhouse-query-log.ts';
import { openMongodbProfile } from './mongodb-profile.ts';
import { openMysqlLogTables } from './mysql-log-tables.ts';
import { openPostgresqlLogFiles } from './postgresql-log-files.ts';
import { openPostgresqlStatements } from './postgresql-statements.ts';
import type { QueryLog, QueryLogOptions } from './query-log.ts';
import { openRedisLogs } from './redis-logs.ts';

type Opener = (location: StoreLocation, host: NetHost, mark: string) => QueryLog;

const OPENERS: Readonly<Partial<Record<StoreProduct, Opener>>> = {
  clickhouse: openClickhouseQueryLog,
  mongodb: openMongodbProfile,
  mysql: openMysqlLogTables,
  postgresql: openPostgresqlLog,
  redis: openRedisLogs,
};

/** `?log=statements` asks for the sums of pg_stat_statements, where the log files cannot be read. */
function openPostgresqlLog(location: StoreLocation, host: NetHost, mark: string): QueryLog {
  const open = location.choices?.log === 'statements' ? openPostgresqlStatements : openPostgresqlLogFiles;
  return open(location, host, mark);
}

/** How the URL of a store begins whose log can be asked for, for people; siblings of these are known, too. */
const QUERY_LOG_SCHEMES: readonly string[] = Object.keys(OPENERS).map((product) => `${product}://`);

/**
 * Opens the log of queries that a store keeps itself. Nothing is connected to before the first question, and nothing is ever written.
 *
 * @param url `mysql://user:password@host:port`; http:// and https:// are a ClickHouse's
 * @returns a fault whose message shows neither the URL nor a password
 */
export function openQueryLog(url: string, host: NetHost, { password, mark }: QueryLogOptions): QueryLog | SourceFault {
  const location = locationOf(url);
  if ('code' in location) return location;
  const open = OPENERS[location.product];
  if (open === undefined) throw new Error('a location has a product whose log can be opened');
  return open(password === undefined ? location : { ...location, password: { reveal: () => password } }, host, mark);
}

/** What is wrong with a URL as the place of a query log, for people; undefined where nothing is. Nothing is connected to. */
export function queryLogUrlFault(url: string): string | undefined {
  const location = locationOf(url);
  return 'code' in location ? location.message : undefined;
}

function locationOf(url: string): StoreLocation | SourceFault {
  const location = parseStoreUrl(isHttpUrl(url) ? asClickhouse(url) : url);
  const known = `known are ${QUERY_LOG_SCHEMES.join(', ')}`;
  if ('code' in location)
    return productOfUrl(url) || isHttpUrl(url) ? location : { ...location, message: `${location.message} (${known})` };
  const { log } = location.choices ?? {};
  if (log !== undefined && log !== 'files' && log !== 'statements')
    return faultOf('unsupported', 'the URL', 'log= takes files or statements');
  if (OPENERS[location.product] !== undefined) return location;
  const message = `a store of ${location.product} keeps no log of queries that can be asked for; ${known}`;
  return faultOf('unsupported', 'the URL', message);
}

/** Without a port it is ClickHouse's own, not the web's. */
function asClickhouse(url: string): string {
  const isSecure = /^https:/i.test(url);
  return url.replace(/^https?:/i, 'clickhouse:') + (isSecure ? `${url.includes('?') ? '&' : '?'}secure=true` : '');
}
