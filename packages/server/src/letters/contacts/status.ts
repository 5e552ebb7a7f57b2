// How far the telling of a contact is, from its letters in all runs.
import { sql } from 'kysely';
import type { RecordsDatabase } from '../../records/database.ts';

export const CONTACT_STATUSES = ['none', 'queued', 'sent', 'bounced', 'failed', 'uncertain', 'resent'] as const;
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

/** A condition on rows of `contact`: the mail server does not take their address, since it is internationalised (RFC 6531, 3.5). */
export const lacksUtf8 = sql<boolean>`((SELECT true FROM letter
  WHERE letter.contact_id = contact.id AND letter.state = 'failed' AND letter.enhanced = '5.6.7' LIMIT 1) IS TRUE)`;

/** Statuses of contacts; those without a letter are left out. */
export async function statusesOf(
  db: RecordsDatabase,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, ContactStatus>> {
  if (contactIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('letter')
    .innerJoin('letter_run', 'letter_run.id', 'letter.run_id')
    .select(['contact_id', 'letter.state'])
    .where('contact_id', 'in', [...contactIds])
    .orderBy('letter_run.created_at')
    .execute();
  const byContact = Map.groupBy(rows, (row) => row.contact_id);
  return new Map(
    [...byContact].map(([id, letters]): [string, ContactStatus] => {
      const last = letters.at(-1)?.state ?? 'queued';
      if (last === 'sending') return [id, 'queued'];
      return [id, last === 'sent' && letters.length > 1 ? 'resent' : last];
    }),
  );
}
