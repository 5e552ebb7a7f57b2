// A file in pieces of any size is the same lines at the same bytes as the file in one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cutLines } from './cut-lines.ts';

describe('lines of a file that is read in pieces', () => {
  it('are those of the whole, wherever it is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '"', '\r'), maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (written, size) => {
        const file = Buffer.from(`${written}\n`);
        const whole = cutLines(file, 0, false, false);
        const found: (typeof whole.lines)[number][] = [];
        let at = 0;
        let chunk = size;
        while (at < file.length) {
          const cut = cutLines(file.subarray(at, at + chunk), at, false, false);
          found.push(...cut.lines);
          chunk = cut.at === at ? chunk * 2 : size;
          at = cut.at;
        }
        assert.deepEqual(found, whole.lines);
      }),
    );
  });

  it('leave out the rest of one that was begun before, and one that is longer than is kept', () => {
    assert.deepEqual(cutLines(Buffer.from('st\nnext\n'), 10, true, false).lines, [{ text: 'next', at: 13 }]);
    assert.deepEqual(cutLines(Buffer.from('xxxx'), 10, true, false), { lines: [], at: 14, isWithin: true });
    const long = cutLines(Buffer.from('xxxx'), 10, false, true);
    assert.deepEqual(long, { lines: [{ text: '', at: 10, isTooLong: true }], at: 14, isWithin: true });
  });
});
