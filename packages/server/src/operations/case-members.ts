// Operations on who may know of a case.
import * as v from 'valibot';
import { caseViews } from '../cases/case-view.ts';
import { limitCase, membersOf } from '../cases/limit-case.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import type { Room } from '../room.ts';
import { AccountId, Person, textOf } from './case-schemas.ts';
import { IdParams, Instant } from './fields.ts';

const Members = v.object({
  /** Only these may know of it; else everybody whose role reads cases. */
  limited: v.boolean(),
  items: v.array(
    v.object({
      person: Person,
      role: v.string(),
      by: v.picklist(['member', 'seat', 'role']),
      addedAt: v.optional(Instant),
      addedBy: v.optional(Person),
    }),
  ),
  /** The version of the case, which a change has to name. */
  version: v.number(),
});

const MOST_MEMBERS = 200;

async function answered(room: Room, caseId: string) {
  const row = await room.records.selectFrom('breach_case').selectAll().where('id', '=', caseId).executeTakeFirst();
  const [view] = row === undefined ? [] : await caseViews(room, [row]);
  if (view === undefined) return problem('not-found');
  return { limited: view.limited, items: [...(await membersOf(room, caseId))], version: view.version };
}

export const getCaseMembers = operation({
  id: 'getCaseMembers',
  method: 'GET',
  path: '/api/cases/:id/members',
  summary: 'Who may know of a case while it is limited: members, those with a seat in it, and data protection officers',
  may: 'read-cases',
  params: IdParams,
  answer: Members,
  run: ({ room, params }) => answered(room, params.id),
});

export const limitCaseToMembers = operation({
  id: 'limitCase',
  method: 'PUT',
  path: '/api/cases/:id/members',
  summary:
    'Limit a case to its members, change them, or open it up again; for everybody else a limited case is not there',
  may: 'work-on-cases',
  params: IdParams,
  versioned: true,
  body: v.strictObject({
    limited: v.boolean(),
    members: v.pipe(v.array(AccountId), v.maxLength(MOST_MEMBERS)),
    because: textOf(4000),
  }),
  answer: Members,
  async run({ room, actor, params, version, body }) {
    const done = await limitCase(room, actor, params.id, version, body);
    return done instanceof Problem ? done : answered(room, params.id);
  },
});

export const caseMemberOperations: readonly AnyOperation[] = [getCaseMembers, limitCaseToMembers];
