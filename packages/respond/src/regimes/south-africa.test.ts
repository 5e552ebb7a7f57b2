import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dutiesOf, owedOf } from '../../testing/regime-cases.ts';
import southAfrica from './south-africa.ts';

const HARMFUL = { role: 'controller', significantHarm: true, exfiltration: 'proved', unintelligible: false };

describe('South Africa', () => {
  it('has no threshold of harm', () => {
    const harmless = { ...HARMFUL, significantHarm: false };
    assert.deepEqual(Object.keys(owedOf(dutiesOf(southAfrica, harmless))), ['22(1)(a)', '22(1)(b)']);
    assert.deepEqual(dutiesOf(southAfrica, { ...harmless, exfiltration: 'ruled-out' }), []);
    assert.deepEqual(Object.keys(owedOf(dutiesOf(southAfrica, { ...harmless, role: 'processor' }))), ['21(2)']);
  });
});
