// Operations on findings: the list, worst first; one with its remedy; its life; verifying it; and how long things take.
import { SEVERITIES } from '@vigie/probe';
import { sql, type Transaction } from 'kysely';
import * as v from 'valibot';
import { type Actor, actorMay } from '../access/actor.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { keysOf, PageQuery, pageFrom, pageOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { actOnFinding, BECAUSE, type FindingRow, type Step } from '../watch/act-on-finding.ts';
import { figuresOf } from '../watch/figures.ts';
import { ACTS, type Act, actsOf, FINDING_STATES, type FindingState } from '../watch/finding-life.ts';
import { findingPagesOf } from '../watch/finding-pages.ts';
import { RESULTS } from '../watch/judge.ts';
import { requestVerification } from '../watch/verify-finding.ts';
import { Id, IdParams, Instant, lineOfText } from './fields.ts';
import { containing } from './stores.ts';
import { oneOrMore } from './words.ts';

const State = v.picklist(FINDING_STATES);
const Person = v.object({ id: v.string(), name: v.string() });
const Verification = v.object({ at: Instant, result: v.picklist(RESULTS), why: v.string() });

const Summary = {
  id: Id,
  storeId: Id,
  scopeId: Id,
  store: v.object({ address: v.string(), port: v.number(), product: v.string() }),
  rule: v.string(),
  title: v.string(),
  severity: v.picklist(SEVERITIES),
  state: State,
  assignee: v.optional(Person),
  acceptedUntil: v.optional(Instant),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  assignedAt: v.optional(Instant),
  mendedAt: v.optional(Instant),
  backAt: v.optional(Instant),
  verification: v.optional(Verification),
  caseId: v.optional(Id),
  version: v.number(),
};

/** A finding as lists show it. */
export const FindingSummary = v.object(Summary);

const Finding = v.object({
  ...Summary,
  acceptedBecause: v.optional(v.string()),
  why: v.string(),
  evidence: v.array(
    v.object({
      asked: v.string(),
      answered: v.string(),
      sentBytes: v.number(),
      receivedBytes: v.number(),
      receivedSha256: v.string(),
    }),
  ),
  remedy: v.object({
    summary: v.string(),
    steps: v.array(v.string()),
    configuration: v.optional(v.object({ file: v.string(), text: v.string() })),
    verify: v.string(),
    reference: v.string(),
  }),
  /** What a person may do with it in its state. */
  acts: v.array(v.picklist(ACTS)),
});

const COLUMNS = [
  'finding.id',
  'finding.store_id',
  'finding.scope_id',
  'finding.address',
  'finding.port',
  'finding.product',
  'finding.rule',
  'finding.title',
  'finding.severity',
  'finding.severity_rank',
  'finding.state',
  'finding.resumes',
  'finding.assignee_id',
  'finding.accepted_until',
  'finding.first_seen_at',
  'finding.last_seen_at',
  'finding.assigned_at',
  'finding.mended_at',
  'finding.back_at',
  'finding.verified_at',
  'finding.verified_result',
  'finding.verified_why',
  'finding.case_id',
  'finding.version',
  'auth_user.name as assignee_name',
] as const;

export function findingRows(records: Room['records'] | Transaction<Records>) {
  return records.selectFrom('finding').leftJoin('auth_user', 'auth_user.id', 'finding.assignee_id').select(COLUMNS);
}

type SummaryRow = NonNullable<Awaited<ReturnType<ReturnType<typeof findingRows>['executeTakeFirst']>>>;

export function summaryOf(row: SummaryRow): v.InferInput<typeof FindingSummary> {
  const { verified_at: at, verified_result: result } = row;
  return {
    id: row.id,
    storeId: row.store_id,
    scopeId: row.scope_id,
    store: { address: row.address, port: row.port, product: row.product },
    rule: row.rule,
    title: row.title,
    severity: row.severity as v.InferInput<typeof FindingSummary>['severity'],
    state: row.state as FindingState,
    ...(row.assignee_id === null ? {} : { assignee: { id: row.assignee_id, name: row.assignee_name ?? '' } }),
    ...(row.accepted_until === null ? {} : { acceptedUntil: row.accepted_until }),
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    ...(row.assigned_at === null ? {} : { assignedAt: row.assigned_at }),
    ...(row.mended_at === null ? {} : { mendedAt: row.mended_at }),
    ...(row.back_at === null ? {} : { backAt: row.back_at }),
    ...(at === null || result === null
      ? {}
      : { verification: { at, result: result as (typeof RESULTS)[number], why: row.verified_why ?? '' } }),
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    version: row.version,
  };
}

const FindingQuery = v.object({
  ...PageQuery,
  state: v.optional(oneOrMore(FINDING_STATES)),
  severity: v.optional(oneOrMore(SEVERITIES)),
  /** An account, `me`, or `nobody`. */
  assignee: v.optional(v.pipe(v.string(), v.maxLength(64))),
  store: v.optional(Id),
  scope: v.optional(Id),
  q: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

export const listFindings = operation({
  id: 'listFindings',
  method: 'GET',
  path: '/api/findings',
  summary: 'Findings, worst first, and of the same severity the oldest first; remedy and evidence are with each one',
  may: 'read-watch',
  query: FindingQuery,
  answer: pageOf(FindingSummary),
  async run({ room, query, actor }) {
    const asked = { ...query, assignee: query.assignee === 'me' ? actor.accountId : query.assignee };
    return findingPagesOf(room).page(JSON.stringify(asked), () => readPage(room, asked));
  },
});

async function readPage(room: Room, query: v.InferOutput<typeof FindingQuery>) {
  const keys = keysOf(query.cursor, ['number', 'string', 'string']);
  if (keys instanceof Problem) return keys;
  const { state, severity, assignee, store, scope, q } = query;
  let rows = findingRows(room.records)
    .where('finding.watched', '=', true)
    .orderBy('finding.severity_rank')
    .orderBy('finding.first_seen_at')
    .orderBy('finding.id')
    .limit(query.limit + 1);
  if (state !== undefined) rows = rows.where('finding.state', 'in', state);
  if (severity !== undefined) rows = rows.where('finding.severity', 'in', severity);
  if (assignee === 'nobody') rows = rows.where('finding.assignee_id', 'is', null);
  else if (assignee !== undefined) rows = rows.where('finding.assignee_id', '=', assignee);
  if (store !== undefined) rows = rows.where('finding.store_id', '=', store);
  if (scope !== undefined) rows = rows.where('finding.scope_id', '=', scope);
  if (q !== undefined) {
    const like = containing(q);
    const columns = ['finding.title', 'finding.address', 'finding.product', 'finding.rule'] as const;
    rows = rows.where((eb) => eb.or(columns.map((column) => eb(column, 'ilike', like))));
  }
  if (keys !== undefined) {
    const [rank, at, id] = keys;
    if (Number.isNaN(Date.parse(String(at)))) return problem('invalid-request', { errors: [BAD_CURSOR] });
    rows = rows.where(
      sql<boolean>`(finding.severity_rank, finding.first_seen_at, finding.id) > (${rank}::smallint, ${at}::timestamptz, ${id}::uuid)`,
    );
  }
  return pageFrom(await rows.execute(), query.limit, summaryOf, (row) => [
    row.severity_rank,
    row.first_seen_at.toISOString(),
    row.id,
  ]);
}

const BAD_CURSOR = { pointer: '/query/cursor', detail: 'it is not a cursor of this list' };

async function readFinding(room: Room, id: string): Promise<v.InferInput<typeof Finding> | Problem> {
  const row = await findingRows(room.records)
    .innerJoin('advice', 'advice.id', 'finding.advice_id')
    .select(['finding.evidence', 'finding.accepted_because', 'advice.why', 'advice.remedy'])
    .where('finding.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return problem('not-found');
  const { configuration, steps, ...remedy } = row.remedy;
  const because = openedReason(room, row.accepted_because);
  return {
    ...summaryOf(row),
    ...(because === undefined ? {} : { acceptedBecause: because }),
    why: row.why,
    evidence: [...row.evidence],
    remedy: { ...remedy, steps: [...steps], ...(configuration && { configuration }) },
    acts: [...actsOf(row.state as FindingState)],
  };
}

function openedReason(room: Room, sealed: string | null): string | undefined {
  if (sealed === null) return undefined;
  const opened = room.vault.open(sealed, BECAUSE);
  if ('code' in opened) {
    room.log.warn(`a reason cannot be read: ${opened.message}`);
    return undefined;
  }
  return opened.text;
}

export const getFinding = operation({
  id: 'getFinding',
  method: 'GET',
  path: '/api/findings/:id',
  summary: 'One finding, with its evidence and what to do',
  may: 'read-watch',
  params: IdParams,
  answer: Finding,
  run: ({ room, params }) => readFinding(room, params.id),
});

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
    findingPagesOf(room).forget();
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
    findingPagesOf(room).forget();
    return readFinding(room, params.id);
  },
});

const MOST_STEPS = 1000;

export const getFindingTimeline = operation({
  id: 'getFindingTimeline',
  method: 'GET',
  path: '/api/findings/:id/timeline',
  summary: 'What happened to a finding, and who did it',
  may: 'read-watch',
  params: IdParams,
  answer: v.object({
    items: v.array(
      v.object({
        at: Instant,
        /** Nobody: the platform did it. */
        who: v.optional(v.string()),
        what: v.string(),
        from: v.optional(State),
        to: v.optional(State),
        assignee: v.optional(Person),
        acceptedUntil: v.optional(Instant),
        acceptedBecause: v.optional(v.string()),
        result: v.optional(v.picklist(RESULTS)),
        why: v.optional(v.string()),
      }),
    ),
  }),
  async run({ room, params }) {
    const finding = await room.records
      .selectFrom('finding')
      .select('id')
      .where('id', '=', params.id)
      .executeTakeFirst();
    if (finding === undefined) return problem('not-found');
    const rows = await room.records
      .selectFrom('finding_event as event')
      .leftJoin('auth_user as who', 'who.id', 'event.account_id')
      .leftJoin('auth_user as assignee', 'assignee.id', 'event.assignee_id')
      .selectAll('event')
      .select(['who.name as who', 'assignee.name as assignee_name'])
      .where('finding_id', '=', params.id)
      .orderBy('event.id')
      .limit(MOST_STEPS)
      .execute();
    return {
      items: rows.map((row) => {
        const because = openedReason(room, row.accepted_because);
        return {
          at: row.at,
          ...(row.who === null ? {} : { who: row.who }),
          what: row.what,
          ...(row.from_state === null ? {} : { from: row.from_state as FindingState }),
          ...(row.to_state === null ? {} : { to: row.to_state as FindingState }),
          ...(row.assignee_id === null ? {} : { assignee: { id: row.assignee_id, name: row.assignee_name ?? '' } }),
          ...(row.accepted_until === null ? {} : { acceptedUntil: row.accepted_until }),
          ...(because === undefined ? {} : { acceptedBecause: because }),
          ...(row.result === null ? {} : { result: row.result as (typeof RESULTS)[number] }),
          ...(row.why === null ? {} : { why: row.why }),
        };
      }),
    };
  },
});

const Span = v.object({ median: v.number(), p90: v.number(), count: v.number() });

export const getFigures = operation({
  id: 'getFigures',
  method: 'GET',
  path: '/api/figures',
  summary: 'How long doors stand open, and how long it takes to see, to assign and to close them: in seconds',
  may: 'read-watch',
  answer: v.object({ openSinceLatest: Span, detect: Span, assign: Span, close: Span }),
  run: ({ room }) => figuresOf(room.records, room.clock.now()),
});

export const findingOperations: readonly AnyOperation[] = [
  listFindings,
  getFinding,
  updateFinding,
  verifyFinding,
  getFindingTimeline,
  getFigures,
];
