// After the examples of elastic.co/docs/reference/elasticsearch/elasticsearch-audit-events and …/index-settings/slow-log (7.17 and 8), and
// of docs.opensearch.org/latest/security/audit-logs/field-reference.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson, readsAnyText } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { elasticsearchAudit } from './elasticsearch-audit.ts';
import { elasticsearchSlowlog } from './elasticsearch-slowlog.ts';
import { opensearchAudit } from './opensearch-audit.ts';

const HEAD = {
  type: 'audit',
  timestamp: '2020-12-30T22:30:06,949+0200',
  'node.id': '0RMNyghkQYCc_gVd1G6tZQ',
  'request.id': 'yKOgWn2CRQCKYgZRz3phJw',
};
const REST = {
  ...HEAD,
  'event.type': 'rest',
  'origin.type': 'rest',
  'origin.address': '203.0.113.9:52434',
  'url.path': '/_search',
  'request.method': 'GET',
};
const GRANTED = {
  ...HEAD,
  'event.type': 'transport',
  'event.action': 'access_granted',
  'authentication.type': 'REALM',
  'user.name': 'user1',
  'user.realm': 'default_native',
  'user.roles': ['test_role'],
  'origin.type': 'rest',
  'origin.address': '[::1]:52434',
};
const AUDIT = {
  denied: {
    ...GRANTED,
    'event.action': 'access_denied',
    action: 'indices:admin/auto_create',
    'request.name': 'CreateIndexRequest',
    indices: ['<index-{now/d+1d}>'],
  },
  search: {
    ...GRANTED,
    action: 'indices:data/read/search',
    'request.name': 'SearchRequest',
    indices: ['people', 'orders'],
  },
  phase: {
    ...GRANTED,
    action: 'indices:data/read/search[phase/query]',
    'request.name': 'ShardSearchRequest',
    indices: ['people'],
  },
  bulk: { ...GRANTED, action: 'indices:data/write/bulk', 'request.name': 'BulkRequest' },
  remove: { ...GRANTED, action: 'indices:admin/delete', 'request.name': 'DeleteIndexRequest', indices: ['people'] },
  signIn: {
    ...REST,
    'event.action': 'authentication_success',
    'authentication.type': 'REALM',
    'user.name': 'elastic',
    realm: 'reserved',
  },
  failed: { ...REST, 'event.action': 'authentication_failed', 'user.name': 'elastic' },
  nobody: { ...REST, 'event.action': 'anonymous_access_denied' },
  realm: { ...REST, 'event.action': 'realm_authentication_failed', 'user.name': 'elastic', realm: 'myTestRealm1' },
  filtered: {
    ...HEAD,
    'event.type': 'ip_filter',
    'event.action': 'connection_denied',
    'origin.type': 'rest',
    'origin.address': '203.0.113.9',
    'transport.profile': '.http',
    rule: 'deny 203.0.113.9',
  },
  user: {
    ...HEAD,
    'event.type': 'security_config_change',
    'event.action': 'put_user',
    put: { user: { name: 'eve', enabled: true, roles: ['superuser'] } },
  },
};
const SEARCH = {
  audit_cluster_name: 'opensearch',
  audit_node_name: 'node1',
  audit_format_version: 4,
  '@timestamp': '2026-11-29T20:37:03.585+00:00',
  audit_request_layer: 'TRANSPORT',
  audit_request_origin: 'REST',
  audit_request_remote_address: '203.0.113.9:4711',
  audit_request_effective_user: 'ada',
  audit_rest_request_headers: { 'User-Agent': ['curl/7.88.1'] },
};
const OPENSEARCH = {
  failed: {
    ...SEARCH,
    audit_category: 'FAILED_LOGIN',
    audit_request_layer: 'REST',
    audit_rest_request_path: '/_search',
  },
  signIn: { ...SEARCH, audit_category: 'AUTHENTICATED', audit_request_layer: 'REST' },
  search: {
    ...SEARCH,
    audit_category: 'GRANTED_PRIVILEGES',
    audit_request_privilege: 'indices:data/read/search',
    audit_transport_request_type: 'SearchRequest',
    audit_trace_indices: ['peo*'],
    audit_trace_resolved_indices: ['people'],
    audit_request_body: '{"query":{"match":{"mail":"eve@example.org"}}}',
  },
  missing: {
    ...SEARCH,
    audit_category: 'MISSING_PRIVILEGES',
    audit_request_privilege: 'indices:admin/delete',
    audit_trace_resolved_indices: ['people'],
  },
};
const SLOW_TEXT = {
  search:
    '[2030-08-30T11:59:37,786][WARN ][i.s.s.query              ] [node-0] [index6][0] took[78.4micros], took_millis[12], total_hits[7 hits], stats[], search_type[QUERY_THEN_FETCH], total_shards[1], source[{"query":{"terms":{"mail":["eve@example.org"]}}}], id[MY_USER_ID],',
  old: '[2017-09-10T12:35:53,355][WARN ][index.search.slowlog.fetch] [GOgO9TD] [testindex-slowlogs][0] took[150.6micros], took_millis[0], types[], stats[], search_type[QUERY_THEN_FETCH], total_shards[5], source[{"query":{"match_all":{}}}]',
  indexing:
    '[2030-08-30T11:59:37,786][WARN ][i.i.s.index              ] [node-0] [people/jqYC4sN-QrmJBxpfyM4zRA] took[34.6micros], took_millis[0], type[_doc], id[1], routing[], source[{"name":"Eve"}]',
};
const SLOW_JSON = {
  seven: {
    type: 'index_search_slowlog',
    timestamp: '2030-08-30T11:59:37,786+02:00',
    level: 'WARN',
    component: 'i.s.s.query',
    'cluster.name': 'distribution_run',
    'node.name': 'node-0',
    message: '[index6][0]',
    took: '78.4micros',
    took_millis: '12',
    total_hits: '7 hits',
    stats: '[]',
    search_type: 'QUERY_THEN_FETCH',
    total_shards: '1',
    source: '{"query":{"match_all":{"boost":1.0}}}',
    id: 'MY_USER_ID',
  },
  eight: {
    '@timestamp': '2026-11-29T20:37:03.585Z',
    'log.level': 'WARN',
    'elasticsearch.slowlog.message': '[people][0]',
    'elasticsearch.slowlog.took': '747.3micros',
    'elasticsearch.slowlog.took_millis': 12,
    'elasticsearch.slowlog.total_hits': '7 hits',
    'elasticsearch.slowlog.source': '{"query":{}}',
    'event.dataset': 'elasticsearch.index_search_slowlog',
    'log.logger': 'index.search.slowlog.query',
    'elasticsearch.cluster.name': 'shop',
    'user.name': 'ada',
  },
};

const audit = (name: keyof typeof AUDIT): Fields => elasticsearchAudit.open().fromJson?.(AUDIT[name])?.[0] ?? {};
const opensearch = (name: keyof typeof OPENSEARCH): Fields =>
  opensearchAudit.open().fromJson?.(OPENSEARCH[name])?.[0] ?? {};
const kind = (event: Fields) => [event.type_uid, event.status_id];

describe("Elasticsearch's audit", () => {
  it('tells requests with their index, action and outcome', () => {
    const event = audit('search');
    assert.deepEqual(kind(event), [600504, 1]);
    assert.equal(event.time, Date.UTC(2020, 11, 30, 20, 30, 6, 949));
    assert.deepEqual([event.table, event.actor], [{ name: 'people' }, { user: { name: 'user1' } }]);
    assert.deepEqual(event.src_endpoint, { ip: '::1', port: 52434 });
    assert.deepEqual([event['request.name'], event.indices], ['SearchRequest', ['people', 'orders']]);
    assert.deepEqual(kind(audit('denied')), [600506, 2]);
    assert.deepEqual(kind(audit('remove')), [600507, 1]);
    assert.deepEqual(kind(audit('filtered')), [400105, 2]);
  });

  it('tells a try to sign in once, and who was nobody', () => {
    assert.deepEqual(kind(audit('signIn')), [300201, 1]);
    assert.deepEqual((audit('signIn').logsource as Fields).category, ['database', 'authentication']);
    assert.deepEqual(kind(audit('failed')), [300201, 2]);
    assert.deepEqual((audit('failed').actor as Fields).user, { name: 'elastic' });
    assert.deepEqual(kind(audit('realm')), [300299, 2]);
    assert.deepEqual([...kind(audit('nobody')), audit('nobody').unauthenticated], [300201, 2, true]);
  });

  it('tells new users, and leaves out what nodes say among themselves', () => {
    assert.deepEqual([audit('user').type_uid, audit('user').user], [300101, { name: 'eve' }]);
    assert.deepEqual(elasticsearchAudit.open().fromJson?.(AUDIT.phase), []);
    assert.deepEqual(elasticsearchAudit.open().fromJson?.(AUDIT.bulk), []);
  });

  it('throws at nothing', () => readsAnyJson(elasticsearchAudit, Object.values(AUDIT)));
});

describe("OpenSearch's audit", () => {
  it('tells sign-ins and requests', () => {
    assert.deepEqual(kind(opensearch('failed')), [300201, 2]);
    assert.deepEqual(kind(opensearch('signIn')), [300201, 1]);
    const event = opensearch('search');
    assert.deepEqual([...kind(event), event.table], [600504, 1, { name: 'people' }]);
    assert.deepEqual(event.src_endpoint, { ip: '203.0.113.9', port: 4711 });
    assert.deepEqual(event.actor, { user: { name: 'ada' }, app_name: 'curl/7.88.1' });
    assert.deepEqual(kind(opensearch('missing')), [600507, 2]);
  });

  it('throws at nothing', () => readsAnyJson(opensearchAudit, Object.values(OPENSEARCH)));
});

describe('slow logs', () => {
  it('tell searches and writes, plain and as JSON', () => {
    const read = (text: string): Fields => elasticsearchSlowlog.open().fromText?.(text)?.[0] ?? {};
    const search = read(SLOW_TEXT.search);
    assert.deepEqual([search.type_uid, search.table, search.duration], [600504, { name: 'index6' }, 12]);
    assert.equal(search.query, '{"query":{"terms":{"mail":["eve@example.org"]}}}');
    assert.deepEqual(search.unmapped, { rows_read: 7, command: 'search' });
    assert.equal(read(SLOW_TEXT.old).query, '{"query":{"match_all":{}}}');
    const indexing = read(SLOW_TEXT.indexing);
    assert.deepEqual(
      [indexing.type_uid, indexing.table, indexing.query],
      [600505, { name: 'people' }, '{"name":"Eve"}'],
    );
    for (const record of Object.values(SLOW_JSON)) {
      const [event] = elasticsearchSlowlog.open().fromJson?.(record) ?? [];
      assert.deepEqual(
        [event?.type_uid, event?.duration, ((event?.unmapped ?? {}) as Fields).rows_read],
        [600504, 12, 7],
      );
    }
  });

  it('are not seen in other lines, and throw at nothing', () => {
    const other = '[2030-08-30T11:59:37,786][INFO ][o.e.n.Node               ] [node-0] started';
    assert.equal(elasticsearchSlowlog.open().fromText?.(other), undefined);
    assert.equal(elasticsearchSlowlog.open().fromJson?.({ took: 3, hits: {} }), undefined);
    readsAnyText(elasticsearchSlowlog, Object.values(SLOW_TEXT));
    readsAnyJson(elasticsearchSlowlog, Object.values(SLOW_JSON));
  });
});
