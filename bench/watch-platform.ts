// The platform's watch, as `vigie serve` runs it: how long from a line that is written or pushed to its detection on the live stream that
// browsers hear, at so many lines a second; what that takes of the processor, by thread; how soon pages are answered meanwhile; and
// whether each line is in the store of events afterwards, once.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@vigie/probe/testing/server';
import { countAccesses } from '@vigie/server/testing/count-accesses';
import { type Asking, asResponder } from './platform-work.ts';
import { printTable, quantile } from './table.ts';

const COMMAND = fileURLToPath(new URL('../packages/cli/bin/vigie.mjs', import.meta.url));
const SECONDS = Number(process.env.VIGIE_BENCH_SECONDS ?? 60);
const RATE = Number(process.env.VIGIE_BENCH_RATE ?? 10_000);
/** Lines are written so often, and pushed so often. */
const TICK_MS = 50;
/** A body holds at most what was written in so many ticks: a second's lines. */
const TICKS_OF_A_PUSH = 20;
/** Pushes of one sender that are under way at once. */
const SENDERS = 4;
const PAGE_EACH_MS = 250;
/** What was not seen by then is late beyond measure. */
const DRAIN_MS = 180_000;
const RULE = 'vigie-sql-injection';

type Kind = 'push' | 'file';

export async function benchWatchPlatform(): Promise<void> {
  const lanes = [];
  for (const kind of ['push', 'file'] as const) lanes.push(await lane(kind));
  printTable(
    `The platform: from a line to its detection on the live stream, ${RATE.toLocaleString('en')} lines a second asked for, ${SECONDS} s`,
    [
      'input',
      'lines',
      'a second',
      'attacks seen',
      'p50',
      'p99',
      'largest',
      'all dealt with after',
      'refused pushes',
      'lost',
      'doubled',
    ],
    lanes.map(({ told }) => told),
  );
  printTable(
    `The platform meanwhile: what ${RATE.toLocaleString('en')} lines take of a core, and how soon the list of detections is answered`,
    ['input', 'watching thread', 'main thread', 'events thread', 'all of it', 'memory', 'page p50', 'page p99'],
    lanes.map(({ cost }) => cost),
  );
}

interface Lane {
  readonly told: readonly string[];
  readonly cost: readonly string[];
}

async function lane(kind: Kind): Promise<Lane> {
  const home = mkdtempSync(join(tmpdir(), 'vigie-bench-watching-'));
  const platform = await startCommand(home);
  try {
    const asking = await asResponder(platform.setUpUrl);
    const ask = asker(asking);
    const log = join(home, 'logs', 'access.log');
    writeFileSync(log, '');
    const input = await ask('POST', '/api/inputs', {
      name: kind,
      kind,
      format: 'access-log',
      ...(kind === 'file' && { path: log, from: 'start' }),
    });
    const heard = hearDetections(asking);
    const pages = timePages(asking);
    const before = usageOf(platform.pid);
    const sending = kind === 'file' ? toFile(log) : toPush(asking.url, String(input.id), String(input.token));
    const began = performance.now();
    const writtenAt = await drive(sending, began);
    const seconds = (performance.now() - began) / 1000;
    const written = writtenAt.lines;
    const end = performance.now();
    await until(async () => {
      const { items } = await ask('GET', '/api/inputs');
      const [one] = items as { counts: { events: number; broken: number } }[];
      return (one?.counts.events ?? 0) + (one?.counts.broken ?? 0) >= written;
    });
    const drained = performance.now() - end;
    const used = usageOf(platform.pid);
    await until(async () => heard.at.size >= writtenAt.attacks.size, 5_000);
    const latencies = await latenciesOf(ask, heard.at, writtenAt.attacks);
    const refused = sending.refused();
    heard.stop();
    const pageMs = await pages.stop();
    await platform.end();
    const { rows, different } = await countAccesses(join(home, 'data'), 'access-log');
    const share = (name: keyof Usage['threads'] | 'all') =>
      `${Math.round(((used.of(name) - before.of(name)) / written) * RATE * 100)} %`;
    return {
      told: [
        kind,
        written.toLocaleString('en'),
        Math.round(written / seconds).toLocaleString('en'),
        `${latencies.length} of ${writtenAt.attacks.size}`,
        ...[0.5, 0.99, 1].map((share) => `${quantile(latencies, share).toFixed(0)} ms`),
        `${(drained / 1000).toFixed(1)} s`,
        String(refused),
        String(written - different),
        String(rows - different),
      ],
      cost: [
        kind,
        share('vigie-watch'),
        share('main'),
        share('vigie-events'),
        share('all'),
        `${Math.round(used.rss / 1e6)} MB`,
        ...[0.5, 0.99].map((share) => `${quantile(pageMs, share).toFixed(0)} ms`),
      ],
    };
  } finally {
    await platform.end('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
}

interface Platform {
  readonly setUpUrl: string;
  readonly pid: number;
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

async function startCommand(home: string): Promise<Platform> {
  mkdirSync(join(home, 'logs'));
  const words = ['serve', '--port', String(await freePort()), '--data-dir', join(home, 'data')];
  const child = spawn(COMMAND, [...words, '--watch-files', join(home, 'logs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      XDG_CONFIG_HOME: join(home, 'config'),
    },
  });
  const exited = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line');
  const url = await Promise.race([line.then(([text]) => String(text)), exited.then(() => undefined)]);
  if (url === undefined) throw new Error('vigie serve ended; run it by hand to see why');
  return {
    setUpUrl: url,
    pid: child.pid ?? 0,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      await exited;
    },
  };
}

type Ask = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

function asker({ url, cookie }: Asking): Ask {
  return async (method, path, body) => {
    const headers = { cookie, origin: url, 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
}

/** When each detection was first heard of, by its id, as a browser hears it. */
function hearDetections({ url, cookie }: Asking) {
  const at = new Map<string, number>();
  const closing = new AbortController();
  const listen = async () => {
    const { body } = await fetch(`${url}/api/live`, { headers: { cookie, origin: url }, signal: closing.signal });
    let held = '';
    const decoder = new TextDecoder();
    for await (const part of body ?? []) {
      held += decoder.decode(part, { stream: true });
      const whole = held.slice(0, held.lastIndexOf('\n') + 1);
      held = held.slice(whole.length);
      for (const [, id = ''] of whole.matchAll(/"kind":"detection","id":"([0-9a-f-]{36})"/g))
        if (!at.has(id)) at.set(id, performance.now());
    }
  };
  listen().catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });
  return { at, stop: () => closing.abort() };
}

/** How long the list of detections takes, asked for again and again. */
function timePages({ url, cookie }: Asking) {
  const took: number[] = [];
  let isOver = false;
  const ask = async () => {
    while (!isOver) {
      const began = performance.now();
      await (await fetch(`${url}/api/detections`, { headers: { cookie, origin: url } })).text();
      took.push(performance.now() - began);
      await pause(PAGE_EACH_MS);
    }
  };
  const asking = ask();
  return {
    async stop() {
      isOver = true;
      await asking;
      return took;
    },
  };
}

interface Sending {
  readonly send: (text: string) => void;
  /** Resolves once all of it was taken. */
  readonly sent: () => Promise<void>;
  readonly refused: () => number;
}

function toFile(log: string): Sending {
  return { send: (text) => appendFileSync(log, text), sent: async () => {}, refused: () => 0 };
}

/** Some senders, which come again where they are told to. */
function toPush(url: string, id: string, token: string): Sending {
  const waiting: string[] = [];
  const running = new Set<Promise<void>>();
  let refused = 0;
  const post = async (body: string) => {
    for (;;) {
      const answer = await fetch(`${url}/api/inputs/${id}/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
        body,
      });
      await answer.text();
      if (answer.ok) return;
      if (answer.status !== 503) throw new Error(`a push was answered ${answer.status}`);
      refused += 1;
      await pause(Number(answer.headers.get('retry-after')) * 1000);
    }
  };
  const next = () => {
    if (running.size >= SENDERS || waiting.length === 0) return;
    const work = post(waiting.splice(0, TICKS_OF_A_PUSH).join('')).finally(() => {
      running.delete(work);
      next();
    });
    running.add(work);
  };
  return {
    send(text) {
      waiting.push(text);
      next();
    },
    async sent() {
      while (running.size > 0) await Promise.all(running);
    },
    refused: () => refused,
  };
}

/** Writes at the rate. @returns how many lines, and when the attack of each second was written, by that second */
async function drive(sending: Sending, began: number) {
  const attacks = new Map<number, number>();
  let lines = 0;
  let lastSecond = Math.floor(Date.now() / 1000);
  while (performance.now() - began < SECONDS * 1000) {
    const due = Math.floor(((performance.now() - began) / 1000) * RATE);
    const parts: string[] = [];
    const second = Math.floor(Date.now() / 1000);
    for (; lines < due; lines += 1) {
      const isAttack = second > lastSecond;
      if (isAttack) {
        lastSecond = second;
        attacks.set(second, performance.now());
      }
      parts.push(lineOf(lines, second, isAttack));
    }
    sending.send(parts.join(''));
    await pause(TICK_MS);
  }
  await sending.sent();
  return { lines, attacks };
}

function lineOf(n: number, second: number, isAttack: boolean): string {
  const time = new Date(second * 1000).toUTCString().split(' ');
  const stamp = `${time[1]}/${time[2]}/${time[3]}:${time[4]} +0000`;
  const target = isAttack ? `/item?id=${n}%27%20or%20%27a%27=%27a` : `/item/${n % 977}?page=${n % 13}`;
  const from = isAttack ? `203.0.${(second >> 8) % 256}.${second % 256}` : `10.0.${n % 200}.${n % 250}`;
  return `${from} - - [${stamp}] "GET ${target} HTTP/1.1" 200 ${500 + (n % 4000)} "-" "Mozilla/5.0 (X11; Linux x86_64)"\n`;
}

/** Of each attack that was heard of: each has a second of its own, by the clock of its line. */
async function latenciesOf(ask: Ask, heardAt: ReadonlyMap<string, number>, attacks: ReadonlyMap<number, number>) {
  const latencies: number[] = [];
  for (const [id, at] of heardAt) {
    const { rule, firstAt } = await ask('GET', `/api/detections/${id}`);
    const written = attacks.get(Date.parse(String(firstAt)) / 1000);
    if (rule === RULE && written !== undefined) latencies.push(at - written);
  }
  return latencies;
}

interface Usage {
  readonly rss: number;
  /** Seconds of the processor, of the main thread and of those that have one of these names. */
  readonly threads: Readonly<Record<'vigie-watch' | 'main' | 'vigie-events', number>>;
  readonly of: (name: keyof Usage['threads'] | 'all') => number;
}

/** Resident memory, and seconds of the processor by thread (proc_pid_stat(5): in hundredths). */
function usageOf(pid: number): Usage {
  const threads = { 'vigie-watch': 0, main: 0, 'vigie-events': 0 };
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const name = readFileSync(`/proc/${pid}/task/${thread}/comm`, 'utf8').trim();
    const key = Number(thread) === pid ? 'main' : name;
    if (key in threads) threads[key as keyof typeof threads] += secondsIn(`/proc/${pid}/task/${thread}/stat`);
  }
  const all = secondsIn(`/proc/${pid}/stat`);
  const fields = fieldsOf(`/proc/${pid}/stat`);
  return { rss: Number(fields[21]) * 4096, threads, of: (name) => (name === 'all' ? all : threads[name]) };
}

function secondsIn(path: string): number {
  const fields = fieldsOf(path);
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function fieldsOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? [];
}

async function until(look: () => Promise<boolean>, withinMs = DRAIN_MS): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await look()) && performance.now() < end) await pause(100);
}
