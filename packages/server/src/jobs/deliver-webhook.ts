// The job that tells one webhook what it has not been told yet.
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';
import { deliverWebhook } from '../webhooks/deliver.ts';
import type { JobKind } from './jobs.ts';

export const DELIVER_WEBHOOK = 'deliver-webhook';

/** With pauses that double up to a day, the tries reach beyond the days after which a webhook is switched off. */
const RETRIES = 40;

export function deliverWebhookJob(room: Room, allowed: AllowedAddresses): JobKind<{ readonly webhookId: string }> {
  return {
    name: DELIVER_WEBHOOK,
    retries: RETRIES,
    expiresAfterS: 600,
    concurrency: 2,
    work: ({ webhookId }) => deliverWebhook(room, allowed, webhookId),
  };
}
