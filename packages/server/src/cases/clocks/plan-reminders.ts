// The points at which people will be reminded, as rows; the job of reminders waits for the next of them. A point that was told stays told.
import type { Transaction } from 'kysely';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { leadsFor } from './reminder-points.ts';

/**
 * Makes the points of all running clocks of a case, and takes away those of deadlines that have moved and of clocks that have ended.
 *
 * @param beganAt from when on the clocks run: what decides how early the first word comes
 */
export async function planReminders(
  room: Room,
  trx: Transaction<Records>,
  caseId: string,
  beganAt: Date,
): Promise<void> {
  const now = room.clock.now();
  const running = await trx
    .selectFrom('case_clock')
    .select(['id', 'due_at'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'running')
    .where('due_at', 'is not', null)
    .execute();
  await takeAway(trx, caseId);
  const points = running.flatMap(({ id, due_at }) => {
    if (due_at === null) return [];
    const wholeS = (due_at.getTime() - beganAt.getTime()) / 1000;
    return leadsFor(wholeS)
      .map((lead) => ({
        clock_id: id,
        due_at,
        lead_s: lead,
        at: new Date(due_at.getTime() - lead * 1000),
        told_at: null,
      }))
      .filter(({ at }) => at.getTime() > now.getTime());
  });
  if (points.length === 0) return;
  await trx
    .insertInto('case_reminder')
    .values(points)
    .onConflict((on) => on.columns(['clock_id', 'due_at', 'lead_s']).doNothing())
    .execute();
}

/** Points that nobody was told of and whose deadline no longer is one. */
async function takeAway(trx: Transaction<Records>, caseId: string): Promise<void> {
  await trx
    .deleteFrom('case_reminder')
    .using('case_clock')
    .whereRef('case_clock.id', '=', 'case_reminder.clock_id')
    .where('case_clock.case_id', '=', caseId)
    .where('case_reminder.told_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('case_clock.state', '<>', 'running'),
        eb('case_clock.due_at', 'is', null),
        eb('case_clock.due_at', '<>', eb.ref('case_reminder.due_at')),
      ]),
    )
    .execute();
}
