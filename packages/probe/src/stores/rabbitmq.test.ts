import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';
import { makeCertificate } from '../../testing/certificate.ts';
import type { LoggedServer } from '../../testing/logged-server.ts';
import { startRabbitmq } from '../../testing/rabbitmq.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks, makeDir } from '../../testing/server.ts';
import { startHttpStandIn, startTcpStandIn } from '../../testing/stand-in.ts';

const RABBITMQ = 'Debian 12 rabbitmq-server 3.10.8';
const CLOSED = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };
const QUEUES = [{ name: 'mail' }, { name: 'orders' }];

type Report = Awaited<ReturnType<typeof meetStore>>;
const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);

const queuesOf = (report: Report) =>
  report.inventory?.containers.flatMap(({ name, collections }) =>
    collections.map((collection) => ({ vhost: name, ...collection })).sort((a, b) => a.name.localeCompare(b.name)),
  );

// One server for all: it takes its time to start, and nothing that is done to it changes it.
describe('rabbitmq', { skip: lacks('rabbitmq-server') }, () => {
  let server: LoggedServer;
  before(async () => {
    server = await startRabbitmq('guest-anywhere', { management: true, metrics: true });
  });
  after(() => server.stop());
  const port = (role: string) => server.ports[role] ?? 0;

  it('calls a broker that asks for a login closed, with its version; whether guest works is not tried', async () => {
    const report = await meetStore('rabbitmq', 'closed-amqp', port('amqp'), { source: RABBITMQ });
    assert.equal(report.product, 'rabbitmq');
    assert.equal(report.version, '3.10.8');
    assert.equal(report.transport, 'amqp');
    assert.equal(report.tls, false);
    assert.deepEqual(report.posture, CLOSED);
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.findings, []);
    assert.match(report.caveats?.join() ?? '', /not guessed/);
  });

  it('calls it closed under TLS too', async (t) => {
    const secured = await behindTls(t, port('amqp'));
    const report = await meetStore('rabbitmq', 'closed-amqp-tls', secured, { source: `${RABBITMQ} behind TLS` });
    assert.equal(report.tls, true);
    assert.equal(report.version, '3.10.8');
    assert.equal(report.verdict, 'closed');
  });

  it('calls the management closed', async () => {
    const report = await meetStore('rabbitmq', 'closed-management', port('management'), { source: RABBITMQ });
    assert.equal(report.product, 'rabbitmq');
    assert.equal(report.transport, 'management');
    assert.deepEqual(report.posture, CLOSED);
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.findings, []);
  });

  it('calls the port of the metrics partial: it names the queues and counts their messages', async () => {
    const report = await meetStore('rabbitmq', 'metrics', port('metrics'), { source: RABBITMQ });
    assert.equal(report.transport, 'metrics');
    assert.equal(report.version, '3.10.8');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, { ...CLOSED, list: 'yes', count: 'yes' });
    assert.deepEqual(
      queuesOf(report),
      QUEUES.map((queue) => ({ vhost: '/', ...queue, rows: 0, rowsBasis: 'exact', columns: [] })),
    );
    assert.deepEqual(rulesOf(report), ['rabbitmq/metrics-open']);
  });

  it('calls the management open where a proxy logs in for everybody, with its queues', async (t) => {
    const proxy = await proxyThatLogsIn(t, port('management'));
    const see = () => meetStore('rabbitmq', 'open-management', proxy, { source: `${RABBITMQ} behind a proxy` });
    let report = await see();
    // The management first counts messages some five seconds after the start.
    for (let tries = 0; tries < 40 && report.posture.count !== 'yes'; tries += 1) {
      await sleep(500);
      report = await see();
    }
    assert.equal(report.version, '3.10.8');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, {
      ...CLOSED,
      list: 'yes',
      count: 'yes',
      read: 'yes',
      write: 'yes',
      administer: 'yes',
    });
    assert.deepEqual(
      queuesOf(report),
      QUEUES.map((queue) => ({
        vhost: '/',
        ...queue,
        rows: 0,
        rowsBasis: 'exact',
        bytes: 0,
        bytesBasis: 'exact',
        columns: [],
      })),
    );
    assert.deepEqual(rulesOf(report), ['rabbitmq/management-open']);
  });

  it('calls a broker open that lets strangers in and would let them read', async (t) => {
    const relay = await relayWithAnonymousLogin(t, port('amqp'), 'guest');
    const source = `${RABBITMQ} behind a relay that stands in for the anonymous login of 4.x`;
    const report = await meetStore('rabbitmq', 'anonymous', relay, { source });
    assert.equal(report.version, '3.10.8');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, {
      identify: 'yes',
      list: 'no',
      count: 'no',
      read: 'yes',
      write: 'unknown',
      administer: 'unknown',
    });
    assert.deepEqual(rulesOf(report), ['rabbitmq/anonymous-login']);
  });

  it('calls a broker closed that offers an anonymous login and refuses it', async (t) => {
    const relay = await relayWithAnonymousLogin(t, port('amqp'), 'nobody');
    const source = `${RABBITMQ} behind a relay that stands in for the anonymous login of 4.x`;
    const report = await meetStore('rabbitmq', 'anonymous-refused', relay, { source });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.findings, []);
  });

  it('sent no password, declared nothing and published nothing', () => {
    const log = server.log();
    const users = [...log.matchAll(/user '([^']*)'/g)].map((match) => match[1]);
    // The relay of this test logs in as guest and as nobody; the probe knows neither.
    for (const user of users) assert.ok(['guest', 'nobody'].includes(user ?? ''), user);
    assert.match(log, /no queue 'vigie-no-such-queue-[0-9a-f]{16}' in vhost '\/'/);
  });
});

describe('rabbitmq without the account guest', { skip: lacks('rabbitmq-server') }, () => {
  it('is called closed in the same words', async (t) => {
    const server = await startRabbitmq('closed');
    t.after(server.stop);
    const report = await meetStore('rabbitmq', 'closed-no-guest', server.port, { source: RABBITMQ });
    assert.deepEqual(report.posture, CLOSED);
  });
});

/** Ends TLS in front of a port. */
async function behindTls(t: TestContext, port: number): Promise<number> {
  const dir = makeDir('rabbitmq-tls');
  const made = makeCertificate(dir);
  const files = { cert: readFileSync(made.certificate), key: readFileSync(made.key) };
  rmSync(dir, { recursive: true });
  const sockets = new Set<Socket>();
  const server = createTlsServer(files, (secured) => {
    const plain = connect(port, '127.0.0.1');
    for (const socket of [secured, plain]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    secured.pipe(plain).pipe(secured);
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A reverse proxy as people build it, who are tired of logging in. */
async function proxyThatLogsIn(t: TestContext, port: number): Promise<number> {
  const authorization = `Basic ${Buffer.from('guest:guest').toString('base64')}`;
  const proxy = createHttpServer((incoming, outgoing) => {
    const { method, url: path } = incoming;
    const onward = request({ host: '127.0.0.1', port, method, path, headers: { authorization } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  const address = proxy.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/**
 * RabbitMQ 4 logs anonymous clients in as a user of its own configuration. This relay does it for an older one: it
 * offers ANONYMOUS in place of AMQPLAIN, and puts a login of the test bench in the place of the anonymous one.
 */
async function relayWithAnonymousLogin(t: TestContext, port: number, user: 'guest' | 'nobody'): Promise<number> {
  const relay = await startTcpStandIn((client) => {
    const server = connect(port, '127.0.0.1');
    server.on('error', () => client.destroy());
    client.on('close', () => server.destroy());
    server.on('close', () => client.end());
    server.on('data', (data) => {
      client.write(Buffer.from(data.toString('latin1').replace('PLAIN AMQPLAIN', 'ANONYMOUS PLAI'), 'latin1'));
    });
    client.on('data', (data) => {
      const isStartOk = data.toString('latin1').includes('\x09ANONYMOUS\0\0\0\0');
      server.write(isStartOk ? withLogin(data, `\0${user}\0guest`) : data);
    });
  });
  t.after(relay.stop);
  return relay.port;
}

/** connection.start-ok with the mechanism PLAIN and its answer; the length of the frame stands in its bytes 3 to 6. */
function withLogin(startOk: Buffer, answer: string): Buffer {
  const plain = `\x05PLAIN\0\0\0${String.fromCharCode(answer.length)}${answer}`;
  const changed = Buffer.from(startOk.toString('latin1').replace('\x09ANONYMOUS\0\0\0\0', plain), 'latin1');
  changed.writeUInt32BE(changed.length - 8, 3);
  return changed;
}

describe('rabbitmq, a stand-in from the documentation', () => {
  const source = 'stand-in from the documentation';

  /** Answers the header of each version in its own way, and anything else with `otherwise`; then hangs up. */
  async function broker(t: TestContext, otherwise: string, start?: string): Promise<number> {
    const server = await startTcpStandIn((socket) => {
      socket.once('data', (data) => {
        const isOurs = data.toString('latin1') === 'AMQP\0\0\x09\x01';
        const reply = isOurs && start !== undefined ? start : otherwise;
        socket.end(Buffer.from(reply, 'latin1'));
      });
    });
    t.after(server.stop);
    return server.port;
  }

  const long = (text: string) => `\0\0\0${String.fromCharCode(text.length)}${text}`;
  const property = (name: string, value: string) => `${String.fromCharCode(name.length)}${name}S${long(value)}`;

  function startFrame(product: string, version: string, mechanisms: string): string {
    const table = property('product', product) + property('version', version);
    const body = `\0\x0a\0\x0a\0\x09${long(table)}${long(mechanisms)}${long('en_US')}`;
    return `\x01\0\0\0\0\0${String.fromCharCode(body.length)}${body}\xce`;
  }

  it('recognises RabbitMQ 4, which answers strangers with the header of AMQP 1.0', async (t) => {
    const port = await broker(t, 'AMQP\x03\x01\0\0', startFrame('RabbitMQ', '4.1.2', 'PLAIN AMQPLAIN'));
    const report = await meetStore('rabbitmq', 'version-4-closed', port, { source });
    assert.equal(report.product, 'rabbitmq');
    assert.equal(report.version, '4.1.2');
    assert.equal(report.verdict, 'closed');
  });

  it('calls another broker of the protocol by its own name', async (t) => {
    const port = await broker(t, 'AMQP\0\0\x09\x01', startFrame('LavinMQ', '2.4.1', 'AMQPLAIN PLAIN'));
    const report = await meetStore('rabbitmq', 'lavinmq', port, { source });
    assert.equal(report.product, 'amqp');
    assert.equal(report.software, 'LavinMQ');
    assert.equal(report.version, '2.4.1');
    assert.equal(report.verdict, 'closed');
  });

  it('knows nothing of the posture of a broker that speaks AMQP 1.0 alone', async (t) => {
    const port = await broker(t, 'AMQP\0\x01\0\0');
    const report = await meetStore('rabbitmq', 'amqp-1.0', port, { source });
    assert.equal(report.product, 'amqp');
    assert.equal(report.verdict, 'unknown');
    assert.match(report.caveats?.join() ?? '', /AMQP 1\.0/);
  });

  it('does not take another server for the metrics that has nothing at its root', async (t) => {
    const body = '{"error":"Object Not Found","reason":"Not Found"}';
    const server = await startHttpStandIn(() => ({ status: 404, body }));
    t.after(server.stop);
    assert.ok(!('product' in (await meet('rabbitmq', 'not-metrics', server.port, { source }))));
  });
});
