import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFacts } from '../facts/document.ts';
import { whatAnswersWouldDo } from './what-answers-would-do.ts';

function effects(facts: Record<string, unknown>) {
  const read = parseFacts({ facts });
  assert.ok(!('code' in read));
  return whatAnswersWouldDo(read.facts);
}

const READABLE = {
  nature: ['confidentiality'],
  unintelligible: false,
  data: ['basic', 'contact', 'profile'],
  specialCategories: ['health'],
  persons: 20_000,
};

describe('what answers would do', () => {
  it('names the answer that decides, from what to what', () => {
    const found = effects({ ...READABLE, exfiltration: 'unknown', recipients: 'unknown' });
    const ruledOut = found.find(({ fact, to }) => fact === 'exfiltration' && to === 'ruled-out');
    assert.ok(ruledOut);
    assert.equal(ruledOut.from, 'unknown');
    assert.notDeepEqual(ruledOut.before.risk, ruledOut.after.risk);
  });

  it('begins with answers that change the decision', () => {
    const [first] = effects({ ...READABLE, recipients: 'known', exfiltration: 'unknown' });
    assert.ok(first);
    const changes =
      first.before.notifyAuthority !== first.after.notifyAuthority ||
      first.before.communicateToPersons !== first.after.communicateToPersons;
    assert.ok(changes);
  });

  it('leaves out what is known, what changes nothing, and what contradicts another fact', () => {
    const found = effects({ ...READABLE, readByOthers: true, recipients: 'unknown', exfiltration: 'unknown' });
    assert.ok(!found.some(({ fact }) => fact === 'specialCategories'));
    assert.ok(!found.some(({ fact, to }) => fact === 'exfiltration' && to === 'ruled-out'));
    for (const { before, after } of found) assert.notDeepEqual(before, after);
  });
});
