// A statement of SQL that a log tells of, as an event: what it does is read from the statement itself.

import type { Fields } from '../events/event.ts';
import { type DatastoreActivity, type DatastoreTold, datastoreEvent } from '../events/ocsf.ts';
import { readStatement } from '../sql/read-statement.ts';
import type { Dialect, Statement } from '../sql/statement.ts';

const ACTIVITIES: Readonly<Record<string, DatastoreActivity>> = {
  SELECT: 'read',
  WITH: 'read',
  TABLE: 'read',
  VALUES: 'read',
  FETCH: 'read',
  BACKUP: 'read',
  UNLOAD: 'read',
  INSERT: 'write',
  REPLACE: 'write',
  LOAD: 'write',
  RESTORE: 'write',
  UPDATE: 'update',
  MERGE: 'update',
  ALTER: 'update',
  RENAME: 'update',
  GRANT: 'update',
  REVOKE: 'update',
  DELETE: 'delete',
  TRUNCATE: 'delete',
  DROP: 'delete',
  CREATE: 'create',
  ATTACH: 'create',
  SHOW: 'list',
  DESCRIBE: 'list',
  DESC: 'list',
  EXISTS: 'list',
};
/** `COPY table FROM` and `COPY table (columns) FROM` load; all other forms of COPY read. */
const LOADS = /^COPY [^()]{1,300}(?:\([^()]*\) )?FROM\b/i;

export type SqlTold = Omit<DatastoreTold, 'activity' | 'statement' | 'kind'> & { readonly query: string };

/**
 * @param told what the log tells; `query` is the text as it was written
 * @param known where the log says better than the text what was done
 */
export function sqlEvent(told: SqlTold, dialect: Dialect, known?: DatastoreActivity): Fields {
  const statement = readStatement(told.query, dialect);
  return datastoreEvent({ ...told, kind: 'relational', statement, activity: known ?? activityOf(statement) });
}

function activityOf({ verb, text }: Statement): DatastoreActivity {
  if (verb === 'COPY') return LOADS.test(text) ? 'write' : 'read';
  return Object.hasOwn(ACTIVITIES, verb) ? (ACTIVITIES[verb] ?? 'query') : 'query';
}
