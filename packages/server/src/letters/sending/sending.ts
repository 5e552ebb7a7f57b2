// The sending of one run by one courier: letters are claimed in small batches at the run's pace, handed over, and what the courier tells of
// them goes into the records.
import type { MailSettings } from '../../mail/mail-settings.ts';
import type { Room } from '../../room.ts';
import { type CourierProcess, startCourierProcess } from '../courier/courier-process.ts';
import type { AwayReason, Outcome, Relay } from '../courier/orders.ts';
import { applyOutcomes } from './apply-outcomes.ts';
import type { Attempt } from './attempts.ts';
import { createClaimer } from './claim.ts';
import { createPace } from './pace.ts';
import { frameOf, orderOf, type RunText } from './run-text.ts';
import { makeLastSheets, makeSheet, SHEET } from './sheets.ts';

export interface SendingOptions {
  readonly room: Room;
  readonly run: RunText;
  readonly attempt: Attempt;
  readonly relay: Relay;
  readonly settings: MailSettings;
  readonly listHelp: string | undefined;
  /** No further letter is claimed. */
  readonly stop: AbortSignal;
}

/** Letters with the courier for each of its connections: enough that none waits, few enough that a pause is one. */
const AHEAD = 25;
const LARGEST_BATCH = 250;
const APPLY_EVERY_MS = 100;
/** An attempt ends after so many letters, so that neither its journal nor its process grows with the run. */
const LETTERS_OF_AN_ATTEMPT = 100_000;

export interface Sent {
  /** Why nothing goes out, where that is so. */
  readonly away: AwayReason | undefined;
  /** Letters that the courier was given, and of how many it told the end. */
  readonly given: number;
  readonly ended: number;
}

/** Sends until nothing is due, the signal comes or the relay is away. The attempt is then still to be settled. */
export async function sendLetters(options: SendingOptions): Promise<Sent> {
  const { room, run, attempt, relay, settings, stop } = options;
  const outcomes = createOutcomes(options);
  let away: AwayReason | undefined;
  const courier = startCourierProcess(
    { journal: attempt.journal, relay, frame: frameOf(run, settings, options.listHelp) },
    (told) => {
      if (told.kind === 'away') away = told.reason;
      else outcomes.hear(told);
    },
  );
  const ended = new AbortController();
  void courier.gone.then(() => ended.abort());
  const signal = AbortSignal.any([stop, ended.signal]);
  signal.addEventListener('abort', outcomes.wake, { once: true });
  const isOver = () => signal.aborted || away !== undefined;
  let given = 0;
  try {
    given = await giveAll(options, courier, outcomes, isOver, signal);
  } finally {
    courier.dismiss();
    await courier.gone;
  }
  await outcomes.finish();
  await makeLastSheets(room, run);
  return { away, given, ended: outcomes.applied() };
}

/** @returns how many letters the courier was given */
async function giveAll(
  { room, run, attempt, relay, settings }: SendingOptions,
  courier: CourierProcess,
  outcomes: Outcomes,
  isOver: () => boolean,
  signal: AbortSignal,
): Promise<number> {
  const claimer = createClaimer(room.records, run.id, attempt.id);
  const pace = createPace(run.perMinute, () => room.clock.now().getTime());
  const most = relay.connections * AHEAD;
  let given = 0;
  while (!isOver() && given < LETTERS_OF_AN_ATTEMPT) {
    const count = Math.min(await pace.room(signal), most - outcomes.open(given), LARGEST_BATCH);
    if (count <= 0) {
      if (!isOver()) await outcomes.change();
      continue;
    }
    const letters = await claimer.next(count, room.clock.now());
    if (letters.length === 0) {
      if (outcomes.open(given) === 0) break;
      if (!isOver()) await outcomes.change();
      continue;
    }
    pace.took(letters.length);
    for (const letter of letters) await courier.give(orderOf(run, settings, letter));
    given += letters.length;
  }
  return given;
}

interface Outcomes {
  hear(outcome: Outcome): void;
  /** Letters that were given and of which nothing is in the records yet. */
  open(given: number): number;
  applied(): number;
  /** Resolves when there is less open, or it is woken. */
  change(): Promise<void>;
  wake(): void;
  finish(): Promise<void>;
}

function createOutcomes({ room, run, attempt, relay }: SendingOptions): Outcomes {
  let heard: Outcome[] = [];
  let applied = 0;
  let unproved = 0;
  /** Letters are claimed in their order: none of this attempt stands before it. */
  let sheetAfter: number | undefined;
  let failure: unknown;
  let applying: Promise<void> | undefined;
  let waiting: (() => void)[] = [];
  const wake = () => {
    for (const one of waiting) one();
    waiting = [];
  };
  const applyAll = async () => {
    while (heard.length > 0) {
      const batch = heard;
      heard = [];
      const where = { runId: run.id, attempt: attempt.id };
      const { sent } = await applyOutcomes(room.records, where, batch, room.clock.now());
      applied += batch.length;
      unproved += sent;
      wake();
      if (unproved >= SHEET) {
        const last = await makeSheet(room, run, sheetAfter ?? 0, SHEET);
        // Letters that were put off stand before it; they go into the last sheets.
        sheetAfter = last ?? sheetAfter;
        unproved -= SHEET;
      }
    }
  };
  const schedule = () => {
    applying ??= new Promise<void>((resolve) => setTimeout(resolve, APPLY_EVERY_MS))
      .then(applyAll)
      .catch((error: unknown) => {
        failure = error;
      })
      .finally(() => {
        applying = undefined;
        wake();
        if (heard.length > 0 && failure === undefined) schedule();
      });
  };
  return {
    hear(outcome) {
      heard.push(outcome);
      sheetAfter ??= Math.max(0, outcome.number - relay.connections * AHEAD);
      schedule();
    },
    open: (given) => given - applied,
    applied: () => applied,
    wake,
    async change() {
      if (failure !== undefined) throw failure;
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (failure !== undefined) throw failure;
    },
    async finish() {
      while (applying !== undefined) await applying;
      if (failure !== undefined) throw failure;
    },
  };
}
