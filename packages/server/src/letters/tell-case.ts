// What letters tell the case that they belong to.
import type { Transaction } from 'kysely';
import { type CaseEvent, tell } from '../cases/timeline.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';

/** @param accountId null where the platform did it */
export async function tellCase(
  trx: Transaction<Records>,
  room: Pick<Room, 'vault' | 'clock' | 'newId'>,
  caseId: string,
  accountId: string | null,
  event: CaseEvent,
): Promise<void> {
  const known = await trx.selectFrom('breach_case').select('id').where('id', '=', caseId).executeTakeFirst();
  if (known !== undefined) await tell(trx, room, caseId, accountId, event);
}

export interface EndedRun {
  readonly id: string;
  readonly case_id: string;
  readonly total: number;
  readonly sent: number;
  readonly bounced: number;
  readonly failed: number;
  readonly uncertain: number;
}

/** That a run is through, with its numbers: what is owed by Article 34 a person decides. */
export async function tellRunEnded(
  trx: Transaction<Records>,
  room: Pick<Room, 'vault' | 'clock' | 'newId'>,
  { id, case_id, total, sent, bounced, failed, uncertain }: EndedRun,
  accountId: string | null,
): Promise<void> {
  const numbers = { total, sent, failed: failed + bounced, uncertain };
  const detail = `letters to ${total}: ${sent} sent, ${numbers.failed} failed or came back, ${uncertain} in doubt`;
  await tellCase(trx, room, case_id, accountId, { what: 'letters-done', detail, about: { runId: id, ...numbers } });
}
