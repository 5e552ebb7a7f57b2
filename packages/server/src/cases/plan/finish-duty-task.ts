// The task of a duty is done once its clock is met; what somebody has said of it before stays.
import type { CaseChange } from '../change-case.ts';
import type { ClockRow } from '../clocks/clock-state.ts';

export async function finishDutyTask(
  { room, trx, actor, row, announce }: CaseChange,
  { regime, article, recipient }: Pick<ClockRow, 'regime' | 'article' | 'recipient'>,
): Promise<void> {
  const open = await trx
    .selectFrom('case_task')
    .select(['id', 'plan_id', 'state', 'version'])
    .where('case_id', '=', row.id)
    .where('plan_id', 'is not', null)
    .where('state', 'in', ['todo', 'doing'])
    .execute();
  const ours = open.filter(
    ({ plan_id }) => plan_id?.startsWith(`duty/${regime}/`) && plan_id.endsWith(`/${article}/${recipient}`),
  );
  for (const { id, state, version } of ours) {
    await room.evidence.write({
      type: 'state-change',
      author: actor.accountId,
      payload: { subject: id, from: `task-${state}`, to: 'task-done' },
    });
    await trx
      .updateTable('case_task')
      .set({ state: 'done', changed_at: room.clock.now(), changed_by: actor.accountId, version: version + 1 })
      .where('id', '=', id)
      .execute();
    announce('task', id);
  }
}
