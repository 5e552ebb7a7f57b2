// Tells people of deadlines that come near. A point is marked as told in the transaction that hands the mail over, so that none is told twice.
import type { Transaction } from 'kysely';
import { recordChange } from '../../live/changes.ts';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { originOf } from '../../settings.ts';
import { tell } from '../timeline.ts';
import { mailOf } from './reminder-mail.ts';
import { type Recipient, recipientsOf } from './reminder-recipients.ts';

/** How people are reached. */
export interface Reminders {
  /**
   * Hands one mail over. Where it throws, the point is tried again.
   *
   * @param within the transaction that marks the point as told: what is queued in it is sent exactly when the mark stays
   */
  send(mail: ReminderMail, within: Transaction<Records>): Promise<void>;
}

export interface ReminderMail {
  readonly to: Recipient;
  readonly subject: string;
  readonly text: string;
}

export interface DuePoint {
  readonly clockId: string;
  readonly caseId: string;
  readonly codename: string;
  readonly regime: string;
  readonly article: string;
  readonly recipient: string;
  readonly what: string;
  readonly dueAt: Date;
  readonly leadS: number;
}

/** The moment of the next point that nobody was told of; undefined where there is none. */
export async function nextPoint({ records }: Pick<Room, 'records'>): Promise<Date | undefined> {
  const row = await records
    .selectFrom('case_reminder')
    .select('at')
    .where('told_at', 'is', null)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/**
 * Tells of every point that has come. One that cannot be told does not keep the others back.
 *
 * @throws the first fault, once all were tried
 */
export async function sendReminders(room: Room, reminders: Reminders): Promise<void> {
  const now = room.clock.now();
  const faults: unknown[] = [];
  for (const points of byClock(await duePoints(room, now))) {
    try {
      await room.records.transaction().execute((trx) => remind(room, reminders, trx, points, now));
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
}

/** @param points of one clock, the latest first: where several were missed, as after a long stop, it is told and the others with it */
async function remind(
  room: Room,
  reminders: Reminders,
  trx: Transaction<Records>,
  points: readonly [DuePoint, ...DuePoint[]],
  now: Date,
): Promise<void> {
  const [point] = points;
  const isOurs = await mark(trx, points, now);
  if (!isOurs || !(await isStillRunning(trx, point))) return;
  const recipients = await recipientsOf(trx, point.caseId);
  for (const to of recipients) {
    await reminders.send({ to, ...mailOf(point, to.language, now, originOf(room.settings)) }, trx);
  }
  await tell(trx, room, point.caseId, null, {
    what: 'reminder-sent',
    detail: `${point.what} (${point.article}): due ${point.dueAt.toISOString()}; ${recipients.length} told`,
    about: { clockId: point.clockId, leadS: point.leadS },
  });
  await recordChange(trx, { kind: 'case', id: point.caseId, what: 'reminded', at: now });
}

async function duePoints({ records }: Pick<Room, 'records'>, now: Date): Promise<readonly DuePoint[]> {
  const rows = await records
    .selectFrom('case_reminder')
    .innerJoin('case_clock', 'case_clock.id', 'case_reminder.clock_id')
    .innerJoin('breach_case', 'breach_case.id', 'case_clock.case_id')
    .select([
      'case_reminder.clock_id as clockId',
      'case_clock.case_id as caseId',
      'breach_case.codename',
      'case_clock.regime',
      'case_clock.article',
      'case_clock.recipient',
      'case_clock.what',
      'case_reminder.due_at as dueAt',
      'case_reminder.lead_s as leadS',
    ])
    .where('case_reminder.told_at', 'is', null)
    .where('case_reminder.at', '<=', now)
    .orderBy('case_reminder.at', 'desc')
    .execute();
  return rows;
}

function byClock(points: readonly DuePoint[]): readonly (readonly [DuePoint, ...DuePoint[]])[] {
  const groups = Map.groupBy(points, ({ clockId }) => clockId);
  return [...groups.values()].flatMap(([latest, ...others]) =>
    latest === undefined ? [] : [[latest, ...others] as const],
  );
}

/** @returns false where another process was faster */
async function mark(trx: Transaction<Records>, points: readonly DuePoint[], now: Date): Promise<boolean> {
  let marked = 0;
  for (const { clockId, dueAt, leadS } of points) {
    const { numUpdatedRows } = await trx
      .updateTable('case_reminder')
      .set({ told_at: now })
      .where('clock_id', '=', clockId)
      .where('due_at', '=', dueAt)
      .where('lead_s', '=', leadS)
      .where('told_at', 'is', null)
      .executeTakeFirstOrThrow();
    marked += Number(numUpdatedRows);
  }
  return marked === points.length;
}

async function isStillRunning(trx: Transaction<Records>, { clockId, dueAt }: DuePoint): Promise<boolean> {
  const row = await trx
    .selectFrom('case_clock')
    .select(['state', 'due_at'])
    .where('id', '=', clockId)
    .executeTakeFirst();
  return row?.state === 'running' && row.due_at?.getTime() === dueAt.getTime();
}
