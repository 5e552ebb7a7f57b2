// The letters of a run, made before it starts: thousands at a time, each in a transaction of its own, so that others are served in between
// however many there are: the embedded database works on the same thread, and lets nobody else have it unless it is asked to. Until the run starts nothing is sent of them; where making them is interrupted they are taken away again.
import { setImmediate as othersTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { RecordsDatabase } from '../../records/database.ts';
import { isConfirmed } from '../contacts/confirmed.ts';
import { isBeingErased } from '../erasure/being-erased.ts';
import { type Audience, reasonFor } from './recipients.ts';

/** Letters that are made, or taken away, in one transaction. */
const BATCH = 10_000;

/**
 * Makes the letters of a run, numbered from 1.
 *
 * @param atOnce letters of one transaction
 * @returns how many; undefined where the run cannot start any more: it has started, or its contacts are erased
 */
export async function makeLetters(db: RecordsDatabase, run: Audience, atOnce = BATCH): Promise<number | undefined> {
  await takeAwayLetters(db, run.id);
  let made = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await makeSome(db, run, { made, after, atOnce });
    if (batch === undefined) return undefined;
    if (batch.count === 0) {
      // Plans of what sends them have to know how many there are; the embedded database counts only when it is told to.
      await sql`ANALYZE letter`.execute(db);
      return made;
    }
    made += batch.count;
    after = batch.last;
    await othersTurn();
  }
}

async function makeSome(
  db: RecordsDatabase,
  run: Audience,
  { made, after, atOnce }: { readonly made: number; readonly after: string; readonly atOnce: number },
) {
  return db.transaction().execute(async (trx) => {
    // First of all, as an erasure does: then its hold, then the runs.
    if (await isBeingErased(trx, run.case_id)) return undefined;
    // Two runs of one notice make their letters in turns, so that each sees whom the other has.
    const runs = await trx
      .selectFrom('letter_run')
      .select(['id', 'state', 'erased_at'])
      .where('notice_id', '=', run.notice_id)
      .orderBy('id')
      .forUpdate()
      .execute();
    const now = runs.find(({ id }) => id === run.id);
    if (now === undefined || now.erased_at !== null || (now.state !== 'draft' && now.state !== 'dry-run'))
      return undefined;
    const others = runs.map(({ id }) => id).filter((id) => id !== run.id);
    const inserted = await sql`
      INSERT INTO letter (run_id, number, contact_id)
      SELECT ${run.id}, ${made}::integer + row_number() OVER (ORDER BY id), id
      FROM (SELECT contact.id FROM contact
        WHERE case_id = ${run.case_id} AND contact.id > ${after} AND ${isConfirmed} AND ${reasonFor(run, others)} IS NULL
        ORDER BY contact.id LIMIT ${atOnce}) AS picked`.execute(trx);
    const count = Number(inserted.numAffectedRows ?? 0);
    const last = await trx
      .selectFrom('letter')
      .select('contact_id')
      .where('run_id', '=', run.id)
      .where('number', '=', made + count)
      .executeTakeFirst();
    return { count, last: last?.contact_id ?? after };
  });
}

export async function takeAwayLetters(db: RecordsDatabase, runId: string): Promise<void> {
  for (;;) {
    const gone = await sql`
      DELETE FROM letter WHERE run_id = ${runId} AND number IN
        (SELECT number FROM letter WHERE run_id = ${runId} ORDER BY number LIMIT ${BATCH})`.execute(db);
    if (Number(gone.numAffectedRows ?? 0) < BATCH) return;
    await othersTurn();
  }
}

/** Letters of runs that a crash interrupted while they were made: their run never started. */
export async function takeAwayInterrupted(db: RecordsDatabase): Promise<void> {
  const runs = await db.selectFrom('letter_run').select('id').where('state', 'in', ['draft', 'dry-run']).execute();
  for (const { id } of runs) await takeAwayLetters(db, id);
}
