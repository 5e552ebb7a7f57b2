// What became of letters, from the courier or its journal into the records: many at once, and each only once, since only a letter that is
// sending under this attempt takes an outcome.
import { sql } from 'kysely';
import { recordChange } from '../../live/changes.ts';
import type { RecordsDatabase } from '../../records/database.ts';
import type { Outcome } from '../courier/orders.ts';

/** RFC 5321, 4.5.4.1, asks for patience with those who are put off; a letter under Article 34 cannot wait for days. */
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 2 * 60 * 60_000;
const MOST_TRIES = 8;

/** An outcome, or that the courier never began with the letter. */
export type Settled = Outcome | { readonly kind: 'not-begun'; readonly number: number };

interface Counts {
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
}

export async function applyOutcomes(
  db: RecordsDatabase,
  where: { readonly runId: string; readonly attempt: string },
  settled: readonly Settled[],
  now: Date,
): Promise<Counts> {
  const nothing = { sent: 0, failed: 0, uncertain: 0 };
  if (settled.length === 0) return nothing;
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ state: string; count: number }>`
      WITH told AS (
        SELECT * FROM json_to_recordset(${JSON.stringify(settled.map((one) => rowOf(one, now)))}::json)
        AS one (number integer, state text, code smallint, enhanced text, ended_at timestamptz, is_late boolean)),
      changed AS (
        UPDATE letter SET
          state = CASE WHEN told.is_late AND letter.tries >= ${MOST_TRIES} THEN 'failed' ELSE told.state END,
          due_at = CASE WHEN told.is_late AND letter.tries < ${MOST_TRIES}
            THEN ${now}::timestamptz + least(${LONGEST_PAUSE_MS}, ${FIRST_PAUSE_MS} * (2 ^ (letter.tries - 1))) * interval '1 millisecond' END,
          tries = CASE WHEN told.state = 'queued' AND NOT told.is_late THEN letter.tries - 1 ELSE letter.tries END,
          code = told.code, enhanced = told.enhanced, ended_at = told.ended_at
        FROM told
        WHERE letter.run_id = ${where.runId} AND letter.number = told.number AND letter.attempt = ${where.attempt} AND letter.state = 'sending'
        RETURNING letter.state)
      SELECT state, count(*)::integer AS count FROM changed GROUP BY state`.execute(trx);
    const countOf = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
    const counts = { sent: countOf('sent'), failed: countOf('failed'), uncertain: countOf('uncertain') };
    await trx
      .updateTable('letter_run')
      .set((eb) => ({
        sent: eb('sent', '+', counts.sent),
        failed: eb('failed', '+', counts.failed),
        uncertain: eb('uncertain', '+', counts.uncertain),
      }))
      .where('id', '=', where.runId)
      .execute();
    await recordChange(trx, { at: now, kind: 'letter-run', id: where.runId, what: 'progress' });
    return counts;
  });
}

function rowOf(one: Settled, now: Date) {
  const { number } = one;
  const at = new Date('atMs' in one && one.atMs > 0 ? one.atMs : now.getTime()).toISOString();
  switch (one.kind) {
    case 'sent':
      return { number, state: 'sent', code: one.code, enhanced: null, ended_at: at, is_late: false };
    case 'refused':
      return { number, state: 'failed', code: one.code, enhanced: one.enhanced || null, ended_at: at, is_late: false };
    case 'deferred':
      return { number, state: 'queued', code: one.code, enhanced: one.enhanced || null, ended_at: null, is_late: true };
    case 'doubt':
      return { number, state: 'uncertain', code: null, enhanced: null, ended_at: at, is_late: false };
    case 'not-begun':
      return { number, state: 'queued', code: null, enhanced: null, ended_at: null, is_late: false };
  }
}
