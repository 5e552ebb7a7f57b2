// Threads that read blocks of rows side by side. The pool takes blocks no faster than the threads read them.
import type { BlockMemory } from '../block-memory.ts';
import type { ReaderState } from '../rows/row-reader.ts';
import type { Block } from '../source.ts';
import { moduleBeside, startThreads } from '../threads/threads.ts';
import type { FromReader, ReaderOrders, ToReader } from './reader-thread.ts';

export interface ReaderPool {
  /** Starts threads that will be needed soon. @param wanted how many, if there may be */
  prepare(wanted: number): void;
  /** Hands a block to a thread; resolves when the pool can take another one. */
  read(dataset: number, block: Block): Promise<void>;
  /** What one block holds, beside what is counted; undefined where a thread ended or did not answer in time. */
  sample(block: Block): Promise<readonly ReaderState[] | undefined>;
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
 * @param memory of blocks, which comes back as they are read
 * @param deadlineMs a thread that takes longer for a block is ended
 */
export function startReaderPool(
  orders: ReaderOrders,
  threads: number,
  memory: BlockMemory,
  deadlineMs?: number,
): ReaderPool {
  const module = moduleBeside(import.meta.url, 'reader-thread');
  const pool = startThreads<ToReader, FromReader, ReaderOrders>({
    module,
    orders,
    count: threads,
    ...(deadlineMs !== undefined && { deadlineMs }),
  });
  const lostDatasets = new Set<number>();
  let lostSamples = 0;
  const ask = async (question: Extract<ToReader, { readonly block: Block }>): Promise<FromReader | undefined> => {
    const { bytes } = question.block;
    // A block that shows a part of a larger buffer is copied; one that owns its buffer moves without a copy.
    const moves = bytes.byteLength === bytes.buffer.byteLength || memory.isOurs(bytes.buffer);
    const answer = await pool.ask(question, moves ? [bytes.buffer as ArrayBuffer] : []);
    if (answer?.used) memory.give(answer.used);
    return answer;
  };
  return {
    prepare: pool.prepare,
    async read(dataset, block) {
      void ask({ order: 'read', dataset, block }).then((answer) => {
        if (!answer) lostDatasets.add(dataset);
      });
      await pool.room();
    },
    async sample(block) {
      // Somebody waits for a sample, so all threads read it.
      const answers = await Promise.all(partsOf(block, threads).map((part) => ask({ order: 'sample', block: part })));
      lostSamples += answers.filter((answer) => !answer).length;
      const states = answers.flatMap((answer) => (answer?.state ? [answer.state] : []));
      return states.length === answers.length ? states : undefined;
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

const NEWLINE = 0x0a;
/** Fewer bytes are not worth another thread, which may have to be started for them. */
const SMALLEST_PART = 128 << 10;

/** A block cut at line ends into about as many bytes each; of the rows only their sum is known. */
function partsOf(block: Block, count: number): readonly Block[] {
  const { bytes } = block;
  const size = Math.max(Math.ceil(bytes.length / count), SMALLEST_PART);
  const parts: Block[] = [];
  for (let begin = 0; begin < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, Math.min(begin + size, bytes.length) - 1);
    const end = found === -1 ? bytes.length : found + 1;
    parts.push({ ...block, bytes: new Uint8Array(bytes.subarray(begin, end)) });
    begin = end;
  }
  return parts;
}
