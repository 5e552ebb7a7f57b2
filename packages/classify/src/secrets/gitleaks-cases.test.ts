// Runs gitleaks' own examples (its cmd/generate/config/rules, MIT, Zachary Rice) with its own rule file.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findAll } from '../../testing/find.ts';
import { readGitleaksToml } from './gitleaks-toml.ts';
import type { RuleSet } from './rule.ts';
import { createSecretFinder } from './secret-finder.ts';

const corpora = join(import.meta.dirname, '../../../../../shared/corpora/classify');
const absent = existsSync(join(corpora, 'gitleaks-cases.ndjson'))
  ? false
  : 'the corpus ../shared/corpora/classify is not beside the repository';

interface Case {
  readonly rule: string;
  readonly expected: 'tp' | 'fp';
  readonly text: string;
  readonly path?: string;
}

function ruleSet(): RuleSet {
  const text = readFileSync(join(corpora, 'gitleaks.toml'), 'utf8');
  const read = readGitleaksToml(text, 'gitleaks.toml', {
    defaults: { title: '', rules: [], allowlists: [] },
    read: () => ({ fault: 'nothing is extended here' }),
  });
  assert.ok('ruleSet' in read, JSON.stringify(read));
  return read.ruleSet;
}

/** Upstream has these rules in its sources, with cases, and leaves them out of the rule file. */
const NOT_IN_FILE = ['gcp-service-account', 'square-secret', 'trello-access-token'];

function cases(): readonly Case[] {
  return readFileSync(join(corpora, 'gitleaks-cases.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Case => JSON.parse(line))
    .filter(({ rule }) => !NOT_IN_FILE.includes(rule));
}

/** Cases in short, without their texts, that a failure prints. */
function wrong(list: readonly Case[], isRight: (one: Case, index: number) => boolean): readonly string[] {
  return list.flatMap((one, index) => (isRight(one, index) ? [] : [`${one.rule} ${one.expected}, case ${index + 1}`]));
}

describe("gitleaks' own cases", { skip: absent }, () => {
  // Upstream (cmd/generate/config/utils/validate.go) makes a detector of the rule alone with the global allowlists, that
  // does not decode: a true positive has at least one finding, a false positive none.
  it('come out as upstream expects, each rule alone with the global allowlists', () => {
    const all = ruleSet();
    const finders = new Map(
      all.rules.map((rule) => [rule.id, createSecretFinder({ ...all, rules: [rule] }, { maxDecodeDepth: 0 })]),
    );
    const list = cases();
    assert.ok(list.length > 3000);
    const misses = wrong(list, ({ rule, expected, text, path }) => {
      const finder = finders.get(rule);
      assert.ok(finder, `no rule ${rule}`);
      const { matches } = findAll(finder, text, path === undefined ? {} : { path });
      return matches.length > 0 === (expected === 'tp');
    });
    assert.deepEqual(misses, []);
  });

  it('come out as upstream expects with all rules at once, but for generic findings that a specific rule took over', () => {
    const finder = createSecretFinder(ruleSet());
    const takenOver = new Map<string, number>();
    const misses = wrong(cases(), ({ rule, expected, text, path }) => {
      const { matches, dropped } = findAll(finder, text, path === undefined ? {} : { path });
      const isFound = matches.some((match) => match.rule === rule);
      if (expected === 'fp') return !isFound;
      if (isFound) return true;
      const better = dropped.find((one) => one.rule === rule && one.why.startsWith('found by '));
      if (better) takenOver.set(`${rule}: ${better.why}`, (takenOver.get(`${rule}: ${better.why}`) ?? 0) + 1);
      return better !== undefined;
    });
    assert.deepEqual(misses, []);
    for (const what of takenOver.keys()) assert.match(what, /^generic-api-key: found by [\w-]+ as well$/);
  });
});
