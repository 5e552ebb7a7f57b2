// The app as its sources are now, for a browser. `npm test` has built it before the first test; a test file that runs alone builds its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { APP_FOLDER, buildApp } from '../src/build.ts';

export interface BuiltApp {
  readonly folder: string;
  readonly remove: () => void;
}

export async function builtApp(): Promise<BuiltApp> {
  if (process.env.VIGIE_TEST_TEMPLATES !== undefined) return { folder: fileURLToPath(APP_FOLDER), remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'vigie-web-'));
  await buildApp(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
