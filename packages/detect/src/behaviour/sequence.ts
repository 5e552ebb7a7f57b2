// What follows what: on a store, which step (operation and table) comes behind which, by whoever. Somebody whose last steps follow one
// another as they never did is surprising, even where each of them is usual.

export interface SequenceState {
  readonly steps: readonly (readonly [string, number])[];
  readonly pairs: readonly (readonly [string, number])[];
}

const MAX_PAIRS = 4_096;
/** Steps are few; those beyond are one step. */
const MAX_STEPS = 512;

export class Sequence {
  readonly #steps = new Map<string, number>();
  readonly #pairs = new Map<string, number>();

  /** Bits that a step tells behind another, at most those of a step that never was. */
  bits(before: string, step: string): number {
    const from = this.#steps.get(before) ?? 0;
    if (from < 1) return 0;
    const pair = this.#pairs.get(`${before}\n${step}`) ?? 0;
    return -Math.log2((pair + 0.5) / (from + 0.5 * (this.#steps.size + 1)));
  }

  learn(before: string, step: string, weight: number): void {
    if (this.#steps.has(before) || this.#steps.size < MAX_STEPS)
      this.#steps.set(before, (this.#steps.get(before) ?? 0) + weight);
    const pair = `${before}\n${step}`;
    if (!this.#pairs.has(pair) && this.#pairs.size >= MAX_PAIRS) this.#fade();
    this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + weight);
  }

  /** All lose half, and what was met once or twice is forgotten. */
  #fade(): void {
    for (const [pair, count] of this.#pairs) {
      if (count < 2) this.#pairs.delete(pair);
      else this.#pairs.set(pair, count / 2);
    }
    for (const [step, count] of this.#steps) this.#steps.set(step, count / 2);
    if (this.#pairs.size >= MAX_PAIRS) this.#pairs.clear();
  }

  state(): SequenceState {
    return { steps: [...this.#steps], pairs: [...this.#pairs] };
  }

  static of({ steps, pairs }: SequenceState): Sequence {
    const sequence = new Sequence();
    for (const [step, count] of steps) sequence.#steps.set(step, count);
    for (const [pair, count] of pairs) sequence.#pairs.set(pair, count);
    return sequence;
  }
}
