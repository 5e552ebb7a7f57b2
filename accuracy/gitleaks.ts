// gitleaks' own cases (gitleaks/gitleaks, cmd/generate/config/rules, MIT, Zachary Rice): with its rule file and with our catalogue.
import { readFileSync } from 'node:fs';
import { type Classifier, createClassifier } from '../packages/classify/src/classifier.ts';
import { catalogueRules } from '../packages/classify/src/secrets/catalogue-rules.ts';
import { readGitleaksToml } from '../packages/classify/src/secrets/gitleaks-toml.ts';
import type { RuleSet } from '../packages/classify/src/secrets/rule.ts';
import { createSecretFinder } from '../packages/classify/src/secrets/secret-finder.ts';
import { absent, jsonLines, sharedPath } from './corpora.ts';
import { type CorpusReport, type CountedKind, type Miss, skippedReport, totalOf } from './report.ts';

interface Case {
  readonly rule: string;
  readonly expected: 'tp' | 'fp';
  readonly text: string;
  readonly path?: string;
}

const CASES = 'corpora/classify/gitleaks-cases.ndjson';
const RULES = 'corpora/classify/gitleaks.toml';

export function measureGitleaks(): CorpusReport {
  const title = "gitleaks' cases";
  const [casesPath, rules] = [sharedPath(CASES), gitleaksRules()];
  if (casesPath === undefined || rules === undefined) return skippedReport('gitleaks', title, absent(CASES));
  const cases = jsonLines<Case>(casesPath);
  const known = new Set(rules.rules.map(({ id }) => id));
  const unknown = cases.filter(({ rule }) => !known.has(rule));
  const alone = eachRuleAlone(rules, cases);
  const together = allTogether(rules, cases, 'with the rule file, all rules together');
  const catalogue = catalogueRules();
  const own = allTogether(catalogue, cases, 'with our catalogue');
  const parts = [alone, together, own];
  return {
    corpus: 'gitleaks',
    title,
    how: [
      `${cases.length.toLocaleString('en')} texts that one rule has to find something in (tp) or nothing (fp). The rule file has ${rules.rules.length} rules; ${unknown.length} cases are of rules that upstream keeps in its sources and leaves out of the file (${[...new Set(unknown.map(({ rule }) => rule))].join(', ')}), which counts in the first two tables are without.`,
      'Each rule alone is how upstream tests (cmd/generate/config/utils/validate.go): the rule with the global allowlists, without decoding; tp is met by at least one finding, fp by none.',
      'All rules together is how the product runs: tp is met by a finding of any rule, since a specific rule takes over from a generic one at the same place; fp by no finding of the rule that the case is about.',
      `Our catalogue has ${catalogue.rules.length} rules and is scored as all rules together. Rows are rules by the name that gitleaks has for them.`,
    ],
    tables: parts.map(({ name, kinds }) => ({ title: name, kinds: [totalOf('all rules', kinds), ...kinds] })),
    facts: [
      {
        title: 'Cases that are met',
        head: ['', 'cases', 'met', 'share'],
        rows: parts.map(({ name, cases: count, met }) => [
          name,
          count.toLocaleString('en'),
          met.toLocaleString('en'),
          `${((100 * met) / count).toFixed(2)} %`,
        ]),
      },
    ],
    misses: parts.flatMap(({ misses }) => misses),
  };
}

/** gitleaks' rule file; undefined where it is not there. */
export function gitleaksRules(path = sharedPath(RULES)): RuleSet | undefined {
  if (path === undefined) return undefined;
  const read = readGitleaksToml(readFileSync(path, 'utf8'), path, {
    defaults: { title: '', rules: [], allowlists: [] },
    read: () => ({ fault: 'a rule file that extends another one is not read here' }),
  });
  if ('faults' in read)
    throw new Error(read.faults.map(({ rule, reason }) => `${path} ${rule ?? ''}: ${reason}`).join('\n'));
  return read.ruleSet;
}

interface Part {
  readonly name: string;
  readonly cases: number;
  readonly met: number;
  readonly kinds: readonly CountedKind[];
  readonly misses: readonly Miss[];
}

function eachRuleAlone(all: RuleSet, cases: readonly Case[]): Part {
  const classifiers = new Map(
    all.rules.map((rule) => {
      const finder = createSecretFinder({ ...all, rules: [rule] }, { maxDecodeDepth: 0 });
      return [rule.id, createClassifier({ finders: [finder] })] as const;
    }),
  );
  return score('with the rule file, each rule alone', cases, ({ rule, text, path }) => {
    const classifier = classifiers.get(rule);
    return classifier && rulesIn(classifier, text, path).length > 0 ? [rule] : classifier ? [] : undefined;
  });
}

function allTogether(rules: RuleSet, cases: readonly Case[], name: string): Part {
  const classifier = createClassifier({ finders: [createSecretFinder(rules)] });
  const known = new Set(rules.rules.map(({ id }) => id));
  const isCatalogue = name.includes('catalogue');
  return score(name, cases, ({ rule, text, path }) =>
    known.has(rule) || isCatalogue ? rulesIn(classifier, text, path) : undefined,
  );
}

function rulesIn(classifier: Classifier, text: string, path: string | undefined): string[] {
  return classifier.classify(Buffer.from(text), path === undefined ? {} : { path }).map((span) => span.rule);
}

/** @param find ids of the rules that found something; undefined where the case is about a rule that is not there */
function score(name: string, cases: readonly Case[], find: (one: Case) => readonly string[] | undefined): Part {
  const counts = new Map<string, { tp: number; fp: number; fn: number; tn: number; others: Set<string> }>();
  let total = 0;
  for (const one of cases) {
    const found = find(one);
    if (found === undefined) continue;
    total += 1;
    const count = counts.get(one.rule) ?? { tp: 0, fp: 0, fn: 0, tn: 0, others: new Set<string>() };
    counts.set(one.rule, count);
    if (one.expected === 'tp') count[found.length > 0 ? 'tp' : 'fn'] += 1;
    else count[found.includes(one.rule) ? 'fp' : 'tn'] += 1;
  }
  const kinds = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([rule, { tp, fp, fn, tn }]) => ({
      name: rule,
      truePositives: tp,
      falsePositives: fp,
      falseNegatives: fn,
      trueNegatives: tn,
    }));
  const misses = kinds.flatMap(({ name: rule, falseNegatives, falsePositives }): Miss[] => [
    ...(falseNegatives > 0
      ? [{ what: `${name}: ${rule}, tp`, times: falseNegatives, why: 'no rule found anything' }]
      : []),
    ...(falsePositives > 0
      ? [{ what: `${name}: ${rule}, fp`, times: falsePositives, why: 'the rule found something' }]
      : []),
  ]);
  const wrong = misses.reduce((sum, { times }) => sum + times, 0);
  return { name, cases: total, met: total - wrong, kinds, misses };
}
