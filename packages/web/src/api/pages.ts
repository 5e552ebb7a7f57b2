// A long list, read page by page as it is scrolled. Each page is an answer of its own: only those in view and the first, which counts,
// are kept fresh, so that a change in a list of a hundred thousand rows costs a request or two. Where one scrolls, a page begins at the
// cursor of the one before it; where one jumps, at the rows that are skipped.
import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type AnswerOf, type Arguments, ask, type OperationId } from './client.ts';
import type { ProblemDocument } from './problem.ts';
import { problemIn } from './queries.ts';
import type { Page, Total } from './shapes/operations.ts';

/** Rows asked for at once; the most that the API gives. */
const PAGE_ROWS = 200;

type ListId = { [K in OperationId]: AnswerOf<K> extends Page<unknown> ? K : never }[OperationId];
export type ItemOf<K extends ListId> = AnswerOf<K> extends Page<infer T> ? T : never;

export interface LongList<T> {
  /** Rows that there are at least. */
  readonly known: number;
  /** How many there are, where that is known by now. */
  readonly total: Total | undefined;
  readonly rowAt: (index: number) => T | undefined;
  /** Says which rows are in view. */
  readonly look: (first: number, last: number) => void;
  /** Has all rows counted, for whoever wants to go to the end. */
  readonly countAll: () => void;
  readonly pending: boolean;
  readonly problem: ProblemDocument | undefined;
}

/** Where a page begins, as the API is asked for it. */
interface Start {
  readonly cursor?: string;
  readonly skip?: string;
}

interface Reading {
  readonly starts: ReadonlyMap<number, Start>;
  /** As the first page said it. */
  readonly counted: Total | undefined;
  /** All rows, where the last page was read. */
  readonly end: number | undefined;
  /** Rows of the furthest page that was read. */
  readonly seen: number;
  readonly countsAll: boolean;
}

const START: Reading = {
  starts: new Map([[0, {}]]),
  counted: undefined,
  end: undefined,
  seen: 0,
  countsAll: false,
};

/** `given` must stay the same object while the question does (useMemo). */
export function useLongList<K extends ListId>(id: K, given: Arguments<K>): LongList<ItemOf<K>> {
  const [reading, setReading] = useState(START);
  const [view, setView] = useState<readonly [number, number]>([0, 0]);
  const [asked, setAsked] = useState(given);
  if (asked !== given) {
    setAsked(given);
    setReading(START);
    setView([0, 0]);
  }

  const { starts, countsAll } = reading;
  const inView = useMemo(() => pagesInView(view, starts), [view, starts]);
  const { pages, pending, problem } = useQueries({
    queries: inView.map(([index, start]) => {
      const query = index === 0 && countsAll ? { count: 'all' } : start;
      return {
        queryKey: [id, given, query],
        queryFn: ({ signal }: { signal: AbortSignal }) => ask(id, withQuery(given, query), signal),
      };
    }),
    combine: (results) => ({
      pages: new Map(inView.map(([index], at) => [index, results[at]?.data as Page<ItemOf<K>> | undefined])),
      pending: results.some((result) => result.isPending),
      problem: problemIn(results.find((result) => result.error)?.error),
    }),
  });

  useEffect(() => setReading((before) => readOn(before, inView, pages)), [inView, pages]);

  const look = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / PAGE_ROWS), Math.floor(to / PAGE_ROWS)] as const;
    setView((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
  }, []);
  const countAll = useCallback(() => setReading((before) => ({ ...before, countsAll: true })), []);
  return {
    ...sizeOf(reading),
    rowAt: (index) => pages.get(Math.floor(index / PAGE_ROWS))?.items[index % PAGE_ROWS],
    look,
    countAll,
    pending,
    problem,
  };
}

/** What the first page counted is asked again with every change; the rest is what was met on the way. */
function sizeOf({ counted, end, seen }: Reading): Pick<LongList<unknown>, 'known' | 'total'> {
  if (counted?.exact) return { known: counted.rows, total: counted };
  if (end !== undefined) return { known: end, total: { rows: end, exact: true } };
  return { known: Math.max(seen, counted?.rows ?? 0), total: counted };
}

/** The pages to be read: those in view with one on either side, and the first. One whose cursor is still to come waits for it. */
function pagesInView([first, last]: readonly [number, number], starts: Reading['starts']): readonly [number, Start][] {
  const from = Math.max(0, first - 1);
  const read: [number, Start][] = from > 0 ? [[0, {}]] : [];
  for (let index = from; index <= last + 1; index += 1) {
    const start = starts.get(index) ?? (index === from || index === first ? skipTo(index) : undefined);
    if (start !== undefined) read.push([index, start]);
  }
  return read;
}

function skipTo(index: number): Start {
  return { skip: String(index * PAGE_ROWS) };
}

/** What is known once these pages have come. */
function readOn<T>(
  before: Reading,
  inView: readonly (readonly [number, Start])[],
  pages: ReadonlyMap<number, Page<T> | undefined>,
): Reading {
  const starts = new Map(before.starts);
  let { counted, end, seen } = before;
  for (const [index, start] of inView) {
    if (!starts.has(index)) starts.set(index, start);
    const page = pages.get(index);
    if (page === undefined) continue;
    const rows = index * PAGE_ROWS + page.items.length;
    if (index === 0) counted = page.total ?? counted;
    if (page.next === undefined) {
      // A page past the end has no rows: where the end is, is for another to say.
      if (page.items.length > 0 || index === 0) end = rows;
      continue;
    }
    if (end !== undefined && end <= rows) end = undefined;
    seen = Math.max(seen, rows);
    // One that was entered by a jump keeps its beginning; else its rows would be asked for twice.
    if (starts.get(index + 1)?.skip === undefined) starts.set(index + 1, { cursor: page.next });
  }
  const isSame =
    counted?.rows === before.counted?.rows &&
    counted?.exact === before.counted?.exact &&
    end === before.end &&
    seen === before.seen &&
    starts.size === before.starts.size &&
    [...starts].every(([index, start]) => before.starts.get(index)?.cursor === start.cursor);
  return isSame ? before : { ...before, starts, counted, end, seen };
}

function withQuery<K extends ListId>(given: Arguments<K>, more: object): Arguments<K> {
  const query = (given as { query?: object }).query ?? {};
  return { ...given, query: { ...query, limit: String(PAGE_ROWS), ...more } };
}
