// What an input's owner should know of it: the last thing, shown beside the input, and browsers hear of it.
import { recordChange } from '../live/changes.ts';
import type { Room } from '../room.ts';

const MAX_NOTE = 500;

export async function noteInput({ records, clock }: Pick<Room, 'records' | 'clock'>, id: string, text: string) {
  await records.transaction().execute(async (trx) => {
    await trx
      .updateTable('input')
      .set({ note: text.slice(0, MAX_NOTE) })
      .where('id', '=', id)
      .execute();
    await recordChange(trx, { kind: 'input', id, what: 'updated', at: clock.now() });
  });
}
