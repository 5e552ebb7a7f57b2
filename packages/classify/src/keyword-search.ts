// Finds all of many words in one pass over bytes, however many they are. Each place is looked up by a hash of its first four
// bytes in a table of bits (Rabin and Karp, IBM J. Res. Dev. 31(2), 1987; many patterns: Wu and Manber, TR 94-17); only where a
// bit is set are words compared. Unlike an automaton's, this memory grows with the words and not with their letters, and no step
// waits for the one before.
import { asLatin1 } from './text.ts';

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

/** Bytes that are hashed. */
const PREFIX = 4;
/** Bits of a hash at most: 2^18 bits are 32 KiB, which stay in the cache next to the processor. */
const MOST_HASH_BITS = 18;
/** Knuth's multiplicative hashing, The Art of Computer Programming 3, 6.4. */
const MULTIPLIER = 0x9e3779b1;

const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

/**
 * A search for these words.
 *
 * @param words any text but the empty one; compared as UTF-8 bytes, ASCII letters without regard to case
 */
export function createKeywordSearch(words: readonly string[]): KeywordSearch {
  const patterns = words.map((word) => Buffer.from(asLatin1(word), 'latin1').map((byte) => FOLDED[byte] as number));
  if (patterns.some(({ length }) => length === 0)) throw new Error('a keyword is empty');
  const table = compile(patterns);
  const hits: WordHits = { length: 0, word: new Int32Array(1024), end: new Int32Array(1024) };
  return {
    find(bytes) {
      hits.length = 0;
      if (patterns.length > 0) search(table, bytes, hits);
      return hits;
    },
  };
}

interface Table {
  /** How far a product is shifted to leave a hash. */
  readonly shift: number;
  /** A bit for each hash with which a word of four bytes or more begins. */
  readonly bits: Uint8Array;
  /** By hash: the first of its words, and by word the next one, until -1. */
  readonly heads: Int32Array;
  readonly nexts: Int32Array;
  /** By the first two bytes: the number of a list of words of fewer than four bytes; 0 for none. */
  readonly shortOf: Uint16Array;
  readonly shortLists: readonly (readonly number[])[];
  /** All words one after the other, and where each begins. */
  readonly letters: Uint8Array;
  readonly starts: Int32Array;
}

function compile(patterns: readonly Uint8Array[]): Table {
  const hashBits = Math.min(MOST_HASH_BITS, Math.max(8, Math.ceil(Math.log2(patterns.length * 16 + 1))));
  const shift = 32 - hashBits;
  const bits = new Uint8Array(1 << (hashBits - 3));
  const heads = new Int32Array(1 << hashBits).fill(-1);
  const nexts = new Int32Array(patterns.length).fill(-1);
  const starts = new Int32Array(patterns.length + 1);
  const short = new Map<number, number[]>();
  patterns.forEach((pattern, word) => {
    starts[word + 1] = (starts[word] as number) + pattern.length;
    if (pattern.length < PREFIX) {
      for (const pair of pairsOf(pattern)) short.set(pair, [...(short.get(pair) ?? []), word]);
      return;
    }
    const [a = 0, b = 0, c = 0, d = 0] = pattern;
    const hash = Math.imul(a | (b << 8) | (c << 16) | (d << 24), MULTIPLIER) >>> shift;
    bits[hash >> 3] = (bits[hash >> 3] as number) | (1 << (hash & 7));
    nexts[word] = heads[hash] as number;
    heads[hash] = word;
  });
  const shortOf = new Uint16Array(1 << 16);
  const shortLists: (readonly number[])[] = [[]];
  for (const [pair, list] of short) shortOf[pair] = shortLists.push(list) - 1;
  return { shift, bits, heads, nexts, shortOf, shortLists, letters: Buffer.concat(patterns), starts };
}

/** The first two bytes of a short word; a word of one byte has any second one. */
function pairsOf(pattern: Uint8Array): number[] {
  const [first = 0, second] = pattern;
  if (second !== undefined) return [first | (second << 8)];
  return Array.from({ length: 256 }, (_, byte) => first | (byte << 8));
}

function search(table: Table, bytes: Uint8Array, hits: WordHits): void {
  const { shift, bits, heads, nexts, shortOf, shortLists } = table;
  const length = bytes.length;
  const byteAt = (at: number) => (at < length ? (FOLDED[bytes[at] as number] as number) : 0);
  let window = byteAt(0) | (byteAt(1) << 8) | (byteAt(2) << 16) | (byteAt(3) << 24);
  for (let at = 0; at < length; at += 1) {
    const hash = Math.imul(window, MULTIPLIER) >>> shift;
    if (((bits[hash >> 3] as number) & (1 << (hash & 7))) !== 0) {
      for (let word = heads[hash] as number; word !== -1; word = nexts[word] as number) {
        compare(table, bytes, at, word, hits);
      }
    }
    const list = shortOf[window & 0xffff] as number;
    if (list !== 0) for (const word of shortLists[list] as readonly number[]) compare(table, bytes, at, word, hits);
    const next = at + PREFIX;
    window = (window >>> 8) | (next < length ? (FOLDED[bytes[next] as number] as number) << 24 : 0);
  }
}

/** Notes the word if it stands at this place. */
function compare({ letters, starts }: Table, bytes: Uint8Array, at: number, word: number, hits: WordHits): void {
  const start = starts[word] as number;
  const length = (starts[word + 1] as number) - start;
  if (at + length > bytes.length) return;
  for (let i = 0; i < length; i += 1) {
    if (FOLDED[bytes[at + i] as number] !== letters[start + i]) return;
  }
  note(hits, word, at + length);
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
