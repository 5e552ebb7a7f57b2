// What is known and how far each input was read, in one file: either the old or the new one, whenever power is lost. Packed and sealed.
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Seal } from './seal.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const NAME = 'state.sealed';
/** Speed before size: it is written often. */
const LEVEL = 1;

export type ReadState =
  | { readonly kind: 'none' }
  | { readonly kind: 'state'; readonly state: unknown }
  /** What is wrong, and what to do. */
  | { readonly kind: 'fault'; readonly message: string };

export async function readState(folder: string, seal: Seal): Promise<ReadState> {
  const path = join(folder, NAME);
  let sealed: Buffer;
  try {
    sealed = await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { kind: 'none' };
    return { kind: 'fault', message: `${path} cannot be read (${code ?? 'unknown error'})` };
  }
  const plain = seal.open(sealed);
  if (plain === undefined) {
    return {
      kind: 'fault',
      message: `${path} was sealed with another key, or is damaged; give the key that it was made with, or move the folder away to begin anew`,
    };
  }
  return { kind: 'state', state: JSON.parse((await unpack(plain)).toString('utf8')) };
}

/** Resolves once it is durable. @param state as JSON @throws where it cannot be written */
export async function writeState(folder: string, state: string, seal: Seal): Promise<void> {
  const path = join(folder, NAME);
  const part = `${path}.part`;
  const sealed = seal.seal(await pack(state, { level: LEVEL }));
  try {
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(sealed);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  const directory = await open(dirname(path), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
