// What people do to clocks: a duty is met, is not to be done, or its clock runs again.
import { type Problem, problem } from '../../http/problem.ts';
import type { CaseChange } from '../change-case.ts';
import { finishDutyTask } from '../plan/finish-duty-task.ts';
import { sealed } from '../sealed.ts';
import type { ClockRow } from './clock-state.ts';

export interface ClockChange {
  readonly state: 'running' | 'met' | 'stopped';
  readonly because: string;
  /** When it was met. */
  readonly at?: Date | undefined;
  /** The notice by which it was. */
  readonly metBy?: string | undefined;
}

const EVENT = { running: 'clock-resumed', met: 'clock-met', stopped: 'clock-stopped' } as const;

export async function changeClock(
  change: CaseChange,
  clockId: string,
  { state, because, at, metBy }: ClockChange,
): Promise<true | Problem> {
  const { trx, room, row, actor, tell } = change;
  const clock = await trx
    .selectFrom('case_clock')
    .selectAll()
    .where('id', '=', clockId)
    .where('case_id', '=', row.id)
    .executeTakeFirst();
  if (clock === undefined) return problem('not-found', { detail: 'the case has no such clock' });
  if (clock.state === state) return problem('conflict', { detail: `the clock is ${state} already` });
  const now = room.clock.now();
  if (at !== undefined && at.getTime() > now.getTime()) {
    const errors = [{ pointer: '/body/at', detail: 'it has to be a moment that has passed' }];
    return problem('invalid-request', { errors });
  }
  await room.evidence.write({
    type: 'state-change',
    author: actor.accountId,
    payload: {
      subject: clockId,
      from: `clock-${clock.state}`,
      to: `clock-${state}`,
      reason: room.evidence.commitment(because),
      ...(metBy === undefined ? {} : { basis: metBy }),
    },
  });
  await trx
    .updateTable('case_clock')
    .set({
      state,
      stopped: state === 'stopped' ? 'by-person' : null,
      reason: sealed(room.vault, because, 'case/clock'),
      changed_at: at ?? now,
      changed_by: actor.accountId,
      met_by: metBy ?? null,
    })
    .where('id', '=', clockId)
    .execute();
  await tell({
    what: EVENT[state],
    detail: `${inWords(clock)}: ${because}`,
    about: { dutyId: clock.duty_id, noticeId: metBy ?? null },
  });
  if (state === 'met') await finishDutyTask(change, clock);
  // Reminders follow the clocks, and clocks that run again follow the facts.
  change.clocksChanged();
  return true;
}

function inWords({ what, article, recipient }: ClockRow): string {
  return `${what} (${article}), to ${recipient}`;
}
