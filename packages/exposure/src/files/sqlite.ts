// SQLite databases (https://www.sqlite.org/fileformat.html), opened read only by SQLite itself.
import { DatabaseSync } from 'node:sqlite';
import type { SourceFault } from '../source.ts';
import type { FileDataset, FileFormat, OpenFile } from './file-format.ts';
import { blocksOf, broken } from './row-lines.ts';

const MAGIC = 'SQLite format 3\u0000';
/** A packed database is unpacked in memory, since nothing of it may lie in a file of ours. */
const LARGEST_IN_MEMORY = 512 << 20;

export const sqlite: FileFormat = {
  name: 'sqlite',
  layout: 'table',
  recognises: (head) => head.toString('latin1', 0, MAGIC.length) === MAGIC,
  async open(file) {
    const database = await openDatabase(file);
    if ('code' in database) return database;
    try {
      return tablesOf(database, file);
    } catch (error) {
      database.close();
      return broken(file.path, error);
    }
  },
};

async function openDatabase(file: OpenFile): Promise<DatabaseSync | SourceFault> {
  const opened = await file.stream();
  if ('code' in opened) return opened;
  try {
    if (file.realPath !== undefined && !opened.packed) {
      return new DatabaseSync(file.realPath, { readOnly: true, allowExtension: false });
    }
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of opened.bytes) {
      parts.push(Uint8Array.from(part));
      length += part.length;
      if (length > LARGEST_IN_MEMORY) {
        return {
          code: 'too large',
          where: file.path,
          message: 'unpack it to a file first: it is too large for the memory',
        };
      }
    }
    const database = new DatabaseSync(':memory:');
    database.deserialize(Buffer.concat(parts));
    return database;
  } catch (error) {
    return broken(file.path, error);
  }
}

function tablesOf(database: DatabaseSync, file: OpenFile): FileDataset[] {
  const names = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all()
    .map(({ name }) => String(name));
  return names.map((name) => {
    const table = quoted(name);
    const columns = database
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .map((column) => ({ name: String(column.name), type: String(column.type) || 'any' }));
    const { rows } = database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number };
    return {
      dataset: { container: file.path, name, columns, rows: { lower: rows, estimate: rows, upper: rows } },
      read(signal) {
        const statement = database.prepare(`SELECT * FROM ${table}`);
        statement.setReadBigInts(true);
        const order = columns.map((column) => column.name);
        return blocksOf(order, rowsOf(statement.iterate(), order), `${file.path}, table ${name}`, signal);
      },
    };
  });
}

function* rowsOf(rows: Iterable<Record<string, unknown>>, order: readonly string[]): Generator<unknown[]> {
  for (const row of rows) yield order.map((name) => row[name]);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
