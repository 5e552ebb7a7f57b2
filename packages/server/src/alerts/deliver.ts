// Delivers one alert: tried again with growing pauses, told in the evidence log, and seen on the channel.
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { recordChange } from '../live/changes.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { PLATFORM } from '../watch/act-on-finding.ts';
import { AlertSchema, levelOf } from './alert.ts';
import { type ChannelRow, openChannel } from './channel.ts';
import { GATHER_ALERTS } from './job-names.ts';
import { sendAlert } from './send-alert.ts';

/** With pauses that double up to a quarter of an hour, more than three days: receivers are down over a weekend. */
export const MOST_TRIES = 320;

/** Thrown so that the queue tries again; its words are shown on the page of jobs. */
class AlertNotDelivered extends Error {}

/** @throws AlertNotDelivered where the receiver did not take it */
export async function deliverAlert(room: Room, allowed: AllowedAddresses, deliveryId: string): Promise<void> {
  const delivery = await room.records
    .selectFrom('alert_delivery')
    .selectAll()
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  // A channel that was removed takes its messages with it.
  if (delivery === undefined || delivery.state !== 'waiting') return;
  const channel = await room.records
    .selectFrom('channel')
    .selectAll()
    .where('id', '=', delivery.channel_id)
    .executeTakeFirstOrThrow();
  if (!channel.enabled) return endDelivery(room, channel, { ...delivery, result: 'dropped' });
  const opened = openChannel(room.vault, channel);
  const alert = v.parse(AlertSchema, delivery.alert);
  const failure = typeof opened === 'string' ? opened : await sendAlert(room, allowed, opened, alert, deliveryId);
  if (failure === undefined) return endDelivery(room, channel, { ...delivery, result: 'told' });
  await noteFailure(room, channel, failure);
  if (delivery.tries + 1 < MOST_TRIES) await countTry(room, deliveryId);
  else await endDelivery(room, channel, { ...delivery, result: 'given-up' });
  throw new AlertNotDelivered(failure);
}

interface EndedDelivery {
  readonly id: string;
  readonly detections: number;
  readonly rank: number;
  readonly result: 'told' | 'given-up' | 'dropped';
}

async function endDelivery(
  room: Room,
  channel: ChannelRow,
  { id, detections, rank, result }: EndedDelivery,
): Promise<void> {
  const now = room.clock.now();
  await room.records.transaction().execute(async (trx) => {
    if (result === 'told') {
      await trx
        .updateTable('channel')
        .set({ failures: 0, last_failure: null, failing_since: null, last_delivery_at: now })
        .where('id', '=', channel.id)
        .execute();
    }
    await trx.updateTable('alert_delivery').set({ state: result, done_at: now }).where('id', '=', id).execute();
    await room.evidence.write({
      type: 'alert',
      author: PLATFORM,
      payload: { subject: id, channel: channel.id, result, detections, level: levelOf(rank) },
    });
    await gatherAgain(room, trx, channel.id);
    if (result === 'told') await recordChange(trx, { kind: 'settings', id: 'channels', what: 'updated', at: now });
  });
}

/** What came meanwhile waited for this. */
async function gatherAgain({ jobs }: Room, trx: Transaction<Records>, channelId: string): Promise<void> {
  const waits = await trx
    .selectFrom('alert_topic')
    .select('rule')
    .where('channel_id', '=', channelId)
    .where('waiting', '>', 0)
    .limit(1)
    .executeTakeFirst();
  if (waits !== undefined) {
    await jobs.send(GATHER_ALERTS, { channelId }, { within: trx, once: `${channelId}/now` });
  }
}

async function countTry({ records }: Room, id: string): Promise<void> {
  await records
    .updateTable('alert_delivery')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

async function noteFailure({ records, clock }: Room, { id }: ChannelRow, failure: string): Promise<void> {
  const now = clock.now();
  await records.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('channel')
      .set((eb) => ({
        failures: eb('failures', '+', 1),
        last_failure: failure,
        failing_since: eb.fn.coalesce('failing_since', eb.val(now)),
      }))
      .where('id', '=', id)
      .returning('failures')
      .executeTakeFirst();
    if (row?.failures === 1) await recordChange(trx, { kind: 'settings', id: 'channels', what: 'updated', at: now });
  });
}
