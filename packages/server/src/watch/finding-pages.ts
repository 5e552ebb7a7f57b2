// Pages of findings that were just asked for: everybody who may read findings reads the same, and pages ask again on every change.
import { Encoded } from '../http/operation.ts';
import type { Problem } from '../http/problem.ts';
import type { Room } from '../room.ts';

export interface FindingPages {
  /** The page for a question: as it was put together before, unless something changed since. */
  page(question: string, read: () => Promise<object | Problem>): Promise<Encoded | Problem>;
  /** Called after a change of our own, so that whoever made it reads it. Changes of others are heard. */
  forget(): void;
}

const MOST_PAGES = 500;
/** Times that move on without a change, as when a finding was last seen, are no older than this. */
const KEPT_MS = 5000;

interface Kept {
  readonly page: Promise<Encoded | Problem>;
  readonly untilMs: number;
}

const pagesByRoom = new WeakMap<Room, FindingPages>();

export function findingPagesOf(room: Room): FindingPages {
  const known = pagesByRoom.get(room) ?? createPages(room);
  pagesByRoom.set(room, known);
  return known;
}

function createPages(room: Room): FindingPages {
  const kept = new Map<string, Kept>();
  const forget = () => kept.clear();
  room.changes.follow(forget);
  return {
    forget,
    page(question, read) {
      const nowMs = room.clock.now().getTime();
      const before = kept.get(question);
      // Whoever asks while it is read waits for the same reading: it began after the last change that anybody knows of.
      if (before !== undefined && before.untilMs > nowMs) return before.page;
      const page = read().then((answer) => ('items' in answer ? new Encoded(answer) : (answer as Problem)));
      if (kept.size >= MOST_PAGES) kept.clear();
      const entry = { page, untilMs: nowMs + KEPT_MS };
      kept.set(question, entry);
      page.catch(() => {
        if (kept.get(question) === entry) kept.delete(question);
      });
      return page;
    },
  };
}
