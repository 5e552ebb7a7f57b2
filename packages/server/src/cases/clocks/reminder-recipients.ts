// Who is reminded: whoever sits on the seats of commander and officer, with their deputies; where nobody does, all officers and responders.
import type { Transaction } from 'kysely';
import type { Records } from '../../records/tables.ts';

export interface Recipient {
  readonly accountId: string;
  readonly email: string;
  readonly language: 'en' | 'fr';
}

export async function recipientsOf(trx: Transaction<Records>, caseId: string): Promise<readonly Recipient[]> {
  const open = trx.selectFrom('auth_user').select(['id', 'email', 'language']).where('disabled', '=', false);
  const seated = await open
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('case_seat')
        .select('account_id')
        .where('case_id', '=', caseId)
        .where('seat', 'in', ['commander', 'officer']),
    )
    .execute();
  const rows =
    seated.length > 0 ? seated : await open.where('role', 'in', ['data-protection-officer', 'responder']).execute();
  return rows.map(({ id, email, language }) => ({ accountId: id, email, language: language === 'fr' ? 'fr' : 'en' }));
}
