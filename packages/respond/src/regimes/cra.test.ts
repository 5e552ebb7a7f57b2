import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, dutiesOn, factsOf } from '../../testing/regime-harness.ts';
import cra from './cra.ts';

const MAKER = { establishments: ['FR'], makesProducts: true };
const FIRST_DAY = '2026-09-11';

const duties = (document: Record<string, unknown>, day = FIRST_DAY) => dutiesOn(cra, day, { ...MAKER, ...document });
const articles = (document: Record<string, unknown>, day?: string) =>
  duties(document, day).map(({ article }) => article);
const finalOf = (article: string, document: Record<string, unknown>) =>
  dueOf(duties(document).find((duty) => duty.article === article)?.phases?.[0]?.due);

describe('the Cyber Resilience Act', () => {
  const CASES: readonly [string, Record<string, unknown>, 'yes' | 'no' | 'unknown'][] = [
    ['a maker in the Union', MAKER, 'yes'],
    ['a maker elsewhere that sells there', { ...MAKER, establishments: ['TW'], offersTo: ['DE'] }, 'yes'],
    ['a maker elsewhere that does not', { ...MAKER, establishments: ['TW'], offersTo: ['US'] }, 'no'],
    ['a maker of which nobody knows where it sells', { makesProducts: true }, 'unknown'],
    ['no maker', { establishments: ['FR'], makesProducts: false }, 'no'],
    ['nobody knows', { establishments: ['FR'] }, 'unknown'],
  ];
  for (const [what, document, expected] of CASES) {
    it(`${expected}: ${what}`, () => assert.equal(cra.applies(factsOf(document)).answer, expected));
  }

  it('wants reports from 11 September 2026 on', () => {
    assert.deepEqual(articles({ productIncident: ['severe-incident'] }, '2026-09-10'), []);
    assert.deepEqual(articles({ productIncident: ['severe-incident'] }), ['14(4)(a)', '14(4)(b)', '14(8)']);
    assert.deepEqual(articles({ productIncident: ['exploited-vulnerability'] }), ['14(2)(a)', '14(2)(b)', '14(8)']);
    assert.deepEqual(articles({ productIncident: [] }), []);
  });

  it('says of what may have happened that it may be owed', () => {
    const open = duties({});
    assert.equal(open.length, 5);
    assert.ok(open.every(({ owed, decidedBy }) => owed === 'unknown' && decidedBy?.includes('productIncident')));
  });

  it('counts 24 and 72 elapsed hours, over the change of the clocks on 25 October 2026', () => {
    const incidentAware = '2026-10-23T10:15:00+02:00[Europe/Paris]';
    const dues = duties({ incidentAware, productIncident: ['severe-incident'] }).map(({ due }) => dueOf(due));
    assert.deepEqual(dues, ['2026-10-24T10:15:00+02:00', '2026-10-26T09:15:00+01:00', 'without undue delay']);
  });

  // Article 14(2)(c): 14 days after a remedy is available; a last day that is not worked moves (Regulation 1182/71, Article 3(4)).
  for (const [correctiveMeasure, due, why] of [
    ['2026-09-17T18:00:00+02:00', '2026-10-01', 'a Thursday'],
    ['2026-10-18T18:00:00+02:00', '2026-11-02', '1 November is a Sunday, and a holiday'],
    ['2026-12-11T18:00:00+01:00', '2026-12-28', 'Christmas on a Friday'],
  ] as const) {
    it(`has the final report on a vulnerability on ${due}: ${why}`, () => {
      assert.equal(finalOf('14(2)(b)', { correctiveMeasure }), due);
    });
  }

  it('has no day for it before there is a remedy', () => {
    assert.equal(finalOf('14(2)(b)', { incidentAware: '2026-10-23T10:15:00Z' }), 'unknown');
  });

  it('has the final report on an incident a month after its notification', () => {
    const filings = [{ regime: 'cra', stage: 'notification', at: '2026-10-31T09:00:00+01:00' }];
    assert.equal(finalOf('14(4)(b)', { filings }), '2026-11-30');
    assert.equal(finalOf('14(4)(b)', {}), 'unknown');
    const others = [{ regime: 'nis2', stage: 'notification', at: '2026-10-31T09:00:00+01:00' }];
    assert.equal(finalOf('14(4)(b)', { filings: others }), 'unknown');
  });
});
