// Which keys stood together in a row, as pairs of their places in one flat set, and by key once all are known.
import { createHashSet } from '../hash-set.ts';

export interface Links {
  add(a: number, b: number): void;
  /** Each pair once: two places after each other. */
  pairs(): Int32Array;
}

/** A pair is one number below 2^53: so many places can be told apart. */
const MOST_PLACES = 2 ** 26;

export function createLinks(): Links {
  const pairs = createHashSet();
  return {
    add(a, b) {
      pairs.add(Math.max(a, b) * MOST_PLACES + Math.min(a, b));
    },
    pairs() {
      const codes = pairs.values();
      const places = new Int32Array(codes.length * 2);
      codes.forEach((code, at) => {
        places[at * 2] = Math.floor(code / MOST_PLACES);
        places[at * 2 + 1] = code % MOST_PLACES;
      });
      return places;
    },
  };
}

/** The places that stood beside each place. */
export interface Neighbours {
  of(place: number): Int32Array;
}

/** @param pairs as of `Links` @param size places that there are */
export function neighboursOf(pairs: Int32Array, size: number): Neighbours {
  const ends = new Int32Array(size + 1);
  for (const place of pairs) ends[place + 1] = (ends[place + 1] as number) + 1;
  for (let place = 0; place < size; place += 1) ends[place + 1] = (ends[place + 1] as number) + (ends[place] as number);
  const filled = ends.slice();
  const beside = new Int32Array(pairs.length);
  const put = (place: number, other: number) => {
    const at = filled[place] as number;
    beside[at] = other;
    filled[place] = at + 1;
  };
  for (let at = 0; at < pairs.length; at += 2) {
    const [a, b] = [pairs[at] as number, pairs[at + 1] as number];
    put(a, b);
    put(b, a);
  }
  return { of: (place) => beside.subarray(ends[place], ends[place + 1]).sort() };
}
