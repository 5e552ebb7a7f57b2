// Indexes of three letters each, by which a part of a word is found among a hundred thousand rows without reading them.
import type { Migration } from './index.ts';

/**
 * pg_trgm comes with the embedded database, and with PostgreSQL where its contributed modules are installed. A server that lacks it, or
 * whose owner does not let it be used, searches by reading the rows.
 */
export const migration: Migration = {
  name: '0011-search',
  statements: [
    `DO $$ BEGIN
       CREATE EXTENSION IF NOT EXISTS pg_trgm;
     EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
       RAISE NOTICE 'pg_trgm is not there: texts are searched by reading rows';
     END $$`,
    `DO $$ BEGIN
       IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
         CREATE INDEX finding_words ON finding
           USING gin (title gin_trgm_ops, address gin_trgm_ops, product gin_trgm_ops, rule gin_trgm_ops) WHERE watched;
         CREATE INDEX store_words ON store
           USING gin (address gin_trgm_ops, name gin_trgm_ops, product gin_trgm_ops) WHERE watched;
       END IF;
     END $$`,
  ],
};
