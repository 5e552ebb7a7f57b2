// Tasks follow the facts: what the plan calls for now is there, what it no longer calls for is marked, and what people did stays.
import { type PlanTask, planFor } from '@vigie/respond';
import type { Insertable, Selectable, Transaction } from 'kysely';
import type { TaskTables } from '../../records/tables/tasks.ts';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import type { AssessedCase } from '../assessed-case.ts';
import { exposedStoresOf } from '../exposure/kept-stores.ts';
import { sealed } from '../sealed.ts';
import { contentHash, contentOf, dueAtOf } from './task-content.ts';

type TaskRow = Selectable<TaskTables['case_task']>;

export async function syncPlan(
  room: Room,
  trx: Transaction<Records>,
  caseId: string,
  { settled, assessment }: Pick<AssessedCase, 'settled' | 'assessment'>,
): Promise<void> {
  const stores = await exposedStoresOf(trx, caseId);
  const { tasks } = planFor(settled, assessment, { now: room.clock.now().toISOString(), stores });
  const rows = await trx
    .selectFrom('case_task')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('plan_id', 'is not', null)
    .execute();
  const byPlan = new Map(rows.map((row) => [row.plan_id, row]));
  const added: Insertable<TaskTables['case_task']>[] = [];
  for (const [place, task] of tasks.entries()) {
    const row = byPlan.get(task.id);
    if (row === undefined) added.push(newRow(room, caseId, task, place));
    else await follow(room, trx, row, task, place);
  }
  if (added.length > 0) await trx.insertInto('case_task').values(added).execute();
  const called = new Set(tasks.map(({ id }) => id));
  const dropped = rows.filter(({ plan_id, dropped: isDropped }) => !isDropped && !called.has(plan_id ?? ''));
  for (const { id } of dropped) {
    await trx
      .updateTable('case_task')
      .set((eb) => ({ dropped: true, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
}

function newRow(room: Room, caseId: string, task: PlanTask, place: number): Insertable<TaskTables['case_task']> {
  const content = contentOf(task);
  return {
    id: room.newId(),
    case_id: caseId,
    plan_id: task.id,
    phase: task.phase,
    place,
    content: sealed(room.vault, content, 'case/task'),
    content_sha256: contentHash(content),
    state: 'todo',
    owner_id: null,
    due_at: dueAtOf(content),
    reason: null,
    changed_at: room.clock.now(),
    changed_by: null,
  };
}

async function follow(
  room: Room,
  trx: Transaction<Records>,
  row: TaskRow,
  task: PlanTask,
  place: number,
): Promise<void> {
  const content = contentOf(task);
  const sha256 = contentHash(content);
  if (row.content_sha256 === sha256 && row.place === place && !row.dropped) return;
  await trx
    .updateTable('case_task')
    .set({
      phase: task.phase,
      place,
      content: sealed(room.vault, content, 'case/task'),
      content_sha256: sha256,
      dropped: false,
      ...(row.due_set ? {} : { due_at: dueAtOf(content) }),
      ...(row.content_sha256 === sha256 && !row.dropped ? {} : { version: row.version + 1 }),
    })
    .where('id', '=', row.id)
    .execute();
}
