// Threads that read blocks side by side. The pool takes blocks no faster than the threads read them.
import { Worker } from 'node:worker_threads';
import type { ReaderState } from '../rows/row-reader.ts';
import type { Block } from '../source.ts';
import type { ReaderOrders, ToReader } from './reader-thread.ts';

/** A thread that does not answer for a block in this time hangs, on a user's regular expression as a rule. */
const DEADLINE_MS = 60_000;
/** Blocks that wait at a thread: one is read while the next is on its way. */
const WAITING = 2;
/** Young space above the default lets fewer short-lived strings grow old; old space is what a thread may need at most. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 };

export interface ReaderPool {
  /** Hands a block to a thread; resolves when the pool can take another one. */
  read(dataset: number, block: Block): Promise<void>;
  /** What all threads have counted. */
  finish(): Promise<{ readonly states: readonly ReaderState[]; readonly lostThreads: number }>;
  end(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  /** Blocks that it was given and has not answered for. */
  waiting: number;
  alive: boolean;
}

/** @param threads how many; each needs about 80 MB */
export function startReaderPool(orders: ReaderOrders, threads: number): ReaderPool {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const file = new URL(`./reader-thread.${extension}`, import.meta.url);
  let wake = () => {};
  let lost = 0;
  const pool = Array.from({ length: threads }, (): Thread => {
    const thread: Thread = {
      worker: new Worker(file, { workerData: orders, resourceLimits: LIMITS }),
      waiting: 0,
      alive: true,
    };
    const die = () => {
      if (thread.alive && thread.waiting > 0) lost += 1;
      thread.alive = false;
      wake();
    };
    // What a thread says when it fails may quote a value, so it is dropped; the loss itself is told.
    thread.worker.on('error', die);
    thread.worker.on('exit', die);
    return thread;
  });
  const changed = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  for (const thread of pool) {
    thread.worker.on('message', ({ answer }: { answer: string }) => {
      if (answer !== 'read') return;
      thread.waiting -= 1;
      wake();
    });
  }
  const idlest = () => pool.filter(({ alive }) => alive).sort((a, b) => a.waiting - b.waiting)[0];
  return {
    async read(dataset, block) {
      for (;;) {
        const thread = idlest();
        if (!thread) return;
        if (thread.waiting < WAITING) {
          thread.waiting += 1;
          const message: ToReader = { order: 'read', dataset, block };
          // A block that shows a part of a larger buffer is copied; one that owns its buffer moves without a copy.
          const owns = block.bytes.byteLength === block.bytes.buffer.byteLength;
          thread.worker.postMessage(message, owns ? [block.bytes.buffer as ArrayBuffer] : []);
          return;
        }
        await withDeadline(changed(), pool);
      }
    },
    async finish() {
      const states = await Promise.all(pool.filter(({ alive }) => alive).map(stateOf));
      const known = states.filter((state) => state !== undefined);
      return { states: known, lostThreads: lost + states.length - known.length };
    },
    async end() {
      for (const thread of pool) thread.alive = false;
      await Promise.all(pool.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Waits for a sign of life; where there is none in time, the busiest thread is ended. */
async function withDeadline(sign: Promise<void>, pool: readonly Thread[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), DEADLINE_MS);
  });
  const outcome = await Promise.race([sign, late]);
  clearTimeout(timer);
  if (outcome === 'late')
    await Promise.all(pool.filter(({ waiting }) => waiting > 0).map(({ worker }) => worker.terminate()));
}

/** The state of a thread once it has read what it was given; undefined where it ended before. */
async function stateOf({ worker }: Thread): Promise<ReaderState | undefined> {
  const answer = new Promise<ReaderState | undefined>((resolve) => {
    worker.on('message', (message: { answer: string; state?: ReaderState }) => {
      if (message.answer === 'state') resolve(message.state);
    });
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
  const message: ToReader = { order: 'finish' };
  worker.postMessage(message);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), DEADLINE_MS);
  });
  const state = await Promise.race([answer, late]);
  clearTimeout(timer);
  return state;
}
