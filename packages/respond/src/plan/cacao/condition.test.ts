import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { holds } from './condition.ts';
import { parseCondition } from './condition-syntax.ts';

const VALUES: Record<string, string | null> = {
  __name__: 'web-01',
  __count__: '12',
  __open__: 'true',
  __ip__: '10.1.2.3',
  __since__: '2026-03-27T10:00:00Z',
  __unknown__: null,
  __quote__: "it's",
  __other__: '9',
};

function decide(text: string) {
  const condition = parseCondition(text);
  assert.ok(!('code' in condition), `${text}: ${'code' in condition ? condition.message : ''}`);
  return holds(condition, (name) => VALUES[name]);
}

/** Operators and types of STIX 2.1 patterning, sections 9.2, 9.6 and 9.7. */
const CASES: readonly (readonly [string, boolean])[] = [
  ["__name__:value = 'web-01'", true],
  ["__name__:value == 'web-01'", true],
  ["[__name__:value = 'web-01']", true],
  ["__name__:value != 'web-01'", false],
  ["__name__:value <> 'web-02'", true],
  ["__name__:value NOT = 'web-01'", false],
  ["__quote__:value = 'it\\'s'", true],
  ['__count__:value > 9', true],
  ["__count__:value > '9'", false],
  ['__count__:value >= 12', true],
  ['__count__:value < 12.5', true],
  ['__count__:value <= 11', false],
  ['__count__:value = 12.0', true],
  ['__count__:value > __other__:value', true],
  ['__name__:value = 12', false],
  ['__name__:value != 12', true],
  ['__name__:value < 12', false],
  ['__open__:value = true', true],
  ['__open__:value != FALSE', true],
  ["__since__:value < t'2026-03-27T12:00:00Z'", true],
  ["__since__:value = t'2026-03-27T11:00:00+01:00'", true],
  ["__name__:value IN ('db-01', 'web-01')", true],
  ['__count__:value NOT IN (1, 2)', true],
  ["__name__:value LIKE 'web-%'", true],
  ["__name__:value LIKE 'web-__'", true],
  ["__name__:value LIKE '%0_'", true],
  ["__name__:value LIKE 'eb%'", false],
  ["__name__:value MATCHES '^web-\\\\d+$'", true],
  ["__name__:value MATCHES 'db'", false],
  ["__ip__:value ISSUBSET '10.0.0.0/8'", true],
  ["__ip__:value ISSUBSET '192.168.0.0/16'", false],
  ["__ip__:value ISSUPERSET '10.1.2.3/32'", true],
  ['EXISTS __ip__:value', true],
  ['EXISTS __unknown__:value', false],
  ["__unknown__:value = 'x'", false],
  ["__unknown__:value != 'x'", false],
  ["__name__:value = 'x' OR __count__:value = 12 AND __open__:value = true", true],
  ["(__name__:value = 'web-01' OR __count__:value = 12) AND __open__:value = false", false],
  ["NOT (__name__:value = 'x')", true],
];

describe('conditions', () => {
  for (const [text, expected] of CASES) it(`${text} is ${expected}`, () => assert.equal(decide(text), expected));

  const WRONG: readonly (readonly [string, number, RegExp])[] = [
    ['', 0, /too early/],
    ['__a__:value', 11, /should stand here/],
    ['__a__:value = web', 14, /single quotes/],
    ['__a__ = 1', 0, /__name__:value/],
    ["__a__:value = 'x", 14, /no closing quote/],
    ['__a__:value = 1 XOR __b__:value = 2', 16, /AND, OR or the end/],
    ['(__a__:value = 1', 16, /\) should stand here/],
    ["network-traffic:dst_ref.value = '10.0.0.1'", 7, /not part of a condition/],
    ['[__a__:value = 1] FOLLOWEDBY [__b__:value = 2]', 18, /AND, OR or the end/],
    ["__a__:value = t'yesterday'", 14, /no instant/],
    [`${'('.repeat(99)}__a__:value = 1${')'.repeat(99)}`, 33, /brackets in one another/],
    [`__a__:value = '${'x'.repeat(5000)}'`, 4096, /longer than/],
  ];
  for (const [text, at, message] of WRONG) {
    it(`refuses ${text.slice(0, 60)}`, () => {
      const fault = parseCondition(text);
      assert.ok('code' in fault);
      assert.match(fault.message, message);
      assert.equal(fault.at, at);
    });
  }

  it('says which variable is not declared', () => {
    assert.match(JSON.stringify(decide('__nobody__:value = 1')), /no variable __nobody__/);
  });

  it('searches a hostile pattern in time linear in the text', () => {
    const condition = parseCondition("__a__:value MATCHES '^(a+)+$'");
    assert.ok(!('code' in condition));
    const begun = process.cpuUsage().user;
    assert.equal(
      holds(condition, () => `${'a'.repeat(20_000)}b`),
      false,
    );
    assert.ok(process.cpuUsage().user - begun < 2_000_000);
  });

  it('answers every text with a condition or a fault', () => {
    const part = fc.constantFrom(
      '__a__:value',
      '=',
      "'x'",
      '1',
      'AND',
      'OR',
      'NOT',
      '(',
      ')',
      'IN',
      ',',
      '[',
      ']',
      'EXISTS',
      "'",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join(' ')),
        ),
        (text) => {
          const read = parseCondition(text);
          if (!('code' in read)) assert.equal(typeof holds(read, () => '1'), 'boolean');
          else assert.ok(read.message.length > 0 && read.at <= text.length);
        },
      ),
    );
  });
});
