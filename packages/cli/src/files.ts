// Files that the user names: read with a clear complaint, written whole or not at all.
import { createWriteStream } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
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
export async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
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

/**
 * Makes a folder that only its owner may enter, unless it is there.
 *
 * @throws UsageFault where it cannot be made, or is a file
 */
export async function makePrivateFolder(argument: string, path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new UsageFault(argument, `cannot make the folder ${path} (${reason(error)})`);
  }
}

/**
 * Writes a file that only its owner may read, whole or not at all.
 *
 * @param replace whether a file of this name may be replaced; where it may not, the system itself refuses, so that two writers at once
 *   cannot overwrite each other
 * @throws where it cannot be written, with the code EEXIST where the file is there and may not be replaced
 */
export async function writePrivate(path: string, content: Uint8Array | string, replace: boolean): Promise<void> {
  const part = `${path}.part`;
  await rm(part, { force: true });
  try {
    await writeFile(part, content, { mode: 0o600, flag: 'wx', flush: true });
    if (replace) await rename(part, path);
    else await link(part, path);
  } finally {
    await rm(part, { force: true });
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
