// Lists in pages: an opaque cursor holds where the last item stood in the list's order, so that pages neither skip nor repeat.
import * as v from 'valibot';
import { type Problem, problem } from './problem.ts';

const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 200;

/** Query fields of every list. */
export const PageQuery = {
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(LARGEST_LIMIT)),
    String(DEFAULT_LIMIT),
  ),
};

/** The schema of a page of something. */
export function pageOf<const S extends v.GenericSchema>(item: S) {
  return v.object({ items: v.array(item), next: v.optional(v.string()) });
}

/** Packs the keys of the last item. */
export function cursorOf(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * Unpacks a cursor.
 *
 * @param kinds what each key has to be
 */
export function keysOf(
  cursor: string | undefined,
  kinds: readonly ('string' | 'number')[],
): readonly (string | number)[] | undefined | Problem {
  if (cursor === undefined) return undefined;
  const keys = parse(cursor);
  const fits = Array.isArray(keys) && keys.length === kinds.length && keys.every((key, at) => typeof key === kinds[at]);
  if (fits) return keys;
  const errors = [{ pointer: '/query/cursor', detail: 'it is not a cursor of this list' }];
  return problem('invalid-request', { errors });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Cuts one row more than was asked for into a page. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  keys: (row: Row) => readonly (string | number | null)[],
): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(item);
  return rows.length > limit && last !== undefined ? { items, next: cursorOf(keys(last)) } : { items };
}
