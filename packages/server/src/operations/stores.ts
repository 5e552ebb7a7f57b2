// Operations on stores: what answers there, what a stranger may do, what it holds, and what became of it.
import { VERBS } from '@vigie/probe';
import { type Selectable, sql } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { keysOf, PageQuery, pageFrom, pageOf, totalOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import type { ColumnKinds, KeptInventory } from '../records/tables/stores.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { observationsIn } from '../watch/observations.ts';
import { requestClassification } from '../watch/request-classification.ts';
import { STORE_EVENTS } from '../watch/store-news.ts';
import { Id, IdParams, Instant } from './fields.ts';
import { oneOrMore } from './words.ts';

const STORE_VERDICTS = ['open', 'partial', 'unknown', 'closed', 'gone'] as const;
const Verdict = v.picklist(STORE_VERDICTS);
const Maybe = v.picklist(['yes', 'no', 'unknown']);
export const People = v.object({ lower: v.number(), estimate: v.number(), upper: v.number() });

const Inventory = v.object({
  containers: v.array(
    v.object({
      name: v.string(),
      collections: v.array(
        v.object({
          name: v.string(),
          rows: v.optional(v.number()),
          rowsBasis: v.optional(v.string()),
          bytes: v.optional(v.number()),
          bytesBasis: v.optional(v.string()),
          columns: v.array(v.object({ name: v.string(), type: v.string(), kinds: v.array(v.string()) })),
        }),
      ),
    }),
  ),
  truncated: v.optional(v.boolean()),
});

const Store = v.object({
  id: Id,
  scopeId: Id,
  address: v.string(),
  /** What its owner calls the address. */
  name: v.optional(v.string()),
  port: v.number(),
  transport: v.string(),
  tls: v.boolean(),
  product: v.string(),
  productVersion: v.optional(v.string()),
  software: v.optional(v.string()),
  verdict: Verdict,
  posture: v.object(v.entriesFromList(VERBS, Maybe)),
  caveats: v.array(v.string()),
  firstSeenAt: Instant,
  firstSeenOpenAt: v.optional(Instant),
  /** It stands open since then at the latest: when it was first seen so. */
  openSinceAtTheLatest: v.optional(Instant),
  /** And not since before then: when it was last seen closed, or its port refusing. */
  closedLastSeenAt: v.optional(Instant),
  lastSeenAt: Instant,
  /** Since when scans could not tell how it stands, and why; it is shown as it was known to stand. */
  unsure: v.optional(v.object({ since: Instant, why: v.string() })),
  rows: v.optional(v.number()),
  bytes: v.optional(v.number()),
  people: v.optional(People),
  kinds: v.array(
    v.object({
      kind: v.string(),
      level: v.picklist(['certain', 'possible']),
      rows: v.number(),
      columns: v.optional(v.array(v.string())),
    }),
  ),
  classifiedAt: v.optional(Instant),
  /** Somebody looks into it, or will. */
  classifying: v.boolean(),
  classifyError: v.optional(v.string()),
  /** That are not mended. */
  findings: v.number(),
  inventory: v.optional(Inventory),
  /** Its scope is still there. */
  watched: v.boolean(),
  version: v.number(),
});

type StoreRow = Omit<
  Selectable<Records['store']>,
  'inventory' | 'countries' | 'opened_seen_at' | 'closed_before_open_at'
> & {
  readonly findings: number | null;
};

const MISSING = undefined;

function storeOf(row: StoreRow, inventory: KeptInventory | null | undefined = MISSING): v.InferInput<typeof Store> {
  return {
    id: row.id,
    scopeId: row.scope_id,
    address: row.address,
    ...some('name', row.name),
    port: row.port,
    transport: row.transport,
    tls: row.tls,
    product: row.product,
    ...some('productVersion', row.product_version),
    ...some('software', row.software),
    verdict: row.verdict as v.InferInput<typeof Verdict>,
    posture: row.posture,
    caveats: [...row.caveats],
    firstSeenAt: row.first_seen_at,
    ...some('firstSeenOpenAt', row.first_seen_open_at),
    ...some('openSinceAtTheLatest', row.open_since),
    ...some('closedLastSeenAt', row.closed_seen_at),
    lastSeenAt: row.last_seen_at,
    ...(row.unsure_since === null ? {} : { unsure: { since: row.unsure_since, why: row.unsure_why ?? '' } }),
    ...some('rows', row.rows),
    ...some('bytes', row.bytes),
    ...some('people', row.people),
    kinds: row.kinds.map(({ columns, ...kind }) => ({ ...kind, ...(columns && { columns: [...columns] }) })),
    ...some('classifiedAt', row.classified_at),
    classifying: row.classify_asked_at !== null,
    ...some('classifyError', row.classify_error),
    findings: Number(row.findings ?? 0),
    ...(inventory ? { inventory: withKinds(inventory, row.column_kinds) } : {}),
    watched: row.watched,
    version: row.version,
  };
}

/** A field that is left out where there is nothing to say. */
function some<const Name extends string, Value>(name: Name, value: Value | null): { [Key in Name]?: Value } {
  return (value === null ? {} : { [name]: value }) as { [Key in Name]?: Value };
}

/** The kinds of columns, as the last look into the store found them; what is inside of a column counts for the column. */
function withKinds(inventory: KeptInventory, columnKinds: readonly ColumnKinds[]): v.InferInput<typeof Inventory> {
  const found = new Map<string, Set<string>>();
  for (const [container, collection, column, kinds] of columnKinds) {
    for (const name of new Set([column, column.replace(/\[.*$/, '')])) {
      const key = JSON.stringify([container, collection, name]);
      found.set(key, new Set([...(found.get(key) ?? []), ...kinds]));
    }
  }
  const { containers, truncated } = inventory;
  return {
    containers: containers.map(({ name: container, collections }) => ({
      name: container,
      collections: collections.map(({ columns, ...collection }) => ({
        ...collection,
        columns: columns.map(({ name, type }) => ({
          name,
          type,
          kinds: [...(found.get(JSON.stringify([container, collection.name, name])) ?? [])],
        })),
      })),
    })),
    ...(truncated && { truncated }),
  };
}

/** The order of the list, as the index of the same words has it. */
const RANK = sql<number>`(CASE verdict WHEN 'open' THEN 0 WHEN 'partial' THEN 1 WHEN 'unknown' THEN 2 WHEN 'closed' THEN 3 ELSE 4 END)`;

const COLUMNS = [
  'id',
  'scope_id',
  'address',
  'port',
  'family',
  'product',
  'product_version',
  'software',
  'name',
  'transport',
  'tls',
  'verdict',
  'posture',
  'caveats',
  'first_seen_at',
  'first_seen_open_at',
  'open_since',
  'closed_seen_at',
  'last_seen_at',
  'observed_at',
  'unsure_since',
  'unsure_why',
  'rows',
  'bytes',
  'shape',
  'people',
  'kinds',
  'column_kinds',
  'classified_at',
  'classified_shape',
  'classify_asked_at',
  'classify_error',
  'watched',
  'version',
] as const;

function storeRows(room: Room) {
  return room.records
    .selectFrom('store')
    .select(COLUMNS)
    .select((eb) =>
      eb
        .selectFrom('finding')
        .whereRef('finding.store_id', '=', 'store.id')
        .where('finding.state', '!=', 'mended')
        .select(eb.fn.countAll<number>().as('count'))
        .as('findings'),
    );
}

export const listStores = operation({
  id: 'listStores',
  method: 'GET',
  path: '/api/stores',
  summary: 'Stores, those that stand open first',
  may: 'read-watch',
  query: v.object({
    ...PageQuery,
    verdict: v.optional(oneOrMore(STORE_VERDICTS)),
    product: v.optional(v.pipe(v.string(), v.maxLength(100))),
    scope: v.optional(Id),
    q: v.optional(v.pipe(v.string(), v.maxLength(200))),
  }),
  answer: pageOf(Store),
  async run({ room, query }) {
    const keys = keysOf(query.cursor, ['number', 'string']);
    if (keys instanceof Problem) return keys;
    let rows = storeRows(room)
      .select(RANK.as('rank'))
      .where('watched', '=', true)
      .orderBy(RANK)
      .orderBy('id')
      .limit(query.limit + 1);
    if (query.verdict !== undefined) rows = rows.where('verdict', 'in', query.verdict);
    if (query.product !== undefined) rows = rows.where('product', '=', query.product);
    if (query.scope !== undefined) rows = rows.where('scope_id', '=', query.scope);
    if (query.q !== undefined) {
      const like = containing(query.q);
      rows = rows.where((eb) =>
        eb.or([eb('address', 'ilike', like), eb('name', 'ilike', like), eb('product', 'ilike', like)]),
      );
    }
    const total = await totalOf(room.records, query, rows);
    if (keys !== undefined) rows = rows.where(sql<boolean>`(${RANK}, id) > (${keys[0]}, ${keys[1]}::uuid)`);
    if (query.skip > 0) {
      // The index alone says where to go on; whole rows are read only from there.
      const skipped = rows.clearSelect().select(['id', RANK.as('rank')]);
      const last = await skipped
        .offset(query.skip - 1)
        .limit(1)
        .executeTakeFirst();
      if (last === undefined) return { items: [], ...total };
      rows = rows.where(sql<boolean>`(${RANK}, id) > (${last.rank}, ${last.id}::uuid)`);
    }
    const page = pageFrom(
      await rows.execute(),
      query.limit,
      (row) => storeOf(row),
      ({ rank, id }) => [rank, id],
    );
    return { ...page, ...total };
  },
});

/** What a person typed, as a part of a text: its own signs for any letter mean themselves. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

export const getStore = operation({
  id: 'getStore',
  method: 'GET',
  path: '/api/stores/:id',
  summary: 'One store, with what it holds',
  may: 'read-watch',
  params: IdParams,
  answer: Store,
  async run({ room, params }) {
    const row = await storeRows(room).select('inventory').where('id', '=', params.id).executeTakeFirst();
    return row === undefined ? problem('not-found') : storeOf(row, row.inventory);
  },
});

const MOST_EVENTS = 500;
const MOST_OBSERVATIONS = 2000;

export const getStoreHistory = operation({
  id: 'getStoreHistory',
  method: 'GET',
  path: '/api/stores/:id/history',
  summary: 'What became of a store, and what was seen of it over time',
  may: 'read-watch',
  params: IdParams,
  answer: v.object({
    /** The latest first. */
    items: v.array(
      v.object({
        at: Instant,
        what: v.picklist(STORE_EVENTS),
        before: v.optional(v.unknown()),
        after: v.optional(v.unknown()),
        scanId: v.optional(Id),
      }),
    ),
    /** The oldest first. */
    observations: v.array(
      v.object({ at: Instant, verdict: Verdict, rows: v.optional(v.number()), people: v.optional(v.number()) }),
    ),
  }),
  async run({ room, params }) {
    const store = await room.records.selectFrom('store').select('id').where('id', '=', params.id).executeTakeFirst();
    if (store === undefined) return problem('not-found');
    const events = await room.records
      .selectFrom('store_event')
      .selectAll()
      .where('store_id', '=', params.id)
      .orderBy('id', 'desc')
      .limit(MOST_EVENTS)
      .execute();
    const seen = await observationsIn(room.records).ofStore(params.id, MOST_OBSERVATIONS);
    return {
      items: events.map(({ at, what, before, after, scan_id: scanId }) => ({
        at,
        what: what as (typeof STORE_EVENTS)[number],
        ...some('before', before),
        ...some('after', after),
        ...some('scanId', scanId),
      })),
      observations: seen.map(({ at, verdict, rows, people }) => ({
        at,
        verdict: verdict as v.InferInput<typeof Verdict>,
        ...some('rows', rows),
        ...some('people', people),
      })),
    };
  },
});

export const classifyStore = operation({
  id: 'classifyStore',
  method: 'POST',
  path: '/api/stores/:id/classify',
  summary: 'Look what stands in it, and whose: kinds and numbers are kept, no value is',
  may: 'run-scans',
  params: IdParams,
  /** Without an id where one waits already. */
  answer: v.object({ jobId: v.optional(v.string()) }),
  status: 202,
  async run({ room, params }) {
    return room.records.transaction().execute(async (trx) => {
      const store = await trx
        .selectFrom('store')
        .select(['id', 'posture', 'verdict', 'watched'])
        .where('id', '=', params.id)
        .forUpdate()
        .executeTakeFirst();
      if (store === undefined) return problem('not-found');
      if (!store.watched) return problem('conflict', { detail: 'its scope was removed, so nothing asks it any more' });
      if (store.posture.read !== 'yes' || store.verdict === 'gone') {
        return problem('conflict', { detail: 'strangers cannot read it, and nobody tries to get in' });
      }
      const jobId = await requestClassification(room, trx, store.id);
      return jobId === undefined ? {} : { jobId };
    });
  },
});

export const storeOperations: readonly AnyOperation[] = [listStores, getStore, getStoreHistory, classifyStore];
