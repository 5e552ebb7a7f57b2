// Where results go: to standard output, or to a file that has its name only when it is whole.
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { writeWhole } from '../files.ts';
import type { World } from '../world.ts';

export interface LineWriter {
  /** False where it could not be written. */
  write(text: string): Promise<boolean>;
  end(isWhole: boolean): Promise<boolean>;
}

/** Lines as they come. */
export async function lineWriter(world: World, path: string | undefined): Promise<LineWriter> {
  if (path === undefined) {
    const write = (text: string) =>
      world.out.write(text).then(
        () => true,
        () => false,
      );
    return { write, end: () => Promise.resolve(true) };
  }
  const isRegular = (await stat(path).catch(() => undefined))?.isFile() ?? true;
  const part = isRegular ? `${path}.part` : path;
  const stream = createWriteStream(part);
  const done = finished(stream).then(
    () => true,
    () => false,
  );
  return {
    write: (text) =>
      new Promise((resolve) => {
        stream.write(text, (error) => resolve(!error));
      }),
    async end(isWhole) {
      stream.end();
      const written = await done;
      if (!isRegular) return written;
      if (written && isWhole) await rename(part, path);
      else await rm(part, { force: true });
      return written && isWhole;
    },
  };
}

/** A report as a whole. */
export async function deliver(world: World, path: string | undefined, text: string | Uint8Array): Promise<boolean> {
  try {
    if (path === undefined) await world.out.write(text);
    else await writeWhole(path, text);
    return true;
  } catch (error) {
    const where = path === undefined ? 'standard output' : `--output: ${path}`;
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    await complain(world, [`${where}: it cannot be written (${why})`]);
    return false;
  }
}

/** Lines on standard error. */
export async function complain(world: World, lines: readonly string[]): Promise<void> {
  for (const line of lines) await world.err.write(`vigie: ${line}\n`).catch(() => {});
}
