// Restores a backup into a new data directory, or into empty servers. The whole file is read and checked before anything is made, and the
// directory says that it is one only when everything is in it: a restore that was broken off leaves nothing that looks whole.
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { checkpointPath, replaceFile, verifyLogFile } from '@vigie/evidence';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { type DataDirPaths, isFree, pathsOf } from '../data-dir/data-dir.ts';
import type { DataDirFault } from '../data-dir/fault.ts';
import { FORMAT_VERSION, writeFormat } from '../data-dir/format-file.ts';
import { type Holder, lockFolder } from '../data-dir/lock.ts';
import { type Events, type EventsPlace, type EventsTable, openEvents } from '../events/events.ts';
import { EVENTS_MIGRATIONS } from '../events/migrations/index.ts';
import { createQueue, openRecords, type RecordsPlace, type RecordsStore } from '../records/database.ts';
import { migrate } from '../records/migrate.ts';
import { MIGRATIONS } from '../records/migrations/index.ts';
import type { Records } from '../records/tables.ts';
import { readBackupFile } from './backup-file.ts';
import { type BackupFault, fileFailed, storeFailed } from './fault.ts';
import type { BackupHead, BackupPart, Section } from './format.ts';
import {
  addRows,
  describeTables,
  isUnused,
  queueVersion,
  setCounters,
  type TableRows,
  withoutForeignKeys,
} from './records-rows.ts';

export interface RestoreOptions {
  readonly file: string;
  /** The new data directory. */
  readonly path: string;
  /** Empty servers, instead of the embedded stores in the directory. */
  readonly databaseUrl?: string | undefined;
  readonly eventsUrl?: string | undefined;
  readonly holder: Holder;
  readonly now: () => Date;
}

export interface Restored {
  readonly head: BackupHead;
  readonly sections: readonly Section[];
  /** Entries of the evidence log, all of them verified. */
  readonly entries: number;
  /** Whether jobs that waited came along; they do not where another version of the queue wrote them. */
  readonly hasJobs: boolean;
}

export async function restoreBackup(options: RestoreOptions): Promise<Restored | BackupFault | DataDirFault> {
  const root = resolve(options.path);
  let made = false;
  try {
    const checked = await checkFile(options.file);
    if ('code' in checked) return checked;
    if (!(await isFree(root))) return notEmpty(root);
    await mkdir(root, { recursive: true, mode: 0o700 });
    const release = await lockFolder(root, options.holder);
    if (typeof release !== 'function') return release;
    made = true;
    try {
      const restored = await restoreInto(root, options, checked);
      if (!('code' in restored)) made = false;
      return restored;
    } finally {
      release();
    }
  } catch (error) {
    return fileFailed(made ? root : options.file, error);
  } finally {
    if (made) await empty(root);
  }
}

interface Checked {
  readonly head: BackupHead;
  readonly sections: readonly Section[];
}

/** Reads the whole file once, for its hashes, before anything is made. */
async function checkFile(file: string): Promise<Checked | BackupFault> {
  let head: BackupHead | undefined;
  let sections: readonly Section[] = [];
  for await (const part of readBackupFile(file)) {
    if (part.kind === 'damaged') return damaged(file, part);
    if (part.kind === 'head') head = part.head;
    if (part.kind === 'manifest') sections = part.sections;
  }
  if (head === undefined) return damaged(file, { kind: 'damaged', line: 0, why: 'no-backup' });
  const unknown = unknownMigrations(head);
  return unknown.length > 0 ? newerThanProgram(file, unknown) : { head, sections };
}

function unknownMigrations(head: BackupHead): readonly string[] {
  const known = new Set([...MIGRATIONS, ...EVENTS_MIGRATIONS].map(({ name }) => name));
  return [...head.recordsMigrations, ...head.eventsMigrations].filter((name) => !known.has(name));
}

async function restoreInto(
  root: string,
  options: RestoreOptions,
  { head, sections }: Checked,
): Promise<Restored | BackupFault> {
  const paths = pathsOf(root);
  for (const folder of [paths.records, paths.events, dirname(paths.evidenceLog)]) await mkdir(folder, { mode: 0o700 });
  const records = await openRecords(recordsPlaceOf(options, paths));
  if ('code' in records) return storeFailed(records);
  let hasJobs: boolean | BackupFault;
  try {
    hasJobs = await restoreStores(options, head, paths, records);
  } finally {
    await records.close();
  }
  if (typeof hasJobs !== 'boolean') return hasJobs;
  const verdict = await verifyLogFile(paths.evidenceLog);
  if (verdict.outcome !== 'verified') return logNotVerified(verdict.fault.message);
  const { id, dataDirMadeAt: madeAt, keyRing } = head;
  await writeFormat(root, { schema: `vigie.data-dir/${FORMAT_VERSION}`, id, madeAt, keyRing });
  return { head, sections, entries: verdict.entries, hasJobs };
}

function recordsPlaceOf({ databaseUrl }: RestoreOptions, paths: DataDirPaths): RecordsPlace {
  return databaseUrl === undefined ? { kind: 'embedded', folder: paths.records } : { kind: 'server', url: databaseUrl };
}

function eventsPlaceOf({ eventsUrl }: RestoreOptions, paths: DataDirPaths): EventsPlace {
  return eventsUrl === undefined ? { kind: 'embedded', folder: paths.events } : { kind: 'server', url: eventsUrl };
}

/** Fills all stores. @returns whether jobs came along */
async function restoreStores(
  options: RestoreOptions,
  head: BackupHead,
  paths: DataDirPaths,
  records: RecordsStore,
): Promise<boolean | BackupFault> {
  if (!(await isUnused(records.db))) return DATABASE_NOT_EMPTY;
  const hasJobs = await makeTables(records, head, options.now);
  if (typeof hasJobs !== 'boolean') return hasJobs;
  const events = await openEvents({ place: eventsPlaceOf(options, paths), now: options.now });
  if ('code' in events) return storeFailed(events);
  try {
    if (!(await isEmpty(events))) return EVENTS_NOT_EMPTY;
    await fill(options.file, { records, events, log: paths.evidenceLog, hasJobs });
  } catch (error) {
    if (error instanceof Stopped) return error.fault;
    throw error;
  } finally {
    await events.close();
  }
  // What came after the backup was made is done now, as at a start.
  const ran = await migrate(records.db, options.now);
  return 'code' in ran ? storeFailed(ran) : hasJobs;
}

/** The tables as they were when the backup was made. @returns whether the queue's are the same */
async function makeTables(records: RecordsStore, head: BackupHead, now: () => Date): Promise<boolean | BackupFault> {
  const then = new Set(head.recordsMigrations);
  const ran = await migrate(
    records.db,
    now,
    MIGRATIONS.filter(({ name }) => then.has(name)),
  );
  if ('code' in ran) return storeFailed(ran);
  const queue = createQueue(records);
  await queue.start();
  await queue.stop({ graceful: false, close: records.kind === 'server' });
  return (await queueVersion(records.db)) === head.queueVersion;
}

const Counted = { sql: 'SELECT count() AS n FROM observations', row: v.object({ n: v.number() }) };

async function isEmpty(events: Events): Promise<boolean> {
  const answer = await events.query(Counted, {});
  return 'rows' in answer && answer.rows[0]?.n === 0;
}

/** Rows that are added at once. */
const ROWS = 2000;

interface Stores {
  readonly records: RecordsStore;
  readonly events: Events;
  /** Where the evidence log goes. */
  readonly log: string;
  readonly hasJobs: boolean;
}

/** Takes a fault out of a transaction, which is rolled back by it. */
class Stopped extends Error {
  readonly fault: BackupFault;
  constructor(fault: BackupFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Second reading of the file: each line goes where its section says. @throws Stopped where it cannot */
async function fill(file: string, stores: Stores): Promise<void> {
  const log = await open(stores.log, 'wx', 0o600);
  try {
    await stores.records.db.transaction().execute(async (trx) => {
      const tables = new Map((await describeTables(trx)).map((table) => [`${table.schema}.${table.table}`, table]));
      await withoutForeignKeys(trx, async () => {
        for await (const { section, lines } of chunksOf(readBackupFile(file))) {
          const [store, name = ''] = section.split('/');
          if (store === 'records') await putRows(trx, tables.get(name) ?? unknownTable(name), lines, stores.hasJobs);
          else if (store === 'events') await putEvents(stores.events, name as EventsTable, lines);
          else if (name === 'log') await log.appendFile(textOf(lines));
          else await replaceFile(checkpointPath(stores.log), v.parse(v.string(), JSON.parse(lines[0] ?? '')));
        }
      });
      await setCounters(trx);
    });
    await log.sync();
  } finally {
    await log.close();
  }
}

async function putRows(trx: Transaction<Records>, table: TableRows, lines: readonly string[], hasJobs: boolean) {
  if (table.schema === 'public' || hasJobs) await addRows(trx, table, lines);
}

async function putEvents(events: Events, table: EventsTable, lines: readonly string[]): Promise<void> {
  const fault = await events.load(table, Buffer.from(textOf(lines)));
  if (fault !== undefined) throw new Stopped(storeFailed(fault));
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

async function* chunksOf(parts: AsyncIterable<BackupPart>) {
  let lines: string[] = [];
  for await (const part of parts) {
    if (part.kind === 'line') lines.push(part.line);
    const section = part.kind === 'line' ? part.section : part.kind === 'end' ? part.section.section : '';
    if (lines.length === 0 || (part.kind === 'line' && lines.length < ROWS)) continue;
    yield { section, lines };
    lines = [];
  }
}

/** The folder itself may have been somebody's; what is in it was made here. */
async function empty(root: string): Promise<void> {
  for (const name of await readdir(root)) if (name !== 'lost+found') await rm(`${root}/${name}`, { recursive: true });
}

function damaged(file: string, { line, why }: Extract<BackupPart, { kind: 'damaged' }>): BackupFault {
  if (why === 'newer') return newerThanProgram(file, ['its form']);
  if (why === 'no-backup')
    return {
      code: 'not-a-backup',
      message: `${file} is no backup of Vigie`,
      remedy: 'name a file that vigie backup made',
    };
  const what = {
    'no-line-of-a-backup': 'has a line that no backup has',
    'other-content': 'holds something else than it says',
    'cut-off': 'ends too early',
  }[why];
  return {
    code: 'damaged',
    message: `${file} ${what}, at line ${line} of its content`,
    remedy: 'take another copy or an older backup; nothing was restored',
  };
}

function newerThanProgram(file: string, unknown: readonly string[]): BackupFault {
  return {
    code: 'newer-than-program',
    message: `${file} was made by a newer Vigie: this one does not know ${unknown.join(', ')}`,
    remedy: 'restore it with the newer program; nothing was restored',
  };
}

function notEmpty(root: string): BackupFault {
  return {
    code: 'not-empty',
    message: `${root} is not empty`,
    remedy: 'name a new directory with --data-dir: a restore never replaces what is there',
  };
}

const DATABASE_NOT_EMPTY: BackupFault = {
  code: 'not-empty',
  message: 'the database of --database-url has tables already',
  remedy: 'name an empty one: a restore never replaces what is there',
};

const EVENTS_NOT_EMPTY: BackupFault = {
  code: 'not-empty',
  message: 'the store of --events-url holds observations already, or cannot say whether it does',
  remedy: 'name an empty database: a restore never replaces what is there',
};

function unknownTable(name: string): never {
  throw new Stopped({
    code: 'damaged',
    message: `the backup has rows of a table ${name} that this Vigie does not know`,
    remedy: 'restore it with the program that made it; nothing was restored',
  });
}

function logNotVerified(why: string): BackupFault {
  return {
    code: 'damaged',
    message: `the evidence log in the backup does not verify: ${why}`,
    remedy: 'take an older backup, and find out who could change this one; nothing was restored',
  };
}
