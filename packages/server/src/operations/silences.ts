// Operations on silences: detections of which nobody is told, until a date and with a reason.
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { keysOf, PageQuery, pageFrom, pageOf, totalOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import type { Room } from '../room.ts';
import { SILENCE_REASON } from '../watching/silences.ts';
import { GivenInstant } from './case-schemas.ts';
import { Id, IdParams, lineOfText } from './fields.ts';
import { SilenceSchema } from './watching-schemas.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_MS = 366 * DAY_MS;

function silenceRows(records: Room['records']) {
  return records
    .selectFrom('silence')
    .leftJoin('store', 'store.id', 'silence.store_id')
    .leftJoin('auth_user as author', 'author.id', 'silence.by_id')
    .leftJoin('auth_user as ender', 'ender.id', 'silence.ended_by')
    .selectAll('silence')
    .select(['store.address', 'store.port', 'store.product', 'author.name as by_name', 'ender.name as ended_by_name']);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof silenceRows>['executeTakeFirst']>>>;

function viewOf(room: Room, row: Row): v.InferInput<typeof SilenceSchema> {
  const opened = room.vault.open(row.reason, SILENCE_REASON);
  const { store_id: storeId, address, port, product } = row;
  return {
    id: row.id,
    ...(row.rule !== null && { rule: row.rule }),
    ...(row.rule_title !== null && { ruleTitle: row.rule_title }),
    ...(storeId !== null &&
      address !== null &&
      port !== null &&
      product !== null && { store: { id: storeId, address, port, product } }),
    until: row.until,
    reason: 'code' in opened ? '' : opened.text,
    by: { id: row.by_id, name: row.by_name ?? '' },
    createdAt: row.created_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.ended_by !== null && { endedBy: { id: row.ended_by, name: row.ended_by_name ?? '' } }),
    active: row.ended_at === null && row.until > room.clock.now(),
  };
}

async function readSilence(room: Room, id: string) {
  const row = await silenceRows(room.records).where('silence.id', '=', id).executeTakeFirstOrThrow();
  return viewOf(room, row);
}

export const listSilences = operation({
  id: 'listSilences',
  method: 'GET',
  path: '/api/silences',
  summary: 'Detections of which nobody is told, until when and why; the newest first',
  may: 'read-watch',
  query: v.object({ ...PageQuery, active: v.optional(v.picklist(['yes', 'no'])) }),
  answer: pageOf(SilenceSchema),
  async run({ room, query }) {
    const keys = keysOf(query.cursor, ['string']);
    if (keys instanceof Problem) return keys;
    const now = room.clock.now();
    let rows = silenceRows(room.records)
      .orderBy('silence.id', 'desc')
      .offset(query.skip)
      .limit(query.limit + 1);
    if (query.active === 'yes') rows = rows.where('silence.ended_at', 'is', null).where('silence.until', '>', now);
    if (query.active === 'no')
      rows = rows.where((eb) => eb.or([eb('silence.ended_at', 'is not', null), eb('silence.until', '<=', now)]));
    const total = await totalOf(room.records, query, rows);
    if (keys !== undefined) rows = rows.where('silence.id', '<', String(keys[0]));
    const page = pageFrom(
      await rows.execute(),
      query.limit,
      (row) => viewOf(room, row),
      (row) => [row.id],
    );
    return { ...page, ...total };
  },
});

const NewSilence = v.pipe(
  v.strictObject({
    rule: v.optional(lineOfText(300)),
    storeId: v.optional(Id),
    until: GivenInstant,
    reason: lineOfText(2000),
  }),
  v.check(({ rule, storeId }) => rule !== undefined || storeId !== undefined, 'name a rule, a store or both'),
);

export const beginSilence = operation({
  id: 'beginSilence',
  method: 'POST',
  path: '/api/silences',
  summary: 'Tell nobody of detections of a rule, of a store, or of a rule on a store, until a date and with a reason',
  may: 'silence-detections',
  body: NewSilence,
  answer: SilenceSchema,
  status: 201,
  async run({ room, actor, body }) {
    const now = room.clock.now();
    if (body.until <= now) return invalid('/body/until', 'it is over already');
    if (body.until.getTime() - now.getTime() > LONGEST_MS)
      return invalid('/body/until', 'at most a year; it can be silenced again');
    const id = room.newId();
    const failed = await room.records.transaction().execute(async (trx) => {
      if (body.storeId !== undefined) {
        const store = await trx.selectFrom('store').select('id').where('id', '=', body.storeId).executeTakeFirst();
        if (store === undefined) return invalid('/body/storeId', 'there is no such store');
      }
      const known =
        body.rule === undefined
          ? undefined
          : await trx.selectFrom('detection').select('title').where('rule', '=', body.rule).limit(1).executeTakeFirst();
      if (body.rule !== undefined && known === undefined)
        return invalid('/body/rule', 'no detection has told of a rule of this name yet');
      await trx
        .insertInto('silence')
        .values({
          id,
          rule: body.rule ?? null,
          rule_title: known?.title ?? null,
          store_id: body.storeId ?? null,
          until: body.until,
          reason: room.vault.seal(body.reason, SILENCE_REASON),
          by_id: actor.accountId,
          created_at: now,
          ended_at: null,
          ended_by: null,
        })
        .execute();
      await room.evidence.write({
        type: 'state-change',
        author: actor.accountId,
        payload: {
          subject: `silence/${id}`,
          from: 'told',
          to: 'silenced',
          reason: room.evidence.commitment(body.reason),
          until: body.until.toISOString(),
        },
      });
      await recordChange(trx, { kind: 'silence', id, what: 'created', at: now });
      return undefined;
    });
    return failed ?? readSilence(room, id);
  },
});

function invalid(pointer: string, detail: string): Problem {
  return problem('invalid-request', { errors: [{ pointer, detail }] });
}

export const endSilence = operation({
  id: 'endSilence',
  method: 'DELETE',
  path: '/api/silences/:id',
  summary: 'Tell of its detections again from now on',
  may: 'silence-detections',
  params: IdParams,
  async run({ room, actor, params: { id } }) {
    const at = room.clock.now();
    return room.records.transaction().execute(async (trx) => {
      const ended = await trx
        .updateTable('silence')
        .set({ ended_at: at, ended_by: actor.accountId })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .where('until', '>', at)
        .returning('id')
        .executeTakeFirst();
      if (ended === undefined) return problem('not-found');
      await room.evidence.write({
        type: 'state-change',
        author: actor.accountId,
        payload: { subject: `silence/${id}`, from: 'silenced', to: 'told' },
      });
      await recordChange(trx, { kind: 'silence', id, what: 'updated', at });
      return undefined;
    });
  },
});

export const silenceOperations: readonly AnyOperation[] = [listSilences, beginSilence, endSilence];
