// Rules in files and folders, with the licence of their collection where a LICENSE stands beside them.
import { stat } from 'node:fs/promises';
import type { RuleText } from '@vigie/detect';
import { type RuleTerms, ruleFilesIn, termsOf } from '@vigie/follow';
import { UsageFault } from '../exit-codes.ts';
import { readText } from '../files.ts';

/**
 * All rules under these paths, in the order of their names.
 *
 * @param said what the user says of where they are published, and under which licence
 */
export async function readRuleFiles(paths: readonly string[], said: RuleTerms): Promise<readonly RuleText[]> {
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
