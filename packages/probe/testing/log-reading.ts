// Reads a real server's log with patience: servers write it after they answer, and it comes through a pipe.
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggedServer } from './logged-server.ts';

/** Waits until the log has `pattern` in it; throws with the log's end when it has not within 5 s. */
export async function logTells(server: LoggedServer, pattern: RegExp): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!pattern.test(server.log())) {
    if (Date.now() > deadline) throw new Error(`no ${pattern} in the log:\n${server.log().slice(-4000)}`);
    await sleep(20);
  }
}

/** The log once it has not grown for `quietMs`; for saying that something is not in it. */
export async function settledLog(server: LoggedServer, quietMs = 200): Promise<string> {
  for (;;) {
    const before = server.log();
    await sleep(quietMs);
    const after = server.log();
    if (after.length === before.length) return after;
  }
}
