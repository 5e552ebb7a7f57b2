// The clock that runs out first, of all open cases that this person may read.
import { useMaybeAnswer } from '../api/queries.ts';
import type { Case, Clock } from '../api/shapes/cases.ts';
import { useHas } from './may.ts';

export interface NextClock {
  readonly of: Case;
  readonly clock: Clock;
}

/** The running clock of a case that runs out first. */
export function nextClockOf({ clocks }: Case): Clock | undefined {
  return clocks
    .filter(({ state }) => state === 'running' || state === 'late')
    .reduce<Clock | undefined>(
      (first, clock) => (first === undefined || clock.dueAt < first.dueAt ? clock : first),
      undefined,
    );
}

/** Over all open cases; undefined where none runs, or where this role may not read cases. */
export function useNextClock(): NextClock | undefined {
  const { answer } = useMaybeAnswer('listCases', { query: { state: 'open' } }, useHas('read-cases'));
  return (answer?.items ?? [])
    .flatMap((one) => {
      const clock = nextClockOf(one);
      return clock === undefined ? [] : [{ of: one, clock }];
    })
    .sort((a, b) => a.clock.dueAt.localeCompare(b.clock.dueAt))[0];
}
