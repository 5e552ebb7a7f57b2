// Stretches of a text that something encoded stands in, with what belongs to it before and behind.

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What stands before an encoded part belongs to it: the name that it is the value of. */
const BEFORE_ENCODED = 160;
const BEHIND_ENCODED = 32;
/** A value is followed up to its end, but no further than this. */
const LONGEST_BEHIND = 8 * 1024;
/** Stretches are not joined to longer ones than this, so that decoding takes bounded memory. */
const LONGEST_STRETCH = 256 * 1024;

/** Stretches with what belongs to them, in order, joined where they overlap. */
export function joinedStretches(stretches: readonly Stretch[], latin1: string): readonly Stretch[] {
  const all: { from: number; to: number }[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const from = Math.max(0, stretch.from - BEFORE_ENCODED);
    const last = all.at(-1);
    if (last && stretch.to <= last.to) continue;
    const to = behindValue(latin1, stretch.to);
    if (last && from <= last.to && to - last.from <= LONGEST_STRETCH) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

function behindValue(latin1: string, at: number): number {
  const most = Math.min(latin1.length, at + LONGEST_BEHIND);
  let to = at;
  while (to < most && !VALUE_END.test(latin1[to] ?? ' ')) to += 1;
  return Math.min(latin1.length, to + BEHIND_ENCODED);
}

const VALUE_END = /[\s"'`<>]/;
