// A copy of the embedded database as a pool of one connection, which a thread of its own reads.
import { Worker } from 'node:worker_threads';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { createGate } from '../gate.ts';
import type { FromCopy, ToCopy } from './protocol.ts';

/** @param folder a copy that nobody else has open; the thread begins now, and ends with the pool */
export function readCopy(folder: string): PostgresPool {
  const thread = new Worker(new URL(`./copy-thread${ENDING}`, import.meta.url), { workerData: folder });
  const waiting = new Map<number, (answer: FromCopy | undefined) => void>();
  const gate = createGate();
  let asked = 0;
  let hasEnded = false;
  thread.on('message', (answer: FromCopy) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  // That it ended is told by `exit`.
  thread.on('error', () => {});
  const exited = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  void exited.then(() => {
    hasEnded = true;
    for (const answer of waiting.values()) answer(undefined);
  });
  const tell = (message: ToCopy) => thread.postMessage(message);
  const query = async (sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<never>> => {
    if (hasEnded) throw new Error('the thread that reads a copy of the records ended');
    asked += 1;
    const id = asked;
    const { promise, resolve } = Promise.withResolvers<FromCopy | undefined>();
    waiting.set(id, resolve);
    tell({ what: 'query', id, sql, parameters });
    const answer = await promise;
    if (answer === undefined) throw new Error('the thread that reads a copy of the records ended');
    if ('failed' in answer) throw new Error(`a copy of the records cannot be read (${answer.failed})`);
    return answer.result;
  };
  return {
    options: {},
    connect: async () => {
      const leave = await gate.enter();
      return { query, release: leave } as unknown as PostgresPoolClient;
    },
    async end() {
      tell({ what: 'close' });
      await exited;
    },
  };
}

/** This file's ending: `.ts` from the sources, `.js` once compiled. */
const ENDING = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
