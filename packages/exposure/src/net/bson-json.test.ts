import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Binary, Code, Decimal128, Double, Int32, Long, MaxKey, ObjectId, serialize, Timestamp, UUID } from 'bson';
import fc from 'fast-check';
import { bsonToJson } from './bson-json.ts';

const jsonOf = (document: object) => bsonToJson(Buffer.from(serialize(document)))?.json;

describe('BSON as JSON', () => {
  it('keeps what JSON has, whatever keys and texts hold', () => {
    const key = fc.string({ unit: 'grapheme' }).filter((name) => !name.includes('\0'));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(key, tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(key, value), (document) => {
        const plain: unknown = JSON.parse(JSON.stringify(document));
        assert.deepEqual(JSON.parse(jsonOf(document) ?? ''), plain);
      }),
    );
  });

  it('gives ids, times, long numbers and bytes as a reader would write them', () => {
    const id = new ObjectId('65a1b2c3d4e5f60718293a4b');
    const document = {
      id,
      at: new Date('2025-01-02T03:04:05.006Z'),
      long: Long.fromString('9007199254740993'),
      int: new Int32(7),
      whole: new Double(3),
      decimal: Decimal128.fromString('12345678901234567890.5'),
      text: new Binary(Buffer.from('é漢')),
      uuid: new UUID('6f1c2a34-1111-4222-8333-444455556666'),
      code: new Code('return 1'),
      pattern: /a"b/i,
      stamp: new Timestamp({ t: 1, i: 2 }),
      most: new MaxKey(),
      never: Number.POSITIVE_INFINITY,
    };
    assert.equal(
      jsonOf(document),
      '{"id":"65a1b2c3d4e5f60718293a4b","at":"2025-01-02T03:04:05.006Z","long":9007199254740993,"int":7,"whole":3,' +
        '"decimal":"12345678901234567890.5","text":"é漢","uuid":"6f1c2a34-1111-4222-8333-444455556666","code":"return 1",' +
        '"pattern":null,"stamp":null,"most":null,"never":null}',
    );
  });

  it('counts bytes that are no text', () => {
    const bytes = Buffer.from(
      serialize({ a: new Binary(Buffer.from([0xff, 0xfe])), b: new Binary(Buffer.from([0x80])) }),
    );
    assert.deepEqual(bsonToJson(bytes), { json: '{"a":null,"b":null}', leftOut: 2 });
  });

  it('says of what is cut off, changed or nested without end that it is none', () => {
    const whole = Buffer.from(serialize({ a: { b: [1, 'text', { c: true }] }, d: 1.5 }));
    for (let end = 0; end < whole.length; end += 1) assert.equal(bsonToJson(whole.subarray(0, end)), undefined);
    let deep: object = {};
    for (let depth = 0; depth < 200; depth += 1) deep = { a: deep };
    assert.equal(jsonOf(deep), undefined);
  });

  it('ends on any bytes with JSON or nothing', () => {
    const whole = serialize({ a: { b: [1, 'text', { c: true }] }, d: new Binary(Buffer.from('x')), e: /x/ });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const text = bsonToJson(bytes);
        if (text) JSON.parse(text.json);
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void bsonToJson(Buffer.from(bytes))));
  });
});
