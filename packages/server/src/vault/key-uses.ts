// Where texts still stand that an older key of the ring sealed or indexed: every column of every table is looked at, the queue's too, so
// that none can be forgotten.
import { sql } from 'kysely';
import type { RecordsDatabase } from '../records/database.ts';

export interface KeyUse {
  readonly table: string;
  readonly rows: number;
}

interface TableName {
  readonly schema: string;
  readonly name: string;
}

/** @param id of a key: twelve digits of chance, which stand behind `v1.` and `i1.` in what it made and nowhere else */
export async function usesOf(records: RecordsDatabase, id: string): Promise<readonly KeyUse[]> {
  const { rows: tables } = await sql<TableName>`
    SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname IN ('public', 'queue')
    ORDER BY n.nspname, c.relname`.execute(records);
  const uses: KeyUse[] = [];
  // One table at a time: between them others come to their turn.
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM ${sql.table(`${schema}.${name}`)} AS a_row
      WHERE a_row::text LIKE ${`%v1.${id}.%`} OR a_row::text LIKE ${`%i1.${id}.%`}`.execute(records);
    const count = rows[0]?.count ?? 0;
    if (count > 0) uses.push({ table: schema === 'public' ? name : `${schema}.${name}`, rows: count });
  }
  return uses;
}
