// MongoDB as a source, against a stand-in that follows its public documentation.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Long, ObjectId } from 'bson';
import { type MongodbOptions, type MongodbStandIn, startMongodbStandIn } from '../../testing/mongodb-stand-in.ts';
import { datasetOf, gather, LOCAL_HOST, located } from '../../testing/reading.ts';
import { openMongodb } from './mongodb.ts';

const { signal } = new AbortController();
const open = (port: number, login = '', rest = '') =>
  openMongodb(located(`mongodb://${login}127.0.0.1:${port}${rest}`), LOCAL_HOST);

const PEOPLE = Array.from({ length: 3500 }, (_, n) => ({
  _id: new ObjectId(n.toString(16).padStart(24, '0')),
  n: Long.fromString(`900719925474${String(n).padStart(4, '0')}`),
  ...(n % 10 > 0 && { who: `${n % 20 < 10 ? 'P' : 'p'}${n % 2000}@Example.org` }),
  address: { city: `City ${n % 3}` },
}));
type Row = Readonly<Record<string, unknown>>;

describe('a stand-in for MongoDB', () => {
  let server: MongodbStandIn;
  before(async () => {
    server = await startMongodbStandIn({ data: { shop: { people: PEOPLE, void: [] }, logs: { lines: [{ a: 1 }] } } });
  });
  after(() => server.stop());
  const people = () => datasetOf(open(server.port), 'people', signal);

  it('lists collections with their rows, views as derived, and nothing of the server itself', async () => {
    const datasets = await open(server.port).datasets(signal);
    assert.ok(!('code' in datasets));
    assert.deepEqual(
      datasets.map(({ container, name, rows, derived }) => [container, name, rows?.estimate, derived]),
      [
        ['shop', 'people', 3500, undefined],
        ['shop', 'seen', undefined, true],
        ['shop', 'void', 0, undefined],
        ['logs', 'lines', 1, undefined],
        ['logs', 'seen', undefined, true],
      ],
    );
    const only = await open(server.port, '', '/logs').datasets(signal);
    assert.ok(!('code' in only) && only.every(({ container }) => container === 'logs'));
  });

  it('reads every document over all batches, long numbers with all their digits', async () => {
    const blocks: string[] = [];
    for await (const block of open(server.port).read({ dataset: await people(), signal })) {
      assert.ok(!('code' in block));
      blocks.push(Buffer.from(block.bytes).toString());
    }
    const lines = blocks.join('').trimEnd().split('\n');
    assert.equal(lines.length, 3500);
    assert.equal(
      lines[7],
      '{"_id":"000000000000000000000007","n":9007199254740007,"who":"P7@Example.org","address":{"city":"City 1"}}',
    );
  });

  it('takes only the columns that are wanted', async () => {
    const { rows } = await gather(
      open(server.port).read({ dataset: await people(), columns: ['address.city'], signal }),
    );
    assert.deepEqual(Object.keys(rows[1] as Row), ['_id', 'address']);
  });

  it('takes a sample from the server', async () => {
    const { rows } = await gather(open(server.port).read({ dataset: await people(), sample: 100, signal }));
    assert.ok(rows.length <= 100 && rows.length > 80);
  });

  it('ends the cursor where the reader stops', async () => {
    const items = open(server.port)
      .read({ dataset: await people(), signal })
      [Symbol.asyncIterator]();
    await items.next();
    await items.return?.();
    const { rows } = await gather(open(server.port).read({ dataset: await people(), signal }));
    assert.equal(rows.length, 3500);
  });

  it('counts rows, distinct values and tuples in the store', async () => {
    const source = open(server.port);
    const dataset = await people();
    const counted = await source.inPlace?.count(dataset, 'who', signal);
    const all = PEOPLE.flatMap((each) => ('who' in each ? [String(each.who).toLowerCase()] : []));
    assert.ok(counted && !('code' in counted));
    assert.deepEqual([counted.rows.estimate, counted.distinct.estimate], [all.length, new Set(all).size]);
    const { rows } = await gather(source.inPlace?.groups(dataset, ['address.city', 'nothing'], signal));
    assert.deepEqual(rows.sort(), [
      ['City 0', null, 1167],
      ['City 1', null, 1167],
      ['City 2', null, 1166],
    ]);
  });

  it('reads where the server has too little memory to count', async () => {
    const instead: MongodbOptions['instead'] = (name, command) =>
      name === 'aggregate' && JSON.stringify(command.pipeline).includes('$group') ? { ok: 0, code: 292 } : undefined;
    const short = await startMongodbStandIn({ data: { shop: { people: PEOPLE } }, instead });
    const source = open(short.port);
    const dataset = await datasetOf(source, 'people', signal);
    const counted = await source.inPlace?.count(dataset, 'address.city', signal);
    assert.ok(counted && !('code' in counted));
    assert.deepEqual([counted.rows.estimate, counted.distinct.estimate], [3500, 3]);
    const { rows } = await gather(source.inPlace?.groups(dataset, ['address.city'], signal));
    assert.deepEqual(rows.sort(), [
      ['City 0', 1167],
      ['City 1', 1167],
      ['City 2', 1166],
    ]);
    await short.stop();
  });

  it('sends only commands that read', () => {
    const reading = [
      'isMaster',
      'listDatabases',
      'listCollections',
      'count',
      'aggregate',
      'find',
      'getMore',
      'killCursors',
    ];
    assert.deepEqual(
      server.commands.filter((name) => !reading.includes(name)),
      [],
    );
  });
});

describe('a stand-in for MongoDB with logins', () => {
  for (const mechanism of ['SCRAM-SHA-256', 'SCRAM-SHA-1'] as const) {
    it(`enters by ${mechanism}, and says what is wrong otherwise without showing it`, async () => {
      const login = { user: 'ada', password: 'hidden-word', mechanism };
      const server = await startMongodbStandIn({ data: { shop: { people: PEOPLE } }, login });
      const inside = await open(server.port, 'ada:hidden-word@', '/shop?authSource=admin').datasets(signal);
      assert.ok(!('code' in inside) && inside.length === 2);
      for (const wrong of ['', 'ada:other-word@', 'bo:hidden-word@']) {
        const fault = await open(server.port, wrong).datasets(signal);
        assert.ok('code' in fault && fault.code === 'refused', JSON.stringify(fault));
        assert.doesNotMatch(JSON.stringify(fault), /hidden-word|other-word/);
      }
      await server.stop();
    });
  }

  it('does not believe a server that does not know the password', async () => {
    const login = { user: 'ada', password: 'hidden-word', mechanism: 'SCRAM-SHA-256' } as const;
    const instead: MongodbOptions['instead'] = (name) =>
      name === 'saslContinue' ? { ok: 1, done: true, payload: Buffer.from('v=AAAA') } : undefined;
    const server = await startMongodbStandIn({ data: {}, login, instead });
    const fault = await open(server.port, 'ada:other-word@').datasets(signal);
    assert.ok('code' in fault && fault.code === 'broken');
    await server.stop();
  });
});

describe('a stand-in for a hostile MongoDB', () => {
  const dataset = { container: 'shop', name: 'people', columns: [] };
  const readFrom = async (instead: NonNullable<MongodbOptions['instead']>) => {
    const server = await startMongodbStandIn({ data: { shop: { people: PEOPLE.slice(0, 5) } }, instead });
    try {
      return await gather(open(server.port).read({ dataset, signal }));
    } finally {
      await server.stop();
    }
  };
  const batch = (documents: readonly object[]) => ({
    ok: 1,
    cursor: { id: Long.fromString('77'), firstBatch: documents, nextBatch: documents },
  });

  it('ends a cursor without end, full or empty', async () => {
    const full = await readFrom((name) =>
      name === 'find' || name === 'getMore' ? batch(Array(1000).fill({ a: 1 })) : undefined,
    );
    assert.deepEqual([full.fault?.code, full.rows.length > 0], ['broken', true]);
    const empty = await readFrom((name) => (name === 'find' || name === 'getMore' ? batch([]) : undefined));
    assert.equal(empty.fault?.code, 'broken');
  });

  it('does not wait for an answer of a gigabyte, nor take one that is none', async () => {
    const long = Buffer.alloc(64);
    long.writeInt32LE(2 ** 30, 0);
    assert.equal((await readFrom((name) => (name === 'find' ? long : undefined))).fault?.code, 'too large');
    const other = await readFrom((name) =>
      name === 'find' ? Buffer.from('HTTP/1.1 400 Bad Request hidden-word\r\n\r\n') : undefined,
    );
    assert.ok(other.fault && ['broken', 'too large'].includes(other.fault.code));
    assert.doesNotMatch(JSON.stringify(other.fault), /hidden-word/);
  });

  it('gives what came before the store went away, and names errors by their code only', async () => {
    const half = await readFrom((name) =>
      name === 'find' ? batch([{ a: 1 }]) : name === 'getMore' ? 'end' : undefined,
    );
    assert.deepEqual([half.rows, half.fault?.code], [[{ a: 1 }], 'lost']);
    const failed = await readFrom((name) => (name === 'find' ? { ok: 0, code: 2, errmsg: 'hidden-word' } : undefined));
    assert.equal(failed.fault?.code, 'broken');
    assert.doesNotMatch(JSON.stringify(failed.fault), /hidden-word/);
  });
});
