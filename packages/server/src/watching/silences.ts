// Silences that hold: of detections of a rule, of a store, or of a rule on a store nobody is told until a date.
import { type RawBuilder, sql } from 'kysely';
import type { SealedColumn } from '../vault/seal-again.ts';

/** What the vault seals the reason of a silence for. */
export const SILENCE_REASON = 'silence/reason';

export const SILENCE_COLUMNS: readonly SealedColumn[] = [
  { table: 'silence', column: 'reason', purpose: SILENCE_REASON },
];

/**
 * Whether a silence holds for a row of `detection`, as a part of a query.
 *
 * @example
 * records.selectFrom('detection').selectAll().where(isSilenced(room.clock.now()))
 */
export function isSilenced(at: Date): RawBuilder<boolean> {
  return sql<boolean>`EXISTS (SELECT 1 FROM silence WHERE silence.ended_at IS NULL AND silence.until > ${at}
    AND (silence.rule IS NULL OR silence.rule = detection.rule)
    AND (silence.store_id IS NULL OR silence.store_id = detection.store_id))`;
}
