// The decoys that there are.
import type { Decoy, DecoyKind } from '../decoy.ts';
import clickhouse from './clickhouse.ts';
import clickhouseNative from './clickhouse-native.ts';
import elasticsearch from './elasticsearch.ts';
import bucket from './http-bucket.ts';
import mongodb from './mongodb.ts';
import postgresql from './postgresql.ts';
import redis from './redis.ts';

export const DECOYS: Readonly<Record<DecoyKind, Decoy>> = {
  clickhouse,
  'clickhouse-native': clickhouseNative,
  elasticsearch,
  redis,
  mongodb,
  postgresql,
  'http-bucket': bucket,
};
