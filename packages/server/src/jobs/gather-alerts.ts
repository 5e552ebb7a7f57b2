// The job that looks at what waits for a channel, and hands over the messages that are due.
import { gatherAlerts } from '../alerts/gather.ts';
import { GATHER_ALERTS } from '../alerts/job-names.ts';
import type { Room } from '../room.ts';
import type { JobKind } from './jobs.ts';

export function gatherAlertsJob(room: Room): JobKind<{ readonly channelId: string }> {
  return {
    name: GATHER_ALERTS,
    retries: 5,
    expiresAfterS: 60,
    concurrency: 1,
    keptS: 3600,
    work: ({ channelId }) => gatherAlerts(room, channelId),
  };
}
