import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { leadsFor } from './reminder-points.ts';

const HOUR = 3600;

describe('the points at which people are reminded', () => {
  it('are six for three days, four for one, and begin a week ahead for a month', () => {
    const hours = (wholeS: number) => leadsFor(wholeS).map((lead) => lead / HOUR);
    assert.deepEqual(hours(72 * HOUR), [48, 24, 12, 4, 1, 0]);
    assert.deepEqual(hours(24 * HOUR), [12, 4, 1, 0]);
    assert.deepEqual(hours(30 * 24 * HOUR), [168, 72, 24, 4, 0]);
    assert.deepEqual(hours(2 * HOUR), [1, 0]);
  });

  it('are in order, within the time there is, and always end with the deadline', () => {
    fc.assert(
      fc.property(fc.integer({ min: -HOUR, max: 100 * 24 * HOUR }), (wholeS) => {
        const leads = leadsFor(wholeS);
        assert.equal(leads.at(-1), 0);
        assert.deepEqual(
          leads,
          leads.toSorted((a, b) => b - a),
        );
        assert.ok(leads.every((lead) => lead < Math.max(wholeS, 1)));
      }),
    );
  });
});
