// Scans that follow each other fast do not wait long for silence: a port that says nothing would keep a door that opens beside it from
// being seen. Once a minute all are waited for as long as usual.
import type { Budgets } from '@vigie/probe';

/** Scopes that are looked at more often than this have fast scans. */
const FAST_S = 5;
const WHOLE_EVERY_MS = 60_000;

/** On loopback an answer comes in milliseconds; what is slower waits for the next whole scan. */
const FAST: Partial<Budgets> = { replyMs: 250, connectionMs: 1000, endpointMs: 500 };

export interface Pace {
  /** How long the next scan of a scope waits for answers; undefined: as long as usual. */
  next(scope: { readonly id: string; readonly interval_s: number | null }, now: Date): Partial<Budgets> | undefined;
  /** The next scan of a scope is whole: something new was met in haste. */
  lookAgain(scopeId: string): void;
}

/** Knows the last whole scans of this process; where it knows none, the next one is whole. */
export function createPace(): Pace {
  const wholeAtMs = new Map<string, number>();
  return {
    next({ id, interval_s }, now) {
      const last = wholeAtMs.get(id);
      const isFast = interval_s !== null && interval_s <= FAST_S;
      if (isFast && last !== undefined && now.getTime() - last < WHOLE_EVERY_MS) return FAST;
      wholeAtMs.set(id, now.getTime());
      return undefined;
    },
    lookAgain: (scopeId) => {
      wholeAtMs.delete(scopeId);
    },
  };
}
