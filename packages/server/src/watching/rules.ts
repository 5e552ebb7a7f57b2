// The rules that come with @vigie/detect, compiled.
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRules, type RuleSet } from '@vigie/detect';

/** Those that wait for values of a placeholder are left out: nobody gives any here. */
export async function ownRules(): Promise<RuleSet> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('@vigie/detect/package.json'))), 'rules');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  return loadRules(
    names.map((name) => ({
      text: readFileSync(join(folder, name), 'utf8'),
      origin: { path: `vigie/${name}`, licence: 'Apache-2.0' },
    })),
  );
}
