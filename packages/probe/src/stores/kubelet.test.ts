import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import { underTls } from '../../testing/tls-front.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const SHOWN = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes' } as const;

const TEXT = { 'Content-Type': 'text/plain; charset=utf-8' };
const notFound: StandInReply = { status: 404, headers: TEXT, body: '404 page not found\n' };
const NO_LOGIN: StandInReply = { status: 401, body: 'Unauthorized' };
const LOG = '/containerLogs/vigie/no-such-pod/no-such-container';

/** Until fine-grained authorisation there was one subresource, and since then there may be several. */
function forbidden(subresources: string): StandInReply {
  return {
    status: 403,
    body: `Forbidden (user=system:anonymous, verb=get, resource=nodes, ${subresources})`,
  };
}

const CANARY = 'postgres://ada:hunter2@db';
const pods: StandInReply = {
  status: 200,
  body: {
    kind: 'PodList',
    apiVersion: 'v1',
    metadata: {},
    items: [
      { metadata: { name: 'api-0' }, spec: { containers: [{ name: 'api', env: [{ name: 'DB', value: CANARY }] }] } },
    ],
  },
};
const pod = (namespace: string, name: string, ...volume: unknown[]) => ({
  podRef: { name, namespace, uid: 'a1' },
  containers: [{ name: 'main', cpu: { usageNanoCores: 1 } }],
  volume,
});
const claim = { time: '2026-11-23T10:00:00Z', usedBytes: 76_975_859, capacityBytes: 1_000_000_000, name: 'data' };
const summary: StandInReply = {
  status: 200,
  body: {
    node: { nodeName: 'node-1' },
    pods: [
      pod('default', 'api-0', { ...claim, pvcRef: { name: 'data-api-0', namespace: 'default' } }, { name: 'token' }),
      pod('default', 'api-1'),
      pod('kube-system', 'coredns-1'),
    ],
  },
};
const metrics: StandInReply = {
  status: 200,
  headers: TEXT,
  body:
    '# TYPE kubernetes_build_info gauge\nkubernetes_build_info{build_date="2024-01-17T13:38:41Z",compiler="gc",' +
    'git_commit="bc401b9",git_version="v1.29.1",go_version="go1.21.6",major="1",minor="29",platform="linux/amd64"} 1\n',
};

const OPEN: Record<string, StandInReply> = {
  '/pods': pods,
  '/stats/summary': summary,
  '/metrics': metrics,
  [LOG]: { status: 404, headers: TEXT, body: 'pod "no-such-pod" does not exist\n' },
};

async function plain(t: TestContext, replies: Record<string, StandInReply>, otherwise = notFound) {
  const server = await startHttpStandIn((_method, path) => replies[path] ?? otherwise);
  t.after(server.stop);
  return server;
}

/** The kubelet's own port speaks TLS only. */
async function secured(t: TestContext, replies: Record<string, StandInReply>) {
  const server = await underTls(await startHttpStandIn((_method, path) => replies[path] ?? notFound));
  t.after(server.stop);
  return server;
}

describe('kubelet, stand-in from the documentation', () => {
  it('sees by the log of a pod that is not there that strangers may enter every container', async (t) => {
    const server = await secured(t, OPEN);
    const report = await meetStore('kubelet', 'open', server.port, { source: SOURCE });
    assert.equal(report.product, 'kubelet');
    assert.equal(report.version, '1.29.1');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, posture({ ...SHOWN, write: 'yes', administer: 'yes' }));
    assert.deepEqual(report.inventory, {
      containers: [
        {
          name: 'pods by namespace',
          collections: [
            { name: 'default', rows: 2, rowsBasis: 'exact', columns: [] },
            { name: 'kube-system', rows: 1, rowsBasis: 'exact', columns: [] },
          ],
        },
        {
          name: 'volumes',
          collections: [{ name: 'default/data-api-0', bytes: 76_975_859, bytesBasis: 'exact', columns: [] }],
        },
      ],
    });
    assert.deepEqual(
      report.findings.map((finding) => finding.rule),
      ['kubelet/no-authentication'],
    );
    assert.doesNotMatch(JSON.stringify(report), /hunter2|api-1/);
    assert.ok(server.requests.every((request) => request.startsWith('GET ')));
    assert.ok(!server.requests.some((request) => /^GET \/(?:exec|run|attach|logs)/.test(request)));
  });

  it('finds the read-only port open to reading and to nothing else', async (t) => {
    const { [LOG]: _log, ...replies } = OPEN;
    const server = await plain(t, replies);
    const report = await meetStore('kubelet', 'read-only', server.port, { source: SOURCE });
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, posture({ ...SHOWN, write: 'no', administer: 'no' }));
    assert.equal(report.findings[0]?.rule, 'kubelet/pods-readable');
  });

  it('finds nothing to enter where the paths for it are turned off', async (t) => {
    const server = await secured(t, { ...OPEN, [LOG]: { status: 405, body: 'Debug endpoints are disabled.\n' } });
    const report = await meetStore('kubelet', 'debugging-off', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, posture({ ...SHOWN, write: 'no', administer: 'no' }));
  });

  it('calls a kubelet closed that knows no anonymous callers', async (t) => {
    const server = await secured(t, { '/pods': NO_LOGIN, '/stats/summary': NO_LOGIN, '/metrics': NO_LOGIN });
    const report = await meetStore('kubelet', 'closed', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('no'));
    assert.deepEqual(report.findings, []);
  });

  it('calls a kubelet closed that asks the cluster, which gives strangers nothing', async (t) => {
    const server = await secured(t, {
      '/pods': forbidden('subresource(s)=[pods proxy]'),
      '/stats/summary': forbidden('subresource(s)=[stats]'),
    });
    const report = await meetStore('kubelet', 'forbidden', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('no'));
    assert.ok(!server.requests.includes('GET /metrics'));
  });

  it('calls a kubelet partial whose statistics have been given to strangers', async (t) => {
    const server = await secured(t, {
      ...OPEN,
      '/pods': forbidden('subresource=proxy'),
      '/metrics': forbidden('subresource=metrics'),
    });
    const report = await meetStore('kubelet', 'half-open', server.port, { source: SOURCE });
    assert.equal(report.version, undefined);
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(
      report.posture,
      posture({ identify: 'yes', list: 'yes', count: 'yes', read: 'no', write: 'no', administer: 'no' }),
    );
    assert.equal(report.findings[0]?.rule, 'kubelet/statistics-readable');
    assert.ok(!server.requests.includes(`GET ${LOG}`));
  });

  it('keeps only the first words of the list of pods', async (t) => {
    const server = await plain(t, OPEN);
    const original = JSON.parse(JSON.stringify(pods.body)) as { items: unknown[] };
    const many = { ...original, items: Array.from({ length: 2000 }, () => original.items[0]) };
    const big = await plain(t, { ...OPEN, '/pods': { status: 200, body: many } });
    const report = await withoutRecording(() => meetStore('kubelet', 'many', big.port));
    assert.equal(report.posture.read, 'yes');
    await server.stop();
  });

  it('says unknown of what a kubelet that is in trouble does not answer', async (t) => {
    const broken = { status: 500, body: 'Authorization error (user=system:anonymous, verb=get, resource=nodes)' };
    const server = await secured(t, {
      ...OPEN,
      '/pods': pods,
      '/stats/summary': broken,
      '/metrics': broken,
      [LOG]: broken,
    });
    const report = await meetStore('kubelet', 'unclear', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'yes', read: 'yes' }));
    assert.equal(report.inventory, undefined);
  });

  it('does not claim other programs in Go that have nothing at the root', async (t) => {
    const others: StandInReply[] = [
      notFound,
      { status: 401, body: 'Unauthorized\n' },
      { status: 403, body: 'Forbidden' },
      { status: 200, body: { kind: 'List', items: [] } },
    ];
    for (const answer of others) {
      const server = await plain(t, { '/': notFound }, answer);
      const met = await withoutRecording(() => meet('kubelet', 'other', server.port));
      assert.ok(!('product' in met), JSON.stringify(answer));
    }
  });

  it('does not claim kube-rbac-proxy, which refuses the root too', async (t) => {
    const server = await plain(t, {}, forbidden('subresource=metrics'));
    const met = await withoutRecording(() => meet('kubelet', 'kube-rbac-proxy', server.port));
    assert.ok(!('product' in met));
  });
});
