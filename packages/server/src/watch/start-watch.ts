// Starts the watch: jobs, schedule and housekeeping; and puts right what the last process left unfinished.
import { classifyStoreJob } from '../jobs/classify-store.ts';
import type { JobKind } from '../jobs/jobs.ts';
import { scanScope } from '../jobs/scan-scope.ts';
import { verifyFindingJob } from '../jobs/verify-finding.ts';
import { recordChanges } from '../live/changes.ts';
import type { Room } from '../room.ts';
import { observationsOver } from './observations.ts';
import { createPace } from './pace.ts';
import { requestScan, sendScan } from './request-scan.ts';
import { resealReasons } from './reseal-reasons.ts';
import { tidyWatch } from './retention.ts';
import type { Watching } from './run-scan.ts';
import { LOST } from './scan-records.ts';
import { createScanner } from './scanner.ts';
import { type Scheduler, startScheduler } from './scheduler.ts';
import { sendVerification } from './verify-finding.ts';

export interface Watch {
  /** Interrupts what runs, which goes on at the next start; call it before the room closes. */
  stop(): Promise<void>;
}

const TIDY_MS = 60 * 60 * 1000;

/**
 * @example
 * const watch = await startWatch(room);
 * await watch.stop();
 */
export async function startWatch(room: Room): Promise<Watch> {
  const closing = new AbortController();
  const scanner = createScanner();
  let scheduler: Scheduler | undefined;
  const working = new Set<Promise<void>>();
  const watching: Watching = {
    room,
    scanner,
    observations: observationsOver(room),
    pace: createPace(),
    closing: closing.signal,
    scanEnded: () => scheduler?.wake(),
  };
  const tracked = <Data extends object>(kind: JobKind<Data>): JobKind<Data> => ({
    ...kind,
    work(data, signal) {
      const work = kind.work(data, signal);
      const ended = work.catch(() => undefined).finally(() => working.delete(ended));
      working.add(ended);
      return work;
    },
  });
  const lost = await markLost(room);
  await room.jobs.define(tracked(scanScope(watching)));
  await room.jobs.define(tracked(verifyFindingJob(watching)));
  await room.jobs.define(tracked(classifyStoreJob(watching)));
  await sendAgain(room, lost);
  scheduler = startScheduler(room);
  const tidy = () => {
    Promise.all([tidyWatch(room), resealReasons(room)]).catch((error: unknown) =>
      room.log.mistake(error, { part: 'watch housekeeping' }),
    );
  };
  const timer = setInterval(tidy, TIDY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await scheduler.stop();
      closing.abort();
      await Promise.all(working);
      await scanner.end();
    },
  };
}

interface LostScan {
  readonly scopeId: string;
  readonly askedBy: string | null;
}

/** What was running when the last process ended. The data directory has one process, so nothing runs at this moment. */
async function markLost(room: Room): Promise<readonly LostScan[]> {
  const at = room.clock.now();
  return room.records.transaction().execute(async (trx) => {
    const scans = await trx
      .updateTable('scan')
      .set({ state: 'failed', finished_at: at, error: LOST })
      .where('state', '=', 'running')
      .returning(['id', 'scope_id', 'asked_by'])
      .execute();
    await recordChanges(
      trx,
      scans.map(({ id }) => ({ kind: 'scan', id, what: 'updated', at })),
    );
    return scans.map(({ scope_id: scopeId, asked_by: askedBy }) => ({ scopeId, askedBy }));
  });
}

/** Runs again what was lost, and sends again what waits: its job may have been lost too. One that finds nothing to do does nothing. */
async function sendAgain(room: Room, lost: readonly LostScan[]): Promise<void> {
  for (const { scopeId, askedBy } of lost) {
    await room.records.transaction().execute(async (trx) => {
      const scope = await trx
        .selectFrom('scope')
        .select(['id', 'version'])
        .where('id', '=', scopeId)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      if (scope !== undefined) await requestScan(room, trx, scope, askedBy);
    });
  }
  const scans = await room.records.selectFrom('scan').select('scope_id').where('state', '=', 'queued').execute();
  for (const { scope_id } of scans) await sendScan(room, scope_id);
  const findings = await room.records.selectFrom('finding').select('id').where('state', '=', 'verifying').execute();
  for (const { id } of findings) await sendVerification(room, id);
}
