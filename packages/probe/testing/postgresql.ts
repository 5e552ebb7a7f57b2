// Starts a real PostgreSQL server (Debian package postgresql, any version) in a given state of openness.
import { execFileSync } from 'node:child_process';
import { chmodSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { accountOf, freePort, lacks, makeDir, startServer } from './server.ts';
import { fillFromTemplate } from './template.ts';

export type PostgresqlState =
  /** `trust` for all: the superuser `postgres` enters every database without a password. */
  | 'open'
  /** `trust` into the database `postgres` only, as a role without rights: names and sizes of databases. */
  | 'half-open'
  /** `scram-sha-256` for all. */
  | 'closed'
  /** Closed, with MD5 passwords. */
  | 'md5'
  /** Closed, with passwords asked for in clear text. */
  | 'password'
  /** Trap: `trust` into the database `postgres` only, but as a superuser, who can read every file of the server. */
  | 'one-database'
  /** `trust` for all, but `postgres` is no superuser: it may read `shop.public.products`, not `customers`. */
  | 'not-superuser'
  /** Trap: `trust` for all, but there is no role `postgres` (FATAL 28000); the role `keeper` is a superuser. */
  | 'no-postgres-role'
  /** Trap: no line of pg_hba.conf fits this client (FATAL 28000). */
  | 'host-refused'
  /** Trap: `trust` within TLS, and a refusal without (FATAL 28000); looks closed to a client that has no TLS. */
  | 'tls-required';

export interface PostgresqlOptions extends ListenOptions {
  /** Offers TLS: `S` to an SSLRequest in place of `N` (always on in the state `tls-required`). */
  readonly tls?: boolean;
  /** Further settings, `name=value`; they go before those of the launcher. */
  readonly settings?: readonly string[];
}

/** The superuser of every state. */
export const POSTGRESQL_KEEPER = { user: 'keeper', password: 'a-password-of-the-test-bench' } as const;

/** What the server holds in every state, in the database `shop`, counted by VACUUM ANALYZE. */
export const POSTGRESQL_TABLES = { customers: 3, products: 2 } as const;

const USER = 'postgres';
const PASSWORD = POSTGRESQL_KEEPER.password;

/** The log is the server's own: each connection, login and statement, with role, database and client. */
export async function startPostgresql(state: PostgresqlState, options: PostgresqlOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('postgresql', USER);
  try {
    fillFromTemplate(`postgresql-${state}`, dir, USER, (folder) => install(folder, state));
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
  const settings = [
    `listen_addresses=${host}`,
    `port=${port}`,
    'unix_socket_directories=',
    'log_connections=on',
    'log_disconnections=on',
    'log_statement=all',
    'log_line_prefix=%m [%p] %u@%d %r ',
    'fsync=off',
    'shared_buffers=4MB',
    'max_connections=20',
    'max_wal_senders=0',
    'wal_level=minimal',
    'autovacuum=off',
    ...(options.settings ?? []),
  ];
  if (options.tls === true || state === 'tls-required') {
    const made = makeCertificate(dir, USER);
    settings.push('ssl=on', `ssl_cert_file=${made.certificate}`, `ssl_key_file=${made.key}`);
  }
  const args = ['-D', join(dir, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
  const command = { name: 'postgresql', command: program('postgres'), args, dir, user: USER, host };
  // It accepts before it is ready, and says 57P03 meanwhile; its own file tells.
  const ready = async () => /^ready\s*$/m.test(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8'));
  // SIGINT is the fast stop, which does not wait for clients to leave.
  return withLog(await startServer({ ...command, ready, ports: { postgresql: port }, stopSignal: 'SIGINT' }));
}

/** `lacks` for PostgreSQL, whose programs stand outside the PATH. */
export function lacksPostgresql(): false | string {
  return lacks(program('postgres'), 'postgresql');
}

/** A program of the newest version that is installed. */
function program(name: string): string {
  const found = globSync(`/usr/lib/postgresql/*/bin/${name}`);
  const version = (path: string) => Number(path.split('/')[4]);
  return found.sort((a, b) => version(b) - version(a))[0] ?? name;
}

/** Makes the cluster and its data before the server runs, so that its log tells of strangers only; about 1.5 s. */
function install(dir: string, state: PostgresqlState): void {
  const data = join(dir, 'data');
  const run = (name: string, args: readonly string[], input: string) =>
    execFileSync(program(name), args, { cwd: dir, input, encoding: 'utf8', stdio: 'pipe', ...accountOf(USER) });
  const quick = [
    '--no-sync',
    '--no-instructions',
    '--locale=C',
    '-E',
    'UTF8',
    '--wal-segsize=1',
    '-A',
    'scram-sha-256',
  ];
  writeFileSync(join(dir, 'password'), PASSWORD);
  chmodSync(join(dir, 'password'), 0o644);
  run('initdb', ['-D', data, '-U', 'keeper', ...quick, '--pwfile', join(dir, 'password')], '');
  const alone = ['--single', '-D', data, '-c', 'fsync=off', '-c', 'exit_on_error=on'];
  if (state === 'md5') alone.push('-c', 'password_encryption=md5');
  run('postgres', [...alone, 'template1'], roles(state));
  run('postgres', [...alone, 'shop'], DATA);
  writeFileSync(join(data, 'pg_hba.conf'), rules(state));
}

/** One statement a line, as `postgres --single` reads it. */
function roles(state: PostgresqlState): string {
  const superuser = state === 'half-open' || state === 'not-superuser' ? 'NOSUPERUSER' : 'SUPERUSER';
  const postgres = `CREATE ROLE postgres LOGIN ${superuser} PASSWORD '${PASSWORD}'`;
  return `ALTER ROLE keeper PASSWORD '${PASSWORD}'
${state === 'no-postgres-role' ? 'CREATE ROLE guest' : postgres}
CREATE DATABASE shop
`;
}

const DATA = `CREATE TABLE customers (id int PRIMARY KEY, email text, name text)
INSERT INTO customers VALUES (1,'ada@example.org','Ada A'),(2,'bo@example.org','Bo B'),(3,'cy@example.org','Cy C')
CREATE TABLE products (id int PRIMARY KEY, title text)
INSERT INTO products VALUES (1,'lamp'),(2,'chair')
GRANT SELECT ON products TO PUBLIC
VACUUM ANALYZE
`;

/** The file pg_hba.conf. */
function rules(state: PostgresqlState): string {
  switch (state) {
    case 'open':
    case 'not-superuser':
    case 'no-postgres-role':
      return 'host all all all trust\n';
    case 'half-open':
    case 'one-database':
      return 'host postgres all all trust\nhost all all all scram-sha-256\n';
    case 'closed':
      return 'host all all all scram-sha-256\n';
    case 'md5':
      return 'host all all all md5\n';
    case 'password':
      return 'host all all all password\n';
    case 'host-refused':
      return 'host all all 192.0.2.1/32 trust\n';
    case 'tls-required':
      return 'hostssl all all all trust\nhostnossl all all all reject\n';
  }
}
