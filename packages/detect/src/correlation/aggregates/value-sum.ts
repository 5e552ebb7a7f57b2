// `value_sum` and `value_avg`: the sum of a field, and its mean. Sums are compensated (Neumaier 1974), so that a window that slides for
// days does not drift.
import type { Aggregate, Payload } from './aggregate.ts';

function compensatedSum() {
  let sum = 0;
  let lost = 0;
  let count = 0;
  const add = (number: number) => {
    const next = sum + number;
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
    sum = next;
  };
  return {
    add: (payload: Payload) => {
      add(Number(payload));
      count += 1;
    },
    remove: (payload: Payload) => {
      add(-Number(payload));
      count -= 1;
      if (count === 0) sum = lost = 0;
    },
    total: () => sum + lost,
    count: () => count,
  };
}

export function valueSum(): Aggregate {
  const { add, remove, total, count } = compensatedSum();
  return { add, remove, measure: () => (count() === 0 ? undefined : total()) };
}

export function valueAverage(): Aggregate {
  const { add, remove, total, count } = compensatedSum();
  return { add, remove, measure: () => (count() === 0 ? undefined : total() / count()) };
}
