// What the commands `vigie backup` and `vigie keys` do: they ask the server that runs, or do it themselves where none does.
import { readdir } from 'node:fs/promises';
import { controlSocketOf, type DataDir, type DataDirOptions, isFree, openDataDir } from '../data-dir/data-dir.ts';
import type { DataDirFault } from '../data-dir/fault.ts';
import { openEvents } from '../events/events.ts';
import { openBook } from '../evidence/book.ts';
import { openRecords } from '../records/database.ts';
import { openVault } from '../vault/vault.ts';
import { writeBackupFile } from './backup-file.ts';
import { askForBackup, askForOldKeys, askToRotate, type Control } from './control.ts';
import { type BackupFault, storeFailed } from './fault.ts';
import type { Section } from './format.ts';
import type { OldKey } from './old-keys.ts';
import { controlOf } from './source.ts';

export interface OfflineOptions extends DataDirOptions {
  readonly databaseUrl: string | undefined;
  readonly eventsUrl: string | undefined;
}

export interface BackupMade {
  readonly sections: readonly Section[];
  /** Where the keys are, which are not in it. */
  readonly keyRing: string;
  /** Whether a server that runs made it. */
  readonly byServer: boolean;
}

type Fault = BackupFault | DataDirFault;

/** Makes a backup of a data directory and of what belongs to it. @param file must not be there yet */
export async function backUp(file: string, options: OfflineOptions): Promise<BackupMade | Fault> {
  let byServer = true;
  const made = await writeBackupFile<{ readonly keyRing: string } | DataDirFault>(file, async (take) => {
    const said = await askForBackup(controlSocketOf(options.path), take);
    if (said !== undefined) return said;
    byServer = false;
    return offline(options, async (control) => (await control.backup(take)) ?? { keyRing: control.keyRing });
  });
  if ('code' in made) return made;
  return 'code' in made.said ? made.said : { sections: made.sections, keyRing: made.said.keyRing, byServer };
}

/** Makes a new current key. */
export async function rotateKeys(options: OfflineOptions): Promise<{ readonly currentKey: string } | Fault> {
  const said = await askToRotate(controlSocketOf(options.path));
  return said ?? offline(options, (control) => control.rotateKeys());
}

/** Looks at older keys. @param retire whether those that nothing is sealed with are taken out of the ring */
export async function lookAtKeys(options: OfflineOptions, retire: boolean): Promise<readonly OldKey[] | Fault> {
  const said = await askForOldKeys(controlSocketOf(options.path), retire);
  return said ?? offline(options, (control) => control.oldKeys(retire));
}

/** Opens everything for as long as `work` takes. */
async function offline<T>(options: OfflineOptions, work: (control: Control) => Promise<T>): Promise<T | Fault> {
  if (await isFree(options.path)) return nothingThere(options.path);
  const dataDir = await openDataDir(options);
  if ('code' in dataDir) return dataDir;
  try {
    const isElsewhere = options.databaseUrl === undefined && (await readdir(dataDir.paths.records)).length === 0;
    return isElsewhere ? NO_RECORDS : await withStores(dataDir, options, work);
  } finally {
    dataDir.close();
  }
}

async function withStores<T>(dataDir: DataDir, options: OfflineOptions, work: (control: Control) => Promise<T>) {
  const { paths, keyRing, evidenceKey } = dataDir;
  const { databaseUrl, eventsUrl, now, random } = options;
  const closings: (() => Promise<void>)[] = [];
  try {
    const records = await openRecords(
      databaseUrl === undefined ? { kind: 'embedded', folder: paths.records } : { kind: 'server', url: databaseUrl },
    );
    if ('code' in records) return storeFailed(records);
    closings.unshift(records.close);
    const events = await openEvents({
      place: eventsUrl === undefined ? { kind: 'embedded', folder: paths.events } : { kind: 'server', url: eventsUrl },
      now,
    });
    if ('code' in events) return storeFailed(events);
    closings.unshift(events.close);
    const vault = openVault({ ring: keyRing.ring, random, addKey: keyRing.addKey });
    const salt = vault.secret('evidence/commitments');
    const book = { path: paths.evidenceLog, keyPath: evidenceKey, salt, now: () => now().getTime(), random };
    const evidence = await openBook(book);
    if ('code' in evidence) return storeFailed(evidence);
    closings.unshift(evidence.close);
    const { db, freeze } = records;
    return await work(controlOf({ dataDir, records: db, freeze, events, evidence, vault, now }));
  } finally {
    for (const close of closings) await close();
  }
}

function nothingThere(path: string): BackupFault {
  return {
    code: 'nothing-there',
    message: `${path} holds nothing of Vigie`,
    remedy: 'name the data directory of the server with --data-dir',
  };
}

const NO_RECORDS: BackupFault = {
  code: 'nothing-there',
  message: 'the records are not in the data directory',
  remedy: 'name the PostgreSQL server that has them with --database-url, as for vigie serve',
};
