// Which detections nobody is told of at a moment: those of a silenced rule, store, or rule on a store.
import type { Kysely } from 'kysely';
import type { Records } from '../records/tables.ts';

/** @returns whether a rule is silenced on a store */
export async function silencesThatHold(
  db: Pick<Kysely<Records>, 'selectFrom'>,
  at: Date,
): Promise<(rule: string, storeId: string | undefined) => boolean> {
  const silences = await db
    .selectFrom('silence')
    .select(['rule', 'store_id'])
    .where('ended_at', 'is', null)
    .where('until', '>', at)
    .execute();
  return (rule, storeId) =>
    silences.some(
      (silence) =>
        (silence.rule === null || silence.rule === rule) && (silence.store_id === null || silence.store_id === storeId),
    );
}
