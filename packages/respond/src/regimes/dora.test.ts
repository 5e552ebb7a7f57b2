import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, dutiesOn, factsOf, proposedDuties } from '../../testing/regime-harness.ts';
import dora from './dora.ts';

const TODAY = '2026-03-27';
const INSURER = { establishments: ['FR'], sectors: ['insurance'], designations: [] };
const BANK = { establishments: ['FR'], sectors: ['credit-institution'] };

const reported = (document: Record<string, unknown>) =>
  dutiesOn(dora, TODAY, { majorIncident: true, ...document }).find(({ article }) => article === '19(4)(a)');
const paris = (wall: string, offset: string) => `${wall}${offset}[Europe/Paris]`;

describe('whether DORA applies', () => {
  const CASES: readonly [string, Record<string, unknown>, 'yes' | 'no' | 'unknown'][] = [
    ['a bank', BANK, 'yes'],
    ['a crowdfunding platform', { establishments: ['LT'], sectors: ['crowdfunding', 'cloud'] }, 'yes'],
    ['a cloud provider', { establishments: ['FR'], sectors: ['cloud'] }, 'no'],
    ['a word that is not known', { establishments: ['FR'], sectors: ['fintech'] }, 'unknown'],
    [
      'a large insurance intermediary',
      { establishments: ['FR'], sectors: ['insurance-intermediary'], size: 'large' },
      'yes',
    ],
    [
      'a small one (Article 2(3)(e))',
      { establishments: ['FR'], sectors: ['insurance-intermediary'], size: 'medium' },
      'no',
    ],
    ['one of unknown size', { establishments: ['FR'], sectors: ['insurance-intermediary'] }, 'unknown'],
    ['an American bank that serves nobody in the Union', { ...BANK, establishments: ['US'], offersTo: [] }, 'no'],
    ['nothing known', {}, 'unknown'],
  ];
  for (const [what, document, expected] of CASES) {
    it(`${expected}: ${what}`, () => assert.equal(dora.applies(factsOf(document)).answer, expected));
  }
});

// Delegated Regulation (EU) 2025/301, Article 5(1)(a), (2), (4) and (5), worked by hand.
const INITIAL = [
  {
    why: 'classified at once: four hours from then',
    facts: {
      ...BANK,
      incidentAware: paris('2026-03-24T09:00:00', '+01:00'),
      classifiedMajor: paris('2026-03-24T10:30:00', '+01:00'),
    },
    due: '2026-03-24T14:30:00+01:00',
  },
  {
    why: 'classified in the 23rd hour: no later than 24 hours from awareness',
    facts: {
      ...BANK,
      incidentAware: paris('2026-03-24T09:00:00', '+01:00'),
      classifiedMajor: paris('2026-03-25T08:00:00', '+01:00'),
    },
    due: '2026-03-25T09:00:00+01:00',
  },
  {
    why: 'classified at the last moment of the 24 hours',
    facts: {
      ...BANK,
      incidentAware: paris('2026-03-24T09:00:00', '+01:00'),
      classifiedMajor: paris('2026-03-25T09:00:00', '+01:00'),
    },
    due: '2026-03-25T09:00:00+01:00',
  },
  {
    why: 'classified after the 24 hours: four hours from then',
    facts: {
      ...BANK,
      incidentAware: paris('2026-03-24T09:00:00', '+01:00'),
      classifiedMajor: paris('2026-03-26T16:00:00', '+01:00'),
    },
    due: '2026-03-26T20:00:00+01:00',
  },
  {
    why: 'not classified yet: the 24 hours',
    facts: { ...BANK, incidentAware: paris('2026-03-24T09:00:00', '+01:00') },
    due: '2026-03-25T09:00:00+01:00',
  },
  {
    why: 'a bank has no weekend, and the clocks go forward that night',
    facts: { ...BANK, incidentAware: paris('2026-03-28T11:00:00', '+01:00') },
    due: '2026-03-29T12:00:00+02:00',
  },
  {
    why: 'an insurer has until Monday noon',
    facts: { ...INSURER, incidentAware: paris('2026-03-27T17:30:00', '+01:00') },
    due: '2026-03-30T12:00:00+02:00',
  },
  {
    why: 'Friday evening before Easter Monday: Tuesday noon',
    facts: { ...INSURER, incidentAware: paris('2026-04-03T17:30:00', '+02:00') },
    due: '2026-04-07T12:00:00+02:00',
  },
  {
    why: 'Good Friday is worked in France',
    facts: { ...INSURER, incidentAware: paris('2026-04-02T17:30:00', '+02:00') },
    due: '2026-04-03T17:30:00+02:00',
  },
  {
    why: 'and is a holiday in Germany',
    facts: { ...INSURER, establishments: ['DE'], incidentAware: paris('2026-04-02T17:30:00', '+02:00') },
    due: '2026-04-07T12:00:00+02:00',
  },
  {
    why: 'an insurer that is an important entity has no weekend',
    facts: { ...INSURER, designations: ['important-entity'], incidentAware: paris('2026-03-27T17:30:00', '+01:00') },
    due: '2026-03-28T17:30:00+01:00',
  },
  {
    why: 'nobody knows whether it is one: the earlier time',
    facts: { establishments: ['FR'], sectors: ['insurance'], incidentAware: paris('2026-03-27T17:30:00', '+01:00') },
    due: '2026-03-28T17:30:00+01:00',
  },
] as const;

describe('the initial notification of DORA', () => {
  for (const { why, facts, due } of INITIAL) {
    it(`is due at ${due}: ${why}`, () => assert.equal(dueOf(reported(facts)?.due), due));
  }

  it('may be owed where nobody has decided yet whether it is major, and is not owed where it is not', () => {
    const [open] = dutiesOn(dora, TODAY, { ...BANK, incidentAware: paris('2026-03-24T09:00:00', '+01:00') });
    assert.deepEqual([open?.owed, dueOf(open?.due)], ['unknown', '2026-03-25T09:00:00+01:00']);
    assert.ok(open?.decidedBy?.includes('majorIncident'));
    assert.deepEqual(dutiesOn(dora, TODAY, { ...BANK, majorIncident: false }), []);
  });

  it('has to be announced as late before its time is over', () => {
    assert.match(reported(BANK)?.whenLate ?? '', /before the time is over/);
  });
});

describe('the later reports of DORA', () => {
  const phases = (facts: Record<string, unknown>, stage: string, ...submitted: readonly string[]) => {
    const filings = submitted.map((at) => ({ regime: 'dora', stage, at: `${at}[Europe/Paris]` }));
    return reported({ ...facts, filings })?.phases?.map(({ due }) => dueOf(due));
  };

  it('are not computed before what they follow was submitted', () => {
    assert.deepEqual(phases(BANK, 'initial'), ['unknown', 'unknown']);
  });

  it('have the intermediate one 72 hours after the initial one, on Saturday for a bank, on Monday at noon for an insurer', () => {
    assert.equal(phases(BANK, 'initial', '2026-03-18T15:00:00+01:00')?.[0], '2026-03-21T15:00:00+01:00');
    assert.equal(phases(INSURER, 'initial', '2026-03-18T15:00:00+01:00')?.[0], '2026-03-23T12:00:00+01:00');
  });

  it('have the final one a month after the latest intermediate one', () => {
    const two = ['2026-03-18T15:00:00+01:00', '2026-03-31T15:00:00+02:00'];
    assert.equal(phases(BANK, 'intermediate', ...two)?.[1], '2026-04-30');
  });

  it('end the final one at noon of the next working day, also for a bank', () => {
    const filings = [{ regime: 'dora', stage: 'intermediate', at: '2026-01-31T15:00:00+01:00[Europe/Paris]' }];
    const due = reported({ ...BANK, filings })?.phases?.[1]?.due;
    assert.equal(due?.kind === 'day' && due.at.toString({ timeZoneName: 'never' }), '2026-03-02T12:00:00+01:00');
    assert.equal(due?.kind === 'day' && due.calendarDay.toString(), '2026-02-28');
  });
});

describe('the clients of a financial entity', () => {
  const clients = (facts: Record<string, unknown>) =>
    dutiesOn(dora, TODAY, { ...BANK, ...facts }).find(({ article }) => article === '19(3)')?.owed;

  it('are told where a major incident affects their financial interests', () => {
    assert.equal(clients({ majorIncident: true, paymentData: true }), 'yes');
    assert.equal(clients({ majorIncident: true }), 'unknown');
    assert.equal(clients({ paymentData: true }), 'unknown');
    assert.equal(clients({ majorIncident: false, paymentData: true }), undefined);
  });
});

it('had no hours between 17 January and 11 March 2025, and none of its duties before', () => {
  const dues = (day: string) => dutiesOn(dora, day, { ...BANK, majorIncident: true }).map(({ due }) => due.kind);
  assert.deepEqual(dues('2025-01-16'), []);
  assert.deepEqual(dues('2025-03-11'), ['without undue delay', 'without undue delay']);
  assert.deepEqual(dues('2025-03-12'), ['unknown', 'without undue delay']);
});

it('the proposal sends reports to one entry point', () => {
  assert.match(proposedDuties(dora, BANK)[0]?.recipient ?? '', /single entry point/);
});
