// The search for many literals finds what a search for each finds.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { GramSearch } from './gram-search.ts';
import { requiredLiteral } from './regex-literal.ts';

const piece = fc.constantFrom('a', 'b', 'ab', 'abcd', 'bcda', '\\', '.exe', ' ', 'ä', '\u0161', '\u{1f600}', '\0');
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('the search for many literals', () => {
  it('agrees with a search for each', () => {
    const literals = fc.uniqueArray(
      text.filter((one) => one !== ''),
      { minLength: 1, maxLength: 20 },
    );
    const property = fc.property(literals, text, (wanted, where) => {
      const search = new GramSearch(wanted);
      const found = new Set<number>();
      search.each(where, (index) => found.add(index));
      const expected = wanted.flatMap((literal, index) => (where.includes(literal) ? [index] : []));
      assert.deepEqual(
        [...found].sort((a, b) => a - b),
        expected,
      );
      assert.equal(search.any(where), expected.length > 0);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it('finds what stands across the pieces in which a long text is looked at', () => {
    const search = new GramSearch(['needle', 'xyz']);
    for (const literal of ['needle', 'xyz']) {
      for (let before = 65_536 - 8; before <= 65_536 + 2; before += 1) {
        const text = `${'-'.repeat(before)}${literal}${'\u0161'.repeat(65_536)}`;
        assert.ok(search.any(text), `${literal} after ${before} signs`);
        assert.ok(!search.any(text.replace(literal, '')), `no ${literal} after ${before} signs`);
      }
    }
  });

  it('may be asked again while it tells what it found', () => {
    const search = new GramSearch(['needle', 'haystack']);
    const found: number[] = [];
    search.each('a needle in a haystack', (index) => {
      assert.ok(!search.any('something else'));
      found.push(index);
    });
    assert.deepEqual(found, [0, 1]);
  });
});

describe('the literal that a regular expression demands', () => {
  const table: readonly (readonly [string, boolean, string | undefined])[] = [
    ['abcd+', false, 'abcd'],
    ['abcd*', false, 'abc'],
    ['abcd?e', false, 'abc'],
    ['abcd{0,2}', false, 'abc'],
    ['ab|cd', false, undefined],
    ['(ab|cd)efg', false, 'efg'],
    ['[abc]defg', false, 'defg'],
    ['[]abc]defg', false, 'defg'],
    ['a.bcd', false, 'bcd'],
    ['\\.exe$', false, '.exe'],
    ['\\x41bcd', false, undefined],
    ['\\Qa.c\\E', false, undefined],
    ['ABCdef', true, 'abcdef'],
    ['(?i)ABCdef', false, 'abcdef'],
    ['pasko', true, undefined],
    ['äbcd', false, 'bcd'],
    ['ab', false, undefined],
  ];
  for (const [source, isCaseless, literal] of table) {
    it(source, () => assert.equal(requiredLiteral(source, isCaseless), literal));
  }
});
