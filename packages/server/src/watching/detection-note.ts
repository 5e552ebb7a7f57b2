// Why a detection is expected, not expected or closed: sealed, since a reason may name people.
import type { SealedColumn } from '../vault/seal-again.ts';

/** What the vault seals it for. */
export const DETECTION_NOTE = 'detection/note';

export const DETECTION_COLUMNS: readonly SealedColumn[] = [
  { table: 'detection', column: 'note', purpose: DETECTION_NOTE },
];
