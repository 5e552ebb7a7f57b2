// A series through its one door: numbers with their times in, scores and reasons out.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createSeries, type Reading, type Series } from './series.ts';

const HOUR_MS = 3_600_000;
/** A Monday, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 5, 1);
const WEEK_HOURS = 168;
/** From here on a consumer would alert. */
const ALARM = 0.5;

/** Numbers between −1 and 1 that look like chance and are the same in every run (Park and Miller's generator). */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state / 2_147_483_647) * 2 - 1;
  };
}

/** Rows read in an hour: much by day, little at night, half as much at weekends. */
function rowsAt(hour: number, chance: () => number): number {
  const [inDay, day] = [hour % 24, Math.floor(hour / 24) % 7];
  const usual = inDay >= 8 && inDay < 18 ? 10_000 : 300;
  return Math.round(usual * (day >= 5 ? 0.5 : 1) * (1 + 0.2 * chance()));
}

function read(series: Series, time: number, value: number): Reading {
  const reading = series.observe(time, value);
  assert.ok(reading.kind === 'reading', reading.why());
  return reading;
}

/** Hours one after the other, from the Monday on. */
function feed(series: Series, from: number, to: number, valueAt: (hour: number) => number): Reading[] {
  return Array.from({ length: to - from }, (_, index) => {
    const hour = from + index;
    return read(series, MONDAY + hour * HOUR_MS, valueAt(hour));
  });
}

const alarms = (readings: readonly Reading[]) => readings.filter(({ score }) => score >= ALARM);

function afterWeeks(weeks: number, seed = 1): { readonly series: Series; readonly next: (hour: number) => number } {
  const [series, chance] = [createSeries(), noise(seed)];
  feed(series, 0, weeks * WEEK_HOURS, (hour) => rowsAt(hour, chance));
  return { series, next: (hour) => rowsAt(hour, chance) };
}

describe('what is usual', () => {
  it('is known for each hour of the week', () => {
    const { series } = afterWeeks(6);
    const at = (hour: number) => series.expect(MONDAY + (6 * WEEK_HOURS + hour) * HOUR_MS);
    const [noon, night, sunday] = [at(12), at(3), at(6 * 24 + 12)];
    assert.ok(noon && night && sunday);
    assert.ok(Math.abs(noon.value - 10_000) < 1_500, `${noon.value}`);
    assert.ok(Math.abs(night.value - 300) < 60, `${night.value}`);
    assert.ok(Math.abs(sunday.value - 5_000) < 900, `${sunday.value}`);
    assert.ok(noon.low < noon.value && noon.value < noon.high);
    assert.ok(night.low >= 0 && night.high < 2_500, `${night.low} to ${night.high}`);
    assert.deepEqual([noon.basis, noon.times], ['hour of the week', 6]);
  });

  it('stays quiet over ordinary weeks', () => {
    const { series, next } = afterWeeks(4);
    const told = alarms(feed(series, 4 * WEEK_HOURS, 12 * WEEK_HOURS, next));
    assert.ok(told.length <= 3, `${told.length} alarms in eight weeks`);
  });

  it('is seldom called unusual by chance alone, and never very', () => {
    for (const [name, shape] of [
      ['flat', (chance: number) => chance],
      ['with a long tail', (chance: number) => -Math.log((1 + chance) / 2)],
      ['mostly nothing', (chance: number) => (chance > 0.96 ? Math.ceil(100 * (chance - 0.96)) : 0)],
    ] as const) {
      const [series, chance] = [createSeries(), noise(11)];
      const readings = feed(series, 0, 3000, () => shape(chance()));
      const share = (least: number) => readings.filter(({ surprise }) => surprise >= least).length / readings.length;
      assert.ok(share(ALARM) < 0.015 && share(0.7) < 0.001, `${name}: ${share(ALARM)} ${share(0.7)}`);
    }
  });

  it('makes the ordinary load of a day unusual at night, and says so', () => {
    const { series, next } = afterWeeks(6);
    feed(series, 6 * WEEK_HOURS, 6 * WEEK_HOURS + 2, next);
    const readings = feed(series, 6 * WEEK_HOURS + 2, 6 * WEEK_HOURS + 5, () => 9_000);
    const [told] = alarms(readings);
    assert.ok(told, readings.map(({ surprise }) => surprise.toFixed(2)).join(' '));
    assert.deepEqual([told.by, told.side], ['value', 'above']);
    assert.ok(told === readings[0] && told.probability < 0.001, 'at the first hour of it');
    assert.match(told.why(), /^9,000 where about \d+ is usual on a Monday at 0\d:00 UTC \(6 weeks before\)/);
    assert.match(told.why(), /so far off it is once in [\d,]+ points; learned from 1,?\d+ points since 2026-06-01/);
  });

  it('says while it learns that it learns, and calls nothing unusual', () => {
    const series = createSeries();
    const readings = feed(series, 0, 48, (hour) => (hour === 20 ? 1e6 : 5));
    assert.ok(readings.every(({ score, surprise, probability }) => score === 0 && surprise === 0 && probability === 1));
    assert.equal(readings[0]?.learning, 48);
    assert.match(readings[47]?.why() ?? '', /1 more points are needed to judge/);
    assert.equal(read(series, MONDAY + 48 * HOUR_MS, 5).learning, undefined);
  });
});

describe('a level that shifts', () => {
  it('is told once, and is learned', () => {
    const [series, chance] = [createSeries(), noise(2)];
    const around = (level: number) => () => level * (1 + 0.1 * chance());
    feed(series, 0, 600, around(100));
    const shifted = feed(series, 600, 1100, around(300));
    const told = alarms(shifted);
    assert.ok(told.length >= 1 && told.length <= 4, `${told.length} alarms`);
    assert.ok(alarms(shifted.slice(0, 6)).length > 0, 'told within the first hours');
    assert.equal(alarms(shifted.slice(24)).length, 0, 'and not any more after a day');
    const later = feed(series, 1100, 2100, around(300));
    assert.equal(alarms(later).length, 0);
    const expected = series.expect(MONDAY + 2100 * HOUR_MS);
    assert.ok(expected && Math.abs(expected.value - 300) < 30, `${expected?.value}`);
  });

  it('is told where a series was constant', () => {
    const series = createSeries();
    assert.equal(alarms(feed(series, 0, 300, () => 7)).length, 0);
    const [changed] = feed(series, 300, 301, () => 8);
    assert.ok(changed && changed.score >= ALARM, `${changed?.score}`);
    assert.ok(changed.side === 'above' && changed.probability < 0.01);
  });

  it('is told where it falls to nothing', () => {
    const [series, chance] = [createSeries(), noise(3)];
    feed(series, 0, 500, () => 50 + 5 * chance());
    const fallen = feed(series, 500, 506, () => 0);
    assert.ok(alarms(fallen).some(({ side }) => side === 'below'));
  });

  it('is told at the first event of a series that had none', () => {
    const series = createSeries();
    feed(series, 0, 400, () => 0);
    assert.ok((feed(series, 400, 401, () => 1)[0]?.score ?? 0) >= ALARM);
  });
});

describe('who wants to teach it', () => {
  it('does not move what is usual by one enormous value', () => {
    const { series, next } = afterWeeks(5);
    const noon = 5 * WEEK_HOURS + 12;
    feed(series, 5 * WEEK_HOURS, noon, next);
    const before = series.expect(MONDAY + noon * HOUR_MS);
    const [flooded] = feed(series, noon, noon + 1, () => 1e12);
    const after = series.expect(MONDAY + noon * HOUR_MS);
    assert.ok(flooded && flooded.score > 0.6);
    assert.ok(before && after && Math.abs(after.value - before.value) < before.high - before.value);
    assert.ok(after.high < 20_000, 'nor how far a usual value may lie from it');
  });

  it('is told of a drift that is too slow for every single step', () => {
    const { series } = afterWeeks(4, 5);
    const chance = noise(6);
    const growing = (hour: number) => rowsAt(hour, chance) * (1 + (hour - 4 * WEEK_HOURS) / 1000);
    const readings = feed(series, 4 * WEEK_HOURS, 60 * WEEK_HOURS, growing);
    const changes = readings.flatMap(({ change }) => change ?? []);
    assert.ok(changes.length >= 1 && changes.length < 20, `${changes.length} changes`);
    const [first] = changes;
    assert.ok(first && first.to > first.from && first.deviations > 3 && first.since >= MONDAY);
    const told = readings.find(({ change }) => change !== undefined);
    assert.match(told?.why() ?? '', /the usual level has gone from [\d,.]+ to [\d,.]+ since 2026-/);
  });
});

describe('points as they come', () => {
  it('says how many are missing, and takes what follows for what it is', () => {
    const { series, next } = afterWeeks(5);
    const after = 5 * WEEK_HOURS + 60;
    const [first] = feed(series, after, after + 1, next);
    assert.equal(first?.missed, 60);
    assert.ok(first.score < ALARM, first.why());
    assert.match(first.why(), /60 points are missing before it/);
  });

  it('learns a late point for its hour and leaves the recent ones as they are', () => {
    const { series } = afterWeeks(3);
    const { recent } = series.snapshot();
    const late = read(series, MONDAY + (3 * WEEK_HOURS - 5) * HOUR_MS, 9_000);
    assert.ok(late.isLate && late.missed === 0);
    assert.equal(series.snapshot().recent, recent);
    const now = read(series, MONDAY + (3 * WEEK_HOURS - 1) * HOUR_MS + 1, 150);
    assert.equal(now.expected.times, 2, 'the hour that goes on has not begun once more');
  });

  it('counts a repeated point once, and two values of one moment both', () => {
    const { series } = afterWeeks(1);
    const time = MONDAY + WEEK_HOURS * HOUR_MS;
    read(series, time, 300);
    const before = series.snapshot();
    assert.equal(series.observe(time, 300).kind, 'repeated');
    assert.deepEqual(series.snapshot(), before);
    assert.equal(series.observe(time, 310).kind, 'reading');
  });

  it('comes back from a clock that was wrong by decades', () => {
    const { series, next } = afterWeeks(3);
    read(series, Date.UTC(2099, 0, 1), 300);
    const readings = feed(series, 3 * WEEK_HOURS, 3 * WEEK_HOURS + 48, next);
    assert.deepEqual([readings[0]?.isLate, readings[20]?.isLate, readings[47]?.isLate], [true, false, false]);
  });

  it('refuses what is no number and no time, and keeps nothing of it', () => {
    const { series } = afterWeeks(1);
    const before = series.snapshot();
    const time = MONDAY + WEEK_HOURS * HOUR_MS;
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -1.7e308]) {
      assert.equal(series.observe(time, value).kind, 'refused');
    }
    for (const wrong of [Number.NaN, Number.NEGATIVE_INFINITY, 9e15]) {
      assert.equal(series.observe(wrong, 1).kind, 'refused');
    }
    assert.deepEqual(series.snapshot(), before);
  });

  it('looks at a counter by its growth, over gaps and new beginnings', () => {
    const [series, chance] = [createSeries({ kind: 'counter' }), noise(7)];
    assert.equal(series.observe(MONDAY, 1e6).kind, 'no growth');
    const readings: Reading[] = [];
    let total = 1e6;
    for (let minute = 1; minute <= 600; minute += 1) {
      const bytes = 60_000 + 6000 * chance();
      total = minute === 300 ? bytes : total + bytes;
      const reading = read(series, MONDAY + minute * 60_000, total);
      assert.ok(reading.value > 850 && reading.value < 1150, `${minute}: ${reading.value}`);
      readings.push(reading);
    }
    assert.ok(alarms(readings).length <= 4, `${alarms(readings).length} alarms by chance alone`);
    total += 10 * 60_000;
    const gap = read(series, MONDAY + 610 * 60_000, total);
    assert.ok(gap.missed === 9 && Math.abs(gap.value - 1000) < 1e-9 && gap.score < ALARM);
    const burst = read(series, MONDAY + 611 * 60_000, total + 6e6);
    assert.ok(burst.score >= ALARM, burst.why());
  });
});

describe('any input', () => {
  const value = fc.oneof(
    fc.double(),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0, -0, 7, 1e300, -1e300, 5e-324, Number.MAX_VALUE, Number.NaN),
  );
  const time = fc.oneof(
    fc.integer({ min: MONDAY, max: MONDAY + 1e9 }),
    fc.constantFrom(0, -0, -8.64e15, 8.64e15, 9e15, Number.NaN, 0.5),
  );
  const points = fc.oneof(
    fc.array(fc.tuple(time, value), { maxLength: 300 }),
    fc.array(value, { maxLength: 300 }).map((all) => all.map((one, index) => [MONDAY + index * HOUR_MS, one] as const)),
  );
  /** Twice what a snapshot of ordinary numbers takes. */
  const MOST_BYTES = 20_000;

  it('gets a score between 0 and 1, a reason, and no more memory than any other', () => {
    fc.assert(
      fc.property(points, fc.constantFrom('gauge', 'counter'), (given, kind) => {
        const series = createSeries({ kind });
        for (const [at, one] of given) {
          const reading = series.observe(at, one);
          assert.ok(reading.why().length > 0);
          if (reading.kind !== 'reading') continue;
          for (const share of [reading.score, reading.surprise, reading.probability]) {
            assert.ok(share >= 0 && share <= 1, `${share}`);
          }
          assert.ok(Number.isFinite(reading.expected.value));
        }
        assert.ok(JSON.stringify(series.snapshot()).length < MOST_BYTES);
      }),
      { numRuns: 60 },
    );
  });

  it('is scored the same after a stop and a start, wherever it stopped', () => {
    fc.assert(
      fc.property(points, fc.nat(300), fc.constantFrom('gauge', 'counter'), (given, stop, kind) => {
        const told = (series: Series, some: typeof given) =>
          some.map(([at, one]) => {
            const { why, ...reading } = series.observe(at, one);
            return { ...reading, why: why() };
          });
        const [through, before] = [createSeries({ kind }), createSeries({ kind })];
        const whole = told(through, given);
        const first = told(before, given.slice(0, stop));
        const after = createSeries({}, JSON.parse(JSON.stringify(before.snapshot())));
        assert.deepEqual([...first, ...told(after, given.slice(stop))], whole);
        assert.deepEqual(after.snapshot(), through.snapshot());
      }),
      { numRuns: 60 },
    );
  });

  it('takes no more memory for a year than for a month', () => {
    for (const weeks of [4, 52]) {
      const { length } = JSON.stringify(afterWeeks(weeks).series.snapshot());
      assert.ok(length < MOST_BYTES, `${weeks} weeks: ${length}`);
    }
  });
});
