import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import usGlbaSafeguards from './us-glba-safeguards.ts';

const OPEN_STORE = { unintelligible: false, exfiltration: 'unknown', nature: ['confidentiality'], role: 'controller' };
const at = (day: string) => `${day}T09:00:00-05:00[America/New_York]`;

describe('the Safeguards Rule', () => {
  it('has the FTC told within 30 days of 500 consumers or more', () => {
    const duties = (persons: unknown) =>
      dutiesOf(usGlbaSafeguards, {
        ...OPEN_STORE,
        usRegulated: ['ftc-financial-institution'],
        aware: at('2026-01-31'),
        persons,
      });
    assert.deepEqual(duties(499), []);
    assert.deepEqual(daysOf(duties(500)), { '314.4(j)': '2026-03-02' });
    assert.equal(owedOf(duties({ lower: 100 }))['314.4(j)'], 'unknown');
  });
});
