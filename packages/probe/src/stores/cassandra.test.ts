import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { allScenes, meetStore, replay } from '../../testing/scenes.ts';
import { type StandIn, startTcpStandIn } from '../../testing/stand-in.ts';
import type { StoreReport } from '../encounter.ts';
import { cqlReply } from '../wire/cql.ts';
import { ByteWriter } from '../wire/writer.ts';

const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const REFUSED = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

const rulesOf = (report: StoreReport) => report.findings.map((finding) => finding.rule);

async function recorded(name: string): Promise<StoreReport> {
  const scene = allScenes().find(([product, scene]) => product === 'cassandra' && scene === name)?.[2];
  assert.ok(scene);
  assert.match(scene.source, /^Apache Cassandra \d/);
  const report = await replay(scene);
  assert.ok('product' in report);
  return report;
}

describe('cassandra, as recorded from real servers', () => {
  it('calls a Cassandra 4.1 as it is installed open, with its tables, columns and estimates', async () => {
    const report = await recorded('open');
    assert.equal(report.product, 'cassandra');
    assert.equal(report.transport, 'cql');
    assert.equal(report.tls, false);
    assert.equal(report.version, '4.1.7');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rulesOf(report), ['cassandra/no-authentication']);
    const [shop, ...others] = report.inventory?.containers ?? [];
    assert.deepEqual(others, []);
    assert.equal(shop?.name, 'shop');
    assert.deepEqual(
      shop?.collections.map(({ name, rowsBasis, bytesBasis }) => [name, rowsBasis, bytesBasis]),
      [
        ['customers', 'estimate', 'estimate'],
        ['orders', 'estimate', 'estimate'],
      ],
    );
    assert.deepEqual(shop?.collections[0]?.columns, [
      { name: 'address', type: 'frozen<map<text, text>>', kinds: [] },
      { name: 'email', type: 'text', kinds: [] },
      { name: 'id', type: 'int', kinds: [] },
      { name: 'region', type: 'text', kinds: [] },
      { name: 'tags', type: 'set<text>', kinds: [] },
    ]);
    // 120 customers and 35 orders were written; Cassandra's estimate of so few is coarse.
    for (const table of shop?.collections ?? []) assert.ok((table.rows ?? 0) > 0 && (table.rows ?? 0) < 300);
  });

  it('calls a Cassandra 4.1 with PasswordAuthenticator closed', async () => {
    const report = await recorded('closed');
    assert.equal(report.product, 'cassandra');
    assert.equal(report.version, undefined);
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, REFUSED);
    assert.deepEqual(rulesOf(report), []);
  });

  it('finds an open Cassandra behind TLS', async () => {
    const report = await recorded('open-tls');
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(
      report.inventory?.containers.map(({ name, collections }) => [name, collections.map((table) => table.name)]),
      [['telemetry', ['readings']]],
    );
  });

  it('calls a Cassandra 5.0 open, and counts nothing where its files hold nothing yet', async () => {
    const report = await recorded('open-5');
    assert.equal(report.version, '5.0.2');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.equal(report.inventory?.containers[0]?.collections[0]?.rows, undefined);
  });
});

describe('cassandra, stand-in from the documentation', () => {
  it('tells ScyllaDB from Cassandra, by its own version, and believes its settings', async (t) => {
    const { meet } = await standIn(t, 'scylla', { options: ['SCYLLA_NR_SHARDS'], authorizer: 'AllowAllAuthorizer' });
    const report = await meet();
    assert.equal(report.product, 'scylla');
    assert.equal(report.version, '6.2.0');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(rulesOf(report), ['cassandra/scylla-no-authentication']);
  });

  it('does not say that a stranger may write to a ScyllaDB whose settings it may not read', async (t) => {
    const { meet } = await standIn(t, 'scylla-unknown-settings', { options: ['SCYLLA_NR_SHARDS'] });
    assert.deepEqual((await meet()).posture, { ...EVERYTHING, write: 'unknown', administer: 'unknown' });
  });

  it('calls a server that opens a session and refuses the tables partial', async (t) => {
    const { meet } = await standIn(t, 'restricted', { refuses: /FROM "shop"|size_estimates|settings/ });
    const report = await meet();
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, {
      ...EVERYTHING,
      count: 'no',
      read: 'no',
      write: 'unknown',
      administer: 'unknown',
    });
    assert.deepEqual(rulesOf(report), ['cassandra/anonymous-session']);
  });

  it('calls a server that opens a session and refuses every query partial, not closed and not open', async (t) => {
    const { meet } = await standIn(t, 'restricted-all', { refuses: /./ });
    const report = await meet();
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.read, 'unknown');
  });

  it('warns of transitional authentication, and does not call it closed', async (t) => {
    const { meet } = await standIn(t, 'transitional', {
      options: ['SCYLLA_NR_SHARDS'],
      authenticator: 'com.scylladb.auth.TransitionalAuthenticator',
    });
    const report = await meet();
    assert.equal(report.verdict, 'unknown');
    assert.deepEqual(rulesOf(report), ['cassandra/transitional-authentication']);
  });

  it('speaks version 3 to a Cassandra 2.1, and reads its older schema tables', async (t) => {
    const { meet } = await standIn(t, 'version-3', { speaks: 3, isOld: true });
    const report = await meet();
    assert.equal(report.version, '2.1.22');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.inventory?.containers[0]?.collections[0]?.columns, [
      { name: 'id', type: 'Int32Type', kinds: [] },
      { name: 'email', type: 'UTF8Type', kinds: [] },
    ]);
  });

  it('cannot tell the posture of a server that allows version 5 only', async (t) => {
    const { meet } = await standIn(t, 'version-5-only', { speaks: 5 });
    const report = await meet();
    assert.equal(report.product, 'cassandra');
    assert.equal(report.verdict, 'unknown');
    assert.equal(report.caveats?.length, 1);
  });

  it('sends nothing but SELECTs of catalogues and one that matches nothing', async (t) => {
    const { meet, queries } = await standIn(t, 'open-stand-in', {});
    const report = await meet();
    assert.equal(report.verdict, 'open');
    for (const cql of queries) {
      assert.match(cql, /^SELECT [\w, ]+ FROM system\w*\.\w+( WHERE (keyspace_name|name) IN \([^)]*\))?$|LIMIT 1$/);
    }
    assert.deepEqual(
      queries.filter((cql) => cql.includes('LIMIT')),
      ['SELECT token("id") FROM "shop"."customers" WHERE token("id") > 9223372036854775807 LIMIT 1'],
    );
    assert.ok(queries.length <= 7);
  });

  it('says that a long listing was cut, and leaves out the estimate that was cut in two', async (t) => {
    const { meet } = await standIn(t, 'truncated', { isEndless: true });
    const report = await meet();
    assert.equal(report.inventory?.truncated, true);
    assert.equal(report.inventory?.containers[0]?.collections[0]?.rows, undefined);
  });
});

describe('a CQL reply', () => {
  it('is read or refused, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(0, 2, 3, 6, 8), (body, opcode) => {
        const bytes = new ByteWriter().u8(0x84).u8(0).u16(0).u8(opcode).i32(body.length).bytes(body).build();
        assert.notEqual(cqlReply(bytes, true), 'more');
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });
});

interface Behaviour {
  /** The protocol version spoken; others are complained about. Default 4. */
  readonly speaks?: number;
  /** Names in SUPPORTED beside CQL_VERSION. */
  readonly options?: readonly string[];
  /** Asks for a login and names this class. */
  readonly authenticator?: string;
  /** The queries that are answered by Unauthorized. */
  readonly refuses?: RegExp;
  /** What the settings say; absent, they cannot be read. */
  readonly authorizer?: string;
  /** The schema tables of Cassandra before 3.0. */
  readonly isOld?: boolean;
  /** Says of every page that another follows. */
  readonly isEndless?: boolean;
}

/** Frames as sections 2 to 4 of native_protocol_v4.spec describe them. */
async function standIn(t: TestContext, scene: string, behaviour: Behaviour) {
  const queries: string[] = [];
  const server: StandIn = await startTcpStandIn((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 9) {
        const version = received[0] ?? 0;
        const end = 9 + received.readInt32BE(5);
        if (version !== (behaviour.speaks ?? 4)) {
          received = Buffer.alloc(0);
          const message = `Invalid or unsupported protocol version (${version})`;
          socket.write(frame(behaviour.speaks ?? 4, 0x00, new ByteWriter().i32(0x0a).string16(message).build()));
          return;
        }
        if (received.length < end) return;
        const [opcode, body] = [received[4] ?? 0, received.subarray(9, end)];
        received = received.subarray(end);
        if (opcode === 0x07) queries.push(body.subarray(4, 4 + body.readInt32BE(0)).toString());
        socket.write(frame(version, ...replyTo(opcode, queries.at(-1) ?? '', behaviour)));
      }
    });
  });
  t.after(server.stop);
  const meet = () => meetStore('cassandra', scene, server.port, { source: 'stand-in from the documentation' });
  return { meet, queries };
}

function frame(version: number, opcode: number, body: Uint8Array): Uint8Array {
  return new ByteWriter()
    .u8(0x80 | version)
    .u8(0)
    .u16(0)
    .u8(opcode)
    .i32(body.length)
    .bytes(body)
    .build();
}

function replyTo(opcode: number, cql: string, behaviour: Behaviour): [number, Uint8Array] {
  const { options = [], authenticator, refuses, isEndless = false } = behaviour;
  if (opcode === 0x05) {
    const names = ['CQL_VERSION', ...options];
    const body = new ByteWriter().u16(names.length);
    for (const name of names) body.string16(name).u16(1).string16('3.4.5');
    return [0x06, body.build()];
  }
  if (opcode === 0x01) {
    return authenticator ? [0x03, new ByteWriter().string16(authenticator).build()] : [0x02, new Uint8Array()];
  }
  if (refuses?.test(cql)) return error(0x2100, 'User anonymous has no SELECT permission');
  const rows = rowsFor(cql, behaviour);
  return rows ? [0x08, rowsResult(rows, isEndless && !cql.includes('.local'))] : error(0x2200, 'unconfigured table');
}

function error(code: number, message: string): [number, Uint8Array] {
  return [0x00, new ByteWriter().i32(code).string16(message).build()];
}

type Value = string | number | bigint;

function rowsFor(cql: string, { isOld = false, options = [], authorizer }: Behaviour): Value[][] | undefined {
  const isScylla = options.length > 0;
  if (cql.includes('LIMIT 1')) return [];
  if (cql.includes('system.local')) return [[isOld ? '2.1.22' : '4.1.7']];
  if (cql.includes('system.versions') && isScylla) return [['6.2.0']];
  if (/system\.config|system_views\.settings/.test(cql)) return authorizer === undefined ? undefined : [[authorizer]];
  if (cql.includes(isOld ? 'system.schema_keyspaces' : 'system_schema.keyspaces')) return [['system'], ['shop']];
  if (cql.includes('size_estimates')) return [['shop', 'customers', 3n, 50n]];
  if (!cql.includes(isOld ? 'system.schema_columns' : 'system_schema.columns')) return undefined;
  const types = isOld
    ? ['Int32Type', 'UTF8Type'].map((type) => `org.apache.cassandra.db.marshal.${type}`)
    : ['int', 'text'];
  return [
    ['shop', 'customers', 'id', types[0] ?? '', 'partition_key', 0],
    ['shop', 'customers', 'email', types[1] ?? '', 'regular', -1],
  ];
}

/** Strings are varchar, numbers int and bigints bigint. */
function rowsResult(rows: readonly (readonly Value[])[], hasMore: boolean): Uint8Array {
  const columns = rows[0] ?? [0n];
  const body = new ByteWriter()
    .i32(2)
    .i32(hasMore ? 0x03 : 0x01)
    .i32(columns.length);
  if (hasMore) body.i32(2).bytes([1, 2]);
  body.string16('keyspace').string16('table');
  for (const value of columns)
    body.string16('column').u16(typeof value === 'string' ? 0x0d : typeof value === 'number' ? 0x09 : 0x02);
  body.i32(rows.length);
  for (const value of rows.flat()) {
    if (typeof value === 'string') body.i32(Buffer.byteLength(value)).utf8(value);
    else if (typeof value === 'number') body.i32(4).i32(value);
    else body.i32(8).i64(value);
  }
  return body.build();
}
