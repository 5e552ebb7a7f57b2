import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import singapore from './singapore.ts';

const HARMFUL = { role: 'controller', significantHarm: true, exfiltration: 'proved', unintelligible: false };

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
