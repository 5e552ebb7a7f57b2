// Takes the rows of a list away, thousands at a time, so that others are served in between however many there are.
import { setImmediate as othersTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { RecordsDatabase } from '../../records/database.ts';

const BATCH = 10_000;

/** @returns how many there were */
export async function forgetRows(db: RecordsDatabase, importId: string): Promise<number> {
  for (let count = 0; ; ) {
    const gone = await sql`
      DELETE FROM contact WHERE id IN (SELECT id FROM contact WHERE import_id = ${importId} LIMIT ${BATCH})`.execute(
      db,
    );
    const some = Number(gone.numAffectedRows ?? 0);
    count += some;
    if (some < BATCH) return count;
    await othersTurn();
  }
}
