// The rules of our own that come with @vigie/detect, as files of its package.

import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleText } from '@vigie/detect';

/** Rules for data stores. Those that wait for values of a placeholder say so when nobody gives any, see `waiting`. */
export async function ownRules(): Promise<readonly RuleText[]> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('@vigie/detect/package.json'))), 'rules');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  return names.map((name) => ({
    text: readFileSync(join(folder, name), 'utf8'),
    origin: { path: `vigie/${name}`, licence: 'Apache-2.0' },
  }));
}
