// What is read from files of rules: whole or not at all, with author, link and licence, and with filters and mappings applied.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fires, lineRule, load, matching, rejection, ruleText } from '../../testing/rules.ts';
import { createDetector } from '../detector.ts';
import { loadRules } from './rule-set.ts';

const RULE = ruleText('  sel:\n    f: a\n  condition: sel\n');
const filter = (rules: string, condition: string, source = 'category: test') =>
  `title: Ours\nlogsource:\n  ${source}\nfilter:\n  rules: ${rules}\n  selection:\n    user: adm\n  condition: ${condition}\n`;

describe('a rule', () => {
  it('gives its author, link and licence to each detection', () => {
    const text = `${RULE}level: high\nlicense: DRL-1.1\nreferences:\n  - https://example.org/a\n`;
    const rules = loadRules([{ text, origin: { path: 'a.yml', link: 'https://example.org/rules' } }]);
    const [detection] = createDetector(rules, { now: () => 0 }).observe(
      { f: 'A', timestamp: '2026-01-02T03:04:05Z' },
      7,
    );
    assert.ok(detection);
    const { about, ref, time } = detection;
    assert.equal(about.author, 'A. Author');
    assert.equal(about.licence, 'DRL-1.1');
    assert.equal(about.link, 'https://example.org/rules');
    assert.equal(about.level, 'high');
    assert.equal(ref, 7);
    assert.equal(time, Date.UTC(2026, 0, 2, 3, 4, 5));
    assert.equal(detection.why(), 'sel: f is "a"');
  });

  it('gives the same event the same id', () => {
    const id = () =>
      createDetector(load(RULE), { now: () => 0 })
        .observe({ f: 'a' }, 7)[0]
        ?.id();
    assert.equal(id(), id());
  });

  it('is called by its name or title where it has no id', () => {
    const anonymous = RULE.replace(/^id: .*\n/m, '');
    assert.equal(load(anonymous).rules[0]?.about.rule, 'A rule');
    assert.equal(load(`name: its_name\n${anonymous}`).rules[0]?.about.rule, 'its_name');
  });

  it('stands beside others in a file, with what they share in a global document', () => {
    const detection = (value: string) => `detection:\n  sel:\n    f: ${value}\n  condition: sel\n`;
    const text = `action: global\ntitle: T\nlogsource:\n  category: test\n---\n${detection('a')}---\n${detection('b')}`;
    assert.deepEqual(matching(text, { f: 'b' }), [1]);
  });

  for (const [what, text, reason] of [
    ['no YAML', 'title: [', /^yaml: /],
    ['a repeated key', RULE.replace('    f: a\n', '    f: a\n    f: b\n'), /^yaml: .*duplicate/i],
    ['a list', '- a\n', /^shape: /],
    ['no title', RULE.replace('title: A rule\n', ''), /^shape: .*title/],
    ['no log source', RULE.replace(/logsource:\n.*\n/, ''), /^log-source: /],
    ['an empty log source', RULE.replace('category: test', 'definition: x'), /^log-source: /],
    ['no condition', RULE.replace(/ {2}condition.*\n/, ''), /^condition: /],
    ['no search identifier', ruleText('  condition: sel\n'), /^shape: /],
    ['an unknown level', `${RULE}level: severe\n`, /^shape: .*severe/],
    ['an unknown status', `${RULE}status: good\n`, /^shape: .*good/],
    ['another taxonomy', `${RULE}taxonomy: ours\n`, /^mapping: .*ours/],
    ['a time frame', RULE.replace('  condition', '  timeframe: 5m\n  condition'), /^condition: timeframe/],
    ['nothing to detect', 'title: T\nlogsource:\n  category: test\n', /^shape: /],
    ['a map as a value', lineRule('f: {a: b}'), /^value: /],
    ['an unknown action', `action: explode\n${RULE}`, /^shape: .*explode/],
  ] as const) {
    it(`with ${what} is rejected with its reason`, () => assert.match(rejection(text), reason));
  }

  it('that unfolds without end is rejected', () => {
    const layers = Array.from({ length: 30 }, (_, n) => `x${n + 1}: &x${n + 1} [*x${n}, *x${n}]`).join('\n');
    assert.match(rejection(`x0: &x0 [a]\n${layers}\n${RULE}`), /too many values|nested too deep/);
  });

  it('that does not compile stops no other', () => {
    const { rules, faults } = load(`${RULE}---\n${RULE.replace('f: a', 'f|nonsense: a')}---\n${RULE}`);
    assert.equal(rules.length, 2);
    assert.deepEqual(
      faults.map(({ path, rule }) => [path, rule]),
      [['test.yml', '00000000-0000-4000-8000-000000000001']],
    );
  });

  it('is read or rejected, whatever its bytes are', () => {
    const piece = fc.constantFrom(
      ...RULE.split(/(?<=\s)/),
      '|re',
      '|all',
      '*',
      '\\',
      '- ',
      '{',
      '[',
      '&a ',
      '*a ',
      '\n---\n',
      ': ',
      '%x%',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void load(pieces.join(''))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => void load(RULE.replace('f: a', `f: ${text}`))),
      { numRuns: 500 },
    );
  });
});

describe('a filter', () => {
  const event = { f: 'a', user: 'ADM' };
  it('leaves out what its condition says, and pySigma’s way of writing it means the same', () => {
    for (const condition of ['selection', 'not selection']) {
      const text = `${RULE}---\n${filter('[00000000-0000-4000-8000-000000000001]', condition)}`;
      assert.ok(!fires(text, event), condition);
      assert.ok(fires(text, { f: 'a', user: 'bob' }), condition);
    }
  });
  it('is for any rule of its log source where it says so, and for no rule of another', () => {
    assert.ok(!fires(`${RULE}---\n${filter('any', 'selection')}`, event));
    assert.ok(fires(`${RULE}---\n${filter('any', 'selection', 'category: other')}`, event));
  });
  it('does not lend its names to the conditions of rules', () => {
    const all = RULE.replace('condition: sel', 'condition: all of them');
    assert.ok(fires(`${all}---\n${filter('any', 'selection')}`, { f: 'a' }));
  });
  it('that fits no rule is noted', () => {
    assert.match(load(`${RULE}---\n${filter('[nobody]', 'selection')}`).notes.join(), /fits none/);
  });
  it('without rules is rejected', () => {
    assert.match(rejection(filter('[]', 'selection').replace('  rules: []\n', '')), /to which rules/);
  });
});

describe('fields', () => {
  it('are those of a mapping, for the rules of its log source', () => {
    const mappings = [{ logSource: { category: 'test' }, fields: { f: ['process.name', 'proc'] } }];
    assert.ok(fires(RULE, { process: { name: 'a' } }, { mappings }));
    assert.ok(fires(RULE, { proc: 'a' }, { mappings }));
    assert.ok(!fires(RULE, { f: 'a' }, { mappings }));
    const others = [{ logSource: { category: 'other' }, fields: { f: ['x'] } }];
    assert.ok(fires(RULE, { f: 'a' }, { mappings: others }));
  });
  it('are keys before they are paths, and paths go through arrays', () => {
    const text = lineRule('a.b.c: 1');
    assert.ok(fires(text, { a: { b: { c: 1 } } }));
    assert.ok(fires(text, { 'a.b.c': 1, a: { b: { c: 2 } } }));
    assert.ok(!fires(text, { 'a.b.c': 2, a: { b: { c: 1 } } }));
    assert.ok(fires(text, { a: [{ b: { c: 0 } }, { b: [{ c: 1 }] }] }));
    assert.ok(fires(text, { 'a.b': { c: 1 } }));
    assert.ok(!fires(text, { a: { b: 1 } }));
  });
  it('have no spaces', () => {
    assert.ok(fires(lineRule('ThreatName: a'), { 'Threat Name': 'a' }));
    assert.ok(fires(lineRule("'Threat Name': a"), { ThreatName: 'a' }));
  });
  it('that hold objects are compared as JSON', () => {
    assert.ok(fires(lineRule('f|contains: Suspended'), { f: { a: { b: 'Suspended' } } }));
  });
});

describe('log sources', () => {
  const linux = ruleText(
    '  sel:\n    f: a\n  condition: sel\n',
    'logsource:\n  product: linux\n  category: process_creation',
  );
  it('leave a rule out where the event names another one, and only there', () => {
    assert.ok(fires(linux, { f: 'a' }));
    assert.ok(fires(linux, { f: 'a', product: 'linux' }));
    assert.ok(!fires(linux, { f: 'a', product: 'windows' }));
    assert.ok(!fires(linux, { f: 'a', category: 'proxy' }));
    assert.ok(fires(linux, { f: 'a', product: 'garden chairs', category: 'furniture' }), 'words of a shop are content');
    assert.ok(!fires(linux, { f: 'a', logsource: { product: 'windows' } }));
  });
});

describe('what is switched off', () => {
  const NAME = '00000000-0000-4000-8000-000000000001';
  const correlation = `title: Often\nid: often\ncorrelation:\n  type: event_count\n  rules: [${NAME}]\n  timespan: 1m\n  condition:\n    gte: 2\n`;
  const off =
    (...names: string[]) =>
    (rule: string) =>
      names.includes(rule);

  it('tells nothing, and is still known', () => {
    const { rules, faults, off: left } = load(RULE, { isOff: off(NAME) });
    assert.deepEqual([rules, faults], [[], []]);
    assert.deepEqual(
      left.map(({ about, kind }) => [about.rule, kind]),
      [[NAME, 'rule']],
    );
  });
  it('still counts in correlations that are on', () => {
    const { rules, correlations, faults } = load(`${RULE}---\n${correlation}`, { isOff: off(NAME) });
    assert.deepEqual(faults, []);
    assert.deepEqual([rules[0]?.isTold, correlations[0]?.isTold], [false, true]);
  });
  it('silences nothing where it is a correlation, and leaves nothing out where it is a filter', () => {
    const set = load(`${RULE}---\n${correlation}`, { isOff: off('often') });
    assert.deepEqual([set.rules[0]?.isTold, set.correlations.length], [true, 0]);
    const filter = `title: Ada is let be\nid: let-be\nlogsource:\n  category: test\nfilter:\n  rules: any\n  selection:\n    f: a\n  condition: selection\n`;
    assert.ok(!fires(`${RULE}---\n${filter}`, { f: 'a' }));
    const text = `${RULE}---\n${filter}`;
    assert.ok(fires(text, { f: 'a' }, { isOff: off('let-be') }));
    assert.deepEqual(
      load(text).filters.map(({ rule }) => rule),
      ['let-be'],
    );
  });
});
