// CouchDB as a source, against a stand-in that follows https://docs.couchdb.org/en/stable/api/.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ByteReply, type ByteServer, startByteServer } from '../../testing/byte-server.ts';
import { datasetOf, gather, LOCAL_HOST, located } from '../../testing/reading.ts';
import { openCouchdb } from './couchdb.ts';

const { signal } = new AbortController();
const open = (port: number, login = '') => openCouchdb(located(`couchdb://${login}127.0.0.1:${port}`), LOCAL_HOST);

type Document = Readonly<Record<string, unknown>>;
const DOCUMENTS: readonly Document[] = [
  ...Array.from({ length: 2500 }, (_, n) => ({
    _id: `p "${String(n).padStart(5, '0')}" é`,
    _rev: '1-a',
    mail: `p${n}@example.org`,
  })),
  { _id: '_design/views', language: 'javascript' },
].sort((a, b) => (a._id < b._id ? -1 : 1));
const WELCOME: ByteReply = { status: 200, body: { couchdb: 'Welcome', version: '3.3.3' } };

describe('a stand-in for CouchDB', () => {
  let server: ByteServer;
  before(async () => {
    server = await startByteServer((path, request) => {
      const url = new URL(path, 'http://couch');
      if (request.headers.authorization !== `Basic ${Buffer.from('ada:hidden-word').toString('base64')}`) {
        return { status: 401, body: { error: 'unauthorized', reason: 'hidden-word' } };
      }
      if (url.pathname === '/') return WELCOME;
      if (url.pathname === '/_all_dbs') return { status: 200, body: ['_users', 'people', 'shut'] };
      if (url.pathname === '/shut') return { status: 403, body: {} };
      if (url.pathname === '/people') return { status: 200, body: { db_name: 'people', doc_count: DOCUMENTS.length } };
      const from = url.searchParams.get('startkey');
      const start = from === null ? 0 : DOCUMENTS.findIndex(({ _id }) => String(_id) >= JSON.parse(from));
      const first = start + Number(url.searchParams.get('skip') ?? 0);
      const rows = DOCUMENTS.slice(first, first + Number(url.searchParams.get('limit'))).map((doc) => ({
        id: doc._id,
        key: doc._id,
        value: { rev: '1-a' },
        doc,
      }));
      return {
        status: 200,
        body: `{"total_rows":${DOCUMENTS.length},"offset":${first},"rows":[\r\n${rows.map((row) => JSON.stringify(row)).join(',\r\n')}\r\n]}\n`,
      };
    });
  });
  after(() => server.stop());
  const source = () => open(server.port, 'ada:hidden-word@');

  it("lists databases but the system's own, with their documents", async () => {
    const datasets = await source().datasets(signal);
    assert.ok(!('code' in datasets));
    assert.deepEqual(
      datasets.map(({ name, rows }) => [name, rows?.estimate]),
      [
        ['people', 2501],
        ['shut', undefined],
      ],
    );
  });

  it('reads every document once, without the code of views', async () => {
    const { rows, fault } = await gather(
      source().read({ dataset: await datasetOf(source(), 'people', signal), signal }),
    );
    assert.equal(fault, undefined);
    assert.deepEqual(
      (rows as Document[]).map((row) => row.mail),
      Array.from({ length: 2500 }, (_, n) => `p${n}@example.org`),
    );
  });

  it('takes a sample over all ids', async () => {
    const { rows } = await gather(
      source().read({ dataset: await datasetOf(source(), 'people', signal), sample: 200, signal }),
    );
    const numbers = (rows as Document[]).map((row) => Number(String(row.mail).slice(1, -12)));
    assert.ok(rows.length <= 200 && rows.length >= 190, `${rows.length} rows`);
    assert.equal(new Set(numbers).size, rows.length);
    for (let part = 0; part < 5; part += 1) {
      const inside = numbers.filter((number) => Math.floor(number / 500) === part).length;
      assert.ok(inside >= 20, `${inside} of the ${part}th fifth`);
    }
  });

  it('says who is refused, and never shows a password', async () => {
    const refused = await open(server.port, 'ada:wrong-word@').datasets(signal);
    assert.ok('code' in refused && refused.code === 'refused');
    const shut = await gather(source().read({ dataset: await datasetOf(source(), 'shut', signal), signal }));
    assert.equal(shut.fault?.code, 'refused');
    assert.doesNotMatch(JSON.stringify([refused, shut.fault]), /wrong-word|hidden-word/);
  });

  it('sends nothing but GET', () => {
    assert.deepEqual(
      server.requests.filter((request) => !request.startsWith('GET ')),
      [],
    );
  });
});

describe('a stand-in for a hostile CouchDB', () => {
  const dataset = { container: 'databases', name: 'people', columns: [] };
  const readFrom = async (page: (path: string) => ByteReply | undefined) => {
    const server = await startByteServer((path) =>
      path === '/people' ? { status: 200, body: { doc_count: 5 } } : page(path),
    );
    try {
      return await gather(open(server.port).read({ dataset, signal }));
    } finally {
      await server.stop();
    }
  };
  const rowsOf = (ids: readonly string[]): ByteReply => ({
    status: 200,
    body: { rows: ids.map((id) => ({ id, doc: { _id: id } })) },
  });

  it('ends pages without end, however their ids go', async () => {
    let next = 0;
    const on = await readFrom((path) => {
      const limit = Number(new URL(path, 'http://couch').searchParams.get('limit'));
      return rowsOf(Array.from({ length: limit }, () => String(next++)));
    });
    assert.equal(on.fault?.code, 'broken');
    const same = await readFrom((path) =>
      rowsOf(
        Array.from({ length: Number(new URL(path, 'http://couch').searchParams.get('limit')) }, (_, at) => `id ${at}`),
      ),
    );
    assert.equal(same.fault?.code, 'broken');
  });

  it('does not take a document that fills the memory', async () => {
    const { fault } = await readFrom(() => ({ status: 200, body: Buffer.alloc(65 << 20, ' ') }));
    assert.equal(fault?.code, 'too large');
  });

  it('gives what came before the store went away', async () => {
    let pages = 0;
    const { rows, fault } = await readFrom(() =>
      pages++ === 0 ? rowsOf(Array.from({ length: 200 }, (_, at) => `id ${at}`)) : undefined,
    );
    assert.deepEqual([rows.length, fault?.code], [200, 'lost']);
  });
});
