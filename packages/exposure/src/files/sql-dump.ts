// SQL dumps as pg_dump, mysqldump, mariadb-dump, phpMyAdmin and SQLite's `.dump` write them.

import { StreamFault, upToFault } from './byte-stream.ts';
import { bytesFrom, type FileFormat, type OpenFile } from './file-format.ts';
import { blocksOf } from './row-lines.ts';
import type { SqlDialect } from './sql-lexer.ts';
import { createSqlRows, type SqlRow } from './sql-rows.ts';

export const sqlDump: FileFormat = {
  name: 'sql',
  layout: 'text',
  recognises: (head, path) => isDump(head.toString('utf8'), path),
  // The tables are known only when all is read, so a dump is one dataset; its columns are told as `table.column`.
  async open(file) {
    const opened = await file.stream();
    if ('code' in opened) return opened;
    const dialect = dialectOf(opened.head);
    const stream = await bytesFrom(opened, file);
    const dataset = { container: '', name: file.path, columns: [] };
    return [{ dataset, read: (signal) => blocksOf(undefined, rowsOf(stream, dialect, file), file.path, signal) }];
  },
};

async function* rowsOf(
  stream: () => Promise<AsyncIterable<Uint8Array>>,
  dialect: SqlDialect,
  file: OpenFile,
): AsyncGenerator<SqlRow> {
  const { bytes: read, fault } = upToFault(await stream());
  const rows = createSqlRows(dialect);
  for await (const bytes of read) {
    rows.push(bytes);
    yield* rows.take();
  }
  const isWhole = rows.end();
  yield* rows.take();
  const why = fault();
  if (why) throw new StreamFault(why);
  if (!isWhole) throw new StreamFault({ code: 'broken', where: file.path, message: CUT });
}

const CUT =
  'it ends inside of a quoted text or a comment, so that it is cut, or its quotes were read wrongly; what came before was read';

/** A dump's own words, or statements that fill tables. */
const DUMP_HEADER = /^(?:\ufeff|\s)*(?:--|\/\*|#)[^\n]*(?:\bdump\b|sandbox mode|phpMyAdmin|HeidiSQL|Adminer|Navicat)/i;
const FILLS =
  /^\s*(?:INSERT\s+(?:IGNORE\s+|OR\s+\w+\s+)?INTO\s|REPLACE\s+INTO\s|COPY\s+\S+.{0,4000}\sFROM\s+stdin|CREATE\s+(?:TEMP(?:ORARY)?\s+|UNLOGGED\s+)?TABLE\s|PRAGMA\s+foreign_keys)/im;

function isDump(head: string, path: string): boolean {
  if (/^(?:\ufeff|\s)*(?:--[^\n]*\s+)*-- PostgreSQL database (?:cluster )?dump/.test(head) || DUMP_HEADER.test(head))
    return true;
  if (/\.sql(?:\.(?:gz|zst))?$/i.test(path)) return FILLS.test(head) || /^\s*(?:--|\/\*|SET\s|BEGIN)/i.test(head);
  // Without the name, the file has to begin with such a statement.
  return (
    /^(?:\ufeff|\s|--[^\n]*\n|\/\*[^*]*\*\/;?)*(?:INSERT|REPLACE|CREATE|COPY|PRAGMA|BEGIN|SET)\b/i.test(head) &&
    FILLS.test(head)
  );
}

/** MySQL's texts have escapes with backslashes, those of the others do not unless they say so. */
function dialectOf(head: Buffer): SqlDialect {
  const text = head.toString('utf8');
  if (/NO_BACKSLASH_ESCAPES/.test(text)) return { backslash: false };
  return {
    backslash:
      /`|\bMySQL\b|\bMariaDB\b|phpMyAdmin|\/\*[!M]\d|\)\s*ENGINE\s*=/.test(text) ||
      /standard_conforming_strings\s*=\s*off/i.test(text) ||
      /[^']\\'[^\s,);]/.test(text),
  };
}
