// Rules of the site: files of Sigma, lists of values for placeholders, rules that are switched off, and texts of settings that are sealed.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0054-rules',
  statements: [
    `CREATE TABLE rule_file (
       id uuid PRIMARY KEY,
       name text NOT NULL,
       text text NOT NULL,
       licence text,
       link text,
       enabled boolean NOT NULL,
       added_by text NOT NULL,
       added_at timestamptz NOT NULL,
       changed_at timestamptz NOT NULL,
       version integer NOT NULL DEFAULT 1
     )`,
    `CREATE TABLE rule_switch (
       rule text PRIMARY KEY,
       reason text NOT NULL,
       by_id text NOT NULL,
       at timestamptz NOT NULL
     )`,
    `CREATE TABLE value_list (
       id uuid PRIMARY KEY,
       name text NOT NULL UNIQUE,
       items text NOT NULL,
       count integer NOT NULL,
       changed_by text NOT NULL,
       changed_at timestamptz NOT NULL,
       version integer NOT NULL DEFAULT 1
     )`,
    'CREATE TABLE watch_text (name text PRIMARY KEY, sealed text NOT NULL)',
    'CREATE INDEX detection_of_rule ON detection (rule, last_at DESC)',
  ],
};
