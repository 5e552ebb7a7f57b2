// What is usual at an hour: a mean for each hour of the week, and for each hour of the day while the week is not known; and how far
// values of that hour lie from it, since a night is quieter than a day. UTC.

const HOUR_MS = 3_600_000;
const WEEK = 168;
const DAY = 24;
/** An hour that is there again moves what is usual by at least this part of the difference, so that what has changed is learned. */
const WEEK_STEP = 0.4;
const DAY_STEP = 0.2;
/** Weeks after which the spread of an hour is known, and how much of it is still that of all hours. */
const KNOWN_WEEKS = 3;
const SHARED = 0.25;
/** Points that the spread of all hours is the mean of, in the manner of an exponential average. */
const SPREAD_MEMORY = 1500;
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
  /** How much more a distance from it means than at another hour: 1 where that is not known. */
  readonly weight: number;
}

export interface HoursSnapshot {
  readonly week: MeansSnapshot;
  readonly day: MeansSnapshot;
  /** The mean distance over all hours, and of how many points. */
  readonly spread: number;
  readonly points: number;
  /** The hour since 1970 that was learned last; null before the first. */
  readonly hour: number | null;
}

interface MeansSnapshot {
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  readonly points: readonly number[];
  readonly visits: readonly number[];
}

interface Lesson {
  readonly isNewVisit: boolean;
  /** How far from the mean a value may count, once the hour is known from before; 0 is no limit. */
  readonly limit: number;
  /** The part of an hour that a point stands for. */
  readonly hours: number;
}

interface PointLesson extends Pick<Lesson, 'limit'> {
  readonly off: number;
  readonly intervalMs: number;
  readonly isLate: boolean;
}

class Means {
  readonly #means: Float64Array;
  /** Mean distances from the mean. */
  readonly #spreads: Float64Array;
  readonly #points: Uint8Array;
  readonly #visits: Uint8Array;
  readonly #step: number;

  constructor(size: number, step: number, snapshot?: MeansSnapshot) {
    this.#step = step;
    this.#means = Float64Array.from(snapshot?.means ?? new Float64Array(size));
    this.#spreads = Float64Array.from(snapshot?.spreads ?? new Float64Array(size));
    this.#points = Uint8Array.from(snapshot?.points ?? new Uint8Array(size));
    this.#visits = Uint8Array.from(snapshot?.visits ?? new Uint8Array(size));
  }

  visits(at: number): number {
    return this.#visits[at] ?? 0;
  }

  mean(at: number): number {
    return this.#means[at] ?? 0;
  }

  spread(at: number): number {
    return this.#spreads[at] ?? 0;
  }

  learn(at: number, value: number, { isNewVisit, limit, hours }: Lesson): void {
    if (isNewVisit) this.#visits[at] = Math.min(MANY, this.visits(at) + 1);
    const points = this.#points[at] ?? 0;
    const off = value - this.mean(at);
    const counted = this.visits(at) > 1 && limit > 0 ? Math.max(-limit, Math.min(limit, off)) : off;
    const step = Math.max(1 / (points + 1), 1 - (1 - this.#step) ** hours);
    this.#means[at] = this.mean(at) + counted * step;
    this.#spreads[at] = this.spread(at) + (Math.abs(points === 0 ? 0 : counted) - this.spread(at)) * step;
    this.#points[at] = Math.min(MANY, points + 1);
  }

  snapshot(): MeansSnapshot {
    return {
      means: [...this.#means],
      spreads: [...this.#spreads],
      points: [...this.#points],
      visits: [...this.#visits],
    };
  }
}

export class Hours {
  readonly #week: Means;
  readonly #day: Means;
  #spread: number;
  #points: number;
  #hour: number | undefined;

  constructor(snapshot?: HoursSnapshot) {
    this.#week = new Means(WEEK, WEEK_STEP, snapshot?.week);
    this.#day = new Means(DAY, DAY_STEP, snapshot?.day);
    this.#spread = snapshot?.spread ?? 0;
    this.#points = snapshot?.points ?? 0;
    this.#hour = snapshot?.hour ?? undefined;
  }

  /** @param time milliseconds since 1970 */
  at(time: number): HourOfWeek {
    const hour = Math.floor(time / HOUR_MS);
    const [inWeek, inDay] = [modulo(hour, WEEK), modulo(hour, DAY)];
    const current = hour === this.#hour ? 1 : 0;
    const [weeks, days] = [this.#week.visits(inWeek), this.#day.visits(inDay)];
    if (weeks > 0) {
      const times = weeks - current;
      return { value: this.#week.mean(inWeek), basis: 'hour of the week', times, weight: this.#weight(inWeek, times) };
    }
    if (days > 0) return { value: this.#day.mean(inDay), basis: 'hour of the day', times: days - current, weight: 1 };
    return { value: undefined, basis: 'last points', times: 0, weight: 1 };
  }

  /**
   * @param time milliseconds since 1970
   * @param off the distance from what was usual
   * @param limit how far from what is usual a value may count, so that outliers cannot move what was learned; 0 is no limit
   * @param intervalMs the distance that points usually have
   * @param isLate the hour was over when it came, and is not there once more
   */
  learn(time: number, value: number, { off, limit, intervalMs, isLate }: PointLesson): void {
    const hour = Math.floor(time / HOUR_MS);
    const isNewVisit = !isLate && hour !== this.#hour;
    const lesson = { isNewVisit, limit, hours: Math.min(1, intervalMs / HOUR_MS) };
    this.#week.learn(modulo(hour, WEEK), value, lesson);
    this.#day.learn(modulo(hour, DAY), value, lesson);
    this.#points = Math.min(SPREAD_MEMORY, this.#points + 1);
    const counted = limit > 0 ? Math.min(limit, Math.abs(off)) : Math.abs(off);
    this.#spread += (counted - this.#spread) / this.#points;
    if (!isLate) this.#hour = hour;
  }

  snapshot(): HoursSnapshot {
    return {
      week: this.#week.snapshot(),
      day: this.#day.snapshot(),
      spread: this.#spread,
      points: this.#points,
      hour: this.#hour ?? null,
    };
  }

  #weight(inWeek: number, weeks: number): number {
    if (weeks < KNOWN_WEEKS || this.#spread === 0) return 1;
    return this.#spread / (SHARED * this.#spread + (1 - SHARED) * this.#week.spread(inWeek));
  }
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
