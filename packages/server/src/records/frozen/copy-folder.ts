// A copy of the embedded database's folder as of one moment, while it is open. Most of it is copied while others write; then, with the
// database at a checkpoint and alone, what changed since then is copied again, which is little. The write-ahead log is taken from the
// checkpoint on: a database that is opened on the copy recovers from there, as after a crash
// (https://www.postgresql.org/docs/17/wal-internals.html).
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The part of the log that a copy needs, by the names of its files. */
export interface LogSpan {
  readonly first: string;
  readonly last: string;
}

/** Writes a checkpoint and does not let the database go until `copy` has resolved. */
export type AtCheckpoint = (copy: (log: LogSpan) => Promise<void>) => Promise<void>;

/** Nobody else may read it, as with the folder itself. */
const MODE = 0o700;

/**
 * @param to is made, in the place of what a crash left there
 * @throws where the disk is full, or refuses
 */
export async function copyFolder(from: string, to: string, atCheckpoint: AtCheckpoint): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { mode: MODE });
  // The time of the file system's own clock: what changed later than this may have been copied too early.
  const began = (await stat(to)).mtimeMs - CLOCK_STEP_MS;
  await makeFolders(from, to);
  await copyFiles(from, to, await filesIn(from, (path) => !isOfTheLog(path)));
  await atCheckpoint(async (log) => {
    await makeFolders(from, to);
    const files = await filesIn(from, (path) => isWanted(path, log));
    const changed = await Promise.all(files.map(async (path) => hasChanged(join(from, path), join(to, path), began)));
    await copyFiles(
      from,
      to,
      files.filter((_, at) => changed[at]),
    );
    const wanted = new Set(files);
    const gone = (await filesIn(to, () => true)).filter((path) => !wanted.has(path));
    await Promise.all(gone.map((path) => rm(join(to, path))));
  });
}

/** File systems note times in steps. */
const CLOCK_STEP_MS = 2000;

const OF_THE_LOG = /^pg_wal\/([0-9A-F]{24})$/;

function isOfTheLog(path: string): boolean {
  return OF_THE_LOG.test(path);
}

/** Files of the log are made beforehand and used again: those outside of the span hold nothing that counts. */
function isWanted(path: string, { first, last }: LogSpan): boolean {
  const name = OF_THE_LOG.exec(path)?.[1];
  return name === undefined || (name >= first && name <= last);
}

async function hasChanged(from: string, to: string, sinceMs: number): Promise<boolean> {
  const [now, then] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
  return then === undefined || now.size !== then.size || now.mtimeMs >= sinceMs;
}

/** The empty ones too: a database does not start without them. */
async function makeFolders(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isDirectory()))
    await mkdir(join(to, relative(from, join(entry.parentPath, entry.name))), { recursive: true, mode: MODE });
}

/** Paths of files, from a folder on. */
async function filesIn(folder: string, wanted: (path: string) => boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(wanted);
}

/** More than the threads that copy would only wait for them. */
const AT_ONCE = 8;

async function copyFiles(from: string, to: string, paths: readonly string[]): Promise<void> {
  const waiting = paths.values();
  const copyNext = async () => {
    for (const path of waiting) await copyOne(join(from, path), join(to, path));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, copyNext));
}

/** Shares the disk's blocks where the file system can. A file that went away under way belongs to a table that did. */
async function copyOne(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
