import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { type EtcdOptions, type EtcdState, startEtcd } from '../../testing/etcd.ts';
import { request } from '../../testing/http-request.ts';
import { settledLog } from '../../testing/log-reading.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { findProgram, freePort, lacks, makeDir, startServer } from '../../testing/server.ts';
import { startHttpStandIn } from '../../testing/stand-in.ts';

const source = 'Debian 12 etcd-server 3.4.23';
const standIn = 'stand-in from the documentation';

async function started(t: TestContext, state: EtcdState, options?: EtcdOptions) {
  const server = await startEtcd(state, options);
  t.after(server.stop);
  const portOf = (role: string) => server.ports[role] ?? 0;
  return {
    server,
    portOf,
    meetAt: (role: string, scene: string) => meetStore('etcd', scene, portOf(role), { source }),
  };
}

const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const NOTHING = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };
const KUBERNETES_RULES = ['etcd/no-authentication', 'etcd/kubernetes-state'];

type Report = Awaited<ReturnType<typeof meetStore>>;
const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);
const rowsOf = (report: Report) =>
  Object.fromEntries(
    (report.inventory?.containers ?? []).flatMap(({ collections }) =>
      collections.map(({ name, rows }) => [name, rows]),
    ),
  );
/** What the launcher puts in: one secret of Kubernetes and three other keys. */
const FOUR_KEYS = { '/registry/secrets/': 1, 'other keys in /registry/': 0, 'other keys': 3 };

describe('etcd', { skip: lacks('etcd', 'etcd-server') }, () => {
  it('calls an etcd without authentication open, counts its keys, and knows the secrets of a Kubernetes by their number', async (t) => {
    const { meetAt } = await started(t, 'open');
    const report = await meetAt('client', 'open');
    assert.equal(report.product, 'etcd');
    assert.equal(report.version, '3.4.23');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rowsOf(report), FOUR_KEYS);
    assert.equal(report.inventory?.containers[0]?.collections[0]?.rowsBasis, 'exact');
    assert.deepEqual(rulesOf(report), KUBERNETES_RULES);
  });

  it('calls an etcd with authentication on closed although it answers /version', async (t) => {
    const { meetAt } = await started(t, 'closed');
    const report = await meetAt('client', 'closed');
    assert.equal(report.version, '3.4.23');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, NOTHING);
    assert.equal(report.inventory, undefined);
    assert.deepEqual(report.findings, []);
    assert.equal(report.caveats?.length, 1);
  });

  it('tells an open etcd under TLS', async (t) => {
    const { meetAt } = await started(t, 'open', { tls: true });
    const report = await meetAt('client', 'open-tls');
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(rulesOf(report), KUBERNETES_RULES);
  });

  it('names no store behind a port that demands a client certificate, since nothing is said there', async (t) => {
    const { portOf } = await started(t, 'client-certificate');
    for (const role of ['client', 'peer']) {
      const met = await meet('etcd', `client-certificate-${role}`, portOf(role), { source });
      assert.ok(!('product' in met));
    }
  });

  it('finds keys that anyone can read at the peer port of an etcd whose client port demands certificates', async (t) => {
    const { meetAt } = await started(t, 'half-open');
    const report = await meetAt('peer', 'open-peer');
    assert.equal(report.transport, 'peer');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rowsOf(report), FOUR_KEYS);
    assert.deepEqual(rulesOf(report), [...KUBERNETES_RULES, 'etcd/peer-without-certificate']);
  });

  it('calls the peer port of an etcd with authentication on partial: keys are refused, and members speak without a login', async (t) => {
    const { meetAt } = await started(t, 'closed');
    const report = await meetAt('peer', 'closed-peer');
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.count, 'no');
    assert.equal(report.posture.read, 'unknown');
    assert.deepEqual(rulesOf(report), ['etcd/peer-without-certificate']);
  });

  it('calls a listener for metrics partial: it tells how many keys there are, and none of them', async (t) => {
    const { meetAt } = await started(t, 'half-open');
    const report = await meetAt('metrics', 'metrics');
    assert.equal(report.transport, 'metrics');
    assert.equal(report.version, '3.4.23');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, { ...NOTHING, count: 'yes' });
    const [keys] = report.inventory?.containers[0]?.collections ?? [];
    assert.equal(keys?.rows, 4);
    assert.ok((keys?.bytes ?? 0) > 10_000);
    assert.deepEqual(rulesOf(report), ['etcd/metrics-reachable']);
  });

  it('finds the old API open beside a closed new one', async (t) => {
    const { meetAt, portOf } = await started(t, 'v2');
    assert.deepEqual(rulesOf(await meetAt('client', 'v2')), KUBERNETES_RULES);
    await turnAuthenticationOn(portOf('client'));
    const report = await meetAt('client', 'v2-only');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(rulesOf(report), ['etcd/v2-without-authentication']);
  });

  for (const state of ['open', 'closed'] as const) {
    const skip = lacks('etcdctl', 'etcd-client');
    it(`tells by gRPC that an etcd without a JSON gateway is ${state}`, { skip }, async (t) => {
      const port = await startWithoutGateway(t);
      if (state === 'closed') turnAuthenticationOnByGrpc(port);
      const report = await meetStore('etcd', `no-gateway-${state}`, port, { source });
      assert.equal(report.version, '3.4.23');
      assert.equal(report.verdict, state);
      if (state === 'open') assert.deepEqual(rowsOf(report), { keys: 0 });
    });
  }

  it('asks for counts only: the log of the server shows no write, and no answer that carries a key', async (t) => {
    const { server, meetAt } = await started(t, 'open');
    const before = (await settledLog(server)).length;
    await meetAt('client', 'open');
    await meetAt('peer', 'open-both-ports');
    const log = (await settledLog(server)).slice(before);
    const requests = log
      .split('\n')
      .filter((line) => line.includes('"request stats"') || line.includes('request content'));
    assert.ok(requests.length >= 6, 'the log shows the requests');
    for (const line of requests) assert.match(line, /count_only:true|Maintenance\/Status/);
    assert.doesNotMatch(log, /KV\/(?:Put|DeleteRange|Txn)|etcdserverpb\.Auth|\/v2\/keys/);
  });
});

/** A server of which the configuration file was used: until 3.4 it has no JSON gateway unless the file says so. */
async function startWithoutGateway(t: TestContext): Promise<number> {
  const [port, peer, dir] = [await freePort(), await freePort(), makeDir('etcd')];
  const urls = { client: `http://127.0.0.1:${port}`, peer: `http://127.0.0.1:${peer}` };
  const args = [
    `--data-dir=${join(dir, 'data')}`,
    `--listen-client-urls=${urls.client}`,
    `--advertise-client-urls=${urls.client}`,
    `--listen-peer-urls=${urls.peer}`,
    `--initial-advertise-peer-urls=${urls.peer}`,
    `--initial-cluster=default=${urls.peer}`,
    '--heartbeat-interval=10',
    '--election-timeout=50',
    '--enable-grpc-gateway=false',
  ];
  const ready = async () => (await request(`${urls.client}/health`)).status === 200;
  const server = await startServer({ name: 'etcd', command: 'etcd', args, dir, ports: { client: port }, ready });
  t.after(server.stop);
  return port;
}

const ROOT = { name: 'root', password: 'a-password-of-the-test-bench' };

async function turnAuthenticationOn(port: number): Promise<void> {
  const steps = [
    ['user/add', ROOT],
    ['role/add', { name: 'root' }],
    ['user/grant', { user: 'root', role: 'root' }],
    ['enable', {}],
  ] as const;
  for (const [path, body] of steps) {
    const url = `http://127.0.0.1:${port}/v3/auth/${path}`;
    assert.equal((await request(url, { method: 'POST', body: JSON.stringify(body) })).status, 200, path);
  }
}

function turnAuthenticationOnByGrpc(port: number): void {
  const etcdctl = findProgram('etcdctl');
  assert.ok(etcdctl);
  const user = `${ROOT.name}:${ROOT.password}`;
  for (const command of [
    ['user', 'add', user],
    ['auth', 'enable'],
  ]) {
    const env = { ...process.env, ETCDCTL_API: '3' };
    execFileSync(etcdctl, [`--endpoints=http://127.0.0.1:${port}`, ...command], { env, stdio: 'pipe' });
  }
}

const VERSION_36 = { etcdserver: '3.6.1', etcdcluster: '3.6.0', storage: '3.6.0' };
const notFound = { status: 404, body: '404 page not found\n' };

describe(`etcd (${standIn})`, () => {
  it('reads the number of keys from version 3.2, whose gateway stands at another path', async (t) => {
    const server = await startHttpStandIn((_method, path) => {
      if (path === '/version') return { status: 200, body: { etcdserver: '3.2.32', etcdcluster: '3.2.0' } };
      if (path === '/v3alpha/kv/range') return { status: 200, body: { header: { revision: '1' } } };
      if (path === '/v3alpha/maintenance/status') return { status: 200, body: { dbSize: '24576' } };
      return notFound;
    });
    t.after(server.stop);
    const report = await meetStore('etcd', 'empty-3.2', server.port, { source: standIn });
    assert.equal(report.version, '3.2.32');
    assert.deepEqual(rowsOf(report), { keys: 0 });
    assert.equal(report.inventory?.containers[0]?.collections[0]?.bytes, 24_576);
    assert.match(report.findings[0]?.remedy.verify ?? '', /\/v3alpha\/kv\/range/);
    assert.ok(!server.requests.some((request) => request.includes('/v2/keys')));
  });

  it('calls an etcd 2 open by the switch of its authentication, and reads no key', async (t) => {
    const server = await startHttpStandIn((_method, path) => {
      if (path === '/version') return { status: 200, body: { etcdserver: '2.3.8', etcdcluster: '2.3.0' } };
      return path === '/v2/auth/enable' ? { status: 200, body: { enabled: false } } : notFound;
    });
    t.after(server.stop);
    const report = await meetStore('etcd', 'open-2.3', server.port, { source: standIn });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(rulesOf(report), ['etcd/v2-without-authentication']);
    assert.ok(!server.requests.some((request) => request.includes('/v2/keys')));
  });

  it('does not claim to know what guests may do in an etcd 2 with authentication on', async (t) => {
    const server = await startHttpStandIn((_method, path) => {
      if (path === '/version') return { status: 200, body: 'etcd 2.0.13' };
      return path === '/v2/auth/enable' ? { status: 200, body: { enabled: true } } : notFound;
    });
    t.after(server.stop);
    const report = await meetStore('etcd', 'guests-2.0', server.port, { source: standIn });
    assert.equal(report.version, '2.0.13');
    assert.equal(report.verdict, 'unknown');
    assert.equal(report.caveats?.length, 1);
  });

  it('knows the peer port of version 3.6, which serves no clients any more', async (t) => {
    const server = await startHttpStandIn((_method, path) => {
      if (path === '/version') return { status: 200, body: VERSION_36 };
      const member = { id: 1, name: 'one', peerURLs: ['http://127.0.0.1:2380'], clientURLs: ['http://127.0.0.1:2379'] };
      return path === '/members' ? { status: 200, body: [member] } : notFound;
    });
    t.after(server.stop);
    const report = await meetStore('etcd', 'peer-3.6', server.port, { source: standIn });
    assert.equal(report.transport, 'peer');
    assert.equal(report.verdict, 'partial');
    assert.ok(!server.requests.some((request) => request.startsWith('POST')));
  });

  it('calls an etcd closed in front of which a proxy asks for the login', async (t) => {
    const server = await startHttpStandIn((method, path) => {
      if (method === 'POST') return { status: 401, body: '<h1>Authorization Required</h1>' };
      return path === '/version' ? { status: 200, body: VERSION_36 } : notFound;
    });
    t.after(server.stop);
    assert.equal((await meetStore('etcd', 'proxy', server.port, { source: standIn })).verdict, 'closed');
  });

  for (const [name, status, body] of [
    ['has no leader', 503, { error: 'etcdserver: no leader', message: 'etcdserver: no leader', code: 14 }],
    ['answers a count with something else', 200, { kvs: [] }],
    ['does not like the question', 400, { error: 'etcdserver: too many operations in txn request', code: 3 }],
  ] as const) {
    it(`calls an etcd that ${name} unknown, neither open nor closed`, async (t) => {
      const server = await startHttpStandIn((method, path) => {
        if (method === 'POST') return { status, body };
        return path === '/version' ? { status: 200, body: VERSION_36 } : notFound;
      });
      t.after(server.stop);
      const report = await meetStore('etcd', `unclear-${status}`, server.port, { source: standIn });
      assert.equal(report.verdict, 'unknown');
      assert.deepEqual(report.findings, []);
    });
  }

  it('does not take another server made with Go for an etcd', async (t) => {
    const server = await startHttpStandIn((_method, path) => {
      if (path === '/version') return { status: 200, body: { major: '1', minor: '30', gitVersion: 'v1.30.1' } };
      return path === '/health' ? { status: 200, body: { health: 'true' } } : notFound;
    });
    t.after(server.stop);
    assert.ok(!('product' in (await meet('etcd', 'not-etcd', server.port, { source: standIn }))));
  });
});
