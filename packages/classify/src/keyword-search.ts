// Finds all of many words in one pass over bytes, however many they are. The next bytes are looked up by their hash in tables of
// flags (Rabin and Karp, IBM J. Res. Dev. 31(2), 1987; many patterns: Wu and Manber, TR 94-17): at each place for the words that
// may stand anywhere, and only where words begin for the others, which are most. Only where
// a flag is set, words are compared.
import { asLatin1 } from './text.ts';
import { beginsWord, isWholeWord } from './words-beside.ts';

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

/** Where a word is wanted: inside of others too, where a word begins (see `beginsWord`), or as a word (see `isWholeWord`). */
export type WordPlace = 'anywhere' | 'word start' | 'whole word';

interface Pattern {
  readonly bytes: Uint8Array;
  readonly place: WordPlace;
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
  const patterns = words.map((text, word) => ({ bytes: foldedBytes(text), place: placeOf(word) }));
  if (patterns.some(({ bytes }) => bytes.length === 0)) throw new Error('a keyword is empty');
  const table = compile(patterns);
  const hits: WordHits = { length: 0, word: new Int32Array(1024), end: new Int32Array(1024) };
  const inside = new Int32Array(BLOCK);
  const starts = new Int32Array(BLOCK);
  return {
    find(bytes) {
      hits.length = 0;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      // Flags ask for the next bytes; so near the end all places are compared.
      const flagged = Math.max(0, bytes.length - LONGEST_PREFIX);
      for (let from = 0; from < flagged; from += BLOCK) {
        const end = Math.min(from + BLOCK, flagged);
        const insideCount = sift(table, view, inside, placesInside(table, view, from, end, inside), INSIDE);
        const startCount = sift(table, view, starts, placesOfStarts(table, bytes, from, end, starts), 0);
        for (let i = 0, j = 0; i < insideCount || j < startCount; ) {
          const next = i < insideCount ? (inside[i] as number) : end;
          const start = j < startCount ? (starts[j] as number) : end;
          if (next <= start) i += 1;
          if (start <= next) j += 1;
          compareAt(table, bytes, view, Math.min(next, start), hits);
        }
      }
      const rest = paddedView(bytes, flagged);
      for (let at = flagged; at < bytes.length; at += 1) {
        const known = at - flagged;
        compare(table, bytes, at, rest.getUint32(known, true), rest.getUint16(known + 4, true), hits);
      }
      return hits;
    },
  };
}

/** The last bytes, with zeros behind. */
function paddedView(bytes: Uint8Array, from: number): DataView {
  const padded = new Uint8Array(2 * LONGEST_PREFIX);
  padded.set(bytes.subarray(from));
  return new DataView(padded.buffer);
}

function foldedBytes(word: string): Uint8Array {
  return Buffer.from(asLatin1(word), 'latin1').map((byte) => FOLDED[byte] as number);
}

const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));

/** Places that are sorted out before the first of them is compared: loops that call nothing are the quick ones. */
const BLOCK = 4096;
/** Bytes of a word that are asked for before it is compared. */
const LONGEST_PREFIX = 6;
/** Bits of hashes: small tables stay near the processor, thin ones are seldom asked in vain. */
const HASH_BITS = 16;
const INSIDE_BITS = 17;
const SIX_BITS = 18;
const SHORT_BITS = 14;
/** Knuth's multiplicative hashing, The Art of Computer Programming 3, 6.4. */
const MULTIPLIER = 0x9e3779b1;
/** This bit set, small and capital letters are one; so are some signs, which the comparison tells apart. */
const FOLD = 0x20202020;

// Classes of bytes, as bits.
const LETTER = 1;
const CAPITAL = 2;
const SMALL = 4;
/** A byte with which a word of one or two bytes begins that may stand anywhere. */
const LOOK = 8;
/** A backslash: the letter behind it is no part of a word. */
const ESCAPE = 16;

// Flags of words by the hash of their first bytes; four bits up they stand again, for words that may stand anywhere.
/** One of six bytes or more begins so. */
const LONG = 1;
/** One is so, or one of four or five bytes begins so. */
const SHORT = 2;
/** One is so, and no small letter may follow. */
const CLOSED = 4;
const INSIDE = 4;

/** The words, made ready to be found. */
interface Table {
  /** By the hash of four bytes: 1 where a word begins so that may stand anywhere. */
  readonly inside: Uint8Array;
  /** By byte. */
  readonly classes: Uint8Array;
  /** By the hash of four bytes: LONG and SHORT. */
  readonly flags: Uint8Array;
  /** By the hash of six bytes: LONG. */
  readonly six: Uint8Array;
  /** By the hash of one to three bytes: SHORT and CLOSED. */
  readonly short: Uint8Array;
  /** Whether there are words that are wanted only where words begin, or that no flag tells elsewhere. */
  readonly asksForStarts: boolean;
  /** By the hash of six, of four, and of one to three bytes: where the records begin of the words that begin so, or -1. */
  readonly longHeads: Int32Array;
  readonly middleHeads: Int32Array;
  readonly shortHeads: Int32Array;
  /**
   * The words themselves, side by side as they are compared, so that one look into the memory gets all of a word: its index, its
   * length, its place with LAST where its list ends, and its letters, four in a number.
   */
  readonly records: Int32Array;
  /** The same memory, by byte. */
  readonly letters: Uint8Array;
}

/** Numbers of a record before its letters. */
const RECORD = 3;
const PLACES: readonly WordPlace[] = ['anywhere', 'word start', 'whole word'];
const LAST = 4;

const isCapital = (byte: number) => byte >= 0x41 && byte <= 0x5a;
const isSmall = (byte: number) => byte >= 0x61 && byte <= 0x7a;
const BACKSLASH = 0x5c;

function compile(patterns: readonly Pattern[]): Table {
  const inside = new Uint8Array(1 << INSIDE_BITS);
  const flags = new Uint8Array(1 << HASH_BITS);
  const six = new Uint8Array(1 << SIX_BITS);
  const short = new Uint8Array(1 << SHORT_BITS);
  const classes = Uint8Array.from({ length: 256 }, (_, byte) => classOf(byte));
  const [longs, middles, shorts] = [
    new Map<number, number[]>(),
    new Map<number, number[]>(),
    new Map<number, number[]>(),
  ];
  patterns.forEach(({ bytes, place }, word) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = bytes;
    const first = a | (b << 8) | (c << 16) | (d << 24);
    const mayBeInside = place === 'anywhere' || !isSmall(a);
    const put = (table: Uint8Array, hash: number, flag: number) => {
      table[hash] = (table[hash] as number) | flag | (mayBeInside ? flag << INSIDE : 0);
    };
    if (bytes.length >= LONGEST_PREFIX) {
      put(flags, hashOf(first), LONG);
      put(six, hashOfSix(first, e | (f << 8)), LONG);
      addTo(longs, hashOfSix(first, e | (f << 8)), word);
    } else if (bytes.length > 3) {
      put(flags, hashOf(first), SHORT);
      addTo(middles, hashOf(first), word);
    } else {
      put(short, hashOfShort(first), place === 'whole word' && a < 0x80 ? CLOSED : SHORT);
      addTo(shorts, hashOfShort(first), word);
    }
    if (!mayBeInside) return;
    if (bytes.length > 3) inside[hashInside(first)] = 1;
    else if (bytes.length === 3) for (let next = 0; next < 256; next += 1) inside[hashInside(first | (next << 24))] = 1;
    else for (const byte of isSmall(a) ? [a, a & ~0x20] : [a]) classes[byte] = (classes[byte] as number) | LOOK;
  });
  const asksForStarts = patterns.some(({ bytes, place }) => place !== 'anywhere' || bytes.length < 3);
  return { inside, classes, flags, six, short, asksForStarts, ...recordsOf(patterns, longs, middles, shorts) };
}

type Lists = ReadonlyMap<number, readonly number[]>;

/** Lays the words out, list by list. */
function recordsOf(patterns: readonly Pattern[], longs: Lists, middles: Lists, shorts: Lists) {
  const records = new Int32Array(patterns.reduce((sum, { bytes }) => sum + RECORD + Math.ceil(bytes.length / 4), 0));
  const letters = new Uint8Array(records.buffer);
  let used = 0;
  const headsOf = (lists: Lists, bits: number): Int32Array => {
    const heads = new Int32Array(1 << bits).fill(-1);
    for (const [hash, words] of lists) {
      heads[hash] = used;
      for (const word of words) {
        const { bytes, place } = patterns[word] as Pattern;
        records[used] = word;
        records[used + 1] = bytes.length;
        records[used + 2] = PLACES.indexOf(place) | (word === words.at(-1) ? LAST : 0);
        letters.set(bytes, (used + RECORD) * 4);
        used += RECORD + Math.ceil(bytes.length / 4);
      }
    }
    return heads;
  };
  const longHeads = headsOf(longs, SIX_BITS);
  const middleHeads = headsOf(middles, HASH_BITS);
  const shortHeads = headsOf(shorts, SHORT_BITS);
  return { longHeads, middleHeads, shortHeads, records, letters };
}

function addTo(lists: Map<number, number[]>, hash: number, word: number): void {
  const list = lists.get(hash);
  if (list) list.push(word);
  else lists.set(hash, [word]);
}

function classOf(byte: number): number {
  if (byte === BACKSLASH) return ESCAPE;
  if (isCapital(byte)) return LETTER | CAPITAL;
  return isSmall(byte) ? LETTER | SMALL : 0;
}

function hashInside(four: number): number {
  return Math.imul(four | FOLD, MULTIPLIER) >>> (32 - INSIDE_BITS);
}

function hashOf(four: number): number {
  return Math.imul(four | FOLD, MULTIPLIER) >>> (32 - HASH_BITS);
}

/** @param bytes one to three, the others zero */
function hashOfShort(bytes: number): number {
  return Math.imul(bytes | FOLD, MULTIPLIER) >>> (32 - SHORT_BITS);
}

function hashOfSix(four: number, two: number): number {
  return Math.imul(Math.imul(four | FOLD, MULTIPLIER) ^ (two | FOLD), MULTIPLIER) >>> (32 - SIX_BITS);
}

/** Writes the places from `from` up to `end` where a word may begin that may stand anywhere; returns how many. */
function placesInside({ inside }: Table, view: DataView, from: number, end: number, places: Int32Array): number {
  let count = 0;
  for (let at = from; at < end; at += 1) {
    places[count] = at;
    count += inside[Math.imul(view.getUint32(at, true) | FOLD, MULTIPLIER) >>> (32 - INSIDE_BITS)] as number;
  }
  return count;
}

/** Writes the places where a word begins, and those with a byte worth a LOOK; returns how many. */
function placesOfStarts(
  { classes, asksForStarts }: Table,
  bytes: Uint8Array,
  from: number,
  end: number,
  places: Int32Array,
): number {
  if (!asksForStarts) return 0;
  let count = 0;
  // What stands behind an escape is found from its letter, which is told as the beginning of a word.
  let before = from === 0 ? 0 : (classes[bytes[from - 1] as number] as number);
  let isEscaped = from < 2 ? 0 : (classes[bytes[from - 2] as number] as number) & ESCAPE;
  for (let at = from; at < end; at += 1) {
    const here = classes[bytes[at] as number] as number;
    places[count] = at;
    // A letter behind none or behind an escape, a capital behind a small letter, a LOOK: bit by bit, since a jump costs more.
    const isStart = (here & (~before | (isEscaped >>> 4)) & LETTER) | ((here >>> 1) & (before >>> 2)) | (here >>> 3);
    count += isStart & 1;
    isEscaped = before & ESCAPE;
    before = here;
  }
  return count;
}

/**
 * Keeps the places where more bytes agree with a word, bit by bit as well; returns how many.
 *
 * @param shift INSIDE where only words count that may stand anywhere, else 0
 */
function sift(
  { flags, six, short, classes }: Table,
  view: DataView,
  places: Int32Array,
  count: number,
  shift: number,
): number {
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    const at = places[i] as number;
    const four = view.getUint32(at, true);
    const ofFour = (flags[hashOf(four)] as number) >>> shift;
    const ofThree = (short[hashOfShort(four & 0xffffff)] as number) >>> shift;
    const ofTwo = (short[hashOfShort(four & 0xffff)] as number) >>> shift;
    const ofOne = (short[hashOfShort(four & 0xff)] as number) >>> shift;
    // CLOSED becomes SHORT where no small letter follows: both CLOSED and SMALL are the third bit, SHORT is the second.
    const three = ofThree | ((ofThree & ~(classes[four >>> 24] as number) & CLOSED) >>> 1);
    const two = ofTwo | ((ofTwo & ~(classes[(four >>> 16) & 0xff] as number) & CLOSED) >>> 1);
    const one = ofOne | ((ofOne & ~(classes[(four >>> 8) & 0xff] as number) & CLOSED) >>> 1);
    const long = ofFour & ((six[hashOfSix(four, view.getUint16(at + 4, true))] as number) >>> shift);
    places[kept] = at;
    kept += (long | ((ofFour | three | two | one) >>> 1)) & 1;
  }
  return kept;
}

function compareAt(table: Table, bytes: Uint8Array, view: DataView, at: number, hits: WordHits): void {
  compare(table, bytes, at, view.getUint32(at, true), view.getUint16(at + 4, true), hits);
}

/** Notes all words that stand at a place; `four` and `two` are the bytes there. */
function compare(table: Table, bytes: Uint8Array, at: number, four: number, two: number, hits: WordHits): void {
  const { flags, short, longHeads, middleHeads, shortHeads } = table;
  const flag = flags[hashOf(four)] as number;
  if ((flag & LONG) !== 0) {
    const first = longHeads[hashOfSix(four, two)] as number;
    noteAll(table, bytes, at, first, LONGEST_PREFIX, Number.POSITIVE_INFINITY, hits);
  }
  if ((flag & SHORT) !== 0) {
    noteAll(table, bytes, at, middleHeads[hashOf(four)] as number, 4, LONGEST_PREFIX - 1, hits);
  }
  for (let length = 3, behind = four >>> 24; length > 0; length -= 1) {
    const prefix = four & ((1 << (8 * length)) - 1);
    const told = short[hashOfShort(prefix)] as number;
    if ((told & SHORT) !== 0 || ((told & CLOSED) !== 0 && !isSmall(behind))) {
      noteAll(table, bytes, at, shortHeads[hashOfShort(prefix)] as number, length, length, hits);
    }
    behind = prefix >>> (8 * (length - 1));
  }
}

/** Notes those words of a list that stand at a place and have from `least` to `most` bytes: several lists may share a hash. */
function noteAll(
  { records, letters }: Table,
  bytes: Uint8Array,
  at: number,
  first: number,
  least: number,
  most: number,
  hits: WordHits,
): void {
  for (let record = first, isLast = first === -1; !isLast; ) {
    const length = records[record + 1] as number;
    const place = records[record + 2] as number;
    const start = (record + RECORD) * 4;
    if (length >= least && length <= most && at + length <= bytes.length) {
      // Words of a list begin alike as a rule, so their ends are compared first.
      const isSame = isSpelt(bytes, at, letters, start, least, length) && isSpelt(bytes, at, letters, start, 0, least);
      if (isSame && standsAs(place & ~LAST, bytes, at, at + length)) note(hits, records[record] as number, at + length);
    }
    isLast = (place & LAST) !== 0;
    record += RECORD + ((length + 3) >> 2);
  }
}

/** Whether the letters `from…to` of a word stand in a text, case ignored. */
function isSpelt(bytes: Uint8Array, at: number, letters: Uint8Array, start: number, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (FOLDED[bytes[at + i] as number] !== letters[start + i]) return false;
  return true;
}

/** @param place index in PLACES */
function standsAs(place: number, bytes: Uint8Array, start: number, end: number): boolean {
  if (place === 0) return true;
  return place === 1 ? beginsWord(bytes, start) : isWholeWord(bytes, start, end);
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
