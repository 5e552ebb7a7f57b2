import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, dutiesOn, factsOf } from '../../testing/regime-harness.ts';
import ukGdpr from './uk-gdpr.ts';

const answer = (document: Record<string, unknown>) => ukGdpr.applies(factsOf(document));
const provider = { establishments: ['GB'], sectors: ['electronic-communications'] };

describe('the UK GDPR', () => {
  it('applies to an establishment there, and to whoever offers a service there', () => {
    assert.equal(answer({ establishments: ['GB', 'FR'] }).answer, 'yes');
    assert.equal(answer({ establishments: ['US'], offersTo: ['GB'] }).answer, 'yes');
    assert.equal(answer({ establishments: ['FR'], offersTo: ['FR', 'DE'] }).answer, 'no');
  });

  it('names what would decide it, and is presumed where people concerned live there', () => {
    assert.deepEqual(answer({ establishments: ['FR'] }).decidedBy, ['offersTo']);
    assert.equal(answer({ establishments: ['FR'] }).isPresumed, false);
    const live = answer({ establishments: ['FR'], personsByCountry: [{ country: 'GB', persons: 40 }] });
    assert.deepEqual([live.answer, live.isPresumed], ['unknown', true]);
    assert.equal(
      answer({ establishments: ['FR'], personsByCountry: [{ country: 'GB', persons: 0 }] }).isPresumed,
      false,
    );
  });

  // 72 elapsed hours; British clocks went forward on 29 March 2026, and 2026-04-03 to 04-06 was Easter.
  for (const [aware, due] of [
    ['2026-03-27T10:15:00+00:00[Europe/London]', '2026-03-30T11:15:00+01:00'],
    ['2026-04-03T17:30:00+01:00[Europe/London]', '2026-04-06T17:30:00+01:00'],
  ] as const) {
    it(`has the Commissioner told 72 hours after ${aware}`, () => {
      const notify = dutiesOn(ukGdpr, aware.slice(0, 10), { aware }).find(({ article }) => article === '33(1)');
      assert.equal(dueOf(notify?.due), due);
      assert.match(notify?.recipient ?? '', /Information Commissioner/);
      assert.match(notify?.what ?? '', /ico\.org\.uk/);
    });
  }

  it('gave a provider of communications 24 hours until 19 August 2025, and gives it 72 from the day after', () => {
    const due = (aware: string) =>
      dueOf(
        dutiesOn(ukGdpr, aware.slice(0, 10), { ...provider, aware }).find(({ article }) => article === 'PECR 5A(2)')
          ?.due,
      );
    assert.equal(due('2025-08-19T09:00:00+01:00'), '2025-08-20T09:00:00+01:00');
    assert.equal(due('2025-08-20T09:00:00+01:00'), '2025-08-23T09:00:00+01:00');
  });

  it('has a provider tell every breach, and its subscribers where it may affect them', () => {
    const articles = (facts: Record<string, unknown>, from: 'none' | 'risk', to: 'none' | 'risk') =>
      dutiesOn(ukGdpr, '2026-03-01', { ...provider, ...facts }, { from, to }).map(({ article }) => article);
    assert.deepEqual(articles({}, 'none', 'none'), ['33(5)', 'PECR 5A(2)']);
    assert.deepEqual(articles({}, 'risk', 'risk'), ['33(5)', '33(1)', 'PECR 5A(2)', 'PECR 5A(4)']);
    assert.deepEqual(articles({ unintelligible: true }, 'risk', 'risk'), ['33(5)', '33(1)', 'PECR 5A(2)']);
    assert.deepEqual(articles({ role: 'processor' }, 'risk', 'risk'), ['33(2)', '33(5)']);
  });

  it('asks nothing of others by PECR', () => {
    const articles = dutiesOn(ukGdpr, '2026-03-01', { sectors: ['retail'] }).map(({ article }) => article);
    assert.deepEqual(articles, ['33(5)', '33(1)', '34(1)']);
  });
});
