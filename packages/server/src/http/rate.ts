// How often something may be asked: a bucket of tokens for each key, in memory that is bounded.

export interface RateLimit {
  /** @returns 0 where it may go on, else the seconds to wait */
  take(key: string, nowMs: number): number;
}

/** Keys that are kept at most: who floods with new ones makes old buckets full again, which are the ones that matter least. */
const MOST_KEYS = 50_000;

/**
 * @param burst how many at once
 * @param perSecond how many come back each second
 */
export function createRateLimit(burst: number, perSecond: number): RateLimit {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return {
    take(key, nowMs) {
      const before = buckets.get(key) ?? { left: burst, atMs: nowMs };
      const left = Math.min(burst, before.left + ((nowMs - before.atMs) / 1000) * perSecond);
      buckets.delete(key);
      if (buckets.size >= MOST_KEYS) buckets.delete(buckets.keys().next().value ?? key);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, atMs: nowMs });
      return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
    },
  };
}
