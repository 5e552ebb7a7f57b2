// Begins to tell people of detections: makes the jobs known that gather and deliver.
import { deliverAlertJob } from '../jobs/deliver-alert.ts';
import { gatherAlertsJob } from '../jobs/gather-alerts.ts';
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';

export async function startAlerts(room: Room, allowed: AllowedAddresses): Promise<void> {
  await room.jobs.define(deliverAlertJob(room, allowed));
  await room.jobs.define(gatherAlertsJob(room));
}
