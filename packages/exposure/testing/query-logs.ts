// What tests of query logs share: a log that is opened by its URL, and its pages as rows.
import { openQueryLog } from '../src/logs/open-query-log.ts';
import type { QueryLog, QueryLogPage, QueryLogPlace } from '../src/logs/query-log.ts';
import { LOCAL_HOST } from './reading.ts';

export const MARK = 'a-mark-of-the-test-bench';

export function openedLog(url: string): QueryLog {
  const log = openQueryLog(url, LOCAL_HOST, { mark: MARK });
  if ('code' in log) throw new Error(log.message);
  return log;
}

export function rowsOf({ entries }: QueryLogPage): readonly Readonly<Record<string, unknown>>[] {
  return entries.map(({ text }) => JSON.parse(text) as Readonly<Record<string, unknown>>);
}

/** A page, or an error where there is a fault in its place. */
export async function pageFrom(log: QueryLog, place: QueryLogPlace | undefined): Promise<QueryLogPage> {
  const page = await log.next(place, new AbortController().signal);
  if ('code' in page) throw new Error(`${page.where}: ${page.message}`);
  return page;
}

/** All pages until there are no more. */
export async function restOf(
  log: QueryLog,
  from: QueryLogPlace,
): Promise<QueryLogPage & { readonly notes: readonly string[] }> {
  const pages: QueryLogPage[] = [];
  let place = from;
  for (;;) {
    const page = await pageFrom(log, place);
    pages.push(page);
    place = page.place;
    if (!page.isMore) break;
  }
  return {
    entries: pages.flatMap(({ entries }) => entries),
    place,
    isMore: false,
    notes: pages.flatMap(({ note }) => note ?? []),
  };
}
