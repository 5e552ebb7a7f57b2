// Counts distinct values by their hashes: exactly while they fit, then by adaptive sampling (Wegman; analysed by Flajolet, "On
// adaptive sampling", Computing 34, 1990): of the hashes only a known share is kept, and their number is scaled up.
import { createHashSet } from './hash-set.ts';
import type { KeyedHash } from './keyed-hash.ts';
import type { Count } from './source.ts';

const HASH_SPACE = 2 ** 53;
/** With so many hashes kept, the standard error beyond that number is about 1.2 / √65536 = 0.5 %. */
const DEFAULT_CAPACITY = 1 << 20;
/** Standard error of adaptive sampling times √kept, and how many of them make an interval of about 99.9 %. */
const ERROR_FACTOR = 1.2;
const DEVIATIONS = 3.3;

/** What a counter holds, to be handed to another thread and merged there. */
export interface DistinctState {
  readonly hashes: Float64Array;
  readonly limit: number;
}

export interface DistinctCounter {
  /** True where the hash was not there before. After sampling began: true for some that are not kept. */
  add(hash: KeyedHash): boolean;
  /** How many there were, or how many of those for which `counts` holds. */
  count(counts?: (hash: KeyedHash) => boolean): Count;
  /** How many distinct things the hashes stand for, where several may stand for one; scaled up like `count`. */
  countAs(what: (hash: KeyedHash) => number | undefined): Count;
  state(): DistinctState;
  merge(state: DistinctState): void;
}

/** A counter of distinct hashes; `capacity` is how many are kept, a power of two. */
export function createDistinctCounter(capacity = DEFAULT_CAPACITY): DistinctCounter {
  const kept = createHashSet();
  /** Only hashes below `limit` are kept; `limit` is HASH_SPACE / 2^level. */
  let limit = HASH_SPACE;
  const add = (hash: KeyedHash): boolean => {
    if (hash >= limit) return true;
    if (!kept.add(hash)) return false;
    while (kept.size > capacity) {
      limit /= 2;
      kept.keepBelow(limit);
    }
    return true;
  };
  const scaled = (size: number): Count => {
    if (limit === HASH_SPACE) return { lower: size, estimate: size, upper: size };
    const estimate = Math.round(size * (HASH_SPACE / limit));
    const margin = Math.ceil((estimate * ERROR_FACTOR * DEVIATIONS) / Math.sqrt(Math.max(1, size)));
    return { lower: Math.max(size, estimate - margin), estimate, upper: estimate + margin };
  };
  return {
    add,
    count: (counts) => scaled(counts ? countIf(kept.values(), counts) : kept.size),
    countAs(what) {
      const things = new Set<number>();
      for (const hash of kept.values()) {
        const thing = what(hash);
        if (thing !== undefined) things.add(thing);
      }
      return scaled(things.size);
    },
    state: () => ({ hashes: kept.values(), limit }),
    merge(state) {
      if (state.limit < limit) {
        limit = state.limit;
        kept.keepBelow(limit);
      }
      for (const hash of state.hashes) add(hash);
    },
  };
}

function countIf(hashes: Iterable<KeyedHash>, counts: (hash: KeyedHash) => boolean): number {
  let size = 0;
  for (const hash of hashes) if (counts(hash)) size += 1;
  return size;
}
