// Settles overlaps: at one place a value has one kind. What speaks about a stretch of text (a conversation, a topic) may hold
// values of other kinds.
import type { Match } from './span.ts';

/** Kinds of a stretch of text, which lie beside and above the kinds of the values in it. */
const STRETCHES = /^(?:conversation|search-history|special\/.*)$/;

/** Whether a kind is about a stretch of text rather than a value. */
export function isStretch(kind: string): boolean {
  return STRETCHES.test(kind);
}

/**
 * The matches that stand, by their start. Of two values that overlap the stronger stands: a secret before anything else,
 * since what is inside of it (a host, a user's name) is not told for itself; then the surer one; then the longer one.
 */
export function settle(matches: readonly Match[]): Match[] {
  if (matches.length < 2) return [...matches];
  const values: Match[] = [];
  const standing: Match[] = [];
  const stretches = new Map<string, Match>();
  for (const match of matches) {
    if (!isStretch(match.kind)) {
      values.push(match);
      continue;
    }
    const key = `${match.kind} ${match.start} ${match.end}`;
    const other = stretches.get(key);
    if (!other || other.confidence < match.confidence) stretches.set(key, match);
  }
  values.sort((a, b) => a.start - b.start || b.end - a.end);
  for (let first = 0; first < values.length; ) {
    let end = (values[first] as Match).end;
    let last = first + 1;
    while (last < values.length && (values[last] as Match).start < end) {
      end = Math.max(end, (values[last] as Match).end);
      last += 1;
    }
    if (last === first + 1) standing.push(values[first] as Match);
    else standing.push(...strongest(values.slice(first, last)));
    first = last;
  }
  return [...standing, ...stretches.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

function strongest(cluster: readonly Match[]): Match[] {
  const standing: Match[] = [];
  for (const match of [...cluster].sort((a, b) => strength(b) - strength(a))) {
    if (!standing.some((other) => match.start < other.end && other.start < match.end)) standing.push(match);
  }
  return standing;
}

function strength({ kind, confidence, start, end }: Match): number {
  const isSecret = kind.startsWith('secret/') || kind.startsWith('credential/');
  return (isSecret ? 1 : 0) + confidence + Math.min(end - start, 200) / 1000;
}
