// Starts a real InfluxDB 1.x server (Debian package influxdb, 1.6) in a given state of openness.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { request } from './http-request.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type InfluxdbState =
  /** No login, as installed. */
  | 'open'
  /** Logins are on, but there is no administrator: 403 to all, save that the next who comes may create one. */
  | 'half-open'
  /** Logins are on, and there is an administrator: 401. */
  | 'closed'
  /** Trap: `auth-enabled` is off although there are users with passwords. */
  | 'users-but-open';

export interface InfluxdbOptions extends ListenOptions {
  /** HTTPS in place of HTTP. */
  readonly tls?: boolean;
  /** The port of the service for backups, which knows no login in any state. */
  readonly rpcPort?: number;
}

/** What the server holds in every state: 3 points, 2 series. */
export const INFLUXDB_DATABASE = { name: 'shop', measurement: 'orders', series: 2, points: 3 } as const;

const POINTS = `orders,customer=ada amount=12 1700000000000000000
orders,customer=ada amount=7 1700000001000000000
orders,customer=bo amount=30 1700000002000000000
`;

const PASSWORD = 'a-password-of-the-test-bench';

/** The log is the server's own: each HTTP request, and each statement. */
export async function startInfluxdb(state: InfluxdbState, options: InfluxdbOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const dir = makeDir('influxdb');
  const ports = { http: options.port ?? (await freePort()), rpc: options.rpcPort ?? (await freePort()) };
  writeFileSync(join(dir, 'influxdb.conf'), settings(state, options, host, ports, dir));
  const args = ['run', '-config', join(dir, 'influxdb.conf')];
  const server = withLog(await startServer({ name: 'influxdb', command: 'influxd', args, dir, host, ports }));
  return seeded(server, () => fill(server, state, options.tls === true));
}

function settings(
  state: InfluxdbState,
  options: InfluxdbOptions,
  host: string,
  ports: { http: number; rpc: number },
  dir: string,
): string {
  const made = options.tls === true ? makeCertificate(dir) : undefined;
  const https = made
    ? `https-enabled = true\nhttps-certificate = "${made.certificate}"\nhttps-private-key = "${made.key}"`
    : '';
  return `reporting-disabled = true
bind-address = "${host}:${ports.rpc}"
[meta]
dir = "${dir}/meta"
[data]
dir = "${dir}/data"
wal-dir = "${dir}/wal"
[monitor]
store-enabled = false
[http]
bind-address = "${host}:${ports.http}"
auth-enabled = ${state === 'closed' || state === 'half-open'}
${https}
[logging]
format = "logfmt"
level = "debug"
suppress-logo = true
`;
}

/** Where logins are on the first statement of all has to create the administrator, whom `half-open` loses again. */
async function fill(server: LoggedServer, state: InfluxdbState, tls: boolean): Promise<void> {
  const base = `http${tls ? 's' : ''}://${server.host}:${server.port}`;
  const login = { authorization: `Basic ${Buffer.from(`keeper:${PASSWORD}`).toString('base64')}` };
  const post = async (path: string, body: string, status: number) => {
    const headers = path === '/query' ? { ...login, 'content-type': 'application/x-www-form-urlencoded' } : login;
    const answer = await request(base + path, { method: 'POST', headers, body });
    if (answer.status === status && !answer.text.includes('"error"')) return;
    throw new Error(`influxdb answered ${answer.status} to ${body}: ${answer.text}`);
  };
  const query = (statement: string) => post('/query', `q=${encodeURIComponent(statement)}`, 200);
  if (state !== 'open') await query(`CREATE USER keeper WITH PASSWORD '${PASSWORD}' WITH ALL PRIVILEGES`);
  await query(`CREATE DATABASE ${INFLUXDB_DATABASE.name}`);
  await post(`/write?db=${INFLUXDB_DATABASE.name}`, POINTS, 204);
  if (state === 'half-open') await query('DROP USER keeper');
}
