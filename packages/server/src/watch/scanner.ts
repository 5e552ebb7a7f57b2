// Scans in a thread, which begins with the first scan and ends when there was none for a while: it takes memory.
import { Worker } from 'node:worker_threads';
import type { FromThread, ScanAnswer, ScanEars, ScanOrders, ToThread } from './scan-orders.ts';

export interface Scanner {
  /**
   * Scans. Where `signal` aborts, what was found until then comes back, and the rest as interrupted.
   *
   * @throws where the thread ended: nothing is known then
   */
  scan(orders: ScanOrders, signal: AbortSignal, ears?: ScanEars): Promise<ScanAnswer>;
  end(): Promise<void>;
}

const IDLE_MS = 60_000;
/** A store that answers with megabytes for each of many questions must not take the machine's memory. */
const LIMITS = { maxOldGenerationSizeMb: 1024 };

interface Waiting {
  readonly thread: Worker;
  readonly ears: ScanEars;
  readonly resolve: (answer: ScanAnswer) => void;
  readonly reject: (error: Error) => void;
}

export function createScanner(): Scanner {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;

  const end = async () => {
    clearTimeout(idle);
    const ending = thread;
    thread = undefined;
    await ending?.terminate();
  };
  const settle = (number: number): Waiting | undefined => {
    const found = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) idle = setTimeout(() => void end(), IDLE_MS).unref();
    return found;
  };
  const begin = (): Worker => {
    const begun = new Worker(new URL(`./scan-thread.${extension}`, import.meta.url), { resourceLimits: LIMITS });
    begun.on('message', (message: FromThread) => {
      if (message.what === 'store') waiting.get(message.number)?.ears.onStore?.(message.report);
      else if (message.what === 'standing') waiting.get(message.number)?.ears.onStanding?.(message.standing);
      else settle(message.number)?.resolve(message.answer);
    });
    begun.on('error', () => {
      // What it said may quote what a store answered; that it ended is told by `exit`.
    });
    begun.on('exit', () => {
      if (thread === begun) thread = undefined;
      for (const [number, { thread: of }] of [...waiting]) {
        if (of === begun) settle(number)?.reject(new Error('the thread that scans ended'));
      }
    });
    return begun;
  };

  return {
    scan(orders, signal, ears = {}) {
      clearTimeout(idle);
      thread ??= begin();
      const to = thread;
      count += 1;
      const number = count;
      const tell = (message: ToThread) => to.postMessage(message);
      const stop = () => tell({ what: 'stop', number });
      const answered = new Promise<ScanAnswer>((resolve, reject) => {
        waiting.set(number, { thread: to, ears, resolve, reject });
      });
      tell({ what: 'scan', number, orders });
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
      return answered.finally(() => signal.removeEventListener('abort', stop));
    },
    end,
  };
}

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
