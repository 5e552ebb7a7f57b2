import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BLOCK_BYTES } from '../block-memory.ts';
import { createLineCutter, type LineEnd, type LineForm, MAX_LINE_BYTES } from './line-cutter.ts';

function cut(form: LineForm, pieces: readonly Uint8Array[]): { lines: unknown[]; rows: number; end: LineEnd } {
  const cutter = createLineCutter(form, undefined);
  const lines: unknown[] = [];
  let rows = 0;
  const take = (blocks: ReturnType<typeof cutter.end>['blocks']) => {
    for (const block of blocks) {
      rows += block.rows;
      const text = Buffer.from(block.bytes).toString();
      assert.ok(text.endsWith('\n'));
      for (const line of text.trimEnd().split('\n')) lines.push(JSON.parse(line));
    }
  };
  for (const piece of pieces) {
    const blocks = cutter.push(piece);
    assert.ok(blocks !== 'too large');
    take(blocks);
  }
  const { blocks, end } = cutter.end();
  take(blocks);
  return { lines, rows, end };
}

const asLines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** As ClickHouse 18.16 writes JSONCompact. */
const asCompact = (rows: readonly unknown[]) =>
  `{\n\t"meta":\n\t[\n\t\t{\n\t\t\t"name": "\\t\\"data\\":\\n",\n\t\t\t"type": "String"\n\t\t}\n\t],\n\n\t"data":\n\t[\n${rows
    .map((row) => `\t\t${JSON.stringify(row)}`)
    .join(',\n')}\n\t],\n\n\t"rows": ${rows.length},\n\n\t"statistics":\n\t{\n\t\t"elapsed": 0.1\n\t}\n}\n`;

const someRows = fc.array(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null))), {
  maxLength: 30,
});

describe('cutting lines', () => {
  it('gives every row back, wherever the bytes are cut, in both forms', () => {
    fc.assert(
      fc.property(someRows, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (rows, sizes) => {
        for (const form of ['lines', 'compact'] as const) {
          const bytes = Buffer.from(form === 'lines' ? asLines(rows) : asCompact(rows));
          const pieces: Buffer[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            pieces.push(bytes.subarray(at, at + size));
            at += size;
          }
          const { lines, rows: counted, end } = cut(form, pieces);
          assert.deepEqual(lines, JSON.parse(JSON.stringify(rows)));
          assert.equal(counted, rows.length);
          assert.deepEqual(end, { type: 'whole' });
        }
      }),
    );
  });

  it('never calls an answer whole that was cut anywhere before its last row', () => {
    const rows = [
      ['a', 1],
      ['b]', 2],
      ['c"]', 3],
    ];
    for (const form of ['lines', 'compact'] as const) {
      const bytes = Buffer.from(form === 'lines' ? asLines(rows) : asCompact(rows));
      const last = form === 'lines' ? bytes.length - 1 : bytes.indexOf('"rows": 3') + '"rows": 3'.length;
      for (let size = 1; size < last; size += 1) {
        const { rows: counted, end } = cut(form, [bytes.subarray(0, size)]);
        const isAtLineEnd = form === 'lines' && (bytes[size - 1] === 10 || bytes[size] === 10);
        assert.ok(end.type !== 'whole' || isAtLineEnd, `${form} cut at ${size}`);
        assert.ok(counted <= rows.length);
      }
    }
  });

  it('says torn, not foreign, of a row that was cut, even if it speaks of a code', () => {
    const { end } = cut('lines', [Buffer.from('["a"]\n["Code: 42 is what the user typed')]);
    assert.deepEqual(end, { type: 'torn' });
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom('lines', 'compact'), fc.array(fc.uint8Array({ maxLength: 200 })), (form, pieces) => {
        const cutter = createLineCutter(form as LineForm, undefined);
        for (const piece of pieces) cutter.push(piece);
        cutter.end();
      }),
    );
  });

  it('makes blocks of about a mebibyte, longer only where one line is, and stops at 32', () => {
    const cutter = createLineCutter('lines', undefined);
    const line = Buffer.from(`["${'x'.repeat(1000)}"]\n`);
    const sizes: number[] = [];
    for (let count = 0; count < 5000; count += 1) {
      const blocks = cutter.push(line);
      assert.ok(blocks !== 'too large');
      for (const block of blocks) sizes.push(block.bytes.length);
    }
    assert.ok(sizes.length >= 4);
    for (const size of sizes) assert.ok(size > BLOCK_BYTES / 2 && size < BLOCK_BYTES * 1.3);
    const long = createLineCutter('lines', undefined);
    const piece = Buffer.alloc(1 << 20, 'x');
    long.push(Buffer.from('["'));
    let pushed = 0;
    while (long.push(piece) !== 'too large') pushed += piece.length;
    assert.ok(pushed > MAX_LINE_BYTES / 2 && pushed <= MAX_LINE_BYTES);
  });
});
