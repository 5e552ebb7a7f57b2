// The plain evaluator: the rule is read for each event as it stands, without an index, without anything kept. It is what the indexed
// one has to agree with, and what explains a match.
import type { SigmaEvent } from '../events/event.ts';
import { ABSENT, allTexts, fieldOf, isNull, textsOf } from '../events/field-value.ts';
import { writtenTimeOf } from '../events/times.ts';
import type { Expression } from '../values/expression.ts';
import { isInNetwork, parseNetwork } from '../values/network.ts';
import type { Anchor, Item, Value } from '../values/value.ts';
import { holds, numberIn, partOf } from './compare.ts';
import { folded, globOf, matchesGlob } from './glob.ts';
import { compileRegex, type Regex } from './regex.ts';

export function matchesPlainly(expression: Expression, event: SigmaEvent): boolean {
  switch (expression.kind) {
    case 'never':
      return false;
    case 'item':
      return matchesItem(expression.item, event);
    case 'named':
      return matchesPlainly(expression.of, event);
    case 'not':
      return !matchesPlainly(expression.of, event);
    case 'and':
      return expression.of.every((part) => matchesPlainly(part, event));
    case 'or':
      return expression.of.some((part) => matchesPlainly(part, event));
  }
}

export function matchesItem(item: Item, event: SigmaEvent): boolean {
  return item.values.some((value) => matchesValue(item.field, value, event));
}

export function matchesValue(field: string | undefined, value: Value, event: SigmaEvent): boolean {
  if (field === undefined) return allTexts(event.fields).some((text) => matchesText(value, text));
  const found = fieldOf(event.fields, field);
  if (value.kind === 'null') return isNull(found);
  if (value.kind === 'exists') return (found !== ABSENT) === value.isWanted;
  if (value.kind === 'field') {
    const others = textsOf(fieldOf(event.fields, value.name));
    return textsOf(found).some((text) => others.some((other) => isAnchored(text, other, value.anchor, value.isCased)));
  }
  if (value.kind === 'number' || value.kind === 'time')
    return elementsOf(found).some((one) => matchesNumber(value, one));
  return textsOf(found).some((text) => matchesText(value, text));
}

function elementsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]).flatMap(elementsOf) : [value];
}

function matchesNumber(value: Extract<Value, { kind: 'number' | 'time' }>, found: unknown): boolean {
  if (value.kind === 'number') {
    const number = numberIn(found);
    return number !== undefined && holds(value.comparison, number, value.number);
  }
  const time = writtenTimeOf(found);
  return time !== undefined && holds(value.comparison, partOf(time, value.part), value.number);
}

function matchesText(value: Value, text: string): boolean {
  if (value.kind === 'text') {
    if (value.isCased) return matchesGlob(globOf(value.pattern), text);
    return matchesGlob(globOf(folded(value.pattern)), text.toLowerCase());
  }
  if (value.kind === 'regex') return regexOf(value.source, value.flags).test(text);
  if (value.kind !== 'cidr') return false;
  const network = parseNetwork(value.network);
  return network !== undefined && isInNetwork(text, network);
}

export function isAnchored(text: string, other: string, anchor: Anchor, isCased: boolean): boolean {
  const [one, two] = isCased ? [text, other] : [text.toLowerCase(), other.toLowerCase()];
  switch (anchor) {
    case 'whole':
      return one === two;
    case 'start':
      return one.startsWith(two);
    case 'end':
      return one.endsWith(two);
    case 'anywhere':
      return one.includes(two);
  }
}

const regexes = new Map<string, Regex>();
const MAX_REGEXES = 4096;

/** Compiling takes longer than reading a text. */
function regexOf(source: string, flags: string): Regex {
  const key = `${flags}/${source}`;
  let regex = regexes.get(key);
  if (regex === undefined) {
    regex = compileRegex(source, flags);
    if (regexes.size >= MAX_REGEXES) regexes.clear();
    regexes.set(key, regex);
  }
  return regex;
}
