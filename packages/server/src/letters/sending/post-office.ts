// The post office: takes care that every run that is to run has a courier, settles what a crash left, and tries again where the relay was
// away. There is nothing in it that is not in the records too: a new one goes on where the last one was killed.
//
// What holds, and why. A letter goes out only in this order: the records say that it is sending under an attempt (committed); the courier's
// journal says that its dot may leave (on the disk); the dot leaves; the server answers; the journal says so; the records say so. The
// courier is a process of its own, so a platform that is killed loses no answer: the courier ends the few letters that it began, writes
// their ends into the journal, and goes; the next post office waits for its lock and reads the journal. Where the courier itself is killed,
// or the machine stops, the letters between dot and answer, one for each connection at most, stay uncertain: plain SMTP has no question for
// them (RFC 1047), so a person decides. None is lost, for each is in one of the states, and the counts of a run add up to its total.

import { recordChange } from '../../live/changes.ts';
import { type RelayFault, readMailSettings, relayOf } from '../../mail/mail-settings.ts';
import type { AllowedAddresses } from '../../outgoing/allowed-address.ts';
import type { Room } from '../../room.ts';
import type { AwayReason } from '../courier/orders.ts';
import { tellRunEnded } from '../tell-case.ts';
import { type Attempts, openAttempts, removeStrayJournals } from './attempts.ts';
import { nextDue } from './claim.ts';
import { readRunText } from './run-text.ts';
import { sendLetters } from './sending.ts';

/** Why a run waits. */
type WaitingFor = AwayReason | RelayFault | 'letters-put-off' | 'courier-failed' | 'records-restored';

export interface PostOfficeOptions {
  readonly room: Room;
  readonly allowed: AllowedAddresses;
  /** The first pause after the relay was away, in ms; it doubles up to five minutes. */
  readonly firstPauseMs?: number;
  /** Where recipients find help, for the List-Help header. */
  readonly listHelpOf?: (caseId: string) => Promise<string | undefined>;
}

export interface PostOffice {
  /** Looks for runs that are to run: after a start, a pause, a change of the mail settings. */
  wake(): void;
  /** Ends what is under way; letters that were not begun stay queued. */
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 300_000;
const LOOK_AGAIN_MS = 1000;
/** Runs that send at once: each has a process of its own. */
const MOST_AT_ONCE = 3;

interface Running {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

export async function openPostOffice(options: PostOfficeOptions): Promise<PostOffice> {
  const { room } = options;
  const attempts = await openAttempts(room);
  const running = new Map<string, Running>();
  const pauses = new Map<string, number>();
  const closing = new AbortController();
  if (attempts.areRestored) await pauseRestored(room);
  const left = await attempts.unsettled();
  await removeStrayJournals(room, new Set(left.map(({ id }) => id)));
  /** Runs of which an attempt is not settled yet. */
  const unsettled = new Map(left.map(({ id, runId }) => [runId, id]));
  let looking: Promise<void> | undefined;
  let isAsked = false;

  const look = async () => {
    const rows = await room.records
      .selectFrom('letter_run')
      .select(['id', 'case_id', 'state', 'retry_at'])
      .where('state', 'in', ['running', 'waiting'])
      .where('channel', 'in', ['email', 'second-email'])
      .orderBy('started_at')
      .execute();
    const states = new Map(rows.map((row) => [row.id, row.state]));
    for (const [id, { stop }] of running) if (states.get(id) !== 'running') stop.abort();
    const now = room.clock.now();
    const due = rows.filter(({ id, state, retry_at }) => {
      if (running.has(id)) return false;
      return state === 'running' ? retry_at === null || retry_at <= now : retry_at !== null && retry_at <= now;
    });
    for (const { id, case_id } of due.slice(0, Math.max(0, MOST_AT_ONCE - running.size))) {
      begin(id, (stop) => sendRun(id, case_id, stop));
    }
    // Of runs that are paused or done, too: their letters must not stay between two states.
    for (const [runId, attempt] of unsettled) {
      if (!running.has(runId)) begin(runId, () => settle(runId, attempt));
    }
  };
  const begin = (id: string, work: (stop: AbortSignal) => Promise<void>) => {
    const stop = new AbortController();
    const done = work(AbortSignal.any([closing.signal, stop.signal]))
      .catch((error: unknown) => room.log.mistake(error, { part: 'letters', run: id }))
      .finally(() => {
        running.delete(id);
        wake();
      });
    running.set(id, { stop, done });
  };
  const settle = async (runId: string, attempt: string) => {
    await attempts.settle(runId, attempt, closing.signal);
    if (!closing.signal.aborted) unsettled.delete(runId);
  };
  const sendRun = async (id: string, caseId: string, stop: AbortSignal) => {
    const before = unsettled.get(id);
    if (before !== undefined) await settle(id, before);
    if (closing.signal.aborted) return;
    const ended = await sendOnce(options, attempts, id, caseId, stop, unsettled);
    if (!closing.signal.aborted) await conclude(room, id, ended, pauses, options.firstPauseMs ?? FIRST_PAUSE_MS);
  };
  const wake = () => {
    if (closing.signal.aborted) return;
    if (looking !== undefined) {
      isAsked = true;
      return;
    }
    looking = look()
      .catch((error: unknown) => room.log.mistake(error, { part: 'letters' }))
      .finally(() => {
        looking = undefined;
        if (isAsked) {
          isAsked = false;
          wake();
        }
      });
  };
  const timer = setInterval(wake, LOOK_AGAIN_MS);
  timer.unref();
  wake();
  return {
    wake,
    async close() {
      clearInterval(timer);
      closing.abort();
      await looking;
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

/** After a backup was restored, letters that it has as queued may have been sent since it was made: a person looks before they go out. */
async function pauseRestored(room: Room): Promise<void> {
  await room.records
    .updateTable('letter_run')
    .set({ state: 'paused', waiting_for: 'records-restored', retry_at: null })
    .where('state', 'in', ['running', 'waiting'])
    .where('channel', 'in', ['email', 'second-email'])
    .execute();
  room.log.warn(
    'the records were restored: runs of letters are paused, since letters may have gone out since the backup',
  );
}

type Ended = { readonly waitingFor: WaitingFor } | 'over';

async function sendOnce(
  { room, allowed, listHelpOf }: PostOfficeOptions,
  attempts: Attempts,
  id: string,
  caseId: string,
  stop: AbortSignal,
  unsettled: Map<string, string>,
): Promise<Ended> {
  const mail = await readMailSettings(room.records);
  if (mail === undefined) return { waitingFor: 'no-mail-settings' };
  const relay = await relayOf(room, mail.settings, allowed);
  if (typeof relay === 'string') return { waitingFor: relay };
  const resumed = await room.records
    .updateTable('letter_run')
    .set({ state: 'running', waiting_for: null, retry_at: null })
    .where('id', '=', id)
    .where('state', 'in', ['running', 'waiting'])
    .executeTakeFirst();
  if (resumed.numUpdatedRows === 0n) return 'over';
  const run = await readRunText(room, id);
  const attempt = await attempts.open(id);
  unsettled.set(id, attempt.id);
  const listHelp = await listHelpOf?.(caseId);
  const sent = await sendLetters({ room, run, attempt, relay, settings: mail.settings, listHelp, stop });
  // The courier is gone, so its lock is free: this never waits.
  await attempts.settle(id, attempt.id, new AbortController().signal);
  unsettled.delete(id);
  if (sent.away !== undefined) return { waitingFor: sent.away };
  // Without this a courier that cannot even start would be started again and again.
  const isUseless = sent.given > 0 && sent.ended === 0 && !stop.aborted;
  return isUseless ? { waitingFor: 'courier-failed' } : 'over';
}

/** What the run is after an attempt: done, waiting for the relay or for letters that were put off, or still running. */
async function conclude(
  room: Room,
  id: string,
  ended: Ended,
  pauses: Map<string, number>,
  firstPauseMs: number,
): Promise<void> {
  if (ended !== 'over') {
    const pause = pauses.get(id) ?? firstPauseMs;
    pauses.set(id, Math.min(pause * 2, LONGEST_PAUSE_MS));
    const retryAt = new Date(room.clock.now().getTime() + pause);
    await enter(room, id, { state: 'waiting', waiting_for: ended.waitingFor, retry_at: retryAt });
    return;
  }
  pauses.delete(id);
  if (await hasQueued(room, id)) return;
  const due = await nextDue(room.records, id);
  if (due === undefined) await enter(room, id, { state: 'done', waiting_for: null, retry_at: null });
  else await enter(room, id, { state: 'running', waiting_for: 'letters-put-off', retry_at: due });
}

async function hasQueued(room: Room, id: string): Promise<boolean> {
  const row = await room.records
    .selectFrom('letter')
    .select('number')
    .where('run_id', '=', id)
    .where('state', '=', 'queued')
    .where('due_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface RunNow {
  readonly state: 'running' | 'waiting' | 'done';
  readonly waiting_for: WaitingFor | null;
  readonly retry_at: Date | null;
}

/** Unless somebody paused it meanwhile. */
async function enter(room: Room, id: string, values: RunNow): Promise<void> {
  const now = room.clock.now();
  await room.records.transaction().execute(async (trx) => {
    const run = await trx
      .updateTable('letter_run')
      .set({ ...values, ...(values.state === 'done' ? { finished_at: now } : {}) })
      .where('id', '=', id)
      .where('state', 'in', ['running', 'waiting'])
      .returning(['id', 'case_id', 'total', 'sent', 'bounced', 'failed', 'uncertain'])
      .executeTakeFirst();
    if (run === undefined) return;
    if (values.state === 'done') {
      const payload = { subject: id, step: 'done', letters: run.total, sent: run.sent, failed: run.failed };
      await room.evidence.write({ type: 'letters', author: 'vigie-server', payload });
      await tellRunEnded(trx, room, run, null);
    }
    await recordChange(trx, { at: now, kind: 'letter-run', id, what: 'updated' });
  });
}
