// What is learned of one of those who act or are acted upon: an account on a store, a store, a group of peers, a table.
import type { Dimension, Measure } from './fact.ts';
import { Hours, type HoursState } from './hours.ts';
import { Level, type LevelState } from './level.ts';
import { Novelty, type NoveltyState } from './novelty.ts';

export interface ProfileState {
  readonly values: Readonly<Partial<Record<Dimension, NoveltyState>>>;
  readonly levels: Readonly<Record<string, LevelState>>;
  readonly hours: HoursState;
  readonly last: number | null;
  readonly longestPause: number;
}

export class Profile {
  readonly #values = new Map<Dimension, Novelty>();
  readonly #levels = new Map<string, Level>();
  hours = new Hours();
  /** When it was active last, milliseconds; undefined where it never was. */
  last: number | undefined;
  /** The longest time between two windows in which it was active, milliseconds. */
  longestPause = 0;

  valuesOf(dimension: Dimension): Novelty {
    let novelty = this.#values.get(dimension);
    if (novelty === undefined) {
      novelty = new Novelty();
      this.#values.set(dimension, novelty);
    }
    return novelty;
  }

  levelOf(measure: Measure, period: 'window' | 'day'): Level {
    const key = `${measure} ${period}`;
    let level = this.#levels.get(key);
    if (level === undefined) {
      level = new Level();
      this.#levels.set(key, level);
    }
    return level;
  }

  /** @param time of a window in which it was active @param weight below 1 a pause is not believed to be usual */
  wasActive(time: number, weight: number): void {
    if (this.last !== undefined && weight > 0.5) this.longestPause = Math.max(this.longestPause, time - this.last);
    this.hours.learn(time, weight);
    this.last = Math.max(this.last ?? time, time);
  }

  state(): ProfileState {
    return {
      values: Object.fromEntries([...this.#values].map(([dimension, novelty]) => [dimension, novelty.state()])),
      levels: Object.fromEntries([...this.#levels].map(([key, level]) => [key, level.state()])),
      hours: this.hours.state(),
      last: this.last ?? null,
      longestPause: this.longestPause,
    };
  }

  static of({ values, levels, hours, last, longestPause }: ProfileState): Profile {
    const profile = new Profile();
    for (const [dimension, state] of Object.entries(values))
      profile.#values.set(dimension as Dimension, Novelty.of(state));
    for (const [key, state] of Object.entries(levels)) profile.#levels.set(key, Level.of(state));
    profile.hours = Hours.of(hours);
    profile.last = last ?? undefined;
    profile.longestPause = longestPause;
    return profile;
  }
}
