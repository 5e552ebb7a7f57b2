// Search identifiers: a map is AND, a list of maps OR, a list of strings keywords; keys carry modifiers.

import { MODIFIERS } from '../modifiers/index.ts';
import type { Alternatives, Draft, ModifierState } from '../modifiers/modifier.ts';
import { all, any, type Expression } from '../values/expression.ts';
import { merged, parsePattern, RUN } from '../values/pattern.ts';
import type { Value } from '../values/value.ts';
import { type Foreign, isMap } from './documents.ts';
import type { FieldMapping } from './field-mapping.ts';
import { quoted, Rejection } from './rejection.ts';

export interface ReadingOptions {
  /** Values by name of placeholder. */
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
  /** The fields of the events by the name in the rule. */
  readonly fieldsOf: FieldMapping;
}

/** Reads all search identifiers of a detection or a filter. @param reserved keys that are none */
export function readSearches(
  section: Foreign,
  reserved: readonly string[],
  options: ReadingOptions,
): ReadonlyMap<string, Expression> {
  const searches = new Map<string, Expression>();
  for (const [name, definition] of Object.entries(section)) {
    if (reserved.includes(name)) continue;
    searches.set(name, readSearch(name, definition, options));
  }
  if (searches.size === 0) throw new Rejection('shape', 'it has no search identifier');
  return searches;
}

function readSearch(name: string, definition: unknown, options: ReadingOptions): Expression {
  if (isMap(definition)) return readMap(name, definition, options);
  const list: readonly unknown[] = Array.isArray(definition) ? definition : [definition];
  if (list.length === 0) throw new Rejection('shape', `${quoted(name)} is empty`);
  if (list.every((one) => !isMap(one) && !Array.isArray(one))) return readItem(name, '', list, options);
  return any(
    list.map((one) => {
      if (Array.isArray(one)) throw new Rejection('shape', `${quoted(name)} has a list inside of a list`);
      return isMap(one) ? readMap(name, one, options) : readItem(name, '', [one], options);
    }),
  );
}

function readMap(name: string, map: Foreign, options: ReadingOptions): Expression {
  const entries = Object.entries(map);
  if (entries.length === 0) throw new Rejection('shape', `${quoted(name)} is empty`);
  return all(entries.map(([key, value]) => readItem(name, key, Array.isArray(value) ? value : [value], options)));
}

/** One line of a map. @param key field and modifiers, `''` for keywords */
function readItem(name: string, key: string, written: readonly unknown[], options: ReadingOptions): Expression {
  const [fieldText = '', ...modifiers] = key.split('|');
  const field = fieldText === '' ? undefined : fieldText;
  if (written.length === 0) throw new Rejection('shape', `${quoted(name)} gives ${quoted(key)} an empty list`);
  if (written.length > 1 && written.includes(null)) {
    throw new Rejection('value', `null stands in a list of values of ${quoted(key)}; it is a type of its own`);
  }
  const state = modifiers.reduce(applied, {
    field,
    before: [],
    values: written.map((value): Alternatives => [draftOf(value, key)]),
    areAll: false,
    isNegated: false,
    placeholders: options.placeholders,
  });
  const fields = field === undefined ? [undefined] : options.fieldsOf(field);
  const expression = any(fields.map((one) => linked(one, state, options)));
  return state.isNegated ? { kind: 'not', of: expression } : expression;
}

function applied(state: ModifierState, name: string): ModifierState {
  const modifier = MODIFIERS.get(name);
  if (modifier === undefined) throw new Rejection('modifier', `there is no modifier ${quoted(name)}`);
  const next = modifier.apply(state);
  return { ...next, before: [...state.before, modifier.name] };
}

function draftOf(value: unknown, key: string): Draft {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string' || typeof value === 'boolean') return { kind: 'scalar', value };
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'scalar', value };
  throw new Rejection('value', `${quoted(key)} has a value that is no text, number or boolean: ${quoted(value)}`);
}

/** Alternatives of one written value are always OR; the values themselves are AND with `all`. */
function linked(field: string | undefined, { values, areAll }: ModifierState, options: ReadingOptions): Expression {
  const groups = areAll ? values : [values.flat()];
  return all(groups.map((group) => oneGroup(field, group, options)));
}

function oneGroup(field: string | undefined, drafts: Alternatives, options: ReadingOptions): Expression {
  const known = drafts.filter((draft) => draft.kind !== 'unknown');
  const unknown = drafts.find((draft) => draft.kind === 'unknown');
  if (known.length === 0) return { kind: 'never', placeholder: unknown?.placeholder ?? '' };
  return { kind: 'item', item: { field, values: known.map((draft) => finished(draft, field, options)) } };
}

function finished(
  draft: Exclude<Draft, { kind: 'unknown' }>,
  field: string | undefined,
  options: ReadingOptions,
): Value {
  const value = asValue(draft);
  if (value.kind === 'field') return { ...value, name: options.fieldsOf(value.name)[0] ?? value.name };
  if (field !== undefined) return value;
  if (value.kind === 'text') {
    // A keyword stands anywhere in the event, unless its modifiers say where.
    const isAnchored = draft.kind === 'text' && (value.pattern[0] === RUN || value.pattern.at(-1) === RUN);
    return isAnchored && value.pattern.length > 1 ? value : { ...value, pattern: merged([RUN, ...value.pattern, RUN]) };
  }
  if (value.kind === 'regex') return value;
  throw new Rejection('value', `a keyword is a text or a regular expression, not ${value.kind}`);
}

function asValue(draft: Exclude<Draft, { kind: 'unknown' }>): Value {
  if (draft.kind === 'bytes') return { kind: 'text', pattern: draft.pattern, isCased: false };
  if (draft.kind !== 'scalar') return draft;
  const pattern = typeof draft.value === 'string' ? parsePattern(draft.value) : [String(draft.value)];
  return { kind: 'text', pattern, isCased: false };
}
