// Who was there while the stores of a case stood open: the accesses of that time in groups, each with how surely it is what it is called, and
// what the logs cannot tell.
import type { Scope } from '@vigie/probe';
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import type { Events, Question } from '../events/events.ts';
import type { EventsFault } from '../events/fault.ts';
import type { RecordsDatabase } from '../records/database.ts';
import type { StoreTables } from '../records/tables/stores.ts';
import { type Amounts, IN_PERIOD, SUMS } from './store-accesses.ts';
import { classOf, VISITOR_CLASSES, type VisitorClass, type VisitorReason } from './visitor-class.ts';

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
type Confidence = (typeof CONFIDENCES)[number];

export const MISSING = ['no-log', 'log-begins-late', 'log-ends-early', 'opened-before-first-seen'] as const;
type Missing = (typeof MISSING)[number];

/** When a store stood open. */
export interface OpenWindow {
  readonly store: { readonly id: string; readonly address: string; readonly port: number; readonly product: string };
  /** First seen open: it opened then at the latest. */
  readonly from: Date;
  /** Last seen closed before that. */
  readonly notBefore: Date | undefined;
  /** Undefined while it stands open. */
  readonly to: Date | undefined;
  readonly loggedFrom: Date | undefined;
  readonly missing: readonly Missing[];
}

export interface VisitorGroup extends Amounts {
  readonly class: VisitorClass;
  readonly addresses: number;
  readonly firstAt: Date | undefined;
  readonly lastAt: Date | undefined;
  readonly confidence: Confidence;
  readonly reasons: readonly VisitorReason[];
  readonly names: readonly string[];
}

export interface CaseVisitors {
  readonly windows: readonly OpenWindow[];
  readonly groups: readonly VisitorGroup[];
  /** Logs tell of the whole window of every store. */
  readonly isComplete: boolean;
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);

interface AddressRow extends Amounts {
  readonly named: number;
  readonly network: string;
  readonly clients: readonly string[];
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly hasAddress: number;
}

/** An address that is not known is one of nobody's. */
const ADDRESSES: Question<AddressRow> = {
  sql: `SELECT toUInt8(max(user_hash != '')) AS named, any(network) AS network, toUInt8(address_hash != '') AS has_address,
      arraySort(groupUniqArrayIf(8)(client, client != '')) AS clients, ${SUMS}, min(at) AS first_at, max(at) AS last_at
    FROM accesses WHERE ${IN_PERIOD} GROUP BY address_hash ORDER BY rows DESC, bytes DESC LIMIT {limit:UInt32}`,
  row: v.pipe(
    v.object({
      named: Count,
      network: v.string(),
      has_address: Count,
      clients: v.array(v.string()),
      queries: Count,
      rows: Count,
      bytes: Count,
      failures: Count,
      first_at: Time,
      last_at: Time,
    }),
    v.transform(({ first_at: firstAt, last_at: lastAt, has_address: hasAddress, ...row }) => ({
      ...row,
      firstAt,
      lastAt,
      hasAddress,
    })),
  ),
};

/** Networks that were let in while the store stood closed to strangers. */
const BEFORE: Question<{ readonly network: string }> = {
  sql: `SELECT DISTINCT network FROM accesses
    WHERE store = {store:UUID} AND at < fromUnixTimestamp64Milli({from:Int64}, 'UTC')
      AND status_id != 2 AND network != '' LIMIT 100000`,
  row: v.object({ network: v.string() }),
};

const SPAN: Question<{ readonly count: number; readonly first: Date; readonly last: Date }> = {
  sql: 'SELECT count() AS count, min(at) AS first, max(at) AS last FROM accesses WHERE store = {store:UUID}',
  row: v.object({ count: Count, first: Time, last: Time }),
};

/** Addresses of one store that are looked at; more come together in a flood, and the first of them got the most. */
const MOST_ADDRESSES = 200_000;

export interface VisitorsAsked {
  readonly records: RecordsDatabase;
  readonly events: Events;
  readonly caseId: string;
  readonly own: Scope['allowed'];
  readonly now: Date;
}

export async function caseVisitors(asked: VisitorsAsked): Promise<CaseVisitors | EventsFault> {
  const { records, events, caseId, own, now } = asked;
  const stores = await records
    .selectFrom('case_store')
    .innerJoin('store', 'store.id', 'case_store.store_id')
    .selectAll('store')
    .where('case_store.case_id', '=', caseId)
    .orderBy('store.id')
    .execute();
  const windows: OpenWindow[] = [];
  const visits: Visit[] = [];
  for (const store of stores) {
    const stood = openWindowOf(store);
    const found = await visitsOf(events, stood, own, now);
    if ('code' in found) return found;
    windows.push({ ...stood, ...found.logged });
    visits.push(...found.visits);
  }
  return {
    windows,
    groups: VISITOR_CLASSES.flatMap((one) => groupOf(one, visits) ?? []),
    isComplete: windows.length > 0 && windows.every(({ missing }) => missing.length === 0),
  };
}

type StoreRow = Selectable<StoreTables['store']>;

/** A store that was never seen to open stood open when it was first seen. */
function openWindowOf(store: StoreRow): Pick<OpenWindow, 'store' | 'from' | 'notBefore' | 'to'> {
  const { id, address, port, product } = store;
  const from = store.open_since ?? store.opened_seen_at ?? store.first_seen_open_at ?? store.first_seen_at;
  const before = store.closed_before_open_at;
  const closed = store.closed_seen_at;
  return {
    store: { id, address, port, product },
    from,
    notBefore: before !== null && before < from ? before : undefined,
    to: store.open_since !== null ? undefined : closed !== null && closed > from ? closed : store.last_seen_at,
  };
}

interface Visit extends AddressRow {
  readonly class: VisitorClass;
  readonly confidence: Confidence;
  readonly reasons: readonly VisitorReason[];
  readonly names: readonly string[];
}

async function visitsOf(
  events: Events,
  { store, from, notBefore, to }: Pick<OpenWindow, 'store' | 'from' | 'notBefore' | 'to'>,
  own: Scope['allowed'],
  now: Date,
): Promise<{ readonly visits: Visit[]; readonly logged: Pick<OpenWindow, 'loggedFrom' | 'missing'> } | EventsFault> {
  // It may have opened at any moment since it was last seen closed.
  const begin = notBefore ?? from;
  const end = to ?? now;
  const asked = { store: store.id, from: begin.getTime(), to: end.getTime() };
  const [addresses, before, span] = await Promise.all([
    events.query(ADDRESSES, { ...asked, limit: MOST_ADDRESSES }),
    events.query(BEFORE, { store: store.id, from: asked.from }),
    events.query(SPAN, { store: store.id }),
  ]);
  if ('code' in addresses) return addresses;
  if ('code' in before) return before;
  if ('code' in span) return span;
  const known = new Set(before.rows.map(({ network }) => network));
  const visits = addresses.rows.map((row) => visitOf(row, known, own));
  const firstAt = visits.reduce((first, visit) => Math.min(first, visit.firstAt.getTime()), Number.POSITIVE_INFINITY);
  const [log] = span.rows;
  const missing: Missing[] = [];
  if (log === undefined || log.count === 0) missing.push('no-log');
  else {
    if (log.first > begin) missing.push('log-begins-late');
    if (log.last < end && end.getTime() - log.last.getTime() > QUIET_MS) missing.push('log-ends-early');
  }
  if (notBefore === undefined) missing.push('opened-before-first-seen');
  return { visits, logged: { loggedFrom: visits.length === 0 ? undefined : new Date(firstAt), missing } };
}

/** A log that is silent for longer may have ended. */
const QUIET_MS = 24 * 60 * 60 * 1000;

function visitOf(row: AddressRow, known: ReadonlySet<string>, own: Scope['allowed']): Visit {
  const networks = row.network === '' ? [] : [row.network];
  const told = classOf({ isNamed: row.named > 0, networks, clients: row.clients }, own);
  const isKnown = known.has(row.network);
  if (told.class !== 'own-service' && told.class !== 'person')
    return { ...row, ...told, confidence: confidenceOf(told.reasons) };
  // A network of one's own from which nobody came before may have somebody in it who has no business there.
  const reasons = [...told.reasons, isKnown ? ('seen-before' as const) : ('not-seen-before' as const)];
  return { ...row, ...told, reasons, confidence: isKnown && networks.length > 0 ? 'high' : 'medium' };
}

/** A name is easily given: only a network that is a scanner's alone says for sure whose it is. */
function confidenceOf(reasons: readonly VisitorReason[]): Confidence {
  if (reasons.includes('network-of-scanner') || reasons.includes('foreign-network')) return 'high';
  return reasons.includes('program-of-scanner') ? 'medium' : 'low';
}

function groupOf(one: VisitorClass, visits: readonly Visit[]): VisitorGroup | undefined {
  const some = visits.filter((visit) => visit.class === one);
  if (some.length === 0) return undefined;
  const sum = (of: (visit: Visit) => number) => some.reduce((total, visit) => total + of(visit), 0);
  const times = some.flatMap(({ firstAt, lastAt }) => [firstAt.getTime(), lastAt.getTime()]);
  const least = some.reduce((worst, { confidence }) => Math.max(worst, CONFIDENCES.indexOf(confidence)), 0);
  return {
    class: one,
    // A visit without an address is one of nobody knows how many.
    addresses: sum(({ hasAddress }) => hasAddress),
    queries: sum(({ queries }) => queries),
    rows: sum(({ rows }) => rows),
    bytes: sum(({ bytes }) => bytes),
    failures: sum(({ failures }) => failures),
    firstAt: new Date(times.reduce((a, b) => Math.min(a, b))),
    lastAt: new Date(times.reduce((a, b) => Math.max(a, b))),
    confidence: CONFIDENCES[least] ?? 'low',
    reasons: [...new Set(some.flatMap(({ reasons }) => reasons))],
    names: [...new Set(some.flatMap(({ names }) => names))].sort(),
  };
}
