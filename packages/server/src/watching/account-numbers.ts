// Accounts of a store are told apart by numbers, given in the order in which they were first shown: the same account has the same number for
// ever, and nobody can tell from it who that is.
import { sql } from 'kysely';
import type { RecordsDatabase } from '../records/database.ts';

/** Any number: whoever gives numbers holds it, so that none is given twice. */
const LOCK = 5_640_133;

/** @param hashes of accounts; that of nobody has the number 0 */
export async function accountNumbers(
  records: RecordsDatabase,
  store: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = hashes.filter((hash) => hash !== '');
  const known = await numbersOf(records, store, wanted);
  const fresh = wanted.filter((hash) => !known.has(hash));
  if (fresh.length > 0) {
    await records.transaction().execute(async (trx) => {
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
      const last = await trx
        .selectFrom('store_account')
        .select((eb) => eb.fn.max('number').as('number'))
        .where('store_id', '=', store)
        .executeTakeFirst();
      const begin = (last?.number ?? 0) + 1;
      await trx
        .insertInto('store_account')
        .values(fresh.map((hash, index) => ({ store_id: store, account_hash: hash, number: begin + index })))
        .onConflict((on) => on.columns(['store_id', 'account_hash']).doNothing())
        .execute();
    });
  }
  return new Map([['', 0], ...(fresh.length > 0 ? await numbersOf(records, store, wanted) : known)]);
}

async function numbersOf(
  records: RecordsDatabase,
  store: string,
  hashes: readonly string[],
): Promise<Map<string, number>> {
  if (hashes.length === 0) return new Map();
  const rows = await records
    .selectFrom('store_account')
    .select(['account_hash', 'number'])
    .where('store_id', '=', store)
    .where('account_hash', 'in', hashes)
    .execute();
  return new Map(rows.map(({ account_hash: hash, number }) => [hash, number]));
}
