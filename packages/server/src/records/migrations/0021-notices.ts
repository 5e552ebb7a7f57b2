// Notices with their versions, approvals and receipts.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0021-notices',
  statements: [
    `CREATE TABLE notice (
       id uuid PRIMARY KEY,
       case_id uuid NOT NULL REFERENCES breach_case (id),
       kind text NOT NULL,
       language text NOT NULL,
       letter_group text,
       follows uuid REFERENCES notice (id),
       state text NOT NULL,
       created_at timestamptz NOT NULL,
       created_by text NOT NULL,
       newest integer NOT NULL,
       frozen_number integer,
       frozen_at timestamptz,
       frozen_by text,
       withdrawn_at timestamptz,
       reason text,
       version integer NOT NULL DEFAULT 1
     )`,
    'CREATE INDEX notice_of_case ON notice (case_id, id)',
    `CREATE TABLE notice_version (
       notice_id uuid NOT NULL REFERENCES notice (id),
       number integer NOT NULL,
       at timestamptz NOT NULL,
       account_id text NOT NULL,
       what text NOT NULL,
       facts_version integer NOT NULL,
       sealed text NOT NULL,
       sha256 text NOT NULL,
       PRIMARY KEY (notice_id, number)
     )`,
    `CREATE TABLE notice_approval (
       notice_id uuid NOT NULL REFERENCES notice (id),
       number integer NOT NULL,
       account_id text NOT NULL,
       at timestamptz NOT NULL,
       sha256 text NOT NULL,
       PRIMARY KEY (notice_id, account_id)
     )`,
    `CREATE TABLE notice_receipt (
       notice_id uuid PRIMARY KEY REFERENCES notice (id),
       filed_at timestamptz NOT NULL,
       noted_at timestamptz NOT NULL,
       account_id text NOT NULL,
       reference text NOT NULL,
       file_name text,
       file_type text,
       file_sealed text,
       file_sha256 text
     )`,
  ],
};
