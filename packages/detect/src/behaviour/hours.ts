// When somebody is active: how likely an hour is, working days and week-ends apart. Each window in which he was active makes the hours
// near it likely as well (a normal curve of an hour and a half around it), since nobody begins at the same minute each day; what is left
// of certainty is spread over all hours alike.

export interface HoursState {
  readonly n: number;
  readonly mean: number;
  readonly counts: readonly number[];
  readonly only: number;
  readonly since: number;
}

export interface Rarity {
  readonly bits: number;
  /** The nearest hour of such days at which he was active before, 0 to 23; undefined where there is none. */
  readonly nearest: number | undefined;
  readonly of: number;
}

const HOURS = 24;
const CELLS = 2 * HOURS;
const SPREAD_HOURS = 1.5;
/** Working days tell a little of week-ends, and the other way about; more as long as no week is over and such a day may not have come. */
const OTHER_DAYS = 0.03;
const OTHER_DAYS_AT_FIRST = 0.5;
const WEEK_MS = 7 * 86_400_000;
const FADE = 0.5 ** (1 / 4_000);
const MEAN_RATE = 0.02;

/** Shares of a window for the hours so far away, all together one. */
const NEAR = (() => {
  const raw = Array.from({ length: HOURS }, (_, hour) =>
    Math.exp(-(Math.min(hour, HOURS - hour) ** 2) / (2 * SPREAD_HOURS ** 2)),
  );
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((one) => one / sum);
})();

export class Hours {
  #n = 0;
  #mean = 0;
  /** Made with the second window, since most that come once never come again; until then one cell is all. */
  #counts: Float32Array | undefined;
  #only = -1;
  /** When it was active first, milliseconds. */
  #since = 0;

  /** Changes nothing. @param time by the clock on the wall, milliseconds as if that were UTC */
  judge(time: number): Rarity {
    const { hour, isWeekend } = partOf(time);
    return {
      bits: Math.max(0, this.#information(time) - this.#mean),
      nearest: this.#nearest(hour, isWeekend),
      of: this.#n,
    };
  }

  /** @param time of a window @param weight how much it may teach, 0 to 1 */
  learn(time: number, weight: number): void {
    this.#mean += MEAN_RATE * weight * (this.#information(time) - this.#mean);
    const { hour, isWeekend } = partOf(time);
    const cell = hour + (isWeekend ? HOURS : 0);
    if (this.#n === 0) {
      this.#only = cell;
      this.#since = time;
    } else {
      const counts = this.#all();
      for (let other = 0; other < CELLS; other += 1) counts[other] = (counts[other] ?? 0) * FADE;
      counts[cell] = (counts[cell] ?? 0) + weight;
    }
    this.#n = this.#n * FADE + weight;
  }

  state(): HoursState {
    return { n: this.#n, mean: this.#mean, counts: [...(this.#counts ?? [])], only: this.#only, since: this.#since };
  }

  static of({ n, mean, counts, only, since }: HoursState): Hours {
    const hours = new Hours();
    hours.#n = n;
    hours.#mean = mean;
    hours.#only = only;
    hours.#since = since;
    if (counts.length > 0) hours.#counts = Float32Array.from(counts);
    return hours;
  }

  #countOf(cell: number): number {
    if (this.#counts !== undefined) return this.#counts[cell] ?? 0;
    return cell === this.#only ? this.#n : 0;
  }

  #all(): Float32Array {
    if (this.#counts === undefined) {
      this.#counts = new Float32Array(CELLS);
      this.#counts[this.#only] = this.#n;
    }
    return this.#counts;
  }

  #information(time: number): number {
    const { hour, isWeekend } = partOf(time);
    const share = time - this.#since < WEEK_MS ? OTHER_DAYS_AT_FIRST : OTHER_DAYS;
    let mass = 0;
    for (let other = 0; other < HOURS; other += 1) {
      const near = NEAR[(hour - other + HOURS) % HOURS] ?? 0;
      const [working, weekend] = [this.#countOf(other), this.#countOf(other + HOURS)];
      mass += near * (isWeekend ? weekend + share * working : working + share * weekend);
    }
    return -Math.log2((mass + 1 / HOURS) / (this.#n + 1));
  }

  #nearest(hour: number, isWeekend: boolean): number | undefined {
    for (let away = 0; away <= HOURS / 2; away += 1) {
      for (const other of [(hour + away) % HOURS, (hour - away + HOURS) % HOURS]) {
        if (this.#countOf(other + (isWeekend ? HOURS : 0)) > 0.5) return other;
      }
    }
    return undefined;
  }
}

export function partOf(time: number): { readonly hour: number; readonly isWeekend: boolean } {
  const date = new Date(time);
  return { hour: date.getUTCHours(), isWeekend: date.getUTCDay() % 6 === 0 };
}
