import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createRespReader, type RespValue, respCommand } from './resp.ts';

function encode(value: RespValue): Buffer {
  switch (value.type) {
    case 'simple':
      return Buffer.from(`+${value.text}\r\n`);
    case 'error':
      return Buffer.from(`-${value.text}\r\n`);
    case 'integer':
      return Buffer.from(`:${value.value}\r\n`);
    case 'bulk':
      if (value.bytes === undefined) return Buffer.from('$-1\r\n');
      return Buffer.concat([Buffer.from(`$${value.bytes.length}\r\n`), value.bytes, Buffer.from('\r\n')]);
    case 'array':
      return Buffer.concat([Buffer.from(`*${value.items.length}\r\n`), ...value.items.map(encode)]);
  }
}

const line = fc.string().filter((text) => /^[ -~]*$/.test(text));
const leaf: fc.Arbitrary<RespValue> = fc.oneof(
  line.map((text) => ({ type: 'simple', text }) as const),
  line.map((text) => ({ type: 'error', text }) as const),
  fc.integer().map((value) => ({ type: 'integer', value }) as const),
  fc
    .option(fc.uint8Array(), { nil: undefined })
    .map((bytes) => ({ type: 'bulk', bytes: bytes && Buffer.from(bytes) }) as const),
);
const list = (items: fc.Arbitrary<RespValue>) =>
  fc.array(items, { maxLength: 5 }).map((found): RespValue => ({ type: 'array', items: found }));
const reply = fc.oneof(leaf, list(leaf), list(list(leaf)), list(fc.oneof(leaf, list(leaf))));

describe('replies of Redis', () => {
  it('are the same however they are cut on their way', () => {
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 5 }), fc.integer({ min: 1, max: 20 }), (replies, size) => {
        const bytes = Buffer.concat(replies.map(encode));
        const reader = createRespReader();
        const read: RespValue[] = [];
        for (let at = 0; at < bytes.length; at += size) {
          const part = reader.push(bytes.subarray(at, at + size));
          assert.ok(Array.isArray(part));
          read.push(...part);
        }
        assert.deepEqual(read, replies);
      }),
    );
  });

  it('that are no such thing are told, never guessed', () => {
    for (const text of [
      'HTTP/1.1 200 OK\r\n',
      ':x\r\n',
      '$x\r\n',
      '*x\r\n',
      '$2\r\nabc\r\n',
      `${'*1\r\n'.repeat(99)}`,
    ]) {
      assert.equal(createRespReader().push(Buffer.from(text)), 'foreign', text);
    }
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void createRespReader().push(bytes)));
  });

  it('of more than there may be are not waited for', () => {
    assert.equal(createRespReader().push(Buffer.from('$999999999\r\n')), 'too large');
    assert.equal(createRespReader().push(Buffer.from('*9999999\r\n')), 'too large');
    const reader = createRespReader();
    reader.push(Buffer.from('*1000000\r\n'));
    const piece = Buffer.concat([Buffer.from('$1048576\r\n'), Buffer.alloc(1 << 20, 'x'), Buffer.from('\r\n')]);
    let end: unknown = [];
    for (let turn = 0; turn < 60 && Array.isArray(end); turn += 1) end = reader.push(piece);
    assert.equal(end, 'too large');
  });

  it('of a million small items are read once, whatever pieces they come in', () => {
    const reader = createRespReader();
    const piece = Buffer.from(':1\r\n'.repeat(1000));
    const began = performance.now();
    reader.push(Buffer.from('*1000000\r\n'));
    let last: unknown;
    for (let turn = 0; turn < 1000; turn += 1) last = reader.push(piece);
    assert.ok(Array.isArray(last) && last.length === 1);
    assert.ok(performance.now() - began < 5000);
  });

  it('are asked for by words of any bytes', () => {
    assert.equal(respCommand(['GET', Buffer.from('é\r\n')]).toString(), '*2\r\n$3\r\nGET\r\n$4\r\né\r\n\r\n');
  });
});
