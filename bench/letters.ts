// Letters to a sink on loopback while the platform is killed: `node bench/letters.ts COUNT KILLS [COURIER_KILLS]`. Each kill is a SIGKILL at a
// random moment, of the platform's process, or of its courier's; they are spread over the whole run. What the sink took is compared with
// what the records say of each letter. With VIGIE_TEST_DATABASE_URL the records are on that server, which has to be empty.
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

interface Standing {
  readonly state: string;
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
  readonly sheets: number;
  /** Sent and without a proof, once it is done. */
  readonly unproved?: number;
}

const memory: { platform: number; courier: number }[] = [];
const sink = start('mail-sink-process.ts', []);
const port = await lineOf(sink.lines);
const importing = start('letters-platform.ts', [folder, 'import', String(count), port ?? '']);
const imported = JSON.parse((await lineOf(importing.lines)) ?? '{}') as {
  readMs: number;
  joinMs: number;
  confirmMs: number;
  makeMs: number;
  memory: number[];
};
await once(importing.child, 'close');
console.log('prepared', { ...imported, memory: imported.memory.length });

/** How many have gone out when the next process is killed, and which; one in each of as many equal parts of the run. */
const plan = Array.from({ length: kills + courierKills }, (_, at) => ({
  after: Math.floor(((at + Math.random()) / (kills + courierKills)) * count),
  isCouriers: false,
}));
for (let at = 0; at < courierKills; at += 1) {
  const others = plan.filter(({ isCouriers }) => !isCouriers);
  const chosen = others[Math.floor(Math.random() * others.length)];
  if (chosen) chosen.isCouriers = true;
}

const startedMs = performance.now();
let killed = 0;
let couriersKilled = 0;
let restarts = 0;
let result: Standing | undefined;
while (result === undefined) {
  const platform = start('letters-platform.ts', [folder, 'send']);
  restarts += 1;
  if (restarts > kills + 10) throw new Error('the platform ends by itself');
  const watch = setInterval(() => {
    const [courier] = childrenOf(platform.child.pid);
    memory.push({ platform: residentBytes(platform.child.pid), courier: residentBytes(courier) });
  }, 1000);
  for (;;) {
    const line = await lineOf(platform.lines);
    if (line === undefined) break;
    const standing = JSON.parse(line) as Standing;
    if (standing.state === 'done') {
      result = standing;
      break;
    }
    const [next] = plan;
    if (next === undefined || standing.sent < next.after) continue;
    // Lines come twice a second, and a kill at any moment.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
    plan.shift();
    console.log(`${Math.round((performance.now() - startedMs) / 1000)} s, ${standing.sent} sent: a kill`);
    const [courier] = childrenOf(platform.child.pid);
    if (next.isCouriers && courier !== undefined) {
      process.kill(courier, 'SIGKILL');
      couriersKilled += 1;
    } else {
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
/** The most of the first tenth, the middle one and the last. */
function course(numbers: readonly number[]): string {
  const tenth = Math.max(1, Math.floor(numbers.length / 10));
  const middle = Math.floor((numbers.length - tenth) / 2);
  return [0, middle, numbers.length - tenth]
    .map((from) => mega(Math.max(0, ...numbers.slice(from, from + tenth))))
    .join(', ');
}
const where = process.env.VIGIE_TEST_DATABASE_URL === undefined ? 'embedded' : 'PostgreSQL';
printTable(
  `${count.toLocaleString('en')} letters (${where}), the platform killed ${killed} times, the courier ${couriersKilled} times`,
  ['', ''],
  [
    ['import: reading, sealing, keeping', seconds(imported.readMs)],
    ['import: joining rows of one person', seconds(imported.joinMs)],
    ['confirming the import', seconds(imported.confirmMs)],
    ['making the letters', seconds(imported.makeMs)],
    ['sending, with all restarts', `${seconds(ms)}, ${Math.round((count / ms) * 1000)} a second`],
    ['sent, by the records', String(result.sent)],
    ['in doubt, by the records', String(result.uncertain)],
    ['failed, by the records', String(result.failed)],
    ['different recipients at the sink', String(took.recipients)],
    ['recipients with more than one letter', String(took.moreThanOnce)],
    ['lost: neither at the sink nor in doubt', String(Math.max(0, count - took.recipients - result.uncertain))],
    ['sheets of proofs', String(result.sheets)],
    ['sent and without a proof', String(result.unproved)],
    ['starts of the platform', String(restarts)],
    ['memory while preparing: start, middle, end', course(imported.memory)],
    ['memory of the platform while sending: start, middle, end', course(memory.map(({ platform }) => platform))],
    ['memory of the courier: start, middle, end', course(memory.map(({ courier }) => courier))],
  ],
);
rmSync(folder, { recursive: true, force: true });
