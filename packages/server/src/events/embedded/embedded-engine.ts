// ClickHouse's engine inside of this process, as chDB: the server's side of the thread that speaks to it.
import { createReadStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import { type EventEngine, rowsOf } from '../engine.ts';
import { CLOSED, type EngineError, type EventsFault, faultOf } from '../fault.ts';
import type { Answer, Numbered, Request } from './protocol.ts';

type Reply = { readonly text: string } | { readonly error: EngineError } | EventsFault;

/** @param folder where it keeps its data; nobody else may have it open. One process has one at a time. */
export async function openEmbeddedEngine(folder: string): Promise<EventEngine | EventsFault> {
  if (!(await loadLibrary())) return NOT_SUPPORTED;
  const thread = startThread();
  const opening = faultIn(await thread.ask({ kind: 'open', folder }));
  if (opening !== undefined) {
    await thread.close();
    return { ...opening, message: `the embedded store of events in ${folder} cannot be opened: ${opening.message}` };
  }
  return {
    kind: 'embedded',
    command: async (sql) => faultIn(await thread.ask({ kind: 'command', sql })),
    // A copy that is handed over: a view may be one of many on the same memory.
    insert: async (table, lines) => faultIn(await thread.ask({ kind: 'insert', table, lines: new Uint8Array(lines) })),
    async select(sql, parameters) {
      const reply = await thread.ask({ kind: 'select', sql, parameters });
      return 'text' in reply ? { rows: rowsOf(reply.text) } : faultFrom(reply);
    },
    read: (sql, take) => read(thread, join(resolve(folder), OUT_FILE), sql, take),
    close: () => thread.close(),
  };
}

/**
 * A library that was loaded in a thread alone is unloaded with it, while threads of its own still run in it, and the process dies
 * (https://github.com/nodejs/node/issues/43534): so this thread loads it too. Without a build for this machine there is none.
 */
async function loadLibrary(): Promise<boolean> {
  try {
    await import('chdb');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

const NOT_SUPPORTED: EventsFault = {
  code: 'not-supported-here',
  message: 'the embedded store of events has no build for this machine, or it cannot be loaded',
  remedy: 'name a ClickHouse server with --events-url; builds are for Linux with glibc and for macOS',
};

function faultIn(reply: Reply): EventsFault | undefined {
  return 'text' in reply ? undefined : faultFrom(reply);
}

function faultFrom(reply: EventsFault | { readonly error: EngineError }): EventsFault {
  return 'error' in reply ? faultOf(reply.error) : reply;
}

/** Beside the engine's own folders. */
const OUT_FILE = 'read-out.ndjson.gz';

/** A long answer goes by way of a file: the engine writes it at once, so that others wait for no reader. */
async function read(thread: EngineThread, file: string, sql: string, take: (part: Uint8Array) => Promise<void>) {
  const leave = await thread.readings();
  try {
    await rm(file, { force: true });
    const fault = faultIn(await thread.ask({ kind: 'write-out', sql, file }));
    if (fault !== undefined) return fault;
    // Of an empty answer there is no file.
    if (!existsSync(file)) return undefined;
    const text = createGunzip();
    const reading = pipeline(createReadStream(file), text);
    // Where `take` fails it is broken off too, and nobody waits for it.
    reading.catch(() => undefined);
    for await (const part of text) await take(part as Uint8Array);
    await reading;
    return undefined;
  } finally {
    await rm(file, { force: true });
    leave();
  }
}

type EngineThread = ReturnType<typeof startThread>;

/** This file's ending: `.ts` from the sources, `.js` once compiled. */
const ENDING = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

function startThread() {
  const worker = new Worker(new URL(`./engine-thread${ENDING}`, import.meta.url), { name: 'vigie-events' });
  const waiting = new Map<number, (reply: Reply) => void>();
  let asked = 0;
  let ending: EventsFault | undefined;
  let lastReading: Promise<void> = Promise.resolve();
  const end = (fault: EventsFault) => {
    ending ??= fault;
    for (const reply of waiting.values()) reply(ending);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  worker.on('error', () => end(BROKEN));
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  void exited.then(() => end(BROKEN));
  const ask = (request: Request): Promise<Reply> => {
    if (ending !== undefined) return Promise.resolve(ending);
    asked += 1;
    const numbered: Numbered = { ...request, id: asked };
    const { promise, resolve } = Promise.withResolvers<Reply>();
    waiting.set(asked, resolve);
    worker.postMessage(numbered, request.kind === 'insert' ? [request.lines.buffer] : []);
    return promise;
  };
  return {
    ask,
    /** One long reading at a time; resolves to how to let the next one in. */
    async readings(): Promise<() => void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const before = lastReading;
      lastReading = promise;
      await before;
      return resolve;
    },
    async close(): Promise<void> {
      const closing = ask({ kind: 'close' });
      ending ??= CLOSED;
      await closing;
      await exited;
    },
  };
}

const BROKEN: EventsFault = {
  code: 'failed',
  message: 'the embedded store of events ended unexpectedly',
  remedy: 'start the platform again; what was confirmed is on the disk',
};
