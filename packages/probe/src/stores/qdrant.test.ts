import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { withoutRecording } from '../../testing/recorded.ts';
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

const TEXT = { 'Content-Type': 'text/plain; charset=utf-8' };
const title = (version: string) => ({ title: 'qdrant - vector search engine', version, commit: '5cbd0a3' });
const ok = (result: unknown) => ({ result, status: 'ok', time: 0.000012 });
const names = (...all: string[]) => ok({ collections: all.map((name) => ({ name })) });
const NO_KEY = { status: 401, headers: TEXT, body: 'Must provide an API key or an Authorization bearer token' };

const chats = ok({
  status: 'green',
  optimizer_status: 'ok',
  indexed_vectors_count: 0,
  points_count: 340_265,
  segments_count: 8,
  config: {
    params: {
      vectors: { size: 384, distance: 'Cosine' },
      shard_number: 1,
      replication_factor: 1,
      on_disk_payload: true,
    },
    hnsw_config: { m: 16, ef_construct: 100 },
  },
  payload_schema: { user_id: { data_type: 'keyword', points: 340_265 }, said_at: { data_type: 'datetime', points: 3 } },
});
const pictures = ok({
  status: 'yellow',
  points_count: null,
  vectors_count: 12,
  config: {
    params: {
      vectors: { small: { size: 4, distance: 'Dot' }, odd: 'x' },
      sparse_vectors: { words: { index: { on_disk: false } } },
    },
  },
  payload_schema: { place: 'x' },
});

async function standIn(t: TestContext, reply: (path: string) => unknown) {
  const server = await startHttpStandIn((_method, path) => asReply(reply(path)));
  t.after(server.stop);
  return server;
}

function asReply(answer: unknown): StandInReply | undefined {
  if (answer === undefined) return undefined;
  const isReply = typeof answer === 'object' && answer !== null && typeof Reflect.get(answer, 'status') === 'number';
  return isReply ? (answer as StandInReply) : { status: 200, body: answer };
}

function open(path: string): unknown {
  if (path === '/') return title('1.15.4');
  if (path === '/collections') return names('chats', 'pictures/2024');
  if (path === '/collections/chats') return chats;
  return path === '/collections/pictures%2F2024' ? pictures : undefined;
}

/** As the documentation of the API key says: the first page and the health checks are for everybody. */
function closed(path: string): unknown {
  return path === '/' ? title('1.15.4') : NO_KEY;
}

describe('qdrant, stand-in from the documentation', () => {
  it('calls a Qdrant without a key open in every way, with vectors and indexed fields as columns', async (t) => {
    const server = await standIn(t, open);
    const report = await meetStore('qdrant', 'open', server.port, { source: SOURCE });
    assert.equal(report.product, 'qdrant');
    assert.equal(report.version, '1.15.4');
    assert.equal(report.transport, 'http');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(report.inventory, {
      containers: [
        {
          name: 'collections',
          collections: [
            {
              name: 'chats',
              rows: 340_265,
              rowsBasis: 'estimate',
              columns: [
                { name: 'vector', type: 'vector(384, Cosine)', kinds: [] },
                { name: 'user_id', type: 'keyword', kinds: [] },
                { name: 'said_at', type: 'datetime', kinds: [] },
              ],
            },
            {
              name: 'pictures/2024',
              rows: 12,
              rowsBasis: 'estimate',
              columns: [
                { name: 'small', type: 'vector(4, Dot)', kinds: [] },
                { name: 'odd', type: 'vector', kinds: [] },
                { name: 'words', type: 'sparse vector', kinds: [] },
                { name: 'place', type: '', kinds: [] },
              ],
            },
          ],
        },
      ],
    });
    assert.equal(report.findings[0]?.rule, 'qdrant/no-authentication');
    assert.ok(server.requests.every((request) => /^GET \/(?:collections(?:\/[\w%]+)?)?$/.test(request)));
  });

  it('is the same behind TLS', async (t) => {
    const server = await underTls(await startHttpStandIn((_method, path) => asReply(open(path))));
    t.after(server.stop);
    const report = await meetStore('qdrant', 'open-tls', server.port, { source: SOURCE });
    assert.equal(report.tls, true);
    assert.deepEqual(report.posture, EVERYTHING);
  });

  it('calls a Qdrant with a key closed although it tells its version to everybody', async (t) => {
    const server = await standIn(t, closed);
    const report = await meetStore('qdrant', 'closed', server.port, { source: SOURCE });
    assert.equal(report.version, '1.15.4');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.deepEqual(report.findings, []);
    assert.deepEqual(server.requests, ['GET /', 'GET /collections']);
  });

  it('recognises a version before 1.5 by its refusal of the first page', async (t) => {
    const server = await standIn(t, () => ({ status: 403, body: 'Invalid api-key' }));
    const report = await meetStore('qdrant', 'closed-old', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('no'));
  });

  it('calls a Qdrant partial behind a proxy that lets only the list of names through', async (t) => {
    const server = await standIn(t, (path) => (path.startsWith('/collections/') ? NO_KEY : open(path)));
    const report = await meetStore('qdrant', 'half-open', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'yes', count: 'no' }));
    assert.equal(report.findings[0]?.rule, 'qdrant/collections-listed');
    assert.deepEqual(
      report.inventory?.containers[0]?.collections.map(({ name, rows }) => [name, rows]),
      [
        ['chats', undefined],
        ['pictures/2024', undefined],
      ],
    );
  });

  it('calls an empty Qdrant without a key open too', async (t) => {
    const server = await standIn(t, (path) => (path === '/' ? title('0.11.0') : names()));
    const report = await meetStore('qdrant', 'empty', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, EVERYTHING);
    assert.match(report.findings[0]?.remedy.steps.join() ?? '', /keys exist since version 1\.2\.0/);
  });

  it('asks about thirty collections at most and says that it stopped', async (t) => {
    const all = Array.from({ length: 35 }, (_, i) => `c${i}`);
    const server = await standIn(t, (path) =>
      path === '/' ? title('1.9.0') : path === '/collections' ? names(...all) : ok({ points_count: 1 }),
    );
    const report = await withoutRecording(() => meetStore('qdrant', 'many', server.port));
    assert.equal(report.inventory?.truncated, true);
    assert.equal(report.inventory?.containers[0]?.collections.length, 35);
    assert.equal(server.requests.filter((request) => request.startsWith('GET /collections/')).length, 30);
  });

  it('says unknown of an overloaded Qdrant', async (t) => {
    const server = await standIn(t, (path) => (path === '/' ? title('1.9.0') : { status: 503, body: '' }));
    const report = await meetStore('qdrant', 'unclear', server.port, { source: SOURCE });
    assert.deepEqual(report.posture, posture({ identify: 'yes' }));
  });

  it('does not claim other programs that want an API key', async (t) => {
    for (const body of ['Invalid API key', '{"error":"Invalid api-key"}']) {
      const server = await standIn(t, () => ({ status: 403, body }));
      const met = await withoutRecording(() => meet('qdrant', 'other', server.port));
      assert.ok(!('product' in met), body);
    }
  });
});
