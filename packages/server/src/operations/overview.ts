// The first screen: what stands open now and since when, whose data it is, and what changed last.
import { sql } from 'kysely';
import * as v from 'valibot';
import { type Actor, actorMay } from '../access/actor.ts';
import { casesKeptFrom, knowsAllCases } from '../access/need-to-know.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { keptAnswersOf } from '../live/kept-answers.ts';
import type { Room } from '../room.ts';
import { Instant } from './fields.ts';
import { FindingSummary, findingRows, summaryOf } from './findings.ts';
import { People } from './stores.ts';

const Overview = v.object({
  openNow: v.object({
    /** That are open or partly open. */
    stores: v.number(),
    /** Of the one that stands open the longest: since then at the latest. */
    since: v.optional(Instant),
    /**
     * Nobody knows how many people stand in more than one store: as many as in the largest at least, and as in all together at most.
     */
    people: v.optional(People),
    worst: v.optional(FindingSummary),
  }),
  /** The clock of a case that runs out next, for who may read cases; the case by the name that others may overhear. */
  nextClock: v.optional(
    v.object({ caseId: v.string(), caseName: v.string(), duty: v.string(), dueAt: Instant, startedAt: Instant }),
  ),
  findingsByState: v.record(v.string(), v.number()),
  openOverTime: v.array(v.object({ at: Instant, open: v.number(), partial: v.number() })),
  kinds: v.array(v.object({ kind: v.string(), rows: v.number() })),
  recent: v.array(
    v.object({
      seq: v.number(),
      at: Instant,
      kind: v.string(),
      id: v.string(),
      what: v.string(),
      label: v.optional(v.string()),
    }),
  ),
  firstScanDone: v.boolean(),
});

export const getOverview = operation({
  id: 'getOverview',
  method: 'GET',
  path: '/api/overview',
  summary: 'What stands open now, since when, whose data it is, and what changed last',
  may: 'read-watch',
  answer: Overview,
  run({ room, actor }) {
    const readsCases = actorMay(actor, 'read-cases');
    // What is kept from some is read for each of them.
    const whose = readsCases && !knowsAllCases(actor) ? actor : undefined;
    return keptAnswersOf(room).answer(`overview ${readsCases} ${whose?.accountId ?? ''}`, () =>
      readOverview(room, readsCases, whose),
    );
  },
});

/** @param whose the one from whom cases may be kept; undefined where none is */
async function readOverview(
  room: Room,
  readsCases: boolean,
  whose: Actor | undefined,
): Promise<v.InferInput<typeof Overview>> {
  const [openNow, clock, findingsByState, openOverTime, kinds, recent, firstScanDone] = await Promise.all([
    openStores(room),
    readsCases ? nextClock(room, whose) : undefined,
    findingCounts(room),
    openCounts(room),
    openKinds(room),
    recentChanges(room),
    hasScanned(room),
  ]);
  const next = clock === undefined ? {} : { nextClock: clock };
  return { openNow, ...next, findingsByState, openOverTime, kinds, recent, firstScanDone };
}

async function openStores({ records }: Room): Promise<v.InferInput<typeof Overview>['openNow']> {
  const { rows } = await sql<{
    stores: number;
    since: Date | null;
    lower: number | string | null;
    estimate: number | string | null;
    upper: number | string | null;
  }>`
    SELECT count(*) AS stores, min(open_since) AS since, max((people->>'lower')::numeric) AS lower,
      sum((people->>'estimate')::numeric) AS estimate, sum((people->>'upper')::numeric) AS upper
    FROM store WHERE watched AND verdict IN ('open', 'partial')`.execute(records);
  const [row] = rows;
  const worst = await findingRows(records)
    .where('finding.watched', '=', true)
    .where('finding.state', 'not in', ['mended', 'accepted'])
    .orderBy('finding.severity_rank')
    .orderBy('finding.first_seen_at')
    .orderBy('finding.id')
    .limit(1)
    .executeTakeFirst();
  const { lower = null, estimate = null, upper = null, since = null } = row ?? {};
  const isKnown = lower !== null && estimate !== null && upper !== null;
  return {
    stores: Number(row?.stores ?? 0),
    ...(since === null ? {} : { since }),
    ...(isKnown ? { people: { lower: Number(lower), estimate: Number(estimate), upper: Number(upper) } } : {}),
    ...(worst === undefined ? {} : { worst: summaryOf(worst) }),
  };
}

async function nextClock({ records }: Room, whose: Actor | undefined) {
  const clocks = records
    .selectFrom('case_clock')
    .innerJoin('breach_case', 'breach_case.id', 'case_clock.case_id')
    .select(['breach_case.id', 'breach_case.codename', 'breach_case.opened_at', 'case_clock.what', 'case_clock.due_at'])
    .where('case_clock.state', '=', 'running')
    .where('breach_case.state', '=', 'open')
    .where('case_clock.due_at', 'is not', null);
  const known = whose === undefined ? clocks : clocks.where('breach_case.id', 'not in', casesKeptFrom(records, whose));
  const row = await known.orderBy('case_clock.due_at').limit(1).executeTakeFirst();
  if (row === undefined || row.due_at === null) return undefined;
  const { id: caseId, codename: caseName, what: duty, due_at: dueAt, opened_at: startedAt } = row;
  return { caseId, caseName, duty, dueAt, startedAt };
}

async function findingCounts({ records }: Room): Promise<Record<string, number>> {
  const rows = await records
    .selectFrom('finding')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('watched', '=', true)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** More points than a picture has pixels help nobody. */
const MOST_POINTS = 500;

async function openCounts({ records }: Room) {
  const rows = await records.selectFrom('open_count').selectAll().orderBy('at', 'desc').limit(MOST_POINTS).execute();
  return rows.reverse();
}

const MOST_KINDS = 12;

async function openKinds({ records }: Room): Promise<{ kind: string; rows: number }[]> {
  const { rows } = await sql<{ kind: string; rows: number | string }>`
    SELECT one->>'kind' AS kind, sum((one->>'rows')::numeric) AS rows
    FROM store CROSS JOIN LATERAL jsonb_array_elements(kinds) AS one
    WHERE watched AND verdict IN ('open', 'partial')
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_KINDS}`.execute(records);
  return rows.map(({ kind, rows: count }) => ({ kind, rows: Number(count) }));
}

const MOST_RECENT = 20;

/** What everybody who sees this page may know of, with the name of the thing. */
async function recentChanges({ records }: Room) {
  const changes = await records
    .selectFrom('change')
    .selectAll()
    .where('kind', 'in', ['finding', 'store', 'scope'])
    .orderBy('seq', 'desc')
    .limit(MOST_RECENT)
    .execute();
  const idsOf = (kind: string) => changes.filter((one) => one.kind === kind).map(({ id }) => id);
  const labels = new Map<string, string>();
  const findings = await named(idsOf('finding'), (ids) =>
    records.selectFrom('finding').select(['id', 'title']).where('id', 'in', ids).execute(),
  );
  for (const { id, title } of findings) labels.set(id, title);
  const stores = await named(idsOf('store'), (ids) =>
    records.selectFrom('store').select(['id', 'product', 'address', 'port']).where('id', 'in', ids).execute(),
  );
  for (const { id, product, address, port } of stores) labels.set(id, `${product} ${address}:${port}`);
  const scopes = await named(idsOf('scope'), (ids) =>
    records.selectFrom('scope').select(['id', 'name']).where('id', 'in', ids).execute(),
  );
  for (const { id, name } of scopes) labels.set(id, name);
  return changes.map(({ seq, at, kind, id, what }) => {
    const label = labels.get(id);
    return { seq, at, kind, id, what, ...(label === undefined ? {} : { label }) };
  });
}

async function named<Row>(ids: string[], read: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
  return ids.length === 0 ? [] : read(ids);
}

async function hasScanned({ records }: Room): Promise<boolean> {
  const scan = await records.selectFrom('scan').select('id').where('state', '=', 'done').limit(1).executeTakeFirst();
  return scan !== undefined;
}

export const overviewOperations: readonly AnyOperation[] = [getOverview];
