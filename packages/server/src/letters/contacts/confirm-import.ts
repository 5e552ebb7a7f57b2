// What a person decides about an import that waits: its good rows become contacts of the case, or are thrown away.
import { recordChange } from '../../live/changes.ts';
import type { Room } from '../../room.ts';
import { forgetRows } from './forget-rows.ts';
import { takeOutKnown } from './join-rows.ts';

export type Verdict = 'confirmed' | 'discarded';

/** @returns false where the import does not wait for a verdict (any more) */
export async function judgeImport(room: Room, id: string, verdict: Verdict, accountId: string): Promise<boolean> {
  const now = room.clock.now();
  const isJudged = await room.records.transaction().execute(async (trx) => {
    const waiting = await trx
      .selectFrom('contact_import')
      .select(['good', 'duplicates'])
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .forUpdate()
      .executeTakeFirst();
    if (waiting === undefined) return false;
    // Another import may have been confirmed while this one waited.
    const known = verdict === 'confirmed' ? await takeOutKnown(trx, id) : 0;
    await trx
      .updateTable('contact_import')
      .set({ state: verdict, good: waiting.good - known, duplicates: waiting.duplicates + known })
      .where('id', '=', id)
      .execute();
    const payload = { subject: id, from: 'waiting', to: verdict };
    await room.evidence.write({ type: 'state-change', author: accountId, payload });
    await recordChange(trx, { at: now, kind: 'contact-import', id, what: 'updated' });
    return true;
  });
  // Where this is interrupted, the rest goes at the next start.
  if (isJudged && verdict === 'discarded') await forgetRows(room.records, id);
  return isJudged;
}
