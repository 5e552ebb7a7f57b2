import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import { underTls } from '../../testing/tls-front.ts';
import type { StoreReport } from '../encounter.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const ok = (body: unknown): StandInReply => ({ status: 200, body });
const status = (code: number, reason: string, message: string): StandInReply => ({
  status: code,
  body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code },
});
const UNAUTHORIZED = status(401, 'Unauthorized', 'Unauthorized');
const noPath = (path: string) =>
  status(403, 'Forbidden', `forbidden: User "system:anonymous" cannot get path "${path}"`);
const noList = (resource: string) =>
  status(
    403,
    'Forbidden',
    `${resource} is forbidden: User "system:anonymous" cannot list resource "${resource}" in API group "" at the cluster scope`,
  );
const ROOT = ok({
  paths: ['/.well-known/openid-configuration', '/api', '/api/v1', '/apis', '/apis/', '/healthz', '/version'],
});
const version = (gitVersion: string) =>
  ok({ major: '1', minor: '31', gitVersion, gitCommit: 'abc', goVersion: 'go1.22.9', platform: 'linux/amd64' });
const table = (names: readonly string[], metadata: object = {}) =>
  ok({
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: { resourceVersion: '1', ...metadata },
    columnDefinitions: [{ name: 'Name', type: 'string' }],
    rows: names.map((name) => ({ cells: [name, 'Active', '5d'], object: null })),
  });
const review = (resourceRules: unknown, incomplete = false): StandInReply => ({
  status: 201,
  body: {
    kind: 'SelfSubjectRulesReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: {},
    status: { resourceRules, nonResourceRules: [], incomplete },
  },
});
const EVERYTHING = review([{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }]);
const BASIC = { verbs: ['create'], apiGroups: ['authorization.k8s.io'], resources: ['selfsubjectrulesreviews'] };

type Paths = Readonly<Record<string, StandInReply>>;
const NAMESPACES = '/api/v1/namespaces';
const PODS = '/api/v1/pods';
const RULES = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
const PODS_42 = table(['web-1'], { continue: 'x', remainingItemCount: 41 });

async function apiServer(t: TestContext, paths: Paths, otherwise = noPath) {
  const accepts: string[] = [];
  const plain = await startHttpStandIn((_method, url, request) => {
    const path = url.split('?')[0] ?? '';
    if (path.startsWith('/api/')) accepts.push(request.headers.accept ?? '');
    return paths[path] ?? otherwise(path);
  });
  const server = await underTls(plain);
  t.after(server.stop);
  return { ...server, accepts };
}

const rules = (report: StoreReport) => report.findings.map((finding) => finding.rule);
const names = (report: StoreReport) => report.inventory?.containers.map((container) => container.name);
const OPEN = posture({ identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' });

/** No object, no secret, and nothing posted but the question about one's own rights. */
function assertModest({ requests, accepts }: { requests: readonly string[]; accepts: readonly string[] }): void {
  for (const request of requests) {
    assert.doesNotMatch(request, /secrets|configmaps/);
    assert.match(request, /^GET |^POST \/apis\/authorization\.k8s\.io\/v1\/selfsubjectrulesreviews$/);
    if (request.startsWith('GET /api/v1/')) assert.match(request, /limit=\d+&includeObject=None/);
  }
  for (const accept of accepts) for (const part of accept.split(',')) assert.match(part, /;as=Table;/);
}

describe('kubernetes, stand-in from the documentation', () => {
  it('calls an API server that allows strangers everything open, and takes names and numbers only', async (t) => {
    const server = await apiServer(t, {
      '/': ROOT,
      '/version': version('v1.31.4'),
      [NAMESPACES]: table(['default', 'kube-system', 'shop']),
      [PODS]: PODS_42,
      [RULES]: EVERYTHING,
    });
    const report = await meetStore('kubernetes', 'open', server.port, { source: SOURCE });
    assert.equal(report.product, 'kubernetes');
    assert.equal(report.version, '1.31.4');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, OPEN);
    assert.deepEqual(names(report), ['(all namespaces)', 'default', 'kube-system', 'shop']);
    assert.deepEqual(report.inventory?.containers[0]?.collections, [
      { name: 'pods', rows: 42, rowsBasis: 'estimate', columns: [] },
    ]);
    assert.deepEqual(rules(report), ['kubernetes/anonymous-changes']);
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /anonymous-auth=false/);
    assertModest(server);
  });

  it('calls one whose pods strangers may list open for reading, and does not guess what they may change', async (t) => {
    const server = await apiServer(t, {
      '/version': version('v1.34.1'),
      [NAMESPACES]: noList('namespaces'),
      [PODS]: PODS_42,
      [RULES]: review([BASIC, { verbs: ['get', 'list'], apiGroups: [''], resources: ['pods'] }]),
    });
    const report = await meetStore('kubernetes', 'pods-only', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, { ...OPEN, list: 'no', write: 'unknown', administer: 'no' });
    assert.deepEqual(rules(report), ['kubernetes/anonymous-reads']);
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /config\.k8s\.io\/v1\n/);
    assert.match(report.caveats?.join() ?? '', /Secrets/);
    assertModest(server);
  });

  it('calls one that lists its namespaces and refuses the rest partial', async (t) => {
    const server = await apiServer(t, {
      '/version': version('v1.31.4-gke.100'),
      [NAMESPACES]: table(['default', 'shop']),
      [PODS]: noList('pods'),
    });
    const report = await meetStore('kubernetes', 'namespaces-only', server.port, { source: SOURCE });
    assert.equal(report.version, '1.31.4-gke.100');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'yes', count: 'yes' }));
    assert.deepEqual(names(report), ['default', 'shop']);
    assert.deepEqual(rules(report), ['kubernetes/anonymous-lists']);
  });

  it('calls a default installation closed although it tells strangers its version', async (t) => {
    const server = await apiServer(t, {
      '/version': version('v1.31.4'),
      [NAMESPACES]: noList('namespaces'),
      [PODS]: noList('pods'),
    });
    const report = await meetStore('kubernetes', 'closed-403', server.port, { source: SOURCE });
    assert.equal(report.version, '1.31.4');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.deepEqual(report.findings, []);
    assert.ok(server.requests.every((request) => request.startsWith('GET ')));
  });

  it('calls one without anonymous requests closed, which tells nothing but its way to refuse', async (t) => {
    const server = await apiServer(t, {}, () => UNAUTHORIZED);
    const report = await meetStore('kubernetes', 'closed-401', server.port, { source: SOURCE });
    assert.equal(report.product, 'kubernetes');
    assert.equal(report.version, undefined);
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('no'));
  });

  it('recognises one that hides its version from strangers by how it speaks of resources', async (t) => {
    const server = await apiServer(t, { [NAMESPACES]: noList('namespaces'), [PODS]: noList('pods') });
    const report = await meetStore('kubernetes', 'closed-without-version', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, refused('no'));
  });

  it('does not take the right to one object by its name for the right to all', async (t) => {
    const server = await apiServer(t, {
      '/version': version('v1.31.4'),
      [NAMESPACES]: table(['default']),
      [PODS]: noList('pods'),
      [RULES]: review([{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], resourceNames: ['banner'] }], true),
    });
    const report = await withoutRecording(() => meetStore('kubernetes', 'unused', server.port));
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'yes', count: 'yes' }));
  });

  it('stops at the fourth page of an endless list of namespaces', async (t) => {
    const server = await apiServer(t, {
      '/': ROOT,
      '/version': version('v1.31.4'),
      [NAMESPACES]: table(['again'], { continue: 'again', remainingItemCount: 9 }),
      [PODS]: noList('pods'),
    });
    const report = await withoutRecording(() => meetStore('kubernetes', 'unused', server.port));
    assert.equal(report.inventory?.truncated, true);
    assert.ok(server.requests.length < 15);
  });

  it('claims neither the scheduler nor the metrics server, which refuse alike', async (t) => {
    const others: Paths[] = [
      {},
      { '/version': version('v0.7.2'), [NAMESPACES]: noPath(NAMESPACES) },
      { '/': ok({ paths: ['/about'] }) },
    ];
    for (const paths of others) {
      const server = await apiServer(t, paths);
      const met = await withoutRecording(() => meet('kubernetes', 'unused', server.port));
      assert.ok(!('product' in met) || met.product !== 'kubernetes');
    }
  });

  it('leaves open what an answer that is no list means', async (t) => {
    const server = await apiServer(t, {
      '/': ROOT,
      '/version': version('v1.31.4'),
      [NAMESPACES]: status(406, 'NotAcceptable', 'only the following media types are accepted'),
      [PODS]: { status: 503 },
    });
    const report = await withoutRecording(() => meetStore('kubernetes', 'unused', server.port));
    assert.equal(report.verdict, 'unknown');
    assert.deepEqual(report.posture, posture({ identify: 'yes' }));
  });
});
