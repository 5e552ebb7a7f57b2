// How long something took, without the time that this process waited for a processor: tests share their machine with others.
import { existsSync, readFileSync } from 'node:fs';

/** Of the first thread: nanoseconds on a processor, nanoseconds waiting for one, turns (Linux, scheduler/sched-stats.rst). */
const SCHEDULED = '/proc/self/schedstat';

/** @returns a function that tells the milliseconds since now, those of waiting for a processor left out */
export function startStopwatch(): () => number {
  const [startedMs, waitedMs] = [performance.now(), waitedSoFar()];
  return () => performance.now() - startedMs - (waitedSoFar() - waitedMs);
}

/** In milliseconds; nothing where the system does not tell. */
function waitedSoFar(): number {
  if (!existsSync(SCHEDULED)) return 0;
  return Number(readFileSync(SCHEDULED, 'latin1').split(' ')[1]) / 1e6;
}
