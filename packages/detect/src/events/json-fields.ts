// Fields of a foreign JSON record by their paths. Warehouses keep the keys of clouds' logs in lower case, so that a key is also found so.
import type { Fields } from './event.ts';

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of keys with dots between them, or under a key that is that path; undefined where there is none. */
export function valueAt(record: Fields, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (!isRecord(value)) return undefined;
    value = own(value, key) ?? own(value, key.toLowerCase());
  }
  return value;
}

function own(record: Fields, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The first of the paths that leads to a text that is not empty; a number counts as its text. */
export function textAt(record: Fields, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const value = valueAt(record, path);
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

/** The first of the paths that leads to a number, which may be written as a text. */
export function numberAt(record: Fields, ...paths: readonly string[]): number | undefined {
  for (const path of paths) {
    const value = valueAt(record, path);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'string' && /^-?\d{1,18}(?:\.\d{1,18})?$/.test(value)) return Number(value);
  }
  return undefined;
}

export function recordAt(record: Fields, path: string): Fields | undefined {
  const value = valueAt(record, path);
  return isRecord(value) ? value : undefined;
}

/** The elements of an array that are objects. */
export function recordsAt(record: Fields, path: string): readonly Fields[] {
  const value = valueAt(record, path);
  return Array.isArray(value) ? (value as unknown[]).filter(isRecord) : [];
}

/** A text that is a JSON object, as one. */
export function parsedRecord(text: string): Fields | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Sizes and counts are never below nothing. */
export function countAt(record: Fields, ...paths: readonly string[]): number | undefined {
  const count = numberAt(record, ...paths);
  return count !== undefined && count >= 0 ? count : undefined;
}
