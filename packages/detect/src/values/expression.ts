// What a rule asks of an event: items under and, or, not, with the names that its author gave to the parts.
import type { Item } from './value.ts';

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'item'; readonly item: Item }
  /** A search identifier of the rule. */
  | { readonly kind: 'named'; readonly name: string; readonly of: Expression }
  /** A value that stands for a list of which nothing is known: it matches no event. */
  | { readonly kind: 'never'; readonly placeholder: string };

export function all(of: readonly Expression[]): Expression {
  return of.length === 1 && of[0] ? of[0] : { kind: 'and', of };
}

export function any(of: readonly Expression[]): Expression {
  return of.length === 1 && of[0] ? of[0] : { kind: 'or', of };
}

/** Whether no event can match, since what it waits for can never be; undefined where that depends on the event. */
export function settled(expression: Expression): boolean | undefined {
  switch (expression.kind) {
    case 'never':
      return false;
    case 'item':
      return undefined;
    case 'named':
      return settled(expression.of);
    case 'not': {
      const inner = settled(expression.of);
      return inner === undefined ? undefined : !inner;
    }
    case 'and':
    case 'or': {
      const decisive = expression.kind === 'or';
      const parts = expression.of.map(settled);
      if (parts.includes(decisive)) return decisive;
      return parts.every((part) => part === !decisive) ? !decisive : undefined;
    }
  }
}

/** Every item in it, in order. */
export function itemsOf(expression: Expression): Item[] {
  switch (expression.kind) {
    case 'item':
      return [expression.item];
    case 'never':
      return [];
    case 'and':
    case 'or':
      return expression.of.flatMap(itemsOf);
    case 'not':
    case 'named':
      return itemsOf(expression.of);
  }
}
