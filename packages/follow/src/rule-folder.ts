// Folders of Sigma rules, as collections of them are published: which files there are, and under which terms.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface RuleTerms {
  /** SPDX id. */
  readonly licence?: string;
  /** Where the collection is published. */
  readonly link?: string;
}

/** SigmaHQ's own collection, which most copies come from. */
const SIGMAHQ = 'https://github.com/SigmaHQ/sigma';

/** All files of rules in a folder and those below it, in the order of their names. @throws where a folder cannot be read */
export async function ruleFilesIn(folder: string): Promise<string[]> {
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

/** The terms of a collection, by the LICENSE that stands beside its rules; empty where none does. */
export async function termsOf(folder: string): Promise<RuleTerms> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => /^licen[cs]e/i.test(one))) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    if (/detection rule license/i.test(text)) return { licence: 'DRL-1.1', link: SIGMAHQ };
    if (/\bMIT License\b/i.test(text)) return { licence: 'MIT' };
    if (/Apache License\s+Version 2\.0/i.test(text)) return { licence: 'Apache-2.0' };
  }
  return {};
}
