import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { lacksChroma, startChroma } from '../../testing/chroma.ts';
import { settledLog } from '../../testing/log-reading.ts';
import { replayed, withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import { underTls } from '../../testing/tls-front.ts';
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

describe('chroma', { skip: lacksChroma() }, () => {
  it('calls Chroma 1 open in every way, with fields as columns, and reads no record of it', async (t) => {
    const server = await startChroma('open');
    t.after(server.stop);
    const report = await meetStore('chroma', 'open-1', server.port, { source: 'Chroma 1.5.9 (native server)' });
    assert.equal(report.product, 'chroma');
    assert.equal(report.version, '1.0.0');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.equal(report.caveats?.length, 2);
    const [database] = report.inventory?.containers ?? [];
    const [collection] = database?.collections ?? [];
    assert.equal(database?.name, 'default_database');
    assert.deepEqual([collection?.name, collection?.rows, collection?.rowsBasis], ['chats', 2, 'exact']);
    assert.deepEqual(
      new Set(collection?.columns.map(({ name, type }) => `${name}: ${type}`)),
      new Set(['#embedding: vector(2)', '#document: string']),
    );
    assert.equal(report.findings[0]?.rule, 'chroma/no-authentication');
    assert.match(report.findings[0]?.remedy.summary ?? '', /proxy/);
    const log = (await settledLog(server)).split('\n').filter((line) => line.includes('vigie-scan'));
    const asked = log.map(
      (line) =>
        line
          .match(/http\.method: (\w+), http\.uri: ([^,]+),/)
          ?.slice(1)
          .join(' ') ?? line,
    );
    assert.ok(asked.length > 3);
    for (const request of asked) {
      assert.match(request, /^GET \/api\/v2\/(?:version|tenants\/default_tenant\/databases(?:\/[\w/-]+)?)$/);
      assert.doesNotMatch(request, /\/(?:get|query|search|add|delete)$/);
    }
  });
});

describe('chroma, as a real server once answered', () => {
  it('calls Chroma 0.6 without a login open, although it does not speak HTTP/1.0', async () => {
    const report = await replayed('chroma', 'open-0.6');
    assert.equal(report.version, '0.6.3');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(report.inventory, {
      containers: [
        {
          name: 'default_database',
          collections: [
            {
              name: 'chats',
              rows: 2,
              rowsBasis: 'exact',
              columns: [{ name: '#embedding', type: 'vector(2)', kinds: [] }],
            },
          ],
        },
      ],
    });
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /CHROMA_SERVER_AUTHN_PROVIDER/);
  });

  it('calls Chroma 0.6 with a token closed although it tells its version to everybody', async () => {
    const report = await replayed('chroma', 'closed-0.6');
    assert.equal(report.version, '0.6.3');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.deepEqual(report.findings, []);
  });
});

const heartbeat = { status: 200, body: { 'nanosecond heartbeat': 1_795_441_207_138_342_700 } };
const notFound = { status: 404, body: { detail: 'Not Found' } };
const one = (id: string, name: string) => ({
  id,
  name,
  metadata: { owner: 'ada@example.org' },
  tenant: 'default_tenant',
});
const FORBIDDEN = { status: 403, body: { error: 'AuthError', message: 'Forbidden' } };
const V1 = '/api/v1/collections';
const V2 = '/api/v2/tenants/default_tenant/databases';
const V1_LIST = `${V1}?tenant=default_tenant&database=default_database`;

/** Version 0.4, whose interface is v1 only; every other path is FastAPI's own 404. */
const OLD: Record<string, StandInReply> = {
  '/api/v1/heartbeat': heartbeat,
  '/api/v1/version': { status: 200, body: '"0.4.24"', headers: { 'Content-Type': 'application/json' } },
  [V1_LIST]: { status: 200, body: [one('c1', 'chats'), one('c2', 'mails')] },
  [`${V1}/c1/count`]: { status: 200, body: '340265' },
  [`${V1}/c2/count`]: { status: 500, body: { error: 'KeyError' } },
};

async function standIn(t: TestContext, replies: Record<string, StandInReply>, otherwise: StandInReply) {
  const server = await startHttpStandIn((_method, path) => replies[path] ?? otherwise);
  t.after(server.stop);
  return server;
}

describe('chroma, stand-in from the documentation', () => {
  it('recognises version 0.4 by its heart, and looks into it by the old interface', async (t) => {
    const server = await standIn(t, OLD, notFound);
    const report = await meetStore('chroma', 'open-0.4', server.port, { source: SOURCE });
    assert.equal(report.version, '0.4.24');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(report.inventory?.containers[0]?.collections, [
      { name: 'chats', rows: 340_265, rowsBasis: 'exact', columns: [] },
      { name: 'mails', columns: [] },
    ]);
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /CHROMA_SERVER_AUTH_PROVIDER/);
    assert.doesNotMatch(JSON.stringify(report), /ada@/);
  });

  it('is the same behind TLS', async (t) => {
    const server = await underTls(await startHttpStandIn((_method, path) => OLD[path] ?? notFound));
    t.after(server.stop);
    const report = await meetStore('chroma', 'open-tls', server.port, { source: SOURCE });
    assert.equal(report.tls, true);
    assert.deepEqual(report.posture, EVERYTHING);
  });

  it('calls version 0.4 with a login closed, whose version only is for everybody', async (t) => {
    const { [V1_LIST]: _list, ...rest } = OLD;
    const server = await standIn(t, rest, { status: 401, body: { error: 'Unauthorized' } });
    const report = await meetStore('chroma', 'closed-0.4', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.equal(report.version, '0.4.24');
    assert.deepEqual(report.posture, refused('yes'));
  });

  it('calls a Chroma partial behind a proxy that lets only the names of databases through', async (t) => {
    const server = await standIn(
      t,
      {
        '/': { status: 404, headers: { 'chroma-trace-id': '0' } },
        '/api/v2/version': { status: 200, body: '"1.0.0"', headers: { 'Content-Type': 'application/json' } },
        [V2]: {
          status: 200,
          body: [
            { id: '0', name: 'default_database' },
            { id: '1', name: 'clients' },
          ],
        },
      },
      FORBIDDEN,
    );
    const report = await meetStore('chroma', 'half-open', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'yes', count: 'no', read: 'no' }));
    assert.equal(report.findings[0]?.rule, 'chroma/databases-listed');
    assert.deepEqual(
      report.inventory?.containers.map(({ name }) => name),
      ['default_database', 'clients'],
    );
  });

  it('counts twenty-five collections at most and says that it stopped', async (t) => {
    const many = Array.from({ length: 40 }, (_, i) => one(`c${i}`, `chat ${i}`));
    const server = await standIn(
      t,
      {
        '/': { status: 404, headers: { 'chroma-trace-id': '0' } },
        '/api/v2/version': { status: 200, body: '"1.0.0"' },
        [V2]: { status: 200, body: [{ name: 'default_database' }] },
        [`${V2}/default_database/collections`]: { status: 200, body: many },
      },
      { status: 200, body: '3' },
    );
    const report = await withoutRecording(() => meetStore('chroma', 'many', server.port));
    assert.equal(report.inventory?.truncated, true);
    assert.equal(report.inventory?.containers[0]?.collections.length, 40);
    assert.equal(server.requests.filter((request) => request.endsWith('/count')).length, 25);
  });

  it('says unknown of an overloaded Chroma', async (t) => {
    const server = await standIn(t, { '/': { status: 404, headers: { 'chroma-trace-id': '0' } } }, { status: 503 });
    const report = await meetStore('chroma', 'unclear', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, posture({ identify: 'yes' }));
    assert.deepEqual(report.findings, []);
  });

  it('does not claim other programs that are made with FastAPI or have nothing at the root', async (t) => {
    for (const root of [notFound, { status: 404 }, { status: 401, body: { error: 'Unauthorized' } }]) {
      const server = await standIn(t, {}, root);
      const met = await withoutRecording(() => meet('chroma', 'other', server.port));
      assert.ok(!('product' in met));
      assert.ok(server.requests.length < 8, server.requests.join());
    }
  });
});
