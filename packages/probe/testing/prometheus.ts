// Starts a real Prometheus server (Debian package prometheus, 2.42) in a given state of openness.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { request } from './http-request.ts';
import type { ListenOptions, LoggedServer } from './logged-server.ts';
import { freePort, makeDir, startServer } from './server.ts';

export type PrometheusState =
  /** No login, as installed: reads all, changes nothing. */
  | 'open'
  /** No login, in agent mode: version, settings and targets show, but there is nothing here to query (422). */
  | 'half-open'
  /** Basic authentication for every path, `/-/healthy` too. */
  | 'closed'
  /** Worse than open: `--web.enable-lifecycle`, anyone may reload and stop it. */
  | 'lifecycle'
  /** Worse than open: `--web.enable-admin-api`, anyone may delete series and take snapshots. */
  | 'admin-api'
  /** Worse than open: `--web.enable-remote-write-receiver`, anyone may write samples. */
  | 'remote-write'
  /** Trap: open below `/metrics-of-the-shop/` only; every other path is 404. */
  | 'route-prefix'
  /** Closed by TLS that demands a client certificate in the handshake. */
  | 'client-certificate';

export interface PrometheusOptions extends ListenOptions {
  /** HTTPS in place of HTTP (always on in the state `client-certificate`). */
  readonly tls?: boolean;
}

/** What the server holds, save in agent mode: series written by a recording rule. */
export const PROMETHEUS_SERIES = { name: 'shop_orders', series: 2 } as const;

const PREFIX = '/metrics-of-the-shop';
const PASSWORD = 'a-password-of-the-test-bench';
/** bcrypt of PASSWORD at the lowest cost, since every request is checked against it. */
const HASH = '$2b$04$TGSHFRf2SZXWpFTjdprMr.SvunKf6BcWoWq7DpW.7.9I0iu8F6Ko6';

const RULES = `groups:
  - name: shop
    interval: 250ms
    rules:
      - { record: shop_orders, expr: vector(2), labels: { customer: ada } }
      - { record: shop_orders, expr: vector(1), labels: { customer: bo } }
`;

/**
 * The log is the server's query log: a line for each query of a client. Of other requests it keeps no record; what it
 * prints at level `debug` is in `output`. Targets show some 5 s after the start.
 */
export async function startPrometheus(state: PrometheusState, options: PrometheusOptions = {}): Promise<LoggedServer> {
  const host = options.host ?? '127.0.0.1';
  const port = options.port ?? (await freePort());
  const dir = makeDir('prometheus');
  const tls = options.tls === true || state === 'client-certificate';
  const queries = join(dir, 'queries.log');
  writeFileSync(join(dir, 'rules.yml'), RULES);
  writeFileSync(join(dir, 'prometheus.yml'), settings(state, queries));
  writeFileSync(join(dir, 'web.yml'), access(state, tls ? dir : undefined));
  const args = [
    `--config.file=${join(dir, 'prometheus.yml')}`,
    `--web.config.file=${join(dir, 'web.yml')}`,
    `--web.listen-address=${host}:${port}`,
    '--log.level=debug',
    ...flags(state, join(dir, 'data')),
  ];
  const command = { name: 'prometheus', command: 'prometheus', args, dir, host, ports: { http: port } };
  const base = `http${tls ? 's' : ''}://${host}:${port}${state === 'route-prefix' ? PREFIX : ''}`;
  const server = await startServer({ ...command, ready: () => isFilled(state, base, tls ? dir : undefined) });
  // The rules are queries too; those of clients carry the request.
  const lines = () => (existsSync(queries) ? readFileSync(queries, 'utf8').split('\n') : []);
  const ofClients = () => lines().filter((line) => line.includes('"httpRequest"'));
  return { ...server, log: () => ofClients().join('\n') };
}

/** One target that is named and, in the lifetime of a test, never asked. */
function settings(state: PrometheusState, queries: string): string {
  const target = '- job_name: tills\n    static_configs: [{ targets: ["till.shop.invalid:9100"] }]';
  if (state === 'half-open') return `global:\n  scrape_interval: 365d\nscrape_configs:\n  ${target}\n`;
  return `global:
  scrape_interval: 365d
  query_log_file: ${queries}
rule_files: [rules.yml]
scrape_configs:
  ${target}
`;
}

function access(state: PrometheusState, tlsIn: string | undefined): string {
  const made = tlsIn === undefined ? undefined : makeCertificate(tlsIn);
  const lines: string[] = [];
  if (made) lines.push('tls_server_config:', `  cert_file: ${made.certificate}`, `  key_file: ${made.key}`);
  if (made && state === 'client-certificate') {
    lines.push('  client_auth_type: RequireAndVerifyClientCert', `  client_ca_file: ${made.authority}`);
  }
  if (state === 'closed') lines.push('basic_auth_users:', `  keeper: ${HASH}`);
  return `${lines.join('\n')}\n`;
}

function flags(state: PrometheusState, data: string): string[] {
  const stored = [`--storage.tsdb.path=${data}`];
  switch (state) {
    case 'open':
    case 'closed':
    case 'client-certificate':
      return stored;
    case 'half-open':
      return ['--enable-feature=agent', `--storage.agent.path=${data}`];
    case 'lifecycle':
      return [...stored, '--web.enable-lifecycle'];
    case 'admin-api':
      return [...stored, '--web.enable-admin-api'];
    case 'remote-write':
      return [...stored, '--web.enable-remote-write-receiver'];
    case 'route-prefix':
      return [...stored, `--web.external-url=${PREFIX}`];
  }
}

/** Whether the rules have written their series (not asked of `status/tsdb`, which keeps its first answer for 30 s). */
async function isFilled(state: PrometheusState, base: string, tlsIn: string | undefined): Promise<boolean> {
  const pem = (name: string) => readFileSync(join(tlsIn ?? '', name));
  const client = tlsIn === undefined ? undefined : { cert: pem('server.pem'), key: pem('server.key') };
  const headers = { authorization: `Basic ${Buffer.from(`keeper:${PASSWORD}`).toString('base64')}` };
  const path = state === 'half-open' ? '/-/ready' : `/api/v1/series?match[]=${PROMETHEUS_SERIES.name}`;
  const answer = await request(base + path, { headers, ...(client && { client }) });
  if (answer.status !== 200) return false;
  return state === 'half-open' || JSON.parse(answer.text).data.length === PROMETHEUS_SERIES.series;
}
