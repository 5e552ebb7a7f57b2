// A seeded source of chance, so that generated texts are the same in every run: mulberry32.

export interface Chance {
  /** From 0 to 1. */
  next(): number;
  /** A whole number below `limit`. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** So many characters of an alphabet. */
  word(alphabet: string, length: number): string;
}

export const HEX = '0123456789abcdef';
export const DIGITS = '0123456789';

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    word(alphabet, length) {
      let word = '';
      for (let i = 0; i < length; i += 1) word += alphabet[below(alphabet.length)];
      return word;
    },
  };
}
