// The French words of findings against the rules themselves: none is missing, and none is of a rule that is no more.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { STORES } from '../../../probe/src/stores/index.ts';
import { meanings } from './fr/rules/index.ts';
import { titles } from './fr/rules/titles.ts';

const RULES = [...new Set(STORES.flatMap(({ rules }) => rules))];

describe('the French words of findings', () => {
  it('have a title and a meaning for each rule, and for no other', () => {
    const ids = RULES.map(({ id }) => id).sort();
    assert.deepEqual(Object.keys(titles).sort(), ids);
    assert.deepEqual(Object.keys(meanings).sort(), ids);
  });

  it('keep the names, numbers and settings that the English ones have', () => {
    const marks = (text: string) =>
      (text.match(/\bCVE-\d+-\d+|--[\w.-]+\w|`[^`]+`|\/[\w/-]+\b|\bpg_hba\.conf|\b\d{4,5}\b/g) ?? []).sort();
    for (const { id, why, remedy } of RULES) {
      const { summary } = remedy({ version: undefined });
      const own = meanings[id];
      assert.ok(own, id);
      assert.deepEqual(marks(`${own.why} ${own.summary}`), marks(`${why} ${summary}`), id);
    }
  });
});
