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
const INLINE_ALLOW = 'gitleaks:allow';
/** Of a very long line, only so much on either side is looked at. */
const LONGEST_SIDE = 64 * 1024;

export function lineFinder(latin1: string): LineFinder {
  let cached = { start: 0, end: -1 };
  let starts: Int32Array | undefined;
  let someAllowed: boolean | undefined;

  function lineAt(at: number): { readonly start: number; readonly end: number } {
    if (at >= cached.start && at <= cached.end) return cached;
    const end = latin1.indexOf('\n', at);
    const start = at === 0 ? 0 : latin1.lastIndexOf('\n', at - 1) + 1;
    cached = { start, end: end === -1 ? latin1.length : end };
    return cached;
  }

  function text(from: number, to: number): string {
    const { start } = lineAt(from);
    const { end } = lineAt(Math.max(from, to - 1));
    return latin1.slice(Math.max(start, from - LONGEST_SIDE), Math.min(end, to + LONGEST_SIDE));
  }

  return {
    start: (at) => lineAt(at).start,
    text,
    allows(from, to) {
      someAllowed ??= latin1.includes(INLINE_ALLOW);
      return someAllowed && text(from, to).includes(INLINE_ALLOW);
    },
    position(at) {
      starts ??= lineStarts(latin1);
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] as number) <= at) low = middle + 1;
        else high = middle;
      }
      return { line: low - 1, column: at - (starts[low - 1] ?? 0) };
    },
  };
}

function lineStarts(latin1: string): Int32Array {
  const starts = [0];
  for (let at = latin1.indexOf('\n'); at !== -1; at = latin1.indexOf('\n', at + 1)) starts.push(at + 1);
  return Int32Array.from(starts);
}
