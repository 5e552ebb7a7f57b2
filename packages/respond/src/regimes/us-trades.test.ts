import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicability } from '../../testing/regime-cases.ts';
import hipaa from './hipaa.ts';
import sec8k from './sec-8k.ts';
import usFtcHealth from './us-ftc-health.ts';
import usGlbaSafeguards from './us-glba-safeguards.ts';
import usNydfs from './us-nydfs.ts';

describe('rules of the United States for certain trades', () => {
  it('apply to whom the facts name, and else are only named', () => {
    const regimes = [hipaa, usFtcHealth, sec8k, usGlbaSafeguards, usNydfs];
    for (const regime of regimes) {
      assert.equal(applicability(regime, { usRegulated: [] }).answer, 'no');
      const unknown = applicability(regime, {});
      assert.deepEqual([unknown.answer, unknown.isPresumed, unknown.decidedBy], ['unknown', false, ['usRegulated']]);
    }
    assert.equal(applicability(sec8k, { usRegulated: ['sec-registrant'] }).answer, 'yes');
    assert.equal(applicability(hipaa, { usRegulated: ['sec-registrant', 'hipaa-business-associate'] }).answer, 'yes');
  });

  it('presume HIPAA of an organisation of the health sector in the United States', () => {
    assert.equal(applicability(hipaa, { sectors: ['health'], establishments: ['US-TX'] }).isPresumed, true);
    assert.equal(applicability(hipaa, { sectors: ['health'], establishments: ['FR'] }).isPresumed, false);
  });
});
