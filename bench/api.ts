// The API: how many requests a second the list of findings answers, and how late the slowest of a hundred is.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { lacksPostgresql } from '@vigie/probe/testing/postgresql';
import { AUTOCANNON } from '@vigie/server/testing/autocannon';
import { printTable } from './table.ts';

const FINDINGS = 100_000;
const SECONDS = 10;
const CONNECTIONS = 32;
/** What is asked for: so many requests a second, and the hundredth slowest within so long. */
const WANTED = 1000;

const SERVER = fileURLToPath(new URL('../packages/server/testing/findings-server.ts', import.meta.url));

interface Served {
  readonly child: ChildProcess;
  readonly url: string;
  readonly token: string;
  readonly finding: string;
  readonly folder: string;
}

export async function benchApi(): Promise<void> {
  const rows: string[][] = [];
  for (const [database, name] of [
    ['embedded', 'PGlite'],
    ['server', 'PostgreSQL'],
  ] as const) {
    if (database === 'server' && lacksPostgresql() !== false) continue;
    const served = await serve(database);
    try {
      rows.push(await load(served, name, 'the first page', '/api/findings'));
      rows.push(await load(served, name, 'the worst that are new', '/api/findings?state=new&severity=critical,high'));
      rows.push(await whileChanging(served, name));
    } finally {
      const gone = once(served.child, 'exit');
      served.child.kill('SIGTERM');
      await gone;
      rmSync(served.folder, { recursive: true, force: true });
    }
  }
  const title = `api: the list of ${FINDINGS} findings at ${WANTED} requests a second for ${SECONDS} s, 50 on a page, ${CONNECTIONS} connections`;
  printTable(
    title,
    ['records in', 'asked', 'answered a second', 'p50', 'p99', 'slowest', 'processor time each', 'other than 200'],
    rows,
  );
}

async function serve(database: string): Promise<Served> {
  const child = spawn(process.execPath, [SERVER, database, String(FINDINGS)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { port, token, finding, folder } = JSON.parse(String(line)) as Record<string, string>;
  return { child, url: `http://127.0.0.1:${port}`, token: token ?? '', finding: finding ?? '', folder: folder ?? '' };
}

interface Result {
  readonly requests: { readonly average: number; readonly total: number };
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly non2xx: number;
  readonly errors: number;
}

async function load(
  { child: server, url, token }: Served,
  name: string,
  what: string,
  path: string,
): Promise<string[]> {
  const words = ['--json', '-c', String(CONNECTIONS), '-d', String(SECONDS), '-R', String(WANTED)];
  const headers = ['-H', `authorization=Bearer ${token}`];
  const child = spawn(process.execPath, [AUTOCANNON, ...words, ...headers, `${url}${path}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const before = processorMsOf(server.pid);
  let text = '';
  child.stdout.on('data', (part) => {
    text += String(part);
  });
  await once(child, 'close');
  const { requests, latency, non2xx, errors } = JSON.parse(text) as Result;
  const each = (processorMsOf(server.pid) - before) / requests.total;
  const ms = (value: number) => `${value} ms`;
  const missed = String(non2xx + errors);
  const latencies = [latency.p50, latency.p99, latency.max].map(ms);
  return [name, what, requests.average.toFixed(0), ...latencies, ms(Number(each.toFixed(2))), missed];
}

/** User and system time of a process, all of its threads: what a busy machine does not change. proc(5): in hundredths of a second. */
function processorMsOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Twice a second somebody takes a finding, so that what is kept of the list is void. */
async function whileChanging(served: Served, name: string): Promise<string[]> {
  let isOver = false;
  const headers = { authorization: `Bearer ${served.token}`, 'content-type': 'application/json' };
  const url = `${served.url}/api/findings/${served.finding}`;
  const change = async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const { version } = (await (await fetch(url, { headers })).json()) as { version: number };
      const body = JSON.stringify({ state: turn % 2 === 0 ? 'mending' : 'new' });
      const answer = await fetch(url, { method: 'PATCH', headers: { ...headers, 'if-match': `"${version}"` }, body });
      if (!answer.ok) throw new Error(`a change was answered ${answer.status}`);
      await sleep(500);
    }
  };
  const changing = change();
  const row = await load(served, name, 'the first page, changing twice a second', '/api/findings');
  isOver = true;
  await changing;
  return row;
}
