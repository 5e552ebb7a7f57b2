import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from '../text.ts';
import { forEachRegion } from './regions.ts';

function regions(characters: string, marks: readonly number[] = []): string[] {
  const bytes = Buffer.from(characters);
  const found: string[] = [];
  forEachRegion(textOf(bytes), marks, (start, end) => found.push(bytes.toString('utf8', start, end)));
  return found;
}

const DULL = 'level=info msg=done took=12ms path=/var/lib/x\n';

describe('regions', () => {
  it('passes over lines without a name', () => {
    assert.deepEqual(regions(DULL.repeat(100)), []);
  });
  it('reads the line of a name, wherever it stands in memory', () => {
    for (let shift = 0; shift < 9; shift++) {
      const [region] = regions(
        `${'x'.repeat(shift)}\n${DULL.repeat(9)}\nlevel=info user called Giuseppe Kowalski${'\n'.repeat(2)}`,
      );
      assert.match(region ?? '', /^level=info user called Giuseppe Kowalski/);
    }
  });
  it('reads a line around a mark', () => {
    const text = `${DULL.repeat(9)}zip code: 94103\n${'{'.repeat(200)}`;
    assert.deepEqual(regions(text, [text.indexOf('code') + 4]), ['zip code: 94103']);
  });
  it('reads a long line only around what is worth it', () => {
    const dull = 'a=1 '.repeat(5000);
    const [region, ...more] = regions(`${dull}said Giuseppe Kowalski ${dull}`);
    assert.deepEqual(more, []);
    assert.match(region ?? '', /said Giuseppe Kowalski/);
    assert.ok((region ?? '').length < 700);
  });
});
