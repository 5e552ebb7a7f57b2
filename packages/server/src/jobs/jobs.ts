// The queue: work that has to be done later or again, kept in the records, so that it survives restarts and is seen on the page.
import { sql, type Transaction } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import { createQueue, type RecordsDatabase, type RecordsStore } from '../records/database.ts';
import type { Records } from '../records/tables.ts';
import type { Log } from '../room.ts';

/** One kind of job: its name, how often it is tried again, and what it does. One file each. */
export interface JobKind<Data extends object> {
  /** As in `scan-scope`. */
  readonly name: string;
  /** How many times after the first it is tried. */
  readonly retries: number;
  /** Pauses between tries double up to so many seconds; without end where nothing is said. */
  readonly longestPauseS?: number;
  /** Seconds after which a job that is being worked on counts as lost, and is tried again. */
  readonly expiresAfterS: number;
  /** How many at once. */
  readonly concurrency: number;
  /** For how many seconds one that is done is shown; a week where nothing is said. */
  readonly keptS?: number;
  /** @throws where it could not be done and should be tried again: the reason is kept, so it names no person and no value */
  work(data: Data, signal: AbortSignal): Promise<void>;
}

interface SendOptions {
  /** Sent only if the transaction commits. */
  readonly within?: Transaction<Records>;
  /** Not before. */
  readonly after?: Date;
  /** While one with this key waits, another is not added. */
  readonly once?: string;
}

interface JobSummary {
  readonly id: string;
  readonly kind: string;
  readonly state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed';
  readonly createdAt: Date;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
  readonly attempts: number;
  readonly waitingUntil?: Date;
  /** What the last attempt threw. */
  readonly error?: string;
}

export interface Jobs {
  /** Makes a kind known and begins to work on it. */
  define<Data extends object>(kind: JobKind<Data>): Promise<void>;
  /** @returns the job's id; undefined where `once` found one waiting */
  send(name: string, data: object, options?: SendOptions): Promise<string | undefined>;
  /** Newest first. */
  list(limit: number): Promise<readonly JobSummary[]>;
  stop(): Promise<void>;
}

/** How long a stop waits for jobs that are being worked on; afterwards they are tried again at the next start. */
const STOP_MS = 5000;

/** @param newId makes the key of a job that may wait beside its like */
export async function openJobs(store: RecordsStore, log: Log, newId: () => string): Promise<Jobs> {
  const boss = createQueue(store);
  boss.on('error', (error) => log.mistake(error, { part: 'queue' }));
  await boss.start();
  const defined = new Set<string>();
  return {
    async define(kind) {
      await define(store, boss, kind);
      defined.add(kind.name);
    },
    async send(name, data, { within, after, once } = {}) {
      // The library looks an unknown queue up on a connection of its own, and the embedded database has one, which the transaction holds.
      if (within !== undefined && !defined.has(name))
        throw new Error(`no kind of job is defined that is called ${name}`);
      const id = await boss.send(name, data, {
        ...(within === undefined ? {} : { db: fromKysely(within) }),
        ...(after === undefined ? {} : { startAfter: after }),
        singletonKey: once ?? newId(),
      });
      return id ?? undefined;
    },
    list: (limit) => list(store, limit),
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS, close: store.kind === 'server' }),
  };
}

async function define<Data extends object>({ db }: RecordsStore, boss: PgBoss, kind: JobKind<Data>): Promise<void> {
  const options = {
    retryLimit: kind.retries,
    retryBackoff: true,
    retryDelay: 1,
    expireInSeconds: kind.expiresAfterS,
    notify: true,
    ...(kind.longestPauseS === undefined ? {} : { retryDelayMax: kind.longestPauseS }),
    ...(kind.keptS === undefined ? {} : { deleteAfterSeconds: kind.keptS }),
    policy: 'stately',
  } as const;
  await boss.createQueue(kind.name, options);
  const { policy: _fixed, ...changeable } = options;
  await boss.updateQueue(kind.name, changeable);
  await reviveLost(db, boss, kind.name);
  const workers = Array.from({ length: kind.concurrency }, () =>
    boss.work<Data>(kind.name, { pollingIntervalSeconds: 2, batchSize: 1 }, async (jobs) => {
      for (const job of jobs) {
        await kind.work(job.data, job.signal).catch((error: unknown) => {
          throw withoutValues(error);
        });
      }
    }),
  );
  await Promise.all(workers);
}

/** The queue keeps all of an error; a database's quotes what it was given, which may be a person's: of those the code is kept. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error) || !('severity' in error)) return error;
  const code = 'code' in error ? String(error.code) : 'unknown';
  return new Error(`the database refused it (${code})`);
}

/** What was being worked on when the process ended is tried again at once: one process works on a queue, and it begins here. */
async function reviveLost(db: RecordsDatabase, boss: PgBoss, name: string): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM queue.job WHERE name = ${name} AND state = 'active'`.execute(db);
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await boss.fail(name, ids, { message: 'the platform ended while it was worked on' });
}

interface JobRow {
  readonly id: string;
  readonly name: string;
  readonly state: JobSummary['state'];
  readonly created_on: Date;
  readonly started_on: Date | null;
  readonly completed_on: Date | null;
  readonly start_after: Date;
  readonly retry_count: number;
  readonly output: { readonly message?: unknown } | null;
}

/** The queue library has no list over all of its queues; its table is documented. */
async function list({ db }: RecordsStore, limit: number): Promise<readonly JobSummary[]> {
  const { rows } = await sql<JobRow>`
    SELECT id, name, state, created_on, started_on, completed_on, start_after, retry_count, output
    FROM queue.job WHERE name NOT LIKE '\\_\\_%' ORDER BY created_on DESC LIMIT ${limit}`.execute(db);
  return rows.map(summaryOf);
}

function summaryOf(row: JobRow): JobSummary {
  const waits = (row.state === 'created' || row.state === 'retry') && row.start_after > row.created_on;
  const error = row.output?.message;
  return {
    id: row.id,
    kind: row.name,
    state: row.state,
    createdAt: row.created_on,
    attempts: row.retry_count + (row.state === 'created' ? 0 : 1),
    ...(row.started_on === null ? {} : { startedAt: row.started_on }),
    ...(row.completed_on === null ? {} : { finishedAt: row.completed_on }),
    ...(waits ? { waitingUntil: row.start_after } : {}),
    ...(typeof error === 'string' && row.state !== 'completed' ? { error } : {}),
  };
}
