import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, dutiesOf } from '../../testing/regime-cases.ts';
import newZealand from './new-zealand.ts';

const HARMFUL = { role: 'controller', significantHarm: true, exfiltration: 'proved', unintelligible: false };

describe('New Zealand', () => {
  it('has authority and persons told as soon as it can be done', () => {
    assert.deepEqual(daysOf(dutiesOf(newZealand, HARMFUL)), {
      '114': 'without undue delay',
      '115': 'without undue delay',
    });
    assert.deepEqual(dutiesOf(newZealand, { ...HARMFUL, significantHarm: false }), []);
  });
});
