// A seeded source of chance, so that the demonstration is the same on every machine (mulberry32, by Tommy Ettinger, public domain).

export interface Chance {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** Letters drawn from an alphabet. */
  letters(alphabet: string, count: number): string;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    pick: <T>(list: readonly [T, ...T[]]) => list[below(list.length)] ?? list[0],
    letters: (alphabet, count) => Array.from({ length: count }, () => alphabet[below(alphabet.length)]).join(''),
  };
}
