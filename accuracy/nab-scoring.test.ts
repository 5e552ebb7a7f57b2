// The scoring of the Numenta Anomaly Benchmark on series that can be reckoned by hand.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PROFILES, type Profile, type ScoredSeries, scoreSeries } from './nab-scoring.ts';

const ROWS = 1000;
/** Rows 500 to 599 are the window. */
const [FROM, TO] = [500, 599];

function series(detections: Readonly<Record<number, number>>, windows = [[FROM, TO]] as const): ScoredSeries {
  const rows = Array.from({ length: ROWS }, (_, index) => index);
  return { times: rows, scores: rows.map((row) => detections[row] ?? 0), windows };
}

const scored = (detections: Readonly<Record<number, number>>, profile: Profile = PROFILES.standard, threshold = 0.5) =>
  scoreSeries([series(detections)], profile, threshold);
const about = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}`);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

describe("the benchmark's scoring", () => {
  it('is 100 for a detection at the beginning of each window, and 0 for none', () => {
    about(scored({ [FROM]: 1 }).score, 100);
    about(scored({}).score, 0);
  });

  it('gives less the later a detection is, by a sigmoid over the window', () => {
    const half = (2 * sigmoid(2.5) - 1) / (2 * sigmoid(5) - 1);
    about(scored({ 550: 1 }).score, (100 * (half + 1)) / 2);
    assert.ok(scored({ [TO]: 1 }).score > 50 && scored({ [TO]: 1 }).score < 53);
  });

  it('counts a window once, by its first detection', () => {
    assert.equal(scored({ [FROM]: 1, 520: 1, 560: 1 }).score, scored({ [FROM]: 1 }).score);
  });

  it('takes for a false detection all of its weight far from a window, and less close behind one', () => {
    about(scored({ [FROM]: 1, 200: 1 }).score, 100 * (1 - 0.11 / 2));
    about(scored({ [FROM]: 1, 999: 1 }).score, 100 * (1 - 0.11 / 2));
    const behind = 2 * sigmoid((-5 * 20) / 99) - 1;
    about(scored({ [FROM]: 1, 619: 1 }).score, 100 * (1 + (0.11 * behind) / 2));
  });

  it('weighs by the profile', () => {
    about(scored({ [FROM]: 1, 200: 1 }, PROFILES['low FP']).score, 100 * (1 - 0.22 / 2));
    about(scored({ [FROM]: 1, 200: 1 }, PROFILES['low FN']).score, 100 * (1 - 0.11 / 3));
  });

  it('does not look at the first 15 in a hundred rows', () => {
    assert.equal(scored({ [FROM]: 1, 149: 1 }).falseRows, 0);
    assert.equal(scored({ [FROM]: 1, 150: 1 }).falseRows, 1);
  });

  it('takes the best threshold, one for all series', () => {
    const both = [series({ [FROM]: 0.9, 200: 0.3 }), series({ [FROM]: 0.6, 300: 0.7 })];
    const { threshold, found, falseRows } = scoreSeries(both, PROFILES.standard);
    assert.deepEqual([threshold, found, falseRows], [0.6, 2, 1]);
  });
});
