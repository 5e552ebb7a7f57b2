// One scan of a scope, from the job to the records.
import { PortFault, type ScanReport, ScopeFault, type StoreReport } from '@vigie/probe';
import type { Selectable, Transaction } from 'kysely';
import { recordChange } from '../live/changes.ts';
import { progressesOf } from '../live/scan-progress.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { createEarlyStores } from './early-stores.ts';
import { familyOf } from './family.ts';
import { type Kept, keepSights, type Seen } from './keep-sights.ts';
import type { Observations } from './observations.ts';
import type { Pace } from './pace.ts';
import { requestDueClassifications } from './request-classification.ts';
import type { Outcome, Place, ScanAnswer, ScanOrders } from './scan-orders.ts';
import {
  beginScan,
  closedBefore,
  failScan,
  isWorthTelling,
  type StartedScan,
  summaryOf,
  waitAgain,
  watchForStop,
} from './scan-records.ts';
import type { Scanner } from './scanner.ts';
import { dayOf, portsOf, type ScopeWords, scopeFileOf } from './scope-words.ts';
import { sightsOf } from './sight.ts';

type ScopeRow = Selectable<Records['scope']>;

interface Started {
  readonly scan: StartedScan;
  readonly scope: ScopeRow;
}

export interface Watching {
  readonly room: Room;
  readonly scanner: Scanner;
  readonly observations: Observations;
  readonly pace: Pace;
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
  const { scan } = started;
  const stopping = watchForStop(room, scan.id);
  try {
    const answer = await ask(watching, started, AbortSignal.any([signal, closing, stopping.signal]));
    if (closing.aborted) {
      await waitAgain(room, scan, scopeId);
      throw new Error('the platform was closed while the scan ran');
    }
    if ('fault' in answer) await failScan(room, scan, answer.fault);
    else await keepAll(watching, started, answer, stopping.signal.aborted);
  } catch (error) {
    if (!closing.aborted) await failScan(room, scan, 'the program made a mistake; its log has more');
    throw error;
  } finally {
    stopping.end();
    progressesOf(room).forget(scan.id);
    watching.scanEnded();
  }
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

interface Asked extends ScanOrders {
  /** When the port of a store that was not known was last seen refusing. */
  readonly closedSeenAt: (place: Place) => Date | null;
  /** Whether a store is known to stand as it was met: then it is no news, and waits for the end of the scan. */
  readonly isKnown: (report: StoreReport) => boolean;
}

async function ordersOf(room: Room, scope: ScopeRow): Promise<Asked | { readonly fault: string }> {
  const words = wordsOf(scope);
  const ports = portsOf(words);
  if (ports instanceof PortFault) return { fault: ports.message };
  const scopeFile = scopeFileOf(words, dayOf(room.clock.now()));
  if (scopeFile instanceof ScopeFault)
    return { fault: `what authorises its networks: ${scopeFile.message}; nothing was sent` };
  const stores = await room.records
    .selectFrom('store')
    .select(['address', 'port', 'family', 'verdict', 'classified_at'])
    .where('scope_id', '=', scope.id)
    .execute();
  const standing = new Set(stores.map((one) => standingKey(one, one.family, one.verdict)));
  return {
    targets: words.targets,
    ports,
    scopeFile,
    known: stores.map(({ address, port }) => ({ address, port })),
    maskNames: scope.classify || stores.some(({ classified_at }) => classified_at !== null),
    closedSeenAt: await closedBefore(room, scope),
    isKnown: (report) => standing.has(standingKey(report, familyOf(report.product), report.verdict)),
  };
}

function standingKey({ address, port }: Place, family: string, verdict: string): string {
  return `${address} ${port} ${family} ${verdict}`;
}

type Answered = Extract<ScanAnswer, { report: ScanReport }> &
  Pick<Asked, 'known' | 'closedSeenAt'> & {
    /** Whether something was told already. */
    readonly isNews: boolean;
    /** Whether answers were not waited for as long as usual. */
    readonly isFast: boolean;
  };

async function ask(
  watching: Watching,
  { scan, scope }: Started,
  signal: AbortSignal,
): Promise<Answered | { readonly fault: string }> {
  const { room, scanner } = watching;
  const asked = await ordersOf(room, scope);
  if ('fault' in asked) return asked;
  // Whoever asks for a scan gets a whole one.
  const budgets = scan.isAsked ? undefined : watching.pace.next(scope, room.clock.now());
  const { closedSeenAt, isKnown, ...orders } = asked;
  const progresses = progressesOf(room);
  const early = createEarlyStores(async (reports) => {
    const sights = sightsOf(reports, [], () => 'not-a-target');
    const kept = await keep(watching, { scan, scope }, { sights, closedSeenAt, among: reports });
    return kept?.isNews ?? false;
  });
  try {
    const answer = await scanner.scan({ ...orders, ...(budgets && { budgets }) }, signal, {
      onStore(report) {
        progresses.meet(scan.id, report);
        if (!isKnown(report)) early.add(report);
      },
      onStanding: (standing) => progresses.tell(scan.id, standing),
    });
    if ('fault' in answer) return answer;
    return { ...answer, known: orders.known, closedSeenAt, isFast: budgets !== undefined, isNews: await early.end() };
  } finally {
    await early.end();
  }
}

/** All of a scan, and its end. */
async function keepAll(
  watching: Watching,
  started: Started,
  { report, outcomes, mistakes, known, closedSeenAt, isNews, isFast }: Answered,
  isStopped: boolean,
): Promise<void> {
  const { room } = watching;
  const { scan } = started;
  for (const mistake of mistakes) room.log.warn('an examination failed by a mistake of the program', { mistake });
  const sights = sightsOf(report.stores, report.others, outcomesBy(known, outcomes));
  const at = room.clock.now();
  await keep(watching, started, { sights, closedSeenAt, isFast }, async (trx, kept) => {
    const changed = isNews || kept.isNews;
    if (changed && isFast) watching.pace.lookAgain(started.scope.id);
    const state = isStopped ? 'stopped' : 'done';
    const set = { ...summaryOf(report), state, finished_at: at, changed };
    await trx.updateTable('scan').set(set).where('id', '=', scan.id).execute();
    if (changed || isWorthTelling(scan, state))
      await recordChange(trx, { kind: 'scan', id: scan.id, what: 'updated', at });
    if (started.scope.classify) await requestDueClassifications(room, trx, started.scope.id, at);
  });
}

/**
 * @param also what else is to be done in the same transaction
 * @returns undefined where the scope was removed meanwhile: what is watched no longer is not found any more
 */
async function keep(
  { room, observations }: Watching,
  { scan, scope }: Started,
  seen: Pick<Seen, 'sights' | 'closedSeenAt' | 'among' | 'isFast'>,
  also?: (trx: Transaction<Records>, kept: Kept) => Promise<void>,
): Promise<Kept | undefined> {
  const at = room.clock.now();
  const kept = await room.records.transaction().execute(async (trx) => {
    const { removed_at } = await trx
      .selectFrom('scope')
      .select('removed_at')
      .where('id', '=', scope.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (removed_at !== null) {
      const ended = { state: 'stopped', finished_at: at, error: 'its scope was removed' };
      await trx.updateTable('scan').set(ended).where('id', '=', scan.id).execute();
      return undefined;
    }
    const done = await keepSights(room, trx, { ...seen, scopeId: scope.id, at, scanId: scan.id });
    await also?.(trx, done);
    return done;
  });
  if (kept !== undefined) await observations.write(kept.observations);
  return kept;
}

function outcomesBy(known: readonly Place[], outcomes: readonly Outcome[]): (place: Place) => Outcome {
  const by = new Map(known.map(({ address, port }, at) => [`${address} ${port}`, outcomes[at] ?? 'not-a-target']));
  return ({ address, port }) => by.get(`${address} ${port}`) ?? 'not-a-target';
}
