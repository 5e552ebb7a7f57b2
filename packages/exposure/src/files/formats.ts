// The formats of files, in the order in which they are tried: those with a mark of their own, then those that are told by what
// their first lines look like; what is none of them is text.
import { csv } from './csv.ts';
import type { FileFormat } from './file-format.ts';
import { ndjson } from './ndjson.ts';
import { parquet } from './parquet.ts';
import { sqlDump } from './sql-dump.ts';
import { sqlite } from './sqlite.ts';
import { text } from './text.ts';

const FORMATS: readonly FileFormat[] = [sqlite, parquet, sqlDump, ndjson, csv, text];

/** The format of a file by its first bytes, unpacked, and where they say nothing by its name. */
export function formatOf(head: Buffer, path: string): FileFormat {
  return FORMATS.find((format) => format.recognises(head, path)) ?? text;
}

/** Whether bytes that are of no known format are no text either. */
export function isBinary(head: Buffer): boolean {
  return head.includes(0);
}
