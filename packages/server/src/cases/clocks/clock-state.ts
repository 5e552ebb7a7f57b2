// How a clock stands at a moment.
import type { Selectable } from 'kysely';
import type { CaseTables } from '../../records/tables/cases.ts';

export type ClockRow = Selectable<CaseTables['case_clock']>;

export const CLOCK_STATES = ['running', 'met', 'late', 'stopped'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** A clock that runs past its time is late; one that was met or stopped stays so, whenever that was. */
export function stateOf({ state, due_at }: Pick<ClockRow, 'state' | 'due_at'>, now: Date): ClockState {
  if (state !== 'running') return state;
  return due_at !== null && due_at.getTime() < now.getTime() ? 'late' : 'running';
}

/** Seconds until it is due; below zero where it is late, undefined where it has no time. */
export function remainingSeconds({ due_at }: Pick<ClockRow, 'due_at'>, now: Date): number | undefined {
  return due_at === null ? undefined : Math.floor((due_at.getTime() - now.getTime()) / 1000);
}

/** Whether it was met after its time. */
export function wasLate({ state, due_at, changed_at }: Pick<ClockRow, 'state' | 'due_at' | 'changed_at'>): boolean {
  return state === 'met' && due_at !== null && changed_at.getTime() > due_at.getTime();
}
