// Compressed frames: checksums and LZ4 against vectors of others' code, and foreign bytes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { cityHash128 } from './cityhash.ts';
import { readFrame, writeFrames } from './frames.ts';
import { packLz4, unpackLz4 } from './lz4.ts';

function frame(method: number, packed: Buffer, size: number): Buffer {
  const head = Buffer.alloc(9);
  head[0] = method;
  head.writeUInt32LE(9 + packed.length, 1);
  head.writeUInt32LE(size, 5);
  const sealed = Buffer.concat([head, packed]);
  return Buffer.concat([cityHash128(sealed), sealed]);
}

describe('CityHash128', () => {
  /** Of the bytes (37 i + 11 n) mod 256, n of them: by the Python package clickhouse-cityhash 1.0.2. */
  const VECTORS: readonly (readonly [number, string])[] = [
    [0, '2b9ac064fc9df03d291ee592c340b53c'],
    [3, 'cf9fcbfd0ca467c82e0edd5a9c9ea788'],
    [7, 'c883e0fa84ee72bcb312f9b1aa8d1b81'],
    [15, '4ab6d3fd22c935f305c6c9bc9bc77daa'],
    [16, '4b83b30fcb967d1d45ccce35a5e1be12'],
    [100, '727f5c66572cbae56a23aa35929465b7'],
    [127, 'e2931cad2adc60f0e65436d85ea46793'],
    [128, '02bac00d79f15b8bcfb90cd6d70b9f23'],
    [300, '440723923d5d6af6e073350ba4a420d2'],
    [511, '9adcb72321bd0350ddfcf7547efb8cb8'],
  ];
  for (const [length, wanted] of VECTORS) {
    it(`is that of version 1.0.2 for ${length} bytes`, () => {
      const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 37 + length * 11) & 255));
      assert.equal(cityHash128(bytes).toString('hex'), wanted);
    });
  }
});

describe('LZ4', () => {
  const text = Buffer.from(`${'honey rows, honey rows, honey rows: '.repeat(8)}end`);

  it('unpacks what the reference implementation packed, with matches that overlap', () => {
    const packed = Buffer.from('cf686f6e657920726f77732c200c00031f3a1800040830000f2400c5503a20656e64', 'hex');
    assert.deepEqual(unpackLz4(packed, text.length), text);
    assert.equal(unpackLz4(packed, text.length - 1), undefined);
    assert.equal(unpackLz4(packed, text.length + 1), undefined);
  });

  it('gives back what it packed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const plain = Buffer.from(bytes);
        assert.deepEqual(unpackLz4(packLz4(plain), plain.length), plain);
      }),
    );
  });

  it('gives the size that was said or nothing, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 5_000 }), (bytes, size) => {
        const plain = unpackLz4(Buffer.from(bytes), size);
        assert.ok(plain === undefined || plain.length === size);
      }),
    );
  });
});

describe('a frame', () => {
  it('is read in each of the methods that clients use', () => {
    const plain = Buffer.from('rows '.repeat(40));
    const frames = [
      frame(0x02, plain, 200),
      frame(0x82, packLz4(plain), 200),
      frame(0x90, zstdCompressSync(plain), 200),
    ];
    for (const one of [...frames, writeFrames(plain)]) {
      assert.deepEqual(readFrame(one), { plain, used: one.length });
    }
  });

  it('is waited for until all of it has come, and told apart where it was spoilt', () => {
    const whole = writeFrames(Buffer.from('rows '.repeat(40)));
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        assert.equal(readFrame(whole.subarray(0, at)), 'more');
        const spoilt = Buffer.from(whole);
        spoilt[at] = (spoilt[at] ?? 0) ^ flip;
        const read = readFrame(spoilt);
        assert.ok(typeof read === 'string', `byte ${at}`);
      }),
    );
  });

  it('is broken where it unpacks to more than it says, or says more than is held', () => {
    const bomb = zstdCompressSync(Buffer.alloc(900_000));
    assert.equal(readFrame(frame(0x90, bomb, 100)), 'broken');
    assert.equal(readFrame(frame(0x90, bomb, 2 ** 31)), 'broken');
    assert.equal(readFrame(frame(0x82, Buffer.from([0x1f, 0x61, 1, 0, 255, 255, 255]), 100)), 'broken');
    assert.equal(readFrame(frame(0x77, Buffer.from('x'), 1)), 'broken');
  });
});
