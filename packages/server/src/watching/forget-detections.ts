// Detections are kept for so many days; those of a store that stands in a case, from before the case was closed, stay with it.
import { sql } from 'kysely';
import { recordChange } from '../live/changes.ts';
import type { Room } from '../room.ts';
import { readWatchSettings } from './watch-settings.ts';

export const FORGET_DETECTIONS = 'forget-detections';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows of one statement: others come to their turn between them. */
const AT_ONCE = 2000;

/** @returns how many were forgotten */
export async function forgetDetections(room: Room, signal?: AbortSignal): Promise<number> {
  const { detectionsKept } = await readWatchSettings(room);
  const before = new Date(room.clock.now().getTime() - detectionsKept * DAY_MS);
  let forgotten = 0;
  while (signal?.aborted !== true) {
    const { rows } = await sql<{ id: string }>`
      DELETE FROM detection WHERE id IN (
        SELECT id FROM detection WHERE last_at < ${before} AND NOT EXISTS (
          SELECT 1 FROM case_store JOIN breach_case ON breach_case.id = case_store.case_id
          WHERE case_store.store_id = detection.store_id
            AND (breach_case.closed_at IS NULL OR detection.first_at <= breach_case.closed_at)
        ) LIMIT ${AT_ONCE}
      ) RETURNING id`.execute(room.records);
    forgotten += rows.length;
    if (rows.length < AT_ONCE) break;
  }
  if (forgotten === 0) return 0;
  await room.evidence.write({
    type: 'detections-forgotten',
    author: 'vigie-server',
    payload: { detections: forgotten, before: before.toISOString() },
  });
  const at = room.clock.now();
  await room.records
    .transaction()
    .execute((trx) => recordChange(trx, { kind: 'detection', id: 'forgotten', what: 'removed', at }));
  return forgotten;
}

/** Looks as soon as the queue comes to it. */
export async function forgetDetectionsSoon({ jobs }: Pick<Room, 'jobs'>): Promise<void> {
  await jobs.send(FORGET_DETECTIONS, {}, { once: 'now' });
}
