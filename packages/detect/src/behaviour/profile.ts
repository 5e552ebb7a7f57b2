// What is learned of one of those who act or are acted upon: an account on a store, a store, a group of peers, a table.
import type { DayMeasure, Dimension, Measure } from './fact.ts';
import { Hours, type HoursState } from './hours.ts';
import { Level, type LevelState } from './level.ts';
import { Novelty, type NoveltyState } from './novelty.ts';

const DIMENSIONS: readonly Dimension[] = [
  'account',
  'table',
  'container',
  'client',
  'hand',
  'turn',
  'network',
  'side',
  'country',
  'journey',
  'operation',
  'statement',
];
type Period<M> = M extends Measure ? (M extends DayMeasure ? 'window' | 'day' : 'window') : 'day';
type LevelName = `${Measure} window` | `${DayMeasure} day`;
const LEVELS: readonly LevelName[] = [
  'rows window',
  'bytes window',
  'queries window',
  'tables window',
  'failures window',
  'networks window',
  'rows day',
  'bytes day',
  'repeats day',
];

export interface ProfileState {
  readonly values: readonly (readonly [Dimension, NoveltyState])[];
  readonly levels: readonly (readonly [LevelName, LevelState])[];
  readonly hours: HoursState;
  readonly last: number | null;
  readonly longestPause: number;
  readonly whole: number;
}

export class Profile {
  /** By the place of the name in DIMENSIONS and LEVELS: there are many of us. */
  readonly #values: (Novelty | undefined)[] = [];
  readonly #levels: (Level | undefined)[] = [];
  hours = new Hours();
  /** When it was active last, milliseconds; undefined where it never was. */
  last: number | undefined;
  /** The longest time between two windows in which it was active, milliseconds. */
  longestPause = 0;
  /** Bits that its windows as a whole tell on average, beside those of others: who is always unlike them is no news. */
  whole = 0;

  valuesOf(dimension: Dimension): Novelty {
    const at = DIMENSIONS.indexOf(dimension);
    this.#values[at] ??= new Novelty();
    return this.#values[at];
  }

  levelOf<M extends Measure | DayMeasure>(measure: M, period: Period<M>): Level {
    const at = LEVELS.indexOf(`${measure} ${period}` as LevelName);
    this.#levels[at] ??= new Level();
    return this.#levels[at];
  }

  /** Whether an amount of a window was ever learned. */
  has(measure: Measure): boolean {
    return this.#levels[LEVELS.indexOf(`${measure} window`)] !== undefined;
  }

  /** @param time of a window in which it was active @param weight below 1 a pause is not believed to be usual */
  wasActive(time: number, weight: number): void {
    if (this.last !== undefined && weight > 0.5) this.longestPause = Math.max(this.longestPause, time - this.last);
    this.hours.learn(time, weight);
    this.last = Math.max(this.last ?? time, time);
  }

  state(): ProfileState {
    return {
      values: DIMENSIONS.flatMap((name, at) => (this.#values[at] ? [[name, this.#values[at].state()] as const] : [])),
      levels: LEVELS.flatMap((name, at) => (this.#levels[at] ? [[name, this.#levels[at].state()] as const] : [])),
      hours: this.hours.state(),
      last: this.last ?? null,
      longestPause: this.longestPause,
      whole: this.whole,
    };
  }

  static of({ values, levels, hours, last, longestPause, whole }: ProfileState): Profile {
    const profile = new Profile();
    for (const [name, state] of values) profile.#values[DIMENSIONS.indexOf(name)] = Novelty.of(state);
    for (const [name, state] of levels) profile.#levels[LEVELS.indexOf(name)] = Level.of(state);
    profile.hours = Hours.of(hours);
    profile.last = last ?? undefined;
    profile.longestPause = longestPause;
    profile.whole = whole;
    return profile;
  }
}
