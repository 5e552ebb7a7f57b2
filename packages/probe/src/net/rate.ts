// Rate: how many connections may be opened a second, in all and to one host. A token bucket for each.
import { setTimeout as sleep } from 'node:timers/promises';

/** Connections a second; Infinity for no limit. */
export interface Rates {
  readonly total: number;
  readonly perHost: number;
}

export interface Limiter {
  /** Resolves when a connection to this address may be opened; undefined where it may be at once. */
  pass(address: string): Promise<void> | undefined;
}

/** Hosts whose buckets are kept at once; the longest unused are forgotten, when they are full again anyway. */
const MAX_HOSTS = 10_000;

/** @param now - milliseconds from any fixed instant */
export function createLimiter(rates: Rates, now: () => number): Limiter {
  const total = new Pace(rates.total, now);
  const hosts = new Map<string, Pace>();
  const paceOf = (address: string): Pace => {
    const known = hosts.get(address);
    hosts.delete(address);
    const pace = known ?? new Pace(rates.perHost, now);
    hosts.set(address, pace);
    const [oldest] = hosts.keys();
    if (hosts.size > MAX_HOSTS && oldest !== undefined) hosts.delete(oldest);
    return pace;
  };
  return {
    pass(address) {
      const waitMs = Math.max(total.next(), rates.perHost === Infinity ? 0 : paceOf(address).next());
      return waitMs > 0 ? sleep(waitMs) : undefined;
    },
  };
}

/** Gives out instants that are 1/rate apart, with a burst of a tenth of a second. */
class Pace {
  readonly #gapMs: number;
  readonly #burstMs: number;
  readonly #now: () => number;
  #nextAt = 0;

  constructor(perSecond: number, now: () => number) {
    this.#gapMs = perSecond === Infinity ? 0 : 1000 / perSecond;
    this.#burstMs = Math.max(0, 100 - this.#gapMs);
    this.#now = now;
  }

  /** How long the caller has to wait for its turn, in milliseconds. */
  next(): number {
    if (this.#gapMs === 0) return 0;
    const now = this.#now();
    const turn = Math.max(this.#nextAt, now - this.#burstMs);
    this.#nextAt = turn + this.#gapMs;
    return Math.max(0, turn - now);
  }
}
