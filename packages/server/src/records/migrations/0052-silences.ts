// Silences: detections of a rule or a store of which nobody is told, until a date and with a reason.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0052-silences',
  statements: [
    `CREATE TABLE silence (
       id uuid PRIMARY KEY,
       rule text,
       rule_title text,
       store_id uuid REFERENCES store (id),
       until timestamptz NOT NULL,
       reason text NOT NULL,
       by_id text NOT NULL,
       created_at timestamptz NOT NULL,
       ended_at timestamptz,
       ended_by text,
       CHECK (rule IS NOT NULL OR store_id IS NOT NULL)
     )`,
    'CREATE INDEX silence_holds ON silence (until) WHERE ended_at IS NULL',
  ],
};
