// The steps of a writer on the disk, one after the other.
import type { FileHandle } from 'node:fs/promises';
import { replaceFile } from './durable.ts';

/** Each resolves when its step is done and durable; to false for the first step that failed, and for all after it. */
export interface Disk {
  write(line: string): Promise<boolean>;
  replaceCheckpoint(text: string): Promise<boolean>;
  /** All steps so far. */
  settled(): Promise<boolean>;
}

export function createDisk(file: FileHandle, checkpointFile: string): Disk {
  let waiting: string[] = [];
  let last: Promise<void> = Promise.resolve();
  const next = (step: () => Promise<void>): Promise<boolean> => {
    last = last.then(step);
    return last.then(
      () => true,
      () => false,
    );
  };
  /** The first of several writes takes the lines of all of them; the others find nothing left to do. */
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const text = waiting.join('');
    waiting = [];
    await file.appendFile(text);
    await file.datasync();
  };
  return {
    write(line) {
      waiting.push(`${line}\n`);
      return next(flush);
    },
    replaceCheckpoint: (text) => next(() => replaceFile(checkpointFile, text)),
    settled: () => next(async () => {}),
  };
}
