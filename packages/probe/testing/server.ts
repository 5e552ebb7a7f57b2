// Starts a real server for a test or a benchmark, on loopback, in a folder of its own, and stops it without a trace.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How to start one server process. */
export interface ServerCommand {
  /** A name for messages and for the folder. */
  readonly name: string;
  /** The program, as a path or as found on the PATH (with /usr/sbin and /sbin added). */
  readonly command: string;
  readonly args: readonly string[];
  /** The folder made by `makeDir`; it is removed on stop. */
  readonly dir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The account to run as when the tests run as root, for servers that refuse root. */
  readonly user?: string;
  /** The ports it listens on, by role; the first must accept before the server counts as started. */
  readonly ports: Readonly<Record<string, number>>;
  /** Asked again until it says yes, after the ports accept. */
  readonly ready?: () => Promise<boolean>;
  /** Default 60 s. */
  readonly startTimeoutMs?: number;
  /** Default SIGTERM; a SIGKILL follows after 5 s. */
  readonly stopSignal?: NodeJS.Signals;
  /** The address it listens on; default 127.0.0.1. */
  readonly host?: string;
}

/** A server that accepts connections. */
export interface RunningServer {
  readonly name: string;
  readonly host: string;
  /** The first of its ports. */
  readonly port: number;
  readonly ports: Readonly<Record<string, number>>;
  readonly dir: string;
  readonly pid: number;
  /** What it has printed so far on both outputs. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const SEARCH_PATH = `${process.env.PATH}:/usr/sbin:/sbin:/usr/local/sbin`;

/** The full path of a program, or undefined where it is not installed. */
export function findProgram(command: string): string | undefined {
  try {
    return execFileSync('/bin/sh', ['-c', 'command -v "$0"', command], {
      encoding: 'utf8',
      env: { ...process.env, PATH: SEARCH_PATH },
    }).trim();
  } catch {
    return undefined;
  }
}

/**
 * For `it(..., { skip: lacks('redis-server') })`: false where the program is there, else the reason.
 * In CI on Linux a missing server is a fault of the set-up, so there it throws.
 */
export function lacks(command: string, debianPackage = command): false | string {
  if (findProgram(command) !== undefined) return false;
  const reason = `needs ${command}; run: apt-get install ${debianPackage}`;
  if (process.env.VIGIE_REQUIRE_SERVERS === '1') throw new Error(reason);
  return reason;
}

/** A fresh folder for one server, owned by `user` where the tests run as root. */
export function makeDir(name: string, user?: string): string {
  const dir = mkdtempSync(join(tmpdir(), `vigie-${name}-`));
  const ids = accountOf(user);
  if (ids) chownSync(dir, ids.uid, ids.gid);
  return dir;
}

/** The numbers of an account, or undefined where no change of account is needed or possible. */
export function accountOf(user: string | undefined): { uid: number; gid: number } | undefined {
  if (user === undefined || process.getuid?.() !== 0) return undefined;
  const number = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

/** A port of 127.0.0.1 that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) kill(child, 'SIGKILL');
});

/** Starts the server and waits until it accepts and says it is ready. Throws with its output when it does not. */
export async function startServer(spec: ServerCommand): Promise<RunningServer> {
  const program = findProgram(spec.command);
  if (program === undefined) throw new Error(`${spec.command} is not installed`);
  const host = spec.host ?? '127.0.0.1';
  const chunks: string[] = [];
  const child = spawn(program, spec.args, {
    cwd: spec.dir,
    env: { ...process.env, PATH: SEARCH_PATH, ...spec.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...accountOf(spec.user),
  });
  running.add(child);
  let exited = false;
  child.on('error', (error) => chunks.push(String(error)));
  child.on('exit', () => {
    exited = true;
    running.delete(child);
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => chunks.push(text));
  }
  const output = () => chunks.join('');
  const stop = async () => {
    if (!exited) await stopChild(child, spec.stopSignal ?? 'SIGTERM');
    rmSync(spec.dir, { recursive: true, force: true });
  };
  const deadline = Date.now() + (spec.startTimeoutMs ?? 60_000);
  const [port] = Object.values(spec.ports);
  if (port === undefined) throw new Error(`${spec.name} names no port`);
  for (;;) {
    if (await answers(host, spec)) break;
    if (exited || Date.now() > deadline) {
      const said = output();
      await stop();
      throw new Error(`${spec.name} did not start${exited ? ' (it exited)' : ''}:\n${said.slice(-4000)}`);
    }
    await sleep(40);
  }
  return { name: spec.name, host, port, ports: spec.ports, dir: spec.dir, pid: child.pid ?? 0, output, stop };
}

async function answers(host: string, spec: ServerCommand): Promise<boolean> {
  for (const port of Object.values(spec.ports)) if (!(await accepts(host, port))) return false;
  try {
    return spec.ready === undefined || (await spec.ready());
  } catch {
    // Not ready yet: the question is asked again until the deadline, whose error shows the server's output.
    return false;
  }
}

/** Whether something accepts a connection there. */
export function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function stopChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  kill(child, signal);
  const late = setTimeout(() => kill(child, 'SIGKILL'), 5000);
  await gone;
  clearTimeout(late);
  kill(child, 'SIGKILL');
}

/** The whole process group, since some servers (rabbitmq, zookeeper) are started by scripts. */
function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
