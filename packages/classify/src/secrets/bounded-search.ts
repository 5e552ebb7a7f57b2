// Runs regular expressions over long text in windows of bounded length, with the same matches as over the whole text: the
// leftmost, without overlaps. Only a single match longer than WINDOW may be missed, and one longer than WIDEST cut.

/** An expression whose matches are no longer than this needs no window of its own where it begins at a known place. */
const LONGEST_BOUNDED = 16 * 1024;
/** What an expression without a bound sees, unless a match goes on at its end: ten times the longest private key. */
const WINDOW = 64 * 1024;
/** What it sees when too many of its attempts have failed: one long line full of `curl` must not take minutes. */
const NARROW_WINDOW = 4 * 1024;
/** Bytes that failed attempts of one expression may have seen in a text before that. */
const MOST_IN_VAIN = 4 * 1024 * 1024;
/** What it sees at most, where a match goes on to the window's end. */
const WIDEST = 1024 * 1024;
/** Bytes before a window that word boundaries and looks behind may look at. */
const LEFT = 64;
/** How far windows of a search overlap, where matches may be longer. */
const WIDEST_OVERLAP = 8 * 1024;

export interface Expression {
  readonly sticky: RegExp;
  readonly global: RegExp;
  /** With the places of groups; runs on a match alone. */
  readonly groups: RegExp;
  /** Most bytes of a match. */
  readonly longest: number;
}

/** @param longest most bytes of a match, Infinity where there is no bound */
export function expressionOf(regex: RegExp, longest: number): Expression {
  const flags = regex.flags.replace(/[dgy]/g, '');
  return {
    sticky: new RegExp(regex.source, `${flags}y`),
    global: new RegExp(regex.source, `${flags}g`),
    groups: new RegExp(regex.source, `${flags}d`),
    longest,
  };
}

export type FoundMatch = (start: number, end: number) => void;

/**
 * Matches that begin up to `lead` bytes before one of the places, or there.
 *
 * @param places in rising order; every match has one of them no further than `lead` behind its start
 */
export function searchFrom(
  { sticky, longest }: Expression,
  latin1: string,
  places: readonly number[],
  lead: number,
  found: FoundMatch,
): void {
  let from = 0;
  let window = WINDOW;
  let inVain = 0;
  for (const place of places) {
    let isMatch = false;
    for (let start = Math.max(from, place - lead); start <= place; start += 1) {
      const end = matchEnd(sticky, latin1, start, longest <= LONGEST_BOUNDED ? Infinity : window);
      if (end === -1) continue;
      isMatch = true;
      found(start, end);
      from = end > start ? end : end + 1;
      start = from - 1; // the same place may be part of the next match
    }
    if (isMatch || longest <= LONGEST_BOUNDED) continue;
    inVain += Math.min(window, latin1.length - place);
    if (inVain > MOST_IN_VAIN) window = NARROW_WINDOW;
  }
}

function matchEnd(sticky: RegExp, latin1: string, start: number, window: number): number {
  if (latin1.length - start <= window) {
    sticky.lastIndex = start;
    return sticky.test(latin1) ? sticky.lastIndex : -1;
  }
  const from = Math.max(0, start - LEFT);
  for (let size = window; ; size *= 4) {
    const to = Math.min(latin1.length, start + size);
    sticky.lastIndex = start - from;
    if (!sticky.test(latin1.slice(from, to))) return -1;
    const end = from + sticky.lastIndex;
    if (end < to || to === latin1.length || size >= WIDEST) return end;
  }
}

/** All matches in the whole text. */
export function searchAll({ global, longest }: Expression, latin1: string, found: FoundMatch): void {
  const overlap = Math.min(longest, WIDEST_OVERLAP);
  let at = 0;
  let size = WINDOW;
  while (at <= latin1.length) {
    const from = Math.max(0, at - LEFT);
    const to = Math.min(latin1.length, at + size);
    const isLast = to === latin1.length;
    global.lastIndex = at - from;
    const match = global.exec(latin1.slice(from, to));
    const start = match ? from + match.index : Infinity;
    if (!match || (!isLast && start > to - overlap)) {
      // Nothing, or something so near the end that an earlier match may have been cut off.
      if (isLast) return;
      at = to - overlap;
      size = WINDOW;
      continue;
    }
    const end = start + match[0].length;
    if (end === to && !isLast && size < WIDEST) {
      at = start;
      size *= 4;
      continue;
    }
    found(start, end);
    at = end > start ? end : end + 1;
    size = WINDOW;
  }
}
