// Sets of code points (or of bytes) as sorted ranges without overlaps.

export type Range = readonly [first: number, last: number];
export type Ranges = readonly Range[];

export const LAST_CODE_POINT = 0x10ffff;
export const DIGITS: Ranges = [[0x30, 0x39]];
export const WORD: Ranges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const UPPER: Range = [0x41, 0x5a];
const LOWER: Range = [0x61, 0x7a];

/** The same set: sorted, neighbours joined. */
export function normalise(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: [number, number][] = [];
  for (const [first, last] of sorted) {
    const previous = joined.at(-1);
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

/** All from 0 to `max` that are not in the set. */
export function complement(ranges: Ranges, max: number): Ranges {
  const rest: Range[] = [];
  let from = 0;
  for (const [first, last] of normalise(ranges)) {
    if (first > from) rest.push([from, first - 1]);
    from = last + 1;
  }
  if (from <= max) rest.push([from, max]);
  return rest;
}

/** What of the set lies within these bounds, both included. */
export function clip(ranges: Ranges, first: number, last: number): Ranges {
  return ranges
    .filter((range) => range[0] <= last && range[1] >= first)
    .map((range): Range => [Math.max(range[0], first), Math.min(range[1], last)]);
}

export function has(ranges: Ranges, point: number): boolean {
  return ranges.some(([first, last]) => first <= point && point <= last);
}

/** The set with the other case of its ASCII letters. */
export function foldAscii(ranges: Ranges): Ranges {
  const lowered = clip(ranges, ...UPPER).map(([first, last]): Range => [first + 0x20, last + 0x20]);
  const raised = clip(ranges, ...LOWER).map(([first, last]): Range => [first - 0x20, last - 0x20]);
  return lowered.length + raised.length === 0 ? ranges : normalise([...ranges, ...lowered, ...raised]);
}

/** How many members the set has. */
export function size(ranges: Ranges): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}
