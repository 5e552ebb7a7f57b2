// Lines of a text around offsets, found once for neighbours in the same line.
import type { Position } from './required.ts';

export interface LineFinder {
  /** Offset of the first byte of the line that holds `at`. */
  start(at: number): number;
  /** The lines from the one that holds `from` to the one that holds the byte before `to`. */
  text(from: number, to: number): string;
  /** Whether those lines hold the comment that allows what they hold. */
  allows(from: number, to: number): boolean;
  /** Line and column, both from 0. */
  position(at: number): Position;
}

/** gitleaks' comment against findings on a line. */
export const INLINE_ALLOW = 'gitleaks:allow';
/** Of a very long line, only so much on either side is looked at. */
const LONGEST_SIDE = 64 * 1024;

/** @param comments where an INLINE_ALLOW begins, in rising order */
export function lineFinder(latin1: string, comments: readonly number[]): LineFinder {
  let cached = { start: 0, end: -1 };
  let starts: Int32Array | undefined;

  function lineAt(at: number): { readonly start: number; readonly end: number } {
    if (at >= cached.start && at <= cached.end) return cached;
    const end = latin1.indexOf('\n', at);
    const start = at === 0 ? 0 : latin1.lastIndexOf('\n', at - 1) + 1;
    cached = { start, end: end === -1 ? latin1.length : end };
    return cached;
  }

  function extent(from: number, to: number): readonly [from: number, to: number] {
    const { start } = lineAt(from);
    const { end } = lineAt(Math.max(from, to - 1));
    return [Math.max(start, from - LONGEST_SIDE), Math.min(end, to + LONGEST_SIDE)];
  }

  return {
    start: (at) => lineAt(at).start,
    text: (from, to) => latin1.slice(...extent(from, to)),
    allows(from, to) {
      if (comments.length === 0) return false;
      const [first, behind] = extent(from, to);
      const next = comments[countUpTo(comments, first - 1)];
      return next !== undefined && next + INLINE_ALLOW.length <= behind;
    },
    position(at) {
      starts ??= lineStarts(latin1);
      const lines = countUpTo(starts, at);
      return { line: lines - 1, column: at - (starts[lines - 1] ?? 0) };
    },
  };
}

/** How many of the offsets, which rise, are no greater than `at`. */
function countUpTo(offsets: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineStarts(latin1: string): Int32Array {
  const starts = [0];
  for (let at = latin1.indexOf('\n'); at !== -1; at = latin1.indexOf('\n', at + 1)) starts.push(at + 1);
  return Int32Array.from(starts);
}
