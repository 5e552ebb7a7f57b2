import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, dutiesOn, factsOf, proposedDuties } from '../../testing/regime-harness.ts';
import eprivacy from './eprivacy.ts';

const OPERATOR = { establishments: ['FR'], sectors: ['electronic-communications'] };
const AWARE = '2026-04-03T17:30:00+02:00[Europe/Paris]';
const duties = (document: Record<string, unknown>, from: 'none' | 'risk' = 'risk') =>
  dutiesOn(eprivacy, '2026-04-03', { ...OPERATOR, aware: AWARE, ...document }, { from, to: from });

describe('the rules for providers of electronic communications', () => {
  const CASES: readonly [string, Record<string, unknown>, 'yes' | 'no' | 'unknown'][] = [
    ['an operator', OPERATOR, 'yes'],
    ['an American operator that serves Spain', { ...OPERATOR, establishments: ['US'], offersTo: ['ES'] }, 'yes'],
    ['a British one that serves nobody in the EEA', { ...OPERATOR, establishments: ['GB'], offersTo: ['GB'] }, 'no'],
    ['an operator of which nobody knows where', { sectors: ['electronic-communications'] }, 'unknown'],
    ['a shop', { establishments: ['FR'], sectors: ['retail'] }, 'no'],
    ['a word that is not known', { establishments: ['FR'], sectors: ['messenger'] }, 'unknown'],
    ['nothing known', {}, 'unknown'],
  ];
  for (const [what, document, expected] of CASES) {
    it(`${expected}: ${what}`, () => assert.equal(eprivacy.applies(factsOf(document)).answer, expected));
  }

  it('give 24 hours, which no weekend puts off', () => {
    const [notify] = duties({});
    assert.equal(dueOf(notify?.due), '2026-04-04T17:30:00+02:00');
    assert.equal(notify?.recipient, 'CNIL (France)');
    assert.equal(dueOf(duties({ aware: null })[0]?.due), 'unknown');
  });

  it('want the second notification three days after the first, moved over Easter', () => {
    const filings = [{ regime: 'eprivacy', stage: 'initial', at: '2026-04-03T20:00:00+02:00[Europe/Paris]' }];
    assert.equal(dueOf(duties({ filings })[0]?.phases?.[0]?.due), '2026-04-07');
    assert.equal(dueOf(duties({})[0]?.phases?.[0]?.due), 'unknown');
  });

  it('want every breach notified, and subscribers told of those that may affect them', () => {
    const articles = (document: Record<string, unknown>, from: 'none' | 'risk') =>
      duties(document, from).map(({ article }) => article);
    assert.deepEqual(articles({}, 'none'), ['611/2013 2(2)']);
    assert.deepEqual(articles({}, 'risk'), ['611/2013 2(2)', '611/2013 3(1)']);
    assert.deepEqual(articles({ unintelligible: true }, 'risk'), ['611/2013 2(2)']);
  });

  it('have an authority for each country, and no lead authority', () => {
    const recipients = duties({ establishments: ['FR', 'PL', 'US'] }, 'none').map(({ recipient }) => recipient);
    assert.deepEqual(recipients, ['CNIL (France)', 'the competent national authority of PL']);
  });

  it('would be repealed by the proposal', () => {
    assert.deepEqual(proposedDuties(eprivacy, { ...OPERATOR, aware: AWARE }), []);
    assert.equal(eprivacy.versions.at(-1)?.status, 'proposed');
  });
});
