import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicability, daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import usCalifornia from './us-california.ts';

const BREACH = {
  role: 'controller',
  establishments: ['US-CA'],
  exfiltration: 'proved',
  unintelligible: false,
  data: ['basic', 'identification-numbers'],
  aware: '2026-01-31T20:00:00-08:00[America/Los_Angeles]',
};

const living = (persons: unknown) => ({ ...BREACH, personsByCountry: [{ country: 'US-CA', persons }] });

// Civil Code 1798.82(a)(2) and (f): calendar days, not moved by weekends or holidays; worked by hand.
const DATES = [
  {
    aware: '2026-01-31T20:00:00-08:00',
    persons: '2026-03-02',
    attorneyGeneral: '2026-03-17',
    why: 'the end of a month',
  },
  {
    aware: '2026-06-04T09:00:00-07:00',
    persons: '2026-07-04',
    attorneyGeneral: '2026-07-19',
    why: 'a holiday on a Saturday',
  },
  {
    aware: '2026-12-05T09:00:00-08:00',
    persons: '2027-01-04',
    attorneyGeneral: '2027-01-19',
    why: 'the end of the year',
  },
  { aware: '2028-01-31T09:00:00-08:00', persons: '2028-03-01', attorneyGeneral: '2028-03-16', why: 'leap year' },
];

describe('California', () => {
  for (const { aware, persons, attorneyGeneral, why } of DATES) {
    it(`gives 30 days and then 15, from ${aware}: ${why}`, () => {
      const due = daysOf(dutiesOf(usCalifornia, { ...living(501), aware: `${aware}[America/Los_Angeles]` }));
      assert.equal(due['1798.82(a)'], persons);
      assert.equal(due['1798.82(f)'], attorneyGeneral);
    });
  }

  it('counts the days of the Attorney General from when the residents were told, once that is known', () => {
    const told = { ...living(501), personsInformed: '2026-02-10T12:00:00-08:00[America/Los_Angeles]' };
    assert.equal(daysOf(dutiesOf(usCalifornia, told))['1798.82(f)'], '2026-02-25');
  });

  it('wants the Attorney General told of more than 500 residents, not of 500', () => {
    const owed = (persons: unknown) => owedOf(dutiesOf(usCalifornia, living(persons)))['1798.82(f)'];
    assert.equal(owed(499), undefined);
    assert.equal(owed(500), undefined);
    assert.equal(owed(501), 'yes');
    assert.equal(owed({ lower: 1, upper: 9000 }), 'unknown');
  });

  it('had no number of days until the end of 2025', () => {
    const aware = '2025-12-31T23:00:00-08:00[America/Los_Angeles]';
    const [persons] = dutiesOf(usCalifornia, { ...living(501), aware });
    assert.equal(persons?.due.kind, 'without undue delay');
    const day = { ...living(501), aware: '2026-01-01T00:00:00-08:00[America/Los_Angeles]' };
    assert.equal(daysOf(dutiesOf(usCalifornia, day))['1798.82(a)'], '2026-01-31');
  });

  it('wants services against identity theft for official numbers, and a form of its own for passwords', () => {
    const owed = (data: readonly string[]) => Object.keys(owedOf(dutiesOf(usCalifornia, { ...living(10), data })));
    assert.ok(owed(['identification-numbers']).includes('1798.82(d)(2)(G)'));
    assert.ok(!owed(['health']).includes('1798.82(d)(2)(G)'));
    assert.ok(owed(['credentials', 'contact']).includes('1798.82(j)(4) and (5)'));
    assert.ok(!owed(['health']).includes('1798.82(j)(4) and (5)'));
  });

  it('owes nothing for encrypted data, for data that the law does not name, or where access is ruled out', () => {
    for (const facts of [{ unintelligible: true }, { data: ['basic', 'contact'] }, { exfiltration: 'ruled-out' }]) {
      assert.deepEqual(dutiesOf(usCalifornia, { ...living(1000), ...facts }), []);
    }
    const withKey = { unintelligible: true, keyCompromised: true };
    assert.equal(owedOf(dutiesOf(usCalifornia, { ...living(1000), ...withKey }))['1798.82(a)'], 'yes');
  });

  it('names what decides where it is open, and lets the clock run', () => {
    const [persons] = dutiesOf(usCalifornia, { ...living(1000), exfiltration: 'unknown' });
    assert.equal(persons?.owed, 'unknown');
    assert.deepEqual(persons?.decidedBy, ['exfiltration']);
    assert.equal(persons?.due.kind, 'day');
  });

  it('has agencies tell without a number of days, and processors tell the owner', () => {
    const agency = dutiesOf(usCalifornia, { ...living(501), sectors: ['public-administration'] });
    assert.deepEqual(Object.keys(owedOf(agency)), ['1798.29(a)', '1798.29(e)']);
    assert.ok(agency.every(({ due }) => due.kind === 'without undue delay'));
    const processor = dutiesOf(usCalifornia, { ...living(501), role: 'processor' });
    assert.deepEqual(Object.keys(owedOf(processor)), ['1798.82(b)']);
  });

  it('gives health facilities 15 business days, which leave out the holidays of California', () => {
    const clinic = {
      ...living(10),
      sectors: ['health'],
      data: ['health'],
      aware: '2026-12-18T09:00:00-08:00[America/Los_Angeles]',
    };
    // 21 to 24 and 28 to 31 December are eight; Christmas and New Year’s Day are none; 4 to 8 and 11 to 12 January are seven.
    assert.equal(daysOf(dutiesOf(usCalifornia, clinic))['HSC 1280.15'], '2027-01-12');
  });

  it('applies to who is at home or at work there, is presumed where people live there, and else only named', () => {
    const answer = (facts: Record<string, unknown>) => {
      const { answer: given, isPresumed } = applicability(usCalifornia, facts);
      return [given, isPresumed];
    };
    assert.deepEqual(answer({ offersTo: ['US-CA'] }), ['yes', false]);
    assert.deepEqual(answer({ personsByCountry: [{ country: 'US-CA', persons: 3 }] }), ['unknown', true]);
    assert.deepEqual(answer({ offersTo: ['US'] }), ['unknown', true]);
    assert.deepEqual(answer({ establishments: ['FR'], offersTo: ['FR'] }), ['no', false]);
    assert.deepEqual(answer({ personsByCountry: [{ country: 'US-NY', persons: 3 }] }), ['no', false]);
    assert.deepEqual(answer({}), ['unknown', false]);
  });
});
