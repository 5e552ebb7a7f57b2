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
      search.each(where, (index) => {
        found.add(index);
        return false;
      });
      const expected = wanted.flatMap((literal, index) => (where.includes(literal) ? [index] : []));
      assert.deepEqual(
        [...found].sort((a, b) => a - b),
        expected,
      );
      assert.equal(search.any(where), expected.length > 0);
    });
    fc.assert(property, { numRuns: 2000 });
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
