// Starts a real mosquitto broker (Debian package mosquitto) in a given state of openness, with retained messages in it.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { seeded } from './seeding.ts';
import { accountOf, freePort, makeDir, startServer } from './server.ts';

export type MosquittoState =
  /** allow_anonymous true: everyone reads and writes every topic. */
  | 'open'
  /** Anonymous clients are let in; an ACL file lets them read `public/#` and `$SYS/#` only. */
  | 'half-open'
  /** Trap: anonymous clients are let in (CONNACK 0) and SUBACK grants what they ask, yet the ACL gives them nothing. */
  | 'no-topics'
  /** A password file; anonymous clients are refused. */
  | 'closed';

export interface MosquittoOptions extends ListenOptions {
  /** The port speaks TLS only. */
  readonly tls?: boolean;
  /** Adds a port of role `websockets`. */
  readonly websockets?: boolean;
}

/** The retained messages that every state holds. */
export const MOSQUITTO_TOPICS = { 'public/weather': '21', 'home/door': 'open', 'home/ada/heart-rate': '71' } as const;

const USER = 'mosquitto';
const KEEPER = { name: 'keeper', password: 'a-password-of-the-test-bench' } as const;

/** The log is the broker's, with every packet in it. */
export async function startMosquitto(state: MosquittoState, options: MosquittoOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const ports: Record<string, number> = { mqtt: port };
  const dir = makeDir('mosquitto', USER);
  const ids = accountOf(USER);
  const passwords = join(dir, 'passwords');
  execFileSync('mosquitto_passwd', ['-b', '-c', passwords, KEEPER.name, KEEPER.password], { stdio: 'pipe', ...ids });
  writeFileSync(join(dir, 'acl'), accessList(state));
  const lines = [
    `allow_anonymous ${state !== 'closed'}`,
    `password_file ${passwords}`,
    `acl_file ${join(dir, 'acl')}`,
    // Standard output would be held back in a buffer.
    'log_dest stderr',
    'log_type all',
    'sys_interval 1',
    `listener ${port} ${host}`,
  ];
  if (options.tls === true) {
    const made = makeCertificate(dir, USER);
    lines.push(`cafile ${made.authority}`, `certfile ${made.certificate}`, `keyfile ${made.key}`);
  }
  if (options.websockets === true) {
    ports.websockets = await freePort();
    lines.push(`listener ${ports.websockets} ${host}`, 'protocol websockets');
  }
  const config = join(dir, 'mosquitto.conf');
  writeFileSync(config, `${lines.join('\n')}\n`);
  const command = { name: 'mosquitto', command: 'mosquitto', args: ['-c', config], dir, user: USER, host, ports };
  return withLog(await seeded(await startServer(command), () => publishRetained(host, port, options.tls === true)));
}

/** Lines before the first `user` line are the rights of anonymous clients. */
function accessList(state: MosquittoState): string {
  const keeper = `user ${KEEPER.name}\ntopic readwrite #\n`;
  if (state === 'open') return `topic readwrite #\ntopic read $SYS/#\n${keeper}`;
  if (state === 'half-open') return `topic read public/#\ntopic read $SYS/#\n${keeper}`;
  return keeper;
}

/** MQTT 3.1.1 by hand (OASIS mqtt-v3.1.1, 3.1 and 3.3): CONNECT, PUBLISH with QoS 1 and retain, DISCONNECT. */
function publishRetained(host: string, port: number, tls: boolean): Promise<void> {
  const messages = Object.entries(MOSQUITTO_TOPICS);
  const socket = tls ? connectTls({ host, port, rejectUnauthorized: false }) : connect({ host, port });
  const login = Buffer.concat([text('MQTT'), Buffer.from([4, 0xc2, 0, 30]), text('seeder')]);
  socket.write(packet(0x10, Buffer.concat([login, text(KEEPER.name), text(KEEPER.password)])));
  for (const [index, [topic, value]] of messages.entries()) {
    socket.write(packet(0x33, Buffer.concat([text(topic), Buffer.from([0, index + 1]), Buffer.from(value)])));
  }
  // CONNACK and each PUBACK are four bytes.
  const expected = 4 + 4 * messages.length;
  return new Promise((resolve, reject) => {
    let received = 0;
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`mosquitto took ${received} of ${expected} bytes of answers`)));
    socket.on('data', (chunk) => {
      received += chunk.length;
      if (received < expected) return;
      socket.removeAllListeners('close');
      socket.end(packet(0xe0, Buffer.alloc(0)));
      resolve();
    });
  });
}

const packet = (head: number, body: Buffer) => Buffer.concat([Buffer.from([head, body.length]), body]);
const text = (value: string) => Buffer.concat([Buffer.from([0, value.length]), Buffer.from(value)]);
