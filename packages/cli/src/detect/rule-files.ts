// Rules in files and folders, with the licence of their collection where a LICENSE stands beside them.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleText } from '@vigie/detect';
import { UsageFault } from '../exit-codes.ts';
import { readText } from '../files.ts';

interface Terms {
  readonly licence?: string;
  readonly link?: string;
}

/** SigmaHQ's own collection, which most copies come from. */
const SIGMAHQ = 'https://github.com/SigmaHQ/sigma';

/**
 * All rules under these paths, in the order of their names.
 *
 * @param said what the user says of where they are published, and under which licence
 */
export async function readRuleFiles(paths: readonly string[], said: Terms): Promise<readonly RuleText[]> {
  const texts: RuleText[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) throw new UsageFault('--rules', `cannot read ${path} (there is no such file or folder)`);
    const files = found.isDirectory() ? await ruleFilesIn(path) : [path];
    const terms = found.isDirectory() ? await termsOf(path) : {};
    for (const file of files) {
      const origin = { path: file, ...terms, ...said };
      texts.push({ text: await readText('--rules', file), origin });
    }
  }
  if (texts.length === 0) throw new UsageFault('--rules', `there is no .yml or .yaml file in ${paths.join(', ')}`);
  return texts;
}

async function ruleFilesIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // Hidden folders hold what tools keep, not rules.
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await ruleFilesIn(path)));
    else if (/\.ya?ml$/i.test(entry.name)) files.push(path);
  }
  return files;
}

async function termsOf(folder: string): Promise<Terms> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => /^licen[cs]e/i.test(one))) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    if (/detection rule license/i.test(text)) return { licence: 'DRL-1.1', link: SIGMAHQ };
    if (/\bMIT License\b/i.test(text)) return { licence: 'MIT' };
    if (/Apache License\s+Version 2\.0/i.test(text)) return { licence: 'Apache-2.0' };
  }
  return {};
}
