// Expressions → functions over an event's slots. Items that several rules share are asked once an event.
import { ABSENT, isNull } from '../events/field-value.ts';
import { writtenTimeOf } from '../events/times.ts';
import type { Expression } from '../values/expression.ts';
import { isInNetwork, parseNetwork } from '../values/network.ts';
import type { Item, Value } from '../values/value.ts';
import { holds, numberIn, partOf } from './compare.ts';
import type { EventContext, Texts } from './event-context.ts';
import { itemKey } from './keys.ts';
import { isAnchored } from './plain.ts';
import { compileRegex } from './regex.ts';
import { textTest } from './text-tests.ts';

export type Test = (context: EventContext) => boolean;

export interface Compiler {
  readonly compile: (expression: Expression) => Test;
}

/** A compiler whose tests are for this context alone. */
export function createCompiler(context: EventContext): Compiler {
  const items = new Map<string, Test>();
  const shared = (item: Item): Test => {
    const key = itemKey(item);
    let test = items.get(key);
    if (test === undefined) {
      const ask = compileItem(item, context);
      const memo = context.newMemo();
      test = (event) => event.once(memo, ask);
      items.set(key, test);
    }
    return test;
  };
  return { compile: (expression) => compile(expression, shared) };
}

function compile(expression: Expression, item: (item: Item) => Test): Test {
  switch (expression.kind) {
    case 'never':
      return () => false;
    case 'item':
      return item(expression.item);
    case 'named':
      return compile(expression.of, item);
    case 'not': {
      const inner = compile(expression.of, item);
      return (event) => !inner(event);
    }
    case 'and':
    case 'or':
      return joined(
        expression.kind,
        [...expression.of].sort((a, b) => costOf(a) - costOf(b)).map((part) => compile(part, item)),
      );
  }
}

/** How long it takes to ask, roughly: what is asked first often saves the rest, and the order changes no answer. */
function costOf(expression: Expression): number {
  switch (expression.kind) {
    case 'never':
      return 0;
    case 'item': {
      const { field, values } = expression.item;
      const isSlow = values.some(({ kind }) => kind === 'regex' || kind === 'cidr' || kind === 'time');
      return (isSlow ? 100 : 1) + (field === undefined ? 50 : 0) + Math.min(values.length, 8);
    }
    case 'named':
    case 'not':
      return costOf(expression.of);
    case 'and':
    case 'or':
      return expression.of.reduce((sum, part) => sum + costOf(part), 0);
  }
}

function joined(kind: 'and' | 'or', parts: readonly Test[]): Test {
  const [first, second, ...more] = parts;
  if (first && second && more.length === 0) {
    return kind === 'and' ? (event) => first(event) && second(event) : (event) => first(event) || second(event);
  }
  const decisive = kind === 'or';
  return (event) => {
    for (const part of parts) if (part(event) === decisive) return decisive;
    return !decisive;
  };
}

/** Cheap tests first. */
function compileItem({ field, values }: Item, context: EventContext): Test {
  const tests: Test[] = [];
  const texts = values.filter((value) => value.kind === 'text');
  for (const isCased of [false, true]) {
    const patterns = texts.filter((value) => value.isCased === isCased).map(({ pattern }) => pattern);
    if (patterns.length > 0) tests.push(overTexts(field, isCased, textTest(patterns, isCased), context));
  }
  for (const value of values) if (value.kind !== 'text') tests.push(compileValue(field, value, context));
  const [only] = tests;
  return tests.length === 1 && only ? only : joined('or', tests);
}

function overTexts(
  field: string | undefined,
  isCased: boolean,
  test: (text: string) => boolean,
  context: EventContext,
): Test {
  if (field === undefined)
    return isCased ? (event) => event.allTexts().some(test) : (event) => event.allFolded().some(test);
  const slot = context.slotOf(field);
  const isMet = (texts: Texts) => (typeof texts === 'string' ? test(texts) : texts.some(test));
  return isCased
    ? (event) => event.has(slot) && isMet(event.texts(slot))
    : (event) => event.has(slot) && isMet(event.folded(slot));
}

function compileValue(field: string | undefined, value: Exclude<Value, { kind: 'text' }>, context: EventContext): Test {
  if (value.kind === 'regex') {
    const regex = compileRegex(value.source, value.flags);
    return overTexts(field, true, (text) => regex.test(text), context);
  }
  if (field === undefined) return () => false;
  const slot = context.slotOf(field);
  switch (value.kind) {
    case 'cidr': {
      const network = parseNetwork(value.network);
      return overTexts(field, true, (text) => network !== undefined && isInNetwork(text, network), context);
    }
    case 'null':
      return (event) => isNull(event.value(slot));
    case 'exists':
      return (event) => event.has(slot) === value.isWanted;
    case 'field':
      return comparing(slot, context.slotOf(value.name), value);
    case 'number':
      return overElements(slot, (one) => {
        const number = numberIn(one);
        return number !== undefined && holds(value.comparison, number, value.number);
      });
    case 'time':
      return overElements(slot, (one) => {
        const time = writtenTimeOf(one);
        return time !== undefined && holds(value.comparison, partOf(time, value.part), value.number);
      });
  }
}

function comparing(slot: number, other: number, { anchor, isCased }: Extract<Value, { kind: 'field' }>): Test {
  const list = (texts: Texts) => (typeof texts === 'string' ? [texts] : texts);
  return (event) => {
    const others = list(event.texts(other));
    return list(event.texts(slot)).some((text) => others.some((one) => isAnchored(text, one, anchor, isCased)));
  };
}

function overElements(slot: number, test: (value: unknown) => boolean): Test {
  const isMet = (value: unknown): boolean => (Array.isArray(value) ? (value as unknown[]).some(isMet) : test(value));
  return (event) => {
    const value = event.value(slot);
    return value !== ABSENT && isMet(value);
  };
}
