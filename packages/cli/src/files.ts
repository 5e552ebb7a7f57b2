// Files that the user names: read with a clear complaint, written whole or not at all.
import { createWriteStream } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageFault } from './exit-codes.ts';

/** No list of targets or scope file is larger. */
const MAX_INPUT = 64 * 1024 * 1024;

/** The text of a file; a file that cannot be read is a mistake in the argument. */
export async function readText(argument: string, path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MAX_INPUT) throw new UsageFault(argument, `${path} is larger than 64 MiB`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageFault) throw error;
    throw new UsageFault(argument, `cannot read ${path} (${reason(error)})`);
  }
}

/** Complains before a scan begins when its report could not be written at the end. */
export async function checkWritable(path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) throw new UsageFault(path, 'its folder does not exist; make it first');
  const file = await stat(path).catch(() => undefined);
  if (file?.isDirectory()) throw new UsageFault(path, 'it is a folder; name a file');
  try {
    const existed = file !== undefined;
    await (await open(path, 'a')).close();
    if (!existed) await rm(path);
  } catch (error) {
    throw new UsageFault(path, `it cannot be written (${reason(error)})`);
  }
}

/** Writes a file so that it is either the old or the new one, also when the disk fills up. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const isRegular = (await stat(path).catch(() => undefined))?.isFile() ?? true;
  if (!isRegular) return writeFile(path, text);
  const part = `${path}.part`;
  try {
    await writeFile(part, text, { flush: true });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** A file to which lines of JSON are added while the work goes on. */
export function createLog(path: string | undefined, onError: () => void) {
  if (path === undefined) return { add: (_entry: unknown) => {}, end: async () => {} };
  const stream = createWriteStream(path);
  stream.on('error', onError);
  return {
    add: (entry: unknown) => void stream.write(`${JSON.stringify(entry)}\n`),
    end: () =>
      new Promise<void>((resolve) => {
        if (stream.destroyed) resolve();
        else stream.once('close', () => resolve()).end();
      }),
  };
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'no permission',
    EISDIR: 'it is a folder',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
  };
  return known[code ?? ''] ?? code ?? 'unknown error';
}
