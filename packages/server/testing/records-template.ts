// An embedded database as a first start leaves it, made once in a run of all tests: PGlite takes seconds to begin one and to run its
// first statements, and a fraction of that to copy one.
import { existsSync, openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { putInPlace, templateFolder } from '@vigie/probe/testing/template';
import { createQueue, openRecords } from '../src/records/database.ts';
import { migrate } from '../src/records/migrate.ts';

/** @returns undefined where a test file runs alone, which then begins an empty one */
export async function begunDatabase(): Promise<Blob | undefined> {
  const root = templateFolder();
  if (root === undefined) return undefined;
  const made = join(root, 'records.tar');
  if (!existsSync(made)) await makeTemplate(root, made);
  return openAsBlob(made);
}

async function makeTemplate(root: string, made: string): Promise<void> {
  const folder = await mkdtemp(join(root, 'records.'));
  const records = await openRecords({ kind: 'embedded', folder });
  if ('code' in records) throw new Error(records.message);
  const ran = await migrate(records.db, () => new Date());
  if ('code' in ran) throw new Error(ran.message);
  const queue = createQueue(records);
  await queue.start();
  await queue.stop({ graceful: false, close: false });
  await records.close();
  const database = await PGlite.create({ dataDir: folder });
  const part = `${made}.${process.pid}`;
  await writeFile(part, (await database.dumpDataDir('none')).stream());
  await database.close();
  await rm(folder, { recursive: true });
  putInPlace(part, made);
}
