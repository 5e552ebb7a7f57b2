// The schedule: scopes that are due get a scan, and acceptances that are over end. What was missed while nothing ran is run once.
import type { Room } from '../room.ts';
import { actOnFinding } from './act-on-finding.ts';
import { requestScan } from './request-scan.ts';

export interface Scheduler {
  /** Looks again at once: something changed that may be due. */
  wake(): void;
  /** Resolves when a look that has begun is over. */
  stop(): Promise<void>;
}

/** Where nothing is due sooner, and nobody says that something changed. */
const LONGEST_SLEEP_MS = 30_000;
/** After a mistake, or where the database is away. */
const AFTER_FAULT_MS = 2000;

export function startScheduler(room: Room): Scheduler {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let isWoken = false;
  let isLooking = false;
  let isStopped = false;

  const look = async () => {
    isLooking = true;
    let sleepMs = AFTER_FAULT_MS;
    try {
      do {
        isWoken = false;
        sleepMs = await lookOnce(room);
      } while (isWoken && !isStopped);
    } catch (error) {
      room.log.mistake(error, { part: 'schedule' });
    }
    isLooking = false;
    if (!isStopped) timer = setTimeout(begin, sleepMs);
  };
  const begin = () => {
    clearTimeout(timer);
    looking = look();
  };
  const wake = () => {
    isWoken = true;
    if (!isLooking && !isStopped) begin();
  };
  const unfollow = room.changes.follow(wake);
  begin();
  return {
    wake,
    async stop() {
      isStopped = true;
      unfollow();
      clearTimeout(timer);
      await looking;
    },
  };
}

/** @returns how long nothing is due, in milliseconds */
async function lookOnce(room: Room): Promise<number> {
  await endAcceptances(room);
  const now = room.clock.now();
  const idle = () =>
    room.records
      .selectFrom('scope')
      .where('removed_at', 'is', null)
      .where('next_scan_at', 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('scan')
              .select('scan.id')
              .whereRef('scan.scope_id', '=', 'scope.id')
              .where('scan.state', 'in', ['queued', 'running']),
          ),
        ),
      );
  const due = await idle().select(['id', 'version', 'interval_s']).where('next_scan_at', '<=', now).execute();
  for (const scope of due) await scanDue(room, scope, now);
  const next = await idle()
    .select((eb) => eb.fn.min('next_scan_at').as('at'))
    .executeTakeFirst();
  const at = next?.at ?? null;
  if (at === null) return LONGEST_SLEEP_MS;
  return Math.min(LONGEST_SLEEP_MS, Math.max(0, at.getTime() - room.clock.now().getTime()));
}

/** The next one is counted from now: what was missed is not made up for. */
async function scanDue(
  room: Room,
  { id, version, interval_s }: { readonly id: string; readonly version: number; readonly interval_s: number | null },
  now: Date,
): Promise<void> {
  await room.records.transaction().execute(async (trx) => {
    await requestScan(room, trx, { id, version }, null);
    const next = interval_s === null ? null : new Date(now.getTime() + interval_s * 1000);
    await trx.updateTable('scope').set({ next_scan_at: next }).where('id', '=', id).execute();
  });
}

async function endAcceptances(room: Room): Promise<void> {
  const at = room.clock.now();
  const over = await room.records
    .selectFrom('finding')
    .select('id')
    .where('state', '=', 'accepted')
    .where('accepted_until', '<=', at)
    .limit(1000)
    .execute();
  for (const { id } of over) {
    await room.records.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('finding').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      if (row === undefined || row.accepted_until === null || row.accepted_until > at) return;
      await actOnFinding(room, trx, row, { act: 'acceptance-ended', at, accountId: null });
    });
  }
}
