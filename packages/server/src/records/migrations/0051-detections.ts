// Detections, the firings that were counted into each, and numbers for accounts that have no name here.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0051-detections',
  statements: [
    `CREATE TABLE detection (
       id uuid PRIMARY KEY,
       engine_id text NOT NULL,
       input_id uuid NOT NULL REFERENCES input (id),
       store_id uuid REFERENCES store (id),
       kind text NOT NULL,
       rule text NOT NULL,
       title text NOT NULL,
       level text NOT NULL,
       author text,
       link text,
       licence text,
       why text NOT NULL,
       facts jsonb NOT NULL,
       about jsonb NOT NULL,
       account_hash text NOT NULL,
       address_hash text NOT NULL,
       subject text NOT NULL,
       first_at timestamptz NOT NULL,
       last_at timestamptz NOT NULL,
       seen_at timestamptz NOT NULL,
       count integer NOT NULL,
       state text NOT NULL,
       note text,
       judged_by text,
       judged_at timestamptz,
       version integer NOT NULL DEFAULT 1
     )`,
    'CREATE INDEX detection_newest ON detection (last_at DESC, id DESC)',
    'CREATE INDEX detection_of_store ON detection (store_id, last_at DESC)',
    `CREATE INDEX detection_goes_on ON detection (subject, last_at DESC) WHERE state = 'new'`,
    `CREATE TABLE detection_firing (
       id uuid PRIMARY KEY,
       detection_id uuid NOT NULL REFERENCES detection (id) ON DELETE CASCADE,
       seen_at timestamptz NOT NULL
     )`,
    'CREATE INDEX detection_firing_old ON detection_firing (seen_at)',
    'CREATE INDEX detection_firing_of ON detection_firing (detection_id)',
    `CREATE TABLE store_account (
       store_id uuid NOT NULL,
       account_hash text NOT NULL,
       number integer NOT NULL,
       PRIMARY KEY (store_id, account_hash),
       UNIQUE (store_id, number)
     )`,
  ],
};
