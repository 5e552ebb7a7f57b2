import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import brazil from './brazil.ts';
import type { Duty } from './regime.ts';

const OPEN_STORE = { role: 'controller', unintelligible: false, exfiltration: 'unknown', intent: 'unknown' };
const articles = (duties: readonly Duty[]) => Object.keys(owedOf(duties));
const phaseDays = (duty: Duty | undefined) =>
  (duty?.phases ?? []).map(({ due }) => (due.kind === 'day' ? due.day.toString() : due.kind));

describe('Brazil', () => {
  // Resolution 15/2024, Articles 6 and 9: working days of Brazil after knowledge; worked by hand.
  const DATES = [
    { aware: '2026-03-02T10:00:00-03:00', day: '2026-03-05', why: 'Monday to Thursday' },
    { aware: '2026-03-06T10:00:00-03:00', day: '2026-03-11', why: 'over a weekend' },
    { aware: '2026-04-20T10:00:00-03:00', day: '2026-04-24', why: 'Tiradentes on 21 April' },
    { aware: '2026-12-30T10:00:00-03:00', day: '2027-01-05', why: 'over New Year' },
  ];
  const harmful = { ...OPEN_STORE, significantHarm: true, data: ['health'] };
  for (const { aware, day, why } of DATES) {
    it(`has the ANPD and the persons told by ${day} after ${aware}: ${why}`, () => {
      const due = daysOf(dutiesOf(brazil, { ...harmful, aware }));
      assert.equal(due['6'], day);
      assert.equal(due['9'], day);
    });
  }

  it('lets the communication be completed within 20 working days, and asks for a declaration on the persons', () => {
    const duties = dutiesOf(brazil, { ...harmful, aware: '2026-03-02T10:00:00-03:00' });
    // 20 working days after 5 March: Good Friday is 3 April.
    assert.deepEqual(phaseDays(duties.find(({ article }) => article === '6')), ['2026-04-02']);
    assert.deepEqual(phaseDays(duties.find(({ article }) => article === '9')), ['2026-03-10']);
  });

  it('keeps the register for five years, also of what is not told', () => {
    const harmless = dutiesOf(brazil, { ...harmful, significantHarm: false, aware: '2026-03-02T10:00:00-03:00' });
    assert.deepEqual(articles(harmless), ['10']);
    assert.deepEqual(phaseDays(harmless[0]), ['2031-03-03']);
  });

  it('leaves open what is of none of the six kinds', () => {
    const owed = owedOf(dutiesOf(brazil, { ...OPEN_STORE, significantHarm: true, data: ['contact'], minors: false }));
    assert.equal(owed['6'], 'unknown');
  });

  it('had no number of days before 26 April 2024', () => {
    const before = daysOf(dutiesOf(brazil, { ...harmful, aware: '2024-04-25T10:00:00-03:00' }));
    assert.deepEqual(before, { 'LGPD 48': 'without undue delay', 'LGPD 48 (persons)': 'without undue delay' });
    assert.equal(daysOf(dutiesOf(brazil, { ...harmful, aware: '2024-04-26T10:00:00-03:00' }))['6'], '2024-05-02');
  });
});
