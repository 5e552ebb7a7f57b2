// The app as its sources are now, for a browser. A run of all tests has a copy for all of them; a test file that runs alone builds its own.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../src/build.ts';

export interface BuiltApp {
  readonly folder: string;
  readonly remove: () => void;
}

export async function builtApp(): Promise<BuiltApp> {
  // Put there by scripts/run-tests.mjs.
  const shared = join(process.env.VIGIE_TEST_TEMPLATES ?? '', 'app');
  if (process.env.VIGIE_TEST_TEMPLATES !== undefined && existsSync(shared)) return { folder: shared, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'vigie-web-'));
  await buildApp(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
