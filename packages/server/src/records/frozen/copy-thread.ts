// The thread that reads a copy of the embedded database, so that a long reading keeps no request waiting and its memory goes with it.
import { parentPort, workerData } from 'node:worker_threads';
import { openEmbedded } from '../embedded.ts';
import type { FromCopy, ToCopy } from './protocol.ts';

const { pool } = await openEmbedded(String(workerData));
const client = await pool.connect();

async function answerTo({ id, sql, parameters }: Extract<ToCopy, { readonly what: 'query' }>): Promise<FromCopy> {
  try {
    const { command, rowCount, rows } = await client.query<never>(sql, [...parameters]);
    return { id, result: { command, rowCount, rows } };
  } catch (error) {
    // The database's words may quote a value; its code does not.
    return { id, failed: error instanceof Error && 'code' in error ? String(error.code) : 'unknown error' };
  }
}

parentPort?.on('message', async (message: ToCopy) => {
  if (message.what === 'query') return void parentPort?.postMessage(await answerTo(message));
  client.release();
  await pool.end();
  parentPort?.close();
});
