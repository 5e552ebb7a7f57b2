// Starts a real ClickHouse server (Debian package clickhouse-server, 18.16) in a given state of openness.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type ClickhouseState =
  /** The user `default` has no password, no limits, and may come from everywhere. */
  | 'open'
  /** `default` has no password, but is read-only and sees the database `public` only (`allow_databases`). */
  | 'half-open'
  /** `default` has a password. */
  | 'closed'
  /** As `open`, but in the profile `readonly`: everything can be read, nothing written, no setting changed. */
  | 'read-only'
  /** Trap: closed by a list of networks that leaves this client out; `default` has no password. */
  | 'network-refused'
  /** Trap: closed since the user `default` does not exist. */
  | 'no-default-user'
  /** Trap: `default` has a password, and a second user, `readonly`, has none (as Debian's users.xml has it). */
  | 'second-user';

export interface ClickhouseOptions extends ListenOptions {
  /** An IANA name; default UTC. The native Hello carries it. */
  readonly timezone?: string;
  /** Adds the roles `https` and `nativeTls`. */
  readonly tls?: boolean;
  readonly nativePort?: number;
  readonly interserverPort?: number;
  /** Keeps `system.query_log`; the trace log is there in any case. */
  readonly queryLog?: boolean;
  /** How often it is flushed, default 100: each time makes a part of a table, with a file for each column. */
  readonly queryLogFlushMs?: number;
  /** Further accounts, with the administrator's password and all rights. */
  readonly accounts?: readonly string[];
  /** What `GET /` answers in place of `Ok.`, as of one who set up Tabix on it. */
  readonly rootPage?: string;
}

/** What the server holds in every state. */
export const CLICKHOUSE_TABLES = [
  { database: 'shop', name: 'customers', columns: 'id UInt32, email String, name String' },
  { database: 'public', name: 'products', columns: 'id UInt32, title String' },
] as const;

const ROWS = {
  customers: [
    { id: 1, email: 'ada@example.org', name: 'Ada A' },
    { id: 2, email: 'bo@example.org', name: 'Bo B' },
    { id: 3, email: 'cy@example.org', name: 'Cy C' },
  ],
  products: [
    { id: 1, title: 'lamp' },
    { id: 2, title: 'chair' },
  ],
};

/** The administrator of every state. */
export const CLICKHOUSE_KEEPER = { user: 'keeper', password: 'a-password-of-the-test-bench' } as const;
const PASSWORD = CLICKHOUSE_KEEPER.password;
const HASH = createHash('sha256').update(PASSWORD).digest('hex');

/** The log is the server's own at level `trace`: each connection, and each query with the rows it read. */
export async function startClickhouse(state: ClickhouseState, options: ClickhouseOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const dir = makeDir('clickhouse');
  const ports: Record<string, number> = {
    http: options.port ?? (await freePort()),
    native: options.nativePort ?? (await freePort()),
    interserver: options.interserverPort ?? (await freePort()),
  };
  if (options.tls === true) Object.assign(ports, { https: await freePort(), nativeTls: await freePort() });
  for (const folder of ['data', 'tmp', 'files', 'formats']) mkdirSync(join(dir, folder));
  writeFileSync(join(dir, 'config.xml'), settings(host, dir, ports, options));
  writeFileSync(join(dir, 'users.xml'), users(state, options));
  const args = [`--config-file=${join(dir, 'config.xml')}`];
  const command = { name: 'clickhouse', command: 'clickhouse-server', args, dir, host, ports };
  // Its orderly stop takes most of a second, and saves what is thrown away.
  const server = await startServer({ ...command, stopSignal: 'SIGKILL' });
  return seeded(withLog(server), fill);
}

/** Runs a statement as an administrator, over HTTP, and gives back the answer's text. */
export async function clickhouseQuery(server: LoggedServer, sql: string, rows?: string): Promise<string> {
  const url = new URL(`http://${server.host}:${server.ports.http}/`);
  if (rows !== undefined) url.searchParams.set('query', sql);
  const headers = { 'x-clickhouse-user': 'keeper', 'x-clickhouse-key': PASSWORD };
  const response = await fetch(url, { method: 'POST', headers, body: rows ?? sql });
  const text = await response.text();
  if (!response.ok) throw new Error(`clickhouse answered ${response.status} to ${sql.slice(0, 200)}: ${text}`);
  return text;
}

/** Makes a MergeTree table (and its database) and fills it; a row maps column to value. */
export async function createClickhouseTable(
  server: LoggedServer,
  table: { readonly database: string; readonly name: string; readonly columns: string; readonly orderBy?: string },
  rows: readonly object[],
): Promise<void> {
  const name = `\`${table.database}\`.\`${table.name}\``;
  await clickhouseQuery(server, `CREATE DATABASE IF NOT EXISTS \`${table.database}\``);
  const engine = `ENGINE = MergeTree ORDER BY ${table.orderBy ?? 'tuple()'}`;
  await clickhouseQuery(server, `CREATE TABLE ${name} (${table.columns}) ${engine}`);
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  if (rows.length > 0) await clickhouseQuery(server, `INSERT INTO ${name} FORMAT JSONEachRow`, lines);
}

async function fill(server: LoggedServer): Promise<void> {
  for (const table of CLICKHOUSE_TABLES) await createClickhouseTable(server, table, ROWS[table.name]);
}

function settings(host: string, dir: string, ports: Record<string, number>, options: ClickhouseOptions): string {
  const queryLog = `<query_log><database>system</database><table>query_log</table>
    <flush_interval_milliseconds>${options.queryLogFlushMs ?? 100}</flush_interval_milliseconds></query_log>`;
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>trace</level><console>1</console></logger>
  <listen_host>${host}</listen_host>
  <http_port>${ports.http}</http_port>
  <tcp_port>${ports.native}</tcp_port>
  <interserver_http_port>${ports.interserver}</interserver_http_port>
  <interserver_http_host>${host}</interserver_http_host>
  <path>${dir}/data/</path>
  <tmp_path>${dir}/tmp/</tmp_path>
  <user_files_path>${dir}/files/</user_files_path>
  <format_schema_path>${dir}/formats/</format_schema_path>
  <users_config>${dir}/users.xml</users_config>
  <timezone>${options.timezone ?? 'UTC'}</timezone>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>16777216</mark_cache_size>
  <max_connections>256</max_connections>
  <keep_alive_timeout>1</keep_alive_timeout>
  ${options.queryLog === true ? queryLog : ''}
  ${options.tls === true ? tlsSettings(dir, ports) : ''}
  ${options.rootPage ? `<http_server_default_response><![CDATA[${options.rootPage}]]></http_server_default_response>` : ''}
</yandex>
`;
}

function tlsSettings(dir: string, ports: Record<string, number>): string {
  const made = makeCertificate(dir);
  return `<https_port>${ports.https}</https_port>
  <tcp_port_secure>${ports.nativeTls}</tcp_port_secure>
  <openSSL><server>
    <certificateFile>${made.certificate}</certificateFile>
    <privateKeyFile>${made.key}</privateKeyFile>
    <verificationMode>none</verificationMode>
    <loadDefaultCAFile>false</loadDefaultCAFile>
    <disableProtocols>sslv2,sslv3</disableProtocols>
  </server></openSSL>`;
}

function users(state: ClickhouseState, options: ClickhouseOptions): string {
  const secret = `<password_sha256_hex>${HASH}</password_sha256_hex>`;
  const all = '<ip>::/0</ip>';
  const strangers = {
    open: user('default', '<password></password>', all, 'default'),
    'half-open': user('default', '<password></password>', all, 'readonly', ['public']),
    closed: user('default', secret, all, 'default'),
    'read-only': user('default', '<password></password>', all, 'readonly'),
    'network-refused': user('default', '<password></password>', '<ip>192.0.2.1</ip>', 'default'),
    'no-default-user': '',
    'second-user': user('default', secret, all, 'default') + user('readonly', '<password></password>', all, 'readonly'),
  } satisfies Record<ClickhouseState, string>;
  return `<?xml version="1.0"?>
<yandex>
  <profiles>
    <default><log_queries>${options.queryLog === true ? 1 : 0}</log_queries></default>
    <readonly><readonly>1</readonly><log_queries>${options.queryLog === true ? 1 : 0}</log_queries></readonly>
  </profiles>
  <users>
    ${strangers[state]}
    ${['keeper', ...(options.accounts ?? [])].map((name) => user(name, secret, all, 'default')).join('\n')}
  </users>
  <quotas><default></default></quotas>
</yandex>
`;
}

function user(name: string, secret: string, networks: string, profile: string, only: readonly string[] = []): string {
  const databases = only.map((database) => `<database>${database}</database>`).join('');
  return `<${name}>${secret}<networks>${networks}</networks><profile>${profile}</profile><quota>default</quota>
    ${databases === '' ? '' : `<allow_databases>${databases}</allow_databases>`}</${name}>`;
}
