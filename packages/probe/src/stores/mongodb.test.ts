import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { deserialize, serialize } from 'bson';
import fc from 'fast-check';
import { allScenes, meetStore, replay } from '../../testing/scenes.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';
import type { StoreReport } from '../encounter.ts';
import { mongoReply } from '../wire/mongodb.ts';
import { ByteWriter } from '../wire/writer.ts';

const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const REFUSED = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };
const NOTHING_CERTAIN = {
  identify: 'unknown',
  list: 'unknown',
  count: 'unknown',
  read: 'unknown',
  write: 'unknown',
  administer: 'unknown',
};

const rulesOf = (report: StoreReport) => report.findings.map((finding) => finding.rule);

async function recorded(name: string): Promise<StoreReport> {
  const scene = allScenes().find(([product, scene]) => product === 'mongodb' && scene === name)?.[2];
  assert.ok(scene);
  assert.match(scene.source, /^FerretDB \d/);
  const report = await replay(scene);
  assert.ok('product' in report);
  return report;
}

describe('mongodb, as recorded from FerretDB', () => {
  it('calls a FerretDB without a login open, and calls it by its own name and version', async () => {
    const report = await recorded('ferretdb-open');
    assert.equal(report.product, 'ferretdb');
    assert.equal(report.version, '1.24.0');
    assert.equal(report.transport, 'mongodb');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(rulesOf(report), ['mongodb/ferretdb-no-authentication']);
    assert.deepEqual(
      report.inventory?.containers.map(({ name, collections }) => [
        name,
        collections.map((collection) => [collection.name, collection.rows, collection.rowsBasis]),
      ]),
      [
        ['chatlogs', [['messages', 500, 'exact']]],
        [
          'shop',
          [
            ['customers', 120, 'exact'],
            ['orders', 35, 'exact'],
          ],
        ],
      ],
    );
    assert.deepEqual(report.inventory?.containers[1]?.collections[0]?.columns, [
      { name: 'email', type: 'indexed', kinds: [] },
    ]);
  });

  it('calls a FerretDB with authentication closed although it tells its version', async () => {
    const report = await recorded('ferretdb-closed');
    assert.equal(report.product, 'ferretdb');
    assert.equal(report.version, '1.24.0');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, REFUSED);
    assert.deepEqual(rulesOf(report), []);
  });
});

describe('mongodb, stand-in from the documentation', () => {
  it('calls a MongoDB without access control open, with exact counts, validated and indexed fields', async (t) => {
    const { meet, commands } = await standIn(t, 'open', OPEN);
    const report = await meet();
    assert.equal(report.product, 'mongodb');
    assert.equal(report.version, '7.0.14');
    assert.equal(report.transport, 'mongodb');
    assert.equal(report.tls, false);
    assert.deepEqual(report.posture, EVERYTHING);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(rulesOf(report), ['mongodb/no-authentication']);
    assert.deepEqual(report.inventory, {
      containers: [
        {
          name: 'shop',
          collections: [
            {
              name: 'customers',
              rows: 120,
              rowsBasis: 'exact',
              bytes: 40_960,
              bytesBasis: 'exact',
              columns: [
                { name: 'name', type: 'string', kinds: [] },
                { name: 'phone', type: 'string or null', kinds: [] },
                { name: 'email', type: 'indexed', kinds: [] },
              ],
            },
            { name: 'best', columns: [] },
          ],
        },
      ],
    });
    const allowed = new Set(['hello', 'buildInfo', 'getLog', 'listDatabases', 'listCollections', 'collStats']);
    assert.deepEqual(
      commands.filter((name) => !allowed.has(name)),
      [],
    );
    assert.ok(commands.length <= 8);
  });

  it('calls a MongoDB with access control closed', async (t) => {
    const { meet } = await standIn(t, 'closed', CLOSED);
    const report = await meet();
    assert.equal(report.version, '7.0.14');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, REFUSED);
    assert.deepEqual(rulesOf(report), []);
  });

  it('is not deceived by an ok and an empty list of databases: access control is on, and no user exists yet', async (t) => {
    const { meet } = await standIn(t, 'localhost-exception', {
      ...CLOSED,
      listDatabases: (command) =>
        command.authorizedDatabases === false ? unauthorized('listDatabases') : { databases: [], ok: 1 },
    });
    const report = await meet();
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, REFUSED);
    assert.deepEqual(rulesOf(report), ['mongodb/localhost-exception']);
  });

  it('cannot tell the posture where the question is not understood and the list is empty', async (t) => {
    const { meet } = await standIn(t, 'empty-list', {
      ...OPEN,
      getLog: () => unknownCommand('getLog'),
      listDatabases: () => ({ databases: [], ok: 1 }),
    });
    const report = await meet();
    assert.equal(report.verdict, 'unknown');
    assert.deepEqual(rulesOf(report), []);
  });

  it('calls a compatible server partial that names its databases and does not understand the question', async (t) => {
    const { meet } = await standIn(t, 'listing', { ...OPEN, getLog: () => unknownCommand('getLog') });
    const report = await meet();
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.read, 'unknown');
    assert.deepEqual(rulesOf(report), ['mongodb/anonymous-listing']);
  });

  it('knows a closed compatible server by its words where its code is another', async (t) => {
    const { meet } = await standIn(t, 'other-code', {
      ...CLOSED,
      getLog: () => ({ ok: 0, code: 8000, errmsg: 'command getLog requires authentication' }),
    });
    assert.equal((await meet()).verdict, 'closed');
  });

  it('calls a secondary open for reading, and says that it takes no writes', async (t) => {
    const { meet } = await standIn(t, 'secondary', {
      ...OPEN,
      hello: () => ({
        ok: 1,
        maxWireVersion: 21,
        secondary: true,
        isWritablePrimary: false,
        hosts: ['10.0.0.1:27017'],
      }),
      listDatabases: (command) =>
        command.$readPreference ? OPEN.listDatabases?.(command) : { ok: 0, code: 13435, errmsg: 'not primary' },
    });
    const report = await meet();
    assert.deepEqual(report.posture, { ...EVERYTHING, write: 'no' });
    assert.equal(report.inventory?.containers[0]?.name, 'shop');
  });

  it('calls an open arbiter open to be administered, and says that it keeps no data', async (t) => {
    const { meet } = await standIn(t, 'arbiter', {
      ...OPEN,
      hello: () => ({ ok: 1, maxWireVersion: 21, arbiterOnly: true, isWritablePrimary: false }),
    });
    const report = await meet();
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, {
      identify: 'yes',
      list: 'no',
      count: 'no',
      read: 'no',
      write: 'no',
      administer: 'yes',
    });
    assert.equal(report.caveats?.length, 1);
  });

  it('calls counts of a sharded cluster estimates', async (t) => {
    const { meet } = await standIn(t, 'mongos', {
      ...OPEN,
      hello: () => ({ ok: 1, maxWireVersion: 21, isWritablePrimary: true, msg: 'isdbgrid' }),
    });
    assert.equal((await meet()).inventory?.containers[0]?.collections[0]?.rowsBasis, 'estimate');
  });

  it('asks a MongoDB 3.6 by isMaster, and gives a remedy in its words', async (t) => {
    const { meet } = await standIn(t, 'version-3-6', {
      ...OPEN,
      hello: () => unknownCommand('hello'),
      isMaster: () => ({ ok: 1, ismaster: true, maxWireVersion: 6 }),
      buildInfo: () => ({ ok: 1, version: '3.6.8' }),
    });
    const report = await meet();
    assert.equal(report.version, '3.6.8');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /ssl:\n {4}mode: requireSSL/);
    assert.match(report.findings[0]?.remedy.verify ?? '', /^mongo /);
  });

  it('knows a MongoDB 2.4 by its answer to a browser, and cannot tell its posture', async (t) => {
    const { meet } = await standIn(t, 'version-2-4', 'no OP_MSG');
    const report = await meet();
    assert.equal(report.product, 'mongodb');
    assert.deepEqual(report.posture, NOTHING_CERTAIN);
    assert.match(report.caveats?.[0] ?? '', /before 3\.6/);
  });

  it('sees the note of an extortionist', async (t) => {
    const { meet } = await standIn(t, 'ransom-note', {
      ...OPEN,
      listDatabases: () => ({ ok: 1, databases: [{ name: 'READ__ME_TO_RECOVER_YOUR_DATA', sizeOnDisk: 8192 }] }),
      listCollections: () => ({ ok: 1, cursor: { id: 0n, firstBatch: [{ name: 'README', type: 'collection' }] } }),
    });
    assert.deepEqual(rulesOf(await meet()), ['mongodb/no-authentication', 'mongodb/ransom-note']);
  });

  it('says where a listing was cut, and gives the cursor back', async (t) => {
    const firstBatch = Array.from({ length: 60 }, (_, i) => ({ name: `c${i}`, type: 'collection' }));
    const { meet, commands } = await standIn(t, 'many-collections', {
      ...OPEN,
      listCollections: () => ({ ok: 1, cursor: { id: 77n, firstBatch } }),
      killCursors: () => ({ ok: 1 }),
    });
    const report = await meet();
    assert.equal(report.inventory?.truncated, true);
    assert.equal(report.inventory?.containers[0]?.collections.length, 60);
    assert.equal(commands.filter((name) => name === 'collStats').length, 40);
    assert.ok(commands.includes('killCursors'));
  });
});

describe('a reply in BSON', () => {
  const wrapped = (document: Uint8Array) =>
    new ByteWriter()
      .i32(21 + document.length, true)
      .i32(1, true)
      .i32(1, true)
      .i32(2013, true)
      .u32(0, true)
      .u8(0)
      .bytes(document)
      .build();

  it('is read or refused, whatever the bytes', () => {
    const whole = serialize({ ok: 1, a: { b: [1, 'x', new Date(0), /r/i] }, n: 5n });
    const spoilt = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
    fc.assert(
      fc.property(spoilt, (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        assert.notEqual(mongoReply(1)(wrapped(bytes), true), 'more');
      }),
      { numRuns: 20_000, seed: 7 },
    );
  });

  it('nested half a million deep neither throws nor hangs', () => {
    const depth = 500_000;
    const document = Buffer.alloc(5 + depth * 8);
    for (let i = 0; i < depth; i += 1) {
      document.writeInt32LE(document.length - i * 8, i * 7);
      document.set([3, 0x61, 0], i * 7 + 4);
    }
    document.writeInt32LE(5, depth * 7);
    const framed = mongoReply(1)(wrapped(document), true);
    assert.equal(typeof framed, 'object');
  });
});

type Command = Record<string, unknown>;
type Behaviour = Record<string, (command: Command) => unknown>;

const unauthorized = (name: string) => ({
  ok: 0,
  code: 13,
  codeName: 'Unauthorized',
  errmsg: `command ${name} requires authentication`,
});
const unknownCommand = (name: string) => ({
  ok: 0,
  code: 59,
  codeName: 'CommandNotFound',
  errmsg: `no such command: '${name}'`,
});

/** Replies as https://www.mongodb.com/docs/manual/reference/command/ describes them. */
const OPEN: Behaviour = {
  hello: () => ({ ok: 1, maxWireVersion: 21, isWritablePrimary: true }),
  buildInfo: () => ({ ok: 1, version: '7.0.14', storageEngines: ['wiredTiger'] }),
  getLog: () => ({ ok: 1, names: ['global', 'startupWarnings'] }),
  listDatabases: () => ({
    ok: 1,
    databases: [
      { name: 'admin', sizeOnDisk: 40_960n, empty: false },
      { name: 'shop', sizeOnDisk: 81_920n, empty: false },
    ],
  }),
  listCollections: () => ({
    ok: 1,
    cursor: {
      id: 0n,
      ns: 'shop.$cmd.listCollections',
      firstBatch: [
        {
          name: 'customers',
          type: 'collection',
          options: {
            validator: {
              $jsonSchema: { properties: { name: { bsonType: 'string' }, phone: { bsonType: ['string', 'null'] } } },
            },
          },
        },
        { name: 'best', type: 'view', options: { viewOn: 'customers' } },
      ],
    },
  }),
  collStats: () => ({ ok: 1, count: 120, storageSize: 40_960n, indexSizes: { _id_: 4096, email_1: 4096, ours: 4096 } }),
};

const CLOSED: Behaviour = {
  hello: () => ({ ok: 1, maxWireVersion: 21, isWritablePrimary: true }),
  buildInfo: () => ({ ok: 1, version: '7.0.14' }),
};

/** What mongod answers to a browser, in the wording of its older and its newer versions. */
const PAGES = {
  old: 'You are trying to access MongoDB on the native driver port. For http diagnostic access, add 1000 to the port number\n',
  new: 'It looks like you are trying to access MongoDB over HTTP on the native driver port.\r\n',
};

async function standIn(t: TestContext, scene: string, behaviour: Behaviour | 'no OP_MSG') {
  const commands: string[] = [];
  const server = await startTcpStandIn((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.subarray(0, 4).toString() === 'GET ') {
        const page = behaviour === 'no OP_MSG' ? PAGES.old : PAGES.new;
        socket.end(
          `HTTP/1.0 200 OK\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${page.length}\r\n\r\n${page}`,
        );
        return;
      }
      if (behaviour === 'no OP_MSG') {
        socket.destroy();
        return;
      }
      while (received.length >= 4 && received.length >= received.readInt32LE(0)) {
        const [size, id] = [received.readInt32LE(0), received.readInt32LE(4)];
        const command: Command = deserialize(received.subarray(21, size));
        received = received.subarray(size);
        const [name = ''] = Object.keys(command);
        commands.push(name);
        socket.write(replyTo(id, behaviour[name]?.(command) ?? unauthorized(name)));
      }
    });
  });
  t.after(server.stop);
  const meet = () => meetStore('mongodb', scene, server.port, { source: 'stand-in from the documentation' });
  return { meet, commands };
}

function replyTo(id: number, document: unknown): Uint8Array {
  const body = serialize(document ?? {});
  return new ByteWriter()
    .i32(21 + body.length, true)
    .i32(1000, true)
    .i32(id, true)
    .i32(2013, true)
    .u32(0, true)
    .u8(0)
    .bytes(body)
    .build();
}
