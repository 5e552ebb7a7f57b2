// Files of every format that hold every canary, whole ones and broken ones; a name of a file, a column and a key that are values too.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { Canary } from '@vigie/classify/testing/canaries';
import { parquetWriteFile } from 'hyparquet-writer';

/** Names that a canary has taken the place of: of files, tables, columns and keys. */
export interface PlantedNames {
  readonly email: string;
  readonly person: string;
  readonly token: string;
}

/** @param folder - a new one */
export function plantFiles(folder: string, canaries: readonly Canary[], names: PlantedNames): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  const texts = canaries.map(({ text }) => text);
  // One of each way of reading has all of them: bytes, lines of rows, and tables.
  const some = texts.filter((_, place) => place % 10 === 0);
  plantTexts(write, `${texts.join('\n')}\n`, `${some.join('\n')}\n`);
  plantRows(write, texts, some, names);
  plantTables(folder, texts, some, names);
  for (const { path, text: content } of canaries) if (path !== undefined) write(path, `${content}\n`);
}

type Write = (name: string, content: string | Uint8Array) => void;

function plantTexts(write: Write, all: string, text: string): void {
  write('whole.log', all);
  write('utf-16.txt', Buffer.from(`\ufeff${text}`, 'utf16le'));
  write('invalid.txt', Buffer.concat([Buffer.from([0xff, 0xe9, 0x20]), Buffer.from(text)]));
  write('binary.bin', Buffer.concat([Buffer.alloc(64), Buffer.from(text)]));
  write('whole.log.zst', zstdCompressSync(text));
  const packed = gzipSync(text);
  write('truncated.log.gz', packed.subarray(0, packed.length - 40));
  const damaged = Buffer.from(zstdCompressSync(text));
  damaged.fill(0x55, damaged.length - 60, damaged.length - 30);
  write('damaged.log.zst', damaged);
}

function plantRows(
  write: Write,
  all: readonly string[],
  texts: readonly string[],
  { email, person, token }: PlantedNames,
): void {
  const rows = all.map((note, id) => JSON.stringify({ id, note }));
  const keyed = JSON.stringify({ [email]: email, by: { [token]: 1, [person]: { [email]: 2 } } });
  write('rows.ndjson', `${rows.join('\n')}\n${keyed}\n{broken ${texts.slice(0, 50).join(' ')}\n`);
  write('array.json', JSON.stringify([{ [email]: email }, ...texts.map((note) => ({ note }))], null, 1).slice(0, -9));
  write('deep.json', `[\n${'['.repeat(100_000)}${JSON.stringify(email)}${']'.repeat(100_000)}]`);
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  write(
    'rows.csv',
    `id,note\n${texts.map((cell, id) => `${id},${quoted(cell)}`).join('\n')}\n1,"never closed ${email}\n`,
  );
  write('no-header.csv', `${person},${token},London\n${person},${token},Paris\n`);
  write('named.csv', `id,mails of ${email},note\n1,${email},x\n2,${email},y\n`);
  const literals = texts.map((cell, id) => `(${id}, '${cell.replaceAll("'", "''")}')`);
  write(
    'dump.sql',
    `-- PostgreSQL database dump\nINSERT INTO "${email}" (id, "${person}") VALUES ${literals.join(',\n')}, (1, '${email}`,
  );
  write(`letters to ${email}.txt`, `dear ${person}, ${email}\n`);
  write(`${token}.log.gz`, gzipSync(email).subarray(0, 20));
}

function plantTables(folder: string, all: readonly string[], texts: readonly string[], { email }: PlantedNames): void {
  const database = new DatabaseSync(join(folder, 'whole.db'));
  database.exec(
    `CREATE TABLE notes (id INTEGER, note TEXT); CREATE TABLE "of ${email}" (id INTEGER, "to ${email}" TEXT)`,
  );
  const insert = database.prepare('INSERT INTO notes VALUES (?, ?)');
  for (const [id, note] of all.entries()) insert.run(id, note);
  database.prepare(`INSERT INTO "of ${email}" VALUES (?, ?)`).run(1, email);
  database.close();
  const bytes = readFileSync(join(folder, 'whole.db'));
  const page = 4096;
  writeFileSync(
    join(folder, 'damaged.db'),
    Buffer.concat([bytes.subarray(0, 3 * page), Buffer.alloc(page, 0x41), bytes.subarray(4 * page)]),
  );
  parquetWriteFile({
    filename: join(folder, 'whole.parquet'),
    columnData: [
      { name: 'note', data: [...texts], type: 'STRING' },
      { name: `to ${email}`, data: texts.map(() => email), type: 'STRING' },
    ],
  });
  const parquet = readFileSync(join(folder, 'whole.parquet'));
  writeFileSync(join(folder, 'truncated.parquet'), parquet.subarray(0, parquet.length - 20));
  const middle = Buffer.from(parquet);
  middle.fill(0x55, 200, 400);
  writeFileSync(join(folder, 'damaged.parquet'), middle);
}
