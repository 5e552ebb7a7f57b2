import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import australia from './australia.ts';

const HARMFUL = { role: 'controller', significantHarm: true, exfiltration: 'proved', unintelligible: false };

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
