// Letters that go to the courier next: each is marked as sending, under the courier's attempt, before the courier hears of it.
import { sql } from 'kysely';
import type { RecordsDatabase } from '../../records/database.ts';

interface ClaimedLetter {
  readonly number: number;
  /** The contact's details, sealed. */
  readonly sealed: string;
  readonly minor: boolean;
}

export interface Claimer {
  /** The next letters, at most `count`; none where nothing is due now, or where the run no longer runs. */
  next(count: number, now: Date): Promise<readonly ClaimedLetter[]>;
}

/** Goes through the run by number once, and then takes what was put off as it falls due. */
export function createClaimer(db: RecordsDatabase, runId: string, attempt: string): Claimer {
  let last = 0;
  let isThrough = false;
  const claim = async (count: number, which: ReturnType<typeof sql>) => {
    const { rows } = await sql<ClaimedLetter>`
      WITH picked AS (
        SELECT letter.number FROM letter
        WHERE letter.run_id = ${runId} AND letter.state = 'queued' AND ${which}
          AND EXISTS (SELECT FROM letter_run WHERE id = ${runId} AND state = 'running')
        ORDER BY letter.number LIMIT ${count} FOR UPDATE)
      UPDATE letter SET state = 'sending', attempt = ${attempt}, tries = letter.tries + 1, due_at = NULL
      FROM picked, contact
      WHERE letter.run_id = ${runId} AND letter.number = picked.number AND contact.id = letter.contact_id
      RETURNING letter.number, contact.sealed, contact.minor`.execute(db);
    return rows;
  };
  return {
    async next(count, now) {
      if (!isThrough) {
        const rows = await claim(count, sql`letter.number > ${last} AND letter.due_at IS NULL`);
        for (const { number } of rows) last = Math.max(last, number);
        if (rows.length > 0) return rows;
        isThrough = true;
      }
      return claim(count, sql`letter.due_at <= ${now}`);
    },
  };
}

/** When the next letter falls due that was put off; undefined where none was. */
export async function nextDue(db: RecordsDatabase, runId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('letter')
    .select(({ fn }) => fn.min('due_at').as('due'))
    .where('run_id', '=', runId)
    .where('state', '=', 'queued')
    .where('due_at', 'is not', null)
    .executeTakeFirst();
  return row?.due ?? undefined;
}
