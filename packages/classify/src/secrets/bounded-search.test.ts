import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expressionOf, searchAll, searchFrom } from './bounded-search.ts';

function everywhere(regex: RegExp, longest: number, text: string): readonly string[] {
  const found: string[] = [];
  searchAll(expressionOf(regex, longest), text, (start, end) => found.push(`${start}-${end}`));
  return found;
}

function whole(regex: RegExp, text: string): readonly string[] {
  return [...text.matchAll(new RegExp(regex.source, 'g'))].map(
    ({ index, 0: { length } }) => `${index}-${index + length}`,
  );
}

describe('a search in windows', () => {
  const text = `${'x'.repeat(65_530)}abcabc ${'word '.repeat(40_000)}${'b'.repeat(300_000)} end`;
  for (const regex of [/abc/, /\w+/, /b{5} end$/, /^x+/, /\bword\b/, /c (?=w)/, /[a-c]{3,}/, /d$/, /nothing/]) {
    it(`finds ${regex} as in the whole text`, () => {
      assert.deepEqual(everywhere(regex, Infinity, text), whole(regex, text));
    });
  }

  it('follows a match beyond the window that it began in', () => {
    const found: number[] = [];
    searchFrom(expressionOf(/b+/, Infinity), text, [text.indexOf('bbb')], 0, (start, end) => found.push(end - start));
    assert.deepEqual(found, [300_000]);
  });

  it('ends soon where many attempts see a long text in vain', { timeout: 20_000 }, () => {
    const long = 'curl -H x '.repeat(20_000);
    const places = Array.from({ length: 20_000 }, (_, i) => i * 10);
    searchFrom(expressionOf(/curl(?:.*|.*\n.*) -u/, Infinity), long, places, 0, () => assert.fail('there is none'));
  });
});
