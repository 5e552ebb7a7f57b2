// A long list, read page by page as it is scrolled. Each page is an answer of its own: only those in view are kept fresh, so that
// a change in a list of a hundred thousand rows costs a request or two.
import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type AnswerOf, type Arguments, ask, type OperationId } from './client.ts';
import type { ProblemDocument } from './problem.ts';
import { problemIn } from './queries.ts';
import type { Page } from './shapes/operations.ts';

/** Rows asked for at once; the most that the API gives. */
const PAGE_ROWS = 200;

type ListId = { [K in OperationId]: AnswerOf<K> extends Page<unknown> ? K : never }[OperationId];
export type ItemOf<K extends ListId> = AnswerOf<K> extends Page<infer T> ? T : never;

export interface LongList<T> {
  /** Rows known by now. */
  readonly known: number;
  /** All of them, where that is known. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => T | undefined;
  /** Says which rows are in view. */
  readonly look: (first: number, last: number) => void;
  readonly pending: boolean;
  readonly problem: ProblemDocument | undefined;
}

/** Where each page begins, and how the last one ends as far as it was read. */
interface Chain {
  readonly cursors: readonly (string | undefined)[];
  readonly lastItems: number;
  readonly ended: boolean;
}

const START: Chain = { cursors: [undefined], lastItems: 0, ended: false };

/** `given` must stay the same object while the question does (useMemo). */
export function useLongList<K extends ListId>(id: K, given: Arguments<K>): LongList<ItemOf<K>> {
  const [{ cursors, lastItems, ended }, setChain] = useState<Chain>(START);
  const [[first, last], setView] = useState<readonly [number, number]>([0, 0]);
  const [asked, setAsked] = useState(given);
  if (asked !== given) {
    setAsked(given);
    setChain(START);
    setView([0, 0]);
  }

  const inView = useMemo(() => {
    const from = Math.max(0, first - 1);
    const to = Math.min(cursors.length - 1, last + 1);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);
  }, [first, last, cursors.length]);

  const { pages, pending, problem } = useQueries({
    queries: inView.map((index) => ({
      queryKey: [id, given, cursors[index]],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(id, withCursor(given, cursors[index]), signal),
    })),
    combine: (results) => ({
      pages: new Map(inView.map((index, at) => [index, results[at]?.data as Page<ItemOf<K>> | undefined])),
      pending: results.some((result) => result.isPending),
      problem: problemIn(results.find((result) => result.error)?.error),
    }),
  });

  useEffect(() => setChain((chain) => extended(chain, pages)), [pages]);

  const look = useCallback((from: number, to: number) => {
    const view = [Math.floor(from / PAGE_ROWS), Math.floor(to / PAGE_ROWS)] as const;
    setView((before) => (before[0] === view[0] && before[1] === view[1] ? before : view));
  }, []);
  const known = (cursors.length - 1) * PAGE_ROWS + lastItems;
  return {
    known,
    total: ended ? known : firstTotal(pages),
    rowAt: (index) => pages.get(Math.floor(index / PAGE_ROWS))?.items[index % PAGE_ROWS],
    look,
    pending,
    problem,
  };
}

/** The chain with what the pages say of the ones after them. */
function extended<T>(chain: Chain, pages: ReadonlyMap<number, Page<T> | undefined>): Chain {
  let { cursors, lastItems, ended } = chain;
  for (const [index, page] of pages) {
    if (page === undefined) continue;
    if (page.next === undefined) cursors = cursors.length > index + 1 ? cursors.slice(0, index + 1) : cursors;
    else if (cursors[index + 1] !== page.next)
      cursors = [...cursors.slice(0, index + 1), page.next, ...cursors.slice(index + 2)];
    if (index < cursors.length - 1) continue;
    lastItems = page.items.length;
    ended = page.next === undefined;
  }
  if (cursors.length > chain.cursors.length && pages.get(cursors.length - 1) === undefined) {
    lastItems = 0;
    ended = false;
  }
  const same = cursors === chain.cursors && lastItems === chain.lastItems && ended === chain.ended;
  return same ? chain : { cursors, lastItems, ended };
}

function firstTotal<T>(pages: ReadonlyMap<number, Page<T> | undefined>): number | undefined {
  for (const page of pages.values()) if (page?.total !== undefined) return page.total;
  return undefined;
}

function withCursor<K extends ListId>(given: Arguments<K>, cursor: string | undefined): Arguments<K> {
  const query = (given as { query?: object }).query ?? {};
  return { ...given, query: { ...query, limit: String(PAGE_ROWS), ...(cursor === undefined ? {} : { cursor }) } };
}
