// What is known and how far each input was read, in one file: either the old or the new one, whenever power is lost. Packed and sealed. The
// places stand in a file of their own, too, so that whoever cannot use the one still knows where to go on.
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Seal } from './seal.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** Speed before size: they are written often. */
const LEVEL = 1;

export type StateFile = 'state.sealed' | 'places.sealed';

export type ReadState =
  | { readonly kind: 'none' }
  | { readonly kind: 'state'; readonly state: unknown }
  /** What is wrong. */
  | { readonly kind: 'fault'; readonly path: string; readonly message: string };

export async function readState(folder: string, name: StateFile, seal: Seal): Promise<ReadState> {
  const path = join(folder, name);
  let sealed: Buffer;
  try {
    sealed = await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { kind: 'none' };
    return { kind: 'fault', path, message: `it cannot be read (${code ?? 'unknown error'})` };
  }
  const plain = seal.open(sealed);
  if (plain === undefined) return { kind: 'fault', path, message: 'it was sealed with another key, or is damaged' };
  try {
    return { kind: 'state', state: JSON.parse((await unpack(plain)).toString('utf8')) };
  } catch {
    // It was sealed as it is, so it is of another version; the parser's words would quote it.
    return { kind: 'fault', path, message: 'it is of another form than this version reads' };
  }
}

/** Resolves once it is durable. @param state as JSON @throws where it cannot be written */
export async function writeState(folder: string, name: StateFile, state: string, seal: Seal): Promise<void> {
  const path = join(folder, name);
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
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
  const directory = await open(dirname(path), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Renames a state that cannot be used, so that it is kept and another one may be written. @returns its new path */
export async function setAside(folder: string, now: number): Promise<string> {
  const path = join(folder, 'state.sealed' satisfies StateFile);
  const aside = `${path}.unread-${new Date(now).toISOString().replace(/[-:]/g, '').replace(/\..*/, '')}`;
  await rename(path, aside);
  return aside;
}
