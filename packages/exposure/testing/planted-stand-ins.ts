// Stand-ins for products that no package has, each with a login: they hold given texts, and one part of each fails with a row's
// value in the words of its error. Written from the products' public documentation, see the tests of the stores.
import { gzipSync } from 'node:zlib';
import { type ByteReply, startByteServer } from './byte-server.ts';
import { startMongodbStandIn } from './mongodb-stand-in.ts';
import type { Planted, PlantedServer } from './planted-servers.ts';

const USER = 'auditor';

export async function plantMongodb({ notes, email, value, password }: Planted): Promise<PlantedServer> {
  const failing = [{ note: value }];
  const server = await startMongodbStandIn({
    data: { planted: { notes: notes.map((note, n) => ({ n, note })), failing, [`of ${email}`]: [{ [email]: value }] } },
    login: { user: USER, password, mechanism: 'SCRAM-SHA-256' },
    instead: (name, command) =>
      name === 'find' && command.find === 'failing'
        ? { ok: 0, code: 2, codeName: 'BadValue', errmsg: `cannot compare to ${value}` }
        : undefined,
  });
  return { ...plantedOf('mongodb', server.port, password, server.stop), log: async () => server.commands.join('\n') };
}

export async function plantElasticsearch({ notes, email, value, password }: Planted): Promise<PlantedServer> {
  const indices: Readonly<Record<string, readonly object[]>> = {
    notes: notes.map((note, n) => ({ n, note })),
    failing: [{ note: value }],
    'of-somebody': [{ [email]: value }],
  };
  const asked: string[] = [];
  const server = await startByteServer((path, request, body) => {
    asked.push(`${request.method} ${path} ${body}`);
    if (!isLogin(request.headers.authorization, password)) return failure(401, value);
    const { pathname, searchParams } = new URL(path, 'http://search');
    if (pathname === '/')
      return found({ cluster_name: 'planted', version: { number: '8.15.0' }, tagline: 'You Know, for Search' });
    if (pathname.startsWith('/_cat/indices')) {
      return found(Object.keys(indices).map((index) => ({ index, 'docs.count': '9', status: 'open' })));
    }
    if (pathname.endsWith('/_mapping')) {
      return found(
        Object.fromEntries(
          Object.keys(indices).map((index) => [index, { mappings: { properties: { n: { type: 'long' } } } }]),
        ),
      );
    }
    const documents = indices[decodeURIComponent(pathname.split('/')[1] ?? '')] ?? [];
    const search: { size?: number; aggs?: unknown; search_after?: readonly [number] } = JSON.parse(body);
    if (search.aggs !== undefined) {
      const buckets = Object.entries(indices).map(([key, all]) => ({ key, doc_count: all.length }));
      return found({ _shards: SHARD, aggregations: { by: { buckets } } });
    }
    if (search.size === 0) return found({ _shards: SHARD, hits: { total: { value: documents.length }, hits: [] } });
    if (pathname.startsWith('/failing')) return failure(400, `failed to parse [${value}]`);
    const after = search.search_after?.[0] ?? -1;
    const hits = documents
      .map((_source, seq) => ({ _id: `a${seq}`, _source, sort: [seq] }))
      .filter((_, seq) => seq > after)
      .slice(0, search.size);
    return found({ timed_out: false, _shards: SHARD, hits: { hits: searchParams.has('preference') ? hits : [] } });
  });
  return { ...plantedOf('elasticsearch', server.port, password, server.stop), log: async () => asked.join('\n') };
}

const SHARD = { total: 1, successful: 1, failed: 0 };

export async function plantCouchdb({ notes, value, password }: Planted): Promise<PlantedServer> {
  const documents = notes.map((note, n) => ({ _id: `n${String(n).padStart(6, '0')}`, _rev: '1-a', note }));
  const server = await startByteServer((path, request) => {
    if (!isLogin(request.headers.authorization, password)) return failure(401, value);
    const { pathname, searchParams } = new URL(path, 'http://couch');
    if (pathname === '/') return found({ couchdb: 'Welcome', version: '3.3.3' });
    if (pathname === '/_all_dbs') return found(['planted', 'failing']);
    if (!pathname.endsWith('/_all_docs')) return found({ doc_count: documents.length });
    // Half way: the connection ends.
    if (pathname.startsWith('/failing'))
      return searchParams.has('startkey') ? undefined : page(documents.slice(0, 200), 0);
    const start = searchParams.get('startkey');
    const first =
      documents.findIndex(({ _id }) => start === null || _id >= JSON.parse(start)) +
      Number(searchParams.get('skip') ?? 0);
    return page(documents.slice(first, first + Number(searchParams.get('limit'))), first);
  });
  const page = (docs: typeof documents, offset: number): ByteReply => {
    const rows = docs.map((doc) => ({ id: doc._id, key: doc._id, value: { rev: '1-a' }, doc }));
    return found({ total_rows: documents.length, offset, rows });
  };
  return { ...plantedOf('couchdb', server.port, password, server.stop), log: async () => server.requests.join('\n') };
}

export async function plantS3({ notes, email, person, value, password }: Planted): Promise<PlantedServer> {
  const text = `${notes.join('\n')}\n`;
  const objects: Readonly<Record<string, Buffer>> = {
    'notes.log': Buffer.from(text),
    [`${person}/${email}.ndjson.gz`]: gzipSync(notes.map((note) => JSON.stringify({ note })).join('\n')),
    [`torn/${email}.gz`]: gzipSync(text).subarray(0, 900),
  };
  const server = await startByteServer((path, request) => {
    const { pathname } = new URL(path, 'http://s3');
    if (!request.headers.authorization?.includes(`Credential=${USER}/`))
      return xml(403, `<Error><Code>AccessDenied</Code><Message>${value}</Message></Error>`);
    if (pathname === '/')
      return xml(
        200,
        '<ListAllMyBucketsResult><Buckets><Bucket><Name>planted</Name></Bucket></Buckets></ListAllMyBucketsResult>',
      );
    if (pathname === '/planted') {
      const contents = Object.entries(objects).map(
        ([key, bytes]) => `<Contents><Key>${encodeURIComponent(key)}</Key><Size>${bytes.length}</Size></Contents>`,
      );
      return xml(
        200,
        `<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
      );
    }
    const object = objects[decodeURIComponent(pathname.slice('/planted/'.length))];
    const range = request.headers.range?.match(/^bytes=(\d+)-(\d+)$/);
    if (!object || !range) return xml(404, `<Error><Code>NoSuchKey</Code><Message>${value}</Message></Error>`);
    return { status: 206, body: object.subarray(Number(range[1]), Number(range[2]) + 1) };
  });
  // Objects are asked for by their names, which are not ours to change.
  return { ...plantedOf('s3', server.port, password, server.stop), log: async () => '' };
}

function plantedOf(product: string, port: number, password: string, stop: () => Promise<void>) {
  return { product, port, user: USER, password, stop };
}

function isLogin(authorization: string | undefined, password: string): boolean {
  return authorization === `Basic ${Buffer.from(`${USER}:${password}`).toString('base64')}`;
}

function found(body: unknown): ByteReply {
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

function failure(status: number, reason: string): ByteReply {
  return { status, headers: { 'content-type': 'application/json' }, body: { error: { type: 'x', reason }, reason } };
}

function xml(status: number, body: string): ByteReply {
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
