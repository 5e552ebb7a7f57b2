// Scouts: threads that find the endpoints which do not refuse at once, so that only those are dialled.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ScoutOrders, Stretch } from './scout-worker.ts';

/** Each costs some 40 MB; two halve the time of a sweep, and more would mostly wait for the kernel. */
const MOST = 2;
/** Small heaps keep the memory of a thread flat while it makes and drops its sockets; what it keeps fits many times. */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 24 };

export interface Scout {
  /** The indices of a stretch at which a connection was not refused; their order means nothing. */
  othersIn(stretch: Stretch): Promise<readonly number[]>;
  end(): Promise<void>;
}

/** As many scouts as the machine has cores for. */
export function startScouts(orders: ScoutOrders): Scout[] {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = new URL(`./scout-worker.${extension}`, import.meta.url);
  return Array.from({ length: Math.min(MOST, availableParallelism()) }, () => {
    const worker = new Worker(file, { workerData: orders, resourceLimits: LIMITS });
    let isAlive = true;
    // A thread that fails (memory, a fault of ours) must not lose its stretch: all of it is then dialled.
    const died = new Promise<undefined>((resolve) => {
      worker.once('error', () => resolve(undefined));
      worker.once('exit', () => resolve(undefined));
    }).finally(() => {
      isAlive = false;
    });
    return {
      othersIn: async (stretch) => {
        if (!isAlive) return everyIndexOf(stretch);
        const answer = new Promise<readonly number[]>((resolve) => worker.once('message', resolve));
        worker.postMessage(stretch);
        return (await Promise.race([answer, died])) ?? everyIndexOf(stretch);
      },
      end: async () => {
        await worker.terminate();
      },
    };
  });
}

function everyIndexOf({ from, to }: Stretch): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
