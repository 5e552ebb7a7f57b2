// Who may know of a case: everybody whose role reads cases, or its members alone. Each who comes in or goes is in the evidence log.
import type { Actor } from '../access/actor.ts';
import { ACCESS_MOVED, knowsAllCases } from '../access/need-to-know.ts';
import { isRole, may } from '../access/roles.ts';
import { type Problem, problem } from '../http/problem.ts';
import type { Room } from '../room.ts';
import { namesOf, type PersonName } from './accounts.ts';
import { type CaseChange, changeCase } from './change-case.ts';

export interface Limiting {
  readonly limited: boolean;
  /** Account ids; whoever sits in the case is let in besides. */
  readonly members: readonly string[];
  readonly because: string;
}

/** Whoever limits a case stays in it, so that nobody locks it behind themselves by mistake. */
export function limitCase(
  room: Room,
  actor: Actor,
  caseId: string,
  version: number,
  { limited, members, because }: Limiting,
): Promise<true | Problem> {
  return changeCase(room, actor, caseId, { version, mayBeClosed: true, what: ACCESS_MOVED }, async (change) => {
    const wanted = new Set(members);
    if (limited && !knowsAllCases(actor)) wanted.add(actor.accountId);
    const fault = await faultOf(change, members);
    if (fault !== undefined) return fault;
    await moveMembers(change, wanted);
    if (limited !== change.row.limited) await moveLimit(change, limited, because);
    return true;
  });
}

/** Everybody has to have an open account whose role reads cases at all. */
async function faultOf({ trx }: CaseChange, members: readonly string[]): Promise<Problem | undefined> {
  const ids = [...new Set(members)];
  const rows =
    ids.length === 0
      ? []
      : await trx.selectFrom('auth_user').select(['id', 'role', 'disabled']).where('id', 'in', ids).execute();
  const able = new Set(
    rows.filter(({ role, disabled }) => !disabled && isRole(role) && may(role, 'read-cases')).map(({ id }) => id),
  );
  const index = members.findIndex((id) => !able.has(id));
  if (index === -1) return undefined;
  const detail = 'it is no open account of somebody whose role reads cases';
  return problem('invalid-request', { errors: [{ pointer: `/body/members/${index}`, detail }] });
}

async function moveMembers(change: CaseChange, wanted: ReadonlySet<string>): Promise<void> {
  const { trx, room, row, actor } = change;
  const before = await trx.selectFrom('case_member').select('account_id').where('case_id', '=', row.id).execute();
  const had = new Set(before.map(({ account_id }) => account_id));
  const gone = [...had].filter((id) => !wanted.has(id));
  const come = [...wanted].filter((id) => !had.has(id));
  const name = await namesOf(trx, [...gone, ...come]);
  for (const id of gone) {
    await trx.deleteFrom('case_member').where('case_id', '=', row.id).where('account_id', '=', id).execute();
    await noteMember(change, 'member-removed', name(id));
  }
  for (const id of come) {
    const member = { case_id: row.id, account_id: id, added_at: room.clock.now(), added_by: actor.accountId };
    await trx.insertInto('case_member').values(member).execute();
    await noteMember(change, 'member-added', name(id));
  }
}

async function noteMember(
  { room, row, actor, tell }: CaseChange,
  what: 'member-added' | 'member-removed',
  { id, name }: PersonName,
): Promise<void> {
  const payload = { subject: id, change: what, role: `${row.id}/member` };
  await room.evidence.write({ type: 'access-change', author: actor.accountId, payload });
  await tell({ what, detail: name });
}

async function moveLimit({ trx, room, row, actor, tell }: CaseChange, limited: boolean, because: string) {
  const word = (is: boolean) => (is ? 'case-limited' : 'case-unlimited');
  await room.evidence.write({
    type: 'access-change',
    author: actor.accountId,
    payload: { subject: row.id, change: word(limited) },
  });
  await trx.updateTable('breach_case').set({ limited }).where('id', '=', row.id).execute();
  await tell({ what: word(limited), detail: because });
}

export interface Member {
  readonly person: PersonName;
  readonly role: string;
  /** By the list of members, by a seat in the case, or by the role. */
  readonly by: 'member' | 'seat' | 'role';
  readonly addedAt?: Date;
  readonly addedBy?: PersonName;
}

/** Everybody who may know of a case while it is limited, each once, by the first of list, seat and role. */
export async function membersOf({ records }: Room, caseId: string): Promise<readonly Member[]> {
  const listed = await records.selectFrom('case_member').selectAll().where('case_id', '=', caseId).execute();
  const seated = await records
    .selectFrom('case_seat')
    .select('account_id')
    .distinct()
    .where('case_id', '=', caseId)
    .execute();
  const accounts = await records
    .selectFrom('auth_user')
    .select(['id', 'name', 'role'])
    .where('disabled', '=', false)
    .orderBy('name')
    .execute();
  const inList = new Map(listed.map((one) => [one.account_id, one]));
  const inSeat = new Set(seated.map(({ account_id }) => account_id));
  const name = new Map(accounts.map(({ id, name: called }) => [id, called]));
  return accounts.flatMap(({ id, name: called, role }): Member[] => {
    if (!isRole(role) || !may(role, 'read-cases')) return [];
    const person = { id, name: called };
    const one = inList.get(id);
    if (one !== undefined) {
      const addedBy = { id: one.added_by, name: name.get(one.added_by) ?? one.added_by };
      return [{ person, role, by: 'member', addedAt: one.added_at, addedBy }];
    }
    if (inSeat.has(id)) return [{ person, role, by: 'seat' }];
    return knowsAllCases({ role }) ? [{ person, role, by: 'role' }] : [];
  });
}
