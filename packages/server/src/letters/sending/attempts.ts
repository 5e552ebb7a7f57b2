// Attempts: one courier with its journal. Whatever happened to the courier or to this server, an attempt is settled from the journal before
// any of its letters goes out again.
//
//   no line                              it was not sent: it is queued again
//   the dot, and an answer behind it     it was sent, refused or put off
//   the dot and nothing behind it        nobody can know (RFC 1047): it is uncertain, is never sent again by itself, and is counted and shown
//   no journal at all                    the same, for all letters of the attempt: the journal is on another machine, or was deleted
//
// Journals lie in the data directory, not in the records, since a line has to be on the disk in the time of one dot.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '@vigie/evidence';
import { takeLock } from '../../data-dir/lock.ts';
import type { Room } from '../../room.ts';
import { lockOf, outcomesIn } from '../courier/journal.ts';
import type { Outcome } from '../courier/orders.ts';
import { applyOutcomes, type Settled } from './apply-outcomes.ts';

export interface Attempt {
  readonly id: string;
  readonly journal: string;
}

export interface Attempts {
  /** Opens an attempt: its journal is there, durably, before the records know of it. */
  open(runId: string): Promise<Attempt>;
  /** Waits until its courier is gone, and brings what the journal tells into the records. */
  settle(runId: string, attempt: string, signal: AbortSignal): Promise<void>;
  /** Whether these records were last served from another data directory: they were restored, and letters may have gone out since. */
  readonly areRestored: boolean;
  /** Those that are not settled; where the records were restored, also those of the other directory, whose journals are not here. */
  unsettled(): Promise<readonly { readonly id: string; readonly runId: string }[]>;
}

const LOOK_AGAIN_MS = 200;
/** Letters that are settled in one transaction. */
const BATCH = 1000;

export async function openAttempts(room: Room): Promise<Attempts> {
  const folder = join(room.settings.dataDir, 'letters');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sender = await senderOf(folder);
  const areRestored = await claimRecords(room, sender);
  const journalOf = (id: string) => join(folder, `${id}.journal`);
  return {
    areRestored,
    async open(runId) {
      const id = room.newId();
      const journal = journalOf(id);
      await makeDurable(journal, folder);
      await room.records
        .insertInto('letter_attempt')
        .values({ id, run_id: runId, sender, opened_at: room.clock.now(), settled_at: null })
        .execute();
      return { id, journal };
    },
    async settle(runId, attempt, signal) {
      const journal = journalOf(attempt);
      const release = await lockWhenFree(lockOf(journal), signal);
      if (release === undefined) return;
      try {
        await settleFrom(room, { runId, attempt }, existsSync(journal) ? journal : undefined);
        await rm(journal, { force: true });
      } finally {
        release();
      }
      // A courier that was killed leaves the lock's own journal behind.
      for (const path of [lockOf(journal), `${lockOf(journal)}-journal`]) await rm(path, { force: true });
    },
    async unsettled() {
      const rows = await room.records
        .selectFrom('letter_attempt')
        .select(['id', 'run_id'])
        .where('settled_at', 'is', null)
        .orderBy('opened_at')
        .execute();
      return rows.map((row) => ({ id: row.id, runId: row.run_id }));
    },
  };
}

/** Tells this data directory from others over the same records. */
async function senderOf(folder: string): Promise<string> {
  const path = join(folder, 'sender');
  if (!existsSync(path)) await replaceFile(path, `${randomUUID()}\n`);
  return (await readFile(path, 'utf8')).trim();
}

const SERVED_BY = 'letters/served-by';

/** One server at a time has the records; this one from now on. */
async function claimRecords({ records }: Room, sender: string): Promise<boolean> {
  const before = await records.selectFrom('setting').select('value').where('name', '=', SERVED_BY).executeTakeFirst();
  const value = JSON.stringify(sender);
  await records
    .insertInto('setting')
    .values({ name: SERVED_BY, value, version: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
  return before !== undefined && before.value !== sender;
}

async function makeDurable(path: string, folder: string): Promise<void> {
  for (const [name, flags] of [[path, 'wx'] as const, [folder, 'r'] as const]) {
    const handle = await open(name, flags, 0o600);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** The courier has the lock as long as it lives. Undefined where the signal came first. */
async function lockWhenFree(path: string, signal: AbortSignal): Promise<(() => void) | undefined> {
  while (!signal.aborted) {
    const release = takeLock(path);
    if (release !== undefined) return release;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return undefined;
}

async function settleFrom(
  room: Room,
  where: { readonly runId: string; readonly attempt: string },
  journal: string | undefined,
): Promise<void> {
  const rows = await room.records
    .selectFrom('letter')
    .select('number')
    .where('run_id', '=', where.runId)
    .where('attempt', '=', where.attempt)
    .where('state', '=', 'sending')
    .execute();
  const numbers = new Set(rows.map(({ number }) => number));
  const told: ReadonlyMap<number, Outcome> = journal === undefined ? new Map() : await outcomesIn(journal, numbers);
  const settled = [...numbers].map((number): Settled => {
    if (journal === undefined) return { kind: 'doubt', number, atMs: 0 };
    return told.get(number) ?? { kind: 'not-begun', number };
  });
  for (let at = 0; at < settled.length; at += BATCH) {
    await applyOutcomes(room.records, where, settled.slice(at, at + BATCH), room.clock.now());
  }
  await room.records
    .updateTable('letter_attempt')
    .set({ settled_at: room.clock.now() })
    .where('id', '=', where.attempt)
    .execute();
}

/** Journals without an attempt: a crash between making the one and knowing the other. Their courier never began. */
export async function removeStrayJournals(room: Room, known: ReadonlySet<string>): Promise<void> {
  const folder = join(room.settings.dataDir, 'letters');
  for (const name of await readdir(folder)) {
    const id = /^([0-9a-f-]{36})\.journal(?:\.lock(?:-journal)?)?$/.exec(name)?.[1];
    if (id !== undefined && !known.has(id)) await rm(join(folder, name), { force: true });
  }
}
