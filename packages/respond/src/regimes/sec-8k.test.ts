import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf } from '../../testing/regime-cases.ts';
import sec8k from './sec-8k.ts';

const at = (day: string) => `${day}T09:00:00-05:00[America/New_York]`;

describe('Form 8-K, Item 1.05', () => {
  // Four business days of the federal calendar after the determination, General Instruction B.1; worked by hand.
  const DATES = [
    { determined: '2026-03-02T10:00:00-05:00', day: '2026-03-06', why: 'Monday to Friday' },
    { determined: '2026-03-05T10:00:00-05:00', day: '2026-03-11', why: 'over a weekend' },
    { determined: '2026-03-07T10:00:00-05:00', day: '2026-03-12', why: 'a Saturday: Monday is the first day' },
    { determined: '2026-06-17T10:00:00-04:00', day: '2026-06-24', why: 'over Juneteenth, a Friday' },
    { determined: '2026-07-01T10:00:00-04:00', day: '2026-07-08', why: 'Independence Day is kept on Friday 3 July' },
    { determined: '2026-11-24T10:00:00-05:00', day: '2026-12-01', why: 'over Thanksgiving' },
    { determined: '2026-12-23T10:00:00-05:00', day: '2026-12-30', why: 'over Christmas' },
    { determined: '2026-12-29T10:00:00-05:00', day: '2027-01-05', why: 'over New Year' },
    { determined: '2026-03-03T02:00:00+01:00[Europe/Paris]', day: '2026-03-06', why: 'it is still Monday in New York' },
  ];
  for (const { determined, day, why } of DATES) {
    it(`is due on ${day} after ${determined}: ${why}`, () => {
      const facts = { usRegulated: ['sec-registrant'], aware: at('2026-03-01'), materialityDetermined: determined };
      assert.deepEqual(daysOf(dutiesOf(sec8k, facts)), { 'Item 1.05(a)': day });
    });
  }

  it('has no deadline before the determination, which must not be put off', () => {
    const [determination, form] = dutiesOf(sec8k, { usRegulated: ['sec-registrant'], aware: at('2026-03-01') });
    assert.equal(determination?.due.kind, 'without undue delay');
    assert.equal(form?.owed, 'unknown');
    assert.deepEqual(form?.due.kind === 'unknown' && form.due.decidedBy, ['materialityDetermined']);
  });
});
