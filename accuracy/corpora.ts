// Where the corpora lie: beside the repository, in ../shared, which is no part of it. A clone without them skips.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SHARED = new URL('../../shared/', import.meta.url);

/** The full path of a file of ../shared; undefined where it is not there. */
export function sharedPath(path: string): string | undefined {
  const full = fileURLToPath(new URL(path, SHARED));
  return existsSync(full) ? full : undefined;
}

export function absent(path: string): string {
  return `../shared/${path} is not beside the repository`;
}

/** The lines of a file of JSON lines, which is ours and not hostile. */
export function jsonLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line));
}
