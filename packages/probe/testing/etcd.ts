// Starts a real etcd server (Debian package etcd-server, 3.4) in a given state of openness.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { request } from './http-request.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type EtcdState =
  /** No login: everyone reads and writes every key. */
  | 'open'
  /**
   * Clients need a certificate, but the listener for metrics (`--listen-metrics-urls`, role `metrics`) is plain HTTP
   * without a login: it tells version, size and count, and no key; so does the peer port of the names of members.
   * etcd knows no anonymous role that could see a part of the keys.
   */
  | 'half-open'
  /** Users and roles are on: keys are refused (code 3), though `/version`, `/metrics` and the size still answer all. */
  | 'closed'
  /** Closed by TLS that demands a client certificate in the handshake, on both ports; no listener for metrics. */
  | 'client-certificate'
  /** As `open`, with the old API v2 (`--enable-v2`), which has a store of its own. */
  | 'v2';

export interface EtcdOptions extends ListenOptions {
  /** TLS in place of plain HTTP on the client port (always on where a client certificate is demanded). */
  readonly tls?: boolean;
  readonly peerPort?: number;
}

/** What the server holds in every state; the last is what a Kubernetes leaves there. */
export const ETCD_KEYS = [
  'config/shop/currency',
  'config/shop/mail',
  'customers/1',
  '/registry/secrets/default/session-key',
] as const;

const PASSWORD = 'a-password-of-the-test-bench';

/** The log is the server's own at level `debug`: requests with their method, address and size. */
export async function startEtcd(state: EtcdState, options: EtcdOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const dir = makeDir('etcd');
  const needsCertificate = state === 'half-open' || state === 'client-certificate';
  const scheme = options.tls === true || needsCertificate ? 'https' : 'http';
  const ports: Record<string, number> = {
    client: options.port ?? (await freePort()),
    peer: options.peerPort ?? (await freePort()),
  };
  if (state === 'half-open') ports.metrics = await freePort();
  const client = `${scheme}://${host}:${ports.client}`;
  const peer = `${state === 'client-certificate' ? 'https' : 'http'}://${host}:${ports.peer}`;
  const args = [
    '--name=bench',
    `--data-dir=${join(dir, 'data')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=bench=${peer}`,
    // Alone in its cluster, it need not wait long for an election.
    '--heartbeat-interval=10',
    '--election-timeout=50',
    '--logger=zap',
    '--log-outputs=stderr',
    '--log-level=debug',
  ];
  const made = scheme === 'https' ? makeCertificate(dir) : undefined;
  if (made) args.push(`--cert-file=${made.certificate}`, `--key-file=${made.key}`);
  if (made && needsCertificate) args.push('--client-cert-auth', `--trusted-ca-file=${made.authority}`);
  if (made && state === 'client-certificate') {
    args.push(`--peer-cert-file=${made.certificate}`, `--peer-key-file=${made.key}`);
    args.push('--peer-client-cert-auth', `--peer-trusted-ca-file=${made.authority}`);
  }
  if (state === 'half-open') args.push(`--listen-metrics-urls=http://${host}:${ports.metrics}`);
  if (state === 'v2') args.push('--enable-v2');
  const server = await startServer({ name: 'etcd', command: 'etcd', args, dir, host, ports });
  const call = async (path: string, body: object) => {
    // The server's own certificate serves as the client's.
    const pair = made && { cert: readFileSync(made.certificate), key: readFileSync(made.key) };
    const asked = { method: 'POST', body: JSON.stringify(body), ...(pair && { client: pair }) } as const;
    const answer = await request(client + path, asked);
    if (answer.status !== 200) throw new Error(`etcd answered ${answer.status} to ${path}: ${answer.text}`);
  };
  return seeded(withLog(server), () => fill(state, call));
}

type Call = (path: string, body: object) => Promise<void>;

async function fill(state: EtcdState, call: Call): Promise<void> {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  for (const key of ETCD_KEYS) await call('/v3/kv/put', { key: base64(key), value: base64('of the test bench') });
  if (state !== 'closed') return;
  await call('/v3/auth/user/add', { name: 'root', password: PASSWORD });
  await call('/v3/auth/role/add', { name: 'root' });
  await call('/v3/auth/user/grant', { user: 'root', role: 'root' });
  await call('/v3/auth/enable', {});
}
