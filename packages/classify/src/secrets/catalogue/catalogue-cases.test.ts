// Runs gitleaks' own examples (its cmd/generate/config/rules, MIT, Zachary Rice) with our catalogue.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findAll } from '../../../testing/find.ts';
import { rulesOf } from '../catalogue-rules.ts';
import { createSecretFinder } from '../secret-finder.ts';
import { CATALOGUE } from './index.ts';

const corpora = join(import.meta.dirname, '../../../../../../shared/corpora/classify');
const absent = existsSync(join(corpora, 'gitleaks-cases.ndjson'))
  ? false
  : 'the corpus ../shared/corpora/classify is not beside the repository';

interface Case {
  readonly rule: string;
  readonly expected: 'tp' | 'fp';
  readonly text: string;
  readonly path?: string;
}

/** Where we have an entry for each of two forms that gitleaks has one rule for. */
const SAME_SECRET: Readonly<Record<string, string>> = {
  'atlassian-api-token': 'atlassian-legacy-api-token',
  'sourcegraph-access-token': 'sourcegraph-legacy-access-token',
  'vault-service-token': 'vault-legacy-service-token',
};

function finderFor(rule: string) {
  const entries = CATALOGUE.filter(({ id }) => id === rule || id === SAME_SECRET[rule]);
  assert.ok(entries.length > 0, `no entry ${rule}`);
  return createSecretFinder(rulesOf(entries));
}

describe("gitleaks' own cases, with our catalogue", { skip: absent }, () => {
  it('come out as upstream expects', () => {
    const cases = readFileSync(join(corpora, 'gitleaks-cases.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Case => JSON.parse(line));
    assert.ok(cases.length > 3000);
    const finders = new Map([...new Set(cases.map(({ rule }) => rule))].map((rule) => [rule, finderFor(rule)]));
    const wrong = cases.flatMap(({ rule, expected, text, path }, index) => {
      const finder = finders.get(rule);
      assert.ok(finder);
      const { matches } = findAll(finder, text, path === undefined ? {} : { path });
      return matches.length > 0 === (expected === 'tp') ? [] : [`${rule} ${expected}, case ${index + 1}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('have an entry for each rule of the rule file', () => {
    const ids = new Set(CATALOGUE.map(({ id }) => id));
    const rules = readFileSync(join(corpora, 'gitleaks.toml'), 'utf8').matchAll(/^id = "([^"]+)"/gm);
    assert.deepEqual(
      [...rules].map(([, id = '']) => id).filter((id) => !ids.has(id)),
      [],
    );
  });
});
