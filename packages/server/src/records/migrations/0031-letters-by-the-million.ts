// Contacts and letters by the million: nothing is written to each row that can be known from the list or the run that it belongs to, and
// no index has entries for rows that nobody looks up by it. Letters outlive the contacts that they went to: they are the proof.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0031-letters-by-the-million',
  statements: [
    'DROP INDEX contact_list',
    'ALTER TABLE contact DROP COLUMN confirmed',
    'CREATE INDEX contact_list ON contact (case_id, id)',
    'DROP INDEX contact_other_email',
    `CREATE INDEX contact_other_email ON contact USING gin (other_email_indexes) WHERE other_email_indexes <> '{}'`,
    'ALTER TABLE contact DROP CONSTRAINT contact_import_id_fkey',
    'ALTER TABLE letter DROP CONSTRAINT letter_contact_id_fkey',
    'ALTER TABLE letter DROP CONSTRAINT letter_run_id_fkey',
  ],
};
