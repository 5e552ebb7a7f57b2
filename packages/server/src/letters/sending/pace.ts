// How fast letters go out: so many a minute, evenly.
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** How many may go now; waits until one may, or the signal comes. */
  room(signal: AbortSignal): Promise<number>;
  took(count: number): void;
}

/** What may go at once after a quiet time: a second's worth, one at least. */
export function createPace(perMinute: number, nowMs: () => number): Pace {
  const perMs = perMinute / 60_000;
  const most = Math.max(1, perMs * 1000);
  let left = most;
  let atMs = nowMs();
  const fill = () => {
    const now = nowMs();
    left = Math.min(most, left + Math.max(0, now - atMs) * perMs);
    atMs = now;
  };
  return {
    async room(signal) {
      fill();
      while (left < 1 && !signal.aborted) {
        await sleep(Math.ceil((1 - left) / perMs), undefined, { signal }).catch(() => undefined);
        fill();
      }
      return Math.floor(left);
    },
    took(count) {
      left -= count;
    },
  };
}
