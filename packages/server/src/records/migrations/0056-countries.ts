// People by country, as a classification counts them in a store.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0056-countries',
  statements: [`ALTER TABLE store ADD COLUMN countries jsonb NOT NULL DEFAULT '[]'`],
};
