// Secret rules that the user brings along, in gitleaks' TOML format.
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { catalogueRules, type RuleFault, type RuleSet, readGitleaksToml } from '@vigie/classify';
import { UsageFault } from '../exit-codes.ts';
import { readText } from '../files.ts';

export interface RuleOptions {
  /** Replaces our rules. */
  readonly rules?: string;
  /** Adds to them. */
  readonly addRules?: string;
}

export interface RulesInUse {
  /** Absent: our own. */
  readonly rules: RuleSet | undefined;
  /** What was let pass and may be a mistake. */
  readonly notes: readonly string[];
}

/** The rules to use; a file with a fault is a mistake in the argument, and nothing of it is used. */
export async function rulesInUse({ rules, addRules }: RuleOptions): Promise<RulesInUse> {
  const replaced = rules === undefined ? undefined : await readRules('--rules', rules);
  const added = addRules === undefined ? undefined : await readRules('--add-rules', addRules);
  const notes = [...(replaced?.notes ?? []), ...(added?.notes ?? [])];
  const base = replaced?.ruleSet;
  return { rules: added ? joined(base ?? catalogueRules(), added.ruleSet) : base, notes };
}

async function readRules(argument: string, path: string): Promise<{ ruleSet: RuleSet; notes: readonly string[] }> {
  const read = readGitleaksToml(await readText(argument, path), path, {
    defaults: catalogueRules(),
    read: (extended, from) => readExtended(extended, from),
  });
  const lineOf = ({ file, rule, reason }: RuleFault) =>
    `${file}: ${rule === undefined ? '' : `rule ${rule}: `}${reason}`;
  if ('faults' in read) {
    const lines = read.faults.map(lineOf);
    const what = `mend ${lines.length === 1 ? 'it' : 'them'}, nothing was scanned`;
    throw new UsageFault(argument, `${lines.join(`\nvigie: ${argument}: `)}; ${what}`);
  }
  return { ruleSet: read.ruleSet, notes: read.notes.map((note) => `${argument}: ${lineOf(note)}`) };
}

/** As gitleaks reads it, from the working folder; where it is not there, from beside the file that names it. */
function readExtended(path: string, from: string): { text: string; file: string } | { fault: string } {
  const beside = isAbsolute(path) ? [] : [join(dirname(from), path)];
  for (const file of [path, ...beside]) {
    try {
      return { text: readFileSync(file, 'utf8'), file };
    } catch {
      // The next place is tried; that there is none is told below.
    }
  }
  return { fault: `the file ${path} cannot be read` };
}

/** A rule of the same id goes before ours. */
function joined(base: RuleSet, added: RuleSet): RuleSet {
  const ids = new Set(added.rules.map(({ id }) => id));
  return {
    title: added.title || base.title,
    rules: [...base.rules.filter(({ id }) => !ids.has(id)), ...added.rules],
    allowlists: [...base.allowlists, ...added.allowlists],
  };
}
