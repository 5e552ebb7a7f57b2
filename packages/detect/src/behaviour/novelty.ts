// How surprising a value is for somebody: which table a user reads, which program a store is asked by. The surprise of a value is its
// information in bits, -log2 p, with p by Laplace's rule of succession over the windows of time in which that somebody was active, less
// what his values tell on average: for one who reads a new table each day a new table is nothing.
//
// Windows are counted and not events, so that a thousand events in a minute teach no more than one. A value that was met before is
// judged by the days on which it was: what comes once each night is rare among windows, and no surprise.

export interface NoveltyState {
  /** Windows, values that were new, mean information: all fading. */
  readonly n: number;
  readonly fresh: number;
  readonly mean: number;
  readonly days: number;
  readonly lastDay: number;
  readonly values: readonly (readonly [name: string, days: number, lastDay: number])[];
}

export interface Surprise {
  /** 0 and more. */
  readonly bits: number;
  readonly isNew: boolean;
  /** Days on which the value was met, of all days on which there was any. */
  readonly seen: number;
  readonly days: number;
  /** Windows that this was learned in. */
  readonly of: number;
}

const MAX_VALUES = 96;
/** Windows after which half of what was seen is forgotten. */
const HALF_LIFE = 4_000;
const FADE = 0.5 ** (1 / HALF_LIFE);
/** Days, likewise. */
const DAY_FADE = 0.5 ** (1 / 60);
/** What was met as part of what was told taught a little of a day, and is new still. */
const TAUGHT = 0.25;
/** How fast the mean information follows. */
const MEAN_RATE = 0.02;

export class Novelty {
  #n = 0;
  #fresh = 0;
  #mean = 0;
  #days = 0;
  #lastDay = -1;
  /** Names, and for each the days on which it was met and the last of them: arrays, since most have a handful and there are many of us. */
  readonly #names: string[] = [];
  readonly #met: number[] = [];

  /** In which there was a value, those of long ago counting less. */
  get windows(): number {
    return this.#n;
  }

  /** Days before this one on which there was any value. @param day its number */
  daysBefore(day: number): number {
    return this.#days - (this.#lastDay === day ? 1 : 0);
  }

  /**
   * Changes nothing.
   *
   * @param windows in which there could have been a value, where that is more than those in which there was one
   */
  judge(value: string, windows = 0): Surprise {
    const seen = this.#daysOf(this.#names.indexOf(value));
    const n = Math.max(this.#n, windows);
    return {
      bits: Math.max(0, this.#information(seen, n) - this.#mean),
      isNew: seen < TAUGHT,
      seen,
      days: this.#days,
      of: n,
    };
  }

  /**
   * @param values those of one window, each once
   * @param day its number
   * @param weight how much they may teach, 0 to 1
   */
  learn(values: Iterable<string>, day: number, weight: number): void {
    if (day !== this.#lastDay) {
      this.#days = this.#days * DAY_FADE + 1;
      this.#lastDay = day;
    }
    let information = 0;
    let count = 0;
    let isFresh = false;
    for (const value of values) {
      const at = this.#names.indexOf(value);
      information += this.#information(this.#daysOf(at));
      count += 1;
      isFresh ||= at < 0;
      this.#meet(value, at, day, weight);
    }
    if (count === 0) return;
    this.#mean += MEAN_RATE * weight * (information / count - this.#mean);
    this.#n = this.#n * FADE + weight;
    this.#fresh = this.#fresh * FADE + (isFresh ? weight : 0);
  }

  state(): NoveltyState {
    const values = this.#names.map((name, at) => [name, this.#daysOf(at), this.#met[2 * at + 1] ?? 0] as const);
    return { n: this.#n, fresh: this.#fresh, mean: this.#mean, days: this.#days, lastDay: this.#lastDay, values };
  }

  static of({ n, fresh, mean, days, lastDay, values }: NoveltyState): Novelty {
    const novelty = new Novelty();
    novelty.#n = n;
    novelty.#fresh = fresh;
    novelty.#mean = mean;
    novelty.#days = days;
    novelty.#lastDay = lastDay;
    for (const [name, metDays, metLast] of values) novelty.#add(name, metDays, metLast);
    return novelty;
  }

  #information(seen: number, windows = this.#n): number {
    const likelihood = seen === 0 ? (this.#fresh + 0.5) / (windows + 1) : (seen + 0.5) / (this.#days + 1);
    return Math.max(0, -Math.log2(likelihood));
  }

  #daysOf(at: number): number {
    return at < 0 ? 0 : (this.#met[2 * at] ?? 0);
  }

  #meet(value: string, at: number, day: number, weight: number): void {
    if (at < 0) {
      if (this.#names.length >= MAX_VALUES) this.#dropRarest();
      this.#add(value, weight, day);
      return;
    }
    const days = this.#daysOf(at);
    const lastDay = this.#met[2 * at + 1] ?? day;
    // The best that one day teaches is one day.
    this.#met[2 * at] =
      lastDay === day ? Math.max(days, weight) : days * DAY_FADE ** Math.max(0, day - lastDay) + weight;
    this.#met[2 * at + 1] = day;
  }

  #add(value: string, days: number, lastDay: number): void {
    this.#names.push(value);
    this.#met.push(days, lastDay);
  }

  #dropRarest(): void {
    let rarest = 0;
    for (let at = 1; at < this.#names.length; at += 1) if (this.#daysOf(at) < this.#daysOf(rarest)) rarest = at;
    this.#names.splice(rarest, 1);
    this.#met.splice(2 * rarest, 2);
  }
}
