// Housekeeping: scans that changed nothing are kept for a day; observations for a week, then one an hour for a year. What changed
// something stays.
import { sql } from 'kysely';
import type { Room } from '../room.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const WHOLE_MS = 7 * DAY_MS;
/** Further back nothing is left to thin out. */
const THINNED_MS = 37 * DAY_MS;
const OBSERVATIONS_MS = 366 * DAY_MS;

export async function tidyWatch(room: Room): Promise<void> {
  const now = room.clock.now().getTime();
  const ago = (ms: number) => new Date(now - ms);
  // The latest of a scope stays, whatever its age: it says when somebody last looked.
  await sql`
    DELETE FROM scan WHERE NOT changed AND finished_at < ${ago(DAY_MS)} AND EXISTS (
      SELECT 1 FROM scan AS later
      WHERE later.scope_id = scan.scope_id AND later.id > scan.id AND later.finished_at IS NOT NULL
    )`.execute(room.records);
  await sql`
    DELETE FROM observation USING (
      SELECT store_id, at, row_number() OVER (PARTITION BY store_id, verdict, date_trunc('hour', at, 'UTC') ORDER BY at) AS number
      FROM observation WHERE at < ${ago(WHOLE_MS)} AND at > ${ago(THINNED_MS)}
    ) AS numbered
    WHERE observation.store_id = numbered.store_id AND observation.at = numbered.at AND numbered.number > 1`.execute(
    room.records,
  );
  await sql`DELETE FROM observation WHERE at < ${ago(OBSERVATIONS_MS)}`.execute(room.records);
}
