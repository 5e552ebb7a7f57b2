// Lists in pages: an opaque cursor holds where the last item stood in the list's order, so that pages neither skip nor repeat. Whoever
// wants to be in the middle at once skips rows to get there, and goes on by the cursor.
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import * as v from 'valibot';
import { type Problem, problem } from './problem.ts';

const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 200;
/** Counting further than this is done only for those who ask for it: a person reads "more than 10,000" as well. */
const COUNTED_ROWS = 10_000;

/** Query fields of every list. */
export const PageQuery = {
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(LARGEST_LIMIT)),
    String(DEFAULT_LIMIT),
  ),
  /** Rows to leave out first, for a jump into the middle of a list. */
  skip: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)), '0'),
  /** How many rows there are: `some` counts up to 10,000, `all` to the end. Without it, first pages count some, and others none. */
  count: v.optional(v.picklist(['none', 'some', 'all'])),
};

/** How many rows the list has; where `exact` is false, it has more than that. */
const Total = v.object({ rows: v.number(), exact: v.boolean() });
type Total = v.InferInput<typeof Total>;

interface Asked {
  readonly cursor?: string | undefined;
  readonly skip: number;
  readonly count?: 'none' | 'some' | 'all' | undefined;
}

/** Up to which row an answer to this question counts; 0 where it does not. */
function countedRows({ cursor, skip, count }: Asked): number {
  if (count === 'all') return Number.POSITIVE_INFINITY;
  return count === 'some' || (count === undefined && cursor === undefined && skip === 0) ? COUNTED_ROWS : 0;
}

/** The total of a list whose size is known anyway. */
export function knownTotal(asked: Asked, rows: number): { total?: Total } {
  return countedRows(asked) === 0 ? {} : { total: { rows, exact: true } };
}

/**
 * Counts a list as far as it was asked for.
 *
 * @param list its rows by its filters alone: without the cursor's condition
 */
export async function totalOf<Tables, List, Named extends keyof List, Row>(
  records: Kysely<Tables>,
  asked: Asked,
  list: SelectQueryBuilder<List, Named, Row>,
): Promise<{ total?: Total }> {
  const most = countedRows(asked);
  if (most === 0) return {};
  const ones = list
    .clearSelect()
    .clearOrderBy()
    .clearLimit()
    .clearOffset()
    .select(sql.lit(1).as('one'))
    .$if(most < Number.POSITIVE_INFINITY, (all) => all.limit(sql.lit(most + 1)));
  const { rows: counts } = await sql<{ rows: number }>`SELECT count(*) AS rows FROM ${ones} AS listed`.execute(records);
  const rows = counts[0]?.rows ?? 0;
  return { total: { rows: Math.min(rows, most), exact: rows <= most } };
}

/** The schema of a page of something. */
export function pageOf<const S extends v.GenericSchema>(item: S) {
  return v.object({ items: v.array(item), next: v.optional(v.string()), total: v.optional(Total) });
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
