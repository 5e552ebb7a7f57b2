// The frame of the launchers' tests: starts a state, lets a plain client look at it, stops it, looks for what is left.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from './http-request.ts';
import type { ListenOptions, LoggedServer } from './logged-server.ts';
import { exchange } from './plain-client.ts';
import { accepts } from './server.ts';

export type Check = (server: LoggedServer) => Promise<void>;

/** One state: what is started, and what a client finds. */
export interface Case<State, Options> {
  readonly state: State;
  readonly options?: Options;
  readonly finds: string;
  readonly check: Check;
}

/** One test for each case. */
export function each<State extends string, Options extends ListenOptions>(
  start: (state: State, options?: Options) => Promise<LoggedServer>,
  cases: readonly Case<State, Options>[],
): void {
  for (const { state, options, finds, check } of cases) {
    it(`${state}${options ? ` ${JSON.stringify(options)}` : ''}: ${finds}`, async () => {
      const server = await start(state, options);
      try {
        assert.equal(server.host, options?.host ?? '127.0.0.1');
        await check(server);
      } finally {
        await server.stop();
      }
      await assertGone(server);
    });
  }
}

async function assertGone(server: LoggedServer): Promise<void> {
  assert.equal(existsSync(server.dir), false, 'the folder is gone');
  for (const port of Object.values(server.ports)) assert.equal(await accepts(server.host, port), false);
  // What a server leaves to process 1 when it ends is buried a moment later.
  const deadline = Date.now() + 3000;
  while (leftOf(server).length > 0 && Date.now() < deadline) await sleep(20);
  assert.deepEqual(leftOf(server), [], 'the processes are gone');
}

/** The server's process group, and every process (Linux: /proc) that was started with its folder among the arguments. */
function leftOf(server: LoggedServer): string[] {
  const left: string[] = [];
  try {
    process.kill(-server.pid, 0);
    left.push(`process group ${server.pid}`);
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ESRCH');
  }
  for (const entry of existsSync('/proc') ? readdirSync('/proc') : []) {
    if (/^\d+$/.test(entry) && argumentsOf(entry).includes(server.dir)) left.push(argumentsOf(entry));
  }
  return left;
}

function argumentsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // The process has ended since it was listed.
    return '';
  }
}

/** Bytes as a pattern can name them: `<00>` for a control or high byte, save for CR, LF and TAB. */
export function readable(received: string): string {
  const isPlain = (char: string) => '\r\n\t'.includes(char) || (char >= ' ' && char <= '~');
  const hex = (char: string) => `<${char.charCodeAt(0).toString(16).padStart(2, '0')}>`;
  return [...received].map((char) => (isPlain(char) ? char : hex(char))).join('');
}

/** Sends `text` to a port of the server and expects an answer with `pattern` in it, once it is `readable`. */
export function says(role: string, text: string | Uint8Array, pattern: RegExp, tls = false): Check {
  return async ({ host, ports }) => {
    const port = ports[role] ?? assert.fail(`no port ${role}`);
    const until = (received: string) => pattern.test(readable(received));
    const reply = await exchange({ host, port, tls, send: text, until, timeoutMs: 6000 });
    assert.match(readable(reply.text), pattern);
  };
}

/** Sends `text` and expects nothing: silence for a moment, or the end of the connection. */
export function saysNothing(role: string, text: string | Uint8Array, tls = false): Check {
  return async ({ host, ports }) => {
    const port = ports[role] ?? assert.fail(`no port ${role}`);
    const reply = await exchange({ host, port, tls, send: text, timeoutMs: 300 });
    assert.equal(readable(reply.text), '');
  };
}

/** One HTTP request, with the status and a pattern of the body. */
export function answers(role: string, path: string, status: number, pattern = /^/, headers = {}, tls = false): Check {
  return async ({ host, ports }) => {
    const url = `http${tls ? 's' : ''}://${host}:${ports[role]}${path}`;
    const answer = await request(url, { headers });
    assert.equal(answer.status, status, answer.text);
    assert.match(answer.text, pattern);
  };
}

/** Runs a client program and expects a pattern in what it prints, on both outputs. */
export function prints(command: string, args: (server: LoggedServer) => readonly string[], pattern: RegExp): Check {
  return async (server) => assert.match(await outputOf(command, args(server)), pattern);
}

/** Not synchronous: a server whose output nobody reads stands still in the end. */
function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 10_000 });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (read) => (text += read));
    child.once('error', reject);
    child.once('close', () => resolve(text));
  });
}

/** One check after the other. */
export function all(...checks: readonly Check[]): Check {
  return async (server) => {
    for (const check of checks) await check(server);
  };
}
