// The finder looks only near words; this test looks everywhere, and the results have to be the same.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAll } from '../../testing/find.ts';
import { asLatin1 } from '../text.ts';
import { shannonEntropy } from './entropy.ts';
import { readGitleaksToml } from './gitleaks-toml.ts';
import type { RuleSet, SecretRule } from './rule.ts';
import { createSecretFinder } from './secret-finder.ts';

const corpora = join(import.meta.dirname, '../../../../../shared/corpora/classify');
const absent = existsSync(join(corpora, 'gitleaks.toml'))
  ? false
  : 'the corpus ../shared/corpora/classify is not there';
const NOTHING = { defaults: { title: '', rules: [], allowlists: [] }, read: () => ({ fault: 'no files here' }) };

function rulesOf(toml: string): RuleSet {
  const read = readGitleaksToml(toml, 'rules.toml', NOTHING);
  assert.ok('ruleSet' in read, JSON.stringify(read));
  return read.ruleSet;
}

/** Without allowlists, whose effect on both sides would hide a difference. */
function withoutAllowlists({ title, rules }: RuleSet): RuleSet {
  return { title, rules: rules.map((rule) => ({ ...rule, allowlists: [] })), allowlists: [] };
}

/** Rules that are made ready when a keyword is met, whether or not it is a part of their matches. */
function waiting(ruleSet: RuleSet): RuleSet {
  return { ...ruleSet, rules: ruleSet.rules.map((rule) => ({ ...rule, holdsKeyword: rule.keywords.length > 0 })) };
}

/** Each rule's expression over the whole text, as gitleaks does it. */
function naive(rules: readonly SecretRule[], latin1: string): readonly string[] {
  const lower = latin1.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return rules.flatMap((rule) => {
    const { id, regex, entropy, keywords, secretGroup } = rule;
    if (!regex || rule.path) return [];
    if (keywords.length > 0 && !keywords.some((word) => lower.includes(asLatin1(word)))) return [];
    return [...latin1.matchAll(regex)].flatMap((found) => {
      const match = found[0].replace(/^\n+|\n+$/g, '');
      if (match === '') return [];
      const at = found.index + found[0].length - found[0].replace(/^\n+/, '').length;
      const groups = new RegExp(regex.source, 'd').exec(match)?.indices ?? [];
      const place = secretGroup
        ? groups[secretGroup]
        : groups.slice(1).find((group) => group !== undefined && group[1] > group[0]);
      const [start, end] = place && place[1] > place[0] ? place : [0, match.length];
      if (entropy !== undefined && shannonEntropy(match.slice(start, end)) <= entropy) return [];
      return [`${id} ${at + start}-${at + end}`];
    });
  });
}

function found(ruleSet: RuleSet, latin1: string): readonly string[] {
  const finder = createSecretFinder(ruleSet, { maxDecodeDepth: 0, inlineAllow: false });
  const { matches, dropped } = findAll(finder, Buffer.from(latin1, 'latin1'));
  const takenOver = dropped.filter(({ why }) => why.startsWith('found by '));
  return [...matches, ...takenOver].map(({ rule, start, end }) => `${rule} ${start}-${end}`);
}

function assertSame(ruleSet: RuleSet, latin1: string): void {
  assert.deepEqual([...found(ruleSet, latin1)].sort(), [...naive(ruleSet.rules, latin1)].sort());
}

describe('near words and over the whole text', () => {
  it("gitleaks' rules find the same in its own cases, joined in random order", { skip: absent }, () => {
    const ruleSet = withoutAllowlists(rulesOf(readFileSync(join(corpora, 'gitleaks.toml'), 'utf8')));
    const texts: readonly string[] = readFileSync(join(corpora, 'gitleaks-cases.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => asLatin1(JSON.parse(line).text));
    const joiner = fc.constantFrom('', ' ', '\n', '"', ';', '=', 'key', 'x', '.', '\\n');
    const piece = fc.tuple(fc.nat(texts.length - 1), joiner).map(([index, behind]) => `${texts[index]}${behind}`);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => assertSame(ruleSet, pieces.join(''))),
      { numRuns: 25 },
    );
  });

  it('an expression that a line without indent ends', () => {
    const [rule] = rulesOf('[[rules]]\nid = "r"\nregex = "cmd"\nkeywords = ["cmd"]\n').rules;
    assert.ok(rule);
    const ruleSet = {
      title: '',
      allowlists: [],
      rules: [{ ...rule, regex: /cmd(?:(?!\n[^\s#])[\s\S]){0,40}? -k (\d+)/g }],
    };
    const part = fc.constantFrom('cmd', ' -k 12', ' -k ', '\n', '\n ', '\n#', 'x', '#', ' ', '\\n', '\n\n');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        assertSame(ruleSet, parts.join(''));
        assertSame(waiting(ruleSet), parts.join(''));
      }),
      { numRuns: 2000 },
    );
  });

  it('a rule whose word holds what has to follow it', () => {
    const one = (regex: string) => rulesOf(`[[rules]]\nid = "r"\nregex = '''${regex}'''\n`);
    assertSame(one('abck*abc'), 'abcabc');
    assertSame(one('(?:x|yz){2,}abc|[a-c]+sec\\.'), 'asec.');
  });

  it('random rules find the same in random text', () => {
    const word = fc.constantFrom('abc', 'key', 'tok', 'zq_', 'sec.', 'é1');
    const atom = fc.constantFrom(
      '[a-c]',
      '\\w',
      '\\d',
      '.',
      '[^"\\n]',
      '\\s',
      '(?:x|yz)',
      '(b|c)',
      'k',
      '\\b',
      '$',
      '^',
      'é',
    );
    const count = fc.constantFrom('', '?', '*', '+', '{2}', '{0,3}', '{1,4}?', '*?', '{2,}');
    const repeated = fc
      .tuple(atom, count)
      .map(([one, times]) => (one === '\\b' || one === '$' || one === '^' ? one : one + times));
    const regex = fc
      .array(
        fc.oneof(
          repeated,
          word.map((text) => text.replace('.', '\\.')),
          fc.constantFrom('(?i)', '|'),
        ),
        {
          minLength: 1,
          maxLength: 7,
        },
      )
      .map((parts) => parts.join(''));
    const rule = fc.record({ regex, keywords: fc.array(word, { maxLength: 2 }) });
    const text = fc
      .array(fc.oneof(word, fc.constantFrom('a', 'b', 'c', 'x', 'yz', '1', '"', ' ', '\n', 'K', 'ABC', '.', 'é')), {
        maxLength: 60,
      })
      .map((parts) => asLatin1(parts.join('')));
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 3 }), text, (rules, latin1) => {
        const toml = rules.map(
          (one, i) =>
            `[[rules]]\nid = "r${i}"\nregex = '''${one.regex}'''\nkeywords = ${JSON.stringify(one.keywords)}\n`,
        );
        const ruleSet = rulesOf(toml.join(''));
        assertSame(ruleSet, latin1);
        assertSame(waiting(ruleSet), latin1);
      }),
      { numRuns: 1500 },
    );
  });
});
