// Words by their first bytes: lists of those that share a hash, laid out so that comparing them asks the memory for little.
import {
  EIGHT_BITS,
  FOLD,
  FOUR_BITS,
  hashOfEight,
  hashOfFour,
  hashOfShort,
  hashOfSix,
  type Pattern,
  SIX_BITS,
  THREE_BITS,
  type WordPlace,
} from './flag-tables.ts';

export interface WordLists {
  /**
   * By the upper bits of the hash of eight, of six, of four, and of one to three bytes: where the records begin of the words that begin
   * so, or -1.
   */
  readonly eight: Int32Array;
  readonly six: Int32Array;
  readonly four: Int32Array;
  readonly short: Int32Array;
  /**
   * The words themselves, side by side as they are compared, so that one look into the memory gets all of a word: its index, its
   * length, its place with LAST where its list ends, its TAIL, and its letters, four in a number.
   */
  readonly records: Int32Array;
  /** The same memory, by byte. */
  readonly letters: Uint8Array;
}

/** Numbers of a record before its letters. */
export const RECORD = 4;
/** Which of them is the word's last four bytes, folded (see FOLD). */
export const TAIL = 3;
export const PLACES: readonly WordPlace[] = ['anywhere', 'word start', 'whole word'];
export const LAST = 4;

/** Bits of the hashes that tell no list from another: longer lists are cheaper than tables far from the processor. */
export const FEWER = 3;

function tailOf(bytes: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(-4);
  return a | (b << 8) | (c << 16) | (d << 24) | FOLD;
}

/** Lays the words out, list by list. */
export function wordLists(patterns: readonly Pattern[]): WordLists {
  const records = new Int32Array(patterns.reduce((sum, { bytes }) => sum + RECORD + Math.ceil(bytes.length / 4), 0));
  const letters = new Uint8Array(records.buffer);
  let used = 0;
  const headsOf = (bits: number, least: number, most: number, hashOf: (bytes: DataView) => number): Int32Array => {
    const heads = new Int32Array(1 << (bits - FEWER)).fill(-1);
    for (const [hash, words] of byHash(patterns, least, most, hashOf)) {
      heads[hash] = used;
      for (const word of words) {
        const { bytes, place } = patterns[word] as Pattern;
        records[used] = word;
        records[used + 1] = bytes.length;
        records[used + 2] = PLACES.indexOf(place) | (word === words.at(-1) ? LAST : 0);
        records[used + TAIL] = bytes.length < 4 ? 0 : tailOf(bytes);
        letters.set(bytes, (used + RECORD) * 4);
        used += RECORD + Math.ceil(bytes.length / 4);
      }
    }
    return heads;
  };
  const first = (bytes: DataView) => bytes.getUint32(0, true);
  const eight = headsOf(EIGHT_BITS, 8, Number.POSITIVE_INFINITY, (bytes) =>
    hashOfEight(first(bytes), bytes.getUint32(4, true)),
  );
  const six = headsOf(SIX_BITS, 6, 7, (bytes) => hashOfSix(first(bytes), bytes.getUint16(4, true)));
  const four = headsOf(FOUR_BITS, 4, 5, (bytes) => hashOfFour(first(bytes)));
  const short = headsOf(THREE_BITS, 1, 3, (bytes) => hashOfShort(first(bytes)));
  return { eight, six, four, short, records, letters };
}

/** Words from `least` to `most` bytes. @param hashOf of their first eight bytes, with zeros behind */
function byHash(
  patterns: readonly Pattern[],
  least: number,
  most: number,
  hashOf: (bytes: DataView) => number,
): ReadonlyMap<number, readonly number[]> {
  const lists = new Map<number, number[]>();
  patterns.forEach(({ bytes }, word) => {
    if (bytes.length < least || bytes.length > most) return;
    const padded = new Uint8Array(8);
    padded.set(bytes.subarray(0, 8));
    const hash = hashOf(new DataView(padded.buffer)) >>> FEWER;
    const list = lists.get(hash);
    if (list) list.push(word);
    else lists.set(hash, [word]);
  });
  return lists;
}
