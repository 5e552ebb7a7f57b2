import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createKeywordSearch, type WordPlace } from './keyword-search.ts';
import { beginsWord, isWholeWord } from './words-beside.ts';

type PlaceOf = (word: number) => WordPlace;

function find(words: readonly string[], text: string, placeOf?: PlaceOf): [string, number][] {
  const hits = createKeywordSearch(words, placeOf).find(Buffer.from(text));
  return Array.from({ length: hits.length }, (_, i) => [words[hits.word[i] ?? 0] ?? '', hits.end[i] ?? 0]);
}

/** The same by looking at each place for each word. */
function findSlowly(words: readonly string[], text: string, placeOf: PlaceOf): [string, number][] {
  const bytes = Buffer.from(text);
  const folded = Buffer.from(text)
    .toString('latin1')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const found: [string, number][] = [];
  const stands = { anywhere: () => true, 'word start': beginsWord, 'whole word': isWholeWord };
  words.forEach((word, index) => {
    const pattern = Buffer.from(word)
      .toString('latin1')
      .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    for (let at = folded.indexOf(pattern); at !== -1; at = folded.indexOf(pattern, at + 1)) {
      if (stands[placeOf(index)](bytes, at, at + pattern.length)) found.push([word, at + pattern.length]);
    }
  });
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

  it('finds a word that is wanted as a word only where none goes on before it', () => {
    const hits = createKeywordSearch(['id', 'na', 'name'], (word) => (word < 2 ? 'whole word' : 'anywhere')).find(
      Buffer.from('id userId valid name idle nameId id'),
    );
    assert.deepEqual([...hits.end.subarray(0, hits.length)], [2, 20, 30, 35]);
  });

  it('finds a word behind an escape', () => {
    const hits = createKeywordSearch(['mail', 'name'], () => 'word start').find(
      Buffer.from('a\\nname a\\tmail anname \\nmailbox; the end of a text'),
    );
    assert.deepEqual([...hits.end.subarray(0, hits.length)], [7, 15, 29]);
  });

  it('finds what a search for each word finds, in long and short texts', () => {
    const letters = fc.constantFrom('a', 'b', 'A', 'n', '\\\\', '$', ' ', 'é', '語');
    const place = fc.constantFrom<WordPlace>('anywhere', 'word start', 'whole word');
    const word = fc.array(letters, { minLength: 1, maxLength: 8 }).map((list) => list.join(''));
    const words = fc.uniqueArray(word, { minLength: 1, maxLength: 8, selector: (text) => text.toLowerCase() });
    const text = fc.array(letters, { maxLength: 60 }).map((list) => list.join(''));
    fc.assert(
      fc.property(
        words,
        text,
        fc.boolean(),
        fc.array(place, { minLength: 8, maxLength: 8 }),
        (list, short, long, places) => {
          const whole = long ? short.repeat(Math.ceil(5000 / (short.length + 1))) : short;
          const placeOf = (word: number) => places[word] ?? 'anywhere';
          assert.deepEqual(inOrder(find(list, whole, placeOf)), inOrder(findSlowly(list, whole, placeOf)));
        },
      ),
      { numRuns: 200 },
    );
  });
});
