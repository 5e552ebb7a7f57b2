// Rows of contacts as one parameter of a statement: with one for each value the statement would take longer to parse than to run.
import { type RawBuilder, sql } from 'kysely';
import type { Vault } from '../../vault/vault.ts';
import type { ContactDraft } from './contact.ts';
import { sealedContact } from './sealed-contact.ts';

/** A contact of a line of its list, sealed, its lists as text. */
export function contactRow(vault: Vault, line: number, contact: ContactDraft) {
  const sealed = sealedContact(vault, contact);
  return { line, ...sealed, ways: sealed.ways.join(), other_email_indexes: sealed.other_email_indexes.join() };
}
export type ContactRow = ReturnType<typeof contactRow> & { readonly id?: string };

/** The rows as a table that is called `fresh`. */
export function contactTable(rows: readonly ContactRow[]): RawBuilder<unknown> {
  return sql`(
    SELECT id, line, letter_group, language, minor, string_to_array(ways, ',') AS ways, sealed, email_index, shared_mailbox,
      string_to_array(other_email_indexes, ',') AS other_email_indexes, account_index
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS one (
      id uuid, line integer, letter_group text, language text, minor boolean, ways text, sealed text, email_index text,
      shared_mailbox boolean, other_email_indexes text, account_index text)) AS fresh`;
}
