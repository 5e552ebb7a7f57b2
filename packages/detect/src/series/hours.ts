// What is usual at an hour: a mean for each hour of the week, and for each hour of the day while the week is not known. UTC.

export const HOUR_MS = 3_600_000;
const WEEK = 168;
const DAY = 24;
/** A new value moves the mean by at least this, so that what has changed is learned. */
const WEEK_STEP = 0.05;
const DAY_STEP = 0.02;
/** Counts stop here: what they are needed for is decided long before. */
const MANY = 200;

/** What an expectation rests on: the same hour of earlier weeks (or, in the first, its own earlier points), of earlier days, or the last points. */
export type Basis = 'hour of the week' | 'hour of the day' | 'last points';

export interface HourOfWeek {
  /** What was usual at this hour; undefined where it was never seen, neither in the week nor in the day. */
  readonly value: number | undefined;
  readonly basis: Basis;
  /** How often this hour was there before, in weeks or in days; 0 where it is there for the first time. */
  readonly times: number;
}

export interface HoursSnapshot {
  readonly week: MeansSnapshot;
  readonly day: MeansSnapshot;
  /** The hour since 1970 that was learned last; null before the first. */
  readonly hour: number | null;
}

interface MeansSnapshot {
  readonly means: readonly number[];
  readonly points: readonly number[];
  readonly visits: readonly number[];
}

class Means {
  readonly #means: Float64Array;
  readonly #points: Uint8Array;
  readonly #visits: Uint8Array;
  readonly #step: number;

  constructor(size: number, step: number, snapshot?: MeansSnapshot) {
    this.#step = step;
    this.#means = Float64Array.from(snapshot?.means ?? new Float64Array(size));
    this.#points = Uint8Array.from(snapshot?.points ?? new Uint8Array(size));
    this.#visits = Uint8Array.from(snapshot?.visits ?? new Uint8Array(size));
  }

  visits(at: number): number {
    return this.#visits[at] ?? 0;
  }

  mean(at: number): number {
    return this.#means[at] ?? 0;
  }

  /** @param limit how far from the mean a value may count, once the hour is known from before */
  learn(at: number, value: number, isNewVisit: boolean, limit: number): void {
    if (isNewVisit) this.#visits[at] = Math.min(MANY, this.visits(at) + 1);
    const points = this.#points[at] ?? 0;
    const off = value - this.mean(at);
    const counted = this.visits(at) > 1 && limit > 0 ? Math.max(-limit, Math.min(limit, off)) : off;
    this.#means[at] = this.mean(at) + counted * Math.max(1 / (points + 1), this.#step);
    this.#points[at] = Math.min(MANY, points + 1);
  }

  snapshot(): MeansSnapshot {
    return { means: [...this.#means], points: [...this.#points], visits: [...this.#visits] };
  }
}

export class Hours {
  readonly #week: Means;
  readonly #day: Means;
  #hour: number | undefined;

  constructor(snapshot?: HoursSnapshot) {
    this.#week = new Means(WEEK, WEEK_STEP, snapshot?.week);
    this.#day = new Means(DAY, DAY_STEP, snapshot?.day);
    this.#hour = snapshot?.hour ?? undefined;
  }

  /** @param time milliseconds since 1970 */
  at(time: number): HourOfWeek {
    const hour = Math.floor(time / HOUR_MS);
    const [inWeek, inDay] = [modulo(hour, WEEK), modulo(hour, DAY)];
    const current = hour === this.#hour ? 1 : 0;
    const [weeks, days] = [this.#week.visits(inWeek), this.#day.visits(inDay)];
    if (weeks > 0) return { value: this.#week.mean(inWeek), basis: 'hour of the week', times: weeks - current };
    if (days > 0) return { value: this.#day.mean(inDay), basis: 'hour of the day', times: days - current };
    return { value: undefined, basis: 'last points', times: 0 };
  }

  /**
   * @param time milliseconds since 1970
   * @param limit how far from what is usual a value may count, so that outliers cannot move what was learned; 0 is no limit
   */
  learn(time: number, value: number, limit: number): void {
    const hour = Math.floor(time / HOUR_MS);
    const isNew = hour !== this.#hour;
    this.#week.learn(modulo(hour, WEEK), value, isNew, limit);
    this.#day.learn(modulo(hour, DAY), value, isNew, limit);
    this.#hour = hour;
  }

  snapshot(): HoursSnapshot {
    return { week: this.#week.snapshot(), day: this.#day.snapshot(), hour: this.#hour ?? null };
  }
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
