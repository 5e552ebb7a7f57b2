// The job that delivers one alert over its channel, again and again while the receiver is away.
import { deliverAlert, MOST_TRIES } from '../alerts/deliver.ts';
import { DELIVER_ALERT } from '../alerts/job-names.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';
import type { JobKind } from './jobs.ts';

/** Whoever waits for an alert is told soon after the receiver is back. */
const LONGEST_PAUSE_S = 15 * 60;

export function deliverAlertJob(room: Room, allowed: AllowedAddresses): JobKind<{ readonly deliveryId: string }> {
  return {
    name: DELIVER_ALERT,
    retries: MOST_TRIES - 1,
    longestPauseS: LONGEST_PAUSE_S,
    expiresAfterS: 180,
    concurrency: 2,
    work: ({ deliveryId }) => deliverAlert(room, allowed, deliveryId),
  };
}
