// What a scan saw of each store, and who accessed what. Retention is set at each start, see retention.ts.
import { DURABLE } from './durable-table.ts';
import type { EventsMigration } from './index.ts';

export const migration: EventsMigration = {
  name: '0001-observations-and-accesses',
  statements: [
    `CREATE TABLE IF NOT EXISTS observations (
       at DateTime64(3, 'UTC'),
       scope UUID,
       store UUID,
       scan UUID,
       verdict LowCardinality(String),
       identify LowCardinality(String),
       list LowCardinality(String),
       count LowCardinality(String),
       read LowCardinality(String),
       write LowCardinality(String),
       administer LowCardinality(String),
       rows Nullable(UInt64),
       bytes Nullable(UInt64),
       people_lower Nullable(UInt64),
       people_estimate Nullable(UInt64),
       people_upper Nullable(UInt64)
     ) ENGINE = MergeTree PARTITION BY toYYYYMM(at) ORDER BY (store, at) ${DURABLE}`,
    // Names of OCSF 1.x, Datastore Activity (6005), where it has them; rows and bytes have no place there. No column holds a person's
    // data: users and addresses are keyed hashes, networks are prefixes, statements are fingerprints.
    `CREATE TABLE IF NOT EXISTS accesses (
       at DateTime64(3, 'UTC'),
       uid UUID,
       source LowCardinality(String),
       store UUID,
       class_uid UInt32,
       activity_id UInt8,
       status_id UInt8,
       severity_id UInt8,
       user_hash String,
       client LowCardinality(String),
       address_hash String,
       network LowCardinality(String),
       country LowCardinality(String),
       container LowCardinality(String),
       collection LowCardinality(String),
       operation LowCardinality(String),
       fingerprint String,
       rows_read Nullable(UInt64),
       rows_returned Nullable(UInt64),
       bytes_returned Nullable(UInt64),
       duration_ms Nullable(UInt32),
       error_code LowCardinality(String)
     ) ENGINE = MergeTree PARTITION BY toYYYYMM(at) ORDER BY (store, at, uid) ${DURABLE}`,
  ],
};
