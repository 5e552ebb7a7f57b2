// SIGKILL at random moments of a write load, in both kinds of database: acknowledged writes, writes lost, the evidence log's verdict.
// VIGIE_BENCH_KILLS sets how many.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@vigie/probe/testing/server';
import { killUnderLoad } from '@vigie/server/testing/kill-under-load';
import { DATABASES } from '@vigie/server/testing/records';
import { median, printTable, seconds } from './table.ts';

const KILLS = Number(process.env.VIGIE_BENCH_KILLS ?? 100);
const LONGEST_MS = 800;

export async function benchKills(): Promise<void> {
  const rows: string[][] = [];
  for (const database of DATABASES) {
    if (database.skip !== false) {
      rows.push([database.name, database.skip, '', '', '', '']);
      continue;
    }
    const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-kills-'));
    const { place, stop } = await database.start();
    const settings = place.kind === 'server' ? { databaseUrl: place.url } : {};
    const port = await freePort();
    const report = await killUnderLoad({
      folder,
      port,
      settings,
      kills: KILLS,
      longestMs: LONGEST_MS,
      random: Math.random,
    });
    rows.push([
      database.name,
      String(report.kills),
      report.acknowledged.toLocaleString('en'),
      String(report.lost),
      report.badLogs.length === 0 ? 'verified each time' : report.badLogs.join('; '),
      seconds(median([...report.startsMs])),
    ]);
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
  printTable(
    'kills: SIGKILL at random moments of a write load',
    ['records in', 'kills', 'acknowledged writes', 'lost', 'evidence log', 'start again (median)'],
    rows,
  );
}
