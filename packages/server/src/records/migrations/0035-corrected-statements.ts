// Public statements that were corrected or taken back, with when and by whom.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0035-corrected-statements',
  statements: [
    `ALTER TABLE incident_update
       ADD COLUMN corrected_at timestamptz,
       ADD COLUMN corrected_by text,
       ADD COLUMN removed boolean NOT NULL DEFAULT false`,
  ],
};
