// After a rotation of keys: reasons for which findings were accepted are sealed anew by the current one.
import { sql } from 'kysely';
import type { Room } from '../room.ts';
import { BECAUSE } from './act-on-finding.ts';

const BATCH = 500;

/** A few at a time: what is left is for the next round. @returns how many were sealed anew */
export async function resealReasons(room: Room): Promise<number> {
  let count = 0;
  for (const table of ['finding', 'finding_event'] as const) {
    const rows = await room.records
      .selectFrom(table)
      .select(['id', 'accepted_because'])
      // A sealed text names its key at its beginning.
      .where(sql<boolean>`accepted_because NOT LIKE ${`v1.${room.vault.currentKey}.%`}`)
      .limit(BATCH)
      .execute();
    for (const { id, accepted_because: sealed } of rows) {
      if (sealed === null) continue;
      const opened = room.vault.open(sealed, BECAUSE);
      if ('code' in opened) {
        room.log.warn(`a reason cannot be sealed anew: ${opened.message}`);
        continue;
      }
      await room.records
        .updateTable(table)
        .set({ accepted_because: room.vault.seal(opened.text, BECAUSE) })
        .where('id', '=', id)
        .where('accepted_because', '=', sealed)
        .execute();
      count += 1;
    }
  }
  return count;
}
