// What adding an exposure would make of a case, before it is done: the facts that change, what contradicts people's words, and where
// severity and decision would go. Nothing is written.
import { type Contradiction, factsFromExposure } from '@vigie/respond';
import { type Problem, problem } from '../../http/problem.ts';
import type { Room } from '../../room.ts';
import { assessedCase, assessmentOf } from '../assessed-case.ts';
import type { CaseRow } from '../change-case.ts';
import { bookOf, type KeptFact } from '../facts/fact-book.ts';
import { type CaseSummary, summaryOf } from '../summary.ts';
import { NO_OPEN_STORE } from './add-exposure.ts';
import type { Exposure } from './exposure.ts';
import { scanWith } from './kept-stores.ts';
import { plannedFacts } from './planned-facts.ts';

export interface ExposurePreview {
  /** In the order of the facts; `before` is left out where nothing was known. */
  readonly facts: readonly { readonly path: string; readonly before?: unknown; readonly after: unknown }[];
  readonly contradictions: readonly Contradiction[];
  readonly before: CaseSummary;
  readonly after: CaseSummary;
}

export async function previewExposure(
  room: Room,
  row: CaseRow,
  exposure: Exposure,
): Promise<ExposurePreview | Problem> {
  const alone = factsFromExposure(exposure.scan);
  if ('code' in alone) return problem('conflict', { detail: NO_OPEN_STORE });
  const measured = factsFromExposure(await scanWith(room.records, row.id, exposure.scan));
  const now = room.clock.now();
  const { kept, assessment } = await assessmentOf(room, row.id, row.facts_version);
  const { writes, contradictions } = plannedFacts(bookOf(kept), 'code' in measured ? alone : measured);
  const before = new Map(kept.map((one) => [one.name, one]));
  const written = writes.map(
    ([name, entry]): KeptFact => ({ ...EMPTY, ...before.get(name), name, entry, version: row.version + 1, at: now }),
  );
  const names = new Set(written.map(({ name }) => name));
  const after = assessedCase(bookOf([...kept.filter(({ name }) => !names.has(name)), ...written]), now);
  return {
    facts: writes.flatMap(([path, entry]) => {
      const known = before.get(path)?.entry.value;
      if (JSON.stringify(known) === JSON.stringify(entry.value)) return [];
      return [{ path, ...(known === undefined ? {} : { before: known }), after: entry.value }];
    }),
    contradictions,
    before: summaryOf(assessment),
    after: summaryOf(after.assessment),
  };
}

const EMPTY = { accountId: '', history: 0 } as const;
