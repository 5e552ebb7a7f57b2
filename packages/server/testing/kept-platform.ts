// A data directory with open stores and without a server's pages, for tests of backups: records, events, evidence log, queue and socket.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { OfflineOptions } from '../src/backup/commands.ts';
import { controlOf, hearCommands } from '../src/backup/source.ts';
import { openDataDir } from '../src/data-dir/data-dir.ts';
import { openEvents } from '../src/events/events.ts';
import { openBook } from '../src/evidence/book.ts';
import { newId } from '../src/ids.ts';
import { createQueue, openRecords } from '../src/records/database.ts';
import { migrate } from '../src/records/migrate.ts';
import { openVault } from '../src/vault/vault.ts';

/** @param configFolder where keys are kept */
export function keptOptions(path: string, configFolder: string, databaseUrl: string | undefined) {
  return {
    path,
    configFolder,
    keyFile: undefined,
    databaseUrl,
    eventsUrl: undefined,
    holder: { pid: process.pid, startedAt: new Date() },
    now: () => new Date(),
    newId,
    random: randomBytes,
  };
}

function fine<T extends object>(result: T): Exclude<T, { readonly remedy: string }> {
  if ('remedy' in result) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { readonly remedy: string }>;
}

export async function openKept(options: OfflineOptions) {
  const dataDir = fine(await openDataDir(options));
  const { paths, keyRing } = dataDir;
  const { now, random, databaseUrl, eventsUrl } = options;
  const records = fine(
    await openRecords(
      databaseUrl === undefined ? { kind: 'embedded', folder: paths.records } : { kind: 'server', url: databaseUrl },
    ),
  );
  await migrate(records.db, now);
  const queue = createQueue(records);
  await queue.start();
  const events = fine(
    await openEvents({
      place: eventsUrl === undefined ? { kind: 'embedded', folder: paths.events } : { kind: 'server', url: eventsUrl },
      now,
    }),
  );
  const vault = openVault({ ring: keyRing.ring, random, addKey: keyRing.addKey });
  const salt = vault.secret('evidence/commitments');
  const keyPath = dataDir.evidenceKey;
  const evidence = fine(await openBook({ path: paths.evidenceLog, keyPath, salt, now: () => now().getTime(), random }));
  const parts = { dataDir, records: records.db, freeze: records.freeze, events, evidence, vault, now };
  const stopListening = await hearCommands(parts, {
    warn: (what) => assert.fail(what),
    mistake: (error) => {
      throw error;
    },
  });
  return {
    dataDir,
    db: records.db,
    queue,
    events,
    evidence,
    vault,
    control: controlOf(parts),
    async close() {
      await stopListening();
      await queue.stop({ graceful: false, close: records.kind === 'server' });
      await evidence.close();
      await events.close();
      await records.close();
      dataDir.close();
    },
  };
}

export type Kept = Awaited<ReturnType<typeof openKept>>;
