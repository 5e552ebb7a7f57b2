// Operations on findings: the list, worst first, and one with its evidence and its remedy.
import { SEVERITIES } from '@vigie/probe';
import { sql, type Transaction } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { keysOf, PageQuery, pageFrom, pageOf, totalOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { keptAnswersOf } from '../live/kept-answers.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { BECAUSE } from '../watch/act-on-finding.ts';
import { ACTS, actsOf, FINDING_STATES, type FindingState } from '../watch/finding-life.ts';
import { RESULTS } from '../watch/judge.ts';
import { rankOf } from '../watch/keep-findings.ts';
import { Id, IdParams, Instant } from './fields.ts';
import { containing } from './stores.ts';
import { oneOrMore } from './words.ts';

export const State = v.picklist(FINDING_STATES);
export const Person = v.object({ id: v.string(), name: v.string() });
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

export const Finding = v.object({
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
    return keptAnswersOf(room).answer(`findings ${JSON.stringify(asked)}`, () => readPage(room, asked));
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
  if (severity !== undefined) rows = rows.where('finding.severity_rank', 'in', severity.map(rankOf));
  if (assignee === 'nobody') rows = rows.where('finding.assignee_id', 'is', null);
  else if (assignee !== undefined) rows = rows.where('finding.assignee_id', '=', assignee);
  if (store !== undefined) rows = rows.where('finding.store_id', '=', store);
  if (scope !== undefined) rows = rows.where('finding.scope_id', '=', scope);
  if (q !== undefined) {
    const like = containing(q);
    const columns = ['finding.title', 'finding.address', 'finding.product', 'finding.rule'] as const;
    rows = rows.where((eb) => eb.or(columns.map((column) => eb(column, 'ilike', like))));
  }
  const total = await totalOf(room.records, query, rows);
  if (keys !== undefined) {
    const [rank, at, id] = keys;
    if (Number.isNaN(Date.parse(String(at)))) return problem('invalid-request', { errors: [BAD_CURSOR] });
    rows = rows.where(
      sql<boolean>`(finding.severity_rank, finding.first_seen_at, finding.id) > (${rank}::smallint, ${at}::timestamptz, ${id}::uuid)`,
    );
  }
  if (query.skip > 0) {
    // The index alone says where to go on; whole rows are read only from there.
    const skipped = rows.clearSelect().select(['severity_rank', 'first_seen_at', 'finding.id']);
    const last = await skipped
      .offset(query.skip - 1)
      .limit(1)
      .executeTakeFirst();
    if (last === undefined) return { items: [], ...total };
    const { severity_rank: rank, first_seen_at: at, id } = last;
    rows = rows.where(
      sql<boolean>`(finding.severity_rank, finding.first_seen_at, finding.id) > (${rank}, ${at}, ${id})`,
    );
  }
  const page = pageFrom(await rows.execute(), query.limit, summaryOf, (row) => [
    row.severity_rank,
    row.first_seen_at.toISOString(),
    row.id,
  ]);
  return { ...page, ...total };
}

const BAD_CURSOR = { pointer: '/query/cursor', detail: 'it is not a cursor of this list' };

export async function readFinding(room: Room, id: string): Promise<v.InferInput<typeof Finding> | Problem> {
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

export function openedReason(room: Room, sealed: string | null): string | undefined {
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

export const findingOperations: readonly AnyOperation[] = [listFindings, getFinding];
