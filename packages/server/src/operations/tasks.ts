// Operations on the tasks of cases: those of the plan that follows from the facts, and people's own.
import { PHASES, type PhaseId, ROLES } from '@vigie/respond';
import * as v from 'valibot';
import { addTask, changeTask } from '../cases/plan/change-task.ts';
import { taskViews } from '../cases/plan/task-view.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import { TASK_STATES } from '../records/tables/tasks.ts';
import type { Room } from '../room.ts';
import { AccountId, GivenInstant, Person, textOf } from './case-schemas.ts';
import { Id, IdParams, Instant, lineOfText } from './fields.ts';

const Phase = v.picklist(Object.keys(PHASES) as PhaseId[]);

const Task = v.object({
  id: Id,
  caseId: Id,
  /** Its id in the plan; left out for people's own. */
  planId: v.optional(v.string()),
  phase: v.string(),
  title: v.string(),
  why: v.optional(v.string()),
  how: v.array(v.string()),
  role: v.optional(v.picklist(Object.keys(ROLES) as (keyof typeof ROLES)[])),
  /** `unknown`: the facts do not decide yet whether it has to be done. */
  owed: v.optional(v.picklist(['yes', 'unknown'])),
  /** As the plan says it; `dueAt` is what counts. */
  due: v.optional(v.string()),
  after: v.optional(v.string()),
  on: v.optional(v.record(v.string(), v.unknown())),
  references: v.array(v.object({ name: v.string(), url: v.optional(v.string()), article: v.optional(v.string()) })),
  state: v.picklist(TASK_STATES),
  /** The facts no longer call for it. */
  dropped: v.boolean(),
  owner: v.optional(Person),
  dueAt: v.optional(Instant),
  late: v.boolean(),
  because: v.optional(v.string()),
  changedAt: Instant,
  changedBy: v.optional(Person),
  version: v.number(),
});

async function answered(room: Room, id: string) {
  const rows = await room.records.selectFrom('case_task').selectAll().where('id', '=', id).execute();
  const [view] = await taskViews(room, rows);
  return view ?? problem('not-found');
}

export const listTasks = operation({
  id: 'listTasks',
  method: 'GET',
  path: '/api/cases/:id/tasks',
  summary: 'What has to be done in a case, in the order of the plan',
  may: 'read-cases',
  params: IdParams,
  answer: v.object({ items: v.array(Task) }),
  async run({ room, params }) {
    const rows = await room.records.selectFrom('case_task').selectAll().where('case_id', '=', params.id).execute();
    return { items: await taskViews(room, rows) };
  },
});

export const addTaskToCase = operation({
  id: 'addTask',
  method: 'POST',
  path: '/api/cases/:id/tasks',
  summary: 'Add a task of one’s own',
  may: 'work-on-tasks',
  params: IdParams,
  body: v.strictObject({
    title: lineOfText(300),
    why: v.optional(textOf(4000)),
    how: v.optional(v.pipe(v.array(textOf(2000)), v.maxLength(50))),
    phase: v.optional(Phase),
    ownerId: v.optional(AccountId),
    dueAt: v.optional(GivenInstant),
  }),
  answer: Task,
  status: 201,
  async run({ room, actor, params, body }) {
    const id = await addTask(room, actor, params.id, body);
    return id instanceof Problem ? id : answered(room, id);
  },
});

export const changeTaskOfCase = operation({
  id: 'changeTask',
  method: 'PATCH',
  path: '/api/tasks/:id',
  summary: 'Take a task, set its deadline, do it, or say why it is not needed',
  may: 'work-on-tasks',
  params: IdParams,
  versioned: true,
  body: v.strictObject({
    state: v.optional(v.picklist(TASK_STATES)),
    ownerId: v.optional(v.nullable(AccountId)),
    dueAt: v.optional(v.nullable(GivenInstant)),
    because: v.optional(textOf(4000)),
  }),
  answer: Task,
  async run({ room, actor, params, version, body }) {
    const changed = await changeTask(room, actor, params.id, version, body);
    return changed instanceof Problem ? changed : answered(room, params.id);
  },
});

export const taskOperations: readonly AnyOperation[] = [listTasks, addTaskToCase, changeTaskOfCase];
