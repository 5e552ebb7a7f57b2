import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, dutiesOn, factsOf } from '../../testing/regime-harness.ts';
import aiAct from './ai-act.ts';

const SYSTEM = { establishments: ['FR'], aiSystem: 'annex-iii', aiRole: 'provider' };
const AWARE = '2028-03-02T10:00:00+01:00[Europe/Paris]';

const duties = (document: Record<string, unknown>, day = '2028-03-02') =>
  dutiesOn(aiAct, day, { ...SYSTEM, ...document });
const owed = (document: Record<string, unknown>, day: string) =>
  duties({ aiHarm: ['health'], ...document }, day)[0]?.owed;

describe('the AI Act', () => {
  const CASES: readonly [string, Record<string, unknown>, 'yes' | 'no' | 'unknown'][] = [
    ['a high-risk system', SYSTEM, 'yes'],
    ['another AI system', { ...SYSTEM, aiSystem: 'other' }, 'no'],
    ['no AI system', { aiSystem: 'none' }, 'no'],
    ['nobody knows', { establishments: ['FR'] }, 'unknown'],
    ['a system that is not offered in the Union', { ...SYSTEM, establishments: ['US'], offersTo: ['US'] }, 'no'],
  ];
  for (const [what, document, expected] of CASES) {
    it(`${expected}: ${what}`, () => assert.equal(aiAct.applies(factsOf(document)).answer, expected));
  }

  // Article 113 as changed by Regulation (EU) 2026/1744.
  it('is certain for Annex III from 2 December 2027, and for Annex I from 2 August 2028', () => {
    assert.equal(owed({}, '2026-08-01'), undefined);
    assert.equal(owed({}, '2026-08-02'), 'unknown');
    assert.equal(owed({}, '2027-12-01'), 'unknown');
    assert.equal(owed({}, '2027-12-02'), 'yes');
    assert.equal(owed({ aiSystem: 'annex-i' }, '2028-08-01'), 'unknown');
    assert.equal(owed({ aiSystem: 'annex-i' }, '2028-08-02'), 'yes');
  });

  // Article 73(2) to (4), from Thursday 2 March 2028; a last day that is not worked moves (Regulation 1182/71, Article 3(4)).
  const TIMES: readonly [readonly string[], string, string][] = [
    [['health'], '2028-03-17', '15 days'],
    [['fundamental-rights', 'property-or-environment'], '2028-03-17', '15 days'],
    [['death', 'health'], '2028-03-13', '10 days: a Sunday, so Monday'],
    [['critical-infrastructure'], '2028-03-06', '2 days: a Saturday, so Monday'],
    [['death', 'widespread-infringement'], '2028-03-06', 'the shortest counts'],
  ];
  for (const [aiHarm, due, why] of TIMES) {
    it(`has ${aiHarm.join(' and ')} reported by ${due}: ${why}`, () => {
      assert.equal(dueOf(duties({ aiHarm, incidentAware: AWARE })[0]?.due), due);
    });
  }

  it('moves no last day where nobody knows of which country', () => {
    const [report] = duties({
      establishments: ['US'],
      offersTo: ['FR'],
      aiHarm: ['critical-infrastructure'],
      incidentAware: AWARE,
    });
    assert.equal(dueOf(report?.due), '2028-03-04');
  });

  it('has a deployer tell the provider first, and report where it cannot reach it', () => {
    const told = duties({ aiRole: 'deployer', aiHarm: ['health'] });
    assert.deepEqual(
      told.map(({ article, owed: isOwed }) => [article, isOwed]),
      [
        ['26(5)', 'yes'],
        ['73(2)', 'unknown'],
      ],
    );
  });

  it('wants nothing without harm, and names what it does not know', () => {
    assert.deepEqual(duties({ aiHarm: [] }), []);
    const [open] = dutiesOn(aiAct, '2028-03-02', { incidentAware: AWARE });
    assert.equal(dueOf(open?.due), '2028-03-04', 'the shortest time');
    assert.deepEqual([open?.owed, open?.decidedBy], ['unknown', ['aiSystem', 'aiRole', 'aiHarm']]);
  });
});
