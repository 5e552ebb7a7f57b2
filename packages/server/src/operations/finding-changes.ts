// Operations that move a finding: assign it, mend it, accept it, verify it.
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { type Actor, actorMay } from '../access/actor.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { actOnFinding, type FindingRow, type Step } from '../watch/act-on-finding.ts';
import { type Act, actsOf, type FindingState } from '../watch/finding-life.ts';
import { requestVerification } from '../watch/verify-finding.ts';
import { IdParams, lineOfText } from './fields.ts';
import { Finding, readFinding, State } from './findings.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_ACCEPTANCE_MS = 366 * DAY_MS;

const Change = v.strictObject({
  state: v.optional(State),
  assigneeId: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(64)))),
  /** An instant, or a day: then to its end in UTC. */
  acceptedUntil: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => !Number.isNaN(Date.parse(text)), 'a day as in 2027-01-31, or a time in UTC'),
    ),
  ),
  acceptedBecause: v.optional(v.nullable(lineOfText(2000))),
});
type Change = v.InferOutput<typeof Change>;

export const updateFinding = operation({
  id: 'updateFinding',
  method: 'PATCH',
  path: '/api/findings/:id',
  summary: 'Assign it, mend it, or accept it until a day and say why; only a verification says that it is mended',
  may: 'work-on-findings',
  params: IdParams,
  body: Change,
  versioned: true,
  answer: Finding,
  async run({ room, actor, params, body, version }) {
    const failed = await room.records.transaction().execute(async (trx) => {
      const row = await findingRow(trx, params.id);
      if (row === undefined) return problem('not-found');
      if (row.version !== version) return problem('version-old');
      return change(room, trx, row, body, actor);
    });
    if (failed !== undefined) return failed;
    return readFinding(room, params.id);
  },
});

function findingRow(trx: Transaction<Records>, id: string) {
  return trx.selectFrom('finding').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

async function change(
  room: Room,
  trx: Transaction<Records>,
  row: FindingRow,
  body: Change,
  actor: Actor,
): Promise<Problem | undefined> {
  const act = actOf(row, body);
  if (act === undefined) return undefined;
  if (act instanceof Problem) return act;
  if (act === 'verify') {
    return (await requestVerification(room, trx, row, actor.accountId)) ? undefined : notPossible(act, row.state);
  }
  if (act === 'accept' && !actorMay(actor, 'accept-findings'))
    return problem('not-allowed', { detail: 'it takes the permission accept-findings' });
  const at = room.clock.now();
  const acceptance = act === 'accept' ? acceptanceOf(body, at) : undefined;
  if (acceptance instanceof Problem) return acceptance;
  const assigneeId = body.assigneeId ?? (act === 'mend' ? (row.assignee_id ?? actor.accountId) : undefined);
  if (assigneeId !== undefined && !(await hasOpenAccount(trx, assigneeId)))
    return invalid('/body/assigneeId', 'nobody with an open account has this id');
  const step: Step = { act, at, accountId: actor.accountId, assigneeId, acceptance };
  return (await actOnFinding(room, trx, row, step)) === undefined ? notPossible(act, row.state) : undefined;
}

/** The act that a change of fields asks for; undefined where nothing would change. */
function actOf(
  row: FindingRow,
  { state, assigneeId, acceptedUntil, acceptedBecause }: Change,
): Act | Problem | undefined {
  switch (state) {
    case 'verifying':
      return 'verify';
    case 'mended':
    case 'back':
      return problem('conflict', { detail: 'only what is asked of the store says so: verify the finding' });
    case 'accepted':
      return 'accept';
    case 'mending':
      return 'mend';
    case 'assigned':
      if (assigneeId == null && row.assignee_id === null) return invalid('/body/assigneeId', 'say who is to mend it');
      return row.state === 'accepted' && assigneeId == null ? 'withdraw-acceptance' : 'assign';
    case 'new':
      return row.state === 'accepted' ? 'withdraw-acceptance' : 'unassign';
    case undefined:
      if (acceptedUntil !== undefined || acceptedBecause != null) return 'accept';
      if (assigneeId === undefined) return undefined;
      return assigneeId === null ? 'unassign' : 'assign';
    default:
      return state satisfies never;
  }
}

function acceptanceOf(
  { acceptedUntil, acceptedBecause }: Change,
  now: Date,
): { readonly until: Date; readonly because: string } | Problem {
  if (acceptedUntil === undefined) return invalid('/body/acceptedUntil', 'say until when it is accepted');
  if (acceptedBecause == null) return invalid('/body/acceptedBecause', 'say why it is accepted');
  const day = /^\d{4}-\d\d-\d\d$/.test(acceptedUntil);
  const until = new Date(Date.parse(acceptedUntil) + (day ? DAY_MS - 1 : 0));
  if (until <= now) return invalid('/body/acceptedUntil', 'it is over already');
  if (until.getTime() - now.getTime() > LONGEST_ACCEPTANCE_MS)
    return invalid('/body/acceptedUntil', 'at most a year; it can be accepted again');
  return { until, because: acceptedBecause };
}

function invalid(pointer: string, detail: string): Problem {
  return problem('invalid-request', { errors: [{ pointer, detail }] });
}

function notPossible(act: Act, state: string): Problem {
  const can = actsOf(state as FindingState).join(', ') || 'wait';
  return problem('conflict', { detail: `${act} is not possible while it is ${state}; possible: ${can}` });
}

async function hasOpenAccount(trx: Transaction<Records>, id: string): Promise<boolean> {
  const account = await trx
    .selectFrom('auth_user')
    .select('id')
    .where('id', '=', id)
    .where('disabled', '=', false)
    .executeTakeFirst();
  return account !== undefined;
}

export const verifyFinding = operation({
  id: 'verifyFinding',
  method: 'POST',
  path: '/api/findings/:id/verify',
  summary: 'Ask the same questions again: it is mended, still open, or it cannot be told and why',
  may: 'work-on-findings',
  params: IdParams,
  answer: Finding,
  status: 202,
  async run({ room, actor, params }) {
    const failed = await room.records.transaction().execute(async (trx) => {
      const row = await findingRow(trx, params.id);
      if (row === undefined) return problem('not-found');
      if (!row.watched) return problem('conflict', { detail: 'its scope was removed, so nothing asks it any more' });
      // Asked twice, verified once.
      if (row.state === 'verifying') return undefined;
      return (await requestVerification(room, trx, row, actor.accountId))
        ? undefined
        : notPossible('verify', row.state);
    });
    if (failed !== undefined) return failed;
    return readFinding(room, params.id);
  },
});

export const findingChangeOperations: readonly AnyOperation[] = [updateFinding, verifyFinding];
