// What stands in a field of an event, and how it reads as text: the table of README, "What a field is".
import { fieldKey } from '../sigma/field-mapping.ts';
import type { Fields } from './event.ts';

/** Deeper nesting is a trap, and not searched. */
const MAX_DEPTH = 64;
/** A field that is not there. */
export const ABSENT = Symbol('absent');

/** The value of a field: a key of that name goes before a path; arrays on the path give every value found behind them. */
export function fieldOf(fields: Fields, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  const value = name.includes('.') ? atPath(fields, name.split('.'), 0) : ABSENT;
  if (value !== ABSENT) return value;
  // Names with spaces are those without: "Threat Name" is ThreatName.
  for (const key in fields)
    if (key.includes(' ') && Object.hasOwn(fields, key) && fieldKey(key) === name) return fields[key];
  return ABSENT;
}

/** What a path leads to, from its segment `index` on. */
function atPath(value: unknown, path: readonly string[], index: number): unknown {
  if (index === path.length) return value;
  if (typeof value !== 'object' || value === null || index >= MAX_DEPTH) return ABSENT;
  if (Array.isArray(value)) {
    const found = (value as unknown[]).map((one) => atPath(one, path, index)).filter((one) => one !== ABSENT);
    return found.length === 0 ? ABSENT : found;
  }
  // A key may have dots itself: {"a.b": {"c": 1}} has a.b.c.
  for (let end = path.length; end > index; end -= 1) {
    const key = end === index + 1 ? (path[index] ?? '') : path.slice(index, end).join('.');
    if (!Object.hasOwn(value, key)) continue;
    const found = atPath((value as Fields)[key], path, end);
    if (found !== ABSENT) return found;
  }
  return ABSENT;
}

/** The texts of a field: numbers and booleans as JSON writes them, each element of an array, an object as its JSON. */
export function textsOf(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return [String(value)];
  if (value === null || value === undefined || value === ABSENT || depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return (value as unknown[]).flatMap((one) => textsOf(one, depth + 1));
  return typeof value === 'object' ? [JSON.stringify(value)] : [];
}

/** Whether a field holds null, or an array with null in it, or is not there. */
export function isNull(value: unknown): boolean {
  if (value === ABSENT || value === null || value === undefined) return true;
  return Array.isArray(value) && value.includes(null);
}

/** Every text, number and boolean of an event, at whatever depth: where keywords are looked for. */
export function allTexts(fields: Fields): string[] {
  const texts: string[] = [];
  collect(fields, 0, texts);
  return texts;
}

function collect(value: unknown, depth: number, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (typeof value === 'number' || typeof value === 'boolean') texts.push(String(value));
  else if (typeof value === 'object' && value !== null && depth <= MAX_DEPTH) {
    for (const inner of Object.values(value)) collect(inner, depth + 1, texts);
  }
}

/** The same in one text, with a line's end before each: made faster than a list of many. */
export function joinedTexts(value: unknown, depth = 0): string {
  if (typeof value === 'string') return `\n${value}`;
  if (typeof value === 'number' || typeof value === 'boolean') return `\n${value}`;
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return '';
  let joined = '';
  for (const key in value) joined += joinedTexts((value as Fields)[key], depth + 1);
  return joined;
}
