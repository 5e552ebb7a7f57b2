import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { asLatin1 } from '../text.ts';
import { goRegex } from './go-regex.ts';

function matches(pattern: string, text: string): string | undefined {
  const compiled = goRegex(pattern);
  assert.ok('regex' in compiled, `${pattern}: ${JSON.stringify(compiled)}`);
  const found = compiled.regex.exec(asLatin1(text));
  return found ? Buffer.from(found[0], 'latin1').toString('utf8') : undefined;
}

describe("Go's regular expressions", () => {
  // What Go's regexp package gives, by https://github.com/google/re2/wiki/Syntax.
  const cases: readonly (readonly [pattern: string, text: string, match: string | undefined])[] = [
    ['(?i)key', 'xKeY', 'KeY'],
    ['a(?i)b', 'aB', 'aB'],
    ['a(?i)b', 'AB', undefined],
    ['(a(?i)b)c', 'aBC', undefined],
    ['(?i:a)b', 'AB', undefined],
    ['(?i)a(?-i:b)c', 'AbC', 'AbC'],
    ['(?i)a|b', 'B', 'B'],
    ['(?s:.)', '\n', '\n'],
    ['.', '\n', undefined],
    ['.', '\r', '\r'],
    ['^b', 'a\nb', undefined],
    ['(?m)^b$', 'a\nb\nc', 'b'],
    ['(?m)^b', 'a\rb', undefined],
    ['a$', 'a\n', undefined],
    ['a\\z', 'ba', 'a'],
    ['\\Aa', 'ba', undefined],
    ['\\s', '\u00a0', undefined],
    ['\\s', '\v', undefined],
    ['[[:space:]]', '\v', '\v'],
    ['[[:alnum:]]+', '_aZ9é', 'aZ9'],
    ['[[:^digit:]]+', '12ab3', 'ab'],
    ['[^[:alpha:]]+', 'ab12é', '12é'],
    ['\\pL+', '1éßж2', 'éßж'],
    ['\\p{Greek}+', 'aβγ', 'βγ'],
    ['\\P{L}+', 'é12', '12'],
    ['\\p{^L}+', 'é12', '12'],
    ['\\Qa.b\\E+', 'a.bbx', 'a.bb'],
    ['\\Qa.b', 'aab a.b', 'a.b'],
    ['\\x{e9}', 'é', 'é'],
    ['\\x41\\101', 'AA', 'AA'],
    ['\\C', 'a', 'a'],
    ['(?P<name>a)(?<other>b)', 'ab', 'ab'],
    ['a{,2}', 'a{,2}', 'a{,2}'],
    ['a{2', 'a{2', 'a{2'],
    ['[]a]+', 'a]b', 'a]'],
    ['[^]a]+', 'a]b', 'b'],
    ['[a\\-z]+', 'a-zb', 'a-z'],
    ['[a-]+', 'a-b', 'a-'],
    ['[\\w.-]+', ' a.b-c ', 'a.b-c'],
    ['é{2}', 'éé', 'éé'],
    ['[à-ÿ]+', 'aéèb', 'éè'],
    ['[^é]+', 'éab', 'ab'],
    ['.{3}', 'é€😀x', 'é€😀'],
    ['^.{1,2}$', '😀😀😀', undefined],
    ['(?i)É', 'é', 'é'],
    ['a|', 'b', ''],
    ['(?:)*', 'b', ''],
    ['\\-\\_\\/', '-_/', '-_/'],
    ['x*?y', 'xxy', 'xxy'],
  ];
  for (const [pattern, text, match] of cases) {
    it(`${pattern} in ${JSON.stringify(text)} is ${JSON.stringify(match)}`, () => {
      assert.equal(matches(pattern, text), match);
    });
  }

  for (const pattern of [
    '(?=a)',
    '(?!a)',
    '(?<=a)',
    '(?<!a)',
    '(a)\\1',
    '(?U)a+',
    '(?z)a',
    '(?',
    '(?i',
    '(?-)a',
    '(',
    ')',
    '[a',
    '[z-a]',
    '[[:nothing:]]',
    '*a',
    'a**',
    'a{2}{3}',
    'a{3,2}',
    'a{1001}',
    '\\',
    '\\q',
    '\\8',
    '\\pX1',
    '\\p{Nothing}',
    '\\x{110000}',
    '\\xg',
    '(?P<a>a)(?P<a>b)',
    '(?P<a b>a)',
    `${'('.repeat(10_000)}a${')'.repeat(10_000)}`,
  ]) {
    it(`${pattern.slice(0, 20)} is refused with a reason`, () => {
      const compiled = goRegex(pattern);
      assert.ok('fault' in compiled);
      assert.ok(compiled.fault.length > 5 && compiled.fault.length < 100, compiled.fault);
    });
  }

  it('never throws, whatever the pattern', () => {
    const part = fc.oneof(fc.constantFrom(...'()[]{}*+?|^$.\\-:PQEpLxiU<>123aé'), fc.string({ maxLength: 2 }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const compiled = goRegex(parts.join(''));
        assert.ok('regex' in compiled || compiled.fault.length > 0);
      }),
      { numRuns: 5000 },
    );
  });

  it('a literal matches itself as UTF-8 bytes, and no other text of the same length', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, (literal, other) => {
        const quoted = literal.replace(/[^\p{L}\p{N}]/gu, (mark) => `\\x{${mark.codePointAt(0)?.toString(16)}}`);
        fc.pre(!/[\ud800-\udfff]/.test(literal.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')));
        const compiled = goRegex(`^${[...literal].map((one) => `\\x{${one.codePointAt(0)?.toString(16)}}`).join('')}$`);
        assert.ok('regex' in compiled, quoted);
        assert.ok(compiled.regex.test(asLatin1(literal)));
        assert.equal(compiled.regex.test(asLatin1(other)), literal === other);
      }),
    );
  });

  it('a class holds exactly the characters of its ranges, whatever the number of their bytes', () => {
    const point = fc.integer({ min: 0, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(point, point), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        point,
        (pairs, negated, probe) => {
          const ranges = pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
          const written = ranges.map(([a, b]) => `\\x{${a.toString(16)}}-\\x{${b.toString(16)}}`).join('');
          const compiled = goRegex(`^[${negated ? '^' : ''}${written}]$`);
          assert.ok('regex' in compiled);
          for (const code of [probe, ...ranges.flat()]) {
            const inside = ranges.some(([first, last]) => first <= code && code <= last);
            assert.equal(compiled.regex.test(asLatin1(String.fromCodePoint(code))), inside !== negated, `${code}`);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
