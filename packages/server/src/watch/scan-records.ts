// The row of a scan from its beginning to its end: waiting, running, done, failed or stopped.
import type { ScanReport, Untested } from '@vigie/probe';
import type { Selectable, Updateable } from 'kysely';
import { recordChange } from '../live/changes.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import type { Place } from './scan-orders.ts';

type Scope = Selectable<Records['scope']>;

export interface StartedScan {
  readonly id: string;
  readonly isAsked: boolean;
  /** Whether somebody asked for it, or waits between scans for long enough to want to hear of each. */
  readonly isTold: boolean;
  /** How the scan before it ended. */
  readonly before: string | undefined;
}

/** Takes the scan that waits. One that is said to run cannot: only one job of a scope runs, and that is this one. */
export async function beginScan(
  room: Room,
  scopeId: string,
): Promise<{ readonly scan: StartedScan; readonly scope: Scope } | undefined> {
  const at = room.clock.now();
  return room.records.transaction().execute(async (trx) => {
    await trx
      .updateTable('scan')
      .set({ state: 'failed', finished_at: at, error: LOST })
      .where('scope_id', '=', scopeId)
      .where('state', '=', 'running')
      .execute();
    const scope = await trx
      .selectFrom('scope')
      .selectAll()
      .where('id', '=', scopeId)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    const row = await trx
      .updateTable('scan')
      .set(
        scope === undefined
          ? { state: 'stopped', finished_at: at, error: 'its scope was removed' }
          : { state: 'running', started_at: at, scope_version: scope.version },
      )
      .where('scope_id', '=', scopeId)
      .where('state', '=', 'queued')
      .returning(['id', 'asked_by'])
      .executeTakeFirst();
    if (row === undefined || scope === undefined) return undefined;
    const { id, asked_by: askedBy } = row;
    if (askedBy !== null) await recordChange(trx, { kind: 'scan', id, what: 'updated', at });
    const before = await trx
      .selectFrom('scan')
      .select('state')
      .where('scope_id', '=', scopeId)
      .where('finished_at', 'is not', null)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return {
      scan: { id, isAsked: askedBy !== null, isTold: askedBy !== null || isSlow(scope), before: before?.state },
      scope,
    };
  });
}

/** What is said of a scan whose process ended. */
export const LOST = 'the platform ended while it ran; it is run again';

const LOOK_FOR_STOP_MS = 500;

/** Somebody may ask for a scan's end in any request; the records carry the word. */
export function watchForStop(room: Room, scanId: string): { readonly signal: AbortSignal; end(): void } {
  const stop = new AbortController();
  const look = async () => {
    const row = await room.records.selectFrom('scan').select('stop_asked').where('id', '=', scanId).executeTakeFirst();
    if (row?.stop_asked) stop.abort();
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => room.log.mistake(error, { part: 'scan', scan: scanId }));
  }, LOOK_FOR_STOP_MS);
  return { signal: stop.signal, end: () => clearInterval(timer) };
}

/** Where scans are far between, each is told to browsers; one a second would keep them asking for nothing. */
const SLOW_S = 60;

function isSlow({ interval_s }: Scope): boolean {
  return interval_s === null || interval_s >= SLOW_S;
}

/** Of scans that follow each other fast, only the first is told that ends as the ones before it did not. */
export function isWorthTelling({ isTold, before }: StartedScan, state: string): boolean {
  return isTold || before !== state;
}

/** What is kept of a scan's untested endpoints and open ports without a known store: a filtered network has no end. */
const MOST_RUNS = 500;

export function summaryOf({ stores, others, untested, scope }: ScanReport): Updateable<Records['scan']> {
  const missing = untested.reduce((sum, run) => sum + (run.endpoints ?? 1), 0);
  const places = others.map(({ address, port }) => ({ address, port }));
  return {
    tested: scope.addresses * scope.ports - missing,
    untested_endpoints: missing,
    untested: JSON.stringify(untested.slice(0, MOST_RUNS)),
    others: JSON.stringify(places.slice(0, MOST_RUNS)),
    stores: stores.length,
    findings: stores.reduce((sum, store) => sum + store.findings.length, 0),
  };
}

/**
 * When a place was last seen refusing, for stores that are met for the first time: in the scan before, where that asked the same and
 * left nothing out beside it.
 */
export async function closedBefore(room: Room, scope: Scope): Promise<(place: Place) => Date | null> {
  const before = await room.records
    .selectFrom('scan')
    .select(['started_at', 'untested', 'untested_endpoints', 'others', 'scope_version'])
    .where('scope_id', '=', scope.id)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (before === undefined || before.scope_version !== scope.version) return () => null;
  const { started_at: at, untested, others } = before;
  const hasAll = untested.length < MOST_RUNS && others.length < MOST_RUNS;
  return (place) => {
    const isLeftOut = untested.some((run) => mayHold(run, place));
    const isOther = others.some(({ address, port }) => address === place.address && port === place.port);
    return hasAll && !isLeftOut && !isOther ? at : null;
  };
}

/** A run of several endpoints goes over addresses and ports in the order of the scan: whatever is in one may be this place. */
function mayHold(run: Pick<Untested, 'address' | 'port' | 'endpoints'>, { address, port }: Place): boolean {
  return run.endpoints !== undefined || (run.address === address && run.port === port);
}

export async function failScan(room: Room, scan: StartedScan, error: string): Promise<void> {
  const isTold = isWorthTelling(scan, 'failed');
  await endWith(room, scan.id, { state: 'failed', finished_at: room.clock.now(), error }, isTold);
}

/** Where another one waits already, that one is enough. */
export async function waitAgain(room: Room, scan: StartedScan, scopeId: string): Promise<void> {
  const waiting = await room.records
    .selectFrom('scan')
    .select('id')
    .where('scope_id', '=', scopeId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  const set =
    waiting === undefined
      ? { state: 'queued', started_at: null }
      : { state: 'stopped', finished_at: room.clock.now(), error: 'the platform was closed while it ran' };
  await endWith(room, scan.id, set, scan.isTold);
}

async function endWith(room: Room, id: string, set: Updateable<Records['scan']>, isTold: boolean): Promise<void> {
  await room.records.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('scan')
      .set(set)
      .where('id', '=', id)
      .where('state', '=', 'running')
      .returning('id')
      .executeTakeFirst();
    if (ended === undefined || !isTold) return;
    await recordChange(trx, { kind: 'scan', id, what: 'updated', at: room.clock.now() });
  });
}
