// Webhooks.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0040-webhooks',
  statements: [
    `CREATE TABLE webhook (
       id uuid PRIMARY KEY,
       url text NOT NULL,
       secret text NOT NULL,
       kinds text[] NOT NULL,
       active boolean NOT NULL,
       seq bigint NOT NULL,
       failures integer NOT NULL,
       last_delivery_at timestamptz,
       last_failure text,
       failing_since timestamptz,
       created_at timestamptz NOT NULL,
       version integer NOT NULL DEFAULT 1
     )`,
  ],
};
