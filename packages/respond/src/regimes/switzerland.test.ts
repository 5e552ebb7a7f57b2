import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import type { Duty } from './regime.ts';
import switzerland from './switzerland.ts';

const OPEN_STORE = { role: 'controller', unintelligible: false, exfiltration: 'unknown', intent: 'unknown' };
const articles = (duties: readonly Duty[]) => Object.keys(owedOf(duties));

describe('Switzerland', () => {
  it('has the commissioner told of a high risk as soon as it can be done, and controllers of everything', () => {
    const duties = dutiesOf(switzerland, { ...OPEN_STORE, significantHarm: true });
    assert.equal(owedOf(duties)['24(1)'], 'yes');
    assert.equal(owedOf(duties)['24(4)'], 'unknown');
    assert.deepEqual(articles(dutiesOf(switzerland, { role: 'processor' })), ['24(3)']);
  });

  it('has critical infrastructure report a cyberattack within 24 hours since April 2025', () => {
    const operator = { ...OPEN_STORE, intent: 'malicious', sectors: ['critical-infrastructure'] };
    const due = (aware: string) => daysOf(dutiesOf(switzerland, { ...operator, aware }))['ISA 74e'];
    assert.equal(due('2025-03-31T10:00:00+02:00'), undefined);
    assert.equal(due('2025-04-01T10:00:00+02:00'), '2025-04-02T10:00:00+02:00');
  });
});
