// Where records live: PGlite inside of this process, or a PostgreSQL server by URL, with the same SQL.
import { rm } from 'node:fs/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type ConstructorOptions, fromPglite, PgBoss } from 'pg-boss';
import { openEmbedded } from './embedded.ts';
import { type AtCheckpoint, copyFolder } from './frozen/copy-folder.ts';
import { readCopy } from './frozen/read-copy.ts';
import { createGate } from './gate.ts';
import type { Records } from './tables.ts';

export type RecordsDatabase = Kysely<Records>;

/** Where the records are: a folder of this machine (undefined: in memory, for tests, maybe of a database that was made before), or a server. */
export type RecordsPlace =
  | { readonly kind: 'embedded'; readonly folder: string | undefined; readonly from?: Blob }
  | { readonly kind: 'server'; readonly url: string };

export interface RecordsStore {
  readonly kind: RecordsPlace['kind'];
  readonly db: RecordsDatabase;
  /** What the queue is opened with, over the same database. */
  readonly queue: ConstructorOptions;
  /** Hears what `pg_notify` says on a channel. Resolves to how to stop. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  /** What is there now, for reading at length: the embedded database has one connection, and a long reading would keep all others waiting. */
  freeze(): Promise<FrozenRecords | RecordsFault>;
  close(): Promise<void>;
}

export interface FrozenRecords {
  readonly db: RecordsDatabase;
  close(): Promise<void>;
}

export interface RecordsFault {
  readonly code: 'unreachable' | 'cannot-copy';
  readonly message: string;
  readonly remedy: string;
}

export async function openRecords(place: RecordsPlace): Promise<RecordsStore | RecordsFault> {
  return place.kind === 'embedded' ? openInside(place.folder, place.from) : openServer(place.url);
}

async function openInside(folder: string | undefined, from: Blob | undefined): Promise<RecordsStore> {
  // A crash may have left one.
  if (folder !== undefined) await rm(copyOf(folder), { recursive: true, force: true });
  const { pool, queue, listen, atCheckpoint } = await openEmbedded(folder, from);
  const db = new Kysely<Records>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'embedded',
    db,
    queue: { db: fromPglite(queue), backend: 'pglite' },
    listen,
    freeze: folder === undefined ? asItIs(db) : copiesOf(folder, atCheckpoint),
    close: () => db.destroy(),
  };
}

/** Where a long reading is in nobody's way: a server has connections for it, and a database in memory is a test's. */
function asItIs(db: RecordsDatabase): RecordsStore['freeze'] {
  return async () => ({ db, close: async () => {} });
}

function copyOf(folder: string): string {
  return `${folder}.copy`;
}

/** One copy at a time, beside the folder, and only for as long as it is read. */
function copiesOf(folder: string, atCheckpoint: AtCheckpoint): RecordsStore['freeze'] {
  const gate = createGate();
  const copy = copyOf(folder);
  return async () => {
    const leave = await gate.enter();
    const leaveNothing = async () => {
      await rm(copy, { recursive: true, force: true });
      leave();
    };
    try {
      await copyFolder(folder, copy, atCheckpoint);
      const db = new Kysely<Records>({ dialect: new PostgresDialect({ pool: readCopy(copy) }) });
      return {
        db,
        async close() {
          await db.destroy();
          await leaveNothing();
        },
      };
    } catch (error) {
      await leaveNothing();
      if (error instanceof Error && 'code' in error) return cannotCopy(copy, String(error.code));
      throw error;
    }
  };
}

function cannotCopy(folder: string, reason: string): RecordsFault {
  return {
    code: 'cannot-copy',
    message: `the records cannot be copied to ${folder} (${reason})`,
    remedy: 'free as much of that disk as the records take, and try again',
  };
}

const CONNECTIONS = 10;

async function openServer(url: string): Promise<RecordsStore | RecordsFault> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, types: { getTypeParser } });
  // A connection that dies while nobody uses it is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    return {
      code: 'unreachable',
      message: `the database of the records does not answer: ${reasonOf(error)}`,
      remedy: 'look whether the server of --database-url runs and lets this user in, then start again',
    };
  }
  const db = new Kysely<Records>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'server',
    db,
    queue: { connectionString: url, max: 4 },
    listen: (channel, hear) => listenOnServer(url, channel, hear),
    freeze: asItIs(db),
    close: () => db.destroy(),
  };
}

const INT8 = 20;

/** int8 as a number: counts of rows and bytes stay far below 2^53. */
const getTypeParser = ((oid: number, format?: 'text') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;

/** The driver's words name hosts and codes, never the password; the URL itself is not repeated. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
}

const RETRY_MS = 1000;

/** Listens on a connection of its own, which is opened anew when it breaks. */
async function listenOnServer(url: string, channel: string, hear: (payload: string) => void) {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  const open = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url });
    next.on('error', () => again());
    next.on('notification', ({ payload }) => hear(payload ?? ''));
    await next.connect();
    await next.query(`LISTEN ${channel}`);
    client = next;
  };
  const again = () => {
    client?.end().catch(() => undefined);
    client = undefined;
    if (!stopped) timer = setTimeout(() => void open().catch(again), RETRY_MS);
  };
  await open();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end();
  };
}

export function createQueue(store: RecordsStore): PgBoss {
  return new PgBoss({ ...store.queue, schema: 'queue', supervise: true, useListenNotify: true });
}
