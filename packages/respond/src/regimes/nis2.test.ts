import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, dutiesOn, factsOf, proposedDuties } from '../../testing/regime-harness.ts';
import nis2 from './nis2.ts';

const CLOUD = { establishments: ['DE'], sectors: ['cloud'], size: 'medium' };
const TODAY = '2026-03-27';
const AWARE = '2026-03-27T10:15:00+01:00[Europe/Berlin]';

const answer = (document: Record<string, unknown>) => nis2.applies(factsOf(document)).answer;
const owed = (document: Record<string, unknown>, day = TODAY) =>
  dutiesOn(nis2, day, { ...CLOUD, ...document })[0]?.owed;
const dutyOf = (article: string, document: Record<string, unknown>) =>
  dutiesOn(nis2, TODAY, { ...CLOUD, significantIncident: true, ...document }).find((duty) => duty.article === article);

describe('whether NIS2 applies', () => {
  const CASES: readonly [string, Record<string, unknown>, 'yes' | 'no' | 'unknown'][] = [
    ['a medium cloud provider', CLOUD, 'yes'],
    ['a small cloud provider that nobody named', { ...CLOUD, size: 'small', designations: [] }, 'no'],
    ['a small cloud provider of which nobody knows', { ...CLOUD, size: 'small' }, 'unknown'],
    ['a small trust service provider', { ...CLOUD, sectors: ['trust-service'], size: 'micro' }, 'yes'],
    ['a small entity that a Member State named', { size: 'small', designations: ['important-entity'] }, 'yes'],
    ['a cloud provider of unknown size', { establishments: ['FR'], sectors: ['cloud'] }, 'unknown'],
    ['a shop', { establishments: ['FR'], sectors: ['retail'], size: 'large' }, 'no'],
    ['a bank, for which there is DORA', { establishments: ['FR'], sectors: ['credit-institution'] }, 'no'],
    ['a word that is not known', { establishments: ['FR'], sectors: ['software'], size: 'large' }, 'unknown'],
    ['an empty list of sectors', { establishments: ['FR'], sectors: [], size: 'large' }, 'unknown'],
    ['an American cloud that serves nobody in the Union', { ...CLOUD, establishments: ['US'], offersTo: ['US'] }, 'no'],
    ['an American cloud that serves Spain', { ...CLOUD, establishments: ['US'], offersTo: ['ES'] }, 'yes'],
    ['nothing known', {}, 'unknown'],
  ];
  for (const [what, document, expected] of CASES) {
    it(`${expected}: ${what}`, () => assert.equal(answer(document), expected));
  }

  it('names the words that it does not understand', () => {
    const { why, decidedBy } = nis2.applies(factsOf({ establishments: ['FR'], sectors: ['software'] }));
    assert.match(why, /software/);
    assert.deepEqual(decidedBy, ['sectors']);
  });
});

describe('whether an incident is significant', () => {
  const touched = { nature: ['confidentiality'] };
  const CASES: readonly [string, Record<string, unknown>, 'yes' | 'unknown' | undefined][] = [
    ['nothing known', {}, 'unknown'],
    ['stated', { significantIncident: true }, 'yes'],
    ['ruled out', { significantIncident: false }, undefined],
    ['30 minutes of outage (Article 7(a))', { unavailableMinutes: 30 }, 'unknown'],
    ['31 minutes of outage', { unavailableMinutes: 31 }, 'yes'],
    [
      'a data centre that was out for a minute (Article 8(a))',
      { sectors: ['data-centre'], unavailableMinutes: 1 },
      'yes',
    ],
    ['a loss of 500,000 euros (Article 3(1)(a))', { loss: 500_000 }, 'unknown'],
    ['a loss of more', { loss: { lower: 500_001 } }, 'yes'],
    ['an attack on data (Article 7(c))', { ...touched, intent: 'malicious' }, 'yes'],
    ['a mistake with data', { ...touched, intent: 'accidental' }, 'unknown'],
    ['an attack on data that nobody can read', { ...touched, intent: 'malicious', unintelligible: true }, 'unknown'],
    [
      'more than a million users in the Union (Article 7(d))',
      {
        ...touched,
        personsByCountry: [
          { country: 'FR', persons: 600_000 },
          { country: 'DE', persons: 500_000 },
        ],
      },
      'yes',
    ],
    [
      'a million in the Union, and many elsewhere',
      {
        ...touched,
        personsByCountry: [
          { country: 'FR', persons: 1_000_000 },
          { country: 'US', persons: 5_000_000 },
        ],
      },
      'unknown',
    ],
    [
      'a trust service with 101 users concerned (Article 14(e))',
      { ...touched, sectors: ['trust-service'], personsByCountry: [{ country: 'FR', persons: 101 }] },
      'yes',
    ],
    ['thresholds do not hold for other sectors', { sectors: ['energy'], unavailableMinutes: 600 }, 'unknown'],
    ['a threshold that is met outweighs what is stated', { significantIncident: false, unavailableMinutes: 31 }, 'yes'],
  ];
  for (const [what, document, expected] of CASES) {
    it(`${expected ?? 'nothing owed'}: ${what}`, () => assert.equal(owed(document), expected));
  }

  it('had no thresholds before 7 November 2024, and no duties before 18 October', () => {
    assert.equal(owed({ unavailableMinutes: 31 }, '2024-11-06'), 'unknown');
    assert.equal(owed({ unavailableMinutes: 31 }, '2024-11-07'), 'yes');
    assert.equal(owed({ unavailableMinutes: 31 }, '2024-10-17'), undefined);
  });

  it('names what would decide it', () => {
    const [warning] = dutiesOn(nis2, TODAY, { ...CLOUD, incidentAware: AWARE });
    assert.deepEqual(warning?.decidedBy, ['significantIncident', 'unavailableMinutes', 'loss', 'intent']);
  });
});

describe('the reports of NIS2', () => {
  it('are due 24 and 72 elapsed hours after awareness of the incident, whatever the clocks do that weekend', () => {
    assert.equal(dueOf(dutyOf('23(4)(a)', { incidentAware: AWARE })?.due), '2026-03-28T10:15:00+01:00');
    assert.equal(dueOf(dutyOf('23(4)(b)', { incidentAware: AWARE })?.due), '2026-03-30T11:15:00+02:00');
  });

  it('count from the awareness of the breach where no other is known, and say so', () => {
    const warning = dutyOf('23(4)(a)', { aware: AWARE });
    assert.equal(dueOf(warning?.due), '2026-03-28T10:15:00+01:00');
    assert.match(warning?.assumed?.join() ?? '', /not known before/);
    assert.ok(warning?.decidedBy?.includes('incidentAware'));
    assert.equal(dueOf(dutyOf('23(4)(a)', {})?.due), 'unknown');
  });

  it('give a trust service provider 24 hours for the notification', () => {
    const notification = dutyOf('23(4)(b)', { sectors: ['trust-service'], incidentAware: AWARE });
    assert.equal(dueOf(notification?.due), '2026-03-28T10:15:00+01:00');
  });

  // One month after the notification; the last day of a shorter month, then the next working day (Regulation 1182/71, Article 3).
  for (const [notified, due, why] of [
    ['2026-03-16T12:00:00+01:00', '2026-04-16', 'a Thursday'],
    ['2026-01-31T12:00:00+01:00', '2026-03-02', 'no 31 February, and the 28th is a Saturday'],
    ['2026-11-25T12:00:00+01:00', '2026-12-28', 'Christmas on a Friday, and 26 December on a Saturday'],
    ['2026-09-03T12:00:00+02:00', '2026-10-05', '3 October is a Saturday, and a holiday in Germany'],
  ] as const) {
    it(`end with a final report on ${due}: ${why}`, () => {
      const filings = [{ regime: 'nis2', stage: 'notification', at: notified }];
      assert.equal(dueOf(dutyOf('23(4)(b)', { filings })?.phases?.[1]?.due), due);
    });
  }

  it('do not tell when the final report is due before the notification is submitted', () => {
    const due = dutyOf('23(4)(b)', { incidentAware: AWARE })?.phases?.[1]?.due;
    assert.deepEqual(due?.kind === 'unknown' && due.decidedBy, ['filings']);
  });

  it('go to the main establishment for digital services, and to each establishment for others', () => {
    const recipients = (document: Record<string, unknown>) =>
      dutiesOn(nis2, TODAY, { ...CLOUD, ...document })
        .filter(({ article }) => article === '23(4)(a)')
        .map(({ recipient }) => recipient);
    assert.match(recipients({}).join(), /BSI/);
    assert.match(
      recipients({ establishments: ['DE', 'IT'], mainEstablishment: 'IT' }).join(),
      /^CSIRT Italia[^,]*,[^,]*$/,
    );
    assert.match(recipients({ establishments: ['DE', 'IT'] }).join(), /one of DE, IT/);
    assert.equal(recipients({ sectors: ['energy'], establishments: ['DE', 'ES', 'US'] }).length, 2);
    const operator = { sectors: ['electronic-communications'], offersTo: ['DE', 'AT', 'CH'] };
    assert.deepEqual(
      recipients(operator).map((name) => name.slice(0, 5)),
      ['joint', 'the C'],
    );
  });

  it('would go to one entry point by the proposal', () => {
    const [warning] = proposedDuties(nis2, CLOUD);
    assert.match(warning?.recipient ?? '', /single entry point/);
    assert.equal(warning?.source.checked, 'unverified');
  });
});
