// Starts a real etcd server (Debian package etcd-server, 3.4) in a given state of openness.
import { readFileSync } from 'node:fs';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Certificate, makeCertificate } from './certificate.ts';
import { type ListenOptions, type LoggedServer, withLog } from './logged-server.ts';
import { seeded } from './seeding.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type EtcdState =
  /** No login: everyone reads and writes every key. */
  | 'open'
  /**
   * Clients need a certificate, but the listener for metrics (`--listen-metrics-urls`, role `metrics`) is plain HTTP
   * without a login: it tells version, size and traffic, and no key. etcd knows no anonymous role that could see a part.
   */
  | 'half-open'
  /** Users and roles are on: keys are refused (code 3), though `/version`, `/metrics` and the size still answer all. */
  | 'closed'
  /** Closed by TLS that demands a client certificate in the handshake; no listener for metrics. */
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
  const peer = `http://${host}:${ports.peer}`;
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
  if (state === 'half-open') args.push(`--listen-metrics-urls=http://${host}:${ports.metrics}`);
  if (state === 'v2') args.push('--enable-v2');
  const server = await startServer({ name: 'etcd', command: 'etcd', args, dir, host, ports });
  const call = (path: string, body: object) => post(`${client}${path}`, body, made);
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

/** Asks the JSON gateway, with the server's own certificate as the client's where there is one. */
function post(url: string, body: object, made: Certificate | undefined): Promise<void> {
  const files = made && {
    ca: readFileSync(made.authority),
    cert: readFileSync(made.certificate),
    key: readFileSync(made.key),
  };
  return new Promise((resolve, reject) => {
    const options = { ...files, method: 'POST', agent: false, timeout: 5000 } as const;
    const asked = (made ? requestHttps : requestHttp)(url, options, (response) => {
      text(response).then((answer) => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${response.statusCode}: ${answer}`));
      }, reject);
    });
    asked.on('error', reject);
    asked.on('timeout', () => asked.destroy(new Error(`${url} did not answer`)));
    asked.end(JSON.stringify(body));
  });
}
