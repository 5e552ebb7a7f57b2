// A thread that reads blocks of rows. Values come in, numbers and keyed hashes go out.
import { parentPort, workerData } from 'node:worker_threads';
import { createKeyedHash } from '../keyed-hash.ts';
import { createCellReader } from '../rows/cells.ts';
import { createRowReader, type ReaderState } from '../rows/row-reader.ts';
import type { Block } from '../source.ts';
import { ready } from '../threads/threads.ts';
import { createSenses, type SensesOptions } from './senses.ts';

/** What a thread is told at its start. */
export interface ReaderOrders {
  readonly key: Uint8Array;
  readonly senses: SensesOptions;
}

export type ToReader =
  | { readonly order: 'read'; readonly dataset: number; readonly block: Block }
  /** What one block holds, told at once and counted nowhere. */
  | { readonly order: 'sample'; readonly block: Block }
  | { readonly order: 'finish' };

export interface FromReader {
  readonly state?: ReaderState;
}

const { key, senses } = workerData as ReaderOrders;
const shared = createSenses(senses);
const hash = createKeyedHash(key);
/** What was found in a sample is known when the whole is read. */
const cells = createCellReader(shared, hash);
const reader = createRowReader(shared, hash, cells);

parentPort?.on('message', (message: ToReader) => {
  parentPort?.postMessage(answerTo(message));
});
ready();

function answerTo(message: ToReader): FromReader {
  if (message.order === 'finish') return { state: reader.state() };
  if (message.order === 'sample') {
    const once = createRowReader(shared, hash, cells);
    once.read(0, message.block);
    return { state: once.state() };
  }
  reader.read(message.dataset, message.block);
  return {};
}
