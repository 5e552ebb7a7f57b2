// The usual level over a long time, how far values lie from it, and whether it has moved away from where it stood: steps that are
// each too small to be told add up, and the sum is told.

/** Points that the usual level is the mean of, in the manner of an exponential average. */
const MEMORY = 1500;
/** A value counts as no further off than so many mean deviations. */
const OUTLIER = 8;
/** The level has moved when it is so many mean deviations from where it stood, by the deviations of that time. */
const MOVED = 3;
/** Before so many points there is no level to move away from, and after a change none to tell the next one by. */
const SETTLED = 200;

/** The usual level has moved, over a while, however slowly. */
export interface Change {
  readonly from: number;
  readonly to: number;
  /** When it stood at `from`; milliseconds since 1970. */
  readonly since: number;
  /** How often the distance is the mean deviation of that time. Infinite where nothing deviated. */
  readonly deviations: number;
  /** The highest score that was told on the way; low for a change that would otherwise have been learned in silence. */
  readonly told: number;
}

interface Anchor {
  readonly level: number;
  readonly spread: number;
  readonly time: number;
}

export interface LevelSnapshot {
  readonly level: number;
  readonly spread: number;
  readonly points: number;
  readonly anchor: Anchor | null;
  /** Points since the anchor was set. */
  readonly stood: number;
  readonly told: number;
}

export class Level {
  #level: number;
  #spread: number;
  #points: number;
  #anchor: Anchor | undefined;
  #stood: number;
  #told: number;

  constructor(snapshot?: LevelSnapshot) {
    this.#level = snapshot?.level ?? 0;
    this.#spread = snapshot?.spread ?? 0;
    this.#points = snapshot?.points ?? 0;
    this.#anchor = snapshot?.anchor ?? undefined;
    this.#stood = snapshot?.stood ?? 0;
    this.#told = snapshot?.told ?? 0;
  }

  get value(): number {
    return this.#level;
  }

  /**
   * @param time milliseconds since 1970
   * @param told the score that was told for the point
   * @returns a change, at the point that makes it one
   */
  learn(time: number, value: number, told: number): Change | undefined {
    this.#points = Math.min(MEMORY, this.#points + 1);
    if (this.#points === 1) this.#level = value;
    const off = value - this.#level;
    // While little is known nothing is an outlier.
    const limit = this.#points >= SETTLED && this.#spread > 0 ? OUTLIER * this.#spread : Number.POSITIVE_INFINITY;
    const counted = Math.max(-limit, Math.min(limit, off));
    this.#level += counted / this.#points;
    this.#spread += (Math.abs(counted) - this.#spread) / this.#points;
    this.#told = Math.max(this.#told, told);
    this.#stood = Math.min(SETTLED, this.#stood + 1);
    return this.#stood < SETTLED ? undefined : this.#moved(time);
  }

  snapshot(): LevelSnapshot {
    return {
      level: this.#level,
      spread: this.#spread,
      points: this.#points,
      anchor: this.#anchor ?? null,
      stood: this.#stood,
      told: this.#told,
    };
  }

  #moved(time: number): Change | undefined {
    const before = this.#anchor;
    const here = { level: this.#level, spread: this.#spread, time };
    const off = Math.abs(here.level - (before?.level ?? here.level));
    if (before !== undefined && off <= MOVED * before.spread) return undefined;
    const told = this.#told;
    this.#anchor = here;
    this.#stood = 0;
    this.#told = 0;
    if (before === undefined) return undefined;
    return { from: before.level, to: here.level, since: before.time, deviations: off / before.spread, told };
  }
}
