// Kinds that a user asks for by name or pattern, as in `person/*`.
import { builtInKinds, catalogueRules, type RuleSet } from '@vigie/classify';

/** A name or pattern that means no kind, with the names that are nearest to it. */
export interface UnknownKind {
  readonly asked: string;
  readonly nearest: readonly string[];
}

/** Whether a kind is among those that were asked for; all are where none was. */
export function isAsked(patterns: readonly string[] | undefined, kind: string): boolean {
  return patterns === undefined || patterns.some((pattern) => patternOf(pattern).test(kind));
}

/**
 * Names and patterns that mean no kind.
 *
 * @param rules the secret rules in the place of our own
 */
export function unknownKinds(patterns: readonly string[], rules?: RuleSet): readonly UnknownKind[] {
  const known = [
    ...builtInKinds().map(({ id }) => id),
    ...(rules ?? catalogueRules()).rules.filter(({ skipReport }) => !skipReport).map(({ id }) => `secret/${id}`),
  ];
  return patterns
    .filter((pattern) => !known.some((kind) => patternOf(pattern).test(kind)))
    .map((asked) => ({ asked, nearest: nearestOf(asked.replaceAll('*', ''), known) }));
}

/** `*` stands for anything, a solidus included. */
function patternOf(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

const SHOWN = 3;

/** Those that have what was asked for as a part of their names, then those that need the fewest changes to become it. */
function nearestOf(asked: string, known: readonly string[]): readonly string[] {
  const name = asked.slice(asked.lastIndexOf('/') + 1);
  const distance = (kind: string) =>
    name.length > 2 && kind.includes(name)
      ? 0
      : Math.min(changes(asked, kind), changes(asked, kind.slice(kind.lastIndexOf('/') + 1)));
  return known
    .map((kind) => ({ kind, distance: distance(kind) }))
    .sort((a, b) => a.distance - b.distance || a.kind.localeCompare(b.kind))
    .slice(0, SHOWN)
    .map(({ kind }) => kind);
}

/** Insertions, deletions and replacements that make one text the other (Levenshtein, Soviet Physics Doklady 10(8), 1966). */
function changes(one: string, other: string): number {
  const longest = 100;
  const [a, b] = [one.slice(0, longest), other.slice(0, longest)];
  let before = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
