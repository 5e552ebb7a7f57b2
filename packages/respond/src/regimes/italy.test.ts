import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dueOf, dutiesOn, factsOf } from '../../testing/regime-harness.ts';
import italy from './italy.ts';

const REGION = { establishments: ['IT'], publicBody: 'regional', designations: [] };
const PERIMETER = { establishments: ['IT'], designations: ['national-security-perimeter'] };
/** The clocks go forward in the night to 29 March 2026. */
const AWARE = '2026-03-28T22:30:00+01:00[Europe/Rome]';
const dues = (document: Record<string, unknown>, day = '2026-03-28') =>
  dutiesOn(italy, day, { incidentAware: AWARE, ...document }).map(({ due }) => dueOf(due));

describe('the rules of Italy', () => {
  const CASES: readonly [string, Record<string, unknown>, 'yes' | 'no' | 'unknown'][] = [
    ['a region', REGION, 'yes'],
    ['a small municipality', { ...REGION, publicBody: 'municipality' }, 'no'],
    ['a company', { ...REGION, publicBody: 'none' }, 'no'],
    ['a company in the perimeter', { ...PERIMETER, publicBody: 'none' }, 'yes'],
    ['a company of which nobody knows whether it is in it', { establishments: ['IT'], publicBody: 'none' }, 'unknown'],
    ['a French region', { ...REGION, establishments: ['FR'] }, 'no'],
    ['nothing known', {}, 'unknown'],
  ];
  for (const [what, document, expected] of CASES) {
    it(`${expected}: ${what}`, () => assert.equal(italy.applies(factsOf(document)).answer, expected));
  }

  it('give public bodies 24 hours, and 72 from the same moment, over the change of the clocks', () => {
    assert.deepEqual(dues({ ...REGION, significantIncident: true }), [
      '2026-03-29T23:30:00+02:00',
      '2026-03-31T23:30:00+02:00',
    ]);
    assert.deepEqual(dues({ ...REGION, significantIncident: false }), []);
    const [open] = dutiesOn(italy, '2026-03-28', { ...REGION, incidentAware: AWARE });
    assert.deepEqual([open?.owed, open?.decidedBy], ['unknown', ['significantIncident']]);
  });

  it('bound central bodies and regions on 17 July 2024, the others 180 days later', () => {
    const count = (publicBody: string, day: string) => dues({ ...REGION, publicBody }, day).length;
    assert.deepEqual([count('central', '2024-07-16'), count('central', '2024-07-17')], [0, 2]);
    assert.deepEqual([count('health-authority', '2025-01-12'), count('health-authority', '2025-01-13')], [0, 2]);
    assert.equal(count('municipality', '2026-03-28'), 0);
  });

  it('give the perimeter one, six or 72 hours by the table, and show the shortest while nobody knows', () => {
    assert.deepEqual(dues({ ...PERIMETER, perimeterIncident: 'table-2' }), ['2026-03-28T23:30:00+01:00']);
    assert.deepEqual(dues({ ...PERIMETER, perimeterIncident: 'table-1' }), ['2026-03-29T05:30:00+02:00']);
    assert.deepEqual(dues({ ...PERIMETER, perimeterIncident: 'other-systems' }), ['2026-03-31T23:30:00+02:00']);
    assert.deepEqual(dues(PERIMETER), ['2026-03-28T23:30:00+01:00']);
    assert.deepEqual(dutiesOn(italy, '2026-03-28', PERIMETER)[0]?.decidedBy, ['perimeterIncident']);
    assert.equal(dutiesOn(italy, '2026-03-28', { ...PERIMETER, publicBody: 'central' }).length, 1);
  });
});
