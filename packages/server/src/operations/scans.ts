// Operations on scans: what was looked at, what was not and why; and stopping one.
import { VERDICTS } from '@vigie/probe';
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { keysOf, PageQuery, pageFrom, pageOf, totalOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import { progressesOf } from '../live/scan-progress.ts';
import type { Records } from '../records/tables.ts';
import { Id, IdParams, Instant } from './fields.ts';

const Untested = v.object({
  address: v.string(),
  port: v.number(),
  reason: v.string(),
  addressTo: v.optional(v.string()),
  portTo: v.optional(v.number()),
  endpoints: v.optional(v.number()),
});

export const Scan = v.object({
  id: Id,
  scopeId: Id,
  state: v.picklist(['queued', 'running', 'done', 'failed', 'stopped']),
  /** Nobody: the schedule did. */
  askedBy: v.optional(v.string()),
  queuedAt: Instant,
  startedAt: v.optional(Instant),
  finishedAt: v.optional(Instant),
  endpoints: v.object({ tested: v.number(), untested: v.number() }),
  stores: v.number(),
  findings: v.number(),
  /** Whether it found anything that was not known. */
  changed: v.boolean(),
  untested: v.array(Untested),
  error: v.optional(v.string()),
});

const Part = v.object({ done: v.number(), all: v.number() });

const RunningScan = v.object({
  ...Scan.entries,
  /** While it runs, and once it has run for long enough to tell: how far it is, and what it met by now, the latest first. */
  progress: v.optional(
    v.object({
      tested: v.number(),
      total: v.number(),
      /** Addresses whose ports are all done. */
      addresses: Part,
      /** Ports of the addresses that are under way. */
      ports: Part,
      stores: v.number(),
      met: v.array(
        v.object({ address: v.string(), port: v.number(), product: v.string(), verdict: v.picklist(VERDICTS) }),
      ),
    }),
  ),
});

export type ScanRow = Omit<Selectable<Records['scan']>, 'others' | 'stop_asked'>;

export const SCAN_COLUMNS = [
  'scan.id',
  'scan.scope_id',
  'scan.state',
  'scan.asked_by',
  'scan.scope_version',
  'scan.queued_at',
  'scan.started_at',
  'scan.finished_at',
  'scan.tested',
  'scan.untested_endpoints',
  'scan.untested',
  'scan.stores',
  'scan.findings',
  'scan.error',
  'scan.changed',
] as const;

export function scanOf(row: ScanRow): v.InferInput<typeof Scan> {
  return {
    id: row.id,
    scopeId: row.scope_id,
    state: row.state as v.InferInput<typeof Scan>['state'],
    ...(row.asked_by === null ? {} : { askedBy: row.asked_by }),
    queuedAt: row.queued_at,
    ...(row.started_at === null ? {} : { startedAt: row.started_at }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    endpoints: { tested: Number(row.tested), untested: Number(row.untested_endpoints) },
    stores: row.stores,
    findings: row.findings,
    changed: row.changed,
    untested: [...row.untested],
    ...(row.error === null ? {} : { error: row.error }),
  };
}

export const listScans = operation({
  id: 'listScans',
  method: 'GET',
  path: '/api/scans',
  summary: 'Scans, the latest first; of those that found nothing new only a day is kept',
  may: 'read-watch',
  query: v.object({ ...PageQuery, scope: v.optional(Id) }),
  answer: pageOf(Scan),
  async run({ room, query }) {
    const keys = keysOf(query.cursor, ['string']);
    if (keys instanceof Problem) return keys;
    let rows = room.records
      .selectFrom('scan')
      .select(SCAN_COLUMNS)
      .orderBy('id', 'desc')
      .offset(query.skip)
      .limit(query.limit + 1);
    if (query.scope !== undefined) rows = rows.where('scope_id', '=', query.scope);
    const total = await totalOf(room.records, query, rows);
    if (keys !== undefined) rows = rows.where('id', '<', String(keys[0]));
    return { ...pageFrom(await rows.execute(), query.limit, scanOf, ({ id }) => [id]), ...total };
  },
});

export const getScan = operation({
  id: 'getScan',
  method: 'GET',
  path: '/api/scans/:id',
  summary: 'One scan, with what was not tested and why',
  may: 'read-watch',
  params: IdParams,
  answer: RunningScan,
  async run({ room, params }) {
    const row = await room.records
      .selectFrom('scan')
      .select(SCAN_COLUMNS)
      .where('id', '=', params.id)
      .executeTakeFirst();
    if (row === undefined) return problem('not-found');
    const progress = row.state === 'running' ? progressesOf(room).of(row.id) : undefined;
    return { ...scanOf(row), ...(progress && { progress: { ...progress, met: [...progress.met] } }) };
  },
});

export const stopScan = operation({
  id: 'stopScan',
  method: 'POST',
  path: '/api/scans/:id/stop',
  summary: 'Stop a scan; what it found until then is kept, and the rest is listed as interrupted',
  may: 'run-scans',
  params: IdParams,
  status: 202,
  answer: Scan,
  async run({ room, params }) {
    const at = room.clock.now();
    return room.records.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('scan')
        .select(SCAN_COLUMNS)
        .where('id', '=', params.id)
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return problem('not-found');
      if (row.state !== 'queued' && row.state !== 'running') return problem('conflict', { detail: 'the scan is over' });
      const set =
        row.state === 'queued' ? { state: 'stopped', finished_at: at, error: 'it was stopped before it began' } : {};
      await trx
        .updateTable('scan')
        .set({ stop_asked: true, ...set })
        .where('id', '=', row.id)
        .execute();
      await recordChange(trx, { kind: 'scan', id: row.id, what: 'updated', at });
      return scanOf({ ...row, ...set });
    });
  },
});

export const scanOperations: readonly AnyOperation[] = [listScans, getScan, stopScan];
