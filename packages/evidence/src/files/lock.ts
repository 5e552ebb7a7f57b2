// One writer for one log. The lock is the system's own on a file beside the log, by way of SQLite: it ends with the process that holds
// it, so a crash leaves no lock behind and no number of a process has to be guessed at.
import { DatabaseSync } from 'node:sqlite';

/** Takes the lock; undefined where another writer has it. @throws where the file cannot be made */
export function takeLock(path: string): (() => void) | undefined {
  const database = new DatabaseSync(path);
  try {
    database.exec('BEGIN EXCLUSIVE');
    return () => database.close();
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

/** https://www.sqlite.org/rescode.html#busy */
const BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === BUSY;
}
