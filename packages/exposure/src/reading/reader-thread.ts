// A thread that reads blocks of rows. Values come in, numbers and keyed hashes go out.
import { parentPort } from 'node:worker_threads';
import { createKeyedHash } from '../keyed-hash.ts';
import { createCellReader } from '../rows/cells.ts';
import { createRowReader, type ReaderState } from '../rows/row-reader.ts';
import type { Block } from '../source.ts';
import { ordersOfThread, ready } from '../threads/threads.ts';
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
  /** The memory of the block that was read, for another one. */
  readonly used?: ArrayBuffer;
}

const { key, senses } = ordersOfThread<ReaderOrders>();
const shared = createSenses(senses);
const hash = createKeyedHash(key);
/** What was found in a sample is known when the whole is read. */
const cells = createCellReader(shared, hash);
const reader = createRowReader(shared, hash, cells);

parentPort?.on('message', (message: ToReader) => {
  const answer = answerTo(message);
  parentPort?.postMessage(answer, answer.used ? [answer.used] : []);
});
ready();

function answerTo(message: ToReader): FromReader {
  if (message.order === 'finish') return { state: reader.state() };
  const { bytes } = message.block;
  const used = bytes.buffer instanceof ArrayBuffer ? { used: bytes.buffer } : {};
  if (message.order === 'sample') {
    const once = createRowReader(shared, hash, cells);
    once.read(0, message.block);
    return { state: once.state(), ...used };
  }
  reader.read(message.dataset, message.block);
  return used;
}
