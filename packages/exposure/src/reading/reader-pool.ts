// Threads that read blocks of rows side by side. The pool takes blocks no faster than the threads read them.
import type { ReaderState } from '../rows/row-reader.ts';
import type { Block } from '../source.ts';
import { moduleBeside, startThreads } from '../threads/threads.ts';
import type { FromReader, ReaderOrders, ToReader } from './reader-thread.ts';

export interface ReaderPool {
  /** Hands a block to a thread; resolves when the pool can take another one. */
  read(dataset: number, block: Block): Promise<void>;
  /** What all threads have counted. */
  finish(): Promise<{ readonly states: readonly ReaderState[]; readonly lostThreads: number }>;
  end(): Promise<void>;
}

/** @param threads how many at most; each needs about 80 MB */
export function startReaderPool(orders: ReaderOrders, threads: number): ReaderPool {
  const module = moduleBeside(import.meta.url, 'reader-thread');
  const pool = startThreads<ToReader, FromReader>({ module, workerData: orders, count: threads });
  return {
    async read(dataset, block) {
      // A block that shows a part of a larger buffer is copied; one that owns its buffer moves without a copy.
      const owns = block.bytes.byteLength === block.bytes.buffer.byteLength;
      void pool.ask({ order: 'read', dataset, block }, owns ? [block.bytes.buffer as ArrayBuffer] : []);
      await pool.room();
    },
    async finish() {
      const answers = await pool.askAll({ order: 'finish' });
      const states = answers.flatMap((answer) => (answer?.state ? [answer.state] : []));
      return { states, lostThreads: pool.lost };
    },
    end: pool.end,
  };
}
