// Sessions of the native protocol, as clients of old and new revisions hold them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { conversationWith, visit } from '../../../testing/visits.ts';
import type { SqlColumn } from '../../sql/catalogue.ts';
import type { Value } from '../../sql/tree.ts';
import { blockOf, readBlock, writeBlock } from './block.ts';
import { readFrame, writeFrames } from './frames.ts';
import { text, varuint } from './writing.ts';

const NEWEST = 54_483;
const SPOKEN = 54_465;

function hello(revision: number, { user = 'default', password = '' } = {}): Buffer {
  const words = [text('new client'), varuint(26), varuint(7), varuint(revision), text(''), text(user), text(password)];
  return Buffer.concat([varuint(0), ...words, ...(revision >= 54_458 ? [text('')] : [])]);
}

/** As clients of revision 54465 and later send it to a server of 54465. */
function query(sql: string, isCompressed: boolean): Buffer {
  const client = [
    text(''),
    text(''),
    text('0.0.0.0:0'),
    Buffer.alloc(8),
    Buffer.from([1]),
    text('u'),
    text('h'),
    text('c'),
  ];
  const versions = [varuint(26), varuint(7), varuint(NEWEST), text(''), varuint(0), varuint(2), Buffer.from([0])];
  const info = [Buffer.from([1]), ...client, ...versions, varuint(0), varuint(0), varuint(0)];
  const settings = [text('max_threads'), varuint(1), text('4'), text('')];
  const rest = [text(''), varuint(2), varuint(Number(isCompressed)), text(sql), text('')];
  return Buffer.concat([varuint(1), text('id-1'), ...info, ...settings, ...rest, data([], [], isCompressed)]);
}

function data(columns: readonly SqlColumn[], rows: readonly (readonly Value[])[], isCompressed: boolean): Buffer {
  const block = writeBlock(columns, rows, SPOKEN);
  return Buffer.concat([varuint(2), text(''), isCompressed ? writeFrames(block) : block]);
}

describe('the native protocol', () => {
  for (const isCompressed of [false, true]) {
    it(`takes rows and gives them back ${isCompressed ? 'in frames' : 'plainly'}`, () => {
      const columns: SqlColumn[] = [
        { name: 'note', type: 'text' },
        { name: 'coins', type: 'integer' },
      ];
      const { answer, asked, isOver } = visit('clickhouse-native', [
        hello(NEWEST),
        query('CREATE TABLE read_me (note String, coins UInt32) ENGINE = Memory', isCompressed),
        query('INSERT INTO read_me (note, coins) VALUES', isCompressed),
        data(columns, [['pay us', 7]], isCompressed),
        data([], [], isCompressed),
        query('SELECT coins + 1 AS n, note FROM read_me', isCompressed),
      ]);
      assert.equal(isOver, false);
      const told = isCompressed ? plainOf(answer) : answer;
      assert.ok(told.includes(text('pay us')));
      assert.ok(told.includes(Buffer.from([8, 0, 0, 0])));
      assert.deepEqual(
        asked.map(({ intent }) => intent),
        ['look', 'destroy', 'destroy', 'look'],
      );
    });
  }

  it('tells an exception by its code, and goes on', () => {
    const { answer, isOver } = visit('clickhouse-native', [
      hello(NEWEST),
      query('SELECT * FROM nowhere', false),
      query('SELECT 1', false),
    ]);
    assert.equal(isOver, false);
    assert.ok(answer.includes(Buffer.from([2, 60, 0, 0, 0])));
    assert.ok(answer.includes('Table default.nowhere does not exist'));
    assert.equal(answer.at(-1), 5);
  });

  it('refuses a password, since the user has none, and hangs up', () => {
    const { answer, asked, isOver } = visit('clickhouse-native', [hello(NEWEST, { password: 'guess' })]);
    assert.equal(isOver, true);
    assert.ok(answer.includes('Authentication failed'));
    assert.ok(!JSON.stringify(asked.map(({ words }) => words)).includes('guess'));
  });

  it('says that a block was spoilt on its way', () => {
    const spoilt = query('SELECT 1', true);
    spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 1;
    const { answer, isOver } = visit('clickhouse-native', [hello(NEWEST), spoilt]);
    assert.equal(isOver, true);
    assert.ok(answer.includes("Checksum doesn't match"));
  });

  it('tells a browser where to go', () => {
    const { answer } = visit('clickhouse-native', [Buffer.from('GET / HTTP/1.1\r\n\r\n')]);
    assert.match(
      answer.toString(),
      /^HTTP\/1\.0 400 Bad Request\r\n\r\nPort 9000 is for clickhouse-client program\r\n/,
    );
  });

  it('stands whatever comes in the place of a query', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat({ max: 7 }), (bytes, type) => {
        const conversation = conversationWith('clickhouse-native');
        conversation.take(hello(NEWEST));
        conversation.take(Buffer.concat([varuint(type), Buffer.from(bytes)]));
      }),
    );
  });

  it('gives blocks that are read as they were written', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.option(fc.string({ maxLength: 20 }), { nil: null }),
      fc.double({ noNaN: true }),
      fc.uuid(),
      fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
    );
    const columns: SqlColumn[] = ['integer', 'text', 'number', 'uuid', 'big'].map((type, at) => ({
      name: `c${at}`,
      type: type as SqlColumn['type'],
    }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const bytes = writeBlock(columns, rows, SPOKEN);
        const read = readBlock(bytes, SPOKEN);
        assert.ok(typeof read !== 'string');
        assert.equal(read.used, bytes.length);
        assert.deepEqual(read.value.rows, rows);
      }),
    );
  });

  it('has no block of types that tables here have not', () => {
    const typed = [{ name: 'a', type: 'LowCardinality(String)', isNullable: false }];
    assert.equal(readBlock(blockOf(typed, [['x']], SPOKEN), SPOKEN), 'broken');
  });
});

/** The frames of an answer, unpacked, wherever one begins. */
function plainOf(answer: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + 25 < answer.length; at += 1) {
    if (answer[at + 16] !== 0x82) continue;
    const read = readFrame(answer.subarray(at));
    if (typeof read !== 'string') parts.push(read.plain);
  }
  return Buffer.concat(parts);
}
