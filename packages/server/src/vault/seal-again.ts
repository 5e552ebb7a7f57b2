// After a rotation of keys: columns that hold sealed texts are sealed anew by the current key, a few rows at a time.
import { sql } from 'kysely';
import type { Room } from '../room.ts';

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** What it was sealed for. */
  readonly purpose: string;
}

const BATCH = 200;

/** @returns how many texts were sealed anew; what cannot be opened stays as it is, and is told */
export async function sealAgain(room: Room, columns: readonly SealedColumn[]): Promise<number> {
  let count = 0;
  for (const column of columns) {
    for (;;) {
      const { done, stuck } = await sealBatch(room, column);
      count += done;
      if (stuck > 0)
        room.log.warn('texts cannot be sealed anew', { table: column.table, column: column.column, texts: stuck });
      if (stuck > 0 || done < BATCH) break;
    }
  }
  return count;
}

/** Rows are found again by their place (ctid), and only while they still hold what was read. */
async function sealBatch(
  { records, vault }: Room,
  { table, column, purpose }: SealedColumn,
): Promise<{ done: number; stuck: number }> {
  const stale = sql.ref(column);
  const { rows } = await sql<{ place: string; sealed: string }>`
    SELECT ctid::text AS place, ${stale} AS sealed FROM ${sql.table(table)}
    WHERE ${stale} LIKE 'v1.%' AND ${stale} NOT LIKE ${`v1.${vault.currentKey}.%`} LIMIT ${BATCH}`.execute(records);
  let done = 0;
  for (const { place, sealed } of rows) {
    const opened = vault.open(sealed, purpose);
    if ('code' in opened) continue;
    await sql`UPDATE ${sql.table(table)} SET ${stale} = ${vault.seal(opened.text, purpose)}
      WHERE ctid = ${place}::tid AND ${stale} = ${sealed}`.execute(records);
    done += 1;
  }
  return { done, stuck: rows.length - done };
}
