// Starts a real NATS server (Debian package nats-server, 2.9) in a given state of openness.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { exchange } from './plain-client.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, startServer } from './server.ts';

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
  const config = join(dir, 'nats.conf');
  writeFileSync(config, [...settings(host, dir, ports, options), ...access(state, options, dir)].join('\n'));
  const server = await startServer({ name: 'nats', command: 'nats-server', args: ['-c', config], dir, host, ports });
  return options.jetstream === false ? withLog(server) : seeded(withLog(server), fill);
}
