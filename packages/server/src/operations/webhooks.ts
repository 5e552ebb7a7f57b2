// Operations on webhooks: who is told of changes.
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { problem } from '../http/problem.ts';
import { CHANGE_KINDS, recordChange } from '../live/changes.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';
import { WEBHOOK_SECRET } from '../webhooks/deliver.ts';
import { Id, IdParams, Instant } from './fields.ts';

const Kinds = v.array(v.picklist(CHANGE_KINDS));
const Url = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check((text) => {
    const url = URL.parse(text);
    return (
      url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === ''
    );
  }, 'it has to be an http or https URL without a password or a fragment'),
);

const Webhook = v.object({
  id: Id,
  url: v.string(),
  events: Kinds,
  active: v.boolean(),
  failures: v.number(),
  lastFailure: v.optional(v.string()),
  lastDeliveryAt: v.optional(Instant),
  createdAt: Instant,
  version: v.number(),
});

interface Row {
  readonly id: string;
  readonly url: string;
  readonly kinds: string[];
  readonly active: boolean;
  readonly failures: number;
  readonly last_failure: string | null;
  readonly last_delivery_at: Date | null;
  readonly created_at: Date;
  readonly version: number;
}

function webhookOf(row: Row): v.InferInput<typeof Webhook> {
  return {
    id: row.id,
    url: row.url,
    events: CHANGE_KINDS.filter((kind) => row.kinds.includes(kind)),
    active: row.active,
    failures: row.failures,
    ...(row.last_failure === null ? {} : { lastFailure: row.last_failure }),
    ...(row.last_delivery_at === null ? {} : { lastDeliveryAt: row.last_delivery_at }),
    createdAt: row.created_at,
    version: row.version,
  };
}

/** Said when it is set, and checked again at every delivery, since names move. */
async function refusedUrl(room: Room, url: string) {
  const resolved = await createAllowedAddresses(room.settings.outgoingNetworks).resolve(new URL(url).hostname);
  if (!('code' in resolved) || resolved.code === 'no-such-host') return undefined;
  return problem('refused-address', {
    detail: resolved.message,
    errors: [{ pointer: '/body/url', detail: resolved.message }],
  });
}

export const listWebhooks = operation({
  id: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  summary: 'Who is told of changes',
  may: 'manage-webhooks',
  answer: v.object({ items: v.array(Webhook) }),
  async run({ room }) {
    const rows = await room.records.selectFrom('webhook').selectAll().orderBy('id').limit(200).execute();
    return { items: rows.map(webhookOf) };
  },
});

const SECRET_BYTES = 32;

export const addWebhook = operation({
  id: 'addWebhook',
  method: 'POST',
  path: '/api/webhooks',
  summary: 'Tell somebody of changes from now on; the secret that signs is shown this once',
  may: 'manage-webhooks',
  body: v.strictObject({ url: Url, events: v.optional(Kinds, []) }),
  answer: v.object({ ...Webhook.entries, secret: v.string() }),
  status: 201,
  async run({ room, actor, body }) {
    const refused = await refusedUrl(room, body.url);
    if (refused !== undefined) return refused;
    const secret = `whsec_${Buffer.from(room.random(SECRET_BYTES)).toString('base64')}`;
    const seq = await room.changes.latest();
    const row = {
      id: room.newId(),
      url: body.url,
      secret: room.vault.seal(secret, WEBHOOK_SECRET),
      kinds: [...body.events],
      active: true,
      seq,
      failures: 0,
      last_delivery_at: null,
      last_failure: null,
      failing_since: null,
      created_at: room.clock.now(),
      version: 1,
    };
    await room.records.transaction().execute(async (trx) => {
      await trx.insertInto('webhook').values(row).execute();
      await room.evidence.write({
        type: 'setting-change',
        author: actor.accountId,
        payload: { subject: `webhook/${row.id}` },
      });
      await recordChange(trx, { kind: 'webhook', id: row.id, what: 'created', at: row.created_at });
    });
    return { ...webhookOf(row), secret };
  },
});

export const changeWebhook = operation({
  id: 'changeWebhook',
  method: 'PATCH',
  path: '/api/webhooks/:id',
  summary: 'Change where a webhook goes, what it tells, or whether it is on',
  may: 'manage-webhooks',
  params: IdParams,
  body: v.strictObject({ url: v.optional(Url), events: v.optional(Kinds), active: v.optional(v.boolean()) }),
  versioned: true,
  answer: Webhook,
  async run({ room, actor, params, body, version }) {
    if (body.url !== undefined) {
      const refused = await refusedUrl(room, body.url);
      if (refused !== undefined) return refused;
    }
    return room.records.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('webhook')
        .selectAll()
        .where('id', '=', params.id)
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return problem('not-found');
      if (row.version !== version) return problem('version-old');
      const changed = await trx
        .updateTable('webhook')
        .set({
          url: body.url ?? row.url,
          kinds: body.events === undefined ? row.kinds : [...body.events],
          active: body.active ?? row.active,
          ...(body.active === true && !row.active ? { failures: 0, last_failure: null, failing_since: null } : {}),
          version: version + 1,
        })
        .where('id', '=', params.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      await room.evidence.write({
        type: 'setting-change',
        author: actor.accountId,
        payload: { subject: `webhook/${params.id}` },
      });
      await recordChange(trx, { kind: 'webhook', id: params.id, what: 'updated', at: room.clock.now() });
      return webhookOf(changed);
    });
  },
});

export const removeWebhook = operation({
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/api/webhooks/:id',
  summary: 'Tell somebody no more',
  may: 'manage-webhooks',
  params: IdParams,
  async run({ room, actor, params }) {
    return room.records.transaction().execute(async (trx) => {
      const removed = await trx.deleteFrom('webhook').where('id', '=', params.id).returning('id').executeTakeFirst();
      if (removed === undefined) return problem('not-found');
      await room.evidence.write({
        type: 'setting-change',
        author: actor.accountId,
        payload: { subject: `webhook/${params.id}` },
      });
      await recordChange(trx, { kind: 'webhook', id: params.id, what: 'removed', at: room.clock.now() });
      return undefined;
    });
  },
});

export const webhookOperations: readonly AnyOperation[] = [listWebhooks, addWebhook, changeWebhook, removeWebhook];
