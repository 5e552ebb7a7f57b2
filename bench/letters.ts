// Letters to a sink on loopback while the platform is killed: `node bench/letters.ts COUNT KILLS [COURIER_KILLS]`. Each kill is a SIGKILL at a
// random moment, of the platform's process, or of its courier's. What the sink took is compared with what the records say of each letter.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { printTable, seconds } from './table.ts';

const [count = 10_000, kills = 5, courierKills = 0] = process.argv.slice(2).map(Number);
const TESTING = fileURLToPath(new URL('../packages/server/testing/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vigie-letters-'));

function start(script: string, words: readonly string[]): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [join(TESTING, script), ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('there is no standard output');
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

async function lineOf(lines: AsyncIterator<string>): Promise<string | undefined> {
  const { value, done } = await lines.next();
  return done ? undefined : value;
}

function residentBytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // It has ended.
    return 0;
  }
}

/** Children of a process, by its id. */
function childrenOf(pid: number | undefined): number[] {
  try {
    return execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map(Number);
  } catch {
    // There are none.
    return [];
  }
}

const memory: { platform: number; courier: number }[] = [];
const sink = start('mail-sink-process.ts', []);
const port = await lineOf(sink.lines);
const importing = start('letters-platform.ts', [folder, 'import', String(count), port ?? '']);
const imported = JSON.parse((await lineOf(importing.lines)) ?? '{}') as {
  total: number;
  importMs: number;
  startMs: number;
};
await once(importing.child, 'close');
console.log(imported);

const startedMs = performance.now();
let killed = 0;
let couriersKilled = 0;
let restarts = 0;
let result: { total: number; sent: number; failed: number; uncertain: number; sheets: number } | undefined;
/** Spread over the time that the run takes, as far as it can be known before. */
const pauseMs = Math.max(400, Math.min(60_000, (count / 1000 / (kills + courierKills + 1)) * 1000));
while (result === undefined) {
  const platform = start('letters-platform.ts', [folder, 'send']);
  restarts += 1;
  const watch = setInterval(() => {
    const [courier] = childrenOf(platform.child.pid);
    memory.push({ platform: residentBytes(platform.child.pid), courier: residentBytes(courier) });
  }, 1000);
  await lineOf(platform.lines);
  const end = lineOf(platform.lines);
  while (result === undefined) {
    const left = kills - killed + courierKills - couriersKilled;
    const sleep = new Promise<'slept'>((resolve) =>
      setTimeout(() => resolve('slept'), pauseMs * (0.5 + Math.random())),
    );
    const told = await (left > 0 ? Promise.race([end, sleep]) : end);
    if (told === undefined) break;
    if (told !== 'slept') {
      result = JSON.parse(told);
      break;
    }
    const isCouriers = Math.random() < (courierKills - couriersKilled) / left;
    const [courier] = childrenOf(platform.child.pid);
    if (isCouriers && courier !== undefined) {
      process.kill(courier, 'SIGKILL');
      couriersKilled += 1;
    } else if (!isCouriers) {
      platform.child.kill('SIGKILL');
      killed += 1;
      break;
    }
  }
  clearInterval(watch);
  if (platform.child.exitCode === null && platform.child.signalCode === null) await once(platform.child, 'close');
}
const ms = performance.now() - startedMs;
sink.child.stdin?.write('count\n');
const took = JSON.parse((await lineOf(sink.lines)) ?? '{}') as { recipients: number; moreThanOnce: number };
sink.child.stdin?.end();

const mega = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const third = Math.ceil(memory.length / 3);
const most = (part: typeof memory, key: 'platform' | 'courier') => mega(Math.max(0, ...part.map((one) => one[key])));
printTable(
  `${count.toLocaleString('en')} letters, the platform killed ${killed} times, the courier ${couriersKilled} times`,
  ['', ''],
  [
    ['import, with joining and sealing', seconds(imported.importMs)],
    ['making the letters', seconds(imported.startMs)],
    ['sending, with all restarts', `${seconds(ms)}, ${Math.round((count / ms) * 1000)} a second`],
    ['sent, by the records', String(result.sent)],
    ['uncertain, by the records', String(result.uncertain)],
    ['failed, by the records', String(result.failed)],
    ['different recipients at the sink', String(took.recipients)],
    ['recipients with more than one letter', String(took.moreThanOnce)],
    ['lost: neither at the sink nor uncertain', String(Math.max(0, count - took.recipients - result.uncertain))],
    ['starts of the platform', String(restarts)],
    [
      'memory, platform, first and last third',
      `${most(memory.slice(0, third), 'platform')}, ${most(memory.slice(-third), 'platform')}`,
    ],
    [
      'memory, courier, first and last third',
      `${most(memory.slice(0, third), 'courier')}, ${most(memory.slice(-third), 'courier')}`,
    ],
  ],
);
rmSync(folder, { recursive: true, force: true });
