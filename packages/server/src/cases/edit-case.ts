// Changes of a case itself: its name, who sits where, what is told for the register, closed and opened again.

import type { Actor } from '../access/actor.ts';
import { type Problem, problem } from '../http/problem.ts';
import type { CaseState, Seat } from '../records/tables/cases.ts';
import type { Room } from '../room.ts';
import { canSit, namesOf } from './accounts.ts';
import { type CaseChange, changeCase } from './change-case.ts';
import { sealed } from './sealed.ts';
import { sealedTold, toldOf } from './told.ts';

interface SeatEdit {
  readonly seat: Seat;
  /** Null empties the seat; left out, it stays. */
  readonly holder?: string | null | undefined;
  readonly deputy?: string | null | undefined;
}

export interface CaseEdit {
  readonly name?: string | undefined;
  readonly state?: CaseState | undefined;
  /** Why it is closed or opened again. */
  readonly because?: string | undefined;
  readonly seats?: readonly SeatEdit[] | undefined;
  readonly effects?: readonly string[] | undefined;
  readonly remedialAction?: readonly string[] | undefined;
}

export function editCase(
  room: Room,
  actor: Actor,
  caseId: string,
  version: number,
  edit: CaseEdit,
): Promise<true | Problem> {
  const options = { version, mayBeClosed: edit.state === 'open' };
  return changeCase(room, actor, caseId, options, async (change) => {
    const stateFault = await changeState(change, edit);
    if (stateFault !== undefined) return stateFault;
    const seatFault = await changeSeats(change, edit.seats ?? []);
    if (seatFault !== undefined) return seatFault;
    await changeWords(change, edit);
    return true;
  });
}

async function changeWords({ trx, room, row, tell }: CaseChange, { name, effects, remedialAction }: CaseEdit) {
  if (name !== undefined) {
    const set = { name: sealed(room.vault, name, 'case/name') };
    await trx.updateTable('breach_case').set(set).where('id', '=', row.id).execute();
    await tell({ what: 'case-changed', detail: `it is called: ${name}`, about: { field: 'name' } });
  }
  if (effects === undefined && remedialAction === undefined) return;
  const before = toldOf(room, (await told({ trx, row })) ?? null);
  const after = { ...before, ...(effects && { effects }), ...(remedialAction && { remedialAction }) };
  await trx
    .updateTable('breach_case')
    .set({ told: sealedTold(room, after) })
    .where('id', '=', row.id)
    .execute();
  const detail = [...(effects ?? []), ...(remedialAction ?? [])].join('; ');
  await tell({ what: 'case-changed', detail: `for the register: ${detail}`, about: { field: 'register' } });
}

/** As it is by now: closing may have written there in the same change. */
async function told({ trx, row }: Pick<CaseChange, 'trx' | 'row'>): Promise<string | null | undefined> {
  const now = await trx.selectFrom('breach_case').select('told').where('id', '=', row.id).executeTakeFirst();
  return now?.told;
}

async function changeState(change: CaseChange, { state, because }: CaseEdit): Promise<Problem | undefined> {
  const { trx, room, row, actor, tell } = change;
  if (state === undefined || state === row.state) return undefined;
  if (because === undefined) {
    return problem('invalid-request', { errors: [{ pointer: '/body/because', detail: 'say why' }] });
  }
  const now = room.clock.now();
  await room.evidence.write({
    type: 'state-change',
    author: actor.accountId,
    payload: {
      subject: row.id,
      from: `case-${row.state}`,
      to: `case-${state}`,
      reason: room.evidence.commitment(because),
    },
  });
  const isClosing = state === 'closed';
  const { closedBecause: _before, ...rest } = toldOf(room, row.told);
  await trx
    .updateTable('breach_case')
    .set({
      state,
      closed_at: isClosing ? now : null,
      told: sealedTold(room, isClosing ? { ...rest, closedBecause: because } : rest),
    })
    .where('id', '=', row.id)
    .execute();
  if (isClosing) await stopAllClocks(change, because);
  else change.clocksChanged();
  await tell({ what: isClosing ? 'case-closed' : 'case-reopened', detail: because });
  return undefined;
}

/** Nobody is reminded of a closed case. Its clocks run again when it is opened. */
async function stopAllClocks({ trx, room, row, actor }: CaseChange, because: string): Promise<void> {
  await trx
    .updateTable('case_clock')
    .set({
      state: 'stopped',
      stopped: 'not-owed',
      changed_at: room.clock.now(),
      changed_by: actor.accountId,
      reason: sealed(room.vault, because, 'case/clock'),
    })
    .where('case_id', '=', row.id)
    .where('state', '=', 'running')
    .execute();
}

async function changeSeats(change: CaseChange, edits: readonly SeatEdit[]): Promise<Problem | undefined> {
  for (const [index, { seat, holder, deputy }] of edits.entries()) {
    for (const [field, account, isDeputy] of [
      ['holder', holder, false],
      ['deputy', deputy, true],
    ] as const) {
      if (account === undefined) continue;
      if (account !== null && !(await canSit(change.trx, account))) {
        const detail = 'it is no open account of somebody who may work on cases';
        return problem('invalid-request', { errors: [{ pointer: `/body/seats/${index}/${field}`, detail }] });
      }
      await seatOne(change, seat, isDeputy, account);
    }
  }
  return undefined;
}

async function seatOne(
  { trx, room, row, actor, tell }: CaseChange,
  seat: Seat,
  deputy: boolean,
  account: string | null,
): Promise<void> {
  await trx
    .deleteFrom('case_seat')
    .where('case_id', '=', row.id)
    .where('seat', '=', seat)
    .where('deputy', '=', deputy)
    .execute();
  if (account !== null) {
    await trx.insertInto('case_seat').values({ case_id: row.id, seat, deputy, account_id: account }).execute();
  }
  await room.evidence.write({
    type: 'access-change',
    author: actor.accountId,
    payload: {
      subject: account ?? 'nobody',
      change: account === null ? 'seat-left' : 'seat-taken',
      role: `${row.id}/${seat}${deputy ? '/deputy' : ''}`,
    },
  });
  const who = account === null ? 'nobody' : (await namesOf(trx, [account]))(account).name;
  await tell({
    what: account === null ? 'seat-left' : 'seat-taken',
    detail: `${seat}${deputy ? ' (deputy)' : ''}: ${who}`,
    about: { seat, deputy: deputy ? 1 : 0 },
  });
}
