// Finds all of many words in one pass over bytes, however many they are. Each place is looked up by hashes of its first six and
// its first four bytes in a table of bits (Rabin and Karp, IBM J. Res. Dev. 31(2), 1987; many patterns: Wu and Manber, TR 94-17); only where a
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

/** Bytes that are hashed: six of a word that has them, two letters of Chinese; four of a shorter one. */
const LONG_PREFIX = 6;
const PREFIX = 4;
/** Bits of a hash: two bytes, or more where there are many words. A flag for each is a quarter of a megabyte at most. */
const LEAST_HASH_BITS = 16;
const MOST_HASH_BITS = 18;
/** Knuth's multiplicative hashing, The Art of Computer Programming 3, 6.4. */
const MULTIPLIER = 0x9e3779b1;

const IN_WORDS = 1;
const WHOLE = 2;

const LOWER = 1;
const UPPER = 2;
const CASE = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x61 && byte <= 0x7a) return LOWER;
  return byte >= 0x41 && byte <= 0x5a ? UPPER : 0;
});
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

/**
 * A search for these words.
 *
 * @param words any text but the empty one; compared as UTF-8 bytes, ASCII letters without regard to case
 * @param standsAlone whether a word of up to three ASCII letters counts only where no letter stands before it, or where a
 *   capital follows a small letter (`userId`)
 */
export function createKeywordSearch(
  words: readonly string[],
  standsAlone: (word: number) => boolean = () => false,
): KeywordSearch {
  const patterns = words.map((word) => Buffer.from(asLatin1(word), 'latin1').map((byte) => FOLDED[byte] as number));
  if (patterns.some(({ length }) => length === 0)) throw new Error('a keyword is empty');
  const table = compile(patterns, standsAlone);
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
  /** By hash: 1 where a word of six bytes or more begins so. */
  readonly isLong: Uint8Array;
  /** The same for words of four or five bytes. */
  readonly isMiddle: Uint8Array;
  /** By the first two bytes: IN_WORDS where a shorter word begins so, WHOLE where one begins so that has to stand alone. */
  readonly isShort: Uint8Array;
  /** By hash: the first of its words, and by word the next one, until -1. */
  readonly longHeads: Int32Array;
  readonly middleHeads: Int32Array;
  readonly nexts: Int32Array;
  /** By the first two bytes: words of fewer than four bytes. */
  readonly shorts: ReadonlyMap<number, readonly number[]>;
  /** All words one after the other, and where each begins. */
  readonly letters: Uint8Array;
  readonly starts: Int32Array;
}

function compile(patterns: readonly Uint8Array[], standsAlone: (word: number) => boolean): Table {
  const hashBits = patterns.length > 1024 ? MOST_HASH_BITS : LEAST_HASH_BITS;
  const shift = 32 - hashBits;
  const [isLong, isMiddle] = [new Uint8Array(1 << hashBits), new Uint8Array(1 << hashBits)];
  const isShort = new Uint8Array(1 << 16);
  const [longHeads, middleHeads] = [new Int32Array(1 << hashBits).fill(-1), new Int32Array(1 << hashBits).fill(-1)];
  const nexts = new Int32Array(patterns.length).fill(-1);
  const starts = new Int32Array(patterns.length + 1);
  const shorts = new Map<number, number[]>();
  patterns.forEach((pattern, word) => {
    starts[word + 1] = (starts[word] as number) + pattern.length;
    if (pattern.length < PREFIX) {
      for (const pair of pairsOf(pattern)) shorts.set(pair, [...(shorts.get(pair) ?? []), word]);
      return;
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = pattern;
    const middleHash = Math.imul(a | (b << 8) | (c << 16) | (d << 24), MULTIPLIER) >>> shift;
    const [flags, heads, hash] =
      pattern.length >= LONG_PREFIX
        ? ([isLong, longHeads, middleHash ^ (e | (f << 8))] as const)
        : ([isMiddle, middleHeads, middleHash] as const);
    flags[hash] = 1;
    nexts[word] = heads[hash] as number;
    heads[hash] = word;
  });
  for (const [pair, list] of shorts) {
    for (const word of list) {
      const isWhole = standsAlone(word) && patterns[word]?.every((byte) => CASE[byte] !== 0) === true;
      isShort[pair] = (isShort[pair] as number) | (isWhole ? WHOLE : IN_WORDS);
    }
  }
  return {
    shift,
    isLong,
    isMiddle,
    isShort,
    longHeads,
    middleHeads,
    nexts,
    shorts,
    letters: Buffer.concat(patterns),
    starts,
  };
}

/** The first two bytes of a short word; a word of one byte has any second one. */
function pairsOf(pattern: Uint8Array): number[] {
  const [first = 0, second] = pattern;
  if (second !== undefined) return [first | (second << 8)];
  return Array.from({ length: 256 }, (_, byte) => first | (byte << 8));
}

/** A byte in lower case; zero behind the end. */
function foldedAt(bytes: Uint8Array, at: number): number {
  return at < bytes.length ? (FOLDED[bytes[at] as number] as number) : 0;
}

function search(table: Table, bytes: Uint8Array, hits: WordHits): void {
  const { shift, isLong, isMiddle, isShort } = table;
  const length = bytes.length;
  let window = foldedAt(bytes, 0) | (foldedAt(bytes, 1) << 8) | (foldedAt(bytes, 2) << 16) | (foldedAt(bytes, 3) << 24);
  let behind = foldedAt(bytes, 4) | (foldedAt(bytes, 5) << 8);
  let before = 0;
  for (let at = 0; at < length; at += 1) {
    const hash = Math.imul(window, MULTIPLIER) >>> shift;
    const own = CASE[bytes[at] as number] as number;
    const isInside = before !== 0 && own <= before;
    const short = (isShort[window & 0xffff] as number) & (isInside ? IN_WORDS : IN_WORDS | WHOLE);
    before = own;
    // One branch for the three tables: most places are in none.
    if (((isMiddle[hash] as number) | (isLong[hash ^ behind] as number) | short) !== 0) {
      compareAll(table, bytes, at, hash, behind, window, hits);
    }
    window = (window >>> 8) | (behind << 24);
    behind =
      (behind >>> 8) | (at + LONG_PREFIX < length ? (FOLDED[bytes[at + LONG_PREFIX] as number] as number) << 8 : 0);
  }
}

function compareAll(
  table: Table,
  bytes: Uint8Array,
  at: number,
  hash: number,
  behind: number,
  window: number,
  hits: WordHits,
): void {
  const { longHeads, middleHeads, nexts, isShort, shorts } = table;
  for (let word = longHeads[hash ^ behind] as number; word !== -1; word = nexts[word] as number) {
    compare(table, bytes, at, word, hits);
  }
  for (let word = middleHeads[hash] as number; word !== -1; word = nexts[word] as number) {
    compare(table, bytes, at, word, hits);
  }
  const pair = window & 0xffff;
  if (isShort[pair] === 0) return;
  for (const word of shorts.get(pair) ?? []) compare(table, bytes, at, word, hits);
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
