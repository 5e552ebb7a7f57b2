// Which files may be followed: only those below folders that the operator named when the platform was started, since whoever may add an
// input could otherwise have any file of the machine read.
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, sep } from 'node:path';

/** @returns the path without links, or why it may not be followed */
export async function allowedFile(
  path: string,
  folders: readonly string[],
): Promise<{ readonly path: string } | { readonly why: string }> {
  if (folders.length === 0)
    return { why: 'no folder may be watched; the operator names some with --watch-files FOLDER' };
  if (!isAbsolute(path)) return { why: 'write the whole path, from / on' };
  const real = await realpath(path).catch(() => undefined);
  // Whether a file is there is told only of folders that may be watched.
  if (real === undefined) return { why: OUTSIDE };
  const roots = await Promise.all(folders.map((folder) => realpath(folder).catch(() => undefined)));
  if (!roots.some((root) => root !== undefined && real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)))
    return { why: OUTSIDE };
  return (await stat(real)).isFile() ? { path: real } : { why: 'it is no file' };
}

const OUTSIDE = 'there is no such file below the folders that the operator allows with --watch-files';
