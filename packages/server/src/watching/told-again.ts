// Some logs tell of one access in several records: that it began, what it touched, how it ended, what it took. They are one row.
import type { Access } from '../events/accesses.ts';

export interface AccessRows {
  readonly rows: readonly Access[];
  /** @param isAgain another record has told of the access, and this one says more of it */
  add(row: Access, isAgain: boolean): void;
}

/** The rows of one batch. What was told of in an earlier batch is a row of its own, since that one is kept already. */
export function createAccessRows(): AccessRows {
  const rows: Access[] = [];
  const lastOf = new Map<string, number>();
  return {
    rows,
    add: (row, isAgain) => {
      const key = `${row.user_hash}\n${row.address_hash}\n${row.fingerprint}`;
      const at = isAgain ? lastOf.get(key) : undefined;
      const before = at === undefined ? undefined : rows[at];
      if (at === undefined || before === undefined) {
        lastOf.set(key, rows.length);
        rows.push(row);
      } else rows[at] = joined(before, row);
    },
  };
}

function joined(before: Access, more: Access): Access {
  const isEnd = more.status_id === 1 || more.status_id === 2;
  return {
    ...before,
    ...(isEnd && { status_id: more.status_id }),
    severity_id: more.severity_id > before.severity_id ? more.severity_id : before.severity_id,
    container: before.container || more.container,
    collection: before.collection || more.collection,
    rows_read: more.rows_read ?? before.rows_read,
    rows_returned: more.rows_returned ?? before.rows_returned,
    bytes_returned: more.bytes_returned ?? before.bytes_returned,
    duration_ms: more.duration_ms ?? before.duration_ms,
    error_code: more.error_code || before.error_code,
  };
}
