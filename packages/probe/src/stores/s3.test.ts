import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { replayed, withoutRecording } from '../../testing/recorded.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';
import type { StoreReport } from '../encounter.ts';
import { posture, refused } from '../posture.ts';

const SOURCE = 'stand-in from the documentation';
const XML = { 'content-type': 'application/xml' };
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const denied = (server?: string): StandInReply => ({
  status: 403,
  headers: { ...XML, ...(server && { server }), 'x-amz-request-id': '4442587FB7D0A2F9' },
  body: `${HEAD}<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4442587FB7D0A2F9</RequestId><HostId>abc</HostId></Error>`,
});

function buckets(owner: string, ...names: string[]): StandInReply {
  const list = names.map(
    (name) => `<Bucket><Name>${name}</Name><CreationDate>2026-01-01T00:00:00Z</CreationDate></Bucket>`,
  );
  const body = `${HEAD}<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Owner><ID>${owner}</ID><DisplayName></DisplayName></Owner><Buckets>${list.join('')}</Buckets></ListAllMyBucketsResult>`;
  return { status: 200, headers: XML, body };
}

function listing(name: string, sizes: readonly number[], more = false): StandInReply {
  const entries = sizes.map(
    (size, i) => `<Contents><Key>mail/ada${i}@example.org.eml</Key><Size>${size}</Size></Contents>`,
  );
  const body = `${HEAD}<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${name}</Name><Prefix/><KeyCount>${sizes.length}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>${more}</IsTruncated>${more ? '<NextContinuationToken>bWFpbC9hZGE</NextContinuationToken>' : ''}${entries.join('')}</ListBucketResult>`;
  return { status: 200, headers: XML, body };
}

async function standIn(t: TestContext, replies: Record<string, StandInReply>, otherwise: StandInReply = denied()) {
  const server = await startHttpStandIn((_method, path) => replies[path] ?? otherwise);
  t.after(server.stop);
  return server;
}

const rules = (report: StoreReport) => report.findings.map((finding) => finding.rule);

describe('s3, stand-in from the documentation', () => {
  it('calls a store that lists its buckets to anyone open, counts their files, and keeps no name of a file', async (t) => {
    const server = await standIn(t, {
      '/': buckets('0', 'backups', 'invoices', 'closed'),
      '/backups?list-type=2&max-keys=1000': listing('backups', [10, 20, 30]),
      '/invoices?list-type=2&max-keys=1000': listing('invoices', Array(1000).fill(5), true),
    });
    const report = await withoutRecording(() => meetStore('s3', 'unused', server.port));
    assert.equal(report.product, 's3');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, posture({ identify: 'yes', list: 'yes', count: 'yes', read: 'yes' }));
    assert.deepEqual(rules(report), ['s3/no-authentication']);
    assert.deepEqual(report.inventory, {
      containers: [
        {
          name: 'buckets',
          collections: [
            { name: 'backups', rows: 3, rowsBasis: 'exact', bytes: 60, bytesBasis: 'exact', columns: [] },
            { name: 'invoices', rows: 1000, rowsBasis: 'estimate', bytes: 5000, bytesBasis: 'estimate', columns: [] },
            { name: 'closed', columns: [] },
          ],
        },
      ],
      truncated: true,
    });
    assert.match(report.caveats?.join() ?? '', /lower bounds/);
    assert.doesNotMatch(JSON.stringify(report), /mail\/ada|\.eml|bWFpb/);
    for (const request of server.requests) assert.match(request, /^GET \/(?:\w+\?list-type=2&max-keys=1000)?$/);
  });

  it('records a small open store', async (t) => {
    const server = await standIn(t, {
      '/': buckets('0', 'backups', 'closed'),
      '/backups?list-type=2&max-keys=1000': listing('backups', [10, 20, 30]),
    });
    const report = await meetStore('s3', 'open', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'open');
    assert.equal(report.inventory?.truncated, undefined);
  });

  it('calls a store whose buckets are listed but refuse to list their files partial', async (t) => {
    const server = await standIn(t, { '/': buckets('0', 'one', 'two') });
    const report = await meetStore('s3', 'names-only', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.list, 'yes');
    assert.equal(report.posture.read, 'unknown');
  });

  it('asks twenty-five buckets of many', async (t) => {
    const names = Array.from({ length: 60 }, (_, i) => `tenant-${i}`);
    const server = await standIn(t, { '/': buckets('0', ...names) }, listing('any', [1]));
    const report = await withoutRecording(() => meetStore('s3', 'unused', server.port));
    assert.equal(server.requests.length, 26);
    assert.equal(report.inventory?.containers[0]?.collections.length, 60);
    assert.equal(report.inventory?.truncated, true);
  });

  it('calls Amazon closed, and says that single buckets may be public', async (t) => {
    const server = await standIn(t, {}, denied('AmazonS3'));
    const report = await meetStore('s3', 'closed-amazon', server.port, { source: SOURCE });
    assert.equal(report.software, 'amazon s3');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, refused('yes'));
    assert.match(report.caveats?.[0] ?? '', /names were not guessed/);
    assert.equal(server.requests.length, 1);
  });

  it('does not take the empty list that Ceph gives to visitors for an opening', async (t) => {
    const server = await standIn(t, { '/': buckets('anonymous') });
    const report = await meetStore('s3', 'closed-ceph', server.port, { source: SOURCE });
    assert.equal(report.software, 'ceph');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.findings, []);
  });

  it('calls Garage closed without reserve, since it has no anonymous access on this port', async (t) => {
    const body = `${HEAD}<Error><Code>AccessDenied</Code><Message>Forbidden: Garage does not support anonymous access yet</Message><Resource>/</Resource><Region>garage</Region></Error>`;
    const server = await standIn(t, {}, { status: 403, headers: XML, body });
    const report = await meetStore('s3', 'closed-garage', server.port, { source: SOURCE });
    assert.equal(report.software, 'garage');
    assert.equal(report.verdict, 'closed');
    assert.equal(report.caveats, undefined);
  });

  it('tells the release that old MinIO servers put into their Server line', async (t) => {
    const server = await standIn(t, {}, denied('MinIO/RELEASE.2021-01-05T05-22-38Z'));
    const report = await meetStore('s3', 'closed-minio-2021', server.port, { source: SOURCE });
    assert.equal(report.software, 'minio');
    assert.match(report.version ?? '', /^2021-01-05/);
    assert.equal(report.verdict, 'closed');
  });

  it('calls one bucket that its host names and that lists itself partial', async (t) => {
    const page = listing('public-files', [100, 200]);
    const server = await standIn(t, { '/': page, '/?list-type=2&max-keys=1000': page });
    const report = await meetStore('s3', 'host-bucket', server.port, { source: SOURCE });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(rules(report), ['s3/bucket-listable']);
    assert.deepEqual(report.inventory?.containers[0]?.collections, [
      { name: 'public-files', rows: 2, rowsBasis: 'exact', bytes: 300, bytesBasis: 'exact', columns: [] },
    ]);
  });

  it('cannot tell of a store that is broken', async (t) => {
    const body = `${HEAD}<Error><Code>InternalError</Code><Message>x</Message><Resource>/</Resource><RequestId>1</RequestId></Error>`;
    const server = await standIn(t, {}, { status: 500, headers: XML, body });
    assert.equal((await meetStore('s3', 'broken', server.port, { source: SOURCE })).verdict, 'unknown');
  });

  it("does not claim Azure's blob store, nor any server that answers with an Error in XML", async (t) => {
    const azure = `${HEAD}<Error><Code>InvalidQueryParameterValue</Code><Message>Value for one of the query parameters is invalid.\nRequestId:1</Message></Error>`;
    const other = '<Error><Code>42</Code><Message>No.</Message></Error>';
    for (const [body, headers] of [[azure, { 'x-ms-request-id': '1' }] as const, [other, {}] as const]) {
      const server = await standIn(t, {}, { status: 400, headers: { ...XML, ...headers }, body });
      const met = await withoutRecording(() => meet('s3', 'unused', server.port));
      assert.ok(!('product' in met) || met.product !== 's3');
    }
  });
});

describe('s3, replayed from real servers', () => {
  it('calls a MinIO closed that has a public bucket and does not name it, and says so', async () => {
    const report = await replayed('s3', 'real-minio-closed');
    assert.equal(report.software, 'minio');
    assert.equal(report.verdict, 'closed');
    assert.match(report.caveats?.[0] ?? '', /may still be public/);
  });

  it('finds the public bucket of a MinIO through the metrics that name it', async () => {
    const report = await replayed('s3', 'real-minio-metrics-public');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(rules(report), ['s3/minio-metrics-public', 's3/bucket-listable']);
    assert.deepEqual(
      report.inventory?.containers[0]?.collections.map(({ name, rows, bytes }) => [name, rows, bytes]),
      [
        ['private-data', 5, 1500],
        ['public-data', 5, 1500],
      ],
    );
    assert.doesNotMatch(JSON.stringify(report), /canary/);
  });

  it('calls s3rver, which asks nobody for a key, open', async () => {
    const report = await replayed('s3', 'real-s3rver-open');
    assert.equal(report.software, 's3rver');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(
      report.inventory?.containers[0]?.collections.map(({ name, rows, bytes }) => [name, rows, bytes]),
      [
        ['chat-logs', 3, 30],
        ['empty', 0, 0],
      ],
    );
  });
});
