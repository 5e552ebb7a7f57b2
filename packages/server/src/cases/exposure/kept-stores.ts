// The stores of a case, each with the part of its scan from which facts and tasks follow.
import { type ExposedStore, exposedStores } from '@vigie/respond';
import type { Kysely, Transaction } from 'kysely';
import type { Records } from '../../records/tables.ts';
import type { ScanDocument, ScannedStore } from './exposure.ts';

/** One document of all stores of a case, from the first scan's beginning to the last one's end. */
export async function scanOf(
  db: Kysely<Records> | Transaction<Records>,
  caseId: string,
): Promise<ScanDocument | undefined> {
  const rows = await db
    .selectFrom('case_store')
    .select('scan')
    .where('case_id', '=', caseId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return joined(rows.map(({ scan }) => scan as ScanDocument));
}

/** What the document would be with the stores of another scan, each in the place of the same store as it was known. */
export async function scanWith(db: Kysely<Records>, caseId: string, added: ScanDocument): Promise<ScanDocument> {
  const known = await scanOf(db, caseId);
  const isNew = ({ address, port }: ScannedStore) =>
    added.stores.some((one) => one.address === address && one.port === port);
  const kept = known && { ...known, stores: known.stores.filter((store) => !isNew(store)) };
  return joined(kept === undefined ? [added] : [kept, added]) ?? added;
}

function joined(scans: readonly ScanDocument[]): ScanDocument | undefined {
  if (scans.length === 0) return undefined;
  return {
    schema: 'vigie.scan/1',
    startedAt: scans.map(({ startedAt }) => startedAt).reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a)),
    finishedAt: scans.map(({ finishedAt }) => finishedAt).reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a)),
    stores: scans.flatMap(({ stores }) => stores),
  };
}

/** What the plan is made for. */
export async function exposedStoresOf(trx: Transaction<Records>, caseId: string): Promise<readonly ExposedStore[]> {
  const scan = await scanOf(trx, caseId);
  const stores = scan === undefined ? [] : exposedStores(scan);
  // A store that was kept has been read through the schema when it came in.
  return 'code' in stores ? [] : stores;
}
