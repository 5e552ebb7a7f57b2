// SQLite databases (https://www.sqlite.org/fileformat.html), opened read only by SQLite itself.
import { stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { SourceFault } from '../source.ts';
import { StreamFault } from './byte-stream.ts';
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
      await opened.close();
      return hardened(new DatabaseSync(await addressOf(file.realPath), { readOnly: true, allowExtension: false }));
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
    return hardened(database);
  } catch (error) {
    return error instanceof StreamFault ? error.fault : broken(file.path, error);
  }
}

/**
 * Without changes that wait in a write-ahead log, the file is opened as one that nobody changes: otherwise SQLite would make
 * files beside it. https://www.sqlite.org/uri.html#uriimmutable
 */
async function addressOf(path: string): Promise<URL> {
  const address = pathToFileURL(path);
  const log = await stat(`${path}-wal`).catch(() => undefined);
  if (!log || log.size === 0) address.searchParams.set('immutable', '1');
  return address;
}

/** A foreign database's own definitions run nothing. https://www.sqlite.org/security.html */
function hardened(database: DatabaseSync): DatabaseSync {
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;');
  return database;
}

function tablesOf(database: DatabaseSync, file: OpenFile): FileDataset[] {
  const names = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all()
    .map(({ name }) => String(name));
  let left = names.length;
  const close = () => {
    left -= 1;
    if (left === 0) database.close();
  };
  return names.map((name) => ({ ...tableOf(database, name, file), close }));
}

function tableOf(database: DatabaseSync, name: string, file: OpenFile): FileDataset {
  const where = `${file.path}, table ${name}`;
  try {
    const table = quoted(name);
    const columns = database
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .map((column) => ({ name: String(column.name), type: String(column.type) || 'any' }));
    const { rows } = database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number };
    const order = columns.map((column) => column.name);
    return {
      dataset: { container: file.path, name, columns, rows: { lower: rows, estimate: rows, upper: rows } },
      read(signal) {
        return blocksOf(order, rowsOf(database, table, order), where, signal);
      },
    };
  } catch (error) {
    // A damaged page, or a virtual table whose module is not here: the other tables can be read.
    const fault = broken(where, error);
    async function* failing() {
      yield fault;
    }
    return { dataset: { container: file.path, name, columns: [] }, read: failing };
  }
}

function* rowsOf(database: DatabaseSync, table: string, order: readonly string[]): Generator<unknown[]> {
  const statement = database.prepare(`SELECT * FROM ${table}`);
  statement.setReadBigInts(true);
  for (const row of statement.iterate()) yield order.map((name) => row[name]);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
