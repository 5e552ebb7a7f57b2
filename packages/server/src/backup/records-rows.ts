// The rows of the records as lines, and lines as rows again. Each value goes as the text that PostgreSQL itself writes for it, so that
// it comes back as it was, whatever its type.
import { type Kysely, sql, type Transaction } from 'kysely';
import * as v from 'valibot';
import type { RecordsDatabase } from '../records/database.ts';
import type { Records } from '../records/tables.ts';

export interface TableRows {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Of the queue: which queues there are, and what waits in them. What is done is not kept for ever in any case. */
const QUEUE_TABLES = ['queue', 'schedule', 'subscription', 'job'];

interface ColumnRow {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** All tables with rows of their own, partitions under their parents; computed columns are left out. */
export async function describeTables(db: Kysely<Records>): Promise<readonly TableRows[]> {
  const { rows } = await sql<ColumnRow>`
    SELECT n.nspname AS schema, c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND ((n.nspname = 'public' AND c.relname <> 'migration') OR (n.nspname = 'queue' AND c.relname IN (${sql.join(QUEUE_TABLES)})))
    ORDER BY n.nspname, c.relname, a.attnum`.execute(db);
  const tables = Map.groupBy(rows, ({ schema, table }) => `${schema}.${table}`);
  const order = ({ schema, table }: TableRows) => (schema === 'public' ? 0 : 1 + QUEUE_TABLES.indexOf(table));
  return [...tables.values()]
    .flatMap(([first, ...rest]) => (first === undefined ? [] : [tableOf(first, rest)]))
    .sort((one, other) => order(one) - order(other));
}

function tableOf(first: ColumnRow, rest: readonly ColumnRow[]): TableRows {
  const columns = [first, ...rest].map(({ name, type }) => ({ name, type }));
  return { schema: first.schema, table: first.table, columns };
}

/** Rows that are asked for at once. */
const ROWS = 2000;

/** All rows of a table, as they stood when the transaction began. */
export async function readRows(
  trx: Transaction<Records>,
  { schema, table, columns }: TableRows,
  take: (lines: string) => Promise<void>,
): Promise<void> {
  const names = sql.join(columns.map(({ name }) => sql.lit(name)));
  const texts = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`));
  const waiting = schema === 'queue' && table === 'job' ? sql`WHERE state IN ('created', 'retry', 'active')` : sql``;
  await sql`DECLARE backup_rows NO SCROLL CURSOR FOR
    SELECT json_object(ARRAY[${names}], ARRAY[${texts}])::text AS line FROM ${sql.table(`${schema}.${table}`)} ${waiting}`.execute(
    trx,
  );
  for (;;) {
    const { rows } = await sql<{ line: string }>`FETCH ${sql.lit(ROWS)} FROM backup_rows`.execute(trx);
    if (rows.length > 0) await take(rows.map(({ line }) => `${line}\n`).join(''));
    if (rows.length < ROWS) break;
  }
  await sql`CLOSE backup_rows`.execute(trx);
}

/** Adds rows, given as lines of a backup; columns that are missing in them get their defaults. */
export async function addRows(trx: Transaction<Records>, table: TableRows, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const known = new Set(lines.flatMap((line) => Object.keys(v.parse(Row, JSON.parse(line)))));
  const columns = table.columns.filter(({ name }) => known.has(name));
  const into = sql.join(columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(columns.map(({ name, type }) => sql`(line ->> ${sql.lit(name)})::${sql.raw(type)}`));
  // The queue makes queues of its own when it starts; these are there already.
  const unless = table.schema === 'queue' ? sql`ON CONFLICT DO NOTHING` : sql``;
  await sql`INSERT INTO ${sql.table(`${table.schema}.${table.table}`)} (${into}) OVERRIDING SYSTEM VALUE
    SELECT ${values} FROM jsonb_array_elements(${`[${lines.join(',')}]`}::jsonb) AS line ${unless}`.execute(trx);
}

const Row = v.record(v.string(), v.nullable(v.string()));

/**
 * Runs `load` while no row has to find its parent yet, and looks at all of them afterwards: tables then come in any order, and rows
 * may name rows of their own table.
 */
export async function withoutForeignKeys(trx: Transaction<Records>, load: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ table: string; name: string; definition: string }>`
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`.execute(trx);
  for (const { table, name } of rows) await sql.raw(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`).execute(trx);
  await load();
  for (const { table, name, definition } of rows)
    await sql.raw(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`).execute(trx);
}

/** Numbers that are counted up go on after the highest one that is there. */
export async function setCounters(trx: Transaction<Records>): Promise<void> {
  const { rows } = await sql<{ table: string; name: string; counter: string }>`
    SELECT c.oid::regclass::text AS table, quote_ident(a.attname) AS name,
      pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS counter
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attidentity <> '' AND NOT a.attisdropped`.execute(
    trx,
  );
  for (const { table, name, counter } of rows)
    await sql
      .raw(`SELECT setval('${counter}', coalesce((SELECT max(${name}) FROM ${table}), 0) + 1, false)`)
      .execute(trx);
}

/** Names of the migrations that ran, in their order. */
export async function doneMigrations(db: RecordsDatabase): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM migration ORDER BY name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Of the tables of the queue. */
export async function queueVersion(db: RecordsDatabase): Promise<number> {
  const { rows } = await sql<{ version: number }>`SELECT version FROM queue.version`.execute(db);
  return rows[0]?.version ?? 0;
}

/** Whether nobody has used this database yet. */
export async function isUnused(db: RecordsDatabase): Promise<boolean> {
  const { rows } = await sql<{ tables: number }>`
    SELECT count(*)::int AS tables FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'queue') AND c.relkind IN ('r', 'p')`.execute(db);
  return rows[0]?.tables === 0;
}
