import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  MOSQUITTO_TOPICS,
  type MosquittoOptions,
  type MosquittoState,
  startMosquitto,
} from '../../testing/mosquitto.ts';
import { startRabbitmq } from '../../testing/rabbitmq.ts';
import { meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';

const MOSQUITTO = 'Debian 12 mosquitto 2.0.11';

/** The broker first publishes its counters one interval (a second) after its start. */
async function started(t: TestContext, state: MosquittoState, options?: MosquittoOptions) {
  const server = await startMosquitto(state, options);
  t.after(server.stop);
  await sleep(1500);
  return server;
}

const rulesOf = (report: Awaited<ReturnType<typeof meetStore>>) => report.findings.map((finding) => finding.rule);

describe('mqtt', { skip: lacks('mosquitto') }, () => {
  it('calls a mosquitto that grants strangers what they subscribe to open, with its version and its retained messages', async (t) => {
    const server = await started(t, 'open');
    const report = await meetStore('mqtt', 'open', server.port, { source: MOSQUITTO });
    assert.equal(report.product, 'mqtt');
    assert.equal(report.software, 'mosquitto');
    assert.equal(report.version, '2.0.11');
    assert.equal(report.transport, 'mqtt');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, {
      identify: 'yes',
      list: 'unknown',
      count: 'yes',
      read: 'yes',
      write: 'unknown',
      administer: 'unknown',
    });
    assert.deepEqual(rulesOf(report), ['mqtt/no-authentication']);
    const [retained] = report.inventory?.containers[0]?.collections ?? [];
    assert.equal(retained?.name, 'retained messages');
    assert.equal(retained?.rowsBasis, 'exact');
    assert.ok((retained?.rows ?? 0) > Object.keys(MOSQUITTO_TOPICS).length, 'its status topics are kept too');
    assert.ok((retained?.bytes ?? 0) > 0);
  });

  it('listens to no topic of a user, publishes nothing, and says goodbye', async (t) => {
    const server = await started(t, 'open');
    const before = server.log().length;
    await meetStore('mqtt', 'open', server.port, { source: MOSQUITTO });
    await sleep(200);
    const log = server.log().slice(before);
    assert.match(log, /Received SUBSCRIBE from vigie/);
    assert.doesNotMatch(log, /Received PUBLISH|Received UNSUBSCRIBE/);
    for (const topic of Object.keys(MOSQUITTO_TOPICS)) assert.ok(!log.includes(topic), topic);
    const filters = [...log.matchAll(/^\d+: \t(.*) \(QoS \d\)$/gm)].map((match) => match[1] ?? '');
    assert.ok(filters.length === 4, 'the log shows the subscriptions');
    for (const filter of filters)
      assert.match(filter, /^(?:\$SYS\/broker\/[a-z/ ]+|vigie\/no-such-topic\/[0-9a-f]{16})$/);
    assert.match(log, /Received DISCONNECT from vigie/);
    assert.doesNotMatch(log, /u'[^']+'/, 'no name was sent');
  });

  it('calls a mosquitto whose access list leaves strangers a part open too, since that part can be read', async (t) => {
    const server = await started(t, 'half-open');
    const report = await meetStore('mqtt', 'half-open', server.port, { source: MOSQUITTO });
    assert.equal(report.verdict, 'open');
    assert.match(report.caveats?.join() ?? '', /access list/);
  });

  it('calls a mosquitto partial that grants every subscription and delivers nothing', async (t) => {
    const server = await started(t, 'no-topics');
    const report = await meetStore('mqtt', 'no-topics', server.port, { source: MOSQUITTO });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, {
      identify: 'yes',
      list: 'no',
      count: 'no',
      read: 'unknown',
      write: 'unknown',
      administer: 'unknown',
    });
    assert.equal(report.inventory, undefined);
    assert.deepEqual(rulesOf(report), ['mqtt/anonymous-clients']);
  });

  it('calls a mosquitto that asks for a login closed', async (t) => {
    const server = await started(t, 'closed');
    const report = await meetStore('mqtt', 'closed', server.port, { source: MOSQUITTO });
    assert.equal(report.product, 'mqtt');
    assert.equal(report.version, undefined);
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, {
      identify: 'no',
      list: 'no',
      count: 'no',
      read: 'no',
      write: 'no',
      administer: 'no',
    });
    assert.deepEqual(report.findings, []);
  });

  for (const [state, verdict] of [
    ['open', 'open'],
    ['closed', 'closed'],
  ] as const) {
    it(`reaches the verdict ${verdict} under TLS too`, async (t) => {
      const server = await started(t, state, { tls: true });
      const report = await meetStore('mqtt', `${state}-tls`, server.port, { source: MOSQUITTO });
      assert.equal(report.tls, true);
      assert.equal(report.verdict, verdict);
    });
  }
});

describe('mqtt of RabbitMQ', { skip: lacks('rabbitmq-server') }, () => {
  it('calls it open for strangers: it lowers the quality of a grant, so the grant is a decision', async (t) => {
    const server = await startRabbitmq('anonymous-mqtt');
    t.after(server.stop);
    const source = 'Debian 12 rabbitmq-server 3.10.8, plugin rabbitmq_mqtt';
    const report = await meetStore('mqtt', 'rabbitmq-anonymous', server.ports.mqtt ?? 0, { source });
    assert.equal(report.product, 'mqtt');
    assert.equal(report.verdict, 'open');
    assert.equal(report.posture.count, 'no');
    assert.deepEqual(rulesOf(report), ['mqtt/no-authentication']);
  });
});

/** Answers each packet by its first byte, and a CONNECT by its version too; no reply closes the connection. */
function standIn(replies: Readonly<Record<number, string>>) {
  return startTcpStandIn((socket) => {
    socket.on('data', (data) => {
      for (let at = 0; at < data.length; ) {
        // No packet of the probe is longer than 16,383 bytes, so its length has one byte or two.
        const isLong = (data[at + 1] ?? 0) > 127;
        const length = isLong ? ((data[at + 1] ?? 0) & 127) + 128 * (data[at + 2] ?? 0) : (data[at + 1] ?? 0);
        const level = data[at] === 0x10 ? (data[at + 8] ?? 0) : 0;
        const reply = replies[(data[at] ?? 0) * 256 + level];
        if (reply === undefined) return void socket.end();
        socket.write(Buffer.from(reply, 'hex'));
        at += (isLong ? 3 : 2) + length;
      }
    });
  });
}

/** A retained message of version 5: topic, no properties, payload. */
function publish(topic: string, payload: string): string {
  const body = Buffer.from(`\0${String.fromCharCode(topic.length)}${topic}\0${payload}`);
  return Buffer.concat([Buffer.from([0x31, body.length]), body]).toString('hex');
}

const [CONNECT_3, CONNECT_5, SUBSCRIBE, PING] = [0x1004, 0x1005, 0x8200, 0xc000];

describe('mqtt, a stand-in from the documentation', () => {
  const source = 'stand-in from the documentation';

  it('goes on in version 5 with a server that speaks nothing else', async (t) => {
    const server = await standIn({
      [CONNECT_3]: '2003008400',
      [CONNECT_5]: '2003000000',
      [SUBSCRIBE]: `900700010000000002${publish('$SYS/broker/version', 'Test Broker version 1.2')}`,
      [PING]: 'd000',
    });
    t.after(server.stop);
    const report = await meetStore('mqtt', 'version-5-only', server.port, { source });
    assert.equal(report.verdict, 'open');
    assert.equal(report.software, 'test broker');
    assert.equal(report.version, '1.2');
  });

  it('calls a version 5 server closed that refuses with reason 0x87', async (t) => {
    const server = await standIn({ [CONNECT_3]: '2003008700' });
    t.after(server.stop);
    const report = await meetStore('mqtt', 'version-5-refusal', server.port, { source });
    assert.equal(report.verdict, 'closed');
  });

  it('calls a broker open that refuses its status topics and grants the rest', async (t) => {
    const server = await standIn({ [CONNECT_3]: '20020000', [SUBSCRIBE]: '9006000180808002', [PING]: 'd000' });
    t.after(server.stop);
    const report = await meetStore('mqtt', 'status-refused', server.port, { source });
    assert.equal(report.verdict, 'open');
    assert.equal(report.posture.count, 'no');
  });

  it('calls a broker partial that lets strangers in and refuses their subscriptions', async (t) => {
    const server = await standIn({ [CONNECT_3]: '20020000', [SUBSCRIBE]: '9006000180808080', [PING]: 'd000' });
    t.after(server.stop);
    const report = await meetStore('mqtt', 'all-refused', server.port, { source });
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.read, 'unknown');
  });

  it('knows nothing of a broker that hangs up on a subscription', async (t) => {
    const server = await standIn({ [CONNECT_3]: '20020000' });
    t.after(server.stop);
    const report = await meetStore('mqtt', 'hangs-up', server.port, { source });
    assert.equal(report.verdict, 'unknown');
    assert.equal(report.posture.identify, 'yes');
  });

  it('does not call a server that is not available (code 3) closed', async (t) => {
    const server = await standIn({ [CONNECT_3]: '20020003' });
    t.after(server.stop);
    assert.equal((await meetStore('mqtt', 'unavailable', server.port, { source })).verdict, 'unknown');
  });
});
