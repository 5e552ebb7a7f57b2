// The log of queries that a store keeps itself: asked for page by page, read-only and within scope, each entry once. Values of statements
// are in the entries; whoever asks hands them on to what forgets them.
import type { SourceFault } from '../source.ts';

/** Where to go on, as plain JSON; only the log that made it knows what it means. */
export type QueryLogPlace = unknown;

export interface QueryLogEntry {
  /** A line of the format, or a row as JSON. */
  readonly text: string;
  /**
   * A number that it has whenever it is read, however it stands among others then; of a file the byte at which it begins. Absent: entries
   * are counted, as they come in the same order again.
   */
  readonly at?: number;
  /** It was longer than is kept. */
  readonly isTooLong?: boolean;
}

export interface QueryLogPage {
  readonly entries: readonly QueryLogEntry[];
  /** Behind the last entry. */
  readonly place: QueryLogPlace;
  /** More stands there already. */
  readonly isMore: boolean;
  /** Another stream begins behind these entries: a file that was rotated. */
  readonly isEnd?: boolean;
  /** Something about the log that its owner should know, such as entries that were overwritten unread; no content is in it. */
  readonly note?: string;
}

export interface QueryLog {
  readonly where: string;
  /** The format of its entries; absent where it is found out by trying. */
  readonly source?: string;
  /** The next entries. @param place undefined to begin with what comes from now on */
  next(place: QueryLogPlace | undefined, signal: AbortSignal): Promise<QueryLogPage | SourceFault>;
  /** A place further back: the entry at `at` is given again, and what stands behind it. Absent where entries are whole. */
  readonly rewound?: (place: QueryLogPlace, at: number) => QueryLogPlace;
  close(): void;
}

export interface QueryLogOptions {
  /** In the place of the one in the URL. */
  readonly password?: string | undefined;
  /**
   * A word that nobody can guess, for own questions to carry: they are left out by it. Nobody else's can be, since who would hide has to
   * know it. It is kept in the place, so that a new one need not be made for each start.
   */
  readonly mark: string;
}

/** The mark of own statements: the one that the place was begun with. */
export function markOf(place: QueryLogPlace | undefined, mark: string): string {
  const known = typeof place === 'object' && place !== null && 'mark' in place ? place.mark : undefined;
  return typeof known === 'string' && MARK.test(known) ? known : checked(mark);
}

/** It stands in statements as it is. */
const MARK = /^[0-9a-z-]{16,64}$/;

function checked(mark: string): string {
  if (!MARK.test(mark)) throw new RangeError('a mark is a word of at least 16 small letters and digits');
  return mark;
}
