import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import korea from './korea.ts';
import type { Duty } from './regime.ts';

const OPEN_STORE = { role: 'controller', unintelligible: false, exfiltration: 'unknown', intent: 'unknown' };
const articles = (duties: readonly Duty[]) => Object.keys(owedOf(duties));

describe('South Korea', () => {
  const leak = { ...OPEN_STORE, exfiltration: 'proved', data: ['contact'], intent: 'accidental' };
  const persons = 'PIPA 34(1), decree 39';
  const commission = 'PIPA 34(4), decree 40';

  it('has persons told within 72 hours of every leak, and the commission of 1,000 people or more', () => {
    const aware = '2026-03-06T10:00:00+09:00';
    assert.deepEqual(articles(dutiesOf(korea, { ...leak, aware, persons: 999 })), [persons]);
    assert.deepEqual(daysOf(dutiesOf(korea, { ...leak, aware, persons: 1000 })), {
      [persons]: '2026-03-09T10:00:00+09:00',
      [commission]: '2026-03-09T10:00:00+09:00',
    });
    assert.ok(articles(dutiesOf(korea, { ...leak, aware, persons: 1, data: ['health'] })).includes(commission));
    assert.ok(articles(dutiesOf(korea, { ...leak, aware, persons: 1, intent: 'malicious' })).includes(commission));
  });

  it('has those told who may be concerned, since 11 September 2026', () => {
    const hacked = { ...OPEN_STORE, intent: 'malicious', exfiltration: 'unlikely', data: ['contact'], persons: 5 };
    const told = (aware: string) => articles(dutiesOf(korea, { ...hacked, aware })).includes('PIPA 34(2), decree 39-2');
    assert.equal(told('2026-09-10T10:00:00+09:00'), false);
    assert.equal(told('2026-09-11T10:00:00+09:00'), true);
  });
});
