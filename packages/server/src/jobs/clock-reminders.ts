// Reminders of deadlines: one job waits for the next point, tells of what has come, and the next one takes its place.
import { nextPoint, type Reminders, sendReminders } from '../cases/clocks/send-reminders.ts';
import type { Room } from '../room.ts';

const CLOCK_REMINDERS = 'clock-reminders';
const AGAIN_MS = 60_000;

/**
 * Begins to remind: at once of what has come while nobody ran, and from then on at each point. New points are noticed with the change
 * of their case.
 *
 * @param reminders how people are reached
 * @returns how to stop
 */
export async function startClockReminders(room: Room, reminders: Reminders): Promise<() => void> {
  await room.jobs.define({
    name: CLOCK_REMINDERS,
    retries: 5,
    expiresAfterS: 300,
    concurrency: 1,
    work: async () => {
      await sendReminders(room, reminders);
    },
  });
  let planned = { atMs: 0, againMs: 0 };
  const plan = async () => {
    const at = await nextPoint(room);
    const nowMs = room.clock.now().getTime();
    if (at === undefined || (at.getTime() === planned.atMs && nowMs < planned.againMs)) return;
    const after = at.getTime() > nowMs ? { after: at } : {};
    await room.jobs.send(CLOCK_REMINDERS, {}, { once: at.toISOString(), ...after });
    // A point that has come and that nobody was told of is asked for again.
    planned = { atMs: at.getTime(), againMs: Math.max(nowMs, at.getTime()) + AGAIN_MS };
  };
  const look = () => {
    plan().catch((error: unknown) => room.log.mistake(error, { part: 'reminders' }));
  };
  look();
  return room.changes.follow(look);
}
