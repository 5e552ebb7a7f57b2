// How much is usual: the level of an amount (rows, bytes, queries, …) on a logarithmic scale, with the hour of the day beside it. An
// amount far above is surprising; how much, a t-distribution with few degrees of freedom says, whose tails are heavy as those of real
// loads are. What lies far out teaches as if it lay at the edge, so that an attacker cannot pull the level up by one large step.

export interface LevelState {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
  readonly most: number;
  readonly hours: readonly number[];
}

export interface Excess {
  /** 0 and more. */
  readonly bits: number;
  /** What is usual at this hour: the middle, and the amount that one in forty exceeds. */
  readonly usual: number;
  readonly high: number;
  /** Windows that this was learned in. */
  readonly of: number;
}

const HOURS = 24;
const NU = 4;
/** Least spread on the logarithmic scale: a factor of 1.4 is never a surprise. */
const LEAST_SPREAD = 0.35;
const PRIOR_VARIANCE = 1;
const PRIOR_WINDOWS = 3;
/** Windows after which half of what was learned is forgotten. */
const HALF_LIFE = 2_000;
const RATE = 1 - 0.5 ** (1 / HALF_LIFE);
/** What lies further out, in spreads, teaches as if it lay here. */
const CLIP = 2.5;
/** What an amount can tell beyond its being the largest. */
const BEYOND_BITS = 4;
/** Windows after which an hour's own level counts as much as the level of all hours. */
const HOUR_TRUST = 6;

export class Level {
  #n = 0;
  #mean = 0;
  #variance = 0;
  #most = 0;
  /** For each hour how often, and how far from the mean; made with the second window, since most that come once never come again. */
  #hours: Float32Array | undefined;

  get windows(): number {
    return this.#n;
  }

  /**
   * Changes nothing.
   *
   * @param hour of the day, 0 to 23
   * @param prior variance of the logarithm where little is known
   */
  judge(amount: number, hour: number, prior = PRIOR_VARIANCE): Excess {
    const middle = this.#middle(hour);
    const spread = this.#spread(prior);
    const distance = (Math.log1p(amount) - middle) / spread;
    const heavy = ((NU + 1) / 2) * Math.log2(1 + (distance * distance) / NU);
    // The largest of n windows is no rarer than one in n, however large; a little more where it is far out.
    const most = Math.log2(this.#n + 1) + BEYOND_BITS;
    const bits = distance <= 0 || this.#n === 0 ? 0 : Math.min(heavy, most);
    return {
      bits,
      usual: Math.expm1(middle),
      high: Math.max(this.#most, Math.expm1(middle + 2 * spread)),
      of: this.#n,
    };
  }

  /** @param weight how much it may teach, 0 to 1 */
  learn(amount: number, hour: number, weight: number): void {
    const value = Math.log1p(amount);
    if (this.#n === 0) this.#mean = value;
    const spread = this.#spread();
    const middle = this.#middle(hour);
    const off = Math.max(-CLIP * spread, Math.min(CLIP * spread, value - middle));
    const rate = weight * Math.max(RATE, 1 / (this.#n + 1));
    this.#mean += rate * off * 0.5;
    this.#variance += rate * (off * off - this.#variance);
    if (this.#n > 0) this.#learnHour(hour, off, weight);
    this.#n += weight;
    if (off < CLIP * spread) this.#most = Math.max(this.#most * (1 - RATE), amount);
  }

  state(): LevelState {
    return {
      n: this.#n,
      mean: this.#mean,
      variance: this.#variance,
      most: this.#most,
      hours: this.#hours === undefined ? [] : [...this.#hours],
    };
  }

  static of({ n, mean, variance, most, hours }: LevelState): Level {
    const level = new Level();
    level.#n = n;
    level.#mean = mean;
    level.#variance = variance;
    level.#most = most;
    if (hours.length > 0) level.#hours = Float32Array.from(hours);
    return level;
  }

  #learnHour(hour: number, off: number, weight: number): void {
    this.#hours ??= new Float32Array(2 * HOURS);
    const n = (this.#hours[2 * hour] ?? 0) + weight;
    this.#hours[2 * hour] = n;
    this.#hours[2 * hour + 1] = (this.#hours[2 * hour + 1] ?? 0) + (weight / Math.min(n + 1, 100)) * off * 0.5;
  }

  #middle(hour: number): number {
    const n = this.#hours?.[2 * hour] ?? 0;
    const offset = this.#hours?.[2 * hour + 1] ?? 0;
    return this.#mean + offset * (n / (n + HOUR_TRUST));
  }

  /** What is hardly known may be anything within a factor of e or so: a prior variance that counts as some windows. */
  #spread(prior = PRIOR_VARIANCE): number {
    const variance = (this.#variance * this.#n + prior * PRIOR_WINDOWS) / (this.#n + PRIOR_WINDOWS);
    return Math.max(LEAST_SPREAD, Math.sqrt(variance));
  }
}
