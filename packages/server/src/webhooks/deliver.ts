// Delivery of webhooks: changes in their order, signed after the Standard Webhooks specification (https://www.standardwebhooks.com),
// again with growing pauses where the receiver fails, and switched off after days of failure.
import { Webhook } from 'standardwebhooks';
import type { Change } from '../live/changes.ts';
import { recordChange } from '../live/changes.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import { type OutgoingAnswer, sendOut } from '../outgoing/post.ts';
import type { Room } from '../room.ts';
import type { SealedColumn } from '../vault/seal-again.ts';

export const WEBHOOK_SECRET = 'webhook/secret';

export const WEBHOOK_COLUMNS: readonly SealedColumn[] = [
  { table: 'webhook', column: 'secret', purpose: WEBHOOK_SECRET },
];

const BATCH = 100;
const TIMEOUT_MS = 15_000;
/** Receivers are down over a weekend; after five days nobody waits for it any more. */
export const SWITCHED_OFF_AFTER_MS = 5 * 24 * 60 * 60 * 1000;

/** Thrown so that the queue tries again later; its words are shown on the page of jobs. */
export class DeliveryFailed extends Error {}

/**
 * Delivers what one webhook has not been told yet.
 *
 * @throws DeliveryFailed where the receiver did not take one; what was taken stays delivered
 */
export async function deliverWebhook(room: Room, allowed: AllowedAddresses, id: string): Promise<void> {
  for (;;) {
    const webhook = await room.records.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();
    if (webhook === undefined || !webhook.active) return;
    const changes = await room.changes.after(webhook.seq, BATCH);
    if (changes.length === 0) return;
    const secret = room.vault.open(webhook.secret, WEBHOOK_SECRET);
    if ('code' in secret) throw new DeliveryFailed(secret.message);
    const signer = new Webhook(secret.text);
    for (const change of changes) {
      if (webhook.kinds.length === 0 || webhook.kinds.includes(change.kind)) {
        const answer = await sendChange(room, allowed, signer, webhook.url, id, change);
        const failure = failureOf(answer);
        if (failure !== undefined) {
          await noteFailure(room, id, failure);
          throw new DeliveryFailed(failure);
        }
      }
      await noteDelivery(room, id, change.seq);
    }
  }
}

/** The id is the same at each try, so that the receiver can tell a repetition. */
function sendChange(
  room: Room,
  allowed: AllowedAddresses,
  signer: Webhook,
  url: string,
  webhookId: string,
  { seq, at, kind, id, what }: Change,
): Promise<OutgoingAnswer> {
  const messageId = `${webhookId}.${seq}`;
  const now = room.clock.now();
  const body = JSON.stringify({ type: `${kind}.${what}`, timestamp: at.toISOString(), data: { kind, id, what, seq } });
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'vigie',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signer.sign(messageId, now, body),
  };
  return sendOut(allowed, { url, method: 'POST', headers, body, timeoutMs: TIMEOUT_MS });
}

function failureOf(answer: OutgoingAnswer): string | undefined {
  if (answer.code !== 'answered') return answer.message;
  if (answer.status >= 200 && answer.status < 300) return undefined;
  return answer.status >= 300 && answer.status < 400
    ? `it answered ${answer.status}, and redirects are not followed`
    : `it answered ${answer.status}`;
}

async function noteDelivery(room: Room, id: string, seq: number): Promise<void> {
  await room.records
    .updateTable('webhook')
    .set({ seq, failures: 0, last_failure: null, failing_since: null, last_delivery_at: room.clock.now() })
    .where('id', '=', id)
    .execute();
}

async function noteFailure(room: Room, id: string, failure: string): Promise<void> {
  const now = room.clock.now();
  await room.records.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('webhook')
      .set((eb) => ({
        failures: eb('failures', '+', 1),
        last_failure: failure,
        failing_since: eb.fn.coalesce('failing_since', eb.val(now)),
      }))
      .where('id', '=', id)
      .returning(['failing_since'])
      .executeTakeFirst();
    const since = row?.failing_since ?? now;
    if (now.getTime() - since.getTime() < SWITCHED_OFF_AFTER_MS) return;
    await trx.updateTable('webhook').set({ active: false }).where('id', '=', id).execute();
    await recordChange(trx, { kind: 'webhook', id, what: 'switched-off', at: now });
  });
}
