// Asks that somebody looks what stands in a store: on request, and by itself for stores of scopes that want it.
import type { Transaction } from 'kysely';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { differsMuch } from './shape.ts';

export const CLASSIFY_STORE = 'classify-store';

export interface ClassifyStoreData {
  readonly storeId: string;
}

/** What stands in a store is looked at again after a day, since texts change while their number does not. */
const AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;
/** A request that is older than a classification can take was lost. */
const LOST_AFTER_MS = 2 * 60 * 60 * 1000;

/** @returns the id of the job; undefined where one waits already */
export async function requestClassification(
  room: Room,
  trx: Transaction<Records>,
  storeId: string,
): Promise<string | undefined> {
  await trx.updateTable('store').set({ classify_asked_at: room.clock.now() }).where('id', '=', storeId).execute();
  const data: ClassifyStoreData = { storeId };
  return room.jobs.send(CLASSIFY_STORE, data, { within: trx, once: storeId });
}

/** Of a scope's stores: those whose rows strangers may read and that nobody looked into since they changed. */
export async function requestDueClassifications(
  room: Room,
  trx: Transaction<Records>,
  scopeId: string,
  at: Date,
): Promise<void> {
  const rows = await trx
    .selectFrom('store')
    .select(['id', 'posture', 'shape', 'classified_at', 'classified_shape', 'classify_asked_at'])
    .where('scope_id', '=', scopeId)
    .where('verdict', 'in', ['open', 'partial'])
    .execute();
  for (const store of rows) {
    if (store.posture.read !== 'yes') continue;
    const { classify_asked_at: asked, classified_at: done } = store;
    if (asked !== null && at.getTime() - asked.getTime() < LOST_AFTER_MS) continue;
    const isOld = done === null || at.getTime() - done.getTime() >= AGAIN_AFTER_MS;
    if (isOld || differsMuch(store.classified_shape, store.shape)) await requestClassification(room, trx, store.id);
  }
}
