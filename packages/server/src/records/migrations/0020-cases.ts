// Cases with their stores, seats, facts, decisions, clocks and timeline.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0020-cases',
  statements: [
    `CREATE TABLE breach_case (
       id uuid PRIMARY KEY,
       year integer NOT NULL,
       number integer NOT NULL,
       codename text NOT NULL,
       name text NOT NULL,
       state text NOT NULL,
       opened_at timestamptz NOT NULL,
       opened_by text NOT NULL,
       closed_at timestamptz,
       told text,
       summary jsonb NOT NULL,
       facts_version integer NOT NULL,
       version integer NOT NULL DEFAULT 1,
       UNIQUE (year, number)
     )`,
    'CREATE INDEX breach_case_by_state ON breach_case (state, id DESC)',
    `CREATE TABLE case_store (
       id uuid PRIMARY KEY,
       case_id uuid NOT NULL REFERENCES breach_case (id),
       store_id uuid,
       address text NOT NULL,
       port integer NOT NULL,
       product text NOT NULL,
       added_at timestamptz NOT NULL,
       scan jsonb NOT NULL,
       UNIQUE (case_id, address, port)
     )`,
    'CREATE INDEX case_store_of_store ON case_store (store_id)',
    `CREATE TABLE case_seat (
       case_id uuid NOT NULL REFERENCES breach_case (id),
       seat text NOT NULL,
       deputy boolean NOT NULL,
       account_id text NOT NULL,
       PRIMARY KEY (case_id, seat, deputy)
     )`,
    `CREATE TABLE case_fact (
       case_id uuid NOT NULL REFERENCES breach_case (id),
       name text NOT NULL,
       version integer NOT NULL,
       at timestamptz NOT NULL,
       account_id text NOT NULL,
       sealed text NOT NULL,
       commitment text NOT NULL,
       commitment_before text,
       PRIMARY KEY (case_id, name, version)
     )`,
    `CREATE TABLE case_ruling (
       id uuid PRIMARY KEY,
       case_id uuid NOT NULL REFERENCES breach_case (id),
       at timestamptz NOT NULL,
       account_id text NOT NULL,
       about text NOT NULL,
       answer text NOT NULL,
       reasons text NOT NULL,
       assessed text NOT NULL
     )`,
    'CREATE INDEX case_ruling_of_case ON case_ruling (case_id, id)',
    `CREATE TABLE case_event (
       id uuid PRIMARY KEY,
       case_id uuid NOT NULL REFERENCES breach_case (id),
       at timestamptz NOT NULL,
       account_id text,
       what text NOT NULL,
       sealed text NOT NULL
     )`,
    'CREATE INDEX case_event_of_case ON case_event (case_id, id DESC)',
    `CREATE TABLE case_clock (
       id uuid PRIMARY KEY,
       case_id uuid NOT NULL REFERENCES breach_case (id),
       duty_id text NOT NULL,
       regime text NOT NULL,
       article text NOT NULL,
       recipient text NOT NULL,
       what text NOT NULL,
       owed text NOT NULL,
       due text NOT NULL,
       due_at timestamptz,
       latest_at timestamptz,
       state text NOT NULL,
       changed_at timestamptz NOT NULL,
       changed_by text,
       met_by uuid,
       stopped text,
       reason text,
       UNIQUE (case_id, duty_id)
     )`,
    `CREATE INDEX case_clock_running ON case_clock (due_at) WHERE state = 'running' AND due_at IS NOT NULL`,
    `CREATE TABLE case_reminder (
       clock_id uuid NOT NULL REFERENCES case_clock (id),
       due_at timestamptz NOT NULL,
       lead_s integer NOT NULL,
       at timestamptz NOT NULL,
       told_at timestamptz,
       PRIMARY KEY (clock_id, due_at, lead_s)
     )`,
    'CREATE INDEX case_reminder_waiting ON case_reminder (at) WHERE told_at IS NULL',
  ],
};
