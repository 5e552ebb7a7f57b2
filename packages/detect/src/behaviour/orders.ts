// The order of steps on each store: the last steps of an episode that follow one another as they hardly ever did there.
import type { Access } from './access.ts';
import type { Episode } from './episode.ts';
import type { Fact } from './fact.ts';
import { Sequence, type SequenceState } from './sequence.ts';

export type OrdersState = readonly (readonly [store: string, sequence: SequenceState])[];

const MAX_STORES = 4_096;
const LEAST_STEPS = 6;
/** Bits that a step tells on the way through an ordinary program's statements. */
const ORDER_USUAL = 4;
const ORDER_SHARE = 1.2;

export class Orders {
  readonly #sequences = new Map<string, Sequence>();

  /** Takes an access as the episode's next step. @param of windows of the store that are learned */
  judge(access: Access, episode: Episode, of: number): Fact | undefined {
    const step = `${access.operation} ${access.tables[0] ?? access.container}`;
    const before = episode.lastStep || 'begin';
    episode.step(before, step, this.#of(access.store).bits(before, step));
    if (episode.stepBits.length < LEAST_STEPS) return undefined;
    const mean = episode.stepBits.reduce((sum, bits) => sum + bits, 0) / episode.stepBits.length;
    const bits = Math.max(0, mean - ORDER_USUAL) * ORDER_SHARE;
    return { kind: 'order', ground: 'order', subject: 'store', steps: episode.stepBits.length, of, bits };
  }

  learn({ store, steps }: Episode, weight: number): void {
    for (const [before, step] of steps) this.#of(store).learn(before, step, weight);
  }

  state(): OrdersState {
    return [...this.#sequences].map(([store, sequence]) => [store, sequence.state()] as const);
  }

  restore(state: OrdersState): void {
    for (const [store, sequence] of state) this.#sequences.set(store, Sequence.of(sequence));
  }

  #of(store: string): Sequence {
    let sequence = this.#sequences.get(store);
    if (sequence === undefined) {
      sequence = new Sequence();
      // Stores are configured by people; whoever writes logs cannot make more than these.
      if (this.#sequences.size < MAX_STORES) this.#sequences.set(store, sequence);
    }
    return sequence;
  }
}
