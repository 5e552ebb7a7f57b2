// A case as the law sees it: its facts and what they come to. Kept for as long as neither the facts nor the day change.
import {
  type AnswerEffect,
  type Assessment,
  assess,
  type BreachFacts,
  settleFacts,
  whatAnswersWouldDo,
} from '@vigie/respond';
import type { Room } from '../room.ts';
import { type FactBook, type KeptFact, readFacts } from './facts/fact-book.ts';

export interface AssessedCase {
  readonly kept: readonly KeptFact[];
  /** As they were said. */
  readonly stated: BreachFacts;
  /** Without what contradicts itself. */
  readonly settled: BreachFacts;
  readonly assessment: Assessment;
  /** Computed when it is asked for. */
  wouldMove(): readonly AnswerEffect[];
}

export function assessedCase({ facts: stated, kept }: FactBook, now: Date): AssessedCase {
  let effects: readonly AnswerEffect[] | undefined;
  return {
    kept,
    stated,
    settled: settleFacts(stated).facts,
    assessment: assess(stated, { now: now.toISOString() }),
    wouldMove() {
      effects ??= whatAnswersWouldDo(stated);
      return effects;
    },
  };
}

const MOST_KEPT = 200;
const keptByRoom = new WeakMap<Room, Map<string, AssessedCase>>();

/**
 * The assessment of a case as it is committed.
 *
 * @param factsVersion as in its row
 */
export async function assessmentOf(room: Room, caseId: string, factsVersion: number): Promise<AssessedCase> {
  const now = room.clock.now();
  const key = `${caseId}/${factsVersion}/${now.toISOString().slice(0, 10)}`;
  const cache = keptByRoom.get(room) ?? new Map<string, AssessedCase>();
  keptByRoom.set(room, cache);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const one = assessedCase(await readFacts(room.records, room, caseId), now);
  if (cache.size >= MOST_KEPT) cache.clear();
  cache.set(key, one);
  return one;
}
