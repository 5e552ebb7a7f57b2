// Starts a real memcached server (Debian package memcached, 1.6) in a given state of openness.
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { exchange } from './plain-client.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type MemcachedState =
  /** No login: everything is allowed, and `lru_crawler metadump` lists the keys. */
  | 'open'
  /** No login, but keys are not listed (`-X`), not watched (`-W`), not flushed (`-F`): one must know a key's name. */
  | 'half-open'
  /** `-Y`: the text protocol asks for a login (CLIENT_ERROR unauthenticated); the binary one is not spoken. */
  | 'closed'
  /** `-S`: the binary protocol asks for SASL (status 0x20); to text it says nothing. No account, so empty of keys. */
  | 'sasl'
  /** Trap: open, but only in the binary protocol (`-B binary`); to text it says nothing. Empty of keys. */
  | 'binary-only';

export interface MemcachedOptions extends ListenOptions {
  /** TLS in place of plain text on its port. */
  readonly tls?: boolean;
}

/** What the server holds in the states `open`, `half-open` and `closed`. */
export const MEMCACHED_KEYS = ['session:ada', 'session:bo', 'greeting'] as const;

const USER = 'memcache';
const PASSWORD = 'a-password-of-the-test-bench';

/** The log is the server's own (`-vv`): each connection, each text command with its key, each binary header. */
export async function startMemcached(state: MemcachedState, options: MemcachedOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('memcached', USER);
  const args = ['-l', host, '-p', `${port}`, '-U', '0', '-t', '1', '-m', '8', '-vv', ...access(state, dir)];
  if (process.getuid?.() === 0) args.push('-u', USER);
  if (options.tls === true) {
    const made = makeCertificate(dir, USER);
    args.push('-Z', '-o', `ssl_chain_cert=${made.certificate},ssl_key=${made.key}`);
  }
  const env = { SASL_CONF_PATH: dir };
  const command = { name: 'memcached', command: 'memcached', args, dir, env, host, ports: { memcached: port } };
  // Its orderly stop takes a second, and it has nothing to put in order.
  const server = withLog(await startServer({ ...command, stopSignal: 'SIGKILL' }));
  if (state === 'sasl' || state === 'binary-only') return server;
  return seeded(server, () => fill(server, state === 'closed', options.tls === true));
}

function access(state: MemcachedState, dir: string): string[] {
  const file = (name: string, text: string) => {
    writeFileSync(join(dir, name), text);
    chmodSync(join(dir, name), 0o644);
    return join(dir, name);
  };
  switch (state) {
    case 'open':
      return [];
    case 'half-open':
      return ['-X', '-W', '-F'];
    case 'closed':
      return ['-Y', file('accounts', `keeper:${PASSWORD}\n`)];
    case 'sasl':
      file('memcached.conf', 'mech_list: plain\n');
      return ['-S'];
    case 'binary-only':
      return ['-B', 'binary'];
  }
}

async function fill(server: LoggedServer, login: boolean, tls: boolean): Promise<void> {
  const set = (key: string, value: string) => `set ${key} 0 0 ${value.length}\r\n${value}\r\n`;
  const sets = MEMCACHED_KEYS.map((key) => set(key, 'of the test bench'));
  // With `-Y` the first command is a `set` of any key whose value is the login.
  if (login) sets.unshift(set('login', `keeper ${PASSWORD}`));
  const until = (text: string) => text.split('STORED\r\n').length > sets.length;
  const reply = await exchange({ host: server.host, port: server.port, tls, send: sets.join(''), until });
  if (reply.end !== 'until') throw new Error(`memcached said: ${reply.text}`);
}
