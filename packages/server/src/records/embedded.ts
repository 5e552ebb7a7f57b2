// PGlite as a pool of one connection, for Kysely's PostgresDialect and for the queue. Kysely's own PGlite dialect shares its one
// connection among all callers, so that a request's statement would run inside of another request's transaction; here whoever has
// the connection has it alone until it is let go.
import { PGlite, types } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { AtCheckpoint, LogSpan } from './frozen/copy-folder.ts';
import { createGate } from './gate.ts';

export interface EmbeddedRecords {
  readonly pool: PostgresPool;
  /** For the queue: single statements with values, and whole scripts without. */
  readonly queue: {
    query(text: string, values?: unknown[]): Promise<{ rows: never[] }>;
    exec(text: string): Promise<{ rows: never[] }[]>;
    listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  };
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  /** Has the database write everything to its folder, and keeps others waiting until `copy` has resolved. */
  atCheckpoint: AtCheckpoint;
}

/** int8 as a number: counts of rows and bytes stay far below 2^53. */
const PARSERS = { [types.INT8]: (text: string) => Number(text) };

/** What migrations make use of; a folder that was opened with it has to be opened with it again. */
const EXTENSIONS = { pg_trgm };

/**
 * @param folder where the database lives; undefined keeps it in memory, for tests
 * @param from what a new database begins with, as PGlite's `dumpDataDir` gives it; an empty one where nothing is said
 */
export async function openEmbedded(folder: string | undefined, from?: Blob): Promise<EmbeddedRecords> {
  const database = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(from === undefined ? {} : { loadDataDir: from }),
    parsers: PARSERS,
    extensions: EXTENSIONS,
  });
  const gate = createGate();
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const leave = await gate.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
  const listen = (channel: string, hear: (payload: string) => void) =>
    alone(async () => {
      const stop = await database.listen(channel, hear);
      return () => alone(() => stop());
    });
  return {
    pool: {
      options: {},
      connect: async () => clientOf(database, await gate.enter()),
      end: () => alone(() => database.close()),
    },
    queue: {
      query: (text, values) => alone(() => database.query<never>(text, values)),
      exec: (text) => alone(async () => (await database.exec(text)).map(({ rows }) => ({ rows: rows as never[] }))),
      listen,
    },
    listen,
    atCheckpoint: (copy) =>
      alone(async () => {
        await database.exec('CHECKPOINT');
        const { rows } = await database.query<LogSpan>(LOG_SPAN);
        const [log] = rows;
        if (log === undefined) throw new Error('the database does not say where its log stands');
        await copy(log);
      }),
  };
}

/** https://www.postgresql.org/docs/17/functions-info.html#FUNCTIONS-INFO-CONTROLDATA */
const LOG_SPAN =
  'SELECT redo_wal_file AS first, pg_walfile_name(pg_current_wal_lsn()) AS last FROM pg_control_checkpoint()';

function clientOf(database: PGlite, leave: () => void): PostgresPoolClient {
  const query = async (sql: string, parameters: readonly unknown[]) => {
    const { rows, affectedRows } = await database.query(sql, [...parameters]);
    return { command: commandOf(sql), rowCount: affectedRows ?? rows.length, rows };
  };
  return { query, release: leave } as unknown as PostgresPoolClient;
}

type Command = 'INSERT' | 'UPDATE' | 'DELETE' | 'MERGE' | 'SELECT';

/** Kysely reads the number of changed rows only for commands that change some. */
function commandOf(sql: string): Command {
  const [word] = /^\s*(?:with\b[\s\S]*\)\s*)?(insert|update|delete|merge)?/i.exec(sql)?.slice(1) ?? [];
  return (word?.toUpperCase() ?? 'SELECT') as Command;
}
