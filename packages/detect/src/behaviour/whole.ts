// An episode as a whole, as one point among those of all accounts: rows, bytes, queries, tables, failures, networks and the hour together
// may be like no earlier window where each of them is usual. A forest judges it; who is always unlike others is no news.
import type { Episode } from './episode.ts';
import type { Fact, Measure } from './fact.ts';
import { Forest, type ForestState } from './forest.ts';
import type { Profile } from './profile.ts';

export const WHOLE_MEASURES: readonly Measure[] = ['rows', 'bytes', 'queries', 'tables', 'failures', 'networks'];
/** The whole of a window is judged at its first event and each so many later. */
const WHOLE_EACH = 16;
const WHOLE_SHARE = 0.6;
/** How fast the usual follows. */
const WHOLE_RATE = 0.3;

export class Whole {
  readonly #forest: Forest;

  /** @param random 0 to 1; the same sequence gives the same forest */
  constructor(random: () => number = steadyChance()) {
    this.#forest = new Forest(WHOLE_MEASURES.length + 1, random);
  }

  judge(episode: Episode, account: Profile): Fact | undefined {
    if (episode.amounts.queries % WHOLE_EACH !== 1) return undefined;
    const bits = Math.max(0, this.#forest.judge(pointOf(episode)) * WHOLE_SHARE - account.whole);
    return { kind: 'whole', ground: 'whole', subject: 'account', bits, of: this.#forest.learned };
  }

  learn(episode: Episode, account: Profile, weight: number): void {
    const point = pointOf(episode);
    account.whole += WHOLE_RATE * (this.#forest.judge(point) * WHOLE_SHARE - account.whole);
    this.#forest.learn(point, weight);
  }

  state(): ForestState {
    return this.#forest.state();
  }

  restore(state: ForestState): void {
    this.#forest.restore(state);
  }
}

/** Amounts on a logarithmic scale, and the hour, each from 0 to 1. */
function pointOf({ amounts, local }: Episode): readonly number[] {
  const hour = new Date(local).getUTCHours() / 24;
  return [...WHOLE_MEASURES.map((measure) => Math.min(1, Math.log1p(amounts[measure]) / 24)), hour];
}

/** A sequence that is the same in each run (mulberry32), where no chance is handed in: the forest needs variety, not secrecy. */
function steadyChance(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
