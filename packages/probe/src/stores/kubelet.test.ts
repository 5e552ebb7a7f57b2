import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import { underTls } from '../../testing/tls-front.ts';
import type { StoreReport } from '../encounter.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const text = (status: number, body: string): StandInReply => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});
const NOT_FOUND = text(404, '404 page not found\n');
const UNAUTHORIZED = text(401, 'Unauthorized');
const NO_DEBUGGING = text(405, 'Debug endpoints are disabled.\n');
const PROFILES = text(200, '<html><head><title>/debug/pprof/</title></head></html>');
const METRICS = text(
  200,
  '# TYPE kubernetes_build_info gauge\nkubernetes_build_info{build_date="x",git_version="v1.31.4",major="1"} 1\n',
);
const forbidden = (subresource: string) =>
  text(403, `Forbidden (user=system:anonymous, verb=get, resource=nodes, subresource${subresource})\n`);

const NAMESPACES = ['shop', 'shop', 'kube-system'];
const POD_LIST = {
  kind: 'PodList',
  apiVersion: 'v1',
  metadata: {},
  items: NAMESPACES.map((namespace, i) => ({ metadata: { name: `pod-${i}`, namespace }, spec: { containers: [] } })),
};
const SUMMARY = {
  node: { nodeName: 'worker-1' },
  pods: NAMESPACES.map((namespace, i) => ({ podRef: { name: `pod-${i}`, namespace, uid: String(i) } })),
};
const WATCHED = [
  ['shop', 'pods', 2, 'exact'],
  ['kube-system', 'pods', 1, 'exact'],
];

type Paths = Readonly<Record<string, StandInReply>>;

/** Paths that are registered go through the login; all others are 404 before it. */
async function kubelet(t: TestContext, paths: Paths, options: { tls: boolean } = { tls: true }) {
  const plain = await startHttpStandIn((_method, path) => paths[path.split('?')[0] ?? ''] ?? NOT_FOUND);
  const server = options.tls ? await underTls(plain) : plain;
  t.after(server.stop);
  return server;
}

const REGISTERED = ['/healthz', '/pods', '/runningpods/', '/stats/summary', '/metrics', '/debug/pprof/', '/configz'];
const everywhere = (reply: StandInReply): Paths => Object.fromEntries(REGISTERED.map((path) => [path, reply]));
const rules = (report: StoreReport) => report.findings.map((finding) => finding.rule);
const counts = (report: StoreReport) =>
  report.inventory?.containers.flatMap(({ name, collections }) =>
    collections.map((collection) => [name, collection.name, collection.rows, collection.rowsBasis]),
  );
const OPEN = posture({ identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' });

/** Pods' descriptions, commands, logs and the configuration are nowhere asked for. */
function assertModest(requests: readonly string[]): void {
  for (const request of requests) assert.doesNotMatch(request, /^(?!GET)|\/pods|exec|\/run\/|[lL]ogs|configz|attach/);
}

describe('kubelet, stand-in from the documentation', () => {
  it('calls a kubelet that lets strangers run commands open, and runs none', async (t) => {
    const paths = { '/runningpods/': { status: 200, body: POD_LIST }, '/debug/pprof/': PROFILES, '/metrics': METRICS };
    const server = await kubelet(t, paths);
    const report = await meetStore('kubelet', 'open', server.port, { source: SOURCE });
    assert.equal(report.product, 'kubelet');
    assert.equal(report.version, '1.31.4');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, OPEN);
    assert.deepEqual(counts(report), WATCHED);
    assert.deepEqual(rules(report), ['kubelet/anonymous-commands']);
    assertModest(server.requests);
  });

  it('takes the words of profiling that is off for the right that leads to them', async (t) => {
    const profiles = text(405, 'profiling endpoint is disabled.\n');
    const server = await kubelet(t, { '/runningpods/': { status: 200, body: POD_LIST }, '/debug/pprof/': profiles });
    const report = await meetStore('kubelet', 'open-without-profiling', server.port, { source: SOURCE });
    assert.equal(report.version, undefined);
    assert.deepEqual(report.posture, OPEN);
  });

  it('knows one that gives the pods and refuses commands', async (t) => {
    const paths = { '/runningpods/': { status: 200, body: POD_LIST }, '/debug/pprof/': forbidden('(s)=[proxy]') };
    const server = await kubelet(t, paths);
    const report = await meetStore('kubelet', 'pods-only', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, { ...OPEN, write: 'no', administer: 'no' });
    assert.deepEqual(rules(report), ['kubelet/anonymous-pods']);
  });

  it('calls the read-only port open for reading and never for changing', async (t) => {
    const paths = {
      '/runningpods/': NO_DEBUGGING,
      '/debug/pprof/': NO_DEBUGGING,
      '/stats/summary': { status: 200, body: SUMMARY },
      '/metrics': METRICS,
      '/healthz': text(200, 'ok'),
    };
    const server = await kubelet(t, paths, { tls: false });
    const report = await meetStore('kubelet', 'read-only-port', server.port, { source: SOURCE });
    assert.equal(report.tls, false);
    assert.equal(report.version, '1.31.4');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, { ...OPEN, write: 'no', administer: 'no' });
    assert.deepEqual(counts(report), WATCHED);
    assert.deepEqual(rules(report), ['kubelet/read-only-port']);
    assertModest(server.requests);
  });

  it('calls one that gives strangers its statistics alone partial', async (t) => {
    const paths = { ...everywhere(forbidden('=proxy')), '/stats/summary': { status: 200, body: SUMMARY } };
    const server = await kubelet(t, paths);
    const report = await meetStore('kubelet', 'statistics-only', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, { ...refused('yes'), list: 'yes', count: 'yes' });
    assert.deepEqual(counts(report), WATCHED);
    assert.deepEqual(rules(report), ['kubelet/anonymous-statistics']);
  });

  it('calls one without anonymous requests closed, and asks it once', async (t) => {
    const server = await kubelet(t, everywhere(UNAUTHORIZED));
    const report = await meetStore('kubelet', 'closed-401', server.port, { source: SOURCE });
    assert.equal(report.product, 'kubelet');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('no'));
    assert.deepEqual(report.findings, []);
    assert.equal(server.requests.filter((request) => request === 'GET /runningpods/').length, 1);
  });

  for (const [era, subresource] of [
    ['of one right for all', '=proxy'],
    ['of finer rights', '(s)=[pods proxy]'],
  ] as const) {
    it(`calls one that refuses system:anonymous closed, in the words ${era}`, async (t) => {
      const server = await kubelet(t, { ...everywhere(forbidden(subresource)), '/healthz': text(200, 'ok') });
      const scene = `closed-403-${era.replace(/\W+/g, '-')}`;
      const report = await meetStore('kubelet', scene, server.port, { source: SOURCE });
      assert.equal(report.verdict, 'closed');
      assert.deepEqual(report.posture, refused('no'));
    });
  }

  it('does not claim other servers made with Go', async (t) => {
    const others: Paths[] = [
      {},
      { '/healthz': text(200, 'ok'), '/metrics': METRICS },
      { ...everywhere(UNAUTHORIZED), '/version': UNAUTHORIZED },
      { '/runningpods/': text(403, 'Forbidden\n') },
    ];
    for (const paths of others) {
      const server = await kubelet(t, paths, { tls: false });
      const met = await withoutRecording(() => meet('kubelet', 'unused', server.port));
      assert.ok(!('product' in met) || met.product !== 'kubelet');
    }
  });

  it('leaves open what an error behind a refusal means', async (t) => {
    const error = text(500, 'Authorization error (user=system:anonymous, verb=get, resource=nodes, subresource=stats)');
    const server = await kubelet(t, { ...everywhere(forbidden('=proxy')), '/stats/summary': error }, { tls: false });
    const report = await withoutRecording(() => meetStore('kubelet', 'unused', server.port));
    assert.equal(report.verdict, 'unknown');
    assert.equal(report.posture.list, 'unknown');
  });
});
