// Values of commands that visitors sent. Documents may have a field `toString`, so nothing foreign is turned into a text or a number by force.
import type { Document } from 'bson';

/** MongoDB itself takes no document that is nested deeper. https://www.mongodb.com/docs/manual/reference/limits/ */
const MAX_NESTING = 100;

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** @returns NaN where it is no number */
export function numberOf(value: unknown): number {
  return typeof value === 'number'
    ? value
    : typeof value === 'bigint' || typeof value === 'boolean'
      ? Number(value)
      : Number.NaN;
}

export function recordOf(value: unknown): Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function isShallow(value: unknown, depth = MAX_NESTING): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((one) => isShallow(one, depth - 1));
}
