// What speaks for an attack while a value is read: each reason counts once, however often it is met.
import type { Sign } from './attack.ts';

export class Signs {
  // Most values have none.
  #weights: Map<string, number> | undefined;

  note(weight: number, reason: string): void {
    this.#weights ??= new Map();
    const before = this.#weights.get(reason);
    if (before === undefined || weight > before) this.#weights.set(reason, weight);
  }

  get all(): readonly Sign[] {
    return this.#weights === undefined ? [] : [...this.#weights].map(([reason, weight]) => ({ reason, weight }));
  }

  get sum(): number {
    let sum = 0;
    for (const weight of this.#weights?.values() ?? []) sum += weight;
    return sum;
  }
}
