// Conditions as authors write them: precedence, quantifiers, patterns, and what is refused.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fires, rejection, ruleText } from '../../testing/rules.ts';

const SEARCHES = '  sel_a:\n    a: 1\n  sel_b:\n    b: 1\n  other:\n    c: 1\n  _hidden:\n    d: 1\n';
const rule = (condition: string) => ruleText(`${SEARCHES}  condition: ${condition}\n`);
/** The search identifiers that hold, as letters. */
const event = (letters: string) => Object.fromEntries([...letters].map((letter) => [letter, 1]));

describe('conditions', () => {
  const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['sel_a', ['a'], ['b']],
    ['sel_a or sel_b and other', ['a', 'bc'], ['b', 'c']],
    ['(sel_a or sel_b) and other', ['ac', 'bc'], ['a', 'b']],
    ['not sel_a and sel_b', ['b'], ['ab', '']],
    ['not (sel_a and sel_b)', ['a', ''], ['ab']],
    ['not not sel_a', ['a'], ['']],
    ['1 of sel_*', ['a', 'b'], ['c']],
    ['any of sel_*', ['a', 'b'], ['c']],
    ['all of sel_*', ['ab'], ['a']],
    ['1 of them', ['a', 'b', 'c'], ['d']],
    ['all of them', ['abc'], ['ab']],
    ['all of _*', ['d'], ['abc']],
    ['1 of *a*', ['a'], ['b']],
    ['1 of s*_b', ['b'], ['a']],
    ['sel_a and not 1 of o*', ['a'], ['ac']],
    ['sel_a AND NOT other', ['a'], ['ac']],
    ['[sel_a, other]', ['a', 'c'], ['b']],
  ];
  for (const [condition, yes, no] of table) {
    it(condition, () => {
      for (const letters of yes) assert.ok(fires(rule(condition), event(letters)), `misses ${letters}`);
      for (const letters of no) assert.ok(!fires(rule(condition), event(letters)), `takes ${letters}`);
    });
  }

  for (const [condition, reason] of [
    ['sel_c', /no search identifier "sel_c"/],
    ['1 of none_*', /no search identifier is called "none_\*"/],
    ['2 of sel_*', /"2 of" is not Sigma/],
    ['sel_a | count() > 5', /behind a pipe/],
    ['sel_a and', /ends where something is expected/],
    ['(sel_a', /bracket is not closed/],
    ['sel_a sel_b', /"sel_b" is not expected/],
    ["''", /ends where/],
    ['{a: b}', /a condition is a text/],
  ] as const) {
    it(`${condition} rejects the rule with its reason`, () => assert.match(rejection(rule(condition)), reason));
  }

  it('refuses nesting that is a trap', () => {
    assert.match(rejection(rule(`${'('.repeat(1000)}sel_a${')'.repeat(1000)}`)), /nested too deep/);
  });
});

describe('keywords', () => {
  it('are looked for in the whole event, at any depth', () => {
    const text = ruleText("  keywords:\n    - evil\n    - 'a*z'\n  condition: keywords\n");
    assert.ok(fires(text, { x: { y: ['one', 'this EVIL thing'] } }));
    assert.ok(fires(text, { x: 'from a to z' }));
    assert.ok(!fires(text, { evil: 'a key is no value' }));
  });

  it('all have to stand there with |all, in whatever fields', () => {
    const text = ruleText("  keywords:\n    '|all':\n      - one\n      - two\n  condition: keywords\n");
    assert.ok(fires(text, { x: 'one', y: 'TWO' }));
    assert.ok(!fires(text, { x: 'one' }));
  });

  it('may be regular expressions', () => {
    const text = ruleText("  keywords:\n    '|re': 'a+b'\n  condition: keywords\n");
    assert.ok(fires(text, { x: 'xaab' }));
    assert.ok(!fires(text, { x: 'AAB' }));
  });

  it('stand beside maps in one list', () => {
    const text = ruleText('  sel:\n    - evil\n    - a: 1\n      b: 2\n  condition: sel\n');
    assert.ok(fires(text, { x: 'evil' }));
    assert.ok(fires(text, { a: 1, b: 2 }));
    assert.ok(!fires(text, { a: 1 }));
  });
});
