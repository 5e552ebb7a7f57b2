// Cursors that visitors have open: documents that are still to be given. Drivers ask on with any of their connections, so they belong to the
// decoy, and the oldest is given up for a new one where there are many.
import type { Document } from 'bson';

const MAX_CURSORS = 200;

export interface Cursors {
  readonly open: (documents: readonly Document[]) => number;
  /** The next ones; undefined where there is no such cursor. */
  readonly next: (
    id: number,
    count: number,
  ) => { readonly documents: readonly Document[]; readonly isDone: boolean } | undefined;
  readonly close: (id: number) => void;
}

export function createCursors(): Cursors {
  const open = new Map<number, { readonly documents: readonly Document[]; at: number }>();
  let last = 4_815_162_342;
  return {
    open: (documents) => {
      const [oldest] = open.keys();
      if (open.size >= MAX_CURSORS && oldest !== undefined) open.delete(oldest);
      last += 7919;
      open.set(last, { documents, at: 0 });
      return last;
    },
    next: (id, count) => {
      const cursor = open.get(id);
      if (!cursor) return undefined;
      const documents = cursor.documents.slice(cursor.at, cursor.at + count);
      cursor.at += documents.length;
      const isDone = cursor.at >= cursor.documents.length;
      if (isDone) open.delete(id);
      return { documents, isDone };
    },
    close: (id) => void open.delete(id),
  };
}
