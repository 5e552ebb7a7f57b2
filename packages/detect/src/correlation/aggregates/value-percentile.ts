// `value_percentile` with `percentile`, and `value_median`: the number below which so many of a hundred lie, between two numbers in
// proportion (Hyndman and Fan's definition 7, as spreadsheets and NumPy have it).
import type { Aggregate } from './aggregate.ts';

export function valuePercentile(percentile: number): Aggregate {
  const sorted: number[] = [];
  return {
    add: (payload) => void sorted.splice(placeOf(sorted, Number(payload)), 0, Number(payload)),
    remove: (payload) => void sorted.splice(placeOf(sorted, Number(payload)), 1),
    measure: () => {
      if (sorted.length === 0) return undefined;
      const rank = (percentile / 100) * (sorted.length - 1);
      const below = sorted[Math.floor(rank)] ?? 0;
      const above = sorted[Math.ceil(rank)] ?? below;
      return below + (above - below) * (rank - Math.floor(rank));
    },
  };
}

/** Where the first number stands that is not less. */
function placeOf(sorted: readonly number[], number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
