// When a field of the template is asked: conditions over the letters chosen in other fields and over the circumstances of the case.

/** What the template's conditions ask of the case and not of a field. */
export type Circumstance = 'late' | 'established in the EEA' | 'not established in the EEA';

export type Condition =
  /** One of these letters is chosen in the field; `yes` for a field that is ticked. */
  | { readonly kind: 'is'; readonly field: number; readonly letters: readonly string[] }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'circumstance'; readonly circumstance: Circumstance };

export const is = (field: number, ...letters: readonly string[]): Condition => ({ kind: 'is', field, letters });
export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of });
export const not = (of: Condition): Condition => ({ kind: 'not', of });

/** More than 72 hours after awareness. */
export const LATE: Condition = { kind: 'circumstance', circumstance: 'late' };
export const IN_EEA: Condition = { kind: 'circumstance', circumstance: 'established in the EEA' };
export const NOT_IN_EEA: Condition = { kind: 'circumstance', circumstance: 'not established in the EEA' };

export interface ConditionContext {
  /** The letters chosen in a field; none where it is hidden or not answered. */
  readonly lettersOf: (field: number) => readonly string[];
  readonly circumstances: ReadonlySet<Circumstance>;
}

/** Whether a condition holds. A field that nobody answered is none of its letters. */
export function holds(condition: Condition, context: ConditionContext): boolean {
  switch (condition.kind) {
    case 'is':
      return context.lettersOf(condition.field).some((letter) => condition.letters.includes(letter));
    case 'all':
      return condition.of.every((one) => holds(one, context));
    case 'any':
      return condition.of.some((one) => holds(one, context));
    case 'not':
      return !holds(condition.of, context);
    case 'circumstance':
      return context.circumstances.has(condition.circumstance);
  }
}
