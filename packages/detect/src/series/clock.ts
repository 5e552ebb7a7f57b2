// The order of a series: how far points lie apart, where some are missing, which come late or twice, and whether a clock was wrong.

/** The distance that points usually have is followed in steps of this size, up for a longer one and down for a shorter one. */
const STEP = 1.05;
/** So many points late in a row, and it was the newest one whose clock was wrong. */
const BELIEVED_LATE = 8;

export interface ClockSnapshot {
  /** Milliseconds since 1970. */
  readonly newest: number | null;
  readonly value: number | null;
  readonly intervalMs: number;
  readonly lateInRow: number;
}

/** How a point stands to those before. */
export type Arrival =
  | {
      readonly kind: 'in order' /** Intervals since the point before, less the one that is usual. */;
      readonly missed: number;
    }
  /** Older than the newest. */
  | { readonly kind: 'late' }
  /** Time and value of the newest once more. */
  | { readonly kind: 'repeated' };

export class Clock {
  #newest: number | undefined;
  #value: number | undefined;
  #intervalMs: number;
  #lateInRow: number;

  constructor(snapshot?: ClockSnapshot) {
    this.#newest = snapshot?.newest ?? undefined;
    this.#value = snapshot?.value ?? undefined;
    this.#intervalMs = snapshot?.intervalMs ?? 0;
    this.#lateInRow = snapshot?.lateInRow ?? 0;
  }

  /** The distance that points usually have; 0 before there are two. */
  get intervalMs(): number {
    return this.#intervalMs;
  }

  /** @param time milliseconds since 1970 */
  arrive(time: number, value: number): Arrival {
    if (this.#newest !== undefined && time < this.#newest) {
      this.#lateInRow += 1;
      if (this.#lateInRow < BELIEVED_LATE) return { kind: 'late' };
      this.#take(time, value);
      return { kind: 'in order', missed: 0 };
    }
    if (time === this.#newest && value === this.#value) return { kind: 'repeated' };
    const gapMs = this.#newest === undefined ? 0 : time - this.#newest;
    const missed = this.#intervalMs > 0 ? Math.max(0, Math.round(gapMs / this.#intervalMs) - 1) : 0;
    if (gapMs > 0) this.#follow(gapMs);
    this.#take(time, value);
    return { kind: 'in order', missed };
  }

  snapshot(): ClockSnapshot {
    return {
      newest: this.#newest ?? null,
      value: this.#value ?? null,
      intervalMs: this.#intervalMs,
      lateInRow: this.#lateInRow,
    };
  }

  #take(time: number, value: number): void {
    this.#newest = time;
    this.#value = value;
    this.#lateInRow = 0;
  }

  /** Towards the median, so that a gap counts no more than any longer distance. */
  #follow(gapMs: number): void {
    if (this.#intervalMs === 0) this.#intervalMs = gapMs;
    else if (gapMs > this.#intervalMs * STEP) this.#intervalMs *= STEP;
    else if (gapMs < this.#intervalMs / STEP) this.#intervalMs /= STEP;
  }
}
