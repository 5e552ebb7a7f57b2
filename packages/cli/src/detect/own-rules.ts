// The rules of our own that come with @vigie/detect, as files of its package.

import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleSet, RuleText } from '@vigie/detect';

const NAMED = 'vigie/';

/** Rules for data stores. */
export async function ownRules(): Promise<readonly RuleText[]> {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('@vigie/detect/package.json'))), 'rules');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  return names.map((name) => ({
    text: readFileSync(join(folder, name), 'utf8'),
    origin: { path: `${NAMED}${name}`, licence: 'Apache-2.0' },
  }));
}

/** Of ours those wait that need values from the site, which is how they are meant: no fault. */
export function withoutWaiting(rules: RuleSet): RuleSet {
  return {
    ...rules,
    faults: rules.faults.filter(({ code, path }) => code !== 'placeholder' || !path.startsWith(NAMED)),
  };
}
