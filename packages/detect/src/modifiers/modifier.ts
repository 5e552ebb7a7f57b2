// What a modifier is: it takes the values of a field as they stand after the modifiers before it, and gives them changed.
import type { Pattern } from '../values/pattern.ts';
import type { Value } from '../values/value.ts';

/** A value on its way: as written, as text, or already a value of another kind. */
export type Draft =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean }
  /** Text after UTF-16: the bytes are what Base64 encodes, the pattern is what stands in a field. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly pattern: Pattern }
  /** `%name%` whose values nobody gave. */
  | { readonly kind: 'unknown'; readonly placeholder: string }
  | Value;

/** What stands behind one written value: any of the drafts. Modifiers such as `windash` make several of one. */
export type Alternatives = readonly Draft[];

export interface ModifierState {
  readonly field: string | undefined;
  /** Names of the modifiers before this one. */
  readonly before: readonly string[];
  readonly values: readonly Alternatives[];
  /** Whether all values have to match, not one of them. */
  readonly areAll: boolean;
  readonly isNegated: boolean;
  /** Values by name of placeholder. */
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
}

export interface Modifier {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly apply: (state: ModifierState) => ModifierState;
}

/** A modifier that changes each value by itself. */
export function eachValue(
  name: string,
  change: (draft: Draft, state: ModifierState) => Draft | readonly Draft[],
  aliases: readonly string[] = [],
): Modifier {
  return {
    name,
    aliases,
    apply: (state) => ({
      ...state,
      values: state.values.map((alternatives) =>
        alternatives.flatMap((draft) => (draft.kind === 'unknown' ? draft : fromList(draft, change(draft, state)))),
      ),
    }),
  };
}

/** What is made of a value from a list is from that list too. */
function fromList(before: Draft, made: Draft | readonly Draft[]): Draft | readonly Draft[] {
  const list = 'list' in before ? before.list : undefined;
  if (list === undefined) return made;
  const drafts: readonly Draft[] = Array.isArray(made) ? made : [made];
  return drafts.map((draft) =>
    draft.kind === 'text' || draft.kind === 'regex' || draft.kind === 'cidr' ? { ...draft, list } : draft,
  );
}
