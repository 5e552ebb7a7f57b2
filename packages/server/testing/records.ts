// Both kinds of database that the records run on: what is tested on one is tested on the other.
import { lacksPostgresql, startPostgresql } from '@vigie/probe/testing/postgresql';
import type { RecordsPlace } from '../src/records/database.ts';
import { begunDatabase } from './records-template.ts';

export interface TestDatabase {
  readonly name: string;
  /** Why it cannot be used here; false where it can. */
  readonly skip: string | false;
  /**
   * A database that nobody has used, `stop` takes it away; it may have its tables already.
   *
   * @param empty whether it must not
   */
  start(empty?: 'empty'): Promise<{ readonly place: RecordsPlace; stop(): Promise<void> }>;
}

/**
 * @example
 * for (const database of DATABASES) {
 *   describe(`accounts, in ${database.name}`, { skip: database.skip }, () => { … });
 * }
 */
export const DATABASES: readonly TestDatabase[] = [
  {
    name: 'the embedded database',
    skip: false,
    async start(empty) {
      const from = empty === undefined ? await begunDatabase() : undefined;
      const place = { kind: 'embedded', folder: undefined, ...(from && { from }) } as const;
      return { place, stop: async () => {} };
    },
  },
  {
    name: 'a PostgreSQL server',
    skip: lacksPostgresql(),
    async start() {
      const server = await startPostgresql('open');
      const url = `postgres://postgres@${server.host}:${server.port}/postgres`;
      return { place: { kind: 'server', url }, stop: () => server.stop() };
    },
  },
];
