// Rules that need another's finding nearby (gitleaks, "Composite rules"): both parts of a pair, such as a key id and its secret.
import type { RequiredRule } from './rule.ts';

/** Where a finding begins: both counted from the text's and the line's first. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Whether each required rule has a finding within its distance.
 *
 * @param findingsOf positions of the findings of a rule
 */
export function hasAllRequired(
  primary: Position,
  required: readonly RequiredRule[],
  findingsOf: (rule: string) => readonly Position[],
): boolean {
  return required.every(({ id, withinLines, withinColumns }) =>
    findingsOf(id).some(
      (other) =>
        (withinLines === undefined || Math.abs(primary.line - other.line) <= withinLines) &&
        (withinColumns === undefined || Math.abs(primary.column - other.column) <= withinColumns),
    ),
  );
}
