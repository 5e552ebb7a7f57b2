// `event_count`: how many events.
import type { Aggregate } from './aggregate.ts';

export function eventCount(): Aggregate {
  let count = 0;
  return {
    add: () => {
      count += 1;
    },
    remove: () => {
      count -= 1;
    },
    measure: () => count,
  };
}
