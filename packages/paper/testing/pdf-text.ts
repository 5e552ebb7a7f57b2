// The text of the pages of a PDF, read by poppler: another program than the one that wrote it.
import { spawnSync } from 'node:child_process';

/** Why a test has to be skipped where poppler is not installed; undefined where it is. */
export const NO_POPPLER = spawnSync('pdftotext', ['-v']).error
  ? 'pdftotext is not installed (poppler-utils)'
  : undefined;

/** One text a page. */
export function pagesOf(path: string): string[] {
  const { stdout, status } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`pdftotext cannot read ${path}`);
  return stdout.split('\f').slice(0, -1);
}

/** What pdfinfo tells, by name. */
export function pdfInfo(path: string): ReadonlyMap<string, string> {
  const { stdout } = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
  return new Map(stdout.split('\n').map((line) => [line.split(':')[0] ?? '', line.replace(/^[^:]*:\s*/, '')]));
}
