// Runs a planned week on real servers of Debian, one statement after the other in the order of the plan, and gives back what the servers
// logged. A log line is known to belong to a step by its connection and order (PostgreSQL, MariaDB) or by the query's own id
// (ClickHouse); its time becomes that of the plan, and the address of loopback the one that it stands for. Nothing else is changed.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { mariadbClient, postgresqlClient, type StoreClient } from '../../packages/exposure/testing/store-clients.ts';
import { CLICKHOUSE_KEEPER, startClickhouse } from '../../packages/probe/testing/clickhouse.ts';
import type { LoggedServer } from '../../packages/probe/testing/logged-server.ts';
import { startMariadb } from '../../packages/probe/testing/mariadb.ts';
import { POSTGRESQL_KEEPER, startPostgresql } from '../../packages/probe/testing/postgresql.ts';
import { DORMANT, HONEY_ROW } from './attacks.ts';
import { PEOPLE } from './ordinary.ts';
import { type Step, TABLES } from './plan.ts';

const PASSWORD = CLICKHOUSE_KEEPER.password;
const PGAUDIT = '/usr/share/postgresql/15/extension/pgaudit.control';
export const hasPgaudit = existsSync(PGAUDIT);

export interface Servers {
  readonly clickhouse: LoggedServer;
  readonly postgresql: LoggedServer;
  readonly mariadb: LoggedServer;
  readonly stop: () => Promise<void>;
}

const PEOPLE_AND_OLD = [...PEOPLE.map(({ name }) => name), ...DORMANT];

export async function startServers(): Promise<Servers> {
  const clickhouse = await startClickhouse('open', {
    queryLog: true,
    // Thousands of flushes would be files to remove for minutes.
    queryLogFlushMs: 5_000,
    accounts: [...PEOPLE_AND_OLD, 'ingest', 'dashboards', 'etl'],
  });
  const audit = ['shared_preload_libraries=pgaudit', 'pgaudit.log=all', 'pgaudit.log_rows=on', 'log_statement=none'];
  const postgresql = await startPostgresql('closed', {
    settings: [
      'logging_collector=on',
      'log_destination=csvlog',
      'log_filename=week.log',
      'max_connections=60',
      'log_hostname=off',
      ...(hasPgaudit ? audit : ['log_statement=none', 'log_min_duration_statement=0']),
    ],
  });
  const mariadb = await startMariadb('open');
  return {
    clickhouse,
    postgresql,
    mariadb,
    stop: async () => {
      await Promise.all([clickhouse.stop(), postgresql.stop(), mariadb.stop()]);
    },
  };
}

/** Makes the tables and accounts anew, outside of what is watched. */
export async function resetServers(servers: Servers): Promise<void> {
  await resetSql(servers, 'postgresql');
  await resetSql(servers, 'mariadb');
  await clickhouse(servers, 'default', 'CREATE DATABASE IF NOT EXISTS shop', 'default');
  for (const table of [...Object.keys(TABLES), 'README_TO_RECOVER', 'daily'])
    await clickhouse(servers, 'default', `DROP TABLE IF EXISTS ${table}`);
  for (const [table, rows] of Object.entries(TABLES)) {
    await clickhouse(
      servers,
      'default',
      `CREATE TABLE ${table} (id Int32, email String, name String, state String, amount Int32, day Int32) ENGINE = MergeTree ORDER BY id`,
    );
    await clickhouse(
      servers,
      'default',
      `INSERT INTO ${table} SELECT number, if(number = 4711, '${HONEY_ROW}', concat('p', toString(number), '@example.org')), concat('Name ', toString(number)), if(number % 3 = 0, 'open', 'done'), number % 1000, number % 365 FROM numbers(${rows})`,
    );
  }
  await clickhouse(servers, 'default', 'CREATE TABLE daily (day Int32, total Int64) ENGINE = MergeTree ORDER BY day');
}

async function resetSql({ postgresql, mariadb }: Servers, store: 'postgresql' | 'mariadb'): Promise<void> {
  const isPostgresql = store === 'postgresql';
  const from = '127.0.0.1';
  const client = isPostgresql
    ? await postgresqlClient({ port: postgresql.port, ...POSTGRESQL_KEEPER, database: 'shop', from, program: '' })
    : await mariadbClient({ port: mariadb.port, user: 'root', password: '', database: 'shop', from, program: '' });
  if (client === undefined) throw new Error(`${store} lets its administrator in no more`);
  const must = async (sql: string) => {
    if (!(await client.run(sql))) throw new Error(`${store} refused ${sql.slice(0, 100)}`);
  };
  for (const sql of isPostgresql ? postgresqlAccounts() : mariadbAccounts()) await client.run(sql);
  for (const [table, rows] of Object.entries(TABLES)) {
    await must(`DROP TABLE IF EXISTS ${table}`);
    await must(
      `CREATE TABLE ${table} (id int primary key, email varchar(80), name varchar(80), state varchar(40), amount int, day int)`,
    );
    const numbers = isPostgresql ? `generate_series(1, ${rows}) AS n(seq)` : `seq_1_to_${rows}`;
    const mail = isPostgresql ? "'p' || seq || '@example.org'" : "concat('p', seq, '@example.org')";
    await must(
      `INSERT INTO ${table} SELECT seq, ${mail}, 'Name of somebody', CASE WHEN seq % 3 = 0 THEN 'open' ELSE 'done' END, seq % 1000, seq % 365 FROM ${numbers}`,
    );
  }
  await must(`UPDATE customers SET email = '${HONEY_ROW}' WHERE id = 4711`);
  await client.run('DROP TABLE IF EXISTS README_TO_RECOVER');
  await client.close();
}

function postgresqlAccounts(): readonly string[] {
  const names = [...PEOPLE_AND_OLD, 'shop_web', 'billing', 'stock_sync', 'backup', 'migrator', 'monitor', 'dba'];
  return [
    'DROP OWNED BY svc_backup2',
    'DROP ROLE svc_backup2',
    'ALTER SYSTEM RESET ALL',
    ...(hasPgaudit ? ['CREATE EXTENSION IF NOT EXISTS pgaudit'] : []),
    ...names.flatMap((name) => [`CREATE ROLE ${name} LOGIN SUPERUSER PASSWORD '${PASSWORD}'`]),
  ];
}

function mariadbAccounts(): readonly string[] {
  const names = [...PEOPLE_AND_OLD, 'crm_web', 'mailer', 'backup', 'migrator', 'dba'];
  return [
    "DROP USER IF EXISTS 'svc_backup2'@'%'",
    "INSTALL SONAME 'server_audit'",
    "SET GLOBAL server_audit_events = 'CONNECT,QUERY'",
    // A log that is turned over in the middle of a week would lose what is before.
    'SET GLOBAL server_audit_file_rotate_size = 1000000000',
    'SET GLOBAL server_audit_logging = ON',
    ...names.flatMap((name) => [
      `CREATE USER IF NOT EXISTS '${name}'@'%' IDENTIFIED BY '${PASSWORD}'`,
      `GRANT ALL ON *.* TO '${name}'@'%' WITH GRANT OPTION`,
    ]),
  ];
}

/** A statement over HTTP. @returns whether it was done */
function clickhouse(
  { clickhouse: server }: Servers,
  user: string,
  sql: string,
  database = 'shop',
  more: { readonly id?: string; readonly from?: string; readonly program?: string } = {},
): Promise<boolean> {
  const query = new URLSearchParams({ database, query_id: more.id ?? randomUUID() });
  const headers = {
    'x-clickhouse-user': user,
    'x-clickhouse-key': user === 'default' ? '' : PASSWORD,
    ...(more.program && { 'user-agent': more.program }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: server.host,
        port: server.ports.http,
        method: 'POST',
        path: `/?${query}`,
        headers,
        agent: false,
        ...(more.from && { localAddress: more.from }),
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode === 200));
      },
    );
    asked.on('error', reject);
    asked.end(sql);
  });
}

/** What was run: for each step the id of its query, or its connection. */
export interface Ran {
  readonly ids: ReadonlyMap<string, Step>;
  readonly connections: Readonly<Record<'postgresql' | 'mariadb', ReadonlyMap<number, readonly Step[]>>>;
  /** Addresses of loopback, each with the one that it stands for. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Sign-ins that were refused, in their order. */
  readonly refused: Readonly<Record<'postgresql' | 'mariadb', readonly Step[]>>;
}

export async function runWeek(servers: Servers, steps: readonly Step[]): Promise<Ran> {
  const ids = new Map<string, Step>();
  const connections = { postgresql: new Map<number, Step[]>(), mariadb: new Map<number, Step[]>() };
  const refused: Record<'postgresql' | 'mariadb', Step[]> = { postgresql: [], mariadb: [] };
  const loopback = new Map<string, string>();
  const last = new Map<string, Step>();
  for (const step of steps) if (step.session !== undefined) last.set(step.session + step.who.ip, step);
  const open = new Map<string, StoreClient>();
  for (const step of steps) {
    const { who, session, sql } = step;
    let from = loopback.get(who.ip);
    if (from === undefined) {
      from = `127.10.${loopback.size >> 7}.${(loopback.size & 127) + 1}`;
      loopback.set(who.ip, from);
    }
    if (who.store === 'clickhouse') {
      const id = randomUUID();
      ids.set(id, step);
      await clickhouse(servers, who.user, sql, 'shop', { id, from, program: who.program });
      continue;
    }
    const key = (session ?? '') + who.ip;
    let client = session === undefined ? undefined : open.get(key);
    if (client === undefined) {
      client = await connected(servers, who.store, step, from);
      if (client === undefined) {
        if (session !== undefined) throw new Error(`${who.store} does not let ${who.user} in`);
        refused[who.store].push(step);
        continue;
      }
      open.set(key, client);
      connections[who.store].set(client.connection, []);
    }
    connections[who.store].get(client.connection)?.push(step);
    await client.run(sql);
    if (last.get(key) !== step) continue;
    open.delete(key);
    await client.close();
  }
  return { ids, connections, refused, addresses: new Map([...loopback].map(([ip, from]) => [from, ip])) };
}

function connected(
  servers: Servers,
  store: 'postgresql' | 'mariadb',
  { who, session }: Step,
  from: string,
): Promise<StoreClient | undefined> {
  const password = session === undefined ? 'mistyped' : PASSWORD;
  const client = store === 'postgresql' ? postgresqlClient : mariadbClient;
  return client({ port: servers[store].port, user: who.user, password, database: 'shop', from, program: who.program });
}
