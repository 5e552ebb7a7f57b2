import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf } from '../../testing/regime-cases.ts';
import india from './india.ts';

const OPEN_STORE = { role: 'controller', unintelligible: false, exfiltration: 'unknown', intent: 'unknown' };

describe('India', () => {
  it('has CERT-In told within six hours of the first sign', () => {
    const facts = { ...OPEN_STORE, detected: '2026-03-06T22:00:00+05:30', aware: '2026-03-07T10:00:00+05:30' };
    assert.deepEqual(daysOf(dutiesOf(india, facts)), { 'CERT-In Directions (ii)': '2026-03-07T04:00:00+05:30' });
  });

  it('adds the Data Protection Board and the persons from 13 May 2027', () => {
    const due = (aware: string) => daysOf(dutiesOf(india, { ...OPEN_STORE, aware }));
    assert.equal(due('2027-05-12T10:00:00+05:30')['Rule 7(2)(b)'], undefined);
    assert.equal(due('2027-05-13T10:00:00+05:30')['Rule 7(2)(b)'], '2027-05-16T10:00:00+05:30');
  });
});
