import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { allScenes, meetStore, replay } from '../../testing/scenes.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';
import type { StoreReport } from '../encounter.ts';
import { API, apiVersionsRequest, describeLogDirsRequest, metadataRequest } from '../wire/kafka.ts';
import { ByteReader } from '../wire/reader.ts';
import { ByteWriter } from '../wire/writer.ts';

const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const REFUSED = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

const rulesOf = (report: StoreReport) => report.findings.map((finding) => finding.rule);
const topicsOf = (report: StoreReport) => report.inventory?.containers[0]?.collections;

async function recorded(name: string): Promise<StoreReport> {
  const scene = allScenes().find(([product, scene]) => product === 'kafka' && scene === name)?.[2];
  assert.ok(scene);
  assert.match(scene.source, /^Apache Kafka \d/);
  const report = await replay(scene);
  assert.ok('product' in report);
  assert.equal(report.product, 'kafka');
  assert.equal(report.transport, 'kafka');
  assert.equal(report.version, undefined, 'the protocol does not tell a version');
  return report;
}

describe('kafka, as recorded from real servers', () => {
  it('calls a Kafka as it is installed open, and counts its topics by offsets and bytes', async () => {
    const report = await recorded('open');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rulesOf(report), ['kafka/no-authentication', 'kafka/no-authorizer']);
    assert.match(report.caveats?.[0] ?? '', /not told.*Kafka 3\.9/);
    assert.deepEqual(topicsOf(report), [
      { name: 'chat-messages', rows: 1000, rowsBasis: 'estimate', bytes: 20941, bytesBasis: 'exact', columns: [] },
      { name: 'orders', rows: 250, rowsBasis: 'estimate', bytes: 2697, bytesBasis: 'exact', columns: [] },
    ]);
  });

  it('calls a listener that wants SASL closed although it answers ApiVersions', async () => {
    const report = await recorded('closed-sasl');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, REFUSED);
    assert.deepEqual(rulesOf(report), []);
  });

  it('calls a listener without a login closed where access rules show a stranger nothing', async () => {
    const report = await recorded('closed-acl');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, REFUSED);
    assert.deepEqual(rulesOf(report), []);
  });

  it('calls a listener partial where a stranger may see a topic and not read it', async () => {
    const report = await recorded('partial-acl');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, { ...EVERYTHING, read: 'no', write: 'no', administer: 'no' });
    assert.deepEqual(
      topicsOf(report)?.map((topic) => topic.name),
      ['orders'],
    );
    assert.deepEqual(rulesOf(report), ['kafka/anonymous-listing']);
  });

  it('calls a listener open where one topic may be read, and says that it may not be written', async () => {
    const report = await recorded('read-acl');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, { ...EVERYTHING, write: 'no', administer: 'no' });
    assert.deepEqual(rulesOf(report), ['kafka/no-authentication']);
  });

  it('finds an open Kafka behind TLS', async () => {
    const report = await recorded('open-tls');
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(
      topicsOf(report)?.map((topic) => topic.name),
      ['telemetry'],
    );
  });

  it('asks a Kafka 4.1, which forgot the oldest requests, in versions that it knows', async () => {
    const report = await recorded('open-4');
    assert.deepEqual(report.posture, { ...EVERYTHING, count: 'unknown' });
    assert.match(report.caveats?.[0] ?? '', /Kafka 4\.1/);
    assert.deepEqual(topicsOf(report), []);
  });

  it('tells a controller that takes orders from anyone', async () => {
    const report = await recorded('controller-open');
    assert.equal(report.verdict, 'open');
    assert.equal(report.posture.administer, 'yes');
    assert.equal(report.posture.read, 'unknown');
    assert.deepEqual(rulesOf(report), ['kafka/controller-open']);
  });

  it('calls a controller that wants SASL closed', async () => {
    const report = await recorded('controller-closed');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(rulesOf(report), []);
  });
});

describe('kafka, stand-in from the documentation', () => {
  it('does not say that a stranger may read where an old broker does not tell rights', async (t) => {
    const port = await standIn(t, { metadata: 1, acls: 31 });
    const report = await meetStore('kafka', 'old-broker', port, SOURCE);
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.list, 'yes');
    assert.equal(report.posture.read, 'unknown');
    assert.deepEqual(report.caveats, [
      'Rows are the distance between first and next offset of each partition: more than the messages where a topic is compacted or written in transactions.',
    ]);
  });

  it('calls an old broker open where it says that it has no access rules', async (t) => {
    const port = await standIn(t, { metadata: 4, acls: 54 });
    const report = await meetStore('kafka', 'old-broker-open', port, SOURCE);
    assert.deepEqual(report.posture, EVERYTHING);
  });

  it('tells Redpanda by the name of its cluster', async (t) => {
    const port = await standIn(t, { metadata: 8, acls: 54, clusterId: 'redpanda.5a8f' });
    const report = await meetStore('kafka', 'redpanda', port, SOURCE);
    assert.equal(report.product, 'redpanda');
    assert.equal(report.verdict, 'open');
  });

  it('asks no other broker of a cluster, and counts no topic that is led elsewhere', async (t) => {
    const port = await standIn(t, { metadata: 8, acls: 54, brokers: 3 });
    const report = await meetStore('kafka', 'cluster', port, SOURCE);
    assert.deepEqual(topicsOf(report), [{ name: 'orders', columns: [] }]);
    assert.match(report.caveats?.at(-1) ?? '', /3 brokers; the others were not asked/);
  });

  it('cannot tell the posture of a broker that breaks off without asking for a login', async (t) => {
    const port = await standIn(t, { metadata: 8, breaksOff: true });
    const report = await meetStore('kafka', 'breaks-off', port, SOURCE);
    assert.equal(report.verdict, 'unknown');
    assert.deepEqual(rulesOf(report), []);
  });
});

describe('kafka requests', () => {
  it('name no topic and forbid that one be created', () => {
    const { bytes } = metadataRequest(1, 8);
    // all topics (-1), no auto-creation, and both kinds of rights
    assert.deepEqual([...bytes.subarray(-7)], [0xff, 0xff, 0xff, 0xff, 0, 1, 1]);
  });

  it('are not taken for their own answers where a server repeats what it hears', () => {
    const { bytes, frame } = apiVersionsRequest(1, 0);
    assert.equal(frame(bytes, true), 'foreign');
  });

  it('have responses that are read or refused, whatever the bytes', () => {
    const requests = [
      apiVersionsRequest(1, 0),
      apiVersionsRequest(1, 3),
      metadataRequest(1, 8),
      describeLogDirsRequest(1),
    ];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.constantFrom(...requests), (body, { frame }) => {
        const bytes = new ByteWriter()
          .i32(body.length + 4)
          .i32(1)
          .bytes(body)
          .build();
        assert.notEqual(frame(bytes, true), 'more');
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });
});

const SOURCE = { source: 'stand-in from the documentation' };

interface Behaviour {
  /** The highest version of Metadata known. */
  readonly metadata: number;
  /** The error code of DescribeAcls. */
  readonly acls?: number;
  readonly clusterId?: string;
  readonly brokers?: number;
  /** Closes the connection instead of answering anything but ApiVersions. */
  readonly breaksOff?: boolean;
}

/** Responses as https://kafka.apache.org/protocol describes them, in the versions that are asked for here. */
async function standIn(t: TestContext, behaviour: Behaviour): Promise<number> {
  const server = await startTcpStandIn((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 4) {
        const size = received.readInt32BE(0);
        const isForeign = size > 100_000; // an HTTP request, taken for a size
        if (isForeign) socket.destroy();
        if (isForeign || received.length < 4 + size) return;
        const request = new ByteReader(received.subarray(4, 4 + size));
        received = received.subarray(4 + size);
        const [api, version, id] = [request.i16(), request.i16(), request.i32()];
        const endsHere = behaviour.breaksOff && api !== API.apiVersions;
        if (endsHere) socket.destroy();
        if (endsHere) return;
        const body = replyTo(api, version, behaviour);
        socket.write(
          new ByteWriter()
            .i32(body.length + 4)
            .i32(id)
            .bytes(body)
            .build(),
        );
      }
    });
  });
  t.after(server.stop);
  return server.port;
}

function replyTo(api: number, version: number, behaviour: Behaviour): Uint8Array {
  const { metadata, acls = 0, clusterId = 'c', brokers = 1 } = behaviour;
  const body = new ByteWriter();
  switch (api) {
    case API.apiVersions: {
      const known = [
        [API.listOffsets, 1],
        [API.metadata, metadata],
        [API.apiVersions, 0],
        [API.describeAcls, 1],
      ] as const;
      body.u16(version > 0 ? 35 : 0).i32(version > 0 ? 0 : known.length);
      for (const [key, max] of version > 0 ? [] : known) body.u16(key).u16(0).u16(max);
      return body.build();
    }
    case API.metadata: {
      if (version >= 3) body.i32(0);
      body.i32(brokers);
      for (let broker = 1; broker <= brokers; broker += 1) body.i32(broker).string16('10.0.0.1').i32(9092).u16(0xffff);
      if (version >= 2) body.string16(clusterId);
      body.i32(1).i32(1).u16(0).string16('orders').u8(0).i32(2);
      for (const partition of [0, 1]) {
        body.u16(0).i32(partition).i32(1);
        if (version >= 7) body.i32(0);
        body.i32(1).i32(1).i32(1).i32(1); // one replica, in sync
        if (version >= 5) body.i32(0);
      }
      if (version >= 8) body.i32(-(2 ** 31)).i32(-(2 ** 31));
      return body.build();
    }
    case API.listOffsets:
      body.i32(1).string16('orders').i32(2);
      for (const partition of [0, 1]) {
        const isElsewhere = brokers > 1 && partition === 1;
        body
          .i32(partition)
          .u16(isElsewhere ? 6 : 0)
          .i64(-1n)
          .i64(isElsewhere ? -1n : 5n);
      }
      return body.build();
    case API.describeAcls:
      return body.i32(0).u16(acls).u16(0xffff).i32(0).build();
    default:
      return body.build();
  }
}
