// Runs `vigie` inside of a test, through the door that the program itself uses, and keeps what it printed.
import { main } from '../src/main.ts';
import type { World } from '../src/world.ts';

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/**
 * @param nowMs what its clock says, in milliseconds since 1970
 * @param seed another one gives other chance
 */
export async function runVigie(words: readonly string[], nowMs: number, seed = 0): Promise<Outcome> {
  const seen = { out: '', err: '' };
  const sink = (to: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      seen[to] += typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
      return Promise.resolve();
    },
    columns: undefined,
    colour: false,
  });
  let drawn = seed;
  const world: World = {
    in: (async function* () {})(),
    out: sink('out'),
    err: sink('err'),
    now: () => nowMs,
    // Chance that is the same in every run of a test, and different in every draw.
    random: (count) => new Uint8Array(count).fill(++drawn),
    onInterrupt: () => {},
  };
  const status = await main(words, world);
  return { status, ...seen };
}
