// The list of changes: written in the transaction of the change itself, followed by browsers and webhooks.
import { sql, type Transaction } from 'kysely';
import type { RecordsStore } from '../records/database.ts';
import type { Records } from '../records/tables.ts';

export const CHANGE_KINDS = [
  'scope',
  'scan',
  'store',
  'finding',
  'case',
  'notice',
  'task',
  'letter-run',
  'contact-import',
  'incident-page',
  'job',
  'account',
  'webhook',
  'settings',
  'input',
  'detection',
  'silence',
  'rule',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  readonly seq: number;
  readonly at: Date;
  readonly kind: ChangeKind;
  readonly id: string;
  /** As in `created`, `updated`, `removed`. */
  readonly what: string;
}

const CHANNEL = 'vigie_change';

/** Any number: whoever adds a change holds it until the commit, so that numbers become visible in their order and no follower skips one. */
const LOCK = 5_640_132;

/** Rows of one statement: its parameters are counted in 16 bits. */
const AT_ONCE = 5000;

/** Adds a change to the list; whoever follows it is told when the transaction is committed. */
export async function recordChange(trx: Transaction<Records>, change: Omit<Change, 'seq'>): Promise<void> {
  await recordChanges(trx, [change]);
}

/** Adds many at once. */
export async function recordChanges(trx: Transaction<Records>, changes: readonly Omit<Change, 'seq'>[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    await trx
      .insertInto('change')
      .values(changes.slice(from, from + AT_ONCE))
      .execute();
  }
  await sql`SELECT pg_notify(${CHANNEL}, '')`.execute(trx);
}

export interface Changes {
  /** The last change's number; 0 where there is none. */
  latest(): Promise<number>;
  /** Changes after a number, oldest first. */
  after(seq: number, limit: number): Promise<readonly Change[]>;
  /** Calls back when there may be new changes. Returns how to stop. */
  follow(hear: () => void): () => void;
  close(): Promise<void>;
}

/** How long to wait before looking again where no notification came: notifications are lost when a connection breaks. */
const LOOK_AGAIN_MS = 5000;

export async function openChanges(store: RecordsStore): Promise<Changes> {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const hear of listeners) hear();
  };
  const stop = await store.listen(CHANNEL, tell);
  const timer = setInterval(tell, LOOK_AGAIN_MS);
  timer.unref();
  return {
    async latest() {
      const row = await store.db
        .selectFrom('change')
        .select((eb) => eb.fn.max('seq').as('seq'))
        .executeTakeFirst();
      return Number(row?.seq ?? 0);
    },
    async after(seq, limit) {
      const rows = await store.db
        .selectFrom('change')
        .selectAll()
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows as Change[];
    },
    follow(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    async close() {
      clearInterval(timer);
      listeners.clear();
      await stop();
    },
  };
}
