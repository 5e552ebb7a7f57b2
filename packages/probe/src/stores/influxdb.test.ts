import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type InfluxdbOptions, type InfluxdbState, startInfluxdb } from '../../testing/influxdb.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { type StandInReply, startHttpStandIn } from '../../testing/stand-in.ts';

const INFLUXD = 'Debian 12 influxdb 1.6.7~rc0';
const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const NOTHING = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

const SHOP = {
  name: 'shop',
  collections: [
    {
      name: 'orders',
      rows: 2,
      rowsBasis: 'exact',
      columns: [
        { name: 'customer', type: 'tag', kinds: [] },
        { name: 'amount', type: 'float', kinds: [] },
      ],
    },
  ],
};

async function started(t: TestContext, state: InfluxdbState, options?: InfluxdbOptions) {
  const server = await startInfluxdb(state, options);
  t.after(server.stop);
  return server;
}

const rulesOf = (report: Awaited<ReturnType<typeof meetStore>>) => report.findings.map((finding) => finding.rule);

describe('influxdb', { skip: lacks('influxd', 'influxdb') }, () => {
  for (const state of ['open', 'users-but-open'] as const) {
    it(`calls a server that asks for no login open (${state}), with its measurements, series, tags and fields`, async (t) => {
      const server = await started(t, state);
      const report = await meetStore('influxdb', state, server.port, { source: INFLUXD });
      assert.equal(report.product, 'influxdb');
      assert.equal(report.version, '1.6.7~rc0');
      assert.equal(report.transport, 'http');
      assert.equal(report.tls, false);
      assert.equal(report.verdict, 'open');
      assert.deepEqual(report.posture, EVERYTHING);
      assert.deepEqual(report.inventory, { containers: [SHOP] });
      assert.deepEqual(rulesOf(report), ['influxdb/no-authentication']);
    });
  }

  it('asks for names and counts only: no point is read, and nothing is written', async (t) => {
    const server = await started(t, 'open');
    const before = server.log().length;
    await meetStore('influxdb', 'open', server.port, { source: INFLUXD });
    await sleep(300);
    const log = server.log().slice(before);
    const requests = [...log.matchAll(/"(GET|POST|PUT|DELETE) ([^" ]*) HTTP[^"]*"/g)].map(
      ([, method, path = '']) => `${method} ${decodeURIComponent(path.replaceAll('+', ' '))}`,
    );
    assert.ok(requests.length >= 3, `the log shows the requests:\n${log}`);
    for (const request of requests)
      assert.match(request, /^GET \/query\?(?:db=shop&)?q=SHOW [A-Z ]+(?:; SHOW [A-Z ]+)*$/);
    // The server itself turns some of them into queries of its index; it has no others to run.
    const selects = [...log.matchAll(/SELECT (.*?) FROM/g)].map((match) => match[1] ?? '');
    for (const select of selects) assert.match(select, /^(?:fieldKey, fieldType|count\(_seriesKey\) AS count)$/);
    assert.doesNotMatch(log, /INSERT|CREATE|DROP|[?&][up]=/);
  });

  it('calls a server without an administrator open: whoever comes first may become it', async (t) => {
    const server = await started(t, 'half-open');
    const report = await meetStore('influxdb', 'half-open', server.port, { source: INFLUXD });
    assert.equal(report.version, '1.6.7~rc0');
    assert.deepEqual(report.posture, {
      identify: 'yes',
      list: 'no',
      count: 'no',
      read: 'no',
      write: 'unknown',
      administer: 'yes',
    });
    assert.equal(report.verdict, 'open');
    assert.equal(report.inventory, undefined);
    assert.deepEqual(rulesOf(report), ['influxdb/first-come-administrator']);
  });

  it('calls a server with a login closed although it tells its version', async (t) => {
    const server = await started(t, 'closed');
    const report = await meetStore('influxdb', 'closed', server.port, { source: INFLUXD });
    assert.equal(report.version, '1.6.7~rc0');
    assert.deepEqual(report.posture, NOTHING);
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.findings, []);
  });

  for (const [state, verdict] of [
    ['open', 'open'],
    ['closed', 'closed'],
  ] as const) {
    it(`reaches the verdict ${verdict} under TLS too`, async (t) => {
      const server = await started(t, state, { tls: true });
      const report = await meetStore('influxdb', `${state}-tls`, server.port, { source: INFLUXD });
      assert.equal(report.tls, true);
      assert.equal(report.verdict, verdict);
    });
  }
});

/** A stand-in that answers paths as they stand here; `headers` are on every reply. */
async function standIn(
  t: TestContext,
  headers: Readonly<Record<string, string>>,
  replies: Readonly<Record<string, StandInReply>>,
  otherwise: StandInReply,
) {
  const server = await startHttpStandIn((_, path) => {
    const reply = replies[decodeURIComponent(path)] ?? otherwise;
    return { ...reply, headers: { ...headers, ...reply.headers } };
  });
  t.after(server.stop);
  return server;
}

describe('influxdb 2, a stand-in from the documentation', () => {
  const source = 'stand-in from the documentation';
  const headers = { 'X-Influxdb-Build': 'OSS', 'X-Influxdb-Version': 'v2.7.10' };
  const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><title>InfluxDB</title></html>' };
  const health = { name: 'influxdb', message: 'ready', status: 'pass', checks: [], version: 'v2.7.10', commit: 'x' };
  const unauthorized = { status: 401, body: { code: 'unauthorized', message: 'unauthorized access' } };

  it('calls it closed after its set-up', async (t) => {
    const replies = { '/': page, '/api/v2/setup': { status: 200, body: { allowed: false } } };
    const server = await standIn(t, headers, replies, unauthorized);
    const report = await meetStore('influxdb', 'version-2-closed', server.port, { source });
    assert.equal(report.version, '2.7.10');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, NOTHING);
  });

  it('calls it open while its set-up waits for whoever comes first', async (t) => {
    const replies = { '/': page, '/api/v2/setup': { status: 200, body: { allowed: true } } };
    const server = await standIn(t, headers, replies, unauthorized);
    const report = await meetStore('influxdb', 'version-2-set-up', server.port, { source });
    assert.equal(report.posture.administer, 'yes');
    assert.deepEqual(rulesOf(report), ['influxdb/first-come-administrator']);
    assert.match(report.findings[0]?.remedy.verify ?? '', /api\/v2\/setup/);
    assert.deepEqual(
      server.requests.filter((request) => !request.startsWith('GET ')),
      [],
    );
  });

  it('recognises it behind a proxy that takes its headers away', async (t) => {
    const replies = { '/': page, '/health': { status: 200, body: health } };
    const server = await standIn(t, {}, replies, unauthorized);
    const report = await meetStore('influxdb', 'version-2-behind-proxy', server.port, { source });
    assert.equal(report.version, '2.7.10');
    assert.equal(report.verdict, 'closed');
  });

  it('lists the buckets where a proxy lends its token to strangers', async (t) => {
    const buckets = { status: 200, body: { buckets: [{ id: '1', name: 'shop' }] } };
    const replies = {
      '/': page,
      '/api/v2/setup': { status: 200, body: { allowed: false } },
      '/api/v2/buckets?limit=100': buckets,
    };
    const server = await standIn(t, headers, replies, unauthorized);
    const report = await meetStore('influxdb', 'version-2-lent-token', server.port, { source });
    assert.equal(report.verdict, 'open');
    assert.equal(report.inventory?.containers[0]?.collections[0]?.name, 'shop');
  });
});

describe('influxdb 3, a stand-in from the documentation', () => {
  const source = 'stand-in from the documentation';
  const headers = { 'cluster-uuid': '0190b6d4-6f1e-7c3a-9b1e-2f6b8a1c4d5e' };
  const refusal = { status: 401, body: { error: 'the request was not authenticated' } };
  const notFound = { status: 404, body: 'not found' };
  const ping = {
    status: 200,
    headers: { 'X-Influxdb-Build': 'Core', 'X-Influxdb-Version': '3.4.1' },
    body: { version: '3.4.1', revision: 'abc', process_id: '0190b6d4-6f1e-7c3a-9b1e-2f6b8a1c4d5f' },
  };
  const result = (name: string, columns: string[], values: unknown[][]) => ({
    status: 200,
    body: { results: [{ statement_id: 0, series: [{ name, columns, values }] }] },
  });

  it('calls it closed where a token is asked for on every path', async (t) => {
    const server = await standIn(t, headers, {}, refusal);
    const report = await meetStore('influxdb', 'version-3-closed', server.port, { source });
    assert.equal(report.version, undefined);
    assert.equal(report.verdict, 'closed');
  });

  it('calls it open where it was started without authentication', async (t) => {
    const replies = { '/ping': ping, '/query?q=SHOW DATABASES': result('databases', ['iox::database'], [['shop']]) };
    const server = await standIn(t, headers, replies, notFound);
    const report = await meetStore('influxdb', 'version-3-open', server.port, { source });
    assert.equal(report.version, '3.4.1');
    assert.equal(report.verdict, 'open');
    assert.equal(report.inventory?.containers[0]?.name, 'shop');
    assert.match(report.findings[0]?.remedy.steps.join() ?? '', /--without-auth/);
  });

  it('does not take another server with a cluster id for it', async (t) => {
    const server = await standIn(t, headers, {}, notFound);
    const met = await meet('influxdb', 'another-cluster', server.port, { source });
    assert.ok(!('product' in met));
  });
});
