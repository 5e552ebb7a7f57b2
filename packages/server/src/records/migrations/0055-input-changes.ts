// Inputs can be changed and paused.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0055-input-changes',
  statements: [
    'ALTER TABLE input ADD COLUMN paused_at timestamptz',
    'ALTER TABLE input ADD COLUMN version integer NOT NULL DEFAULT 1',
  ],
};
