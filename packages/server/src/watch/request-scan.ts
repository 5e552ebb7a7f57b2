// Asks for a scan: one waits at a time for each scope, whoever asks, and the job for it is sent in the same transaction.
import type { Transaction } from 'kysely';
import { recordChange } from '../live/changes.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';

export const SCAN_SCOPE = 'scan-scope';

export interface ScanScopeData {
  readonly scopeId: string;
}

/**
 * @param askedBy the account that asks; null where the schedule does
 * @returns the scan that waits now, which may have been asked for before
 */
export async function requestScan(
  room: Room,
  trx: Transaction<Records>,
  scope: { readonly id: string; readonly version: number },
  askedBy: string | null,
): Promise<string> {
  const waiting = await trx
    .selectFrom('scan')
    .select('id')
    .where('scope_id', '=', scope.id)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  if (waiting !== undefined) return waiting.id;
  const id = room.newId();
  const at = room.clock.now();
  await trx
    .insertInto('scan')
    .values({
      id,
      scope_id: scope.id,
      state: 'queued',
      asked_by: askedBy,
      scope_version: scope.version,
      queued_at: at,
      started_at: null,
      finished_at: null,
      error: null,
    })
    .execute();
  // A scan of the schedule is told of when it found something; who asked for one wants to follow it.
  if (askedBy !== null) await recordChange(trx, { kind: 'scan', id, what: 'created', at });
  await sendScan(room, scope.id, trx);
  return id;
}

/** Sends the job; where one waits already, that is enough. */
export async function sendScan(room: Room, scopeId: string, within?: Transaction<Records>): Promise<void> {
  const data: ScanScopeData = { scopeId };
  await room.jobs.send(SCAN_SCOPE, data, { once: scopeId, ...(within && { within }) });
}
