import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACTS, type Act, actsOf, FINDING_STATES, type FindingState, stateAfter, TRANSITIONS } from './finding-life.ts';

/** Act → what each state becomes by it, for a finding that nobody has and that was new before it was verified. */
const EXPECTED: Record<Act, Partial<Record<FindingState, FindingState>>> = {
  assign: { new: 'assigned', assigned: 'assigned', accepted: 'assigned', mending: 'assigned', back: 'assigned' },
  unassign: { assigned: 'new', mending: 'new' },
  accept: { new: 'accepted', assigned: 'accepted', accepted: 'accepted', mending: 'accepted', back: 'accepted' },
  'withdraw-acceptance': { accepted: 'new' },
  mend: { new: 'mending', assigned: 'mending', accepted: 'mending', back: 'mending' },
  verify: {
    new: 'verifying',
    assigned: 'verifying',
    accepted: 'verifying',
    mending: 'verifying',
    back: 'verifying',
    mended: 'verifying',
  },
  'acceptance-ended': { accepted: 'new' },
  'seen-mended': { new: 'mended', assigned: 'mended', accepted: 'mended', mending: 'mended', back: 'mended' },
  'seen-again': { mended: 'back' },
  'verified-mended': { verifying: 'mended' },
  'verified-still-open': { verifying: 'new' },
  'cannot-tell': { verifying: 'new' },
};

describe('the life of a finding', () => {
  for (const act of ACTS) {
    for (const state of FINDING_STATES) {
      const to = EXPECTED[act][state];
      it(`${act} ${to === undefined ? 'is not possible' : `makes it ${to}`} where it is ${state}`, () => {
        assert.equal(stateAfter(act, { state, resumes: 'new', hasAssignee: false }), to);
      });
    }
  }

  it('has each act once in its table', () => {
    assert.deepEqual(TRANSITIONS.map(({ act }) => act).sort(), [...ACTS].sort());
  });

  it('goes back to what it was where a verification does not end it', () => {
    for (const resumes of ['new', 'assigned', 'accepted', 'mending', 'back'] as const) {
      const finding = { state: 'verifying', resumes, hasAssignee: true } as const;
      assert.equal(stateAfter('verified-still-open', finding), resumes);
      assert.equal(stateAfter('cannot-tell', finding), resumes);
    }
  });

  it('is back where it was mended, is verified again and stands open; and stays mended where nobody can tell', () => {
    const finding = { state: 'verifying', resumes: 'mended', hasAssignee: false } as const;
    assert.equal(stateAfter('verified-still-open', finding), 'back');
    assert.equal(stateAfter('cannot-tell', finding), 'mended');
  });

  it('returns to whoever has it when its acceptance ends', () => {
    assert.equal(stateAfter('acceptance-ended', { state: 'accepted', resumes: null, hasAssignee: true }), 'assigned');
  });

  it('offers people only what people do', () => {
    assert.deepEqual(actsOf('verifying'), []);
    assert.deepEqual(actsOf('mended'), ['verify']);
    assert.deepEqual(actsOf('accepted'), ['assign', 'accept', 'withdraw-acceptance', 'mend', 'verify']);
  });
});
