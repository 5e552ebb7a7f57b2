// The file of the key ring: outside of the data directory, so that whoever copies the one has not got the other.
import { mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { replaceFile } from '@vigie/evidence';
import {
  createKeyRing,
  formatKeyRing,
  type KeyMaking,
  type KeyRing,
  parseKeyRing,
  withNewKey,
  withoutKeys,
} from '../vault/key-ring.ts';
import { type DataDirFault, reasonOf, unusable } from './fault.ts';
import { takeLock } from './lock.ts';

export interface KeyRingFile {
  readonly path: string;
  readonly ring: KeyRing;
  /** Whether it was made just now, which its owner has to be told of. */
  readonly isNew: boolean;
  /** Adds a key and makes it the current one; resolves to the ring once that is durable. */
  addKey(): Promise<KeyRing | DataDirFault>;
  /** Takes older keys out of it for good; resolves to the ring once that is durable. */
  removeKeys(ids: readonly string[]): Promise<KeyRing | DataDirFault>;
}

/** The data directory's side of it. */
export interface KeyRingOwner {
  readonly folder: string;
  readonly id: string;
  /** Id of the ring that it was begun with; undefined where there is none yet. */
  readonly keyRing: string | undefined;
}

export type KeyRingMaking = KeyMaking & { readonly newId: () => string };

/** Where a ring is kept if nothing is said. @param configFolder `$XDG_CONFIG_HOME`, or `.config` in the home of the user */
export function defaultKeyRingPath(configFolder: string, dataDirectory: string): string {
  return join(configFolder, 'vigie', 'keys', `${dataDirectory}.json`);
}

/** Reads the ring of a data directory, or makes it for one that never had any. */
export async function openKeyRing(
  path: string,
  owner: KeyRingOwner,
  making: KeyRingMaking,
): Promise<KeyRingFile | DataDirFault> {
  const file = resolve(path);
  try {
    if (isWithin(await realPathOf(owner.folder), await realPathOf(file))) return inside(file);
    const found = await readRing(file);
    if (found !== undefined && 'code' in found) return found;
    if (found === undefined && owner.keyRing !== undefined) return missing(file);
    if (found !== undefined && !belongs(found, owner)) return anotherRing(file);
    const ring = found ?? (await makeRing(file, owner, making));
    return {
      path: file,
      ring,
      isNew: found === undefined,
      addKey: () => change(file, (found) => withNewKey(found, making)),
      removeKeys: (ids) => change(file, (found) => withoutKeys(found, ids)),
    };
  } catch (error) {
    return unusable(file, error);
  }
}

/** A crash after the ring was made and before the directory knew of it leaves a ring that names the directory. */
function belongs(ring: KeyRing, owner: KeyRingOwner): boolean {
  return owner.keyRing === undefined ? ring.dataDirectory === owner.id : ring.id === owner.keyRing;
}

async function makeRing(file: string, owner: KeyRingOwner, making: KeyRingMaking): Promise<KeyRing> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const ring = createKeyRing({ id: making.newId(), dataDirectory: owner.id }, making);
  await replaceFile(file, formatKeyRing(ring));
  return ring;
}

async function readRing(file: string): Promise<KeyRing | DataDirFault | undefined> {
  let text: string;
  try {
    const { mode } = await stat(file);
    if ((mode & 0o077) !== 0) return openToOthers(file);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  return parseKeyRing(text) ?? damaged(file);
}

/** Read again under a lock: a restored copy of the directory may have added a key to the same ring, and none may be lost. */
async function change(file: string, changed: (ring: KeyRing) => KeyRing): Promise<KeyRing | DataDirFault> {
  let release: (() => void) | undefined;
  try {
    release = takeLock(`${file}.lock`);
    if (release === undefined) return busy(file);
    const ring = (await readRing(file)) ?? missing(file);
    if ('code' in ring) return ring;
    const next = changed(ring);
    await replaceFile(file, formatKeyRing(next));
    return next;
  } catch (error) {
    return unusable(file, error);
  } finally {
    release?.();
  }
}

/** With links resolved, of a path whose last parts may not be there yet. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (reasonOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    return join(await realPathOf(dirname(path)), basename(path));
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !way.startsWith(sep);
}

function inside(file: string): DataDirFault {
  return {
    code: 'key-inside',
    message: `the key ring ${file} lies inside of the data directory that it protects`,
    remedy: 'move it elsewhere and name it with --key-file: a copy of the directory must not carry its own keys',
  };
}

function openToOthers(file: string): DataDirFault {
  return {
    code: 'open-to-others',
    message: `the key ring ${file} can be read by others than its owner`,
    remedy: `chmod 600 ${file}, and rotate the key with vigie keys rotate if somebody may have read it`,
  };
}

function missing(file: string): DataDirFault {
  return {
    code: 'key-missing',
    message: `the key ring ${file} is not there, and the data directory holds data that only it opens`,
    remedy:
      'put it back from its safe copy, or name where it is with --key-file; without it contact data and secrets stay sealed',
  };
}

function damaged(file: string): DataDirFault {
  return {
    code: 'key-damaged',
    message: `${file} is no key ring of Vigie, or is damaged`,
    remedy: 'put the key ring back from its safe copy, or name where it is with --key-file',
  };
}

function anotherRing(file: string): DataDirFault {
  return {
    code: 'another-key',
    message: `the key ring ${file} belongs to another data directory`,
    remedy: 'name the key ring that belongs to this one with --key-file',
  };
}

function busy(file: string): DataDirFault {
  return { code: 'locked', message: `another process is changing the key ring ${file}`, remedy: 'try again' };
}
