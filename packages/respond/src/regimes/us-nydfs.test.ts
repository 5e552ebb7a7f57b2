import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import usNydfs from './us-nydfs.ts';

const OPEN_STORE = { unintelligible: false, exfiltration: 'unknown', nature: ['confidentiality'], role: 'controller' };
const at = (day: string) => `${day}T09:00:00-05:00[America/New_York]`;

describe('the NYDFS', () => {
  const licensed = { ...OPEN_STORE, usRegulated: ['nydfs-licensed'], aware: at('2026-03-06') };

  it('is told within 72 hours, whatever the weekend', () => {
    const due = daysOf(dutiesOf(usNydfs, { ...licensed, serviceImpact: 'severe' }));
    // Clocks go forward on 8 March 2026.
    assert.equal(due['500.17(a)(1)'], '2026-03-09T10:00:00-04:00');
    assert.equal(owedOf(dutiesOf(usNydfs, licensed))['500.17(a)(1)'], 'unknown');
  });

  it('is told of a ransom within 24 hours, and why within 30 days', () => {
    const paid = dutiesOf(usNydfs, { ...licensed, ransomPaid: '2026-03-10T12:00:00-04:00' });
    const payment = paid.find(({ article }) => article === '500.17(c)(1)');
    assert.equal(daysOf(paid)['500.17(c)(1)'], '2026-03-11T12:00:00-04:00');
    const [phase] = payment?.phases ?? [];
    assert.equal(phase?.due.kind === 'day' && phase.due.day.toString(), '2026-04-09');
  });
});
