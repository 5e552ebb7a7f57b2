// `vigie watch` as a process of its own: how long from a line that is written to a detection that can be read, at so many events a second;
// and the memory of what is learned, with a million different accounts.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createWatch, loadRules } from '@vigie/detect';
import { access, DAY, MONDAY } from '../packages/detect/testing/weeks.ts';
import { printTable, quantile } from './table.ts';
import { benchWatchPlatform } from './watch-platform.ts';

const PROGRAM = fileURLToPath(new URL('../packages/cli/bin/vigie.mjs', import.meta.url));
const SECONDS = Number(process.env.VIGIE_BENCH_SECONDS ?? 20);
const RATE = Number(process.env.VIGIE_BENCH_RATE ?? 10_000);
/** Lines are written so often. */
const TICK_MS = 20;
/** One line in so many is an attack, whose detection is awaited. */
const ATTACK_EACH = 500;
const ACCOUNTS = 1_000_000;

export async function benchWatch(): Promise<void> {
  await benchLatency();
  benchMemory();
  await benchWatchPlatform();
}

async function benchLatency(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'vigie-bench-watch-'));
  const [log, out] = [join(home, 'access.log'), join(home, 'out.ndjson')];
  writeFileSync(log, '');
  const words = [
    'watch',
    log,
    '--from',
    'start',
    '--state',
    join(home, 'state'),
    '--key-file',
    join(home, 'key'),
    '--format',
    'ndjson',
    '--output',
    out,
  ];
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    await saying(child, /watching with/);
    const { latencies, written, seconds } = await drive(log, out);
    const { rss, cpu } = usageOf(child.pid ?? 0);
    printTable(
      `From a line written to a detection read, ${RATE.toLocaleString('en')} lines a second of an access log asked for`,
      ['lines', 'a second', 'attacks told', 'p50', 'p99', 'largest', 'processor', 'memory'],
      [
        [
          written.toLocaleString('en'),
          Math.round(written / seconds).toLocaleString('en'),
          `${latencies.length} of ${Math.floor(written / ATTACK_EACH)}`,
          `${quantile(latencies, 0.5).toFixed(0)} ms`,
          `${quantile(latencies, 0.99).toFixed(0)} ms`,
          `${quantile(latencies, 1).toFixed(0)} ms`,
          `${Math.round((100 * cpu) / seconds)} % of a core`,
          `${Math.round(rss / 1e6)} MB`,
        ],
      ],
    );
  } finally {
    child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
}

/** Writes lines at the rate, and notes when the detection of each attack can be read. */
async function drive(log: string, out: string) {
  const begun = performance.now();
  const writtenAt = new Map<string, number>();
  const latencies: number[] = [];
  let written = 0;
  let read = 0;
  const look = () => {
    if (!existsSync(out) || statSync(out).size === read) return;
    const fresh = readFileSync(out, 'utf8').slice(read);
    const whole = fresh.slice(0, fresh.lastIndexOf('\n') + 1);
    read += Buffer.byteLength(whole);
    const now = performance.now();
    for (const line of whole.split('\n')) {
      const at = line.includes('vigie-sql-injection') ? /"byte":(\d+)/.exec(line)?.[1] : undefined;
      const when = at === undefined ? undefined : writtenAt.get(at);
      if (when !== undefined) latencies.push(now - when);
    }
  };
  let bytes = 0;
  while (performance.now() - begun < SECONDS * 1000) {
    const due = Math.floor(((performance.now() - begun) / 1000) * RATE);
    const parts: string[] = [];
    const attacks: number[] = [];
    for (; written < due; written += 1) {
      const isAttack = written % ATTACK_EACH === ATTACK_EACH - 1;
      const line = lineOf(written, isAttack);
      if (isAttack) attacks.push(bytes);
      bytes += line.length;
      parts.push(line);
    }
    appendFileSync(log, parts.join(''));
    const now = performance.now();
    for (const at of attacks) writtenAt.set(String(at), now);
    look();
    await pause(TICK_MS);
  }
  const seconds = (performance.now() - begun) / 1000;
  for (let looks = 0; looks < 500 && latencies.length < writtenAt.size; looks += 1) {
    await pause(TICK_MS);
    look();
  }
  return { latencies, written, seconds };
}

function lineOf(n: number, isAttack: boolean): string {
  const time = new Date(Date.now()).toUTCString().split(' ');
  const stamp = `${time[1]}/${time[2]}/${time[3]}:${time[4]} +0000`;
  const target = isAttack ? `/item?id=${n}%27%20or%20%27a%27=%27a` : `/item/${n % 977}?page=${n % 13}`;
  return `10.0.${n % 200}.${n % 250} - - [${stamp}] "GET ${target} HTTP/1.1" 200 ${500 + (n % 4000)} "-" "Mozilla/5.0 (X11; Linux x86_64)"\n`;
}

/** Resident memory in bytes, and seconds of the processor, of another process (proc_pid_stat(5)). */
function usageOf(pid: number): { readonly rss: number; readonly cpu: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, rss: Number(fields[21]) * 4096 };
}

function saying(child: ChildProcess, pattern: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (pattern.test(said)) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended: ${said}`)));
  });
}

/** A day of accesses by as many accounts, each a few times: what is kept is capped, and what had to go is counted. */
function benchMemory(): void {
  const watch = createWatch(loadRules([]), {
    now: () => MONDAY + 30 * DAY,
    pseudonym: (name) => createHmac('sha256', 'bench').update(name).digest('hex').slice(0, 32),
  });
  const rows: string[][] = [];
  const began = process.cpuUsage();
  for (let n = 0; n < ACCOUNTS; n += 1) {
    const time = MONDAY + (n / ACCOUNTS) * DAY;
    const event = access({
      time,
      user: `user${n}`,
      ip: `10.${n % 200}.${n % 250}.7`,
      client: 'psql',
      table: 'orders',
      rowsReturned: n % 50,
    });
    watch.observe(event, n);
    if ((n + 1) % (ACCOUNTS / 5) !== 0) continue;
    const { user, system } = process.cpuUsage(began);
    const { names, evicted } = watch.counts().behaviour;
    rows.push([
      (n + 1).toLocaleString('en'),
      names.toLocaleString('en'),
      evicted.toLocaleString('en'),
      `${Math.round(process.memoryUsage().rss / 1e6)} MB`,
      Math.round((n + 1) / ((user + system) / 1e6)).toLocaleString('en'),
    ]);
  }
  printTable(
    'Behaviour over a day with a million different accounts',
    ['accounts', 'names kept', 'given up', 'memory', 'a second of the processor'],
    rows,
  );
}
