// The letters of a run, made before it starts: thousands at a time, each in a transaction of its own, so that others are served in between
// however many there are. Until the run starts nothing is sent of them; where making them is interrupted they are taken away again.
import { sql } from 'kysely';
import type { RecordsDatabase } from '../../records/database.ts';
import { isConfirmed } from '../contacts/confirmed.ts';
import { type Audience, reasonFor } from './recipients.ts';

/** Letters that are made, or taken away, in one transaction. */
const BATCH = 10_000;

/**
 * Makes the letters of a run, numbered from 1.
 *
 * @returns how many; undefined where the run left the states from which it can start meanwhile
 */
export async function makeLetters(db: RecordsDatabase, run: Audience): Promise<number | undefined> {
  await takeAwayLetters(db, run.id);
  let made = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await makeSome(db, run, made, after);
    if (batch === undefined) return undefined;
    if (batch.count === 0) return made;
    made += batch.count;
    after = batch.last;
  }
}

async function makeSome(db: RecordsDatabase, run: Audience, made: number, after: string) {
  return db.transaction().execute(async (trx) => {
    // Two runs of one notice make their letters in turns, so that each sees whom the other has.
    const runs = await trx
      .selectFrom('letter_run')
      .select(['id', 'state'])
      .where('notice_id', '=', run.notice_id)
      .orderBy('id')
      .forUpdate()
      .execute();
    const state = runs.find(({ id }) => id === run.id)?.state;
    if (state !== 'draft' && state !== 'dry-run') return undefined;
    const inserted = await sql`
      INSERT INTO letter (run_id, number, contact_id)
      SELECT ${run.id}, ${made}::integer + row_number() OVER (ORDER BY id), id
      FROM (SELECT contact.id FROM contact
        WHERE case_id = ${run.case_id} AND contact.id > ${after} AND ${isConfirmed} AND ${reasonFor(run)} IS NULL
        ORDER BY contact.id LIMIT ${BATCH}) AS picked`.execute(trx);
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
  }
}

/** Letters of runs that a crash interrupted while they were made: their run never started. */
export async function takeAwayInterrupted(db: RecordsDatabase): Promise<void> {
  const runs = await db.selectFrom('letter_run').select('id').where('state', 'in', ['draft', 'dry-run']).execute();
  for (const { id } of runs) await takeAwayLetters(db, id);
}
