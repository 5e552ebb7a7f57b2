// Migrations run forward only, at start, under one lock; records that a newer program wrote are refused.
import { sql } from 'kysely';
import type { RecordsDatabase } from './database.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

export interface MigrationFault {
  readonly code: 'newer-than-program' | 'migration-failed';
  readonly message: string;
  readonly remedy: string;
}

/** Any number, the same in every process: two that start at once on one server migrate one after the other. */
const LOCK = 5_640_131;

/**
 * Brings the records to this program's form.
 *
 * @param migrations all that the program knows, in their order
 * @returns the names of those that ran, or why none may run
 */
export async function migrate(
  db: RecordsDatabase,
  now: () => Date,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[] | MigrationFault> {
  return db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
    await sql`CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, at timestamptz NOT NULL)`.execute(trx);
    const { rows } = await sql<{ name: string }>`SELECT name FROM migration`.execute(trx);
    const done = new Set(rows.map(({ name }) => name));
    const unknown = [...done].filter((name) => !migrations.some((migration) => migration.name === name)).sort();
    if (unknown.length > 0) return newerThanProgram(unknown);
    const ran: string[] = [];
    for (const { name, statements } of migrations) {
      if (done.has(name)) continue;
      for (const statement of statements) await sql.raw(statement).execute(trx);
      await sql`INSERT INTO migration (name, at) VALUES (${name}, ${now()})`.execute(trx);
      ran.push(name);
    }
    return ran;
  });
}

function newerThanProgram(unknown: readonly string[]): MigrationFault {
  return {
    code: 'newer-than-program',
    message: `the records were written by a newer Vigie: this one does not know ${unknown.join(', ')}`,
    remedy: 'start the newer program, or restore a backup that this version wrote; nothing was changed',
  };
}
