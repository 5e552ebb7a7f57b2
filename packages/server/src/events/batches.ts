// Rows that are added together are written together: each insert makes files and waits for the disk, so the rows that came while one was
// being written go into the next as one.
import type { EventEngine } from './engine.ts';
import type { EventsFault } from './fault.ts';

export interface Batches {
  /** Resolves once the rows are durable. */
  add(table: string, lines: Lines): Promise<EventsFault | undefined>;
  /** All that was added so far. */
  settled(): Promise<void>;
}

/** Rows in the form that they are written in. */
export interface Lines {
  readonly rows: number;
  /** One JSON object a line, each with a line break behind it. */
  readonly bytes: Uint8Array;
}

interface Waiting {
  readonly lines: Lines;
  readonly tell: (fault: EventsFault | undefined) => void;
}

interface Queue {
  waiting: Waiting[];
  rows: number;
  writing: Promise<void> | undefined;
}

/** Rows that wait in memory for one table; a store that is away must not fill it. */
const MAX_WAITING = 200_000;
/** Rows of one insert, but for one that alone has more. */
const MAX_BATCH = 50_000;

export function createBatches(engine: Pick<EventEngine, 'insert'>): Batches {
  const queues = new Map<string, Queue>();
  const write = async (table: string, queue: Queue): Promise<void> => {
    while (queue.waiting.length > 0) {
      const batch = takeBatch(queue);
      const fault = await engine.insert(table, Buffer.concat(batch.map(({ lines }) => lines.bytes)));
      for (const { tell } of batch) tell(fault);
    }
    queue.writing = undefined;
  };
  return {
    add(table, lines) {
      if (lines.rows === 0) return Promise.resolve(undefined);
      const queue = queues.get(table) ?? { waiting: [], rows: 0, writing: undefined };
      queues.set(table, queue);
      if (queue.rows > 0 && queue.rows + lines.rows > MAX_WAITING) return Promise.resolve(OVERLOADED);
      const { promise, resolve } = Promise.withResolvers<EventsFault | undefined>();
      queue.waiting.push({ lines, tell: resolve });
      queue.rows += lines.rows;
      queue.writing ??= write(table, queue);
      return promise;
    },
    async settled() {
      for (const { writing } of queues.values()) await writing;
    },
  };
}

function takeBatch(queue: Queue): Waiting[] {
  let rows = 0;
  const end = queue.waiting.findIndex(({ lines }, index) => {
    rows += lines.rows;
    return index > 0 && rows > MAX_BATCH;
  });
  const batch = queue.waiting.splice(0, end === -1 ? queue.waiting.length : end);
  queue.rows -= batch.reduce((sum, { lines }) => sum + lines.rows, 0);
  return batch;
}

const OVERLOADED: EventsFault = {
  code: 'overloaded',
  message: 'more rows wait for the store of events than are kept in memory',
  remedy: 'try again later, slower, or name a ClickHouse server that takes more with --events-url',
};
