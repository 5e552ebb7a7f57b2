// What follows from new facts, in their own transaction: severity and decision for lists, clocks with their reminders, tasks of the plan.
import type { Transaction } from 'kysely';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { assessedCase } from './assessed-case.ts';
import { syncClocks } from './clocks/sync-clocks.ts';
import { readFacts } from './facts/fact-book.ts';
import { syncPlan } from './plan/sync-plan.ts';
import { type CaseSummary, summaryOf } from './summary.ts';

export async function followFacts(
  room: Room,
  trx: Transaction<Records>,
  caseId: string,
  openedAt: Date,
): Promise<CaseSummary> {
  const one = assessedCase(await readFacts(trx, room, caseId), room.clock.now());
  await syncClocks(room, trx, caseId, openedAt, one);
  await syncPlan(room, trx, caseId, one);
  return summaryOf(one.assessment);
}
