// One change of a notice: its case and its row are held, its version is checked, and all of it commits at once.
import type { Transaction } from 'kysely';
import type { Actor } from '../../access/actor.ts';
import { Problem, problem } from '../../http/problem.ts';
import { recordChange } from '../../live/changes.ts';
import type { NoticeState } from '../../records/tables/notices.ts';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { type CaseRow, unlessProblem } from '../change-case.ts';
import { type CaseEvent, tell } from '../timeline.ts';
import { type NoticeRow, noticeRow } from './notice-book.ts';

export interface NoticeChange {
  readonly room: Room;
  readonly trx: Transaction<Records>;
  readonly actor: Actor;
  readonly row: NoticeRow;
  readonly caseRow: CaseRow;
  tell(event: CaseEvent): Promise<void>;
}

type Set = Partial<Omit<NoticeRow, 'id' | 'case_id' | 'version'>>;

/**
 * @param states in which the notice has to be
 * @param work returns what to set on the notice
 */
export function changeNotice(
  room: Room,
  actor: Actor,
  noticeId: string,
  version: number,
  states: readonly NoticeState[],
  work: (change: NoticeChange) => Promise<Set | Problem>,
): Promise<true | Problem> {
  return unlessProblem(room, async (trx) => {
    const known = await noticeRow(trx, noticeId);
    if (known === undefined) return problem('not-found', { detail: 'there is no such notice' });
    // The case first, as whoever changes a case does: two that wait for each other would never end.
    const caseRow = await trx
      .selectFrom('breach_case')
      .selectAll()
      .where('id', '=', known.case_id)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const row = await trx
      .selectFrom('notice')
      .selectAll()
      .where('id', '=', noticeId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.version !== version) return problem('version-old');
    if (caseRow.state === 'closed') return problem('conflict', { detail: 'the case is closed; open it again first' });
    if (!states.includes(row.state)) {
      return problem('conflict', {
        detail: `the notice is ${row.state}; this takes one that is ${states.join(' or ')}`,
      });
    }
    const set = await work({
      room,
      trx,
      actor,
      row,
      caseRow,
      tell: ({ about = {}, ...event }) =>
        tell(trx, room, row.case_id, actor.accountId, { ...event, about: { noticeId, kind: row.kind, ...about } }),
    });
    if (set instanceof Problem) return set;
    await trx
      .updateTable('notice')
      .set({ ...set, version: row.version + 1 })
      .where('id', '=', noticeId)
      .execute();
    await recordChange(trx, { kind: 'notice', id: noticeId, what: set.state ?? 'updated', at: room.clock.now() });
    return true;
  });
}

/** Into the evidence log: from which state to which. */
export async function noteState(
  { room, row, actor }: Pick<NoticeChange, 'room' | 'row' | 'actor'>,
  to: NoticeState,
  reason?: string,
): Promise<void> {
  await room.evidence.write({
    type: 'state-change',
    author: actor.accountId,
    payload: {
      subject: row.id,
      from: `notice-${row.state}`,
      to: `notice-${to}`,
      ...(reason === undefined ? {} : { reason: room.evidence.commitment(reason) }),
    },
  });
}
