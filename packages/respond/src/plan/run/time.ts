// Delays and timeouts (section 4.1): what is due by a moment happens in the order of time.
import type { Run } from './machine.ts';
import type { Branch, RunState } from './state.ts';

/** Lets time go by up to a moment, inclusive, in milliseconds since 1970. */
export function passTime(run: Run, untilMs: number): void {
  for (let branch = firstDue(run.state, untilMs); branch; branch = firstDue(run.state, untilMs)) {
    run.state.atMs = Math.max(run.state.atMs, dueMs(branch));
    if (branch.phase === 'delayed') run.begin(branch);
    else run.fail(branch, 'ACTION_TIMEOUT', `${branch.step} took longer than its timeout`);
    run.settle();
  }
}

/** The next moment at which something happens by itself. */
export function nextMomentMs({ branches }: RunState): number | undefined {
  const moments = Object.values(branches).map(dueMs);
  const first = Math.min(...moments);
  return Number.isFinite(first) ? first : undefined;
}

function firstDue({ branches, status }: RunState, untilMs: number): Branch | undefined {
  if (status !== 'waiting') return undefined;
  return Object.values(branches)
    .filter((branch) => dueMs(branch) <= untilMs)
    .reduce<Branch | undefined>((first, one) => (first && dueMs(first) <= dueMs(one) ? first : one), undefined);
}

function dueMs({ phase, startsAtMs, deadlineMs }: Branch): number {
  const moment = phase === 'delayed' ? startsAtMs : deadlineMs;
  return moment ?? Number.POSITIVE_INFINITY;
}
