// The job that forgets detections that are older than they are kept; it asks for itself again a day later.
import type { Room } from '../room.ts';
import { FORGET_DETECTIONS, forgetDetections, forgetDetectionsSoon } from '../watching/forget-detections.ts';
import type { JobKind } from './jobs.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function forgetDetectionsJob(room: Room): JobKind<object> {
  return {
    name: FORGET_DETECTIONS,
    retries: 3,
    expiresAfterS: 3600,
    concurrency: 1,
    async work(_nothing, signal) {
      await forgetDetections(room, signal);
      const tomorrow = new Date(room.clock.now().getTime() + DAY_MS);
      await room.jobs.send(FORGET_DETECTIONS, {}, { once: 'daily', after: tomorrow });
    },
  };
}

/** Looks now, and once a day from then on. */
export async function startForgettingDetections(room: Room): Promise<void> {
  await room.jobs.define(forgetDetectionsJob(room));
  await forgetDetectionsSoon(room);
}
