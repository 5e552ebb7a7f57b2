// The same words for the same question, so that what rules share is found.
import type { Expression } from '../values/expression.ts';
import { ONE, type Pattern, RUN } from '../values/pattern.ts';
import type { Item, Value } from '../values/value.ts';

export function itemKey({ field, values }: Item): string {
  return JSON.stringify([field ?? null, values.map(valueKey)]);
}

function valueKey(value: Value): unknown {
  if (value.kind === 'text') return ['text', value.isCased, patternKey(value.pattern)];
  return 'list' in value ? { ...value, list: undefined } : value;
}

function patternKey(pattern: Pattern): unknown {
  return pattern.map((part) => (part === RUN ? 0 : part === ONE ? 1 : part));
}

/** Without the names of search identifiers, which change nothing. */
export function expressionKey(expression: Expression): string {
  switch (expression.kind) {
    case 'never':
      return 'never';
    case 'item':
      return itemKey(expression.item);
    case 'named':
      return expressionKey(expression.of);
    case 'not':
      return `!(${expressionKey(expression.of)})`;
    case 'and':
    case 'or':
      return `(${expression.of.map(expressionKey).join(expression.kind === 'and' ? '&' : '|')})`;
  }
}
