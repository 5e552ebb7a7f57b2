// The exposure of a ClickHouse table of a million rows and 20,000 people: time to the sampled profile and to complete counts, and
// the memory of the process.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startLeak } from '../accuracy/leak-table.ts';
import { measure } from './command.ts';
import { median, printTable, seconds } from './table.ts';
import type { TableMeasurement } from './table-measure.ts';

const PHRASES = fileURLToPath(new URL('../../shared/leak/phrases.json', import.meta.url));
const MEASURE = fileURLToPath(new URL('table-measure.ts', import.meta.url));
const RUNS = 5;

export async function benchTable(): Promise<void> {
  if (!existsSync(PHRASES)) {
    console.log('\ntable: skipped, since ../shared/leak is not beside the repository');
    return;
  }
  const leak = await startLeak(PHRASES, { rows: 1_000_000, people: 20_000, seed: 7 });
  try {
    const rows: string[][] = [];
    for (const threads of [1, 2]) {
      const made: TableMeasurement[] = [];
      const peaks: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const { status, stdout, stderr, rss } = await measure(process.execPath, [
          MEASURE,
          `${leak.port}`,
          `${threads}`,
        ]);
        if (status !== 0) throw new Error(stderr);
        made.push(JSON.parse(stdout) as TableMeasurement);
        peaks.push(Math.max(...rss));
      }
      rows.push([
        `${threads}`,
        seconds(median(made.map(({ profileMs }) => profileMs))),
        seconds(median(made.map(({ completeMs }) => completeMs))),
        `${Math.round(Math.max(...peaks) / 2 ** 20)} MiB`,
        (made[0]?.rowsRead ?? 0).toLocaleString('en'),
        (made[0]?.people ?? 0).toLocaleString('en'),
      ]);
    }
    printTable(
      `table: the exposure of a ClickHouse table of a million rows, ${leak.truth.people.toLocaleString('en')} people (median of ${RUNS}, memory the highest)`,
      ['threads', 'profile from the connection', 'complete counts', 'resident memory', 'rows read', 'people'],
      rows,
    );
  } finally {
    await leak.stop();
  }
}
