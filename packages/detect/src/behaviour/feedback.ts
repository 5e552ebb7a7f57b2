// What people said of alerts: expected facts count less for that account from then on, others count more. Both fade, since what was
// expected once is not expected for ever.
import type { Fact } from './fact.ts';

export type Opinion = 'expected' | 'not-expected';

export interface FeedbackState {
  readonly weights: readonly (readonly [key: string, weight: number, since: number])[];
  readonly told: readonly (readonly [alert: string, keys: readonly string[]])[];
}

const DAY_MS = 86_400_000;
/** After so many days half of what was said is gone. */
const HALF_LIFE_DAYS = 45;
const EXPECTED = 0.2;
const NOT_EXPECTED = 1.4;
const MOST = 2;
const GROUND = '\nground';
const MAX_WEIGHTS = 20_000;
const MAX_TOLD = 5_000;

export class Feedback {
  readonly #weights = new Map<string, { weight: number; since: number }>();
  readonly #told = new Map<string, readonly string[]>();

  /** Remembers what an alert was made of, so that something can be said of it. */
  told(alert: string, account: string, facts: readonly Fact[]): void {
    this.#told.delete(alert);
    if (this.#told.size >= MAX_TOLD) dropOldest(this.#told);
    this.#told.set(
      alert,
      facts.flatMap((fact) => [keyOf(account, fact), groundKeyOf(account, fact)]),
    );
  }

  /** @returns false where the alert is not known any more */
  say(alert: string, opinion: Opinion, time: number): boolean {
    const keys = this.#told.get(alert);
    if (keys === undefined) return false;
    for (const key of new Set(keys)) {
      const factor = opinion === 'expected' ? EXPECTED : NOT_EXPECTED;
      const weight = this.#at(key, time) * (key.endsWith(GROUND) ? Math.sqrt(factor) : factor);
      this.#weights.delete(key);
      if (this.#weights.size >= MAX_WEIGHTS) dropOldest(this.#weights);
      this.#weights.set(key, { weight: Math.min(MOST, weight), since: time });
    }
    return true;
  }

  /** 1 where nothing was said. */
  weightOf(account: string, fact: Fact, time: number): number {
    if (this.#weights.size === 0) return 1;
    return Math.min(MOST, this.#at(keyOf(account, fact), time) * this.#at(groundKeyOf(account, fact), time));
  }

  state(): FeedbackState {
    return {
      weights: [...this.#weights].map(([key, { weight, since }]) => [key, weight, since] as const),
      told: [...this.#told],
    };
  }

  restore({ weights, told }: FeedbackState): void {
    for (const [key, weight, since] of weights) this.#weights.set(key, { weight, since });
    for (const [alert, keys] of told) this.#told.set(alert, keys);
  }

  #at(key: string, time: number): number {
    const said = this.#weights.get(key);
    if (said === undefined) return 1;
    const faded = 0.5 ** (Math.max(0, time - said.since) / DAY_MS / HALF_LIFE_DAYS);
    return said.weight ** faded;
  }
}

/** What was said of a program or a table holds for that one; what was said of an amount holds for that amount of that account. */
function keyOf(account: string, fact: Fact): string {
  const what =
    fact.kind === 'value' ? `${fact.dimension}\n${fact.value}` : fact.kind === 'amount' ? fact.measure : fact.kind;
  return `${account}\n${fact.subject}\n${fact.kind}\n${what}`;
}

/** Something of it holds for whatever is surprising for the same reason. */
function groundKeyOf(account: string, { ground }: Fact): string {
  return `${account}\n${ground}${GROUND}`;
}

function dropOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
