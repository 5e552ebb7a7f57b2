// What people say of letters: that somebody was told by telephone or post, or what to do about letters of which nobody can know.
import { sql, type Transaction } from 'kysely';
import { recordChange } from '../../live/changes.ts';
import type { LetterState } from '../../records/tables/letters.ts';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { readRunText } from '../sending/run-text.ts';
import { makeLastSheets } from '../sending/sheets.ts';
import { tellRunEnded } from '../tell-case.ts';
import type { RunRow } from './run-life.ts';

export interface Said {
  readonly from: LetterState;
  readonly to: 'sent' | 'failed' | 'queued';
  /** Numbers of letters; undefined for all that are in the state. */
  readonly numbers: readonly number[] | undefined;
  readonly accountId: string;
}

/** @returns how many letters it was about */
export async function enterSaid(room: Room, run: RunRow, said: Said): Promise<number> {
  const count = await enter(room, run, said);
  if (count > 0 && said.to === 'sent') await makeLastSheets(room, await readRunText(room, run.id));
  return count;
}

async function enter(room: Room, run: RunRow, { from, to, numbers, accountId }: Said): Promise<number> {
  const now = room.clock.now();
  return room.records.transaction().execute(async (trx) => {
    const which = numbers === undefined ? sql`true` : sql`number = ANY(${[...numbers]}::integer[])`;
    const changed = await sql`
      UPDATE letter SET state = ${to}, attempt = NULL, due_at = NULL,
        ended_at = CASE WHEN ${to} = 'queued' THEN NULL ELSE coalesce(ended_at, ${now}) END
      WHERE run_id = ${run.id} AND state = ${from} AND ${which}`.execute(trx);
    const count = Number(changed.numAffectedRows ?? 0);
    if (count === 0) return 0;
    // The post office ends runs by mail; a list ends with the last who was told.
    const isLast = from === 'queued' && (await leftIn(trx, run.id)) === 0;
    const difference = (state: LetterState) => (state === to ? count : 0) - (state === from ? count : 0);
    const after = await trx
      .updateTable('letter_run')
      .set((eb) => ({
        sent: eb('sent', '+', difference('sent')),
        failed: eb('failed', '+', difference('failed')),
        uncertain: eb('uncertain', '+', difference('uncertain')),
        version: eb('version', '+', 1),
        ...(to === 'queued' && run.state === 'done' ? { state: 'running' as const, finished_at: null } : {}),
        ...(isLast ? { state: 'done' as const, finished_at: now } : {}),
      }))
      .where('id', '=', run.id)
      .returning(['id', 'case_id', 'total', 'sent', 'bounced', 'failed', 'uncertain'])
      .executeTakeFirstOrThrow();
    if (isLast) await tellRunEnded(trx, room, after, accountId);
    const payload = { subject: run.id, step: `${from}-to-${to}`, letters: count };
    await room.evidence.write({ type: 'letters', author: accountId, payload });
    await recordChange(trx, { at: now, kind: 'letter-run', id: run.id, what: 'updated' });
    return count;
  });
}

async function leftIn(trx: Transaction<Records>, runId: string): Promise<number> {
  const { left } = await trx
    .selectFrom('letter')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('run_id', '=', runId)
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow();
  return Number(left);
}
