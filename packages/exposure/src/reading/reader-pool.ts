// Threads that read blocks of rows side by side. The pool takes blocks no faster than the threads read them.
import type { ReaderState } from '../rows/row-reader.ts';
import type { Block } from '../source.ts';
import { moduleBeside, startThreads } from '../threads/threads.ts';
import type { FromReader, ReaderOrders, ToReader } from './reader-thread.ts';

export interface ReaderPool {
  /** Hands a block to a thread; resolves when the pool can take another one. */
  read(dataset: number, block: Block): Promise<void>;
  /** What one block holds, beside what is counted; undefined where its thread ended or did not answer in time. */
  sample(block: Block): Promise<ReaderState | undefined>;
  /** What all threads have counted, and the datasets of which a block ended a thread. */
  finish(): Promise<{
    readonly states: readonly ReaderState[];
    readonly lostThreads: number;
    readonly lostDatasets: ReadonlySet<number>;
  }>;
  end(): Promise<void>;
}

/**
 * @param threads how many at most; each makes a classifier of its own
 * @param deadlineMs a thread that takes longer for a block is ended
 */
export function startReaderPool(orders: ReaderOrders, threads: number, deadlineMs?: number): ReaderPool {
  const module = moduleBeside(import.meta.url, 'reader-thread');
  const pool = startThreads<ToReader, FromReader>({
    module,
    workerData: orders,
    count: threads,
    ...(deadlineMs !== undefined && { deadlineMs }),
  });
  const lostDatasets = new Set<number>();
  let lostSamples = 0;
  // A block that shows a part of a larger buffer is copied; one that owns its buffer moves without a copy.
  const moved = ({ bytes }: Block) =>
    bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer as ArrayBuffer] : [];
  return {
    async read(dataset, block) {
      void pool.ask({ order: 'read', dataset, block }, moved(block)).then((answer) => {
        if (!answer) lostDatasets.add(dataset);
      });
      await pool.room();
    },
    async sample(block) {
      const answer = await pool.ask({ order: 'sample', block }, moved(block));
      if (!answer) lostSamples += 1;
      return answer?.state;
    },
    async finish() {
      const answers = await pool.askAll({ order: 'finish' });
      const states = answers.flatMap((answer) => (answer?.state ? [answer.state] : []));
      // Nothing was counted in a thread that a sample ended.
      return { states, lostThreads: Math.max(0, pool.lost - lostSamples), lostDatasets };
    },
    end: pool.end,
  };
}
