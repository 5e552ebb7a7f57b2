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
  let plannedMs = 0;
  let askedUntilMs = 0;
  const plan = async () => {
    const at = await nextPoint(room);
    const nowMs = room.clock.now().getTime();
    if (at === undefined) return;
    if (at.getTime() > nowMs) {
      if (at.getTime() === plannedMs) return;
      plannedMs = at.getTime();
      await room.jobs.send(CLOCK_REMINDERS, {}, { once: at.toISOString(), after: at });
    } else if (nowMs >= askedUntilMs) {
      // The queue looks at what waits for its time twice a minute only: what has come is not left to it.
      askedUntilMs = nowMs + AGAIN_MS;
      await room.jobs.send(CLOCK_REMINDERS, {}, { once: 'now' });
    }
  };
  let isLooking = false;
  let hasNews = false;
  /** Changes may come by the thousand: while one look is on its way, the next waits, once. */
  const look = async () => {
    hasNews = true;
    if (isLooking) return;
    isLooking = true;
    while (hasNews) {
      hasNews = false;
      await plan().catch((error: unknown) => room.log.mistake(error, { part: 'reminders' }));
    }
    isLooking = false;
  };
  await look();
  return room.changes.follow(() => void look());
}
