// Inputs: where events of accesses come from.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0050-inputs',
  statements: [
    `CREATE TABLE input (
       id uuid PRIMARY KEY,
       name text NOT NULL,
       kind text NOT NULL,
       store_id uuid REFERENCES store (id),
       format text,
       settings text NOT NULL,
       token_hash text,
       token_shown text,
       note text,
       last_event_at timestamptz,
       created_at timestamptz NOT NULL,
       created_by text NOT NULL,
       removed_at timestamptz
     )`,
    'CREATE INDEX input_in_use ON input (id) WHERE removed_at IS NULL',
  ],
};
