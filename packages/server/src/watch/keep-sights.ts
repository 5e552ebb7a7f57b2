// What a scan or a verification saw goes to the records in one transaction: stores, their history, findings.
import type { StoreReport } from '@vigie/probe';
import type { Insertable, Transaction } from 'kysely';
import type { Observation } from '../events/observations.ts';
import { recordChanges } from '../live/changes.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { familyOf } from './family.ts';
import { keepFindings, type SeenStore } from './keep-findings.ts';
import { keptJson } from './kept-json.ts';
import { OBSERVED_EVERY_MS } from './observations.ts';
import type { Place } from './scan-orders.ts';
import type { Sights } from './sight.ts';
import { firstEvents, firstSight, type KnownStore, newsOf, type StoreEvent } from './store-news.ts';

export interface Seen {
  readonly scopeId: string;
  readonly at: Date;
  readonly sights: Sights;
  /** Null where a finding is verified. */
  readonly scanId: string | null;
  /** Only what is known at these places was asked. */
  readonly among?: readonly Place[];
  /** Silence was not waited for: it says nothing, not even that it cannot be told how a store stands. */
  readonly isFast?: boolean;
  /** The finding that is verified. */
  readonly verifying?: string;
  /** When the port of a store that was not known was last seen refusing. */
  readonly closedSeenAt: (place: Place) => Date | null;
}

export interface Kept {
  /** Whether people have to hear of something. */
  readonly isNews: boolean;
  readonly observations: readonly Observation[];
}

export async function keepSights(room: Room, trx: Transaction<Records>, seen: Seen): Promise<Kept> {
  const known = await knownStores(trx, seen);
  const work: Work = { events: [], news: [], observations: [], seenStores: [], lastSeen: [], closedSeen: [] };
  for (const store of known) await keepKnown(trx, store, seen, work);
  await keepTimes(trx, work, seen.at);
  await keepFirst(room, trx, known, seen, work);
  await keepEvents(room, trx, seen, work.events);
  const hasNewFindings = await keepFindings(room, trx, work.seenStores, { at: seen.at, verifying: seen.verifying });
  await recordChanges(
    trx,
    work.news.map(({ id, what }) => ({ kind: 'store', id, what, at: seen.at })),
  );
  const doors = work.events.some(({ event }) => DOORS.has(event.what));
  if (doors) await countOpen(trx, seen.at);
  return { isNews: hasNewFindings || work.news.length > 0, observations: work.observations };
}

const DOORS = new Set<StoreEvent['what']>(['opened', 'closed', 'gone', 'back']);

interface Work {
  readonly events: { readonly storeId: string; readonly event: StoreEvent }[];
  readonly news: { readonly id: string; readonly what: 'created' | 'updated' }[];
  readonly observations: Observation[];
  readonly seenStores: SeenStore[];
  /** Stores of which only times move on. */
  readonly lastSeen: string[];
  readonly closedSeen: string[];
}

const WITHOUT_INVENTORY = [
  'id',
  'scope_id',
  'address',
  'port',
  'family',
  'product',
  'product_version',
  'software',
  'name',
  'transport',
  'tls',
  'verdict',
  'posture',
  'caveats',
  'first_seen_at',
  'first_seen_open_at',
  'open_since',
  'closed_seen_at',
  'last_seen_at',
  'observed_at',
  'unsure_since',
  'unsure_why',
  'rows',
  'bytes',
  'shape',
  'people',
  'watched',
  'version',
] as const;

function knownStores(trx: Transaction<Records>, { scopeId, among }: Seen): Promise<KnownStore[]> {
  let query = trx
    .selectFrom('store')
    .select(WITHOUT_INVENTORY)
    .where('scope_id', '=', scopeId)
    .orderBy('id')
    .forUpdate();
  if (among !== undefined) {
    query = query.where((eb) =>
      eb.or(among.map(({ address, port }) => eb.and([eb('address', '=', address), eb('port', '=', port)]))),
    );
  }
  return query.execute();
}

async function keepKnown(trx: Transaction<Records>, store: KnownStore, seen: Seen, work: Work): Promise<void> {
  const { at, sights, scanId } = seen;
  const sight = sights.of(store);
  const { set, events, isNews } = newsOf(store, sight, at);
  if (seen.isFast === true && (sight.kind === 'unsure' || typeof set.unsure_why === 'string')) return;
  work.seenStores.push({ id: store.id, scopeId: store.scope_id, before: store.posture, sight });
  const isObserved = isNews || at.getTime() - store.observed_at.getTime() >= OBSERVED_EVERY_MS;
  if (isObserved && scanId !== null) {
    const report = sight.kind === 'seen' ? sight.report : undefined;
    const now = {
      verdict: set.verdict ?? store.verdict,
      rows: set.rows ?? store.rows,
      bytes: set.bytes ?? store.bytes,
    };
    work.observations.push(observationOf(store, report, now, scanId, at));
  }
  if (!isObserved) {
    if (set.last_seen_at !== undefined) work.lastSeen.push(store.id);
    if (set.closed_seen_at !== undefined) work.closedSeen.push(store.id);
    return;
  }
  for (const event of events) work.events.push({ storeId: store.id, event });
  if (isNews) work.news.push({ id: store.id, what: 'updated' });
  await trx
    .updateTable('store')
    .set({ ...set, observed_at: at, ...(isNews && { version: store.version + 1 }) })
    .where('id', '=', store.id)
    .execute();
}

/** Most of a scan that changes nothing: one statement for all stores. */
async function keepTimes(trx: Transaction<Records>, { lastSeen, closedSeen }: Work, at: Date): Promise<void> {
  const move = async (set: { last_seen_at: Date } | { closed_seen_at: Date }, ids: readonly string[]) => {
    if (ids.length === 0) return;
    await trx
      .updateTable('store')
      .set(set)
      .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
      .execute();
  };
  await move({ last_seen_at: at }, lastSeen);
  await move({ closed_seen_at: at }, closedSeen);
}

const AT_ONCE = 500;

async function keepFirst(
  room: Room,
  trx: Transaction<Records>,
  known: readonly KnownStore[],
  seen: Seen,
  work: Work,
): Promise<void> {
  const { scopeId, at, scanId } = seen;
  const names = new Set(known.map(({ address, port, family }) => `${address} ${port} ${family}`));
  const fresh = seen.sights.reports.filter(
    ({ address, port, product }) => !names.has(`${address} ${port} ${familyOf(product)}`),
  );
  const rows: Insertable<Records['store']>[] = [];
  for (const report of fresh) {
    const id = room.newId();
    const row = firstSight(report, { id, scopeId, at, closedSeenAt: seen.closedSeenAt(report) });
    rows.push(row);
    work.seenStores.push({ id, scopeId, before: report.posture, sight: { kind: 'seen', report } });
    for (const event of firstEvents(report)) work.events.push({ storeId: id, event });
    work.news.push({ id, what: 'created' });
    const counts = { verdict: report.verdict, rows: row.rows ?? null, bytes: row.bytes ?? null };
    const store = { id, scope_id: scopeId, posture: report.posture, people: null };
    if (scanId !== null) work.observations.push(observationOf(store, report, counts, scanId, at));
  }
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await trx
      .insertInto('store')
      .values(rows.slice(from, from + AT_ONCE))
      .execute();
  }
}

function observationOf(
  store: Pick<KnownStore, 'id' | 'scope_id' | 'posture' | 'people'>,
  report: StoreReport | undefined,
  now: { readonly verdict: string; readonly rows: number | null; readonly bytes: number | null },
  scan: string,
  at: Date,
): Observation {
  const { rows, bytes } = now;
  const verdict = now.verdict as Observation['verdict'];
  const posture = report?.posture ?? store.posture;
  return { at, scope: store.scope_id, store: store.id, scan, verdict, posture, rows, bytes, people: store.people };
}

async function keepEvents(room: Room, trx: Transaction<Records>, seen: Seen, events: Work['events']): Promise<void> {
  for (let from = 0; from < events.length; from += AT_ONCE) {
    const rows = events.slice(from, from + AT_ONCE).map(({ storeId, event: { what, before, after } }) => ({
      id: room.newId(),
      store_id: storeId,
      at: seen.at,
      what,
      before: before ? keptJson(before) : null,
      after: after ? keptJson(after) : null,
      scan_id: seen.scanId,
    }));
    await trx.insertInto('store_event').values(rows).execute();
  }
}

/** How many stand open from now on: the picture over time is drawn from these. */
export async function countOpen(trx: Transaction<Records>, at: Date): Promise<void> {
  const row = await trx
    .selectFrom('store')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('verdict', '=', 'open').as('open'),
      eb.fn.countAll<number>().filterWhere('verdict', '=', 'partial').as('partial'),
    ])
    .where('watched', '=', true)
    .where('verdict', 'in', ['open', 'partial'])
    .executeTakeFirstOrThrow();
  const counts = { open: Number(row.open), partial: Number(row.partial) };
  await trx
    .insertInto('open_count')
    .values({ at, ...counts })
    .onConflict((conflict) => conflict.column('at').doUpdateSet(counts))
    .execute();
}
