// The thread in which the embedded engine is spoken to. Statements run on threads of the engine's own; what this one keeps away from the
// server's are the engine's start and the copying of answers.
import { parentPort } from 'node:worker_threads';
import { type ChdbQueryStream, drainPending, Session, type StreamChunk } from 'chdb';
import { STATEMENT_SETTINGS } from '../engine.ts';
import type { EngineError } from '../fault.ts';
import type { Answer, Numbered, Request } from './protocol.ts';

/** Little is asked of it at a time, so it is kept small: it shares the machine with the server. Left to itself it keeps 160 threads. */
const ENGINE_SETTINGS = {
  ...STATEMENT_SETTINGS,
  max_threads: 2,
  max_server_memory_usage: 1_000_000_000,
  max_memory_usage: 500_000_000,
  mark_cache_size: 16_777_216,
  index_mark_cache_size: 4_194_304,
  uncompressed_cache_size: 0,
  index_uncompressed_cache_size: 0,
  max_thread_pool_size: 64,
  max_io_thread_pool_size: 4,
  max_format_parsing_thread_pool_size: 4,
  max_active_parts_loading_thread_pool_size: 2,
  max_outdated_parts_loading_thread_pool_size: 2,
  max_parts_cleaning_thread_pool_size: 2,
  background_pool_size: 1,
} as const;

let session: Session | undefined;
/** Reading a long answer has a connection of its own: each has one reading at a time, and others must not wait for it. */
let reading:
  | { readonly session: Session; readonly stream: ChdbQueryStream; readonly parts: AsyncIterator<StreamChunk> }
  | undefined;
let folder = '';

function connect(): Session {
  const connectionArgs = Object.entries(ENGINE_SETTINGS).map(([name, value]) => `--${name}=${value}`);
  return new Session(folder, { connectionArgs });
}

function opened(): Session {
  if (session === undefined) throw new Error('the engine was asked before it was opened');
  return session;
}

async function answerTo(request: Request): Promise<Uint8Array | undefined> {
  switch (request.kind) {
    case 'open':
      folder = request.folder;
      session = connect();
      return undefined;
    case 'command':
      await opened().queryAsync(request.sql);
      return undefined;
    case 'insert':
      await opened().insert({ table: request.table, values: request.lines, format: 'JSONEachRow' });
      return undefined;
    case 'select': {
      const result = await opened().queryBindAsync(request.sql, request.parameters, { format: 'JSONEachRow' });
      return result.bytes();
    }
    case 'begin-reading': {
      await stopReading();
      const own = connect();
      const stream = own.queryStream(request.sql, { format: 'JSONEachRow' });
      reading = { session: own, stream, parts: stream[Symbol.asyncIterator]() };
      return undefined;
    }
    case 'read-on': {
      const next = await reading?.parts.next();
      return next?.done === false ? next.value.raw() : undefined;
    }
    case 'stop-reading':
      await stopReading();
      return undefined;
    case 'close':
      await stopReading();
      await drainPending();
      session?.close();
      session = undefined;
      return undefined;
  }
}

async function stopReading(): Promise<void> {
  const last = reading;
  reading = undefined;
  if (last === undefined) return;
  last.stream.cancel();
  last.session.close();
}

/** The engine's own name stands at the end of its words, in brackets. */
const NAME = /\(([A-Z][A-Z0-9_]{2,})\)\s*$/;
const CODE = /Code: (\d+)\./;

function errorOf(error: unknown): EngineError {
  if (!(error instanceof Error)) return { code: undefined, name: undefined };
  const code = CODE.exec(error.message)?.[1];
  return { code: code === undefined ? undefined : Number(code), name: NAME.exec(error.message)?.[1] };
}

async function answer({ id, ...request }: Numbered): Promise<Answer> {
  try {
    return { id, part: await answerTo(request as Request) };
  } catch (error) {
    return { id, error: errorOf(error) };
  }
}

parentPort?.on('message', (request: Numbered) => {
  void answer(request).then((said) => {
    parentPort?.postMessage(said);
    if (request.kind === 'close') parentPort?.close();
  });
});
