// `value_percentile` without `percentile`: of a hundred events, how many have the value of the newest one. It is what the example of the
// specification asks for (a process that makes up less than one per cent of all).
import type { Aggregate, Payload } from './aggregate.ts';

export function valueShare(): Aggregate {
  const counts = new Map<Payload, number>();
  let total = 0;
  let newest: Payload;
  return {
    needsOrder: true,
    add: (payload) => {
      counts.set(payload, (counts.get(payload) ?? 0) + 1);
      total += 1;
      newest = payload;
    },
    remove: (payload) => {
      const left = (counts.get(payload) ?? 0) - 1;
      if (left > 0) counts.set(payload, left);
      else counts.delete(payload);
      total -= 1;
    },
    measure: () => (total === 0 ? undefined : (100 * (counts.get(newest) ?? 0)) / total),
  };
}
