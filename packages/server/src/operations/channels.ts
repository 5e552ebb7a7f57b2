// Operations on channels: where people are told of detections, and whether that works.
import { sql } from 'kysely';
import * as v from 'valibot';
import { rankOf } from '../alerts/alert.ts';
import { CHANNEL_SECRET, CHANNEL_TARGET, openChannel } from '../alerts/channel.ts';
import { GATHER_ALERTS } from '../alerts/job-names.ts';
import { sendAlert } from '../alerts/send-alert.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import type { RecordsDatabase } from '../records/database.ts';
import type { Room } from '../room.ts';
import { Channel, ChannelFields, ChannelKinds, channelOf, targetOf } from './channel-fields.ts';
import { IdParams } from './fields.ts';

const MOST_CHANNELS = 200;
const SECRET_BYTES = 32;
const WINDOW_MINUTES = 30;
const PER_HOUR = 20;

export const listChannels = operation({
  id: 'listChannels',
  method: 'GET',
  path: '/api/channels',
  summary: 'Where people are told of detections',
  may: 'read-watch',
  answer: v.object({ items: v.array(Channel) }),
  async run({ room }) {
    const rows = await room.records.selectFrom('channel').selectAll().orderBy('id').limit(MOST_CHANNELS).execute();
    const waiting = await waitingOf(room.records);
    return { items: rows.map((row) => channelOf(row, waiting.get(row.id) ?? 0)) };
  },
});

async function waitingOf(records: Pick<RecordsDatabase, 'selectFrom'>): Promise<ReadonlyMap<string, number>> {
  const rows = await records
    .selectFrom('alert_topic')
    .select(['channel_id', sql<number>`sum(waiting)::int`.as('waiting')])
    .groupBy('channel_id')
    .execute();
  return new Map(rows.map(({ channel_id, waiting }) => [channel_id, waiting]));
}

export const createChannel = operation({
  id: 'createChannel',
  method: 'POST',
  path: '/api/channels',
  summary: 'Tell people of detections from now on; the secret that signs webhooks is shown this once',
  may: 'manage-channels',
  body: v.strictObject({
    ...ChannelFields,
    kind: ChannelKinds,
    language: v.optional(ChannelFields.language, 'en'),
    leastLevel: v.optional(ChannelFields.leastLevel, 'high'),
    quietHours: v.optional(ChannelFields.quietHours, null),
    windowMinutes: v.optional(ChannelFields.windowMinutes, WINDOW_MINUTES),
    mostPerHour: v.optional(ChannelFields.mostPerHour, PER_HOUR),
    enabled: v.optional(ChannelFields.enabled, true),
  }),
  answer: v.object({ ...Channel.entries, secret: v.optional(v.string()) }),
  status: 201,
  async run({ room, actor, body }) {
    const target = await targetOf(room, body.kind, body.target);
    if (target instanceof Problem) return target;
    const secret =
      body.kind === 'webhook' ? `whsec_${Buffer.from(room.random(SECRET_BYTES)).toString('base64')}` : undefined;
    const row = {
      id: room.newId(),
      name: body.name,
      kind: body.kind,
      target: room.vault.seal(target.target, CHANNEL_TARGET),
      target_shown: target.shown,
      secret: secret === undefined ? null : room.vault.seal(secret, CHANNEL_SECRET),
      language: body.language,
      least_rank: rankOf(body.leastLevel),
      quiet: body.quietHours === null ? null : JSON.stringify(body.quietHours),
      window_minutes: body.windowMinutes,
      most_per_hour: body.mostPerHour,
      enabled: body.enabled,
      created_at: room.clock.now(),
      created_by: actor.accountId,
    };
    return room.records.transaction().execute(async (trx) => {
      const count = await trx
        .selectFrom('channel')
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .executeTakeFirst();
      if (Number(count?.count) >= MOST_CHANNELS) return problem('conflict', { detail: 'there are too many channels' });
      const made = await trx.insertInto('channel').values(row).returningAll().executeTakeFirstOrThrow();
      await noteSetting(room, actor.accountId, row.id);
      await recordChange(trx, { kind: 'settings', id: 'channels', what: 'updated', at: row.created_at });
      return { ...channelOf(made, 0), ...(secret === undefined ? {} : { secret }) };
    });
  },
});

function noteSetting({ evidence }: Room, author: string, id: string) {
  return evidence.write({ type: 'setting-change', author, payload: { subject: `channel/${id}` } });
}

const Changes = v.partial(v.strictObject(ChannelFields));

export const changeChannel = operation({
  id: 'changeChannel',
  method: 'PATCH',
  path: '/api/channels/:id',
  summary: 'Change where a channel goes, what it tells and when, or whether it is on',
  may: 'manage-channels',
  params: IdParams,
  body: Changes,
  versioned: true,
  answer: Channel,
  async run({ room, actor, params, body, version }) {
    const { kind } =
      (await room.records.selectFrom('channel').select('kind').where('id', '=', params.id).executeTakeFirst()) ?? {};
    if (kind === undefined) return problem('not-found');
    const target = body.target === undefined ? undefined : await targetOf(room, kind, body.target);
    if (target instanceof Problem) return target;
    return room.records.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('channel')
        .selectAll()
        .where('id', '=', params.id)
        .forNoKeyUpdate()
        .executeTakeFirst();
      if (row === undefined) return problem('not-found');
      if (row.version !== version) return problem('version-old');
      const isTriedAnew = target !== undefined || (body.enabled === true && !row.enabled);
      const changed = await trx
        .updateTable('channel')
        .set({
          ...changesOf(body),
          ...(target === undefined
            ? {}
            : { target: room.vault.seal(target.target, CHANNEL_TARGET), target_shown: target.shown }),
          ...(isTriedAnew ? { failures: 0, last_failure: null, failing_since: null } : {}),
          version: version + 1,
        })
        .where('id', '=', params.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      await noteSetting(room, actor.accountId, params.id);
      // What waits may be due now, or be told to nobody any more.
      await room.jobs.send(GATHER_ALERTS, { channelId: params.id }, { within: trx, once: `${params.id}/now` });
      await recordChange(trx, { kind: 'settings', id: 'channels', what: 'updated', at: room.clock.now() });
      return channelOf(changed, (await waitingOf(trx)).get(params.id) ?? 0);
    });
  },
});

function changesOf({
  name,
  language,
  leastLevel,
  quietHours,
  windowMinutes,
  mostPerHour,
  enabled,
}: v.InferOutput<typeof Changes>) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(leastLevel === undefined ? {} : { least_rank: rankOf(leastLevel) }),
    ...(quietHours === undefined ? {} : { quiet: quietHours === null ? null : JSON.stringify(quietHours) }),
    ...(windowMinutes === undefined ? {} : { window_minutes: windowMinutes }),
    ...(mostPerHour === undefined ? {} : { most_per_hour: mostPerHour }),
    ...(enabled === undefined ? {} : { enabled }),
  };
}

export const removeChannel = operation({
  id: 'removeChannel',
  method: 'DELETE',
  path: '/api/channels/:id',
  summary: 'Tell nobody over a channel any more; what waits for it is dropped',
  may: 'manage-channels',
  params: IdParams,
  async run({ room, actor, params }) {
    return room.records.transaction().execute(async (trx) => {
      const removed = await trx.deleteFrom('channel').where('id', '=', params.id).returning('id').executeTakeFirst();
      if (removed === undefined) return problem('not-found');
      await noteSetting(room, actor.accountId, params.id);
      await recordChange(trx, { kind: 'settings', id: 'channels', what: 'updated', at: room.clock.now() });
      return undefined;
    });
  },
});

export const testChannel = operation({
  id: 'testChannel',
  method: 'POST',
  path: '/api/channels/:id/test',
  summary: 'Send a test message over a channel now',
  may: 'manage-channels',
  params: IdParams,
  answer: v.object({
    result: v.picklist(['delivered', 'not-delivered']),
    /** Why it was not. */
    failure: v.optional(v.string()),
  }),
  async run({ room, params }) {
    const row = await room.records.selectFrom('channel').selectAll().where('id', '=', params.id).executeTakeFirst();
    if (row === undefined) return problem('not-found');
    const channel = openChannel(room.vault, row);
    if (typeof channel === 'string') return { result: 'not-delivered' as const, failure: channel };
    const allowed = createAllowedAddresses(room.settings.outgoingNetworks);
    const failure = await sendAlert(room, allowed, channel, { kind: 'test' }, room.newId());
    return failure === undefined ? { result: 'delivered' as const } : { result: 'not-delivered' as const, failure };
  },
});

export const channelOperations: readonly AnyOperation[] = [
  listChannels,
  createChannel,
  changeChannel,
  removeChannel,
  testChannel,
];
