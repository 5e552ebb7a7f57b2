// The scoring of the Numenta Anomaly Benchmark (Lavin and Ahmad, "Evaluating Real-time Anomaly Detection Algorithms", 2015, section
// II; version 1.1 of the benchmark): an early detection inside of a labelled window counts most, a false one costs, and one
// threshold per profile is taken for all files. That it equals the benchmark's own code is measured by accuracy/nab.ts.

/** A file of the benchmark with the scores of a detector, in the order of its rows. */
export interface ScoredSeries {
  /** Milliseconds since 1970, one a row. */
  readonly times: readonly number[];
  /** Between 0 and 1, one a row. */
  readonly scores: readonly number[];
  /** First and last time of each labelled window, in order. */
  readonly windows: readonly (readonly [number, number])[];
}

export interface Profile {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
}

/** The three profiles of the benchmark (config/profiles.json). */
export const PROFILES = {
  standard: { truePositive: 1, falsePositive: 0.11, falseNegative: 1 },
  'low FP': { truePositive: 1, falsePositive: 0.22, falseNegative: 1 },
  'low FN': { truePositive: 1, falsePositive: 0.11, falseNegative: 2 },
} as const satisfies Readonly<Record<string, Profile>>;

export interface ProfileResult {
  /** 0 is a detector that says nothing, 100 one that says all windows at their beginning and nothing else. */
  readonly score: number;
  /** Scores from here on are detections. */
  readonly threshold: number;
  /** Windows with a detection inside. */
  readonly found: number;
  readonly windows: number;
  /** Rows outside of windows that are detections. */
  readonly falseRows: number;
}

/** The first rows of a file are not scored: so much of it, and no more than of 5,000 rows. */
const PROBATION = 0.15;
const PROBATION_ROWS = 5000;

interface Row {
  readonly score: number;
  /** What a detection here is worth before weights, between −1 and 1. */
  readonly worth: number;
  /** Number of its window over all files; undefined outside of windows. */
  readonly window: number | undefined;
}

/**
 * @param series all files that one threshold is chosen for
 * @param threshold a threshold that was chosen elsewhere, to be used as it is; without it the best is taken, as the benchmark does
 */
export function scoreSeries(series: readonly ScoredSeries[], profile: Profile, threshold?: number): ProfileResult {
  let windows = 0;
  const rows = series.flatMap((one) => {
    const first = windows;
    windows += one.windows.length;
    return rowsOf(one, first);
  });
  rows.sort((a, b) => b.score - a.score);
  const scored = new Set(rows.flatMap(({ window }) => window ?? []));
  const best = sweep(rows, scored, profile, threshold);
  // A detector without a detection loses every window that has a row to be scored; a perfect one has every window there is.
  const nothing = -profile.falseNegative * scored.size;
  const perfect = profile.truePositive * windows;
  return { ...best, windows, score: (100 * (best.score - nothing)) / (perfect - nothing) };
}

function sweep(rows: readonly Row[], scored: ReadonlySet<number>, profile: Profile, fixed: number | undefined) {
  const gained = new Map<number, number>();
  let [sum, falseRows] = [-profile.falseNegative * scored.size, 0];
  let best = { score: sum, threshold: 1.1, found: 0, falseRows: 0 };
  for (const [index, { score, worth, window }] of rows.entries()) {
    if (fixed !== undefined && score < fixed) break;
    if (window === undefined) {
      sum += worth * profile.falsePositive;
      falseRows += 1;
    } else {
      const before = gained.get(window) ?? -profile.falseNegative;
      const after = Math.max(before, (worth * profile.truePositive) / worthAt(-1));
      gained.set(window, after);
      sum += after - before;
    }
    // Rows of equal score are told together or not at all.
    if (rows[index + 1]?.score === score) continue;
    if (fixed !== undefined || sum > best.score) best = { score: sum, threshold: score, found: gained.size, falseRows };
  }
  return best;
}

function rowsOf({ times, scores, windows }: ScoredSeries, firstWindow: number): Row[] {
  const probation = Math.min(Math.floor(PROBATION * times.length), PROBATION * PROBATION_ROWS);
  const places = windows.map(([from, to]) => ({ from: times.indexOf(from), to: times.indexOf(to) }));
  const rows: Row[] = [];
  let next = 0;
  for (let index = 0; index < times.length; index += 1) {
    while (next < places.length && index > (places[next]?.to ?? 0)) next += 1;
    if (index < probation) continue;
    const place = places[next];
    const score = scores[index] ?? 0;
    if (place !== undefined && index >= place.from) {
      const position = -(place.to - index + 1) / (place.to - place.from + 1);
      rows.push({ score, worth: worthAt(position), window: firstWindow + next });
    } else {
      const before = places[next - 1];
      const worth = before === undefined ? -1 : worthAt((index - before.to) / (before.to - before.from));
      rows.push({ score, worth, window: undefined });
    }
  }
  return rows;
}

/** By the place in a window: −1 is its beginning, 0 its end, 1 a window's width behind it. */
function worthAt(position: number): number {
  return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
}
