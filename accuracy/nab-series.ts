// The series of the Numenta Anomaly Benchmark with their labelled windows, read from the archive that holds them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface LabelledSeries {
  /** Folder and file, as the benchmark names it. */
  readonly name: string;
  /** Times as they stand in the file, which know no zone. */
  readonly stamps: readonly string[];
  /** The same in milliseconds since 1970, taken for UTC. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** First and last time of each window in which there is something to be found, in order. */
  readonly windows: readonly (readonly [number, number])[];
}

/** @param archive path of a tar.gz with data/ and labels/ of the benchmark */
export function nabSeries(archive: string): LabelledSeries[] {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-nab-'));
  try {
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const labels = readFileSync(join(folder, 'labels/combined_windows.json'), 'utf8');
    const windows = JSON.parse(labels) as Record<string, [string, string][]>;
    return Object.keys(windows)
      .sort()
      .map((name) => {
        const rows = readFileSync(join(folder, 'data', name), 'utf8')
          .trim()
          .split(/\r?\n/)
          .slice(1);
        const cells = rows.map((row) => row.split(','));
        const stamps = cells.map(([stamp = '']) => stamp);
        return {
          name,
          stamps,
          times: stamps.map(timeOf),
          values: cells.map(([, value]) => Number(value)),
          windows: (windows[name] ?? []).map(([from, to]) => [timeOf(from), timeOf(to)] as const),
        };
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeOf(stamp: string): number {
  return Date.parse(`${stamp.replace(' ', 'T')}Z`);
}
