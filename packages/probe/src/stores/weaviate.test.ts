import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { replayed, withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import { underTls } from '../../testing/tls-front.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const READ = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes' } as const;
const EVERYTHING = posture({ ...READ, write: 'yes', administer: 'yes' });

const welcome: StandInReply = {
  status: 301,
  headers: { Location: '/v1', 'Content-Type': 'text/plain; charset=utf-8' },
  body: '{"links":{"href":"/v1","name":"api v1","documentationHref":"https://weaviate.io/developers/weaviate/current/"}}',
};
const NO_LOGIN: StandInReply = {
  status: 401,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: '{"code":401,"message": "anonymous access not enabled. Please authenticate through one of the available methods: [API-keys]" }',
};
const forbidden: StandInReply = { status: 403, body: { error: [{ message: 'forbidden action' }] } };
const NODES = 'GET /v1/nodes?output=verbose';
const ROLE = 'GET /v1/authz/roles/vigie-no-such-role';

const chats = {
  class: 'Chats',
  properties: [
    { name: 'question', dataType: ['text'] },
    { name: 'about', dataType: ['Person', 'Company'] },
  ],
};
const notes = { class: 'Notes', multiTenancyConfig: { enabled: true }, properties: null };
const shard = (name: string, objectCount: number) => ({ class: 'Notes', name, objectCount, loaded: true });

/** An old version: neither roles nor a list of administrators can be asked for. */
const OPEN: Record<string, StandInReply> = {
  'GET /': welcome,
  'GET /v1/meta': { status: 200, body: { hostname: 'http://[::]:8080', modules: {}, version: '1.17.2' } },
  'GET /v1/schema': { status: 200, body: { classes: [chats, notes] } },
  'POST /v1/graphql': {
    status: 200,
    body: {
      data: { Aggregate: { Chats: [{ meta: { count: 340_265 } }], Notes: null } },
      errors: [{ message: 'class Notes has multi-tenancy enabled, but request was without tenant' }],
    },
  },
  [NODES]: {
    status: 200,
    body: {
      nodes: [
        { name: 'node1', status: 'HEALTHY', shards: [shard('acme', 7), shard('beta', 3)] },
        { name: 'node2', status: 'HEALTHY', shards: [shard('acme', 8)] },
        { name: 'node3', status: 'UNAVAILABLE', shards: null },
      ],
    },
  },
  [ROLE]: { status: 404, body: { code: 404, message: 'path /v1/authz/roles/vigie-no-such-role was not found' } },
};

async function standIn(t: TestContext, replies: Record<string, StandInReply>) {
  const bodies: string[] = [];
  const server = await startHttpStandIn((method, path, _request, body) => {
    if (body !== '') bodies.push(body);
    return replies[`${method} ${path}`];
  });
  t.after(server.stop);
  return { ...server, bodies };
}

describe('weaviate, as a real server once answered', () => {
  it('calls Weaviate 1.35 with anonymous access open in every way, its objects counted and none read', async () => {
    const report = await replayed('weaviate', 'open-1.35');
    assert.equal(report.version, '1.35.2');
    assert.equal(report.transport, 'http');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.equal(report.findings[0]?.rule, 'weaviate/no-authentication');
    assert.match(report.findings[0]?.remedy.steps.join() ?? '', /AUTHORIZATION_RBAC_ENABLED/);
    const [collections] = report.inventory?.containers ?? [];
    assert.deepEqual(
      collections?.collections.find(({ name }) => name === 'Chats'),
      {
        name: 'Chats',
        rows: 3,
        rowsBasis: 'exact',
        columns: [
          { name: 'question', type: 'text', kinds: [] },
          { name: 'answer', type: 'text', kinds: [] },
          { name: 'askedAt', type: 'date', kinds: [] },
        ],
      },
    );
  });

  it('says nothing of the number of objects of tenants that the nodes have not counted yet', async () => {
    const report = await replayed('weaviate', 'open-1.35');
    const notes = report.inventory?.containers[0]?.collections.find(({ name }) => name === 'Notes');
    assert.deepEqual(
      notes?.columns.map(({ name, type }) => [name, type]),
      [
        ['note', 'text'],
        ['about', 'Chats'],
      ],
    );
    assert.equal(notes?.rows, undefined);
  });

  it('calls an empty one open too', async () => {
    const report = await replayed('weaviate', 'empty-1.35');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(report.inventory, { containers: [{ name: 'collections', collections: [] }] });
  });

  it('sees by a role that is not there that strangers may read and not write', async () => {
    const report = await replayed('weaviate', 'read-only-1.35');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, posture({ ...READ, write: 'no', administer: 'no' }));
    assert.equal(report.inventory?.containers[0]?.collections[0]?.rows, 3);
  });

  it('calls one with API keys closed', async () => {
    const report = await replayed('weaviate', 'closed-1.35');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.deepEqual(report.findings, []);
  });

  it('calls one closed that lets strangers in and shows them nothing, although it breaks off when asked for its schema', async () => {
    const report = await replayed('weaviate', 'unlisted-1.35');
    assert.equal(report.version, '1.35.2');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
  });
});

describe('weaviate, stand-in from the documentation', () => {
  it('adds up the shards of tenants once each, and does not say what it cannot know of writing', async (t) => {
    const server = await standIn(t, OPEN);
    const report = await meetStore('weaviate', 'open-1.17', server.port, { source: SOURCE });
    assert.equal(report.version, '1.17.2');
    assert.deepEqual(report.posture, posture(READ));
    assert.equal(report.caveats?.length, 1);
    assert.deepEqual(report.inventory?.containers[0]?.collections, [
      {
        name: 'Chats',
        rows: 340_265,
        rowsBasis: 'exact',
        columns: [
          { name: 'question', type: 'text', kinds: [] },
          { name: 'about', type: 'Person or Company', kinds: [] },
        ],
      },
      { name: 'Notes', rows: 11, rowsBasis: 'estimate', columns: [] },
    ]);
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /AUTHENTICATION_OIDC_ENABLED/);
    assert.deepEqual(server.bodies, ['{"query":"{Aggregate{Chats{meta{count}} Notes{meta{count}}}}"}']);
    assert.doesNotMatch(JSON.stringify(report), /acme/);
  });

  it('is the same behind TLS', async (t) => {
    const server = await underTls(await startHttpStandIn((method, path) => OPEN[`${method} ${path}`]));
    t.after(server.stop);
    const report = await meetStore('weaviate', 'open-tls', server.port, { source: SOURCE });
    assert.equal(report.tls, true);
    assert.deepEqual(report.posture, posture(READ));
  });

  it('counts by the nodes where GraphQL is turned off', async (t) => {
    const off = { status: 422, body: { error: [{ message: 'graphql api is disabled' }] } };
    const server = await standIn(t, { ...OPEN, 'POST /v1/graphql': off });
    const report = await meetStore('weaviate', 'no-graphql', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, posture(READ));
    assert.equal(report.inventory?.containers[0]?.collections[1]?.rows, 11);
  });

  it('calls one partial behind a proxy that lets only the schema through', async (t) => {
    const server = await standIn(t, { ...OPEN, 'POST /v1/graphql': forbidden, [NODES]: forbidden });
    const report = await meetStore('weaviate', 'half-open', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'yes', count: 'no', read: 'no' }));
    assert.equal(report.findings[0]?.rule, 'weaviate/schema-exposed');
  });

  it('never puts a name into a question that is not a name of GraphQL', async (t) => {
    const evil = { class: 'X}}mutation{', properties: [] };
    const server = await standIn(t, { ...OPEN, 'GET /v1/schema': { status: 200, body: { classes: [evil, chats] } } });
    const report = await withoutRecording(() => meetStore('weaviate', 'evil', server.port));
    assert.equal(report.inventory?.containers[0]?.collections.length, 2);
    assert.deepEqual(server.bodies, ['{"query":"{Aggregate{Chats{meta{count}}}}"}']);
  });

  it('calls a version before the text about methods closed as well', async (t) => {
    const server = await standIn(t, { 'GET /': welcome, 'GET /v1/meta': NO_LOGIN, 'GET /v1/schema': NO_LOGIN });
    const report = await meetStore('weaviate', 'closed', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, refused('yes'));
    assert.deepEqual(server.requests, ['GET /', 'GET /v1/meta']);
  });

  it('says unknown where the schema is not to be had and the nodes do not tell why', async (t) => {
    const server = await standIn(t, {
      'GET /': welcome,
      'GET /v1/meta': { status: 503, body: '' },
      'GET /v1/schema': { status: 503, body: '' },
    });
    const report = await meetStore('weaviate', 'unclear', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, posture({ identify: 'yes' }));
    assert.deepEqual(report.findings, []);
  });

  it('does not claim another program that sends visitors to /v1', async (t) => {
    const other = { status: 301, headers: { Location: '/v1' }, body: { links: { href: '/v1', name: 'api v1' } } };
    const server = await standIn(t, { 'GET /': other });
    const met = await withoutRecording(() => meet('weaviate', 'other', server.port));
    assert.ok(!('product' in met));
  });
});
