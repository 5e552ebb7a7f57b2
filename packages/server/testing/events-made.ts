// Observations for tests.
import type { Observation } from '../src/events/observations.ts';

export const A_SCOPE = '0199ac00-0000-7000-8000-000000000001';
export const A_STORE = '0199ac00-0000-7000-8000-00000000000a';

/** An open store, as a scan sees it; what differs is given. */
export function madeObservation(changes: Partial<Observation> = {}): Observation {
  return {
    at: new Date(),
    scope: A_SCOPE,
    store: A_STORE,
    scan: '0199ac00-0000-7000-8000-00000000005c',
    verdict: 'open',
    posture: { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'unknown', administer: 'no' },
    rows: 1_000_000,
    bytes: 76_975_859,
    people: { lower: 19_990, estimate: 20_000, upper: 20_010 },
    ...changes,
  };
}
