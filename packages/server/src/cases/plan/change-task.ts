// What people do to tasks: take them, set a deadline, do them, say why one is not needed, and add their own.
import type { PhaseId } from '@vigie/respond';
import type { Selectable, Transaction } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import { type Problem, problem } from '../../http/problem.ts';
import { recordChange } from '../../live/changes.ts';
import type { TaskState, TaskTables } from '../../records/tables/tasks.ts';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { canSit } from '../accounts.ts';
import { unlessProblem } from '../change-case.ts';
import { opened, sealed } from '../sealed.ts';
import { tell } from '../timeline.ts';
import { contentHash, OWN_PHASE, type TaskContent } from './task-content.ts';

export type TaskRow = Selectable<TaskTables['case_task']>;

export interface TaskEdit {
  readonly state?: TaskState | undefined;
  /** Null: nobody. */
  readonly ownerId?: string | null | undefined;
  /** Null: what the plan says. */
  readonly dueAt?: Date | null | undefined;
  readonly because?: string | undefined;
}

export interface OwnTask {
  readonly title: string;
  readonly why?: string | undefined;
  readonly how?: readonly string[] | undefined;
  readonly phase?: PhaseId | undefined;
  readonly ownerId?: string | undefined;
  readonly dueAt?: Date | undefined;
}

export function changeTask(
  room: Room,
  actor: Actor,
  taskId: string,
  version: number,
  edit: TaskEdit,
): Promise<true | Problem> {
  return unlessProblem(room, async (trx) => {
    const row = await trx.selectFrom('case_task').selectAll().where('id', '=', taskId).forUpdate().executeTakeFirst();
    if (row === undefined) return problem('not-found', { detail: 'there is no such task' });
    if (row.version !== version) return problem('version-old');
    const fault = await faultOf(trx, row.case_id, edit);
    if (fault !== undefined) return fault;
    const { state, ownerId, dueAt, because } = edit;
    if (state !== undefined && state !== row.state) await noteState(room, actor, row, state, because);
    const content = opened<TaskContent>(room.vault, row.content, 'case/task');
    await trx
      .updateTable('case_task')
      .set({
        ...(state === undefined ? {} : { state }),
        ...(ownerId === undefined ? {} : { owner_id: ownerId }),
        ...(dueAt === undefined ? {} : { due_at: dueAt, due_set: dueAt !== null }),
        ...(because === undefined ? {} : { reason: sealed(room.vault, because, 'case/task') }),
        changed_at: room.clock.now(),
        changed_by: actor.accountId,
        version: version + 1,
      })
      .where('id', '=', taskId)
      .execute();
    await tell(trx, room, row.case_id, actor.accountId, {
      what: 'task-changed',
      detail: [`${content.title}: ${state ?? row.state}`, ...(because === undefined ? [] : [because])].join('; '),
      about: { taskId, state: state ?? row.state },
    });
    await recordChange(trx, { kind: 'task', id: taskId, what: 'updated', at: room.clock.now() });
    return true;
  });
}

async function faultOf(
  trx: Transaction<Records>,
  caseId: string,
  { state, ownerId, because }: TaskEdit,
): Promise<Problem | undefined> {
  if (state === 'not-needed' && because === undefined) {
    return problem('invalid-request', { errors: [{ pointer: '/body/because', detail: 'say why it is not needed' }] });
  }
  if (ownerId !== undefined && ownerId !== null && !(await canSit(trx, ownerId))) {
    const detail = 'it is no open account of somebody who may work on cases';
    return problem('invalid-request', { errors: [{ pointer: '/body/ownerId', detail }] });
  }
  const one = await trx.selectFrom('breach_case').select('state').where('id', '=', caseId).executeTakeFirst();
  if (one === undefined) return problem('not-found', { detail: 'there is no such case' });
  return one.state === 'closed'
    ? problem('conflict', { detail: 'the case is closed; open it again first' })
    : undefined;
}

async function noteState(room: Room, actor: Actor, row: TaskRow, state: TaskState, because: string | undefined) {
  await room.evidence.write({
    type: 'state-change',
    author: actor.accountId,
    payload: {
      subject: row.id,
      from: `task-${row.state}`,
      to: `task-${state}`,
      ...(because === undefined ? {} : { reason: room.evidence.commitment(because) }),
    },
  });
}

/** @returns its id */
export function addTask(room: Room, actor: Actor, caseId: string, task: OwnTask): Promise<string | Problem> {
  const { title, why, how = [], phase = OWN_PHASE, ownerId = null, dueAt = null } = task;
  return unlessProblem(room, async (trx) => {
    const fault = await faultOf(trx, caseId, { ownerId });
    if (fault !== undefined) return fault;
    const id = room.newId();
    const content: TaskContent = { title, ...(why === undefined ? {} : { why }), how, references: [] };
    await room.evidence.write({
      type: 'state-change',
      author: actor.accountId,
      payload: { subject: id, from: 'none', to: 'task-todo' },
    });
    await trx
      .insertInto('case_task')
      .values({
        id,
        case_id: caseId,
        plan_id: null,
        phase,
        place: OWN_PLACE,
        content: sealed(room.vault, content, 'case/task'),
        content_sha256: contentHash(content),
        state: 'todo',
        owner_id: ownerId,
        due_at: dueAt,
        due_set: dueAt !== null,
        reason: null,
        changed_at: room.clock.now(),
        changed_by: actor.accountId,
      })
      .execute();
    await tell(trx, room, caseId, actor.accountId, { what: 'task-added', detail: title, about: { taskId: id } });
    await recordChange(trx, { kind: 'task', id, what: 'created', at: room.clock.now() });
    return id;
  });
}

/** Own tasks stand behind those of the plan in their phase. */
const OWN_PLACE = 100_000;
