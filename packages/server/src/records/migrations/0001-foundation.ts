// Changes, repeated requests, tokens, invitations, settings.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0001-foundation',
  statements: [
    `CREATE TABLE change (
       seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       at timestamptz NOT NULL,
       kind text NOT NULL,
       id text NOT NULL,
       what text NOT NULL
     )`,
    `CREATE TABLE idempotent_answer (
       key_hash text PRIMARY KEY,
       request_hash text NOT NULL,
       at timestamptz NOT NULL,
       status integer,
       body text
     )`,
    'CREATE INDEX idempotent_answer_at ON idempotent_answer (at)',
    `CREATE TABLE api_token (
       id uuid PRIMARY KEY,
       account_id text NOT NULL,
       name text NOT NULL,
       token_hash text NOT NULL UNIQUE,
       shown text NOT NULL,
       scopes text[] NOT NULL,
       created_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       last_used_at timestamptz
     )`,
    `CREATE TABLE invitation (
       id uuid PRIMARY KEY,
       token_hash text NOT NULL UNIQUE,
       role text NOT NULL,
       invited_by text,
       created_at timestamptz NOT NULL,
       expires_at timestamptz NOT NULL,
       used_at timestamptz
     )`,
    'CREATE TABLE setting (name text PRIMARY KEY, value jsonb NOT NULL, version integer NOT NULL DEFAULT 1)',
  ],
};
