// Starts a real NATS server (Debian package nats-server, 2.9) in a given state of openness.
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, type RunningServer, startServer } from './server.ts';

export type NatsState =
  /** No login for clients, and none for monitoring (role `monitoring`). */
  | 'open'
  /** Clients need user and password, but monitoring, on its own port, needs no login and tells of all that goes on. */
  | 'half-open'
  /** Clients need user and password; no monitoring. */
  | 'closed'
  /** Closed by a token; no monitoring. */
  | 'token'
  /** Trap: `no_auth_user`: one without a login becomes `guest`, who may only subscribe to and publish in `public.>`. */
  | 'guest'
  /** Trap: no login, but TLS with a client certificate, asked for after the plain INFO; no monitoring. */
  | 'client-certificate';

export interface NatsOptions extends ListenOptions {
  /** TLS after the plain INFO, as NATS does it (always on in the state `client-certificate`). */
  readonly tls?: boolean;
  /** Default true: JetStream, with the stream `orders` of two messages. */
  readonly jetstream?: boolean;
}

/** The stream that every server with JetStream holds. */
export const NATS_STREAM = { name: 'orders', subject: 'orders.new', messages: 2 } as const;

const PASSWORD = 'a-password-of-the-test-bench';

/** The log is the server's own with debug and trace: each connection, and each protocol line both ways. */
export async function startNats(state: NatsState, options: NatsOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const dir = makeDir('nats');
  const ports: Record<string, number> = { client: options.port ?? (await freePort()) };
  if (state === 'open' || state === 'half-open') ports.monitoring = await freePort();
  const tls = options.tls === true || state === 'client-certificate';
  const lines = [`listen: "${host}:${ports.client}"`, 'debug: true', 'trace: true', access(state)];
  if (ports.monitoring !== undefined) lines.push(`http: "${host}:${ports.monitoring}"`);
  if (options.jetstream !== false) {
    lines.push(`jetstream { store_dir: "${join(dir, 'jetstream')}", max_mem: 1M, max_file: 16M }`);
  }
  if (tls) {
    const made = makeCertificate(dir);
    const verify = state === 'client-certificate';
    lines.push(
      `tls { cert_file: "${made.certificate}", key_file: "${made.key}", ca_file: "${made.authority}", verify: ${verify} }`,
    );
  }
  const config = join(dir, 'nats.conf');
  writeFileSync(config, lines.join('\n'));
  const server = await startServer({ name: 'nats', command: 'nats-server', args: ['-c', config], dir, host, ports });
  if (options.jetstream === false) return withLog(server);
  return seeded(withLog(server), () => fill(server));
}

function access(state: NatsState): string {
  switch (state) {
    case 'open':
    case 'client-certificate':
      return '';
    case 'half-open':
    case 'closed':
      return `authorization { user: keeper, password: "${PASSWORD}" }`;
    case 'token':
      return `authorization { token: "${PASSWORD}" }`;
    case 'guest': {
      const guest = '{ user: guest, permissions: { publish: "public.>", subscribe: "public.>" } }';
      return `no_auth_user: guest\nauthorization { users: [ { user: keeper, password: "${PASSWORD}" }, ${guest} ] }`;
    }
  }
}

/** Makes the stream and publishes into it; each step is answered in the inbox. */
function fill(server: RunningServer): Promise<void> {
  const login = { verbose: false, user: 'keeper', pass: PASSWORD, auth_token: PASSWORD };
  const stream = JSON.stringify({ name: NATS_STREAM.name, subjects: [NATS_STREAM.subject], storage: 'file' });
  const publish = (subject: string, text: string) => `PUB ${subject} _INBOX.bench ${text.length}\r\n${text}\r\n`;
  const lines = [
    `CONNECT ${JSON.stringify(login)}\r\n`,
    'SUB _INBOX.bench 1\r\n',
    publish(`$JS.API.STREAM.CREATE.${NATS_STREAM.name}`, stream),
    publish(NATS_STREAM.subject, 'lamp'),
    publish(NATS_STREAM.subject, 'chair'),
  ];
  return new Promise((resolve, reject) => {
    let text = '';
    const plain = connect({ host: server.host, port: server.port });
    plain.setTimeout(5000, () => plain.destroy(new Error(`nats did not answer; it said: ${text}`)));
    plain.on('error', reject);
    plain.once('data', (info) => {
      const socket = info.includes('"tls_required":true') ? connectTls({ socket: plain, ...files(server.dir) }) : plain;
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
        if (text.includes('-ERR') || text.includes('"error"')) plain.destroy(new Error(`nats said: ${text}`));
        if (!text.includes(`"seq":${NATS_STREAM.messages}`)) return;
        plain.destroy();
        resolve();
      });
      socket.write(lines.join(''));
    });
  });
}

/** The server's own certificate serves as the client's. */
function files(dir: string) {
  const file = (name: string) => readFileSync(join(dir, name));
  return { ca: file('ca.pem'), cert: file('server.pem'), key: file('server.key') };
}
