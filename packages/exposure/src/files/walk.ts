// The files of a path: itself, or those of a folder and its folders, in the order of their names.
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFault } from '../source.ts';
import { matcherOf } from './globs.ts';

export interface WalkOptions {
  /** Only files that one of these patterns means. Empty: all. */
  readonly include: readonly string[];
  /** Files and folders that are left out. */
  readonly exclude: readonly string[];
}

export interface WalkedFile {
  /** As the user knows it: the path that was given, and the way from there. */
  readonly path: string;
  /** Named by the user, not met in a folder. */
  readonly isNamed: boolean;
  /** A pipe or a device can be read once only. */
  readonly isRegular: boolean;
}

type Left = 'a symbolic link' | 'no regular file' | 'left out by default' | 'left out by a pattern';

export interface Walk {
  readonly files: readonly WalkedFile[];
  /** What was met and is not among the files, by the reason. */
  readonly left: ReadonlyMap<Left, number>;
  /** Folders that could not be read. */
  readonly faults: readonly SourceFault[];
}

/** What programs put there, in great numbers, and people's data seldom stand in; name them to have them read. */
const DEFAULT_EXCLUDED = new Set(['.git', 'node_modules']);

/**
 * Files of a path. A folder's symbolic links are not followed: what they lead to is read in its own place, lies outside of the
 * folder, or is the folder itself.
 *
 * @returns undefined where there is no such path
 */
export async function walk(path: string, options: WalkOptions): Promise<Walk | undefined> {
  const status = await stat(path).catch(() => undefined);
  if (!status) return undefined;
  if (!status.isDirectory()) {
    return { files: [{ path, isNamed: true, isRegular: status.isFile() }], left: new Map(), faults: [] };
  }
  const files: WalkedFile[] = [];
  const left = new Map<Left, number>();
  const faults: SourceFault[] = [];
  const leave = (why: Left) => left.set(why, (left.get(why) ?? 0) + 1);
  const isIncluded = options.include.length === 0 ? () => true : matcherOf(options.include);
  const isExcluded = matcherOf(options.exclude);
  // Folders wait in a list, not on the stack: they may be nested without end.
  const waiting: string[] = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await entriesOf(join(path, folder), faults);
    const folders: string[] = [];
    for (const entry of entries) {
      const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isExcluded(inside)) leave('left out by a pattern');
      else if (entry.isDirectory() && DEFAULT_EXCLUDED.has(entry.name)) leave('left out by default');
      else if (entry.isDirectory()) folders.push(inside);
      else if (entry.isSymbolicLink()) leave('a symbolic link');
      else if (!entry.isFile()) leave('no regular file');
      else if (!isIncluded(inside)) leave('left out by a pattern');
      else files.push({ path: join(path, inside), isNamed: false, isRegular: true });
    }
    waiting.push(...folders.reverse());
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, left, faults };
}

async function entriesOf(folder: string, faults: SourceFault[]): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const message =
      code === 'EACCES' || code === 'EPERM'
        ? 'the folder may not be read; look at its rights'
        : `the folder cannot be read (${code})`;
    faults.push({ code: code === 'EACCES' || code === 'EPERM' ? 'refused' : 'broken', where: folder, message });
    return [];
  }
}
