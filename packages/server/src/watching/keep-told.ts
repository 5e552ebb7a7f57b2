// Keeps what the thread told: detections at once, since people wait for them, and accesses as fast as the store of events takes them. The
// thread goes on meanwhile; it is told when both are durable.
import { setTimeout as pause } from 'node:timers/promises';
import type { EventsFault } from '../events/fault.ts';
import type { Room } from '../room.ts';
import { noteInput } from './input-note.ts';
import { createAccessKeeper } from './keep-accesses.ts';
import { keepDetections } from './keep-detections.ts';
import type { ToldBatch } from './orders.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** What an input told is written down this often. */
const NOTE_USE_MS = 10_000;

const OUT_OF_TIME =
  'accesses are older than is kept, or their clock runs more than a day ahead; they are judged, and not kept';

/** @returns how a batch is kept: resolves to true once it is durable, however long that takes, to false where the platform closes before */
export function toldKeeper(room: Room, closing: AbortSignal): (batch: ToldBatch) => Promise<boolean> {
  const accesses =
    room.events &&
    createAccessKeeper({
      events: room.events,
      again: (fault, tries) => waitsAgain(room, closing, fault.message, tries),
    });
  const detections = createDetectionKeeper(room, closing);
  return async (batch) => {
    const kept = await Promise.all([detections(batch), accesses?.keep(batch.input, batch.accesses) ?? true]);
    return kept.every((isKept) => isKept);
  };
}

/** Detections of an input in their order: a later one may be counted into an earlier one. */
function createDetectionKeeper(room: Room, closing: AbortSignal): (batch: ToldBatch) => Promise<boolean> {
  const turns = new Map<string, Promise<boolean>>();
  const usedAt = new Map<string, number>();
  const told = new Set<string>();
  const keepOnce = async ({ input, detections, outOfTime }: ToldBatch): Promise<void> => {
    const row = await room.records.selectFrom('input').select('store_id').where('id', '=', input).executeTakeFirst();
    if (row === undefined) return;
    await keepDetections(room, { input, storeId: row.store_id }, detections);
    const now = room.clock.now();
    if (now.getTime() - (usedAt.get(input) ?? 0) >= NOTE_USE_MS) {
      usedAt.set(input, now.getTime());
      await room.records.updateTable('input').set({ last_event_at: now }).where('id', '=', input).execute();
    }
    if (outOfTime > 0 && !told.has(input)) {
      told.add(input);
      await noteInput(room, input, OUT_OF_TIME);
    }
  };
  const keep = async (batch: ToldBatch): Promise<boolean> => {
    for (let tries = 1; ; tries += 1) {
      try {
        await keepOnce(batch);
        return true;
      } catch (error) {
        room.log.mistake(error, { part: 'watching' });
        if (!(await waitsAgain(room, closing, 'the records do not take them', tries))) return false;
      }
    }
  };
  return (batch) => {
    const mine = (turns.get(batch.input) ?? Promise.resolve(true)).then((isKept) => isKept && keep(batch));
    turns.set(batch.input, mine);
    return mine;
  };
}

/** @returns false where the platform closes */
async function waitsAgain(room: Room, closing: AbortSignal, why: EventsFault['message'], tries: number) {
  room.log.warn(`accesses wait to be kept: ${why}`);
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
  if (!closing.aborted) await pause(pauseMs, undefined, { signal: closing }).catch(() => {});
  return !closing.aborted;
}
