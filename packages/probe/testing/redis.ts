// Starts a real Redis server (Debian package redis-server) in a given state of openness.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { exchange } from './plain-client.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type RedisState =
  /** No password, protected mode off: everything is allowed. */
  | 'open'
  /** An ACL that lets a stranger say PING, and nothing else (-NOPERM). */
  | 'half-open'
  /** `requirepass`: -NOAUTH to everything. */
  | 'closed'
  /** Trap: PING and INFO are allowed, so version and key counts show, yet no key can be read or listed. */
  | 'ping-and-info'
  /** A stranger may read everything (`+@read`, INFO; no CONFIG), and write nothing. */
  | 'read-only'
  /** Trap: a stranger may read the keys `public:*` only, and may not list; DBSIZE still counts all. */
  | 'some-keys'
  /** Closed by an ACL that turns the default user off, without `requirepass`. */
  | 'default-off'
  /** Trap: open, but PING, INFO and DBSIZE have been renamed away (`ERR unknown command`). */
  | 'renamed'
  /** Trap: open, but TLS only, and a client certificate is demanded in the handshake (Redis' default for TLS). */
  | 'client-certificate';

export interface RedisOptions extends ListenOptions {
  /** TLS in place of plain text on its port (always on in the state `client-certificate`). */
  readonly tls?: boolean;
}

/** What the server holds in every state: in database 0, and one key in database 3. */
export const REDIS_KEYS = {
  0: ['customer:1', 'customer:2', 'orders', 'visitors', 'public:motd'],
  3: ['session:ada'],
} as const;

const COMMANDS: readonly (readonly string[])[] = [
  ['SELECT', '0'],
  ['HSET', 'customer:1', 'name', 'Ada A', 'email', 'ada@example.org'],
  ['HSET', 'customer:2', 'name', 'Bo B', 'email', 'bo@example.org'],
  ['RPUSH', 'orders', 'lamp', 'chair'],
  ['PFADD', 'visitors', 'ada', 'bo'],
  ['SET', 'public:motd', 'welcome'],
  ['SELECT', '3'],
  ['SET', 'session:ada', 'a-session-of-the-test-bench'],
];

const PASSWORD = 'a-password-of-the-test-bench';

/**
 * The log is the server's own at level `verbose`: connections, not commands. For commands see `redisCommands`, and
 * for what has been written `appendonlydir/appendonly.aof.1.incr.aof` in `dir`.
 */
export async function startRedis(state: RedisState, options: RedisOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('redis');
  const tls = options.tls === true || state === 'client-certificate';
  // The keys are in the server before its first client is: an append-only file is a list of commands.
  mkdirSync(join(dir, 'appendonlydir'));
  writeFileSync(join(dir, 'appendonlydir', 'appendonly.aof.manifest'), 'file appendonly.aof.1.incr.aof seq 1 type i\n');
  writeFileSync(join(dir, 'appendonlydir', 'appendonly.aof.1.incr.aof'), COMMANDS.map(encode).join(''));
  writeFileSync(join(dir, 'redis.conf'), [...settings(host, dir), ...listener(), ...access(state)].join('\n'));
  const ports = { [tls ? 'rediss' : 'redis']: port };
  const args = [join(dir, 'redis.conf')];
  return withLog(await startServer({ name: 'redis', command: 'redis-server', args, dir, host, ports }));

  function listener(): string[] {
    if (!tls) return [`port ${port}`];
    const made = makeCertificate(dir);
    return [
      'port 0',
      `tls-port ${port}`,
      `tls-cert-file ${made.certificate}`,
      `tls-key-file ${made.key}`,
      `tls-ca-cert-file ${made.authority}`,
      `tls-auth-clients ${state === 'client-certificate' ? 'yes' : 'no'}`,
    ];
  }
}

function settings(host: string, dir: string): string[] {
  return [
    `bind ${host}`,
    'protected-mode no',
    `dir ${dir}`,
    'loglevel verbose',
    'save ""',
    'appendonly yes',
    'appendfsync no',
    // Every command is "slow": the slow log is then the list of all commands; see `redisCommands`.
    'slowlog-log-slower-than 0',
    'slowlog-max-len 100000',
    `user keeper on >${PASSWORD} ~* &* +@all`,
  ];
}

function access(state: RedisState): string[] {
  switch (state) {
    case 'open':
    case 'client-certificate':
      return [];
    case 'half-open':
      return ['user default on nopass ~* -@all +ping'];
    case 'closed':
      return [`requirepass ${PASSWORD}`];
    case 'ping-and-info':
      return ['user default on nopass ~* -@all +ping +info'];
    case 'read-only':
      return ['user default on nopass ~* -@all +@read +ping +info +select'];
    case 'some-keys':
      return ['user default on nopass ~public:* -@all +ping +get +dbsize +type +exists'];
    case 'default-off':
      return ['user default off nopass ~* +@all'];
    case 'renamed':
      return ['PING', 'INFO', 'DBSIZE'].map((name) => `rename-command ${name} ""`);
  }
}

/** Every command the server has executed since its start, oldest first, as `GET public:motd`; refused ones not. */
export async function redisCommands(server: LoggedServer): Promise<string[]> {
  const hello = ['HELLO', '2', 'AUTH', 'keeper', PASSWORD, 'SETNAME', READER];
  const send = [hello, ['SLOWLOG', 'GET', '-1'], ['QUIT']].map(encode).join('');
  const tls = server.ports.rediss !== undefined;
  const { text } = await exchange({ host: server.host, port: server.port, tls, send, timeoutMs: 5000 });
  const entries = decode(text)[1];
  if (!Array.isArray(entries)) throw new Error(`redis did not give its slow log: ${text.slice(0, 200)}`);
  return entries.reverse().flatMap((entry) => {
    const [, , , words, , client] = Array.isArray(entry) ? entry : [];
    return client === READER || !Array.isArray(words) ? [] : [words.join(' ')];
  });
}

const READER = 'reader-of-the-log';

type Resp = string | number | Resp[];

function encode(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

/** Reads all values of a reply in latin1 text, where one character is one byte. */
function decode(text: string): Resp[] {
  let at = 0;
  const values: Resp[] = [];
  while (at < text.length) values.push(value());
  return values;

  function value(): Resp {
    const end = text.indexOf('\r\n', at);
    const [type, rest] = [text[at], text.slice(at + 1, end)];
    if (end < 0) throw new Error(`redis hung up within a reply: ${text.slice(-200)}`);
    at = end + 2;
    if (type === ':') return Number(rest);
    if (type === '*') return Array.from({ length: Number(rest) }, value);
    if (type !== '$') return rest;
    const start = at;
    at += Number(rest) + 2;
    return text.slice(start, at - 2);
  }
}
