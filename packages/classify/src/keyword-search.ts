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
/** Bits of a hash, by which words are looked up. */
const HASH_BITS = 18;
/** Its upper bits, by which places are sorted out: tables of 64 KiB stay near the processor, larger ones do not. */
const FLAG_BITS = 16;
/** Knuth's multiplicative hashing, The Art of Computer Programming 3, 6.4. */
const MULTIPLIER = 0x9e3779b1;

const IN_WORDS = 1;
const WHOLE = 2;

const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));
const isSmallLetter = (byte: number) => byte >= 0x61 && byte <= 0x7a;
/** By the byte before: which short words can begin behind it. */
const BEHIND = Uint8Array.from({ length: 256 }, (_, byte) => (isSmallLetter(byte) ? IN_WORDS : IN_WORDS | WHOLE));

/**
 * A search for these words.
 *
 * @param words any text but the empty one; compared as UTF-8 bytes, ASCII letters without regard to case
 * @param standsAlone whether a word of up to three ASCII letters counts only where no letter stands before it
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
  /** By the upper bits of a hash: 1 where a word of six bytes or more begins so. */
  readonly isLong: Uint8Array;
  /** The same for words of four or five bytes. */
  readonly isMiddle: Uint8Array;
  /** By the first two bytes: IN_WORDS where a shorter word begins so, WHOLE where one begins so that has to stand alone. */
  readonly isShort: Uint8Array;
  /** By the first two bytes: a bit for each third byte (its lower five bits) with which a shorter word goes on, all for none. */
  readonly thirds: Int32Array;
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
  const [isLong, isMiddle] = [new Uint8Array(1 << FLAG_BITS), new Uint8Array(1 << FLAG_BITS)];
  const isShort = new Uint8Array(1 << 16);
  const thirds = new Int32Array(1 << 16);
  const [longHeads, middleHeads] = [new Int32Array(1 << HASH_BITS).fill(-1), new Int32Array(1 << HASH_BITS).fill(-1)];
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
    const middleHash = Math.imul(a | (b << 8) | (c << 16) | (d << 24), MULTIPLIER) >>> (32 - HASH_BITS);
    const behind = e | (f << 8);
    if (pattern.length >= LONG_PREFIX) {
      isLong[(middleHash >>> (HASH_BITS - FLAG_BITS)) ^ behind] = 1;
      nexts[word] = longHeads[middleHash ^ behind] as number;
      longHeads[middleHash ^ behind] = word;
    } else {
      isMiddle[middleHash >>> (HASH_BITS - FLAG_BITS)] = 1;
      nexts[word] = middleHeads[middleHash] as number;
      middleHeads[middleHash] = word;
    }
  });
  for (const [pair, list] of shorts) {
    for (const word of list) {
      const isWhole = standsAlone(word) && patterns[word]?.every(isSmallLetter) === true;
      isShort[pair] = (isShort[pair] as number) | (isWhole ? WHOLE : IN_WORDS);
      const third = patterns[word]?.[2];
      thirds[pair] = (thirds[pair] as number) | (third === undefined ? -1 : 1 << (third & 31));
    }
  }
  return {
    isLong,
    isMiddle,
    isShort,
    thirds,
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
  const safe = bytes.length - LONG_PREFIX;
  for (let at = nextPlace(table, bytes, 0, safe); at < safe; at = nextPlace(table, bytes, at + 1, safe)) {
    compareAll(table, bytes, at, hits);
  }
  for (let at = Math.max(0, safe); at < bytes.length; at += 1) compareAll(table, bytes, at, hits);
}

/**
 * The next place where a word may begin, before `end`. It calls nothing, so that its loop stays in registers: that is worth a
 * factor of three.
 */
function nextPlace(table: Table, bytes: Uint8Array, from: number, end: number): number {
  const { isLong, isMiddle, isShort, thirds, longHeads, middleHeads } = table;
  if (from >= end) return end;
  const folded = FOLDED;
  const behindOf = BEHIND;
  let before = from === 0 ? 0 : (folded[bytes[from - 1] as number] as number);
  let window =
    (folded[bytes[from] as number] as number) |
    ((folded[bytes[from + 1] as number] as number) << 8) |
    ((folded[bytes[from + 2] as number] as number) << 16) |
    ((folded[bytes[from + 3] as number] as number) << 24);
  let behind = (folded[bytes[from + 4] as number] as number) | ((folded[bytes[from + 5] as number] as number) << 8);
  for (let at = from; at < end; at += 1) {
    const hash = Math.imul(window, MULTIPLIER) >>> (32 - HASH_BITS);
    const flag = hash >>> (HASH_BITS - FLAG_BITS);
    const short = (isShort[window & 0xffff] as number) & (behindOf[before] as number);
    // One branch for the three tables: most places are in none.
    if (((isMiddle[flag] as number) | (isLong[flag ^ behind] as number) | short) !== 0) {
      const goesOn = short !== 0 && (((thirds[window & 0xffff] as number) >>> (window >>> 16)) & 1) === 1;
      if (goesOn || middleHeads[hash] !== -1 || longHeads[hash ^ behind] !== -1) return at;
    }
    before = window & 0xff;
    window = (window >>> 8) | (behind << 24);
    behind = (behind >>> 8) | ((folded[bytes[at + LONG_PREFIX] as number] as number) << 8);
  }
  return end;
}

/** Compares the text at a place with all words that begin as it does. */
function compareAll(table: Table, bytes: Uint8Array, at: number, hits: WordHits): void {
  const { longHeads, middleHeads, nexts, isShort, shorts } = table;
  const pair = foldedAt(bytes, at) | (foldedAt(bytes, at + 1) << 8);
  const window = pair | (foldedAt(bytes, at + 2) << 16) | (foldedAt(bytes, at + 3) << 24);
  const behind = foldedAt(bytes, at + 4) | (foldedAt(bytes, at + 5) << 8);
  const hash = Math.imul(window, MULTIPLIER) >>> (32 - HASH_BITS);
  for (let word = longHeads[hash ^ behind] as number; word !== -1; word = nexts[word] as number) {
    compare(table, bytes, at, word, hits);
  }
  for (let word = middleHeads[hash] as number; word !== -1; word = nexts[word] as number) {
    compare(table, bytes, at, word, hits);
  }
  const before = at === 0 ? 0 : foldedAt(bytes, at - 1);
  if (((isShort[pair] as number) & (BEHIND[before] as number)) === 0) return;
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
