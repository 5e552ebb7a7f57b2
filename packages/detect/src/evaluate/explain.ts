// Why a rule fired, in words of the rule: never with a value of the event, which may be somebody's.
import type { SigmaEvent } from '../events/event.ts';
import type { Expression } from '../values/expression.ts';
import { type Pattern, patternText, RUN } from '../values/pattern.ts';
import type { Item, Value } from '../values/value.ts';
import { matchesPlainly, matchesValue } from './plain.ts';

/** More reasons than these do not explain better. */
const MAX_REASONS = 8;
const MAX_TEXT = 80;

/** What held, item by item, with the name of its search identifier. */
export function explain(expression: Expression, event: SigmaEvent): string {
  const reasons = [...new Set(reasonsOf(expression, event, ''))];
  const shown = reasons.slice(0, MAX_REASONS).join('; ');
  const left = reasons.length - MAX_REASONS;
  return left > 0 ? `${shown}; and ${left} more` : shown;
}

function reasonsOf(expression: Expression, event: SigmaEvent, name: string): string[] {
  switch (expression.kind) {
    case 'never':
      return [];
    case 'item': {
      const value = expression.item.values.find((one) => matchesValue(expression.item.field, one, event));
      return value === undefined ? [] : [`${name}${itemText(expression.item, value)}`];
    }
    case 'named':
      return matchesPlainly(expression.of, event) ? reasonsOf(expression.of, event, `${expression.name}: `) : [];
    case 'and':
      return expression.of.flatMap((part) => reasonsOf(part, event, name));
    case 'or': {
      const held = expression.of.find((part) => matchesPlainly(part, event));
      return held === undefined ? [] : reasonsOf(held, event, name);
    }
    case 'not':
      return [`not ${namesOf(expression.of).join(' or ')}`];
  }
}

function namesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'named':
      return [expression.name];
    case 'item':
      return [itemText(expression.item, expression.item.values[0])];
    case 'never':
      return [expression.placeholder];
    case 'not':
      return namesOf(expression.of).map((name) => `not ${name}`);
    case 'and':
    case 'or':
      return expression.of.flatMap(namesOf);
  }
}

export function itemText({ field }: Item, value: Value | undefined): string {
  return `${field ?? 'the event'} ${value === undefined ? '' : valueText(value)}`.trim();
}

/** Which value of a list it was is not told. */
const LISTED = { text: 'fits a value of', regex: 'matches one of', cidr: 'is in a network of' } as const;

function valueText(value: Value): string {
  if ('list' in value && value.list !== undefined) return `${LISTED[value.kind]} ${value.list}`;
  switch (value.kind) {
    case 'text':
      return textText(value.pattern);
    case 'regex':
      return `matches /${short(value.source)}/${value.flags}`;
    case 'cidr':
      return `is in ${value.network}`;
    case 'number':
      return `is ${value.comparison} ${value.number}`;
    case 'time':
      return `has a ${value.part} ${value.comparison} ${value.number}`;
    case 'field':
      return `agrees with ${value.name}`;
    case 'exists':
      return value.isWanted ? 'is there' : 'is not there';
    case 'null':
      return 'is null or not there';
  }
}

function textText(pattern: Pattern): string {
  const [first] = pattern;
  const last = pattern.at(-1);
  const inner = pattern.slice(first === RUN ? 1 : 0, last === RUN && pattern.length > 1 ? -1 : undefined);
  const words = first === RUN ? (last === RUN ? 'contains' : 'ends with') : last === RUN ? 'begins with' : 'is';
  if (pattern.length === 1 && first === RUN) return 'has a value';
  return `${words} "${short(patternText(inner))}"`;
}

function short(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
