// Finds all of many words in one pass over bytes, however many they are: a sieve tells where one may begin, and only there words are
// compared.
import {
  FOLD,
  hashOfEight,
  hashOfFour,
  hashOfShort,
  hashOfSix,
  OF_EIGHT,
  OF_FOUR,
  OF_SIX,
  OF_THREE,
  OF_TWO,
  type Pattern,
  PLACE_BITS,
  type WordPlace,
} from './keywords/flag-tables.ts';
import { BLOCK, createSieve } from './keywords/sieve.ts';
import { FEWER, LAST, PLACES, RECORD, TAIL, type WordLists, wordLists } from './keywords/word-lists.ts';
import { asLatin1 } from './text.ts';
import { beginsWord, isWholeWord } from './words-beside.ts';

export type { WordPlace } from './keywords/flag-tables.ts';

/** Words found, in the order of their ends. */
export interface WordHits {
  /** How many of the arrays' places are filled. */
  length: number;
  /** Index of the word in the list that the search was made of. */
  word: Int32Array;
  /** Byte offset just behind it. */
  end: Int32Array;
}

export interface KeywordSearch {
  /** All words in `bytes`, ASCII case ignored. The answer is overwritten by the next call. */
  find(bytes: Uint8Array): WordHits;
}

/**
 * A search for these words.
 *
 * @param words any text but the empty one; compared as UTF-8 bytes, ASCII letters without regard to case
 * @param placeOf where a word is wanted
 */
export function createKeywordSearch(
  words: readonly string[],
  placeOf: (word: number) => WordPlace = () => 'anywhere',
): KeywordSearch {
  const patterns: Pattern[] = words.map((text, word) => ({ bytes: foldedBytes(text), place: placeOf(word) }));
  if (patterns.some(({ bytes }) => bytes.length === 0)) throw new Error('a keyword is empty');
  const sieve = createSieve(patterns);
  const lists = wordLists(patterns);
  const view = new DataView(sieve.memory);
  const hits: WordHits = { length: 0, word: new Int32Array(1024), end: new Int32Array(1024) };
  return {
    find(bytes) {
      hits.length = 0;
      const text = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (let from = 0; from < bytes.length; from += BLOCK) {
        const count = sieve.sift(bytes, from, Math.min(from + BLOCK, bytes.length));
        for (let i = 0; i < count; i += 1) {
          const sorts = sieve.places[i] as number;
          const place = sorts & (2 ** PLACE_BITS - 1);
          const at = place - sieve.textAt + from;
          compare(lists, text, bytes, at, sorts, view.getInt32(place, true), view.getInt32(place + 4, true), hits);
        }
      }
      return hits;
    },
  };
}

function foldedBytes(word: string): Uint8Array {
  return Buffer.from(asLatin1(word), 'latin1').map((byte) => FOLDED[byte] as number);
}

const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

/** A bound for whole numbers that is one itself. */
const LONGEST = 0x3fffffff;

/** Notes the words of these sorts that stand at a place; `four` and `next` are the bytes there, zeros behind the text. */
function compare(
  lists: WordLists,
  text: DataView,
  bytes: Uint8Array,
  at: number,
  sorts: number,
  four: number,
  next: number,
  hits: WordHits,
): void {
  const { eight, six, four: middle, short } = lists;
  if ((sorts & OF_EIGHT) !== 0) noteAll(lists, text, bytes, at, eight, hashOfEight(four, next), 8, LONGEST, hits);
  if ((sorts & OF_SIX) !== 0) noteAll(lists, text, bytes, at, six, hashOfSix(four, next & 0xffff), 6, 7, hits);
  if ((sorts & OF_FOUR) !== 0) noteAll(lists, text, bytes, at, middle, hashOfFour(four), 4, 5, hits);
  if ((sorts & OF_THREE) !== 0) noteAll(lists, text, bytes, at, short, hashOfShort(four & 0xffffff), 3, 3, hits);
  if ((sorts & OF_TWO) === 0) return;
  noteAll(lists, text, bytes, at, short, hashOfShort(four & 0xffff), 2, 2, hits);
  noteAll(lists, text, bytes, at, short, hashOfShort(four & 0xff), 1, 1, hits);
}

/** Notes those words of a list that stand at a place and have from `least` to `most` bytes: several lists may share a hash. */
function noteAll(
  { records, letters }: WordLists,
  text: DataView,
  bytes: Uint8Array,
  at: number,
  heads: Int32Array,
  hash: number,
  least: number,
  most: number,
  hits: WordHits,
): void {
  let record = heads[hash >>> FEWER] as number;
  for (let isLast = record === -1; !isLast; ) {
    const length = records[record + 1] as number;
    const place = records[record + 2] as number;
    if (length >= least && length <= most && at + length <= bytes.length) {
      // Words of a list begin alike, so their ends are compared first.
      const mayBe = least < 4 || (text.getInt32(at + length - 4, true) | FOLD) === records[record + TAIL];
      const isSame = mayBe && isSpelt(bytes, at, letters, (record + RECORD) * 4, length);
      if (isSame && standsAs(place & ~LAST, bytes, at, at + length)) note(hits, records[record] as number, at + length);
    }
    isLast = (place & LAST) !== 0;
    record += RECORD + ((length + 3) >> 2);
  }
}

/** Whether a word stands in a text, case ignored. */
function isSpelt(bytes: Uint8Array, at: number, letters: Uint8Array, start: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (FOLDED[bytes[at + i] as number] !== letters[start + i]) return false;
  return true;
}

const ANYWHERE = PLACES.indexOf('anywhere');
const WORD_START = PLACES.indexOf('word start');

/** @param place index in PLACES */
function standsAs(place: number, bytes: Uint8Array, start: number, end: number): boolean {
  if (place === ANYWHERE) return true;
  return place === WORD_START ? beginsWord(bytes, start) : isWholeWord(bytes, start, end);
}

/** Words are met in the order of their beginnings; the few that end before one that was met earlier go in front of it. */
function note(hits: WordHits, word: number, end: number): void {
  if (hits.length === hits.end.length) grow(hits);
  let place = hits.length;
  while (place > 0 && (hits.end[place - 1] as number) > end) {
    hits.end[place] = hits.end[place - 1] as number;
    hits.word[place] = hits.word[place - 1] as number;
    place -= 1;
  }
  hits.end[place] = end;
  hits.word[place] = word;
  hits.length += 1;
}

function grow(hits: WordHits): void {
  const word = new Int32Array(hits.word.length * 2);
  const end = new Int32Array(hits.end.length * 2);
  word.set(hits.word);
  end.set(hits.end);
  hits.word = word;
  hits.end = end;
}
