// When people are reminded of a deadline: the longer the whole time, the earlier the first word; always at the end.

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Whole time from its length up → seconds before the deadline. */
const LADDERS: readonly (readonly [atLeast: number, leads: readonly number[]])[] = [
  [10 * DAY, [7 * DAY, 3 * DAY, DAY, 4 * HOUR, 0]],
  [36 * HOUR, [48 * HOUR, 24 * HOUR, 12 * HOUR, 4 * HOUR, HOUR, 0]],
  [0, [12 * HOUR, 4 * HOUR, HOUR, 0]],
];

/**
 * Seconds before the deadline at which people are told, the earliest first.
 *
 * @param wholeS seconds from the beginning of the clock to its deadline
 */
export function leadsFor(wholeS: number): readonly number[] {
  const ladder = LADDERS.find(([atLeast]) => wholeS >= atLeast)?.[1] ?? [0];
  return ladder.filter((lead) => lead < wholeS || lead === 0);
}
