// Both kinds of database that the records run on: what is tested on one is tested on the other.
import { existsSync, openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { lacksPostgresql, startPostgresql } from '@vigie/probe/testing/postgresql';
import { putInPlace, templateFolder } from '@vigie/probe/testing/template';
import type { RecordsPlace } from '../src/records/database.ts';

export interface TestDatabase {
  readonly name: string;
  /** Why it cannot be used here; false where it can. */
  readonly skip: string | false;
  /** An empty database; `stop` takes it away. */
  start(): Promise<{ readonly place: RecordsPlace; stop(): Promise<void> }>;
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
    async start() {
      const from = await emptyDatabase();
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

/** In a run of all tests: to begin a database takes PGlite seconds, to copy one a fraction of it. */
async function emptyDatabase(): Promise<Blob | undefined> {
  const root = templateFolder();
  if (root === undefined) return undefined;
  const made = join(root, 'records.tar');
  if (!existsSync(made)) {
    const database = await PGlite.create();
    const dump = await database.dumpDataDir('none');
    await database.close();
    const part = `${made}.${process.pid}`;
    await writeFile(part, dump.stream());
    putInPlace(part, made);
  }
  return openAsBlob(made);
}
