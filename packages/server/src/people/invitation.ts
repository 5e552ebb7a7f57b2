// One-time links: the first administrator's, printed at start, and everybody else's, made by an administrator. Only a hash is kept.
import type { Role } from '../access/roles.ts';
import type { RecordsDatabase } from '../records/database.ts';
import { hashOf } from './api-token.ts';

const TOKEN_BYTES = 32;
const INVITATION_MS = 7 * 24 * 60 * 60 * 1000;

export interface Invitation {
  readonly id: string;
  /** Stands in the fragment of the link, which no server log sees. */
  readonly token: string;
  readonly expiresAt: Date;
}

interface Issuing {
  readonly newId: () => string;
  readonly random: (count: number) => Uint8Array;
  readonly now: Date;
}

/** @param invitedBy the administrator's id; null for the first, whom the program itself invites */
export async function issueInvitation(
  records: RecordsDatabase,
  role: Role,
  invitedBy: string | null,
  { newId, random, now }: Issuing,
): Promise<Invitation> {
  const token = Buffer.from(random(TOKEN_BYTES)).toString('base64url');
  const id = newId();
  const expiresAt = new Date(now.getTime() + INVITATION_MS);
  await records
    .insertInto('invitation')
    .values({
      id,
      token_hash: hashOf(token),
      role,
      invited_by: invitedBy,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return { id, token, expiresAt };
}

/** Uses an invitation up; undefined where it is wrong, used or expired. Of two at once only one gets it. */
export async function useInvitation(
  records: RecordsDatabase,
  token: string,
  now: Date,
): Promise<{ readonly id: string; readonly role: string } | undefined> {
  return records
    .updateTable('invitation')
    .set({ used_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['id', 'role'])
    .executeTakeFirst();
}

/** Gives an invitation back whose account could not be made. */
export async function giveBackInvitation(records: RecordsDatabase, id: string): Promise<void> {
  await records.updateTable('invitation').set({ used_at: null }).where('id', '=', id).execute();
}

/** Whether nobody has an account yet. */
export async function isSetUpNeeded(records: RecordsDatabase): Promise<boolean> {
  return (await records.selectFrom('auth_user').select('id').limit(1).executeTakeFirst()) === undefined;
}
