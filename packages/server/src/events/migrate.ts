// Migrations run forward only, at start; a store that a newer program migrated is refused.
import * as v from 'valibot';
import type { EventEngine } from './engine.ts';
import type { EventsFault } from './fault.ts';
import { DURABLE } from './migrations/durable-table.ts';
import { EVENTS_MIGRATIONS, type EventsMigration } from './migrations/index.ts';

const Done = v.object({ name: v.string() });

/**
 * Brings the store to this program's form.
 *
 * @returns the names of the migrations that ran, or why none may run
 */
export async function migrateEvents(
  engine: EventEngine,
  now: () => Date,
  migrations: readonly EventsMigration[] = EVENTS_MIGRATIONS,
): Promise<readonly string[] | EventsFault> {
  const made = await engine.command(
    `CREATE TABLE IF NOT EXISTS migrations (name String, at DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY name ${DURABLE}`,
  );
  if (made !== undefined) return made;
  const known = await engine.select('SELECT DISTINCT name FROM migrations', {});
  if ('code' in known) return known;
  const done = new Set(known.rows.map((row) => v.parse(Done, row).name));
  const unknown = [...done].filter((name) => !migrations.some((migration) => migration.name === name)).sort();
  if (unknown.length > 0) return newerThanProgram(unknown);
  const ran: string[] = [];
  for (const migration of migrations.filter(({ name }) => !done.has(name))) {
    const fault = await run(engine, migration, now());
    if (fault !== undefined) return fault;
    ran.push(migration.name);
  }
  return ran;
}

async function run(engine: EventEngine, { name, statements }: EventsMigration, at: Date) {
  for (const statement of statements) {
    const fault = await engine.command(statement);
    if (fault !== undefined) return fault;
  }
  return engine.insert('migrations', Buffer.from(`${JSON.stringify({ name, at })}\n`));
}

function newerThanProgram(unknown: readonly string[]): EventsFault {
  return {
    code: 'newer-than-program',
    message: `the events were written by a newer Vigie: this one does not know ${unknown.join(', ')}`,
    remedy: 'start the newer program, or restore a backup that this version wrote; nothing was changed',
  };
}
