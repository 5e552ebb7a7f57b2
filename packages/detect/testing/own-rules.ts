// The rules of ../rules as they are shipped, and the samples that each has to fire for and must not fire for.
import { readdirSync, readFileSync } from 'node:fs';
import * as yaml from 'js-yaml';
import { loadRules, type RuleSet, type RuleText } from '../src/sigma/rule-set.ts';

const RULES = new URL('../rules/', import.meta.url);
const SAMPLES = new URL('rule-samples/', import.meta.url);
const ORIGIN = { licence: 'Apache-2.0' };
/** Touched by samples. */
const PLANTED = 'ines.quarrel@example.org';

export interface RuleDocument {
  readonly file: string;
  readonly name: string;
  readonly title: string;
  /** Rules that a correlation refers to. */
  readonly refersTo: readonly string[];
  readonly text: string;
}

export interface RuleSamples {
  readonly rule: string;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

interface Written {
  readonly name: string;
  readonly title: string;
  readonly correlation?: { readonly rules: readonly string[] };
}

export function ruleFiles(): readonly string[] {
  return readdirSync(RULES).filter((file) => file.endsWith('.yml'));
}

export function ruleDocuments(): readonly RuleDocument[] {
  return ruleFiles().flatMap((file) => {
    const text = readFileSync(new URL(file, RULES), 'utf8');
    return text.split(/^---$/m).map((one): RuleDocument => {
      const { name, title, correlation } = yaml.load(one) as Written;
      return { file, name, title, refersTo: correlation?.rules ?? [], text: one };
    });
  });
}

export function ruleSamples(file: string): readonly RuleSamples[] {
  return yaml.load(readFileSync(new URL(file, SAMPLES), 'utf8')) as readonly RuleSamples[];
}

/** The rule alone, or with those that it refers to, and those that these refer to. */
export function ruleAlone(name: string, documents: readonly RuleDocument[]): RuleSet {
  const wanted = new Set([name]);
  for (const one of wanted)
    for (const other of documents.find((rule) => rule.name === one)?.refersTo ?? []) wanted.add(other);
  const texts = documents
    .filter((rule) => wanted.has(rule.name))
    .map(({ text, file }): RuleText => ({ text, origin: { path: file, ...ORIGIN } }));
  return loadRules(texts, { placeholders: { honeytokens: [PLANTED] } });
}
