// Accesses for tests.
import { randomUUID } from 'node:crypto';
import type { Access } from '../src/events/accesses.ts';

/** A keyed hash, as it would stand for a name. */
export function hashFor(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32);
}

/** A query that gave a hundred rows of a table; what differs is given. */
export function madeAccess(changes: Partial<Access> & Pick<Access, 'at' | 'store'>): Access {
  return {
    uid: randomUUID(),
    source: 'clickhouse-query-log',
    class_uid: 6005,
    activity_id: 1,
    status_id: 1,
    severity_id: 1,
    user_hash: hashFor('app'),
    client: 'clickhouse-jdbc',
    address_hash: hashFor('10.0.0.9'),
    network: '10.0.0.0/24',
    country: '',
    container: 'shop',
    collection: 'orders',
    operation: 'select',
    fingerprint: '',
    rows_read: 1000,
    rows_returned: 100,
    bytes_returned: 1000,
    duration_ms: 3,
    error_code: '',
    ...changes,
  };
}
