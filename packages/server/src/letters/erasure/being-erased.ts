// Whether the contacts of a case are just being erased. Whoever makes letters or reads a list in looks at it first, and holds the case while
// they do, so that an erasure begins before or after them.
import { sql, type Transaction } from 'kysely';
import type { Records } from '../../records/tables.ts';

export async function isBeingErased(trx: Transaction<Records>, caseId: string): Promise<boolean> {
  await holdContacts(trx, caseId, 'pg_advisory_xact_lock_shared');
  const row = await trx
    .selectFrom('contact_erasure')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return row !== undefined;
}

/** Tells the locks of cases' contacts from other advisory locks. */
const LOCKS = 5_640_133;

/** Until the end of the transaction. */
export async function holdContacts(
  trx: Transaction<Records>,
  caseId: string,
  lock: 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared',
): Promise<void> {
  await sql`SELECT ${sql.raw(lock)}(${sql.lit(LOCKS)}, hashtext(${caseId}))`.execute(trx);
}
