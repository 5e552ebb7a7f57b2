// Classifies one store in a thread of its own.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ClassifyAnswer, ClassifyOrders } from './classify-orders.ts';

const LIMITS = { maxOldGenerationSizeMb: 1024 };
/** From the abort on: what is being read has to come to its end. */
const STOP_MS = 3000;

/**
 * @throws where the thread ended without an answer
 */
export async function classifyInThread(orders: ClassifyOrders, signal: AbortSignal): Promise<ClassifyAnswer> {
  const thread = new Worker(new URL(`./classify-thread.${extension}`, import.meta.url), {
    workerData: orders,
    resourceLimits: LIMITS,
  });
  let late: NodeJS.Timeout | undefined;
  const stop = () => {
    thread.postMessage('stop');
    late = setTimeout(() => void thread.terminate(), STOP_MS);
  };
  try {
    return await new Promise<ClassifyAnswer>((resolve, reject) => {
      const ended = () => reject(new Error('the thread that classifies ended'));
      thread.once('message', resolve);
      // What it said may quote what a store answered.
      thread.once('error', ended);
      thread.once('exit', ended);
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

/** One core is left to the platform; more than two threads mostly wait for the store. */
export function readingThreads(): number {
  return Math.max(1, Math.min(2, availableParallelism() - 1));
}

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
