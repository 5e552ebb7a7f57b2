// S3 as a source, against a stand-in that follows
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html and API_GetObject.html.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { type ByteReply, type ByteServer, startByteServer } from '../../testing/byte-server.ts';
import { datasetOf, gather, LOCAL_HOST, located } from '../../testing/reading.ts';
import { openS3 } from './s3.ts';

const { signal } = new AbortController();
const open = (url: string) => openS3(located(url), LOCAL_HOST);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const error = (status: number, code: string): ByteReply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>hidden-word</Message></Error>`,
});

/** A stand-in with these objects in the bucket `logs`; pages of three. */
function startS3(objects: ReadonlyMap<string, Buffer>): Promise<ByteServer> {
  const keys = [...objects.keys()].sort();
  return startByteServer((path, request) => {
    const url = new URL(path, 'http://s3');
    if (url.pathname === '/') {
      return {
        status: 200,
        body: '<ListAllMyBucketsResult><Buckets><Bucket><Name>logs</Name></Bucket></Buckets></ListAllMyBucketsResult>',
      };
    }
    if (url.pathname === '/logs') {
      const from = Number(url.searchParams.get('continuation-token')?.slice(2) ?? 0);
      const found = keys.filter((key) => key.startsWith(url.searchParams.get('prefix') ?? ''));
      const contents = found.slice(from, from + 3).map((key) => {
        const name = escaped(encodeURIComponent(key).replaceAll('%2F', '/'));
        return `<Contents><Key>${name}</Key><Size>${objects.get(key)?.length}</Size></Contents>`;
      });
      const more =
        from + 3 < found.length
          ? `<IsTruncated>true</IsTruncated><NextContinuationToken>=/${from + 3}</NextContinuationToken>`
          : '<IsTruncated>false</IsTruncated>';
      return {
        status: 200,
        body: `<ListBucketResult><EncodingType>url</EncodingType>${more}${contents.join('')}</ListBucketResult>`,
      };
    }
    const object = objects.get(decodeURIComponent(url.pathname.slice('/logs/'.length)));
    if (!url.pathname.startsWith('/logs/') || !object)
      return error(404, url.pathname.startsWith('/logs/') ? 'NoSuchKey' : 'NoSuchBucket');
    const range = request.headers.range?.match(/^bytes=(\d+)-(\d+)$/);
    assert.ok(range, 'objects are read by ranges');
    return { status: 206, body: object.subarray(Number(range[1]), Number(range[2]) + 1) };
  });
}

describe('a stand-in for S3', () => {
  let server: ByteServer;
  const url = (rest = '') => `s3://access:hidden-word@127.0.0.1:${server.port}${rest}`;
  const lines = Array.from({ length: 3000 }, (_, n) => JSON.stringify({ id: n, mail: `q${n}@example.org` })).join('\n');
  const table = `name,mail\n${Array.from({ length: 50 }, (_, n) => `P ${n},p${n}@example.org`).join('\n')}\n`;
  before(async () => {
    server = await startS3(
      new Map([
        ['a folder/é+&=.csv', Buffer.from(table)],
        ['b.ndjson.gz', gzipSync(lines)],
        ['c.ndjson.zst', zstdCompressSync(Buffer.from(lines))],
        ['d.log', Buffer.from('one line\nanother\n')],
        ['e.bin', Buffer.from([1, 0, 2, 0, 255])],
        ['empty', Buffer.alloc(0)],
        ['torn.gz', gzipSync(lines).subarray(0, 6000)],
        ['bomb.gz', gzipSync(Buffer.alloc(64 << 20, `${'a line of it '.repeat(1000)}\n`))],
      ]),
    );
  });
  after(() => server.stop());

  it('lists buckets, or the one of the URL', async () => {
    assert.deepEqual(await open(url()).datasets(signal), [{ container: 'buckets', name: 'logs', columns: [] }]);
    assert.deepEqual(await open(url('/logs/b')).datasets(signal), [
      { container: 'buckets', name: 'logs', columns: [] },
    ]);
  });

  it('reads objects by their formats, unpacked, over all pages, and says which were not read', async () => {
    const source = open(url());
    const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'logs', signal), signal }));
    const text = JSON.stringify(rows.filter((row) => !JSON.stringify(row).includes('a line of it')));
    assert.match(text, /\["P 49","p49@example.org"\]/);
    assert.equal(text.match(/"q2999@example.org"/g)?.length, 2);
    assert.match(text, /\["one line"\],\["another"\]/);
    assert.equal(fault?.code, 'unsupported');
    assert.match(fault?.message ?? '', /1 no text and no known format/);
    assert.match(fault?.message ?? '', /1 damaged/);
    assert.match(fault?.message ?? '', /1 too large/);
    assert.doesNotMatch(JSON.stringify(fault), /torn|bomb|hidden-word/);
  });

  it('reads only what begins as the URL says', async () => {
    const source = open(url('/logs/a%20folder/'));
    const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'logs', signal), signal }));
    assert.deepEqual([rows.length, fault], [50, undefined]);
  });

  it('takes a sample of rows from several objects', async () => {
    const source = open(url());
    const { rows } = await gather(
      source.read({ dataset: await datasetOf(source, 'logs', signal), sample: 60, signal }),
    );
    const text = JSON.stringify(rows);
    assert.ok(rows.length <= 60 && rows.length > 30, `${rows.length} rows`);
    for (const part of ['p1@example.org', 'q1@example.org', 'one line']) assert.ok(text.includes(part), part);
  });

  it('sends nothing but GET', () => {
    assert.deepEqual(
      server.requests.filter((request) => !request.startsWith('GET ')),
      [],
    );
  });
});

describe('a stand-in for a hostile S3', () => {
  const readFrom = async (reply: (path: string) => ByteReply) => {
    const server = await startByteServer((path) => reply(path));
    try {
      const source = open(`s3://127.0.0.1:${server.port}/logs`);
      return {
        ...(await gather(source.read({ dataset: { container: 'buckets', name: 'logs', columns: [] }, signal }))),
        server,
      };
    } finally {
      await server.stop();
    }
  };
  const listing = (inside: string) => ({ status: 200, body: `<ListBucketResult>${inside}</ListBucketResult>` });

  it('follows no redirect', async () => {
    const { fault, server } = await readFrom(() => ({
      status: 307,
      headers: { location: 'http://127.0.0.2:1/' },
      body: '',
    }));
    assert.equal(fault?.code, 'refused');
    assert.match(fault?.message ?? '', /not followed/);
    assert.equal(server.requests.length, 1);
  });

  it('ends a listing that repeats, and one that gives nothing for ever', async () => {
    const same = listing('<IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken>');
    assert.equal((await readFrom(() => same)).fault?.code, 'broken');
    let page = 0;
    const { fault } = await readFrom(() => {
      page += 1;
      return listing(`<IsTruncated>true</IsTruncated><NextContinuationToken>${page}</NextContinuationToken>`);
    });
    assert.equal(fault?.code, 'broken');
  });

  it('takes no entity bomb and no listing without end', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><ListBucketResult>&b;</ListBucketResult>';
    assert.equal((await readFrom(() => ({ status: 200, body: bomb }))).fault?.code, 'broken');
    assert.equal((await readFrom(() => listing(' '.repeat(9 << 20)))).fault?.code, 'too large');
  });

  it('reads an object as far as it was listed, and names errors by their code only', async () => {
    const one = listing('<Contents><Key>k</Key><Size>4</Size></Contents>');
    const longer = await readFrom((path) =>
      path.startsWith('/logs/') ? { status: 200, body: 'hidden-word'.repeat(99) } : one,
    );
    assert.match(longer.fault?.message ?? '', /1 damaged/);
    const { fault } = await readFrom(() => error(403, 'AccessDenied'));
    assert.equal(fault?.code, 'refused');
    assert.doesNotMatch(JSON.stringify(fault), /hidden-word/);
  });
});
