// The French words of findings against the rules themselves: none is missing, and none is of a rule that is no more.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { STORES } from '../../../probe/src/stores/index.ts';
import { meanings, sentences } from './fr/rules/index.ts';
import { titles } from './fr/rules/titles.ts';

const RULES = [...new Set(STORES.flatMap(({ rules }) => rules))];

/** More of them than products have; none where a store did not say which it is. */
const NUMBERS = Array.from({ length: 31 }, (_, number) => number);
const VERSIONS = [undefined, ...NUMBERS.flatMap((major) => NUMBERS.map((minor) => `${major}.${minor}.0`))];

const REMEDIES = RULES.flatMap(({ remedy }) => VERSIONS.map((version) => remedy({ version })));

describe('the French words of findings', () => {
  it('have a title and a meaning for each rule, and for no other', () => {
    const ids = RULES.map(({ id }) => id).sort();
    assert.deepEqual(Object.keys(titles).sort(), ids);
    assert.deepEqual(Object.keys(meanings).sort(), ids);
  });

  it('have each step and each check of a remedy, whatever the version, and no other', () => {
    const said = new Set(REMEDIES.flatMap(({ steps, verify }) => [...steps, verify]));
    assert.deepEqual(Object.keys(sentences).sort(), [...said].sort());
  });

  it('keep the names, numbers and settings that the English ones have', () => {
    for (const { id, why, remedy } of RULES) {
      const { summary } = remedy({ version: undefined });
      const own = meanings[id];
      assert.ok(own, id);
      assert.deepEqual(marksOf(`${own.why} ${own.summary}`), marksOf(`${why} ${summary}`), id);
    }
    for (const [english, french] of Object.entries(sentences)) assert.deepEqual(marksOf(french), marksOf(english));
  });
});

/** Years, ports and versions, options, settings, paths, and what stands between quotes of code. */
function marksOf(text: string): string[] {
  const found = text.match(
    /\bCVE-\d+-\d+|--[\w.-]+\w|`[^`]+`|\/[\w/-]+\b|\w+_\w+|\w+\.(?:conf|ya?ml|ini|xml|json)\b|\b\d[\d.]*\d\b/g,
  );
  return [...(found ?? [])].sort();
}
