// The plain evaluator: each rule is read for each event as it stands, without an index. It is what the indexed one has to agree with,
// and what explains a match.
import type { SigmaEvent } from '../events/event.ts';
import { ABSENT, allTexts, fieldOf, isNull, textsOf } from '../events/field-value.ts';
import { writtenTimeOf } from '../events/times.ts';
import type { Expression } from '../values/expression.ts';
import { isInNetwork, parseNetwork } from '../values/network.ts';
import type { Anchor, Item, Value } from '../values/value.ts';
import { holds, numberIn, partOf } from './compare.ts';
import { folded, type Glob, globOf, matchesGlob } from './glob.ts';
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

function matchesItem({ field, values }: Item, event: SigmaEvent): boolean {
  const asked = askedOf(field, event);
  return values.some((value) => matchesAsked(value, asked, event));
}

export function matchesValue(field: string | undefined, value: Value, event: SigmaEvent): boolean {
  return matchesAsked(value, askedOf(field, event), event);
}

/** What an item looks at. */
interface Asked {
  readonly field: string | undefined;
  readonly found: unknown;
  readonly texts: readonly string[];
  readonly folded: readonly string[];
}

function askedOf(field: string | undefined, event: SigmaEvent): Asked {
  const found = field === undefined ? ABSENT : fieldOf(event.fields, field);
  const texts = field === undefined ? textsIn(event) : textsOf(found);
  return { field, found, texts, folded: texts.map((text) => text.toLowerCase()) };
}

function matchesAsked(value: Value, { field, found, texts, folded: lower }: Asked, event: SigmaEvent): boolean {
  switch (value.kind) {
    case 'text': {
      const glob = globFor(value);
      return (value.isCased ? texts : lower).some((text) => matchesGlob(glob, text));
    }
    case 'regex':
      return texts.some((text) => regexOf(value.source, value.flags).test(text));
    case 'cidr': {
      const network = parseNetwork(value.network);
      return network !== undefined && texts.some((text) => isInNetwork(text, network));
    }
    case 'null':
      return field !== undefined && isNull(found);
    case 'exists':
      return field !== undefined && (found !== ABSENT) === value.isWanted;
    case 'field': {
      const others = textsOf(fieldOf(event.fields, value.name));
      return texts.some((text) => others.some((other) => isAnchored(text, other, value.anchor, value.isCased)));
    }
    case 'number':
    case 'time':
      return elementsOf(found).some((one) => matchesNumber(value, one));
  }
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

const globs = new WeakMap<Value, Glob>();

function globFor(value: Extract<Value, { kind: 'text' }>): Glob {
  let glob = globs.get(value);
  if (glob === undefined) {
    glob = globOf(value.isCased ? value.pattern : folded(value.pattern));
    globs.set(value, glob);
  }
  return glob;
}

const eventTexts = new WeakMap<SigmaEvent, readonly string[]>();

function textsIn(event: SigmaEvent): readonly string[] {
  let texts = eventTexts.get(event);
  if (texts === undefined) {
    texts = allTexts(event.fields);
    eventTexts.set(event, texts);
  }
  return texts;
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
