// The erasure of a case's contacts, and what stays as proof of letters to them: message ids and commitments that nothing opens any more.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0032-contact-erasure',
  statements: [
    `CREATE TABLE contact_erasure (
       id uuid PRIMARY KEY,
       case_id uuid NOT NULL,
       state text NOT NULL,
       begun_at timestamptz NOT NULL,
       begun_by text NOT NULL,
       done_at timestamptz,
       reason text NOT NULL,
       told jsonb NOT NULL,
       contacts integer NOT NULL DEFAULT 0,
       proofs integer NOT NULL DEFAULT 0
     )`,
    `CREATE UNIQUE INDEX contact_erasure_open ON contact_erasure (case_id) WHERE state = 'running'`,
    'CREATE INDEX contact_erasure_case ON contact_erasure (case_id, begun_at)',
    `CREATE TABLE letter_proof (
       run_id uuid NOT NULL,
       number integer NOT NULL,
       message text NOT NULL,
       recipient text NOT NULL,
       PRIMARY KEY (run_id, number)
     )`,
    // What earlier versions kept was never counted for the planner.
    'ANALYZE contact',
    'ANALYZE letter',
    'ALTER TABLE letter_run ADD COLUMN erased_at timestamptz',
  ],
};
