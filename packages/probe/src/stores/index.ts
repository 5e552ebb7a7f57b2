// Every store, likely ones first. This file is written by `npm run docs`; a test compares it with the folder.
import { likelyFirst, type StoreDefinition } from '../store.ts';
import clickhouse from './clickhouse.ts';
import postgresql from './postgresql.ts';
import redis from './redis.ts';

export const STORES: readonly StoreDefinition[] = likelyFirst([
  clickhouse,
  postgresql,
  redis,
]);
