import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicability, daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import australia from './australia.ts';
import canada from './canada.ts';
import newZealand from './new-zealand.ts';
import singapore from './singapore.ts';
import southAfrica from './south-africa.ts';

const HARMFUL = { role: 'controller', significantHarm: true, exfiltration: 'proved', unintelligible: false };

describe('laws that follow a place', () => {
  const LAWS = [
    { regime: canada, place: 'CA' },
    { regime: singapore, place: 'SG' },
    { regime: australia, place: 'AU' },
    { regime: newZealand, place: 'NZ' },
    { regime: southAfrica, place: 'ZA' },
  ];
  for (const { regime, place } of LAWS) {
    it(`apply in ${place} by establishment or offer, and are presumed where people live there`, () => {
      const answer = (facts: Record<string, unknown>) => {
        const { answer: given, isPresumed } = applicability(regime, facts);
        return [given, isPresumed];
      };
      assert.deepEqual(answer({ establishments: [place] }), ['yes', false]);
      assert.deepEqual(answer({ offersTo: ['FR', place] }), ['yes', false]);
      assert.deepEqual(answer({ personsByCountry: [{ country: place, persons: 1 }] }), ['unknown', true]);
      assert.deepEqual(answer({ personsByCountry: [{ country: 'FR', persons: 1 }] }), ['no', false]);
      assert.deepEqual(answer({ establishments: ['FR'], offersTo: ['FR'] }), ['no', false]);
      assert.deepEqual(answer({}), ['unknown', false]);
      assert.deepEqual(applicability(regime, {}).decidedBy, ['establishments', 'offersTo', 'personsByCountry']);
    });
  }

  it('are not ruled out by a count that is not the whole', () => {
    const counted = { value: [{ country: 'FR', persons: { lower: 5 } }], certainty: 'possible' };
    assert.equal(applicability(singapore, { personsByCountry: counted }).answer, 'unknown');
  });
});

describe('Canada', () => {
  it('wants every breach recorded for 24 months, and those with a real risk of significant harm reported', () => {
    const harmless = dutiesOf(canada, {
      ...HARMFUL,
      significantHarm: false,
      personsByCountry: [{ country: 'CA-ON', persons: 5 }],
    });
    assert.deepEqual(Object.keys(owedOf(harmless)), ['10.3']);
    const harmful = dutiesOf(canada, { ...HARMFUL, personsByCountry: [{ country: 'CA-ON', persons: 5 }] });
    assert.deepEqual(Object.keys(owedOf(harmful)), ['10.3', '10.1(1)', '10.1(3)', '10.2']);
    assert.ok(harmful.every(({ due }) => due.kind === 'without undue delay'));
  });

  it('keeps the record until the same day two years later', () => {
    const kept = (aware: string) => {
      const [phase] = dutiesOf(canada, { ...HARMFUL, aware })[0]?.phases ?? [];
      return phase?.due.kind === 'day' && phase.due.calendarDay.toString();
    };
    assert.equal(kept('2026-03-31T10:00:00-04:00'), '2028-03-31');
    assert.equal(kept('2028-02-29T10:00:00-05:00'), '2030-02-28');
  });

  it('adds Québec since 22 September 2022, and Alberta, for people there', () => {
    const articles = (country: string, aware = '2026-03-02T10:00:00-05:00') =>
      Object.keys(owedOf(dutiesOf(canada, { ...HARMFUL, aware, personsByCountry: [{ country, persons: 5 }] }))).slice(
        4,
      );
    assert.deepEqual(articles('CA-QC'), ['P-39.1, 3.5', 'P-39.1, 3.5 (persons)', 'P-39.1, 3.8']);
    assert.deepEqual(articles('CA-QC', '2022-09-21T10:00:00-04:00'), []);
    assert.deepEqual(articles('CA-AB'), ['PIPA (Alberta), 34.1']);
    const unknown = owedOf(dutiesOf(canada, { ...HARMFUL, personsByCountry: [{ country: 'CA', persons: 5 }] }));
    assert.equal(unknown['P-39.1, 3.5'], 'unknown');
  });

  it('asks for a judgement of the harm where the risk does not tell', () => {
    const report = dutiesOf(canada, { role: 'controller' }).find(({ article }) => article === '10.1(1)');
    assert.equal(report?.owed, 'unknown');
    assert.deepEqual(report?.decidedBy, ['significantHarm']);
  });
});

describe('Singapore', () => {
  // Section 26D(1): calendar days after the day of the assessment; worked by hand.
  const DATES = [
    { determined: '2026-02-13T17:00:00+08:00', day: '2026-02-16', why: 'a weekend does not move it' },
    { determined: '2026-02-16T09:00:00+08:00', day: '2026-02-19', why: 'nor does Chinese New Year' },
    { determined: '2026-12-30T23:59:00+08:00', day: '2027-01-02', why: 'over the end of the year' },
  ];
  for (const { determined, day, why } of DATES) {
    it(`has the Commission told by ${day} after ${determined}: ${why}`, () => {
      const facts = { ...HARMFUL, aware: '2026-01-20T09:00:00+08:00', notifiableDetermined: determined };
      assert.deepEqual(daysOf(dutiesOf(singapore, facts)), { '26D(1)': day, '26D(2)': 'without undue delay' });
    });
  }

  it('gives 30 days for the assessment, from the first sign, and shows the earliest end for the Commission', () => {
    const facts = { ...HARMFUL, detected: '2026-01-15T09:00:00+08:00', aware: '2026-01-20T09:00:00+08:00' };
    const due = daysOf(dutiesOf(singapore, facts));
    assert.equal(due['26C(2)'], '2026-02-14');
    assert.equal(due['26D(1)'], '2026-01-23');
  });

  it('has 500 people told to the Commission whatever the harm, and no persons without harm', () => {
    const harmless = { ...HARMFUL, significantHarm: false, data: ['contact'] };
    const articles = (persons: number) => Object.keys(owedOf(dutiesOf(singapore, { ...harmless, persons })));
    assert.deepEqual(articles(499), ['26C(2)']);
    assert.deepEqual(articles(500), ['26C(2)', '26D(1)']);
    assert.deepEqual(articles(501), ['26C(2)', '26D(1)']);
  });

  it('deems prescribed data harmful, and tells no persons where encryption prevents harm', () => {
    const paying = { ...HARMFUL, significantHarm: false, data: ['payment-methods'], persons: 3 };
    assert.deepEqual(Object.keys(owedOf(dutiesOf(singapore, paying))), ['26C(2)', '26D(1)', '26D(2)']);
    const encrypted = { ...paying, unintelligible: true };
    assert.deepEqual(Object.keys(owedOf(dutiesOf(singapore, encrypted))), ['26C(2)', '26D(1)']);
  });

  it('has a data intermediary tell the organisation', () => {
    assert.deepEqual(Object.keys(owedOf(dutiesOf(singapore, { role: 'processor' }))), ['26C(3)(a)']);
  });
});

describe('Australia', () => {
  it('gives 30 days for the assessment, and no number for the statement', () => {
    const due = daysOf(dutiesOf(australia, { ...HARMFUL, aware: '2026-01-31T09:00:00+11:00' }));
    assert.deepEqual(due, {
      '26WH(2)': '2026-03-02',
      '26WK(2)': 'without undue delay',
      '26WL(2)': 'without undue delay',
    });
  });

  it('needs no assessment once it is known to be eligible, and nothing after remedial action', () => {
    const known = { ...HARMFUL, notifiableDetermined: '2026-02-03T09:00:00+11:00' };
    assert.deepEqual(Object.keys(owedOf(dutiesOf(australia, known))), ['26WK(2)', '26WL(2)']);
    assert.deepEqual(dutiesOf(australia, { ...known, highRiskRemoved: true }), []);
    assert.deepEqual(dutiesOf(australia, { ...known, unintelligible: true }), []);
  });

  it('has a ransom reported within 72 hours since 30 May 2025', () => {
    const paid = (aware: string) =>
      daysOf(dutiesOf(australia, { ...HARMFUL, aware, ransomPaid: '2026-03-06T12:00:00+11:00' }))[
        'Cyber Security Act 2024, section 27'
      ];
    assert.equal(paid('2025-05-29T12:00:00+10:00'), undefined);
    assert.equal(paid('2026-03-01T12:00:00+11:00'), '2026-03-09T12:00:00+11:00');
  });

  it('carries the proposed 72 hours as not in force', () => {
    const proposed = australia.versions.filter(({ status }) => status === 'proposed');
    assert.deepEqual(
      proposed.map(({ source }) => source.checked),
      ['unverified'],
    );
  });
});

describe('New Zealand and South Africa', () => {
  it('have authority and persons told as soon as it can be done', () => {
    assert.deepEqual(daysOf(dutiesOf(newZealand, HARMFUL)), {
      '114': 'without undue delay',
      '115': 'without undue delay',
    });
    assert.deepEqual(dutiesOf(newZealand, { ...HARMFUL, significantHarm: false }), []);
  });

  it('have in South Africa no threshold of harm', () => {
    const harmless = { ...HARMFUL, significantHarm: false };
    assert.deepEqual(Object.keys(owedOf(dutiesOf(southAfrica, harmless))), ['22(1)(a)', '22(1)(b)']);
    assert.deepEqual(dutiesOf(southAfrica, { ...harmless, exfiltration: 'ruled-out' }), []);
    assert.deepEqual(Object.keys(owedOf(dutiesOf(southAfrica, { ...harmless, role: 'processor' }))), ['21(2)']);
  });
});
