import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { replayed, withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn, startTcpStandIn } from '../../testing/stand-in.ts';
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

const ROOT = {
  name: 'node-1',
  cluster_name: 'production',
  cluster_uuid: 'r4r5DXPRSnGlPaWJHDR34A',
  version: { number: '8.13.4', build_flavor: 'default', build_type: 'tar', lucene_version: '9.10.0' },
  tagline: 'You Know, for Search',
};

const INDICES = [
  { index: 'customers', 'docs.count': '120', 'pri.store.size': '45231' },
  { index: '.ds-logs-web-000001', 'docs.count': '9000', 'pri.store.size': '880000' },
  { index: '.kibana_1', 'docs.count': '12', 'pri.store.size': '9000' },
  { index: 'archive', 'docs.count': null, 'pri.store.size': null },
];

const MAPPING = {
  customers: {
    mappings: {
      dynamic: 'strict',
      properties: {
        email: { type: 'keyword' },
        address: { properties: { city: { type: 'text', fields: { raw: { type: 'keyword' } } } } },
      },
    },
  },
};

function securityException(status: number, reason: string): StandInReply {
  const cause = { type: 'security_exception', reason };
  return {
    status,
    ...(status === 401 && { headers: { 'WWW-Authenticate': 'Basic realm="security" charset="UTF-8"' } }),
    body: { error: { root_cause: [cause], ...cause }, status },
  };
}

const xpack = (enabled: boolean) => ({ features: { security: { available: true, enabled } } });

/** Answers by the path without its query; what is not named is refused as `otherwise` says. */
async function standIn(t: TestContext, replies: Record<string, unknown>, otherwise?: StandInReply) {
  const server = await startHttpStandIn((_method, path) => {
    const body = replies[path.split('?')[0] ?? ''];
    return body === undefined ? otherwise : { status: 200, body };
  });
  t.after(server.stop);
  return server;
}

const OPEN = {
  '/': ROOT,
  '/_cat/indices': INDICES,
  '/_mapping': MAPPING,
  '/_count': { count: 9132, _shards: { total: 4, successful: 4, skipped: 0, failed: 0 } },
  '/_xpack': xpack(false),
};

const rules = (report: StoreReport) => report.findings.map((finding) => finding.rule);

describe('elasticsearch, stand-in from the documentation', () => {
  it('calls an Elasticsearch 8 with its security turned off open, without a single document read', async (t) => {
    const server = await standIn(t, OPEN);
    const report = await meetStore('elasticsearch', 'open-8', server.port, { source: SOURCE });
    assert.equal(report.product, 'elasticsearch');
    assert.equal(report.version, '8.13.4');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rules(report), ['elasticsearch/no-authentication']);
    assert.match(report.findings[0]?.remedy.steps.join('\n') ?? '', /elasticsearch-reset-password/);
    assert.deepEqual(report.inventory?.containers[0], {
      name: 'production',
      collections: [
        {
          name: 'customers',
          rows: 120,
          rowsBasis: 'exact',
          bytes: 45231,
          bytesBasis: 'exact',
          columns: [
            { name: 'email', type: 'keyword', kinds: [] },
            { name: 'address.city', type: 'text', kinds: [] },
          ],
        },
        {
          name: '.ds-logs-web-000001',
          rows: 9000,
          rowsBasis: 'exact',
          bytes: 880000,
          bytesBasis: 'exact',
          columns: [],
        },
        { name: 'archive', columns: [] },
      ],
    });
    assert.equal(report.inventory?.containers[1]?.name, 'system indices');
    assert.ok(server.requests.length <= 8, server.requests.join('\n'));
    for (const request of server.requests) assert.doesNotMatch(request, /_search|_source|_doc|^(?!GET)/);
  });

  it('calls an Elasticsearch with a login closed', async (t) => {
    const refusal = securityException(401, 'missing authentication credentials for REST request [/]');
    const server = await standIn(t, {}, refusal);
    const report = await meetStore('elasticsearch', 'closed', server.port, { source: SOURCE });
    assert.equal(report.product, 'elasticsearch');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('no'));
    assert.deepEqual(report.findings, []);
    assert.equal(server.requests.length, 1);
  });

  it('tells what the anonymous user may do from its privileges: it reads here, and may not write', async (t) => {
    const privileges = {
      cluster: ['monitor'],
      global: [],
      indices: [{ names: ['customers'], privileges: ['read', 'monitor'], allow_restricted_indices: false }],
      applications: [],
      run_as: [],
    };
    const replies = { ...OPEN, '/_xpack': xpack(true), '/_security/user/_privileges': privileges };
    const server = await standIn(t, replies);
    const report = await meetStore('elasticsearch', 'anonymous-reader', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, { ...EVERYTHING, write: 'no', administer: 'no' });
    assert.deepEqual(rules(report), ['elasticsearch/anonymous-user']);
  });

  it('calls one whose anonymous user may monitor but not read partial', async (t) => {
    const reason = 'action [indices:data/read/search] is unauthorized for user [_anonymous] with roles [watchman]';
    const replies = {
      '/': ROOT,
      '/_cat/indices': INDICES,
      '/_xpack': xpack(true),
      '/_security/user/_privileges': { cluster: ['monitor'], indices: [{ names: ['*'], privileges: ['monitor'] }] },
    };
    const server = await standIn(t, replies, securityException(403, reason));
    const report = await meetStore('elasticsearch', 'anonymous-monitor', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, {
      identify: 'yes',
      list: 'yes',
      count: 'yes',
      read: 'no',
      write: 'no',
      administer: 'no',
    });
    assert.deepEqual(rules(report), ['elasticsearch/anonymous-user']);
  });

  it('calls one closed that tells its version to health checks and nothing else to anybody', async (t) => {
    const server = await standIn(t, { '/': ROOT }, { status: 403, body: 'Forbidden' });
    const report = await meetStore('elasticsearch', 'version-only', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.deepEqual(report.findings, []);
  });

  it('does not take the 404 of a proxy for a build without security', async (t) => {
    const server = await standIn(t, { ...OPEN, '/_xpack': undefined }, { status: 404, body: '<h1>Not Found</h1>' });
    const report = await meetStore('elasticsearch', 'behind-proxy', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, { ...EVERYTHING, write: 'unknown', administer: 'unknown' });
  });

  it('asks for the mappings of the largest indices where the whole is larger than a reply may be', async (t) => {
    const names = Array.from({ length: 40 }, (_, i) => `logs-${i}`);
    const indices = names.map((index, i) => ({ index, 'docs.count': '5', 'pri.store.size': String(1000 + i) }));
    const field = { mappings: { properties: { message: { type: 'text' } } } };
    const huge = { ...field, _meta: 'x'.repeat(9 * 1024 * 1024) };
    const server = await startHttpStandIn((_method, path) => {
      const bare = path.split('?')[0] ?? '';
      const one = bare.match(/^\/(logs-\d+)\/_mapping$/)?.[1];
      if (one) return { status: 200, body: { [one]: field } };
      const replies: Record<string, unknown> = { ...OPEN, '/_cat/indices': indices, '/_mapping': { 'logs-0': huge } };
      return { status: 200, body: replies[bare] ?? {} };
    });
    t.after(server.stop);
    const met = await withoutRecording(() => meetStore('elasticsearch', 'huge-mapping', server.port));
    const collections = met.inventory?.containers[0]?.collections ?? [];
    assert.equal(collections.filter(({ columns }) => columns.length > 0).length, 10);
    assert.equal(met.inventory?.truncated, true);
    assert.ok(server.requests.length <= 20);
  });

  it('reads the fields of all types of an index of version 2, and counts parents without their nested parts', async (t) => {
    const typed = { mappings: { person: { properties: { name: { type: 'string' }, tags: { type: 'nested' } } } } };
    const server = await startHttpStandIn((_method, path) => {
      const bare = path.split('?')[0] ?? '';
      const replies: Record<string, unknown> = {
        '/': { ...ROOT, version: { number: '2.4.6', lucene_version: '5.5.4' } },
        '/_cat/indices': [{ index: 'people', 'docs.count': '9', 'pri.store.size': '800' }],
        '/_mapping': { people: typed },
        '/_count': { count: 3, _shards: { total: 5 } },
        '/people/_count': { count: 3, _shards: { total: 5 } },
        '/_cat/plugins': [],
      };
      const body = replies[bare];
      const unknown = { error: { root_cause: [], type: 'index_not_found_exception' }, status: 404 };
      return body === undefined ? { status: 404, body: unknown } : { status: 200, body };
    });
    t.after(server.stop);
    const report = await meetStore('elasticsearch', 'open-2', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, EVERYTHING);
    assert.equal(report.version, '2.4.6');
    const [people] = report.inventory?.containers[0]?.collections ?? [];
    assert.equal(people?.rows, 3);
    assert.equal(people?.rowsBasis, 'exact');
    assert.deepEqual(
      people?.columns.map(({ name }) => name),
      ['name', 'tags'],
    );
    assert.match(report.findings[0]?.remedy.steps.join('\n') ?? '', /Plan the upgrade/);
  });

  it('calls an Amazon domain that refuses anonymous requests closed', async (t) => {
    const Message =
      'User: anonymous is not authorized to perform: es:ESHttpGet because no resource-based policy allows it';
    const server = await standIn(t, {}, { status: 403, body: { Message } });
    const report = await meetStore('elasticsearch', 'amazon-closed', server.port, { source: SOURCE });
    assert.equal(report.product, 'opensearch');
    assert.equal(report.verdict, 'closed');
  });

  it('cannot tell of one whose security is not set up yet', async (t) => {
    const server = await standIn(t, {}, { status: 503, body: 'OpenSearch Security not initialized.' });
    const report = await meetStore('elasticsearch', 'not-initialised', server.port, { source: SOURCE });
    assert.equal(report.product, 'opensearch');
    assert.equal(report.verdict, 'unknown');
  });

  it('does not claim CrateDB, which answers in the same shape, nor a door that asks for any login', async (t) => {
    const crate = await standIn(t, {
      '/': {
        ok: true,
        status: 200,
        name: 'n',
        cluster_name: 'crate',
        version: { number: '5.7.1', lucene_version: '9' },
      },
    });
    const door = await standIn(t, {}, { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="private"' } });
    for (const { port } of [crate, door]) {
      const met = await withoutRecording(() => meet('elasticsearch', 'foreign', port));
      assert.ok(!('product' in met) || met.product !== 'elasticsearch');
    }
  });

  it('recognises the port between nodes by its words, and does not try to join', async (t) => {
    const server = await startTcpStandIn((socket) => {
      socket.once('data', () => socket.end('This is not an HTTP port'));
    });
    t.after(server.stop);
    const report = await meetStore('elasticsearch', 'transport', server.port, { source: SOURCE });
    assert.equal(report.transport, 'transport');
    assert.equal(report.verdict, 'unknown');
    assert.deepEqual(rules(report), ['elasticsearch/transport-reachable']);
  });
});

describe('elasticsearch, replayed from real servers', () => {
  it('counts three documents with six nested parts in Elasticsearch 7.0.0 as three', async () => {
    const report = await replayed('elasticsearch', 'real-open-7.0.0');
    const chat = report.inventory?.containers[0]?.collections.find(({ name }) => name === 'chat_log');
    assert.equal(chat?.rows, 3);
    assert.deepEqual(
      chat?.columns.map(({ name, type }) => `${name}:${type}`),
      ['geo.city:keyword', 'items:nested', 'items.sku:keyword', 'text:text', 'user:keyword', 'when:date'],
    );
    assert.deepEqual(rules(report), ['elasticsearch/no-authentication']);
  });

  it('calls an OpenSearch whose anonymous user may read one unnamed index partial', async () => {
    const report = await replayed('elasticsearch', 'real-opensearch-anonymous-reader');
    assert.equal(report.product, 'opensearch');
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'no', count: 'no' }));
    assert.deepEqual(rules(report), ['elasticsearch/anonymous-user']);
  });

  it('names the data stream of an OpenSearch without its Security plugin among the data', async () => {
    const report = await replayed('elasticsearch', 'real-opensearch-open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.ok(report.inventory?.containers[0]?.collections.some(({ name }) => name.startsWith('.ds-events-web')));
    assert.deepEqual(rules(report), ['elasticsearch/opensearch-no-authentication']);
  });
});
