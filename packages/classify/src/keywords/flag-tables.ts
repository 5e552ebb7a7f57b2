// Which bytes a word may begin with: tables of flags by the hash of the next bytes (Rabin and Karp, IBM J. Res. Dev. 31(2), 1987; many
// patterns: Wu and Manber, TR 94-17). Small tables stay near the processor, thin ones are seldom asked in vain.

/** Where a word is wanted: inside of others too, where a word begins (see `beginsWord`), or as a word (see `isWholeWord`). */
export type WordPlace = 'anywhere' | 'word start' | 'whole word';

/** A word to be found: its bytes, letters small. */
export interface Pattern {
  readonly bytes: Uint8Array;
  readonly place: WordPlace;
}

// Flags of words by the hash of their first bytes; four bits up they stand again, for words that may stand anywhere.
/** In `six`: a word of six or seven bytes begins so. */
export const LONG = 1;
/** In `six` and `eight`: one of eight bytes or more begins so. */
export const LONGER = 2;
/** In `four`: one of six bytes or more begins so. */
export const GOES_ON = 1;
/** A word of one to three bytes is so, or one of four or five bytes begins so. */
export const SHORT = 2;
/** A word of two or three bytes is so, and no small letter may follow. */
export const CLOSED = 4;
/** Bits by which flags of words are shifted that may stand anywhere. */
export const INSIDE = 4;

// Sorts of words that may begin at a place, above the bits of the place.
export const PLACE_BITS = 24;
/** Of eight bytes or more. */
export const OF_EIGHT = 1 << PLACE_BITS;
/** Of six or seven. */
export const OF_SIX = 2 << PLACE_BITS;
/** Of four or five. */
export const OF_FOUR = 4 << PLACE_BITS;
export const OF_THREE = 8 << PLACE_BITS;
/** Of one or two. */
export const OF_TWO = 16 << PLACE_BITS;

/** Knuth's multiplicative hashing, The Art of Computer Programming 3, 6.4. */
export const MULTIPLIER = 0x9e3779b1;
/** This bit set, small and capital letters are one; so are some signs, which the comparison tells apart. */
export const FOLD = 0x20202020;
export const ANYWHERE_BITS = 20;
export const FOUR_BITS = 16;
export const SIX_BITS = 18;
export const EIGHT_BITS = 18;
export const THREE_BITS = 14;

/** Where the tables stand in one memory, in bytes. */
export const FOUR_AT = 1 << (ANYWHERE_BITS - 3);
export const SIX_AT = FOUR_AT + (1 << FOUR_BITS);
export const EIGHT_AT = SIX_AT + (1 << SIX_BITS);
export const THREE_AT = EIGHT_AT + (1 << EIGHT_BITS);
export const TWO_AT = THREE_AT + (1 << THREE_BITS);
export const LOOKS_AT = TWO_AT + (1 << 16);
export const TABLES_END = LOOKS_AT + 32;

export interface FlagTables {
  /** A bit by the hash of four bytes: whether a word begins so that may stand anywhere. */
  readonly anywhere: Int32Array;
  readonly four: Uint8Array;
  readonly six: Uint8Array;
  readonly eight: Uint8Array;
  /** By the hash of three bytes. */
  readonly three: Uint8Array;
  /** By two bytes as they are: words of one byte and of two. */
  readonly two: Uint8Array;
  /**
   * Bytes with which a word of one or two bytes begins that may stand anywhere, as a set: the bit `high & 7` of the byte at `low`, or
   * at `low + 16` from 0x80 on, where `high` and `low` are the halves of a byte.
   */
  readonly looks: Uint8Array;
}

export function hashOfFour(four: number): number {
  return Math.imul(four | FOLD, MULTIPLIER) >>> (32 - FOUR_BITS);
}

export function hashOfSix(four: number, two: number): number {
  return Math.imul(Math.imul(four | FOLD, MULTIPLIER) ^ (two | FOLD), MULTIPLIER) >>> (32 - SIX_BITS);
}

export function hashOfEight(four: number, next: number): number {
  return Math.imul(Math.imul(four | FOLD, MULTIPLIER) ^ (next | FOLD), MULTIPLIER) >>> (32 - EIGHT_BITS);
}

/** @param bytes one to three, the others zero */
export function hashOfShort(bytes: number): number {
  return Math.imul(bytes | FOLD, MULTIPLIER) >>> (32 - THREE_BITS);
}

export const isSmall = (byte: number) => byte >= 0x61 && byte <= 0x7a;

/** Whether a word has to be looked for inside of others: it is wanted there, or does not begin with a letter. */
const mayBeInside = ({ bytes, place }: Pattern) => place === 'anywhere' || !isSmall(bytes[0] as number);

/** Whether a word is found only where words begin, or, being too short for its first four bytes to tell, at a byte worth a look. */
export const isFoundFromStarts = (pattern: Pattern) => !mayBeInside(pattern) || pattern.bytes.length < 3;

/** The tables of these words, written into a memory that is empty. */
export function flagTables(patterns: readonly Pattern[], memory: ArrayBuffer): FlagTables {
  const tables = {
    anywhere: new Int32Array(memory, 0, FOUR_AT >> 2),
    four: new Uint8Array(memory, FOUR_AT, 1 << FOUR_BITS),
    six: new Uint8Array(memory, SIX_AT, 1 << SIX_BITS),
    eight: new Uint8Array(memory, EIGHT_AT, 1 << EIGHT_BITS),
    three: new Uint8Array(memory, THREE_AT, 1 << THREE_BITS),
    two: new Uint8Array(memory, TWO_AT, 1 << 16),
    looks: new Uint8Array(memory, LOOKS_AT, 32),
  };
  for (const pattern of patterns) {
    putPrefixes(tables, pattern);
    if (mayBeInside(pattern)) putAnywhere(tables, pattern.bytes);
  }
  return tables;
}

function putPrefixes({ four, six, eight, three, two }: FlagTables, pattern: Pattern): void {
  const { bytes, place } = pattern;
  const [a = 0, b = 0] = bytes;
  const first = fourOf(bytes, 0);
  const inside = mayBeInside(pattern) ? INSIDE : 0;
  const put = (table: Uint8Array, index: number, flag: number) => {
    table[index] = (table[index] as number) | flag | (inside > 0 ? flag << inside : 0);
  };
  const short = place === 'whole word' && a < 0x80 ? CLOSED : SHORT;
  if (bytes.length > 5) {
    put(four, hashOfFour(first), GOES_ON);
    put(six, hashOfSix(first, fourOf(bytes, 4) & 0xffff), bytes.length > 7 ? LONGER : LONG);
    if (bytes.length > 7) put(eight, hashOfEight(first, fourOf(bytes, 4)), LONGER);
  } else if (bytes.length > 3) put(four, hashOfFour(first), SHORT);
  else if (bytes.length === 3) put(three, hashOfShort(first), short);
  else if (bytes.length === 2) {
    for (const one of bothCases(a)) for (const other of bothCases(b)) put(two, one | (other << 8), short);
  } else {
    for (const one of bothCases(a)) {
      for (let next = 0; next < 256; next += 1)
        if (short === SHORT || !isSmall(next)) put(two, one | (next << 8), SHORT);
    }
  }
}

/** The first bytes of a word, as a number. */
function fourOf(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at);
  return a | (b << 8) | (c << 16) | (d << 24);
}

const bothCases = (byte: number) => (isSmall(byte) ? [byte, byte & ~0x20] : [byte]);

function putAnywhere({ anywhere, looks }: FlagTables, bytes: Uint8Array): void {
  const put = (four: number) => {
    const bit = Math.imul(four | FOLD, MULTIPLIER) >>> (32 - ANYWHERE_BITS);
    anywhere[bit >> 5] = (anywhere[bit >> 5] as number) | (1 << (bit & 31));
  };
  const first = fourOf(bytes, 0);
  if (bytes.length > 3) put(first);
  else if (bytes.length === 3) for (let next = 0; next < 256; next += 1) put(first | (next << 24));
  else {
    for (const byte of bothCases(bytes[0] as number)) {
      const index = (byte & 0xf) | (byte >= 0x80 ? 16 : 0);
      looks[index] = (looks[index] as number) | (1 << ((byte >> 4) & 7));
    }
  }
}
