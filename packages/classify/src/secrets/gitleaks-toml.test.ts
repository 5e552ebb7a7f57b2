import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAll } from '../../testing/find.ts';
import { type RuleFile, readGitleaksToml } from './gitleaks-toml.ts';
import type { RuleSet } from './rule.ts';
import { createSecretFinder } from './secret-finder.ts';

const EMPTY: RuleSet = { title: 'built in', rules: [], allowlists: [] };

function read(toml: string, files: Readonly<Record<string, string>> = {}, defaults = EMPTY): RuleFile {
  return readGitleaksToml(toml, 'rules.toml', {
    defaults,
    read: (path) => {
      const text = files[path];
      return text === undefined ? { fault: 'no such file' } : { text, file: path };
    },
  });
}

function rules(toml: string, files: Readonly<Record<string, string>> = {}, defaults = EMPTY) {
  const file = read(toml, files, defaults);
  assert.ok('ruleSet' in file, JSON.stringify(file));
  return file.ruleSet;
}

const FULL = `
title = "ours"
minVersion = "v8.25.0"
[[allowlists]]
targetRules = ["one"]
stopwords = ["EXAMPLE"]
[[rules]]
id = "one"
description = "One"
regex = '''one_([a-z]{4})(x)?'''
secretGroup = 1
entropy = 1.5
path = '''\\.txt$'''
keywords = ["ONE_"]
tags = ["a", "b"]
skipReport = false
[[rules.allowlists]]
condition = "AND"
regexTarget = "line"
paths = ['''^test/''']
regexes = ['''ignore''']
stopwords = ["abcd"]
[[rules.required]]
id = "two"
withinLines = 3
withinColumns = 10
[[rules]]
id = "two"
regex = "two"
skipReport = true
[rules.allowlist]
commits = ["0123456"]
`;

describe('a rule file', () => {
  it('is read with all its keys', () => {
    const {
      title,
      allowlists,
      rules: [one, two],
    } = rules(FULL);
    assert.equal(title, 'ours');
    assert.deepEqual(
      allowlists.map((list) => [list.rules, list.stopwords]),
      [[['one'], ['example']]],
    );
    assert.ok(one && two);
    assert.deepEqual(
      [one.description, one.secretGroup, one.entropy, one.keywords, one.tags],
      ['One', 1, 1.5, ['one_'], ['a', 'b']],
    );
    assert.deepEqual(one.required, [{ id: 'two', withinLines: 3, withinColumns: 10 }]);
    assert.deepEqual(
      one.allowlists.map((list) => [
        list.condition,
        list.target,
        list.paths.length,
        list.regexes.length,
        list.stopwords,
      ]),
      [['all', 'line', 1, 1, ['abcd']]],
    );
    assert.equal(two.skipReport, true);
    assert.deepEqual(two.allowlists, [], 'a list that only speaks of commits says nothing here');
  });

  it('is read without regard to the case of its keys', () => {
    assert.equal(rules('[[rules]]\nID = "a"\nRegex = "(a)"\nsecretgroup = 1').rules[0]?.secretGroup, 1);
  });

  it('extends the built-in rules: its own values go before theirs, lists are added up, disabled ones are left out', () => {
    const defaults = rules(
      `${FULL}[[rules]]\nid = "three"\nregex = "three"\n[[allowlists]]\ntargetRules = ["three"]\nstopwords = ["x"]`,
    );
    const set = rules(
      '[extend]\nuseDefault = true\ndisabledRules = ["three"]\n[[rules]]\nid = "one"\nentropy = 3.0\nkeywords = ["more"]\n[[rules]]\nid = "four"\nregex = "four"',
      {},
      { ...defaults, title: 'built in' },
    );
    assert.deepEqual(
      set.rules.map(({ id }) => id),
      ['one', 'two', 'four'],
    );
    assert.deepEqual(
      [set.rules[0]?.entropy, set.rules[0]?.description, set.rules[0]?.keywords],
      [3, 'One', ['one_', 'more']],
    );
    assert.deepEqual(
      set.allowlists.map((list) => list.rules),
      [['one']],
      'a list for a disabled rule does not become one for all',
    );
  });

  it('extends files two deep and no deeper', () => {
    const file = (id: string, next: string) => `[extend]\npath = "${next}"\n[[rules]]\nid = "${id}"\nregex = "${id}"`;
    const files = { b: file('b', 'c'), c: file('c', 'd'), d: file('d', 'a') };
    const result = read(file('a', 'b'), files);
    assert.ok('ruleSet' in result);
    assert.deepEqual(
      result.ruleSet.rules.map(({ id }) => id),
      ['c', 'b', 'a'],
    );
    assert.deepEqual(
      result.notes.map(({ file: name }) => name),
      ['c'],
    );
  });

  it('notes unknown keys and disabled rules that do not exist', () => {
    const result = read(
      'colour = 1\n[extend]\nuseDefault = true\ndisabledRules = ["none"]\n[[rules]]\nid = "a"\nregex = "a"\nentrpy = 3',
    );
    assert.ok('ruleSet' in result);
    assert.deepEqual(
      result.notes.map(({ rule, reason }) => [rule, reason]),
      [
        [undefined, 'an unknown key, colour'],
        ['a', 'an unknown key, entrpy'],
        [undefined, 'the disabled rule none does not exist'],
      ],
    );
  });

  const faulty: readonly (readonly [what: string, toml: string, rule: string | undefined, reason: RegExp])[] = [
    ['text that is no TOML', 'a = = secret-value', undefined, /^not TOML: line 1/],
    ['rules that are no list of tables', 'rules = 3', undefined, /rules is not a list of tables/],
    ['a rule without an id', '[[rules]]\nregex = "a"', 'number 1', /the id is missing/],
    ['an id given twice', '[[rules]]\nid = "a"\nregex = "a"\n[[rules]]\nid = "a"\nregex = "b"', 'a', /two rules/],
    ['a rule that finds nothing', '[[rules]]\nid = "a"', 'a', /neither regex nor path/],
    ['a regex that does not compile', '[[rules]]\nid = "a"\nregex = "("', 'a', /regex does not compile: a missing \)/],
    ['a look ahead', '[[rules]]\nid = "a"\nregex = "a(?=b)"', 'a', /RE2 does not have/],
    ['a path that does not compile', '[[rules]]\nid = "a"\npath = "["', 'a', /path does not compile/],
    ['a regex that is a number', '[[rules]]\nid = "a"\nregex = 3', 'a', /regex is not a string/],
    ['an entropy that is a string', '[[rules]]\nid = "a"\nregex = "a"\nentropy = "3"', 'a', /entropy is not a number/],
    [
      'a secretGroup beyond the groups',
      '[[rules]]\nid = "a"\nregex = "(a)"\nsecretGroup = 2',
      'a',
      /secretGroup is 2, and the regex has 1/,
    ],
    [
      'keywords that are a string',
      '[[rules]]\nid = "a"\nregex = "a"\nkeywords = "a"',
      'a',
      /keywords is not a list of strings/,
    ],
    ['an empty keyword', '[[rules]]\nid = "a"\nregex = "a"\nkeywords = [""]', 'a', /a keyword is empty/],
    [
      'a required rule that is not there',
      '[[rules]]\nid = "a"\nregex = "a"\n[[rules.required]]\nid = "b"',
      'a',
      /required rule b does not exist/,
    ],
    ['an unknown condition', '[[allowlists]]\ncondition = "XOR"\nstopwords = ["a"]', undefined, /neither AND nor OR/],
    ['an unknown target', '[[allowlists]]\nregexTarget = "file"\nregexes = ["a"]', undefined, /regexTarget/],
    [
      'an empty allowlist',
      '[[allowlists]]\ndescription = "a"',
      undefined,
      /without commits, paths, regexes or stopwords/,
    ],
    [
      'a target rule that is not there',
      '[[allowlists]]\ntargetRules = ["a"]\nregexes = ["a"]',
      undefined,
      /target rule a does not exist/,
    ],
    [
      'both forms of allowlists',
      '[allowlist]\nregexes = ["a"]\n[[allowlists]]\nregexes = ["a"]',
      undefined,
      /both given/,
    ],
    [
      'rules from the network',
      '[extend]\nurl = "https://example.org/rules.toml"',
      undefined,
      /extend\.url: rules are not fetched/,
    ],
    ['a path and the defaults', '[extend]\npath = "a"\nuseDefault = true', undefined, /both given/],
    ['a file that cannot be read', '[extend]\npath = "gone.toml"', undefined, /extend\.path: no such file/],
    ['a version that is none', 'minVersion = "new"', undefined, /minVersion/],
  ];
  for (const [what, toml, rule, reason] of faulty) {
    it(`with ${what} is refused whole`, () => {
      const result = read(`${toml}\n`);
      assert.ok('faults' in result);
      const [fault] = result.faults;
      assert.ok(fault);
      assert.equal(fault.file, 'rules.toml');
      assert.equal(fault.rule, rule);
      assert.match(fault.reason, reason);
      assert.doesNotMatch(JSON.stringify(result.faults), /secret-value/);
    });
  }

  it('of random values is read or refused, and runs', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string({ maxLength: 6 }), { maxLength: 3 }),
    );
    const key = fc.constantFrom(
      'id',
      'regex',
      'path',
      'entropy',
      'secretGroup',
      'keywords',
      'tags',
      'skipReport',
      'allowlists',
      'required',
      'x',
    );
    const table = fc.dictionary(key, value, { maxKeys: 6 });
    fc.assert(
      fc.property(fc.array(table, { maxLength: 3 }), fc.uint8Array({ maxLength: 300 }), (tables, bytes) => {
        const toml = tables.map(
          (one) =>
            `[[rules]]\n${Object.entries(one)
              .map(([name, is]) => `${name} = ${JSON.stringify(is)}`)
              .join('\n')}\n`,
        );
        const file = read(toml.join(''));
        if ('faults' in file) assert.ok(file.faults.length > 0);
        else
          for (const { start, end } of findAll(createSecretFinder(file.ruleSet), bytes).matches) assert.ok(start < end);
      }),
      { numRuns: 500 },
    );
  });
});
