// Answers that were just given: everybody who may ask a question gets the same answer to it, and pages ask again on every change.
import { Encoded } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import type { Room } from '../room.ts';

export interface KeptAnswers {
  /** The answer to a question: as it was put together before, unless something changed since. */
  answer(question: string, read: () => Promise<object | Problem>): Promise<Encoded | Problem>;
  /** Called after a request that changes something, so that whoever made it reads it. Other changes are heard. */
  forget(): void;
}

const MOST_ANSWERS = 500;
/** Times that move on without a change, as when a finding was last seen, are no older than this. */
const KEPT_MS = 5000;

interface Kept {
  readonly answer: Promise<Encoded | Problem>;
  readonly untilMs: number;
}

const answersByRoom = new WeakMap<Room, KeptAnswers>();

export function keptAnswersOf(room: Room): KeptAnswers {
  const known = answersByRoom.get(room) ?? createAnswers(room);
  answersByRoom.set(room, known);
  return known;
}

function createAnswers(room: Room): KeptAnswers {
  const kept = new Map<string, Kept>();
  const forget = () => kept.clear();
  room.changes.follow(forget);
  return {
    forget,
    answer(question, read) {
      const nowMs = room.clock.now().getTime();
      const before = kept.get(question);
      // Whoever asks while it is read waits for the same reading: it began after the last change that anybody knows of.
      if (before !== undefined && before.untilMs > nowMs) return before.answer;
      const answer = read().then((read) => (read instanceof Problem ? read : new Encoded(read)));
      if (kept.size >= MOST_ANSWERS) kept.clear();
      const entry = { answer, untilMs: nowMs + KEPT_MS };
      kept.set(question, entry);
      answer.catch(() => {
        if (kept.get(question) === entry) kept.delete(question);
      });
      return answer;
    },
  };
}
