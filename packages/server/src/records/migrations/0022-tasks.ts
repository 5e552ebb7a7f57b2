// The tasks of cases: those of the plan that follows from the facts, and people's own.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0022-tasks',
  statements: [
    `CREATE TABLE case_task (
       id uuid PRIMARY KEY,
       case_id uuid NOT NULL REFERENCES breach_case (id),
       plan_id text,
       phase text NOT NULL,
       place integer NOT NULL,
       content text NOT NULL,
       content_sha256 text NOT NULL,
       state text NOT NULL,
       dropped boolean NOT NULL DEFAULT false,
       owner_id text,
       due_at timestamptz,
       due_set boolean NOT NULL DEFAULT false,
       reason text,
       changed_at timestamptz NOT NULL,
       changed_by text,
       version integer NOT NULL DEFAULT 1,
       UNIQUE (case_id, plan_id)
     )`,
    'CREATE INDEX case_task_of_owner ON case_task (owner_id) WHERE owner_id IS NOT NULL',
  ],
};
