// A thread that reads blocks of rows. Values come in, numbers and keyed hashes go out.
import { parentPort, workerData } from 'node:worker_threads';
import { createKeyedHash } from '../keyed-hash.ts';
import { createRowReader, type ReaderState } from '../rows/row-reader.ts';
import type { Block } from '../source.ts';
import { createSenses, type SensesOptions } from './senses.ts';

/** What a thread is told at its start. */
export interface ReaderOrders {
  readonly key: Uint8Array;
  readonly senses: SensesOptions;
}

export type ToReader =
  | { readonly order: 'read'; readonly dataset: number; readonly block: Block }
  | { readonly order: 'finish' };

export interface FromReader {
  readonly state?: ReaderState;
}

const { key, senses } = workerData as ReaderOrders;
const reader = createRowReader(createSenses(senses), createKeyedHash(key));

parentPort?.on('message', (message: ToReader) => {
  if (message.order === 'read') reader.read(message.dataset, message.block);
  const answer: FromReader = message.order === 'finish' ? { state: reader.state() } : {};
  parentPort?.postMessage(answer);
});
