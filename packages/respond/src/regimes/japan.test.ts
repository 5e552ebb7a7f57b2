import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import japan from './japan.ts';
import type { Duty } from './regime.ts';

const OPEN_STORE = { role: 'controller', unintelligible: false, exfiltration: 'unknown', intent: 'unknown' };
const articles = (duties: readonly Duty[]) => Object.keys(owedOf(duties));
const phaseDays = (duty: Duty | undefined) =>
  (duty?.phases ?? []).map(({ due }) => (due.kind === 'day' ? due.day.toString() : due.kind));

describe('Japan', () => {
  const leak = (more: Record<string, unknown>) => ({ ...OPEN_STORE, intent: 'accidental', data: ['contact'], ...more });
  const report = (more: Record<string, unknown>) =>
    dutiesOf(japan, leak(more)).find(({ article }) => article === 'APPI 26(1), Rule 8(1)');

  // Rule 8 and guidelines 3-5-3-3: the day of knowledge is the first; worked by hand.
  const DATES = [
    { aware: '2026-03-02T10:00:00+09:00', first: '2026-03-04', fifth: '2026-03-06', final: '2026-03-31', why: 'plain' },
    {
      aware: '2026-03-06T10:00:00+09:00',
      first: '2026-03-08',
      fifth: '2026-03-10',
      final: '2026-04-06',
      why: 'the thirtieth is a Saturday',
    },
    {
      aware: '2026-12-01T10:00:00+09:00',
      first: '2026-12-03',
      fifth: '2026-12-05',
      final: '2027-01-04',
      why: 'offices close over New Year',
    },
  ];
  for (const { aware, first, fifth, final, why } of DATES) {
    it(`wants a first report by ${first} to ${fifth} and the final one by ${final}, from ${aware}: ${why}`, () => {
      const duty = report({ aware, persons: 1001 });
      assert.equal(duty?.due.kind === 'day' && duty.due.day.toString(), first);
      assert.deepEqual(phaseDays(duty), [fifth, final]);
    });
  }

  it('gives 60 days where a wrongful purpose is possible, and asks where that is not known', () => {
    const aware = '2026-03-02T10:00:00+09:00';
    assert.deepEqual(phaseDays(report({ aware, intent: 'malicious' })), ['2026-03-06', '2026-04-30']);
    const unknown = report({ aware, persons: 1001, intent: 'unknown' });
    assert.deepEqual(phaseDays(unknown), ['2026-03-06', '2026-03-31']);
    assert.ok(unknown?.decidedBy?.includes('intent'));
  });

  it('counts more than 1,000 people, and any number for sensitive data, money or a wrongful purpose', () => {
    assert.equal(report({ persons: 999 }), undefined);
    assert.equal(report({ persons: 1000 }), undefined);
    assert.equal(report({ persons: 1001 })?.owed, 'yes');
    assert.equal(report({ persons: 1, data: ['health'] })?.owed, 'yes');
    assert.equal(report({ persons: 1, data: ['payment-methods'] })?.owed, 'yes');
    assert.equal(report({ persons: 1, intent: 'malicious' })?.owed, 'yes');
  });

  it('wants nothing for encrypted data, and lets who was entrusted tell the principal', () => {
    assert.deepEqual(dutiesOf(japan, leak({ persons: 5000, unintelligible: true })), []);
    assert.deepEqual(articles(dutiesOf(japan, leak({ persons: 5000, role: 'processor' }))), ['APPI 26(1), proviso']);
  });

  it('carries the amendment of 2026 as not in force', () => {
    assert.deepEqual(
      japan.versions.map(({ status }) => status),
      ['in force', 'proposed'],
    );
  });
});
