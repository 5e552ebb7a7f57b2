import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createKeywordSearch } from './keyword-search.ts';

function find(words: readonly string[], text: string): [string, number][] {
  const hits = createKeywordSearch(words).find(Buffer.from(text));
  return Array.from({ length: hits.length }, (_, i) => [words[hits.word[i] ?? 0] ?? '', hits.end[i] ?? 0]);
}

/** The same by looking at each place for each word. */
function findSlowly(words: readonly string[], text: string): [string, number][] {
  const folded = Buffer.from(text)
    .toString('latin1')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const found: [string, number][] = [];
  for (const word of words) {
    const pattern = Buffer.from(word)
      .toString('latin1')
      .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    for (let at = folded.indexOf(pattern); at !== -1; at = folded.indexOf(pattern, at + 1)) {
      found.push([word, at + pattern.length]);
    }
  }
  return found;
}

const inOrder = (found: [string, number][]) => found.sort((a, b) => a[1] - b[1] || a[0].localeCompare(b[0]));

describe('the search for keywords', () => {
  it('finds words within words, in any case', () => {
    assert.deepEqual(inOrder(find(['she', 'he', 'hers'], 'uSHErs')), [
      ['he', 4],
      ['she', 4],
      ['hers', 6],
    ]);
  });

  it('finds words beyond ASCII by their bytes', () => {
    assert.deepEqual(find(['身份证', 'Müller'], 'x 身份证 MüLLER'), [
      ['身份证', 11],
      ['Müller', 19],
    ]);
  });

  it('finds a word at any place, once', () => {
    const words = ['needle', 'edge', 'a'];
    for (let at = 0; at < 300; at += 1) {
      const text = `${'.'.repeat(at)}needle${'.'.repeat(300 - at)}`;
      assert.deepEqual(find(words, text), [['needle', at + 6]]);
    }
  });

  it('finds a short word that has to stand alone only where no word goes on before it', () => {
    const hits = createKeywordSearch(['id', 'na', 'name'], (word) => word < 2).find(
      Buffer.from('id userId valid name id'),
    );
    assert.deepEqual([...hits.end.subarray(0, hits.length)], [2, 18, 20, 23]);
  });

  it('finds what a search for each word finds, in long and short texts', () => {
    const letters = fc.constantFrom('a', 'b', 'A', 'é', '語');
    const word = fc.array(letters, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
    const words = fc.uniqueArray(word, { minLength: 1, maxLength: 8, selector: (text) => text.toLowerCase() });
    const text = fc.array(letters, { maxLength: 60 }).map((list) => list.join(''));
    fc.assert(
      fc.property(words, text, fc.boolean(), (list, short, long) => {
        const whole = long ? short.repeat(Math.ceil(5000 / (short.length + 1))) : short;
        assert.deepEqual(inOrder(find(list, whole)), inOrder(findSlowly(list, whole)));
      }),
      { numRuns: 60 },
    );
  });
});
