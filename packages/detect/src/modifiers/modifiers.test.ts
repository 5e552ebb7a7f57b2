// Every modifier, by vectors: what has to match and what must not (Sigma specification 2.1, appendix; pySigma's tests for its own).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fires, lineRule, rejection, ruleText } from '../../testing/rules.ts';

interface Vector {
  readonly line: string;
  readonly yes: readonly unknown[];
  readonly no: readonly unknown[];
}

const VECTORS: readonly Vector[] = [
  { line: 'f: Whoami', yes: ['whoami', 'WHOAMI'], no: ['whoami ', 'who', null, ['x']] },
  { line: 'f: [a, b]', yes: ['A', 'b', ['x', 'B']], no: ['c', [], {}] },
  { line: 'f: 4688', yes: [4688, '4688'], no: [46880, '04688', 4688.5] },
  { line: 'f: true', yes: [true, 'True'], no: [false, 1] },
  { line: "f: ''", yes: [''], no: [null, ' ', []] },
  { line: 'f: null', yes: [null, [null]], no: ['', 0, false] },
  { line: "f: 'a*c?'", yes: ['ABCd', 'acd', 'a\n\u{1f600}c\u{1f600}'], no: ['ac', 'abcde', 'xacd'] },
  { line: 'f|contains: who', yes: ['AWHOB', 'who'], no: ['wh o'] },
  { line: 'f|contains|all: [a, b]', yes: ['b a', ['a', 'b']], no: ['a', 'b'] },
  { line: "f|contains: 'a*b'", yes: ['xaxbx'], no: ['xbxax'] },
  { line: 'f|startswith: adm_', yes: ['ADM_1', 'adm_'], no: ['xadm_'] },
  { line: "f|endswith: '\\cmd.exe'", yes: ['C:\\Windows\\CMD.exe'], no: ['cmd.exe', 'C:\\cmd.exe.bak'] },
  { line: 'f|exists: true', yes: ['', null, 0], no: [] },
  { line: 'f|cased: Who', yes: ['Who'], no: ['who', 'WHO'] },
  { line: 'f|contains|cased: Who', yes: ['aWhob'], no: ['awhob'] },
  { line: 'f|cased|contains: Who', yes: ['aWhob'], no: ['awhob'] },
  { line: 'f|neq: a', yes: ['b', null], no: ['A'] },
  { line: 'f|neq: [a, b]', yes: ['c'], no: ['a', 'b'] },
  { line: 'f|contains|neq: a', yes: ['b'], no: ['bab'] },
  { line: 'f|lt: 5', yes: [4, '4.9', -1], no: [5, 'x', null, ''] },
  { line: 'f|lte: 5', yes: [5], no: [5.1] },
  { line: 'f|gt: 5', yes: [6, '6'], no: [5, '0x10'] },
  { line: 'f|gte: 5.5', yes: [5.5, [1, 6]], no: [5] },
  { line: "f|re: '^a.c$'", yes: ['abc'], no: ['ABC', 'xabc', 'a\nc'] },
  { line: "f|re: 'b{2,3}'", yes: ['abba'], no: ['aba'] },
  { line: "f|re|i: '^abc'", yes: ['ABCD'], no: ['xabc'] },
  { line: "f|re|ignorecase: '^abc'", yes: ['ABCD'], no: ['xabc'] },
  { line: "f|re|m: '^b$'", yes: ['a\nb\nc'], no: ['abc'] },
  { line: "f|re|s: 'a.c'", yes: ['a\nc'], no: ['ac'] },
  { line: "f|re|m|s|i: '^B.C$'", yes: ['a\nb\nc'], no: ['bcd'] },
  { line: "f|re|startswith: 'b+'", yes: ['bba'], no: ['abb'] },
  { line: 'f|cidr: 10.0.0.0/8', yes: ['10.1.2.3', '::ffff:10.1.2.3'], no: ['11.0.0.1', '10.1', 'x', '10.0.0.256'] },
  { line: "f|cidr: ['fe80::/10', '192.168.1.7']", yes: ['fe80::1', '192.168.1.7'], no: ['fec0::1', '192.168.1.8'] },
  {
    line: "f|cidr: '::ffff:0:0/96'",
    yes: ['::ffff:10.1.2.3', '::FFFF:0a01:0203', '10.1.2.3'],
    no: ['::fffe:10.1.2.3', '::1'],
  },
  { line: "f|cidr: '::ffff:10.0.0.0/104'", yes: ['::ffff:10.1.2.3', '10.1.2.3'], no: ['::ffff:11.1.2.3', '11.0.0.1'] },
  { line: "f|cidr: '::/0'", yes: ['::1', 'fe80::1', '::ffff:10.1.2.3'], no: ['10.1.2.3', ''] },
  { line: 'f|base64: foo', yes: ['Zm9v'], no: ['foo'] },
  { line: 'f|base64|contains: foo', yes: ['xZm9vx'], no: ['foo'] },
  { line: 'f|base64offset|contains: foobar', yes: ['Zm9vYmFy', 'AGZvb2Jhcg', 'ICBmb29iYXI'], no: ['Zm9v'] },
  { line: 'f|utf16le|base64|contains: ping', yes: ['cABpAG4AZwA='], no: ['cGluZw=='] },
  { line: 'f|wide|base64|contains: ping', yes: ['cABpAG4AZwA='], no: ['AHAAaQBuAGc='] },
  { line: 'f|utf16be|base64|contains: ping', yes: ['AHAAaQBuAGc='], no: ['cABpAG4AZwA='] },
  { line: 'f|utf16|base64|contains: ping', yes: ['//5wAGkAbgBnAA=='], no: ['cABpAG4AZwA='] },
  { line: 'f|wide|base64offset|contains: foo', yes: ['ZgBvAG8A', 'xmAG8AbwB', 'xYAbwBvAx'], no: ['Zm9v'] },
  { line: 'f|wide|contains: cmd', yes: ['c\0m\0d\0'], no: ['cmd'] },
  {
    line: "f|windash|contains: ' -f a-b'",
    yes: ['x -f a-b', 'x /f a-b', 'x \u2013f a-b', 'x \u2014f a-b', 'x \u2015f a-b'],
    no: ['x -f a/b', 'x f a-b'],
  },
  { line: "f|windash|contains|all: [' -a', ' -b']", yes: ['x /a -b', 'x -a \u2015b'], no: ['x -a b'] },
  { line: "f|windash|base64: '-e'", yes: ['LWU=', 'L2U='], no: ['ZQ=='] },
  { line: 'f|minute: 7', yes: ['2026-01-02T03:07:00Z'], no: ['2026-01-02T07:03:00Z'] },
  {
    line: 'f|hour: 23',
    yes: ['2026-01-02 23:07:00+02:00', '10/Oct/2000:23:55:36 -0700'],
    no: ['2026-01-02T21:07:00Z', 'x'],
  },
  { line: 'f|hour|gte: 22', yes: ['2026-01-02T22:00:00'], no: ['2026-01-02T21:59:59'] },
  { line: 'f|day: 2', yes: ['2026-01-02'], no: ['2026-02-01'] },
  { line: 'f|week: 53', yes: ['2026-12-31', '2027-01-01'], no: ['2027-01-04'] },
  { line: 'f|month: 1', yes: [1767225600, '1767225600000'], no: ['2026-02-01'] },
  { line: 'f|year|lt: 2000', yes: ['1999-12-31T23:59:59Z'], no: ['2000-01-01'] },
];

describe('modifiers', () => {
  for (const { line, yes, no } of VECTORS) {
    it(line, () => {
      for (const value of yes) assert.ok(fires(lineRule(line), { f: value }), `misses ${JSON.stringify(value)}`);
      for (const value of no) assert.ok(!fires(lineRule(line), { f: value }), `takes ${JSON.stringify(value)}`);
    });
  }

  it('compares fields with one another', () => {
    const same = lineRule('f|fieldref: g');
    assert.ok(fires(same, { f: 'Abc', g: 'aBC' }));
    assert.ok(!fires(same, { f: 'abc', g: 'abd' }));
    assert.ok(!fires(same, { f: 'abc' }));
    assert.ok(fires(lineRule('f|fieldref|neq: g'), { f: 'abc', g: 'abd' }));
    assert.ok(fires(lineRule('f|endswith|fieldref: g'), { f: 'C:\\abc', g: '\\ABC' }));
    assert.ok(fires(lineRule('f|fieldref|endswith: g'), { f: 'C:\\abc', g: '\\ABC' }));
    assert.ok(!fires(lineRule('f|fieldref|startswith: g'), { f: 'C:\\abc', g: '\\ABC' }));
    assert.ok(!fires(lineRule('f|fieldref|cased: g'), { f: 'abc', g: 'ABC' }));
  });

  it('tells a field that is not there from one that is empty or null', () => {
    assert.ok(fires(lineRule('f: null'), {}));
    assert.ok(!fires(lineRule("f: ''"), {}));
    assert.ok(fires(lineRule('f|exists: false'), {}));
    assert.ok(!fires(lineRule('f|exists: false'), { f: null }));
    assert.ok(!fires(lineRule("f: '*'"), {}));
    assert.ok(fires(lineRule('f|neq: a'), {}));
  });

  it('expands placeholders, and leaves the percent sign where it is escaped', () => {
    const placeholders = { servers: ['srv*', 'db1'], port: ['80', '443'] };
    assert.ok(fires(lineRule("f|expand: '%servers%'"), { f: 'SRV-7' }, { placeholders }));
    assert.ok(fires(lineRule("f|expand: '%servers%:%port%'"), { f: 'db1:443' }, { placeholders }));
    assert.ok(!fires(lineRule("f|expand: '%servers%:%port%'"), { f: 'db1:22' }, { placeholders }));
    assert.ok(fires(lineRule("f|expand: '\\%plain%port%'"), { f: '%plain80' }, { placeholders }));
    assert.ok(fires(lineRule("f: '%servers%'"), { f: '%servers%' }));
    assert.ok(fires(lineRule("f|re|expand: '^%servers%$'"), { f: 'db1' }, { placeholders }));
  });

  it('does not hang on a catastrophic expression', () => {
    assert.ok(!fires(lineRule("f|re: '(a+)+$'"), { f: `${'a'.repeat(50_000)}b` }));
  });
});

describe('modifiers that are not understood', () => {
  for (const [line, reason] of [
    ['f|sounds_like: a', /no modifier "sounds_like"/],
    ["f|re: '(?<=a)b'", /not understood/],
    ["f|re: '(a)\\1'", /not understood/],
    ["f|re: '('", /not understood/],
    ['f|contains|re: a', /not after contains/],
    ['f|i: a', /only follows re/],
    ['f|cidr: 10.0.0.0/33', /no network/],
    ['f|gt: abc', /takes numbers/],
    ["f|base64: 'a*b'", /wildcard/],
    ["f|fieldref: 'a*'", /no wildcards/],
    ['f|exists: maybe', /true or false/],
    ['f|hour: 24', /from 0 to 23/],
    ['f: [a, null]', /null stands in a list/],
    ['f: []', /empty list/],
    ['f|contains: null', /takes strings/],
  ] as const) {
    it(`${line} rejects the rule with its reason`, () => assert.match(rejection(lineRule(line)), reason));
  }

  it('a placeholder without values rejects a rule that cannot match without it, and is noted where it only leaves less out', () => {
    assert.match(rejection(lineRule("f|expand: '%servers%'")), /nobody gave values for %servers%/);
    const text = ruleText(
      "  selection:\n    f: a\n  filter:\n    g|expand: '%servers%'\n  condition: selection and not filter\n",
    );
    assert.ok(fires(text, { f: 'a' }));
  });
});
