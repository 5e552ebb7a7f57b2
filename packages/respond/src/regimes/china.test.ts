import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import china from './china.ts';

const OPEN_STORE = { role: 'controller', unintelligible: false, exfiltration: 'unknown', intent: 'unknown' };

describe('China', () => {
  const aware = '2026-03-06T10:00:00+08:00';

  it('has a leak of a million people reported within four hours, and at once to department and persons', () => {
    const due = daysOf(dutiesOf(china, { ...OPEN_STORE, aware, persons: 1_000_000, sectors: ['cloud'] }));
    assert.deepEqual(due, {
      'Measures 4': '2026-03-06T14:00:00+08:00',
      'PIPL 57 (authority)': 'without undue delay',
      'PIPL 57 (persons)': 'without undue delay',
    });
    assert.equal(owedOf(dutiesOf(china, { ...OPEN_STORE, aware, persons: 999_999 }))['Measures 4'], undefined);
    assert.equal(owedOf(dutiesOf(china, { ...OPEN_STORE, aware }))['Measures 4'], 'unknown');
  });

  it('gives critical infrastructure one hour, and nobody a number before November 2025', () => {
    const critical = { ...OPEN_STORE, persons: 2_000_000, sectors: ['critical-infrastructure'] };
    assert.equal(daysOf(dutiesOf(china, { ...critical, aware }))['Measures 4'], '2026-03-06T11:00:00+08:00');
    const before = dutiesOf(china, { ...critical, aware: '2025-10-31T10:00:00+08:00' });
    assert.ok(before.every(({ due }) => due.kind === 'without undue delay'));
  });
});
