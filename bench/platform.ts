// The platform: how long until it answers, and what it keeps in memory while nobody asks; of that what is the embedded stores'.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@vigie/probe/testing/server';
import { startPlatformProcess } from '@vigie/server/testing/platform-process';
import { median, printTable, seconds } from './table.ts';

const RUNS = 5;
/** Long enough for the first collections of garbage. */
const IDLE_MS = 10_000;

export async function benchPlatform(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-platform-'));
  try {
    const first = await timeStart(folder);
    const again: number[] = [];
    let idleKb = 0;
    for (let run = 0; run < RUNS; run++) {
      const { ms, residentKb } = await timeStart(folder, run === RUNS - 1 ? IDLE_MS : 0);
      again.push(ms);
      idleKb = residentKb;
    }
    const records = await residentOf(RECORDS);
    const events = await residentOf(EVENTS);
    const both = await residentOf(`${RECORDS}\n${EVENTS}`);
    printTable(
      `platform: from the start of the process to its first page (median of ${RUNS}), and resident memory after ${IDLE_MS / 1000} s`,
      ['what', 'measured'],
      [
        ['first start, directory and keys made', seconds(first.ms)],
        ['later starts', seconds(median(again))],
        ['resident, both embedded stores open', megabytes(idleKb)],
        ['a bare Node with PGlite', megabytes(records)],
        ['a bare Node with chDB', megabytes(events)],
        ['a bare Node with both', megabytes(both)],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeStart(folder: string, idleMs = 0): Promise<{ ms: number; residentKb: number }> {
  const from = performance.now();
  const platform = await startPlatformProcess({ folder, port: await freePort() });
  await (await fetch(platform.url)).text();
  const ms = performance.now() - from;
  await sleep(idleMs);
  const residentKb = residentKbOf(platform.pid);
  await platform.end('SIGTERM');
  return { ms, residentKb };
}

function residentKbOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN);
}

const RECORDS = `const { PGlite } = await import('@electric-sql/pglite');
const records = await PGlite.create(process.argv[1] + '/records');
await records.query('SELECT 1');`;
const EVENTS = `const { Session } = await import('chdb');
const events = new Session(process.argv[1] + '/events');
await events.queryAsync('SELECT 1');`;

/** What a process holds that does nothing but have a store open. */
async function residentOf(script: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-bare-'));
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', `${script}\nconsole.log('open'); setInterval(() => {}, 1000);`, folder],
    { cwd: new URL('../packages/server/', import.meta.url), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await sleep(IDLE_MS);
  const residentKb = residentKbOf(child.pid ?? 0);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exited;
  rmSync(folder, { recursive: true, force: true });
  return residentKb;
}

function megabytes(kb: number): string {
  return `${Math.round((kb * 1024) / 1e6)} MB`;
}
