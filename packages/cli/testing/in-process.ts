// Runs `vigie` inside of the test's own process: what it says to its world, without the time that a process takes to start.
import { main } from '../src/main.ts';
import type { World } from '../src/world.ts';

export interface RanInProcess {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param seed another one gives other chance */
export async function vigieInProcess(words: readonly string[], stdin = '', seed = 0): Promise<RanInProcess> {
  const seen = { stdout: '', stderr: '' };
  const sink = (to: 'stdout' | 'stderr') => ({
    write: (text: string | Uint8Array) => {
      seen[to] += Buffer.from(text).toString('utf8');
      return Promise.resolve();
    },
    columns: undefined,
    colour: false,
  });
  let drawn = seed;
  const world: World = {
    in: (async function* () {
      yield Buffer.from(stdin);
    })(),
    out: sink('stdout'),
    err: sink('stderr'),
    now: Date.now,
    random: (count) => {
      drawn += 1;
      return new Uint8Array(count).fill(drawn);
    },
    onInterrupt: () => {},
  };
  const status = await main(words, world);
  return { ...seen, status };
}
