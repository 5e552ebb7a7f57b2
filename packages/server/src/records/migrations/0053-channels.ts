// Channels: where people are told of detections, what waits to be told, and what was.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0053-channels',
  statements: [
    `CREATE TABLE channel (
       id uuid PRIMARY KEY,
       name text NOT NULL,
       kind text NOT NULL,
       target text NOT NULL,
       target_shown text NOT NULL,
       secret text,
       language text NOT NULL,
       least_rank smallint NOT NULL,
       quiet jsonb,
       window_minutes integer NOT NULL,
       most_per_hour integer NOT NULL,
       enabled boolean NOT NULL,
       failures integer NOT NULL DEFAULT 0,
       last_failure text,
       failing_since timestamptz,
       last_delivery_at timestamptz,
       created_at timestamptz NOT NULL,
       created_by text NOT NULL,
       version integer NOT NULL DEFAULT 1
     )`,
    `CREATE TABLE alert_topic (
       channel_id uuid NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
       rule text NOT NULL,
       store text NOT NULL,
       detection_id uuid NOT NULL,
       title text NOT NULL,
       rank smallint NOT NULL,
       why text NOT NULL,
       waiting integer NOT NULL,
       first_at timestamptz NOT NULL,
       last_at timestamptz NOT NULL,
       told_at timestamptz,
       told_rank smallint,
       is_held boolean NOT NULL DEFAULT false,
       PRIMARY KEY (channel_id, rule, store)
     )`,
    `CREATE TABLE alert_delivery (
       id uuid PRIMARY KEY,
       channel_id uuid NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
       alert jsonb NOT NULL,
       detections integer NOT NULL,
       rank smallint NOT NULL,
       state text NOT NULL,
       tries integer NOT NULL DEFAULT 0,
       planned_at timestamptz NOT NULL,
       done_at timestamptz
     )`,
    'CREATE INDEX alert_delivery_of ON alert_delivery (channel_id, state, done_at)',
  ],
};
