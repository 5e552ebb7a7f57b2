// A room whose watch runs, for tests: asking as a responder, and waiting for what scans bring about.
import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWatch } from '../src/watch/start-watch.ts';
import type { TestDatabase } from './records.ts';
import { openTestRoom, type Person, type TestRoom } from './room.ts';

export interface WatchedRoom {
  readonly test: TestRoom;
  readonly responder: Person;
  /** The answer's body of a request that has to succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every operation.
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<any>;
  /** Changes a thing as it is now: with its version. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  change(path: string, body: unknown): Promise<any>;
  /** Scans a scope and waits for the end. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  scan(scopeId: string): Promise<any>;
  close(): Promise<void>;
}

export async function openWatchedRoom(database: TestDatabase | undefined): Promise<WatchedRoom> {
  const test = await openTestRoom(database === undefined ? {} : { database });
  const watch = await startWatch(test.room);
  const responder = await test.person('responder');
  const ask: WatchedRoom['ask'] = async (method, path, body, headers) => {
    const answer = await test.ask(responder, method, path, body, headers);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    test,
    responder,
    ask,
    async change(path, body) {
      const { version } = await ask('GET', path);
      return ask('PATCH', path, body, { 'if-match': `"${version}"` });
    },
    async scan(scopeId) {
      const { scanId } = await ask('POST', `/api/scopes/${scopeId}/scan`);
      return until('the end of a scan', async () => {
        const scan = await ask('GET', `/api/scans/${scanId}`);
        return scan.finishedAt === undefined ? undefined : scan;
      });
    },
    async close() {
      await watch.stop();
      await test.close();
    },
  };
}

/** Long, for machines that have other work: what is waited for comes in a fraction of it. */
const WITHIN_MS = 60_000;

/** Looks again until there is something. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + WITHIN_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    assert.ok(Date.now() < end, `not within ${WITHIN_MS} ms: ${what}`);
    await sleep(20);
  }
}

/** A server on loopback that takes connections and says nothing: nobody can tell what it is. */
export async function startSilence(port: number): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
