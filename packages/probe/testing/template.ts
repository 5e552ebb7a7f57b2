// What takes seconds to make and is the same each time, such as an empty database cluster: made once in a run of all tests, and copied.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf } from './server.ts';

/** Where this run of all tests keeps them; a test file that runs alone makes its own things. */
export function templateFolder(): string | undefined {
  return process.env.VIGIE_TEST_TEMPLATES;
}

/**
 * Fills a folder as `make` does.
 *
 * @param name says everything that `make` depends on
 * @param user the account that the content belongs to
 */
export function fillFromTemplate(name: string, folder: string, user: string, make: (folder: string) => void): void {
  const root = templateFolder();
  if (root === undefined) {
    make(folder);
    return;
  }
  const made = join(root, name);
  if (!existsSync(made)) {
    const part = mkdtempSync(join(root, `${name}.`));
    const ids = accountOf(user);
    if (ids) chownSync(part, ids.uid, ids.gid);
    make(part);
    putInPlace(part, made);
  }
  // Owners and modes stay: servers look at them.
  execFileSync('cp', ['-a', `${made}/.`, folder]);
}

/** Two test files may make the same thing at once: the first is kept. */
export function putInPlace(part: string, made: string): void {
  try {
    renameSync(part, made);
  } catch (error) {
    if (!existsSync(made)) throw error;
    rmSync(part, { recursive: true });
  }
}
