// The data directory: everything that the platform keeps on this machine, but for its keys.
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type DataDirFault, reasonOf, unusable } from './fault.ts';
import { createFormat, type DataDirFormat, readFormat, writeFormat } from './format-file.ts';
import { defaultKeyRingPath, type KeyRingFile, type KeyRingMaking, openKeyRing } from './key-ring-file.ts';
import { HOLDER_FILE, type Holder, LOCK_FILE, lockFolder } from './lock.ts';

export interface DataDirPaths {
  readonly root: string;
  /** Folder of the embedded database. */
  readonly records: string;
  /** Folder of the embedded engine of events. */
  readonly events: string;
  readonly evidenceLog: string;
  /** Unix domain socket through which commands on this machine speak to a server that runs. */
  readonly controlSocket: string;
}

export interface DataDir {
  readonly id: string;
  /** When it was made. */
  readonly madeAt: string;
  readonly paths: DataDirPaths;
  readonly keyRing: KeyRingFile;
  /** Where the key that signs the evidence log is kept: beside the ring. */
  readonly evidenceKey: string;
  /** Lets another process open it. */
  close(): void;
}

export interface DataDirOptions extends KeyRingMaking {
  readonly path: string;
  /** Where the key ring is, if not at its place under `configFolder`. */
  readonly keyFile: string | undefined;
  /** `$XDG_CONFIG_HOME`, or `.config` in the home of the user. */
  readonly configFolder: string;
  readonly holder: Holder;
}

/**
 * Opens a data directory for the one process that may use it, or makes it.
 *
 * @example
 * const dir = await openDataDir({ path: 'data', keyFile: undefined, configFolder, holder, now, random, newId });
 * if ('code' in dir) throw new Error(`${dir.message}: ${dir.remedy}`);
 */
export async function openDataDir(options: DataDirOptions): Promise<DataDir | DataDirFault> {
  const root = resolve(options.path);
  let release: (() => void) | undefined;
  try {
    const unfit = await makeFolder(root);
    if (unfit !== undefined) return unfit;
    const lock = await lockFolder(root, options.holder);
    if (typeof lock !== 'function') return lock;
    release = lock;
    const opened = await openLocked(root, options, lock);
    if ('code' in opened) lock();
    return opened;
  } catch (error) {
    release?.();
    return unusable(root, error);
  }
}

async function openLocked(root: string, options: DataDirOptions, release: () => void): Promise<DataDir | DataDirFault> {
  const format = await formatOf(root, options);
  if ('code' in format) return format;
  const path = options.keyFile ?? defaultKeyRingPath(options.configFolder, format.id);
  const keyRing = await openKeyRing(path, { folder: root, id: format.id, keyRing: format.keyRing }, options);
  if ('code' in keyRing) return keyRing;
  if (format.keyRing !== keyRing.ring.id) await writeFormat(root, { ...format, keyRing: keyRing.ring.id });
  const paths = pathsOf(root);
  for (const folder of [paths.records, paths.events, dirname(paths.evidenceLog)])
    await mkdir(folder, { recursive: true, mode: 0o700 });
  const { id, madeAt } = format;
  return { id, madeAt, paths, keyRing, evidenceKey: evidenceKeyBeside(keyRing.path), close: release };
}

/** Where what is kept, below a root. */
export function pathsOf(root: string): DataDirPaths {
  return {
    root,
    records: join(root, 'records'),
    events: join(root, 'events'),
    evidenceLog: join(root, 'evidence', 'log.jsonl'),
    controlSocket: controlSocketOf(root),
  };
}

/** Known without opening the directory, since a server that runs has it open. */
export function controlSocketOf(root: string): string {
  return join(resolve(root), 'control.sock');
}

function evidenceKeyBeside(keyRing: string): string {
  return `${keyRing.replace(/\.json$/, '')}.evidence.pem`;
}

/** Makes the folder; one that is there may belong to others' reading, since its own folders are closed, but not to their writing. */
async function makeFolder(root: string): Promise<DataDirFault | undefined> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  const { mode } = await stat(root);
  return (mode & 0o022) === 0 ? undefined : openToOthers(root);
}

/** What it says of itself; a new directory is told by holding nothing but the lock. */
async function formatOf(root: string, { newId, now }: DataDirOptions): Promise<DataDirFormat | DataDirFault> {
  const known = await readFormat(root);
  if (known !== undefined) return known;
  const others = (await readdir(root)).filter((name) => !OF_AN_EMPTY_ONE.test(name));
  if (others.length > 0) return notOurs(root, others.length);
  const format = createFormat(newId(), now());
  await writeFormat(root, format);
  return format;
}

/** The lock, files that a crash left half written, and what the root of a file system of its own always has. */
const OF_AN_EMPTY_ONE = new RegExp(`^(?:${LOCK_FILE}(?:-journal)?|${HOLDER_FILE}|.*\\.part|lost\\+found)$`);

/** Whether a directory could be begun here. */
export async function isFree(path: string): Promise<boolean> {
  try {
    return (await readdir(resolve(path))).every((name) => OF_AN_EMPTY_ONE.test(name));
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return true;
    throw error;
  }
}

function openToOthers(root: string): DataDirFault {
  return {
    code: 'open-to-others',
    message: `others than its owner may write to ${root}`,
    remedy: `chmod 700 ${root}, once nobody else needs it, or name another directory with --data-dir`,
  };
}

function notOurs(root: string, count: number): DataDirFault {
  return {
    code: 'not-a-data-dir',
    message: `${root} holds ${count} ${count === 1 ? 'thing' : 'things'} and is no data directory of Vigie`,
    remedy: 'name an empty or new directory with --data-dir',
  };
}
