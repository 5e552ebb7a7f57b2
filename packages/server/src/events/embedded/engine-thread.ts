// The thread in which the embedded engine is spoken to. Each call is waited for here, off the server's own thread. The library's calls
// that are not waited for would run on Node's threads, and one of them under way keeps a process from ending that wants to end.
import { parentPort } from 'node:worker_threads';
import { Session } from 'chdb';
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

const text = new TextDecoder();
let session: Session | undefined;

function opened(): Session {
  if (session === undefined) throw new Error('the engine was asked before it was opened');
  return session;
}

function answerTo(request: Request): string {
  switch (request.kind) {
    case 'open': {
      const connectionArgs = Object.entries(ENGINE_SETTINGS).map(([name, value]) => `--${name}=${value}`);
      session = new Session(request.folder, { connectionArgs });
      return '';
    }
    case 'command':
      return opened().query(request.sql);
    case 'insert':
      return opened().query(`INSERT INTO ${request.table} FORMAT JSONEachRow\n${text.decode(request.lines)}`);
    case 'select':
      return opened().queryBind(request.sql, request.parameters, 'JSONEachRow');
    case 'write-out':
      return opened().queryBind(`INSERT INTO FUNCTION file({file:String}, 'JSONEachRow') ${request.sql}`, {
        file: request.file,
      });
    case 'close':
      session?.close();
      session = undefined;
      return '';
  }
}

/** The engine's own name stands at the end of its words, in brackets. */
const NAME = /\(([A-Z][A-Z0-9_]{2,})\)\s*$/;
const CODE = /Code: (\d+)\./;

function errorOf(error: unknown): EngineError {
  if (!(error instanceof Error)) return { code: undefined, name: undefined };
  const code = CODE.exec(error.message)?.[1];
  return { code: code === undefined ? undefined : Number(code), name: NAME.exec(error.message)?.[1] };
}

function answer({ id, ...request }: Numbered): Answer {
  try {
    return { id, text: answerTo(request as Request) };
  } catch (error) {
    return { id, error: errorOf(error) };
  }
}

parentPort?.on('message', (request: Numbered) => {
  parentPort?.postMessage(answer(request));
  if (request.kind === 'close') parentPort?.close();
});
