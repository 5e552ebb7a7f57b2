// Who is reminded: whoever sits on the seats of commander and officer, with their deputies; where nobody does, all officers, and all
// responders whom the case is not kept from.
import type { Transaction } from 'kysely';
import type { Records } from '../../records/tables.ts';

export interface Recipient {
  readonly accountId: string;
  readonly email: string;
  readonly language: 'en' | 'fr';
}

export async function recipientsOf(trx: Transaction<Records>, caseId: string): Promise<readonly Recipient[]> {
  const open = trx.selectFrom('auth_user').select(['id', 'email', 'language', 'role']).where('disabled', '=', false);
  const seated = await open
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('case_seat')
        .select('account_id')
        .where('case_id', '=', caseId)
        .where('seat', 'in', ['commander', 'officer']),
    )
    .execute();
  const rows = seated.length > 0 ? seated : await everybodyWhoWorksOn(trx, caseId, open);
  return rows.map(({ id, email, language }) => ({ accountId: id, email, language: language === 'fr' ? 'fr' : 'en' }));
}

async function everybodyWhoWorksOn<Row extends { readonly id: string; readonly role: string }>(
  trx: Transaction<Records>,
  caseId: string,
  open: { where(column: 'role', is: 'in', roles: readonly string[]): { execute(): Promise<Row[]> } },
): Promise<Row[]> {
  const rows = await open.where('role', 'in', ['data-protection-officer', 'responder']).execute();
  const row = await trx.selectFrom('breach_case').select('limited').where('id', '=', caseId).executeTakeFirst();
  if (row?.limited !== true) return rows;
  const listed = await trx.selectFrom('case_member').select('account_id').where('case_id', '=', caseId).execute();
  const seated = await trx.selectFrom('case_seat').select('account_id').where('case_id', '=', caseId).execute();
  const members = new Set([...listed, ...seated].map(({ account_id }) => account_id));
  return rows.filter(({ id, role }) => role === 'data-protection-officer' || members.has(id));
}
