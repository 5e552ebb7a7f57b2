// Follows the list of changes and sends a job for each webhook that has not been told of all.
import { DELIVER_WEBHOOK, deliverWebhookJob } from '../jobs/deliver-webhook.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';

/** Begins to deliver; returns how to stop. */
export async function startWebhooks(room: Room): Promise<() => void> {
  const allowed = createAllowedAddresses(room.settings.outgoingNetworks);
  await room.jobs.define(deliverWebhookJob(room, allowed));
  let looking = Promise.resolve();
  const look = () => {
    looking = looking
      .then(() => sendJobs(room))
      .catch((error: unknown) => room.log.mistake(error, { part: 'webhooks' }));
  };
  const stop = room.changes.follow(look);
  look();
  return stop;
}

async function sendJobs(room: Room): Promise<void> {
  const latest = await room.changes.latest();
  const behind = await room.records
    .selectFrom('webhook')
    .select('id')
    .where('active', '=', true)
    .where('seq', '<', latest)
    .execute();
  for (const { id } of behind) await room.jobs.send(DELIVER_WEBHOOK, { webhookId: id }, { once: id });
}
