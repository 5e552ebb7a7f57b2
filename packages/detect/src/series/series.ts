// A number with its time in; how surprising it is, and why, out. Learns while it runs, in a few kilobytes and the same short time for
// every point, whatever is measured: rows, bytes, queries, seconds. Looked at are how far the value, and the last few values, lie from
// what is usual at their hour, and how far the recent level lies from the usual one; each is as rare as its own past says.
// `npm run accuracy -- nab` measures it. The clock of a series is the times of its points.
import { Clock, type ClockSnapshot } from './clock.ts';
import { Episode, type EpisodeSnapshot } from './episode.ts';
import { explainReading } from './explain.ts';
import { type Basis, Hours, type HoursSnapshot } from './hours.ts';
import { type Change, Level, type LevelSnapshot } from './level.ts';
import { Tail, type TailSnapshot } from './tail.ts';

/** Before so many points nothing is called unusual. */
const LEARNING_POINTS = 48;
/** Points that the last few values are the mean of, and the recent level, in the manner of exponential averages. */
const FEW = 4;
const RECENT = 12;
/** How fast the last points are followed where no hour is known yet. */
const FOLLOW = 0.3;
/** One of the usual range's points in a hundred is outside, and what is further outside moves no learned hour further. */
const OUTSIDE = 0.01;
/** After so many missing points what was recent is not any more. */
const FORGET_MISSED = RECENT;
/** A combined rarity of so many nines scores a half, and no test counts for more than the others by being endlessly sure. */
const HALF_NINES = 3;
/** A single value counts a little less than several. */
const SINGLE = 0.9;
const MOST_NINES = 8;
/** Larger numbers leave no room to reckon with their differences. */
const LARGEST = 1e300;
/** The range of times that a date can hold (ECMA-262, 21.4.1.1). */
const LAST_TIME = 8.64e15;

export interface SeriesOptions {
  /** A counter only grows, or begins again at zero: what is looked at is its growth per second. Without it the value itself. */
  readonly kind?: 'gauge' | 'counter';
}

interface Expectation {
  readonly value: number;
  /** All but one in a hundred values lie between. */
  readonly low: number;
  readonly high: number;
  readonly basis: Basis;
  /** How many weeks or days the hour was there before. */
  readonly times: number;
}

type By = 'value' | 'values' | 'level';

/** A point that was looked at. */
export interface Reading {
  readonly kind: 'reading';
  /** Between 0 and 1, what to alert by: one thing is told once, so it is 0 while what goes on is no greater surprise than what was told. */
  readonly score: number;
  /** Between 0 and 1, the same without regard to what was told before. Of noise under a point in a hundred reaches 0.5, and under one in 10,000 0.7. */
  readonly surprise: number;
  /** How often something at least so far off came, by what counts most. 1 while the series is learned. */
  readonly probability: number;
  /** What counts most: this value for its hour, the last few for theirs, or the recent level. */
  readonly by: By;
  readonly side: 'above' | 'below';
  /** What was looked at: the value, or the growth of a counter per second. */
  readonly value: number;
  readonly expected: Expectation;
  readonly level: { readonly recent: number; readonly usual: number };
  /** When learning began; milliseconds since 1970. */
  readonly since: number;
  /** Points learned before this one. */
  readonly points: number;
  /** Points that are needed before anything is called unusual; undefined once they are there. */
  readonly learning: number | undefined;
  /** Points that are missing before this one, by the distance that points usually have. */
  readonly missed: number;
  /** Older than a point that was here before: learned for its hour, and no part of what is recent. */
  readonly isLate: boolean;
  /** The usual level has moved since it was last told, in however small steps. */
  readonly change: Change | undefined;
  /** All of this in a sentence. */
  readonly why: () => string;
}

/** A point that was not looked at and changed nothing. */
interface NoReading {
  readonly kind: 'refused' | 'repeated' | 'no growth';
  readonly why: () => string;
}

export interface SeriesSnapshot {
  readonly schema: 'vigie.series/1';
  readonly kind: 'gauge' | 'counter';
  readonly since: number | null;
  readonly points: number;
  /** Whether a value was below zero. */
  readonly isSigned: boolean;
  readonly last: number;
  readonly few: number;
  readonly recent: number;
  readonly counted: { readonly time: number; readonly value: number } | null;
  readonly hours: HoursSnapshot;
  readonly level: LevelSnapshot;
  readonly clock: ClockSnapshot;
  readonly episode: EpisodeSnapshot;
  readonly tails: { readonly values: TailSnapshot; readonly few: TailSnapshot; readonly level: TailSnapshot };
}

export interface Series {
  /**
   * Looks at a point by what was learned, then learns it.
   * @param time milliseconds since 1970
   */
  readonly observe: (time: number, value: number) => Reading | NoReading;
  /** What would be usual at a time; undefined before the first point. */
  readonly expect: (time: number) => Expectation | undefined;
  /** All that is kept, as plain JSON of bounded size. */
  readonly snapshot: () => SeriesSnapshot;
}

interface Distances {
  /** From what is usual. */
  readonly off: number;
  /** How much more that means at this hour than at others. */
  readonly weight: number;
  /** The mean of the last few. */
  readonly few: number;
  /** Of the recent level from the usual one. */
  readonly shift: number;
  readonly isLate: boolean;
}

interface Lesson extends Distances {
  /** How far from what is usual a value of this hour lies at most, but for one in a hundred. */
  readonly reach: number;
  /** How often the hour was there before. */
  readonly times: number;
  readonly score: number;
}

/** @param snapshot goes on where it was taken; its kind goes before that of the options */
export function createSeries(options: SeriesOptions = {}, snapshot?: SeriesSnapshot): Series {
  return new LearnedSeries(options, snapshot);
}

class LearnedSeries implements Series {
  readonly #kind: 'gauge' | 'counter';
  #since: number | undefined;
  #points: number;
  #isSigned: boolean;
  /** Follows the points closely. */
  #last: number;
  /** The mean of the last few distances from what was expected. */
  #few: number;
  #recent: number;
  #counted: { time: number; value: number } | undefined;
  readonly #hours: Hours;
  readonly #level: Level;
  readonly #clock: Clock;
  readonly #episode: Episode;
  readonly #tails: { readonly values: Tail; readonly few: Tail; readonly level: Tail };

  constructor({ kind }: SeriesOptions, snapshot?: SeriesSnapshot) {
    this.#kind = snapshot?.kind ?? kind ?? 'gauge';
    this.#since = snapshot?.since ?? undefined;
    this.#points = snapshot?.points ?? 0;
    this.#isSigned = snapshot?.isSigned ?? false;
    this.#last = snapshot?.last ?? 0;
    this.#few = snapshot?.few ?? 0;
    this.#recent = snapshot?.recent ?? 0;
    this.#counted = snapshot?.counted ?? undefined;
    this.#hours = new Hours(snapshot?.hours);
    this.#level = new Level(snapshot?.level);
    this.#clock = new Clock(snapshot?.clock);
    this.#episode = new Episode(snapshot?.episode);
    this.#tails = {
      values: new Tail(snapshot?.tails.values),
      few: new Tail(snapshot?.tails.few),
      level: new Tail(snapshot?.tails.level),
    };
  }

  readonly observe = (at: number, number: number): Reading | NoReading => {
    // JSON has no negative zero, and a series has to go on the same after a snapshot.
    const [time, given] = [at + 0, number + 0];
    if (!(Math.abs(time) <= LAST_TIME)) return noReading('refused', 'the time is not one that a date can hold');
    if (!(Math.abs(given) <= LARGEST))
      return noReading('refused', 'the value is not a number that can be reckoned with');
    const arrival = this.#clock.arrive(time, given);
    if (arrival.kind === 'repeated') return noReading('repeated', 'the newest point was sent once more');
    const isLate = arrival.kind === 'late';
    const value = this.#kind === 'gauge' ? given : isLate ? undefined : this.#growth(time, given);
    if (value === undefined) return noReading('no growth', 'a counter tells nothing by a point without a newer one');
    if (isLate) return this.#read(time, value, { missed: 0, isLate });
    if (arrival.missed > FORGET_MISSED) this.#forgetRecent();
    return this.#read(time, value, { missed: arrival.missed, isLate });
  };

  readonly expect = (time: number): Expectation | undefined => {
    return this.#points === 0 ? undefined : this.#look(time).expected;
  };

  readonly snapshot = (): SeriesSnapshot => ({
    schema: 'vigie.series/1',
    kind: this.#kind,
    since: this.#since ?? null,
    points: this.#points,
    isSigned: this.#isSigned,
    last: this.#last,
    few: this.#few,
    recent: this.#recent,
    counted: this.#counted ?? null,
    hours: this.#hours.snapshot(),
    level: this.#level.snapshot(),
    clock: this.#clock.snapshot(),
    episode: this.#episode.snapshot(),
    tails: {
      values: this.#tails.values.snapshot(),
      few: this.#tails.few.snapshot(),
      level: this.#tails.level.snapshot(),
    },
  });

  #look(time: number): { readonly expected: Expectation; readonly weight: number; readonly reach: number } {
    const { value = this.#last, basis, times, weight } = this.#hours.at(time);
    const reach = this.#tails.values.sizeAt(OUTSIDE) / weight;
    const low = value - reach;
    // What was never below zero, as a count, is not expected there.
    return {
      expected: { value, low: this.#isSigned ? low : Math.max(0, low), high: value + reach, basis, times },
      weight,
      reach,
    };
  }

  /** Per second since the point before; undefined where there is none. */
  #growth(time: number, value: number): number | undefined {
    const before = this.#counted;
    this.#counted = { time, value };
    if (before === undefined || time <= before.time) return undefined;
    const grown = value < before.value ? value : value - before.value;
    return (grown * 1000) / (time - before.time);
  }

  #read(time: number, value: number, { missed, isLate }: { missed: number; isLate: boolean }): Reading {
    const [since, points] = [this.#since ?? time, this.#points];
    if (points === 0) this.#begin(time, value);
    this.#isSigned ||= value < 0;
    const { expected, weight, reach } = this.#look(time);
    const off = value - expected.value;
    const [few, recent] = isLate ? [off / FEW, this.#recent] : this.#advance(off, value);
    const usual = points === 0 ? value : this.#level.value;
    const shift = recent - usual;
    const { nines, by, rarest } = this.#judge({ off, weight, few, shift, isLate });
    const told = isLate ? nines : this.#episode.tell(nines);
    const change = this.#learn(time, value, {
      off,
      weight,
      reach,
      times: expected.times,
      few,
      shift,
      isLate,
      score: scoreOf(told),
    });
    const facts = {
      score: scoreOf(told),
      surprise: scoreOf(nines),
      probability: 10 ** -rarest,
      by,
      side: { value: off, values: few, level: shift }[by] < 0 ? 'below' : 'above',
      value,
      expected,
      level: { recent, usual },
      since,
      points,
      learning: points < LEARNING_POINTS ? LEARNING_POINTS - points : undefined,
      missed,
      isLate,
      change,
    } as const;
    return { kind: 'reading', ...facts, why: () => explainReading(facts, time) };
  }

  #judge({ off, weight, few, shift, isLate }: Distances): { nines: number; by: By; rarest: number } {
    if (this.#points < LEARNING_POINTS) return { nines: 0, by: 'value', rarest: 0 };
    // Where the hour's own spread is not known yet, the last few values say more than one.
    const value = weight === 1 ? 0 : this.#tails.values.nines(Math.abs(off * weight));
    const values = this.#tails.few.nines(Math.abs(few));
    const level = isLate ? 0 : this.#tails.level.nines(Math.abs(shift));
    const single = Math.min(MOST_NINES, value) * SINGLE;
    const several = Math.hypot(Math.min(MOST_NINES, values), Math.min(MOST_NINES, level));
    if (single > several) return { nines: single, by: 'value', rarest: value };
    const by = level > values ? 'level' : 'values';
    return { nines: several, by, rarest: Math.max(level, values) };
  }

  #begin(time: number, value: number): void {
    this.#since = time;
    this.#last = value;
    this.#recent = value;
  }

  #advance(off: number, value: number): readonly [number, number] {
    this.#few += (off - this.#few) / FEW;
    this.#recent += (value - this.#recent) * Math.max(1 / RECENT, 1 / (this.#points + 1));
    return [this.#few, this.#recent];
  }

  #learn(
    time: number,
    value: number,
    { off, weight, reach, times, few, shift, isLate, score }: Lesson,
  ): Change | undefined {
    const limit = this.#points >= LEARNING_POINTS ? reach : 0;
    // Distances from what was a guess say nothing of how far an hour's values lie from what is usual.
    if (times > 0) this.#tails.values.add(Math.abs(off * weight));
    this.#hours.learn(time, value, { off, limit, intervalMs: this.#clock.intervalMs, isLate });
    if (isLate) return undefined;
    this.#tails.few.add(Math.abs(few));
    this.#tails.level.add(Math.abs(shift));
    this.#last += (value - this.#last) * FOLLOW;
    this.#points += 1;
    return this.#level.learn(time, value, score);
  }

  /** What comes after a long gap is compared with what is usual only. */
  #forgetRecent(): void {
    this.#few = 0;
    this.#recent = this.#level.value;
  }
}

function scoreOf(nines: number): number {
  return nines / (nines + HALF_NINES);
}

function noReading(kind: NoReading['kind'], why: string): NoReading {
  return { kind, why: () => why };
}
