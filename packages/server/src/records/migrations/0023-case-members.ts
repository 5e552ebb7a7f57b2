// Cases that only their members may know of.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0023-case-members',
  statements: [
    'ALTER TABLE breach_case ADD COLUMN limited boolean NOT NULL DEFAULT false',
    `CREATE TABLE case_member (
       case_id uuid NOT NULL REFERENCES breach_case (id),
       account_id text NOT NULL,
       added_at timestamptz NOT NULL,
       added_by text NOT NULL,
       PRIMARY KEY (case_id, account_id)
     )`,
  ],
};
