import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Chunk, chunksOf } from './chunks.ts';

async function* parts(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i += 1) {
    const length = lengths[i % lengths.length] ?? 1;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

async function cut(bytes: Uint8Array, lengths: readonly number[], size: number, behind: number): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  for await (const chunk of chunksOf(parts(bytes, lengths), { size, behind })) chunks.push(chunk);
  return chunks;
}

describe('chunks of a stream', () => {
  it('count each byte once, show what stands behind, and know their offset and line', async () => {
    const sign = fc.constantFrom('a', 'b', '\n');
    const text = fc.array(sign, { maxLength: 3000 }).map((list) => Buffer.from(list.join('')));
    const lengths = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        text,
        lengths,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 99 }),
        async (...args) => {
          const [bytes, sizes, size, behind] = args;
          const chunks = await cut(bytes, sizes, size, behind);
          const counted = chunks.map((chunk) => Buffer.from(chunk.bytes.subarray(chunk.from, chunk.to)));
          assert.deepEqual(Buffer.concat(counted), bytes);
          for (const chunk of chunks) {
            const shown = bytes.subarray(chunk.offset, chunk.offset + chunk.bytes.length);
            assert.deepEqual(Buffer.from(chunk.bytes), Buffer.from(shown));
            const before = bytes.subarray(0, chunk.offset);
            assert.equal(chunk.lines, before.filter((byte) => byte === 0x0a).length);
            assert.equal(chunk.characters, before.length - (before.lastIndexOf(0x0a) + 1));
            const rest = bytes.length - chunk.offset - chunk.to;
            assert.ok(chunk.bytes.length - chunk.to >= Math.min(behind, rest), 'too little behind');
            assert.ok(chunk.to - chunk.from <= size);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('cut at line ends where there are some', async () => {
    const bytes = Buffer.from('one two\nthree four\nfive six\n'.repeat(20));
    for (const chunk of await cut(bytes, [64], 100, 10)) {
      assert.equal(chunk.bytes[chunk.to - 1], 0x0a);
      assert.equal(chunk.from, 0);
    }
  });

  it('stay small on a line without an end', async () => {
    async function* endless() {
      for (let i = 0; i < 2000; i += 1) yield Buffer.alloc(1 << 16, 'x');
    }
    let most = 0;
    let total = 0;
    for await (const chunk of chunksOf(endless())) {
      most = Math.max(most, chunk.bytes.length);
      total += chunk.to - chunk.from;
    }
    assert.equal(total, 2000 * (1 << 16));
    assert.ok(most < 1_200_000);
  });
});
