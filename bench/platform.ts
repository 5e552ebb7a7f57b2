// The platform, as the command starts it: how long until it answers, and what it keeps in memory, at rest and after work; of that what is
// the embedded stores'.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@vigie/probe/testing/server';
import { startOpenStore } from '../demo/start-store.ts';
import { type Asking, asResponder, classify, scan } from './platform-work.ts';
import { median, printTable, seconds } from './table.ts';

const RUNS = 5;
/** Long enough for the first collections of garbage. */
const IDLE_MS = 10_000;
/** What work took is given back by then. */
const LATER_MS = 60_000;
/** Of the store that is classified. */
const ROWS = 50_000;
const PEOPLE = 1000;

export async function benchPlatform(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-platform-'));
  try {
    const first = await timeStart(folder);
    const again: number[] = [];
    for (let run = 0; run < RUNS; run++) again.push(await timeStart(folder));
    const memory = await memoryOfWork(folder);
    const records = await residentOf(RECORDS);
    const events = await residentOf(EVENTS);
    const both = await residentOf(`${RECORDS}\n${EVENTS}`);
    printTable(
      `platform: from the start of the process to its first page (median of ${RUNS}), and resident memory`,
      ['what', 'measured'],
      [
        ['first start, directory and keys made', seconds(first)],
        ['later starts', seconds(median(again))],
        ...memory,
        ['a bare Node with PGlite', megabytes(records)],
        ['a bare Node with chDB', megabytes(events)],
        ['a bare Node with both', megabytes(both)],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeStart(folder: string): Promise<number> {
  const from = performance.now();
  const platform = await startCommand(folder);
  await (await fetch(platform.url)).text();
  const ms = performance.now() - from;
  await platform.end();
  return ms;
}

interface Command {
  /** What it prints: the first administrator's link while nobody has an account. */
  readonly url: string;
  readonly pid: number;
  end(): Promise<void>;
}

const COMMAND = fileURLToPath(new URL('../packages/cli/bin/vigie.mjs', import.meta.url));

async function startCommand(folder: string): Promise<Command> {
  const words = ['serve', '--port', String(await freePort()), '--data-dir', join(folder, 'data')];
  const child = spawn(COMMAND, words, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      XDG_CONFIG_HOME: join(folder, 'config'),
    },
  });
  const exited = once(child, 'exit');
  const lines = once(createInterface({ input: child.stdout }), 'line');
  const url = await Promise.race([lines.then(([line]) => String(line)), exited.then(() => undefined)]);
  if (url === undefined) throw new Error('vigie serve ended; run it by hand to see why');
  return {
    url,
    pid: child.pid ?? 0,
    async end() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Resident memory at rest, and as each kind of work ends and a minute later. */
async function memoryOfWork(folder: string): Promise<string[][]> {
  const store = await startOpenStore(ROWS, PEOPLE, 0);
  const platform = await startCommand(folder);
  const rows: string[][] = [];
  const note = (when: string) => rows.push([`resident, ${when}`, megabytes(residentKbOf(platform.pid))]);
  const noteTwice = async (what: string) => {
    note(`as ${what} ends`);
    await sleep(LATER_MS);
    note('a minute later');
  };
  try {
    await sleep(IDLE_MS);
    note(`both embedded stores open, after ${IDLE_MS / 1000} s`);
    const asking: Asking = await asResponder(platform.url);
    await scan(asking, 'default');
    await noteTwice('a scan of this machine');
    await classify(asking, store.port);
    await noteTwice(`the classification of ${ROWS} rows`);
    return rows;
  } finally {
    await platform.end();
    await store.stop();
  }
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
