// Starts a real MariaDB server (Debian package mariadb-server) in a given state of openness.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { accountOf, freePort, makeDir, startServer } from './server.ts';

export type MariadbState =
  /** root from anywhere without a password; database `shop` with `customers` (3 rows) and `products` (2 rows). */
  | 'open'
  /** Any user name enters without a password (account ''@'%'), but may read `shop.products` only. */
  | 'half-open'
  /** Every account has a password. */
  | 'closed'
  /** Trap: the grant tables are not read, so any name with any password is the administrator. */
  | 'skip-grant-tables'
  /** Trap: as `open`, but without TLS a login is answered as a wrong password (1045): looks closed to a plain client. */
  | 'tls-required'
  /** Trap: no account for this client's address: error 1130 comes in place of the greeting. */
  | 'host-refused';

export interface MariadbOptions extends ListenOptions {
  /** Offers TLS (always on in the state `tls-required`). */
  readonly tls?: boolean;
}

const USER = 'mysql';
const PASSWORD = 'a-password-of-the-test-bench';
const SIZES = ['--innodb-buffer-pool-size=8M', '--innodb-log-file-size=4M', '--innodb-flush-log-at-trx-commit=0'];

const DATA = `
CREATE DATABASE shop;
CREATE TABLE shop.customers (id INT PRIMARY KEY, email VARCHAR(80), name VARCHAR(80));
INSERT INTO shop.customers VALUES (1,'ada@example.org','Ada A'),(2,'bo@example.org','Bo B'),(3,'cy@example.org','Cy C');
CREATE TABLE shop.products (id INT PRIMARY KEY, title VARCHAR(80));
INSERT INTO shop.products VALUES (1,'lamp'),(2,'chair');
`;

/** The log is the general log: connections and statements, one line each. */
export async function startMariadb(state: MariadbState, options: MariadbOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('mariadb', USER);
  const data = join(dir, 'data');
  install(data);
  writeFileSync(join(dir, 'init.sql'), DATA + accounts(state));
  const general = join(dir, 'general.log');
  const args = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${join(dir, 'sock')}`,
    `--pid-file=${join(dir, 'pid')}`,
    `--bind-address=${host}`,
    `--port=${port}`,
    `--init-file=${join(dir, 'init.sql')}`,
    '--general-log=1',
    `--general-log-file=${general}`,
    '--skip-name-resolve',
    '--performance-schema=0',
    ...SIZES,
  ];
  if (options.tls === true || state === 'tls-required') {
    const made = makeCertificate(dir, USER);
    args.push(`--ssl-ca=${made.authority}`, `--ssl-cert=${made.certificate}`, `--ssl-key=${made.key}`);
  }
  if (state === 'tls-required') args.push('--require-secure-transport=1');
  if (state === 'skip-grant-tables') args.push('--skip-grant-tables');
  const command = { name: 'mariadb', command: 'mariadbd', args, dir, user: USER, host, ports: { mysql: port } };
  return withLog(await startServer(command), general);
}

/** Makes the system tables; about half a second. */
function install(data: string): void {
  const args = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'];
  execFileSync('mariadb-install-db', [...args, '--skip-name-resolve', '--performance-schema=0', ...SIZES], {
    stdio: 'pipe',
    cwd: '/',
    ...accountOf(USER),
  });
}

/** One statement a line: an init file knows no other form, and stops without a word at its first error. */
function accounts(state: MariadbState): string {
  // As `mariadb-secure-installation` does: the install leaves passwordless root@127.0.0.1, root@::1 and root@hostname.
  const local = `
DELETE FROM mysql.global_priv WHERE User='root' AND Host<>'localhost';
FLUSH PRIVILEGES;
ALTER USER root@localhost IDENTIFIED BY '${PASSWORD}';
`;
  switch (state) {
    case 'open':
    case 'tls-required':
      return `${local}CREATE USER root@'%';\nGRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;\n`;
    case 'half-open':
      return `${local}CREATE USER ''@'%';\nGRANT SELECT ON shop.products TO ''@'%';\n`;
    case 'closed':
      return `${local}CREATE USER app@'%' IDENTIFIED BY '${PASSWORD}';\nGRANT ALL ON shop.* TO app@'%';\n`;
    case 'host-refused':
      return local;
    case 'skip-grant-tables':
      // Account statements fail without grant tables.
      return '';
  }
}
