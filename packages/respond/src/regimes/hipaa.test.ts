import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import hipaa from './hipaa.ts';

const OPEN_STORE = { unintelligible: false, exfiltration: 'unknown', nature: ['confidentiality'], role: 'controller' };
const at = (day: string) => `${day}T09:00:00-05:00[America/New_York]`;

describe('HIPAA', () => {
  const covered = (more: Record<string, unknown>) => ({
    ...OPEN_STORE,
    usRegulated: ['hipaa-covered-entity'],
    ...more,
  });

  // 45 CFR 164.404(b) and 164.408: calendar days; worked by hand.
  const DATES = [
    { aware: '2026-01-01', persons: '2026-03-02', yearEnd: '2027-03-01', why: 'an ordinary year' },
    { aware: '2026-12-31', persons: '2027-03-01', yearEnd: '2027-03-01', why: 'the last day of a year' },
    { aware: '2027-07-05', persons: '2027-09-03', yearEnd: '2028-02-29', why: 'a leap year follows' },
    { aware: '2028-01-01', persons: '2028-03-01', yearEnd: '2029-03-01', why: 'in a leap year' },
  ];
  for (const { aware, persons, yearEnd, why } of DATES) {
    it(`from ${aware} has persons told by ${persons}, and the log sent by ${yearEnd}: ${why}`, () => {
      const due = daysOf(dutiesOf(hipaa, covered({ aware: at(aware), persons: 499 })));
      assert.equal(due['164.404'], persons);
      assert.equal(due['164.408(c)'], yearEnd);
      assert.equal(due['164.408(b)'], undefined);
    });
  }

  it('has the Secretary told at once from 500 people on, and media of more than 500 in one state', () => {
    const owed = (persons: number, state = 'US-OH') =>
      Object.keys(owedOf(dutiesOf(hipaa, covered({ persons, personsByCountry: [{ country: state, persons }] }))));
    assert.deepEqual(owed(499), ['164.404', '164.408(c)']);
    assert.deepEqual(owed(500), ['164.404', '164.408(b)']);
    assert.deepEqual(owed(501), ['164.404', '164.406', '164.408(b)']);
    const spread = ['US-OH', 'US-TX'].map((country) => ({ country, persons: 300 }));
    const inTwo = owedOf(dutiesOf(hipaa, covered({ persons: 600, personsByCountry: spread })));
    assert.deepEqual(Object.keys(inTwo), ['164.404', '164.408(b)']);
  });

  it('shows both clocks of the Secretary where the number is not known', () => {
    const owed = owedOf(dutiesOf(hipaa, covered({})));
    assert.equal(owed['164.408(b)'], 'unknown');
    assert.equal(owed['164.408(c)'], 'unknown');
    assert.equal(owed['164.406'], 'unknown');
  });

  it('presumes that access is a breach, until it is ruled out', () => {
    assert.equal(owedOf(dutiesOf(hipaa, covered({})))['164.404'], 'yes');
    assert.equal(owedOf(dutiesOf(hipaa, covered({ exfiltration: 'unlikely' })))['164.404'], 'unknown');
    assert.deepEqual(dutiesOf(hipaa, covered({ exfiltration: 'ruled-out' })), []);
    assert.deepEqual(dutiesOf(hipaa, covered({ unintelligible: true })), []);
  });

  it('has a business associate tell the covered entity within 60 days', () => {
    const associate = { ...OPEN_STORE, usRegulated: ['hipaa-business-associate'], aware: at('2026-06-01') };
    assert.deepEqual(daysOf(dutiesOf(hipaa, associate)), { '164.410': '2026-07-31' });
  });

  it('carries the proposed 24 hours as not in force', () => {
    const [, proposed] = hipaa.versions;
    assert.equal(proposed?.status, 'proposed');
    assert.equal(proposed?.source.checked, 'unverified');
  });
});
