// Starts a real rsync daemon (Debian package rsync) in a given state of openness.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type RsyncState =
  /** Module `backup`, read only, for everyone: `customers.csv` and `2024/notes.txt`. */
  | 'open'
  /** As `open`, and strangers may write into it. */
  | 'writable'
  /** Two modules in the list: `public` for everyone (one file), `backup` with auth users. */
  | 'half-open'
  /** Module `backup` with auth users and a secrets file; its name still stands in the list. */
  | 'closed'
  /** Trap: as `open`, with `list = false`: the list is empty, yet whoever knows the name `backup` reads it. */
  | 'unlisted'
  /** Trap: `hosts allow` leaves this client out: the module stands in the list, but asking for it is `access denied`. */
  | 'host-refused';

export const RSYNC_FILES = { 'customers.csv': 'id,name\n1,Ada A\n2,Bo B\n', '2024/notes.txt': 'spring\n' } as const;

/** The log is the daemon's: connections, modules asked for, refusals, files sent. */
export async function startRsync(state: RsyncState, options: ListenOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('rsync');
  // Started as root, the daemon reads and writes as nobody.
  chmodSync(dir, 0o755);
  for (const module of ['backup', 'public']) mkdirSync(join(dir, module, '2024'), { recursive: true });
  for (const [name, text] of Object.entries(RSYNC_FILES)) writeFileSync(join(dir, 'backup', name), text);
  writeFileSync(join(dir, 'public', 'readme.txt'), 'for everyone\n');
  if (state === 'writable') chmodSync(join(dir, 'backup'), 0o777);
  writeFileSync(join(dir, 'secrets'), 'keeper:a-password-of-the-test-bench\n', { mode: 0o600 });
  const log = join(dir, 'rsyncd.log');
  const config = join(dir, 'rsyncd.conf');
  writeFileSync(config, `${globals(host, port, dir, log)}${modules(state, dir)}`);
  const args = ['--daemon', '--no-detach', `--config=${config}`];
  const server = await startServer({ name: 'rsync', command: 'rsync', args, dir, host, ports: { rsync: port } });
  return withLog(server, log);
}

function globals(host: string, port: number, dir: string, log: string): string {
  return `address = ${host}
port = ${port}
use chroot = no
transfer logging = yes
log file = ${log}
pid file = ${join(dir, 'pid')}
lock file = ${join(dir, 'lock')}
`;
}

function modules(state: RsyncState, dir: string): string {
  const backup = `[backup]\npath = ${join(dir, 'backup')}\ncomment = nightly copies\n`;
  const login = `auth users = keeper\nsecrets file = ${join(dir, 'secrets')}\n`;
  switch (state) {
    case 'open':
      return backup;
    case 'writable':
      return `${backup}read only = no\n`;
    case 'half-open':
      return `${backup}${login}[public]\npath = ${join(dir, 'public')}\n`;
    case 'closed':
      return backup + login;
    case 'unlisted':
      return `${backup}list = no\n`;
    case 'host-refused':
      return `${backup}hosts allow = 192.0.2.1\n`;
  }
}
