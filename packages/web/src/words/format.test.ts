import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatFor } from './format.ts';
import { countIn } from './plural.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('what is written in a language', () => {
  it('counts nothing as one in French and as many in English', () => {
    assert.equal(countIn('fr')(0, { one: '# dépôt', other: '# dépôts' }), '0 dépôt');
    assert.equal(countIn('en')(0, { one: '# store', other: '# stores' }), '0 stores');
    assert.equal(plain(countIn('fr')(20_000, { one: '# dépôt', other: '# dépôts' })), '20 000 dépôts');
  });

  it('tells a period in its two largest units', () => {
    const { period } = formatFor('en');
    assert.equal(period(3 * 86_400 + 4 * 3600 + 59), '3d 4h');
    assert.equal(period(2 * 3600 + 5 * 60), '2h 5m');
    assert.equal(period(61), '1m 1s');
    assert.equal(period(-5), '0s');
  });

  it('tells how long ago, and how soon', () => {
    const { relative } = formatFor('en');
    assert.equal(relative('2026-11-26T12:00:00Z', NOW), '3 days ago');
    assert.equal(relative('2026-11-29T14:00:00Z', NOW), 'in 2 hours');
    assert.equal(formatFor('fr').relative('2026-11-28T11:00:00Z', NOW), 'hier');
  });

  it('tells bounds: both ends, one number, or no upper end', () => {
    const { bounds } = formatFor('en');
    assert.equal(bounds({ lower: 19_990, upper: 20_010 }), '19,990–20,010');
    assert.equal(bounds({ lower: 5, upper: 5 }), '5');
    assert.equal(bounds({ lower: 1_000_000, upper: null }), '≥ 1,000,000');
  });

  it('tells bytes in the unit that fits', () => {
    assert.equal(plain(formatFor('en').bytes(76_975_859)), '77 MB');
    assert.equal(plain(formatFor('fr').bytes(210_455)), '210 ko');
  });
});
