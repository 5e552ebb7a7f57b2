// Makes a backup of everything but the keys, while the platform goes on working. The records come from one snapshot, of the embedded
// database from a copy that is made in a moment, so that nobody waits until all of it is read. The evidence log is signed and copied after that snapshot was taken: an entry is written before what it tells of, so the log in a backup knows of
// everything that its records hold. Events come last, each table as it stands when it is read.
import { sql } from 'kysely';
import * as v from 'valibot';
import type { Events, EventsTable } from '../events/events.ts';
import type { FrozenRecords, RecordsDatabase, RecordsStore } from '../records/database.ts';
import { coveredLog, readCovered } from './evidence-lines.ts';
import { type BackupFault, storeFailed } from './fault.ts';
import { type BackupHead, type BackupWriter, createBackupWriter, type Section, type Write } from './format.ts';
import { describeTables, doneMigrations, queueVersion, readRows } from './records-rows.ts';

export interface BackupSource {
  /** Of the data directory. */
  readonly id: string;
  readonly madeAt: string;
  readonly keyRing: string;
  readonly records: RecordsDatabase;
  readonly freeze: RecordsStore['freeze'];
  readonly events: Events;
  /** The log, and how to sign what is in it. */
  readonly evidence: { readonly path: string; checkpoint(): Promise<void> };
  readonly now: () => Date;
}

const EVENTS_TABLES: readonly EventsTable[] = ['observations', 'accesses'];

/** @param write takes the lines of the backup, not yet compressed */
export async function writeBackup(source: BackupSource, write: Write): Promise<readonly Section[] | BackupFault> {
  const writer = createBackupWriter(write);
  const head = await headOf(source);
  if ('code' in head) return head;
  await writer.head(head);
  const frozen = await source.freeze();
  if ('code' in frozen) return storeFailed(frozen);
  const evidence = await writeRecords(source, frozen, writer).finally(frozen.close);
  if ('code' in evidence) return evidence;
  await writer.section('evidence/log', (take) => readCovered(evidence, take));
  await writer.section('evidence/checkpoint', (take) => take(`${JSON.stringify(evidence.checkpoint)}\n`));
  for (const table of EVENTS_TABLES) {
    const fault = await writer.section(`events/${table}`, (take) => source.events.read(table, take));
    if (fault !== undefined) return storeFailed(fault);
  }
  return writer.finish();
}

/** @returns what of the evidence log belongs to these records */
function writeRecords({ evidence }: BackupSource, { db }: FrozenRecords, writer: BackupWriter) {
  // Read-only, and of one moment: https://www.postgresql.org/docs/17/transaction-iso.html#XACT-REPEATABLE-READ
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`SET LOCAL timezone = 'UTC'`.execute(trx);
      const tables = await describeTables(trx);
      await evidence.checkpoint();
      const log = await coveredLog(evidence.path);
      for (const table of tables)
        await writer.section(`records/${table.schema}.${table.table}`, (take) => readRows(trx, table, take));
      return log;
    });
}

const Migrations = { sql: 'SELECT DISTINCT name FROM migrations ORDER BY name', row: v.object({ name: v.string() }) };

async function headOf(source: BackupSource): Promise<BackupHead | BackupFault> {
  const events = await source.events.query(Migrations, {});
  if ('code' in events) return storeFailed(events);
  return {
    schema: 'vigie.backup/1',
    madeAt: source.now().toISOString(),
    id: source.id,
    dataDirMadeAt: source.madeAt,
    keyRing: source.keyRing,
    recordsMigrations: [...(await doneMigrations(source.records))],
    eventsMigrations: events.rows.map(({ name }) => name),
    queueVersion: await queueVersion(source.records),
  };
}
