// Starts a real ZooKeeper (Debian package zookeeper, Java) in a given state of openness, with a few nodes in it.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type ZookeeperState =
  /**
   * As installed: every session may do all; of the four-letter words only `srvr` answers.
   * There is no state without it: ZooKeeper 3.8 adds `srvr` to every whitelist (`4lw.commands.whitelist=none` too).
   */
  | 'open'
  /** As `open`, and every four-letter word answers (4lw.commands.whitelist=*). */
  | 'wide'
  /** A session opens, but `/` has an ACL: its children cannot be listed; `/app` is still readable for who knows its name. */
  | 'half-open'
  /** sessionRequireClientSASLAuth=true: a session opens, and is closed at its first request. `srvr` still answers. */
  | 'closed';

export interface ZookeeperOptions extends ListenOptions {
  /** Turns the admin server on: a port of role `admin` that speaks HTTP. */
  readonly admin?: boolean;
}

/** The nodes that every state holds, except `closed`, which lets the seeding client in no more than others. */
export const ZOOKEEPER_NODES = { '/app': '', '/app/config': 'size=3', '/app/users': '' } as const;

const JAR = '/usr/share/java/zookeeper.jar';
// The jar names its own dependencies, all but these: a place to log to, and what the admin server's Jetty needs.
const CLASS_PATH = [JAR, '/usr/share/java/slf4j-simple.jar', '/usr/share/java/servlet-api.jar'].join(':');

/** The log is the server's at level DEBUG for requests (lines with `RequestProcessor`), INFO for the rest. */
export async function startZookeeper(state: ZookeeperState, options: ZookeeperOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const ports: Record<string, number> = { client: port };
  if (options.admin === true) ports.admin = await freePort();
  const dir = makeDir('zookeeper');
  const settings = {
    dataDir: join(dir, 'data'),
    clientPort: port,
    clientPortAddress: host,
    tickTime: 2000,
    'admin.enableServer': options.admin === true,
    'admin.serverAddress': host,
    'admin.serverPort': ports.admin ?? 0,
    ...(state === 'closed' ? { sessionRequireClientSASLAuth: true } : {}),
  };
  const config = join(dir, 'zoo.cfg');
  writeFileSync(
    config,
    `${Object.entries(settings)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n')}\n`,
  );
  writeFileSync(join(dir, 'jaas.conf'), ACCOUNTS);
  const wide = state === 'wide' ? ['-Dzookeeper.4lw.commands.whitelist=*'] : [];
  const args = [...javaOptions(dir), ...wide, '-cp', CLASS_PATH, MAIN, config];
  // The port accepts before sessions are served.
  const ready = async () => (await errorsOf(host, port, [])).length === 1;
  const server = await startServer({ name: 'zookeeper', command: 'java', args, dir, host, ports, ready });
  if (state === 'closed') return withLog(server);
  return withLog(await seeded(server, () => seed(host, port, state === 'half-open')));
}

const MAIN = 'org.apache.zookeeper.server.ZooKeeperServerMain';

const ACCOUNTS = `Server {
  org.apache.zookeeper.server.auth.DigestLoginModule required
  user_keeper="a-password-of-the-test-bench";
};
`;

/** For a quick start and a small footprint; the transaction log is 64 MB otherwise. */
function javaOptions(dir: string): string[] {
  return [
    '-Xmx64m',
    '-Xshare:auto',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-XX:-UsePerfData',
    '-Dzookeeper.preAllocSize=256',
    '-Dorg.slf4j.simpleLogger.showDateTime=true',
    '-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS',
    '-Dorg.slf4j.simpleLogger.log.org.apache.zookeeper.server.FinalRequestProcessor=debug',
    `-Djava.security.auth.login.config=${join(dir, 'jaas.conf')}`,
    '-Dzookeeper.authProvider.1=org.apache.zookeeper.server.auth.SASLAuthenticationProvider',
  ];
}

// A client of few words. Records are jute (zookeeper.jute in the source): a frame is its length and its fields in order.

const CREATE = 1;
const SET_ACL = 7;
const CLOSE_SESSION = -11;
const ALL_RIGHTS = 31;

async function seed(host: string, port: number, locked: boolean): Promise<void> {
  const nodes = Object.entries(ZOOKEEPER_NODES).map(([path, data]) =>
    Buffer.concat([int(CREATE), buffer(path), buffer(data), accessList('world', 'anyone'), int(0)]),
  );
  const lock = Buffer.concat([int(SET_ACL), buffer('/'), accessList('digest', digest('keeper')), int(-1)]);
  const failed = (await errorsOf(host, port, locked ? [...nodes, lock] : nodes)).find((error) => error !== 0);
  if (failed !== undefined) throw new Error(`zookeeper answered error ${failed} to the seeding client`);
}

/** Opens a session, sends the requests, closes the session; the error code of each reply in order. */
async function errorsOf(host: string, port: number, requests: readonly Buffer[]): Promise<number[]> {
  const socket = connect({ host, port });
  const answered = replies(socket, requests.length + 1);
  // Protocol version, last transaction seen, session timeout in ms, session id, session password.
  socket.write(frame(Buffer.concat([int(0), Buffer.alloc(8), int(4000), Buffer.alloc(8), int(16), Buffer.alloc(16)])));
  for (const [index, request] of [...requests, int(CLOSE_SESSION)].entries()) {
    socket.write(frame(Buffer.concat([int(index + 1), request])));
  }
  const errors = await answered;
  socket.destroy();
  return errors;
}

/** The error codes of the replies, in order; the first frame answers the session request and has none. */
function replies(socket: Socket, count: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('zookeeper closed the connection')));
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const frames = framesOf(bytes);
      // xid (4), zxid (8), error (4)
      if (frames.length === count + 1) resolve(frames.slice(1).map((reply) => reply.readInt32BE(12)));
    });
  });
}

function framesOf(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  let at = 0;
  while (at + 4 <= bytes.length && at + 4 + bytes.readInt32BE(at) <= bytes.length) {
    const end = at + 4 + bytes.readInt32BE(at);
    frames.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return frames;
}

const accessList = (scheme: string, id: string) => Buffer.concat([int(1), int(ALL_RIGHTS), buffer(scheme), buffer(id)]);
const frame = (body: Buffer) => Buffer.concat([int(body.length), body]);
const buffer = (value: string) => Buffer.concat([int(value.length), Buffer.from(value)]);
const digest = (name: string) => `${name}:${createHash('sha1').update(`${name}:secret`).digest('base64')}`;

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
