// What a rule compares a field with, once its modifiers are applied. `list` names the placeholders that a value comes from: such values are
// the site's, and nobody is told them.
import type { Pattern } from './pattern.ts';

export type Comparison = 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'neq';
export type TimePart = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
/** Where in a field another field's text has to stand. */
export type Anchor = 'whole' | 'start' | 'end' | 'anywhere';

export type Value =
  | { readonly kind: 'text'; readonly pattern: Pattern; readonly isCased: boolean; readonly list?: string }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string; readonly list?: string }
  | { readonly kind: 'cidr'; readonly network: string; readonly list?: string }
  | { readonly kind: 'number'; readonly comparison: Comparison; readonly number: number }
  | {
      readonly kind: 'time';
      readonly part: TimePart;
      readonly comparison: Comparison;
      readonly number: number;
    }
  | { readonly kind: 'field'; readonly name: string; readonly anchor: Anchor; readonly isCased: boolean }
  | { readonly kind: 'exists'; readonly isWanted: boolean }
  | { readonly kind: 'null' };

/** One field, or the whole event where there is none, and values of which one has to match. */
export interface Item {
  readonly field: string | undefined;
  readonly values: readonly Value[];
}
