// One scan of a scope, from the job to the records.
import { PortFault, type ScanReport, ScopeFault, type Untested } from '@vigie/probe';
import type { Selectable, Updateable } from 'kysely';
import { recordChange } from '../live/changes.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { keepSights } from './keep-sights.ts';
import type { Observations } from './observations.ts';
import { requestDueClassifications } from './request-classification.ts';
import type { Outcome, Place, ScanAnswer, ScanOrders } from './scan-orders.ts';
import type { Scanner } from './scanner.ts';
import { dayOf, portsOf, type ScopeWords, scopeFileOf } from './scope-words.ts';
import { sightsOf } from './sight.ts';

type ScopeRow = Selectable<Records['scope']>;

export interface Watching {
  readonly room: Room;
  readonly scanner: Scanner;
  readonly observations: Observations;
  /** Ends what runs when the platform closes. */
  readonly closing: AbortSignal;
  /** Called when a scan has ended: the next one may be due. */
  readonly scanEnded: () => void;
}

/**
 * Runs the scan that waits for a scope; nothing where none does.
 *
 * @throws where the platform closes meanwhile: the scan waits again then, and the job is tried again
 */
export async function runScan(watching: Watching, scopeId: string, signal: AbortSignal): Promise<void> {
  const { room, closing } = watching;
  const started = await beginScan(room, scopeId);
  if (started === undefined) return;
  const { scan, scope } = started;
  const stopping = watchForStop(room, scan.id);
  try {
    const orders = await ordersOf(room, scope);
    const answer: ScanAnswer =
      'fault' in orders
        ? orders
        : await watching.scanner.scan(orders, AbortSignal.any([signal, closing, stopping.signal]));
    if (closing.aborted) {
      await waitAgain(room, scan, scopeId);
      throw new Error('the platform was closed while the scan ran');
    }
    if ('fault' in answer) await fail(room, scan, answer.fault);
    else await keep(watching, scope, scan, answer, orders, stopping.signal.aborted);
  } catch (error) {
    if (!closing.aborted) await fail(room, scan, 'the program made a mistake; its log has more');
    throw error;
  } finally {
    stopping.end();
    watching.scanEnded();
  }
}

interface StartedScan {
  readonly id: string;
  /** Whether somebody asked for it, or waits between scans for long enough to want to hear of each. */
  readonly isTold: boolean;
  /** How the scan before it ended. */
  readonly before: string | undefined;
}

/** Takes the scan that waits. One that is said to run cannot: only one job of a scope runs, and that is this one. */
async function beginScan(
  room: Room,
  scopeId: string,
): Promise<{ readonly scan: StartedScan; readonly scope: ScopeRow } | undefined> {
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
    return { scan: { id, isTold: askedBy !== null || isSlow(scope), before: before?.state }, scope };
  });
}

/** What is said of a scan whose process ended. */
export const LOST = 'the platform ended while it ran; it is run again';

const LOOK_FOR_STOP_MS = 500;

/** Somebody may ask for a scan's end in any request; the records carry the word. */
function watchForStop(room: Room, scanId: string) {
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

export function wordsOf(scope: ScopeRow): ScopeWords {
  const { name, targets, ports, authorised_by, authorised_until, authorised_networks } = scope;
  const isAuthorised = authorised_by !== null && authorised_until !== null;
  return {
    name,
    targets,
    ports,
    authorised: isAuthorised
      ? { authorisedBy: authorised_by, until: authorised_until, networks: authorised_networks ?? undefined }
      : undefined,
  };
}

async function ordersOf(room: Room, scope: ScopeRow): Promise<ScanOrders | { readonly fault: string }> {
  const words = wordsOf(scope);
  const ports = portsOf(words);
  if (ports instanceof PortFault) return { fault: ports.message };
  const scopeFile = scopeFileOf(words, dayOf(room.clock.now()));
  if (scopeFile instanceof ScopeFault)
    return { fault: `what authorises its networks: ${scopeFile.message}; nothing was sent` };
  const known = await room.records
    .selectFrom('store')
    .select(['address', 'port', 'classified_at'])
    .where('scope_id', '=', scope.id)
    .execute();
  const maskNames = scope.classify || known.some(({ classified_at }) => classified_at !== null);
  const places = known.map(({ address, port }) => ({ address, port }));
  return { targets: words.targets, ports, scopeFile, known: places, maskNames };
}

async function keep(
  { room, observations }: Watching,
  scope: ScopeRow,
  scan: StartedScan,
  { report, outcomes, mistakes }: Extract<ScanAnswer, { report: ScanReport }>,
  orders: ScanOrders | { readonly fault: string },
  isStopped: boolean,
): Promise<void> {
  const at = room.clock.now();
  const known = 'fault' in orders ? [] : orders.known;
  const outcomeOf = outcomesBy(known, outcomes);
  for (const mistake of mistakes) room.log.warn('an examination failed by a mistake of the program', { mistake });
  const closedSeenAt = await closedBefore(room, scope);
  const kept = await room.records.transaction().execute(async (trx) => {
    const { removed_at } = await trx
      .selectFrom('scope')
      .select('removed_at')
      .where('id', '=', scope.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // What is watched no longer is not found any more: its stores have been put aside.
    if (removed_at !== null) {
      const ended = { state: 'stopped', finished_at: at, error: 'its scope was removed' };
      await trx.updateTable('scan').set(ended).where('id', '=', scan.id).execute();
      return { observations: [] };
    }
    const sights = sightsOf(report.stores, report.others, outcomeOf);
    const done = await keepSights(room, trx, { scopeId: scope.id, at, sights, scanId: scan.id, closedSeenAt });
    const set = { ...summaryOf(report), state: isStopped ? 'stopped' : 'done', finished_at: at, changed: done.isNews };
    await trx.updateTable('scan').set(set).where('id', '=', scan.id).execute();
    if (done.isNews || isWorthTelling(scan, set.state)) {
      await recordChange(trx, { kind: 'scan', id: scan.id, what: 'updated', at });
    }
    if (scope.classify) await requestDueClassifications(room, trx, scope.id, at);
    return done;
  });
  await observations.write(kept.observations);
}

/** Where scans are far between, each is told to browsers; one a second would keep them asking for nothing. */
const SLOW_S = 60;

function isSlow({ interval_s }: ScopeRow): boolean {
  return interval_s === null || interval_s >= SLOW_S;
}

/** Of scans that follow each other fast, only the first is told that ends as the ones before it did not. */
function isWorthTelling({ isTold, before }: StartedScan, state: string): boolean {
  return isTold || before !== state;
}

function outcomesBy(known: readonly Place[], outcomes: readonly Outcome[]): (place: Place) => Outcome {
  const by = new Map(known.map(({ address, port }, at) => [`${address} ${port}`, outcomes[at] ?? 'not-a-target']));
  return ({ address, port }) => by.get(`${address} ${port}`) ?? 'not-a-target';
}

/** What is kept of a scan's untested endpoints and open ports without a known store: a filtered network has no end. */
const MOST_RUNS = 500;

function summaryOf({ stores, others, untested, scope }: ScanReport): Updateable<Records['scan']> {
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
async function closedBefore(room: Room, scope: ScopeRow): Promise<(place: Place) => Date | null> {
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

async function fail(room: Room, scan: StartedScan, error: string): Promise<void> {
  const isTold = isWorthTelling(scan, 'failed');
  await endWith(room, scan.id, { state: 'failed', finished_at: room.clock.now(), error }, isTold);
}

/** Where another one waits already, that one is enough. */
async function waitAgain(room: Room, scan: StartedScan, scopeId: string): Promise<void> {
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
