import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, dutiesOn, factsOf, proposedDuties } from '../../testing/regime-harness.ts';
import ukNis from './uk-nis.ts';

const CLOUD = { establishments: ['GB'], sectors: ['cloud'], size: 'medium' };
const OPERATOR = { establishments: ['GB'], sectors: ['energy'], designations: ['essential-services-operator'] };
/** Before the Easter weekend. */
const AWARE = '2026-04-02T17:30:00+01:00[Europe/London]';

describe('the NIS Regulations of the United Kingdom', () => {
  const CASES: readonly [string, Record<string, unknown>, 'yes' | 'no' | 'unknown'][] = [
    ['a medium cloud provider', CLOUD, 'yes'],
    ['a small one', { ...CLOUD, size: 'small' }, 'no'],
    ['one of unknown size', { ...CLOUD, size: null }, 'unknown'],
    ['a designated operator', OPERATOR, 'yes'],
    ['an energy company that is not designated', { ...OPERATOR, designations: [] }, 'no'],
    ['an energy company of which nobody knows', { ...OPERATOR, designations: null }, 'unknown'],
    ['a French cloud provider', { ...CLOUD, establishments: ['FR'] }, 'no'],
    ['nothing known', {}, 'unknown'],
  ];
  for (const [what, document, expected] of CASES) {
    it(`${expected}: ${what}`, () => assert.equal(ukNis.applies(factsOf(document)).answer, expected));
  }

  it('give 72 elapsed hours, to the Commissioner for digital services', () => {
    const [report] = dutiesOn(ukNis, '2026-04-02', { ...CLOUD, significantIncident: true, incidentAware: AWARE });
    assert.deepEqual([report?.owed, dueOf(report?.due)], ['yes', '2026-04-05T17:30:00+01:00']);
    assert.match(report?.recipient ?? '', /Information Commissioner/);
    assert.match(dutiesOn(ukNis, '2026-04-02', OPERATOR)[0]?.recipient ?? '', /competent authority/);
  });

  it('say what would decide it, and want nothing where the incident is not significant', () => {
    assert.deepEqual(dutiesOn(ukNis, '2026-04-02', CLOUD)[0]?.decidedBy, ['significantIncident']);
    assert.deepEqual(dutiesOn(ukNis, '2026-04-02', { ...CLOUD, significantIncident: false }), []);
  });

  it('would want a first word in 24 hours by the bill', () => {
    const dues = proposedDuties(ukNis, { ...CLOUD, incidentAware: AWARE }).map(({ due }) => dueOf(due));
    assert.deepEqual(dues, ['2026-04-03T17:30:00+01:00', '2026-04-05T17:30:00+01:00']);
  });
});
