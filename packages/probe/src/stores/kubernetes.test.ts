import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import { underTls } from '../../testing/tls-front.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const LISTED = { identify: 'yes', list: 'yes', count: 'yes' } as const;
const REVIEW = 'POST /apis/authorization.k8s.io/v1/selfsubjectrulesreviews';

function status(code: 401 | 403, what = ''): StandInReply {
  const reason = code === 401 ? 'Unauthorized' : 'Forbidden';
  const message = code === 401 ? reason : `forbidden: User "system:anonymous" cannot ${what}`;
  const headers = { 'Audit-Id': 'd3f1', 'Cache-Control': 'no-cache, private' };
  return {
    status: code,
    headers,
    body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code },
  };
}

const version: StandInReply = {
  status: 200,
  body: {
    major: '1',
    minor: '32',
    gitVersion: 'v1.32.4',
    gitCommit: '59526cd4867447956156ae3a602fcbac10a2c335',
    gitTreeState: 'clean',
    buildDate: '2025-04-22T15:57:02Z',
    goVersion: 'go1.23.6',
    compiler: 'gc',
    platform: 'linux/amd64',
  },
};
const paths: StandInReply = { status: 200, body: { paths: ['/api', '/api/v1', '/apis', '/healthz', '/version'] } };

function table(names: readonly string[], metadata: object = {}): StandInReply {
  return {
    status: 200,
    body: {
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      metadata: { resourceVersion: '412', ...metadata },
      columnDefinitions: [
        { name: 'Name', type: 'string', format: 'name', priority: 0 },
        { name: 'Age', type: 'string', format: '', priority: 0 },
      ],
      rows: names.map((name) => ({ cells: [name, '10d'], object: null })),
    },
  };
}

function review(resourceRules: unknown, incomplete = false): StandInReply {
  return {
    status: 201,
    body: {
      kind: 'SelfSubjectRulesReview',
      apiVersion: 'authorization.k8s.io/v1',
      metadata: {},
      spec: {},
      status: { resourceRules, nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['/version'] }], incomplete },
    },
  };
}

const of = (resource: string, limit = 1) => `GET /api/v1/${resource}?limit=${limit}&includeObject=None`;
const ADMINISTRATOR = [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }];
const REVIEWER = {
  verbs: ['create'],
  apiGroups: ['authorization.k8s.io'],
  resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
};

const OPEN: Record<string, StandInReply> = {
  'GET /': paths,
  'GET /version': version,
  [of('namespaces', 500)]: table(['default', 'kube-system', 'shop']),
  [of('pods')]: table(['api-0'], { continue: 'eyJ2', remainingItemCount: 41 }),
  [of('nodes')]: table(['node-1']),
  [of('configmaps')]: table(['kube-root-ca.crt'], { continue: 'eyJ2' }),
  [of('persistentvolumeclaims')]: table([]),
  [REVIEW]: review(ADMINISTRATOR),
};
/** The roles that Kubernetes makes by itself: strangers see the version and that it lives. */
const CLOSED: Record<string, StandInReply> = { 'GET /': status(403, 'get path "/"'), 'GET /version': version };

async function standIn(
  t: TestContext,
  replies: Record<string, StandInReply>,
  otherwise = status(403, 'list resource'),
) {
  const accepted: string[] = [];
  const plain = await startHttpStandIn((method, path, request) => {
    if (path.startsWith('/api/')) accepted.push(request.headers.accept ?? '');
    return replies[`${method} ${path}`] ?? otherwise;
  });
  const server = await underTls(plain);
  t.after(server.stop);
  return { ...server, accepted };
}

describe('kubernetes, stand-in from the documentation', () => {
  it('calls a cluster whose administrators are strangers open in every way, and never asks for secrets', async (t) => {
    const server = await standIn(t, OPEN);
    const report = await meetStore('kubernetes', 'open', server.port, { source: SOURCE });
    assert.equal(report.product, 'kubernetes');
    assert.equal(report.version, '1.32.4');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, posture({ ...LISTED, read: 'yes', write: 'yes', administer: 'yes' }));
    assert.deepEqual(report.inventory, {
      containers: [
        {
          name: 'cluster',
          collections: [
            { name: 'namespaces', rows: 3, rowsBasis: 'exact', columns: [] },
            { name: 'pods', rows: 42, rowsBasis: 'estimate', columns: [] },
            { name: 'nodes', rows: 1, rowsBasis: 'exact', columns: [] },
            { name: 'configmaps', columns: [] },
            { name: 'persistentvolumeclaims', rows: 0, rowsBasis: 'exact', columns: [] },
          ],
        },
        {
          name: 'namespaces',
          collections: ['default', 'kube-system', 'shop'].map((name) => ({ name, columns: [] })),
        },
      ],
    });
    assert.deepEqual(
      report.findings.map((finding) => finding.rule),
      ['kubernetes/anonymous-administrator'],
    );
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /AuthenticationConfiguration/);
    assert.ok(!server.requests.some((request) => /secrets/.test(request)));
    assert.equal(server.accepted.length, 5);
    for (const accept of server.accepted) {
      assert.ok(
        accept.split(', ').every((type) => type.includes('as=Table')),
        'no whole object may be sent',
      );
    }
  });

  it('calls a cluster with the default roles closed although it tells its version', async (t) => {
    const server = await standIn(t, CLOSED);
    const report = await meetStore('kubernetes', 'closed', server.port, { source: SOURCE });
    assert.equal(report.version, '1.32.4');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.deepEqual(report.findings, []);
    assert.equal(report.inventory, undefined);
  });

  it('calls a cluster that knows no anonymous callers closed after one question', async (t) => {
    const server = await standIn(t, {}, status(401));
    const report = await meetStore('kubernetes', 'no-anonymous', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('no'));
    assert.deepEqual(server.requests, ['GET /']);
  });

  it('calls a cluster closed that answers the question for rights with none', async (t) => {
    const server = await standIn(t, { ...CLOSED, [REVIEW]: review([REVIEWER]) });
    const report = await meetStore('kubernetes', 'closed-1.13', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
  });

  it('calls a cluster partial whose namespaces strangers may list', async (t) => {
    const server = await standIn(t, { ...CLOSED, [of('namespaces', 500)]: table(['default', 'shop']) });
    const report = await meetStore('kubernetes', 'half-open', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, posture(LISTED));
    assert.equal(report.findings[0]?.rule, 'kubernetes/anonymous-listing');
    assert.equal(report.inventory?.containers[0]?.collections[0]?.rows, 2);
  });

  it('calls a cluster open whose pods strangers may list, without rights to change anything', async (t) => {
    const view = [REVIEWER, { verbs: ['get', 'list', 'watch'], apiGroups: [''], resources: ['namespaces', 'pods'] }];
    const { [of('configmaps')]: _none, ...rest } = OPEN;
    const server = await standIn(t, { ...rest, [REVIEW]: review(view) });
    const report = await meetStore('kubernetes', 'view', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, posture({ ...LISTED, read: 'yes', write: 'no', administer: 'no' }));
    assert.equal(report.findings[0]?.rule, 'kubernetes/anonymous-access');
    assert.equal(report.caveats?.length, 1);
  });

  it('learns from the answer for rights that strangers may read secrets, without listing one', async (t) => {
    const server = await standIn(t, {
      ...CLOSED,
      [REVIEW]: review([{ verbs: ['get', 'list'], apiGroups: [''], resources: ['secrets'] }]),
    });
    const report = await meetStore('kubernetes', 'secrets', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(
      report.posture,
      posture({ identify: 'yes', list: 'no', count: 'no', read: 'yes', write: 'no', administer: 'no' }),
    );
    assert.ok(!server.requests.some((request) => /secrets/.test(request)));
  });

  it('does not take measurements of pods, one named object, or a cut answer for rights', async (t) => {
    const rules = [
      { verbs: ['get', 'list'], apiGroups: ['metrics.k8s.io'], resources: ['pods', 'nodes'] },
      { verbs: ['get'], apiGroups: [''], resources: ['configmaps'], resourceNames: ['cluster-info'] },
      { verbs: ['*'], apiGroups: ['example.org'], resources: ['*'] },
    ];
    const server = await standIn(t, { ...CLOSED, [REVIEW]: review(rules, true) });
    const report = await meetStore('kubernetes', 'metrics', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.equal(report.posture.write, 'unknown');
    assert.deepEqual(report.findings, []);
  });

  it('finds the port without TLS of old versions, and says how it is closed', async (t) => {
    const old = { ...OPEN, 'GET /version': { status: 200, body: { gitVersion: 'v1.13.2', platform: 'linux/amd64' } } };
    const server = await startHttpStandIn((method, path) => old[`${method} ${path}` as keyof typeof old]);
    t.after(server.stop);
    const report = await meetStore('kubernetes', 'insecure-port', server.port, { source: SOURCE });
    assert.equal(report.tls, false);
    assert.equal(report.posture.administer, 'yes');
    assert.match(report.findings[0]?.remedy.steps.join() ?? '', /--insecure-port=0/);
    assert.equal(report.findings[0]?.remedy.configuration, undefined);
  });

  it('says unknown of a server whose store does not answer', async (t) => {
    const down = { status: 503, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 503 } };
    const server = await standIn(t, { 'GET /': paths, 'GET /version': version }, down);
    const report = await meetStore('kubernetes', 'unclear', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, posture({ identify: 'yes' }));
    assert.deepEqual(report.findings, []);
  });

  it('does not claim the scheduler, an extension server or a foreign Status', async (t) => {
    const notFound = { status: 404, body: '404 page not found\n' };
    const others: Record<string, StandInReply>[] = [
      { ...CLOSED, 'GET /version': notFound },
      { 'GET /': { status: 200, body: { paths: ['/apis', '/apis/metrics.k8s.io', '/version'] } } },
      { 'GET /': { status: 403, body: { status: 'Failure', reason: 'Forbidden' } } },
    ];
    for (const replies of others) {
      const server = await standIn(t, replies, notFound);
      const met = await withoutRecording(() => meet('kubernetes', 'other', server.port));
      assert.ok(!('product' in met), JSON.stringify(replies));
    }
  });
});
