// Housekeeping: scans that changed nothing are kept for a day, observations for a year; what changed something stays.
import { sql } from 'kysely';
import type { Room } from '../room.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const OBSERVATIONS_MS = 366 * DAY_MS;

export async function tidyWatch(room: Room): Promise<void> {
  const now = room.clock.now().getTime();
  // The latest of a scope stays, whatever its age: it says when somebody last looked.
  await sql`
    DELETE FROM scan WHERE NOT changed AND finished_at < ${new Date(now - DAY_MS)}
      AND id <> (SELECT max(latest.id::text)::uuid FROM scan latest
                 WHERE latest.scope_id = scan.scope_id AND latest.finished_at IS NOT NULL)`.execute(room.records);
  await room.records
    .deleteFrom('observation')
    .where('at', '<', new Date(now - OBSERVATIONS_MS))
    .execute();
}
