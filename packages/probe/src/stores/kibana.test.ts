import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import type { StoreReport } from '../encounter.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const EVERYTHING = posture({
  identify: 'yes',
  list: 'yes',
  count: 'yes',
  read: 'yes',
  write: 'yes',
  administer: 'yes',
});

const KIBANA = { 'kbn-name': 'web-1', 'kbn-license-sig': 'f4384e48' };
const DASHBOARDS = { 'osd-name': 'web-1', 'x-frame-options': 'sameorigin' };
const UNAUTHORIZED: StandInReply = {
  status: 401,
  headers: KIBANA,
  body: { statusCode: 401, error: 'Unauthorized', message: 'Unauthorized' },
};

const to = (location: string, headers: Record<string, string> = KIBANA): StandInReply => ({
  status: 302,
  headers: { ...headers, location, 'content-length': '0' },
});
const status = (number: string): StandInReply => ({
  status: 200,
  body: { name: 'web-1', uuid: 'x', version: { number }, status: { overall: { level: 'available' } } },
});
const PATTERNS: StandInReply = {
  status: 200,
  body: { page: 1, per_page: 1000, total: 1, saved_objects: [{ id: 'a', attributes: { title: 'logs-*' } }] },
};

/** What the cluster behind the console says. */
const CLUSTER: Record<string, unknown> = {
  '/_cat/indices': [{ index: 'logs-1', 'docs.count': '12', 'pri.store.size': '3456' }],
  '/_count': { count: 12, _shards: { total: 1, successful: 1 } },
  '/_mapping': { 'logs-1': { mappings: { properties: { message: { type: 'text' } } } } },
  '/_xpack': { features: { security: { available: true, enabled: false } } },
};

function consoleReply(path: string, cluster: Record<string, unknown>, way: 'status' | 'header'): StandInReply {
  const { searchParams } = new URL(path, 'http://x');
  assert.equal(searchParams.get('method'), 'GET');
  const said = cluster[(searchParams.get('path') ?? '').split('?')[0] ?? ''];
  const code = said === undefined ? 403 : 200;
  const body = said ?? { error: { root_cause: [], type: 'security_exception', reason: 'no' }, status: 403 };
  if (way === 'status') return { status: code, body };
  return { status: 200, headers: { 'x-console-proxy-status-code': String(code) }, body };
}

interface Window {
  readonly pages: Record<string, StandInReply>;
  readonly cluster?: Record<string, unknown>;
  readonly way?: 'status' | 'header';
}

async function standIn(t: TestContext, { pages, cluster, way = 'status' }: Window) {
  const server = await startHttpStandIn((method, path, request) => {
    const bare = path.split('?')[0] ?? '';
    if (bare.endsWith('/api/console/proxy') && cluster) {
      assert.equal(method, 'POST');
      assert.ok(request.headers['kbn-xsrf'] && request.headers['osd-xsrf']);
      return consoleReply(path, cluster, way);
    }
    return pages[bare];
  });
  t.after(server.stop);
  return server;
}

const rules = (report: StoreReport) => report.findings.map((finding) => finding.rule);

describe('kibana, stand-in from the documentation', () => {
  it('calls a Kibana 7 without security open, and tells the indices of the cluster behind it', async (t) => {
    const pages = { '/': to('/app/home'), '/api/status': status('7.17.4'), '/api/saved_objects/_find': PATTERNS };
    const server = await standIn(t, { pages, cluster: CLUSTER });
    const report = await meetStore('kibana', 'open-7', server.port, { source: SOURCE });
    assert.equal(report.product, 'kibana');
    assert.equal(report.version, '7.17.4');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rules(report), ['kibana/no-authentication']);
    assert.deepEqual(report.inventory?.containers, [
      {
        name: 'cluster',
        collections: [
          {
            name: 'logs-1',
            rows: 12,
            rowsBasis: 'exact',
            bytes: 3456,
            bytesBasis: 'exact',
            columns: [{ name: 'message', type: 'text', kinds: [] }],
          },
        ],
      },
    ]);
    for (const request of server.requests) assert.doesNotMatch(request, /_search|method=(?!GET)/);
  });

  it('calls a Kibana 8 that asks for a login closed, and sends its console nothing', async (t) => {
    const minimal = { status: 200, headers: KIBANA, body: { status: { overall: { level: 'available' } } } };
    const pages = { '/': to('/login?next=%2F'), '/api/status': minimal, '/api/saved_objects/_find': UNAUTHORIZED };
    const server = await standIn(t, { pages, cluster: CLUSTER });
    const report = await meetStore('kibana', 'closed-8', server.port, { source: SOURCE });
    assert.equal(report.product, 'kibana');
    assert.equal(report.version, undefined);
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('no'));
    assert.deepEqual(report.findings, []);
    for (const request of server.requests) assert.match(request, /^GET /);
  });

  it('reads what the cluster said from a header where the console always answers 200', async (t) => {
    const views = { status: 200, body: { data_view: [{ id: 'a', title: 'logs-*', name: 'Logs' }] } };
    const pages = { '/': to('/spaces/enter'), '/api/status': status('8.13.4'), '/api/data_views': views };
    const server = await standIn(t, { pages, cluster: {}, way: 'header' });
    const report = await meetStore('kibana', 'anonymous-names-only-8', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.list, 'yes');
    assert.equal(report.posture.read, 'no');
    assert.deepEqual(rules(report), ['kibana/anonymous-access']);
    assert.deepEqual(report.inventory?.containers, [
      { name: 'index patterns', collections: [{ name: 'logs-*', columns: [] }] },
    ]);
  });

  it('finds a Kibana below a path and behind a proxy that takes its headers away', async (t) => {
    const pages = { '/': to('/search/app/home', {}), '/search/api/status': status('7.10.2') };
    const server = await standIn(t, {
      pages: { ...pages, '/search/api/saved_objects/_find': PATTERNS },
      cluster: CLUSTER,
    });
    const report = await meetStore('kibana', 'open-below-path', server.port, { source: SOURCE });
    assert.equal(report.version, '7.10.2');
    assert.deepEqual(report.posture, EVERYTHING);
  });

  it('tells partial where the console is turned off and only the names of patterns are shown', async (t) => {
    const pages = { '/': to('/app/home'), '/api/status': status('7.17.4'), '/api/saved_objects/_find': PATTERNS };
    const server = await standIn(t, { pages });
    const report = await meetStore('kibana', 'without-console', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'yes' }));
    assert.deepEqual(rules(report), ['kibana/anonymous-access']);
  });

  it('cannot tell of a Kibana that is not ready', async (t) => {
    const notReady = { status: 503, headers: { 'retry-after': '30' }, body: 'Kibana server is not ready yet' };
    const server = await standIn(t, { pages: { '/': notReady, '/api/status': notReady } });
    const report = await meetStore('kibana', 'not-ready', server.port, { source: SOURCE });
    assert.equal(report.product, 'kibana');
    assert.equal(report.verdict, 'unknown');
  });

  it('does not claim another application that leads to its start page', async (t) => {
    const pages = { '/': to('/app/home', {}), '/api/status': { status: 200, body: { status: 'ok' } } };
    const server = await standIn(t, { pages });
    const met = await withoutRecording(() => meet('kibana', 'unused', server.port));
    assert.ok(!('product' in met) || met.product !== 'kibana');
  });
});

describe('opensearch-dashboards, stand-in from the documentation', () => {
  it('calls one without the Security plugin open', async (t) => {
    const { '/_xpack': _, ...cluster } = CLUSTER;
    const pages: Record<string, StandInReply> = {
      '/': to('/app/home', DASHBOARDS),
      '/api/status': status('2.19.1'),
      '/api/saved_objects/_find': PATTERNS,
    };
    const noHandler = { error: 'no handler found for uri [/_plugins/_security/authinfo] and method [GET]' };
    const server = await startHttpStandIn((_method, path) => {
      if (path.includes('authinfo')) return { status: 400, body: noHandler };
      if (path.startsWith('/api/console/proxy')) return consoleReply(path, cluster, 'status');
      return pages[path.split('?')[0] ?? ''];
    });
    t.after(server.stop);
    const report = await meetStore('kibana', 'opensearch-dashboards-open', server.port, { source: SOURCE });
    assert.equal(report.product, 'opensearch-dashboards');
    assert.equal(report.version, '2.19.1');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rules(report), ['kibana/opensearch-dashboards-no-authentication']);
  });

  it('calls one with the Security plugin closed', async (t) => {
    const body = { statusCode: 401, error: 'Unauthorized', message: 'Authentication required' };
    const refusal = { status: 401, headers: DASHBOARDS, body };
    const pages = {
      '/': to('/app/login?', DASHBOARDS),
      '/api/status': refusal,
      '/api/saved_objects/_find': refusal,
    };
    const server = await standIn(t, { pages, cluster: CLUSTER });
    const report = await meetStore('kibana', 'opensearch-dashboards-closed', server.port, { source: SOURCE });
    assert.equal(report.product, 'opensearch-dashboards');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('no'));
    assert.ok(server.requests.length <= 3);
  });
});
