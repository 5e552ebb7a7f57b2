import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fBeta, scoreTokens, wordTokens } from './token-score.ts';

describe('token score', () => {
  it('weighs recall four times as much with a beta of 2', () => {
    assert.equal(fBeta(1, 1, 2), 1);
    assert.ok(Math.abs(fBeta(0.5, 1, 2) - 5 / 6) < 1e-12);
    assert.equal(fBeta(0, 0, 2), 0);
  });
  it('counts a wrong type right overall, and wrong for both types', () => {
    const { overall, types } = scoreTokens([
      {
        text: 'Meet Oslo Larsen',
        wanted: [{ type: 'PERSON', start: 5, end: 16 }],
        found: [{ type: 'GPE', start: 5, end: 9 }],
      },
    ]);
    assert.deepEqual([overall.wanted, overall.found, overall.right], [2, 1, 1]);
    assert.equal(types.get('PERSON')?.right, 0);
    assert.equal(types.get('GPE')?.precision, 0);
  });
  it('forgives a mistake on a skip word, and counts a hit on one', () => {
    const wanted = [{ type: 'STREET_ADDRESS', start: 0, end: 12 }];
    const missed = scoreTokens([{ text: 'Elm Street 9', wanted, found: [] }]);
    assert.equal(missed.overall.wanted, 2);
    const hit = scoreTokens([{ text: 'Elm Street 9', wanted, found: wanted }]);
    assert.deepEqual([hit.overall.wanted, hit.overall.right], [3, 3]);
  });
  it('cuts words, numbers, marks and abbreviations apart', () => {
    assert.deepEqual(
      wordTokens("Mr. Hall's flat,\n12 Elm St.").map((token) => token.text),
      ['Mr.', 'Hall', "'s", 'flat', ',', '\n', '12', 'Elm', 'St.'],
    );
  });
});
