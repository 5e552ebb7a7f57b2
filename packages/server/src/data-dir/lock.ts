// One process for one data directory. The lock is the system's own on a file, by way of SQLite, so it ends with the process that holds
// it, however that process ends. Who holds it stands in a file beside it: reading the locked file itself would let go of the lock.
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { replaceFile } from '@vigie/evidence';
import * as v from 'valibot';
import { type DataDirFault, reasonOf } from './fault.ts';

export interface Holder {
  readonly pid: number;
  readonly startedAt: Date;
}

export const LOCK_FILE = 'lock';
export const HOLDER_FILE = 'lock.holder.json';

/** Takes the lock of a folder; resolves to how to let it go. @throws where its files cannot be written */
export async function lockFolder(folder: string, holder: Holder): Promise<(() => void) | DataDirFault> {
  const release = takeLock(join(folder, LOCK_FILE));
  if (release === undefined) return lockedBy(folder, await holderOf(folder));
  try {
    const text = JSON.stringify({ pid: holder.pid, startedAt: holder.startedAt.toISOString() });
    await replaceFile(join(folder, HOLDER_FILE), `${text}\n`);
  } catch (error) {
    release();
    throw error;
  }
  return release;
}

/** Takes the lock on a file, which is made where it is not there; undefined where somebody has it. */
export function takeLock(path: string): (() => void) | undefined {
  makeFile(path);
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

/** A file that is there is not even opened: closing it would let go of this process's own lock on it (fcntl(2), record locks). */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error;
  }
}

/** https://www.sqlite.org/rescode.html#busy */
const BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === BUSY;
}

const HolderSchema = v.object({ pid: v.number(), startedAt: v.string() });

async function holderOf(folder: string): Promise<v.InferOutput<typeof HolderSchema> | undefined> {
  try {
    const parsed = v.safeParse(HolderSchema, JSON.parse(await readFile(join(folder, HOLDER_FILE), 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // It may be about to be written: the lock comes first.
    return undefined;
  }
}

function lockedBy(
  folder: string,
  holder: { readonly pid: number; readonly startedAt: string } | undefined,
): DataDirFault {
  const who = holder === undefined ? 'another process' : `process ${holder.pid}, started ${holder.startedAt},`;
  return {
    code: 'locked',
    message: `${who} has ${folder} open`,
    remedy: 'end that process, or name another directory with --data-dir: one directory has one server',
  };
}
