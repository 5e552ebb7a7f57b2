import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import usFtcHealth from './us-ftc-health.ts';

const OPEN_STORE = { unintelligible: false, exfiltration: 'unknown', nature: ['confidentiality'], role: 'controller' };
const at = (day: string) => `${day}T09:00:00-05:00[America/New_York]`;

describe('the rule of the FTC for personal health records', () => {
  const vendor = (more: Record<string, unknown>) => ({
    ...OPEN_STORE,
    usRegulated: ['personal-health-records'],
    ...more,
  });

  it('has the FTC told with the persons since 29 July 2024, and within ten business days before', () => {
    const due = (aware: string) =>
      daysOf(dutiesOf(usFtcHealth, vendor({ persons: 500, aware: at(aware) })))['318.4(b)'];
    assert.equal(due('2024-07-29'), '2024-09-27');
    assert.equal(due('2024-07-26'), '2024-08-09');
    // Independence Day does not count.
    assert.equal(due('2024-07-01'), '2024-07-16');
  });

  it('has fewer than 500 in the log of the year, and 500 of one state in its media', () => {
    const owed = (persons: number) =>
      Object.keys(
        owedOf(dutiesOf(usFtcHealth, vendor({ persons, personsByCountry: [{ country: 'US-OH', persons }] }))),
      );
    assert.deepEqual(owed(499), ['318.3(a)(1)', '318.5(c)']);
    assert.deepEqual(owed(500), ['318.3(a)(1)', '318.4(b)', '318.5(b)']);
  });

  it('has a service provider tell the vendor', () => {
    const provider = vendor({ role: 'processor', aware: at('2026-06-01') });
    assert.deepEqual(daysOf(dutiesOf(usFtcHealth, provider)), { '318.3(b)': '2026-07-31' });
  });
});
