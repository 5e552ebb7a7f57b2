// A store or a finding of the watch as an exposure, from what the last scans and the last classification told.
import type { Kind } from '@vigie/classify';
import type { Remedy } from '@vigie/probe';
import type { Selectable } from 'kysely';
import type { RecordsDatabase } from '../../records/database.ts';
import type { StoreKind, StoreTables } from '../../records/tables/stores.ts';
import type { Exposure, ScannedStore } from './exposure.ts';

type StoreRow = Selectable<StoreTables['store']>;

/** @returns undefined where the watch knows no such store */
export async function exposureOfStore(db: RecordsDatabase, storeId: string): Promise<Exposure | undefined> {
  const store = await db.selectFrom('store').selectAll().where('id', '=', storeId).executeTakeFirst();
  if (store === undefined) return undefined;
  const findings = await db
    .selectFrom('finding')
    .innerJoin('advice', 'advice.id', 'finding.advice_id')
    .select(['finding.id', 'finding.severity', 'advice.remedy', 'finding.first_seen_at'])
    .where('finding.store_id', '=', storeId)
    .where('finding.state', '<>', 'mended')
    .orderBy('finding.severity_rank')
    .execute();
  // Loaded when a case is opened: it brings all vocabularies along, which would stay in memory from the start.
  const { kindById } = await import('@vigie/classify');
  const began = store.open_since ?? store.first_seen_open_at ?? store.first_seen_at;
  return {
    scan: {
      schema: 'vigie.scan/1',
      startedAt: began.toISOString(),
      finishedAt: store.last_seen_at.toISOString(),
      stores: [scannedStore(store, findings, kindById)],
    },
    storeIds: [storeId],
    findingIds: findings.map(({ id }) => id),
    detectedAt: began,
  };
}

/** The store of a finding, whose other findings belong to the case too. */
export async function exposureOfFinding(db: RecordsDatabase, findingId: string): Promise<Exposure | undefined> {
  const row = await db.selectFrom('finding').select('store_id').where('id', '=', findingId).executeTakeFirst();
  return row === undefined ? undefined : exposureOfStore(db, row.store_id);
}

function scannedStore(
  store: StoreRow,
  findings: readonly { readonly severity: string; readonly remedy: Remedy }[],
  kindById: (id: string) => Kind | undefined,
) {
  const { address, port, product, posture, people, countries, kinds, rows } = store;
  const scanned: ScannedStore = {
    address,
    port,
    product,
    posture: { read: posture.read, write: posture.write },
    findings: findings.map(({ severity, remedy: { summary, steps, verify, reference } }) => ({
      severity,
      remedy: { summary, steps: [...steps], verify, reference },
    })),
  };
  if (store.classified_at === null || people === null) return scanned;
  const counted = rows ?? 0;
  const exposure: ScannedStore['exposure'] = {
    people: { ...people, byCountry: countries.map((one) => ({ ...one })) },
    kinds: kinds.map((one) => scannedKind(one, kindById(one.kind))),
    files: [{ rows: { lower: counted, estimate: counted, upper: counted } }],
    complete: isAllRead(store),
  };
  return { ...scanned, exposure };
}

/** Whether all that stands in it now was read: what was not found then is not there. */
function isAllRead({ classify_error, classified_shape, shape }: StoreRow): boolean {
  return classify_error === null && shape !== null && classified_shape?.whole === shape.whole;
}

/** A secret has no type of data of its own in the template, and counts as credentials. */
function scannedKind({ kind, level, rows }: StoreKind, known: Kind | undefined) {
  const edpb = [...(known?.edpb ?? [])];
  const lower = level === 'certain' ? rows : 0;
  return { kind, edpb, rows: { lower, estimate: rows, upper: rows } };
}
