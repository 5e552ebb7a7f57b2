// Names of the people who work on cases.
import type { Kysely, Transaction } from 'kysely';
import type { Records } from '../records/tables.ts';

export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** Id → name; an account that is gone keeps its id. */
export async function namesOf(
  db: Kysely<Records> | Transaction<Records>,
  ids: Iterable<string | null>,
): Promise<(id: string) => PersonName> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))];
  const rows =
    wanted.length === 0
      ? []
      : await db.selectFrom('auth_user').select(['id', 'name']).where('id', 'in', wanted).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? id });
}

/** Whether somebody has an account that is open, and may work on cases. */
export async function canSit(db: Transaction<Records>, id: string): Promise<boolean> {
  const row = await db.selectFrom('auth_user').select(['role', 'disabled']).where('id', '=', id).executeTakeFirst();
  return row !== undefined && !row.disabled && row.role !== 'employee';
}
