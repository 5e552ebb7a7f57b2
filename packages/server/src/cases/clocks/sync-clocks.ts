// Clocks follow the facts: new duties begin to run, deadlines move, and what is no longer owed stops. What a person did stays.
import type { Transaction } from 'kysely';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import type { AssessedCase } from '../assessed-case.ts';
import { tell } from '../timeline.ts';
import type { ClockRow } from './clock-state.ts';
import { clocksOf, type DutyClock } from './duty-clocks.ts';
import { planReminders } from './plan-reminders.ts';

export async function syncClocks(
  room: Room,
  trx: Transaction<Records>,
  caseId: string,
  openedAt: Date,
  { assessment, settled }: Pick<AssessedCase, 'assessment' | 'settled'>,
): Promise<void> {
  const rows = await trx.selectFrom('case_clock').selectAll().where('case_id', '=', caseId).execute();
  const wanted = clocksOf(assessment);
  const byDuty = new Map(rows.map((row) => [row.duty_id, row]));
  for (const clock of wanted) {
    const row = byDuty.get(clock.dutyId);
    if (row === undefined) await begin(room, trx, caseId, clock);
    else await follow(room, trx, row, clock);
  }
  const isWanted = new Set(wanted.map(({ dutyId }) => dutyId));
  for (const row of rows) {
    if (row.state === 'running' && !isWanted.has(row.duty_id)) await stopUnowed(room, trx, row);
  }
  const { aware } = settled;
  await planReminders(
    room,
    trx,
    caseId,
    aware.state === 'known' ? new Date(aware.value.replace(/\[.*$/, '')) : openedAt,
  );
}

function columnsOf({ article, what, owed, due, dueAt, latestAt }: DutyClock) {
  return { article, what, owed, due, due_at: dueAt, latest_at: latestAt };
}

async function begin(room: Room, trx: Transaction<Records>, caseId: string, clock: DutyClock): Promise<void> {
  const { dutyId, regime, recipient } = clock;
  await trx
    .insertInto('case_clock')
    .values({
      id: room.newId(),
      case_id: caseId,
      duty_id: dutyId,
      regime,
      recipient,
      ...columnsOf(clock),
      state: 'running',
      changed_at: room.clock.now(),
      changed_by: null,
      met_by: null,
      stopped: null,
      reason: null,
    })
    .execute();
  await tell(trx, room, caseId, null, {
    what: 'clock-started',
    detail: `${clock.what} (${clock.article}), to ${recipient}: due ${clock.due}`,
    about: { dutyId, dueAt: clock.dueAt?.toISOString() ?? null },
  });
}

async function follow(room: Room, trx: Transaction<Records>, row: ClockRow, clock: DutyClock): Promise<void> {
  const isOwedAgain = row.state === 'stopped' && row.stopped === 'not-owed';
  const hasMoved = row.due_at?.getTime() !== clock.dueAt?.getTime();
  if (!isOwedAgain && !hasMoved && row.owed === clock.owed && row.due === clock.due && row.what === clock.what) return;
  await trx
    .updateTable('case_clock')
    .set({
      ...columnsOf(clock),
      ...(isOwedAgain ? { state: 'running', stopped: null, changed_at: room.clock.now(), changed_by: null } : {}),
    })
    .where('id', '=', row.id)
    .execute();
  if (!isOwedAgain && !(hasMoved && row.state === 'running')) return;
  await tell(trx, room, row.case_id, null, {
    what: isOwedAgain ? 'clock-resumed' : 'clock-moved',
    detail: `${clock.what} (${clock.article}), to ${row.recipient}: due ${clock.due}, before ${row.due}`,
    about: { dutyId: row.duty_id, dueAt: clock.dueAt?.toISOString() ?? null },
  });
}

async function stopUnowed(room: Room, trx: Transaction<Records>, row: ClockRow): Promise<void> {
  await trx
    .updateTable('case_clock')
    .set({ state: 'stopped', stopped: 'not-owed', changed_at: room.clock.now(), changed_by: null })
    .where('id', '=', row.id)
    .execute();
  await tell(trx, room, row.case_id, null, {
    what: 'clock-stopped',
    detail: `${row.what} (${row.article}), to ${row.recipient}: by the facts it is no longer owed`,
    about: { dutyId: row.duty_id },
  });
}
