// `value_count`: how many different values, kept as a count for each so that nothing is counted anew.
import type { Aggregate, Payload } from './aggregate.ts';

export function valueCount(): Aggregate {
  const counts = new Map<Payload, number>();
  return {
    add: (payload) => void counts.set(payload, (counts.get(payload) ?? 0) + 1),
    remove: (payload) => {
      const left = (counts.get(payload) ?? 0) - 1;
      if (left > 0) counts.set(payload, left);
      else counts.delete(payload);
    },
    measure: () => counts.size,
  };
}
