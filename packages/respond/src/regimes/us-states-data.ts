// The breach laws of the states and territories of the United States that name a number of days. California is a regime of its own.
import type { StateLaw, StateVersion } from './us-state-law.ts';
import { STATES_A_TO_M } from './us-states-a-to-m.ts';
import { STATES_M_TO_W } from './us-states-m-to-w.ts';

/** By ISO 3166-2. Thresholds are written as the least number: “more than 500” is 501. */
export const STATE_LAWS: Readonly<Record<string, StateLaw>> = { ...STATES_A_TO_M, ...STATES_M_TO_W };

/** The version that holds on a day, else the newest. */
export function stateVersionAt({ versions }: StateLaw, day: string | undefined): StateVersion {
  const [first, ...later] = versions;
  const held = [first, ...later].filter(({ from }) => day === undefined || from <= day);
  return held.at(-1) ?? first;
}
