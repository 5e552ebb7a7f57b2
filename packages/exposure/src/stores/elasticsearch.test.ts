// Elasticsearch as a source, against a stand-in that follows https://www.elastic.co/docs/api/doc/elasticsearch/: searches by
// shard and sequence number, random scores, composite aggregations, and the scroll of releases before 6.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ByteReply, type ByteServer, startByteServer } from '../../testing/byte-server.ts';
import { datasetOf, gather, LOCAL_HOST, located } from '../../testing/reading.ts';
import type { Dataset } from '../source.ts';
import { openElasticsearch } from './elasticsearch.ts';

const { signal } = new AbortController();
const SHARDS = 3;

type Document = Readonly<Record<string, unknown>>;
interface Search {
  readonly size: number;
  readonly search_after?: readonly [number];
  readonly _source?: { readonly excludes: readonly string[] } | true;
  readonly query?: {
    readonly function_score?: { readonly min_score: number };
    readonly bool?: {
      readonly filter: readonly [{ readonly exists: { readonly field: string } }];
      readonly must_not?: readonly [{ readonly term: Document }];
    };
  };
  readonly aggs?: { readonly by?: unknown; readonly groups?: { readonly composite: Composite } };
}
interface Composite {
  readonly size: number;
  readonly sources: readonly Readonly<Record<string, { readonly terms: { readonly field: string } }>>[];
  readonly after?: Document;
}

/** Texts of more than 256 characters are not kept in columns, as in the default mapping. */
const KEYWORD = { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } };
const MAPPING = {
  properties: {
    n: { type: 'long' },
    who: KEYWORD,
    note: { type: 'text' },
    address: { properties: { city: { type: 'keyword' } } },
  },
};

function fieldOf(document: Document, field: string): unknown {
  const path = field.replace(/\.keyword$/, '').split('.');
  const value = path.reduce<unknown>((inner, key) => (inner as Document | undefined)?.[key], document);
  return field.endsWith('.keyword') && String(value ?? '').length > 256 ? undefined : value;
}

function startElasticsearch(documents: readonly Document[], version = '8.15.0'): Promise<ByteServer> {
  let scrolled = 0;
  const json = (body: unknown): ByteReply => ({ status: 200, body });
  return startByteServer((path, request, text) => {
    const url = new URL(path, 'http://search');
    if (request.headers.authorization !== `Basic ${Buffer.from('ada:hidden-word').toString('base64')}`) {
      return { status: 401, body: { error: { reason: 'hidden-word' } } };
    }
    const shards = { total: SHARDS, successful: SHARDS, failed: 0 };
    if (url.pathname === '/') return json({ cluster_name: 'bench', version: { number: version } });
    if (url.pathname.startsWith('/_cat/indices')) {
      return json(
        ['people', '.kibana_1', 'shut', 'void'].map((index) => ({
          index,
          'docs.count': '9',
          status: index === 'shut' ? 'close' : 'open',
        })),
      );
    }
    if (url.pathname.endsWith('/_mapping')) return json({ people: { mappings: MAPPING }, void: { mappings: {} } });
    const search: Search = text === '' ? { size: 10 } : JSON.parse(text);
    const total = { value: documents.length, relation: 'eq' };
    if (search.aggs?.by) {
      return json({
        _shards: shards,
        aggregations: { by: { buckets: [{ key: 'people', doc_count: documents.length }] } },
      });
    }
    if (search.aggs?.groups)
      return json({ _shards: shards, aggregations: { groups: composite(documents, search.aggs.groups.composite) } });
    const { filter, must_not } = search.query?.bool ?? {};
    if (filter) {
      const { field } = filter[0].exists;
      const empty = Object.entries(must_not?.[0].term ?? {});
      const found = documents.filter((each) => {
        const value = fieldOf(each, field);
        return value !== undefined && value !== null && !empty.some(([name, none]) => fieldOf(each, name) === none);
      });
      return json({ _shards: shards, hits: { total: { value: found.length }, hits: [] } });
    }
    if (search.size === 0) return json({ _shards: shards, hits: { total, hits: [] } });
    if (url.searchParams.has('scroll') || url.pathname === '/_search/scroll') {
      if (request.method === 'DELETE') return json({ succeeded: true });
      scrolled = url.searchParams.has('scroll') ? 0 : scrolled;
      const hits = documents
        .slice(scrolled, scrolled + 200)
        .map((_source, at) => ({ _id: `${scrolled + at}`, _source }));
      scrolled += 200;
      return json({ _scroll_id: 'the-scroll', _shards: shards, hits: { total: documents.length, hits } });
    }
    const shard = Number(url.searchParams.get('preference')?.match(/^_shards:(\d)$/)?.[1]);
    const least = search.query?.function_score?.min_score ?? 0;
    const hits = documents
      .map((document, at) => ({
        document,
        seq: Math.floor(at / SHARDS),
        shard: at % SHARDS,
        score: ((at * 7919) % 1000) / 1000,
      }))
      .filter((each) => each.shard === shard && each.score >= least && each.seq > (search.search_after?.[0] ?? -1))
      .slice(0, search.size)
      .map(({ document, seq }) => ({ _id: `id-${document.n}`, _source: without(document, search), sort: [seq] }));
    return json({ timed_out: false, _shards: { total: 1, failed: 0 }, hits: { hits } });
  });
}

function without(document: Document, { _source }: Search): Document {
  const excluded = typeof _source === 'object' ? _source.excludes : [];
  return Object.fromEntries(Object.entries(document).filter(([key]) => !excluded.includes(key)));
}

function composite(documents: readonly Document[], { size, sources, after }: Composite) {
  const names = sources.map((source) => Object.entries(source)[0] ?? assert.fail());
  const groups = new Map<string, number>();
  for (const document of documents) {
    const key = JSON.stringify(
      Object.fromEntries(names.map(([name, { terms }]) => [name, fieldOf(document, terms.field) ?? null])),
    );
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const sorted = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([key]) => !after || key > JSON.stringify(after));
  const buckets = sorted.slice(0, size).map(([key, doc_count]) => ({ key: JSON.parse(key), doc_count }));
  return { buckets, ...(buckets.length > 0 && { after_key: buckets.at(-1)?.key }) };
}

const PEOPLE: readonly Document[] = Array.from({ length: 6001 }, (_, n) => ({
  n,
  ...(n % 10 > 0 && { who: `${n % 20 < 10 ? 'P' : 'p'}${n % 3000}@Example.org` }),
  note: `says ${n % 7}`,
  ...(n % 2 === 0 && { address: { city: `City ${n % 3}` } }),
}));

const open = (port: number, rest = '') =>
  openElasticsearch(located(`elasticsearch://ada:hidden-word@127.0.0.1:${port}${rest}`), LOCAL_HOST);

describe('a stand-in for Elasticsearch', () => {
  let server: ByteServer;
  let dataset: Dataset;
  before(async () => {
    server = await startElasticsearch(PEOPLE);
    dataset = await datasetOf(open(server.port), 'people', signal);
  });
  after(() => server.stop());

  it('lists indices with fields and exact rows, and neither closed ones nor those of the cluster itself', async () => {
    const datasets = await open(server.port).datasets(signal);
    assert.ok(!('code' in datasets));
    assert.deepEqual(
      datasets.map(({ container, name }) => [container, name]),
      [
        ['bench', 'people'],
        ['bench', 'void'],
      ],
    );
    assert.deepEqual(datasets[0]?.rows, { lower: 6001, estimate: 6001, upper: 6001 });
    assert.deepEqual(datasets[0]?.columns, [
      { name: 'n', type: 'long' },
      { name: 'who', type: 'text' },
      { name: 'note', type: 'text' },
      { name: 'address.city', type: 'keyword' },
    ]);
  });

  it('reads every document of every shard once, with its id, as the server wrote it', async () => {
    const { rows, fault } = await gather(open(server.port).read({ dataset, signal }));
    assert.equal(fault, undefined);
    const numbers = (rows as Document[]).map((row) => Number(row.n)).sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      PEOPLE.map((_, n) => n),
    );
    const row = (rows as Document[]).find((each) => each.n === 42);
    assert.deepEqual(row, { _id: 'id-42', ...PEOPLE[42] });
  });

  it('leaves out the fields that are not wanted, and only those', async () => {
    const { rows } = await gather(open(server.port).read({ dataset, columns: ['who', 'address.city'], signal }));
    assert.deepEqual(Object.keys(rows[1] as Document).sort(), ['_id', 'who']);
  });

  it('takes a sample over all shards', async () => {
    const { rows } = await gather(open(server.port).read({ dataset, sample: 600, signal }));
    assert.ok(rows.length <= 600 && rows.length > 500, `${rows.length} rows`);
    const numbers = (rows as Document[]).map((row) => Number(row.n));
    assert.ok(Math.min(...numbers) < 100 && Math.max(...numbers) > 5900);
    assert.deepEqual(new Set(numbers.map((number) => number % SHARDS)).size, SHARDS);
  });

  it('counts rows and distinct values in the store, e-mail addresses without case', async () => {
    const source = open(server.port);
    const rows = PEOPLE.filter((each) => 'who' in each).length;
    const distinct = new Set(PEOPLE.flatMap((each) => (each.who ? [String(each.who).toLowerCase()] : []))).size;
    const before = server.requests.length;
    const counted = await source.inPlace?.count(dataset, 'who', signal);
    assert.deepEqual(counted, {
      rows: { lower: rows, estimate: rows, upper: rows },
      distinct: { lower: distinct, estimate: distinct, upper: distinct },
    });
    assert.ok(server.requests.length - before < 8, 'without reading documents');
    const city = await source.inPlace?.count(dataset, 'address.city', signal);
    assert.ok(city && !('code' in city) && city.distinct.estimate === 3 && city.rows.estimate === 3001);
  });

  it('counts by reading what the store has no columns of', async () => {
    const counted = await open(server.port).inPlace?.count(dataset, 'note', signal);
    assert.ok(counted && !('code' in counted));
    assert.deepEqual([counted.rows.estimate, counted.distinct.estimate], [6001, 7]);
  });

  it('gives each tuple with its rows, from the store or by reading', async () => {
    const source = open(server.port);
    for (const columns of [
      ['who', 'address.city'],
      ['note', 'address.city'],
    ]) {
      const { rows, fault } = await gather(source.inPlace?.groups(dataset, columns, signal));
      assert.equal(fault, undefined);
      const tuples = new Map((rows as unknown[][]).map((row) => [JSON.stringify(row.slice(0, -1)), row.at(-1)]));
      assert.equal(tuples.size, rows.length);
      const expected = new Map<string, number>();
      for (const each of PEOPLE) {
        const tuple = JSON.stringify(columns.map((column) => fieldOf(each, column) ?? null));
        expected.set(tuple, (expected.get(tuple) ?? 0) + 1);
      }
      assert.deepEqual([...tuples].sort(), [...expected].sort());
    }
  });

  it('asks only what reads, and leaves nothing behind in the server', () => {
    const asked = server.requests.map((request) => request.replace(/\?.*/, ''));
    assert.deepEqual(
      asked.filter((request) => !/^GET \/|^POST \/[^/]+\/_search$/.test(request)),
      [],
    );
  });

  it('says who is refused, and never shows a password', async () => {
    const wrong = await openElasticsearch(
      located(`elasticsearch://ada:wrong-word@127.0.0.1:${server.port}`),
      LOCAL_HOST,
    ).datasets(signal);
    assert.ok('code' in wrong && wrong.code === 'refused');
    assert.doesNotMatch(JSON.stringify(wrong), /wrong-word|hidden-word/);
  });
});

describe('a stand-in for an Elasticsearch before release 6', () => {
  it('is read by a scroll, which is cleared at the end and also where the reader stops', async () => {
    const server = await startElasticsearch(PEOPLE.slice(0, 1001), '5.6.16');
    const source = open(server.port);
    const dataset = await datasetOf(source, 'people', signal);
    const { rows, fault } = await gather(source.read({ dataset, signal }));
    assert.deepEqual([rows.length, fault], [1001, undefined]);
    await gather(source.read({ dataset, signal, sample: 50 })).then(({ rows }) => assert.equal(rows.length, 50));
    assert.equal(server.requests.filter((request) => request === 'DELETE /_search/scroll').length, 2);
    await server.stop();
  });
});

describe('a stand-in for a hostile Elasticsearch', () => {
  const dataset = { container: 'bench', name: 'people', columns: [] };
  const readFrom = async (reply: (path: string, body: string) => ByteReply | undefined) => {
    const server = await startByteServer((path, _request, body) =>
      path === '/' ? { status: 200, body: { cluster_name: 'bench', version: { number: '8.0.0' } } } : reply(path, body),
    );
    try {
      return await gather(open(server.port).read({ dataset, signal }));
    } finally {
      await server.stop();
    }
  };
  const head = { status: 200, body: { _shards: { total: 1, failed: 0 }, hits: { total: { value: 5 }, hits: [] } } };
  const isHead = (body: string) => body.startsWith('{"size":0');
  const pageOf = (sort: (at: number) => number) => (_path: string, body: string) => {
    const { size = 0, search_after: [after = -1] = [] } = JSON.parse(body);
    const hits = Array.from({ length: size }, (_, at) => ({
      _source: { a: 'hidden-word' },
      sort: [sort(after + at + 1)],
    }));
    return isHead(body) ? head : { status: 200, body: { _shards: { total: 1, failed: 0 }, hits: { hits } } };
  };

  it('ends pages that repeat, and pages without end', async () => {
    const same = await readFrom(pageOf(() => 3));
    assert.deepEqual([same.fault?.code, same.rows.length > 0], ['broken', true]);
    const on = await readFrom(pageOf((at) => at));
    assert.equal(on.fault?.code, 'broken');
    assert.match(on.fault?.message ?? '', /more documents than it has/);
  });

  it('does not take a document that fills the memory, and asks for smaller pages first', async () => {
    const sizes: number[] = [];
    const { fault } = await readFrom((_path, body) => {
      if (isHead(body)) return head;
      sizes.push(JSON.parse(body).size);
      return { status: 200, body: Buffer.alloc(65 << 20, ' ') };
    });
    assert.equal(fault?.code, 'too large');
    assert.deepEqual(sizes, [200, 25, 3, 1]);
  });

  it('tells shards that failed, a search that ran out of time, and a server that goes away', async () => {
    const failed = { ...head.body, _shards: { total: 1, failed: 1 } };
    assert.equal((await readFrom(() => ({ status: 200, body: failed }))).fault?.code, 'lost');
    assert.equal(
      (await readFrom(() => ({ status: 200, body: { ...head.body, timed_out: true } }))).fault?.code,
      'timeout',
    );
    assert.equal((await readFrom((_path, body) => (isHead(body) ? head : undefined))).fault?.code, 'lost');
    const cut = { status: 200, headers: { 'content-length': '999' }, body: '{"hits":' };
    assert.ok((await readFrom((_path, body) => (isHead(body) ? head : cut))).fault);
  });

  it('follows no redirect, and takes no other product for it', async () => {
    const moved = await readFrom(() => ({ status: 302, headers: { location: 'http://127.0.0.2:1/' }, body: '' }));
    assert.match(moved.fault?.message ?? '', /not followed/);
    const server = await startByteServer(() => ({ status: 200, body: '<html>hidden-word</html>' }));
    const other = await open(server.port).datasets(signal);
    await server.stop();
    assert.ok('code' in other && other.code === 'broken');
    assert.doesNotMatch(JSON.stringify(other), /hidden-word/);
  });
});
