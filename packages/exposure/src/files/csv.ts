// CSV and its relatives (RFC 4180), with the separator and the header told from the first lines.

import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { StreamFault } from './byte-stream.ts';
import type { FileFormat, OpenFile } from './file-format.ts';
import { blocksOf } from './row-lines.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** A longer record is a quote that was never closed, as a rule. */
const LONGEST_RECORD = 4 << 20;

export const csv: FileFormat = {
  name: 'csv',
  layout: 'text',
  recognises: (head, path) => /\.(?:csv|tsv|psv)(?:\.(?:gz|zst))?$/i.test(path) || dialectOf(head) !== undefined,
  async open(file) {
    const opened = await file.stream();
    if ('code' in opened) return opened;
    const dialect = dialectOf(opened.head) ?? { separator: ',', columns: undefined };
    let first: typeof opened | undefined = opened;
    const stream = async () => {
      const again = first ?? (await file.stream());
      first = undefined;
      if ('code' in again) throw new StreamFault(again);
      return again.bytes;
    };
    const columns = dialect.columns ?? [];
    return [
      {
        dataset: { container: '', name: file.path, columns: columns.map((name) => ({ name, type: 'text' })) },
        read: (signal) => blocksOf(dialect.columns, records(stream, dialect, file), file.path, signal),
      },
    ];
  },
};

interface Dialect {
  readonly separator: string;
  /** Names of the header, where there is one. */
  readonly columns: readonly string[] | undefined;
}

/** The separator that cuts the first lines into equally many fields, two at least. */
function dialectOf(head: Buffer): Dialect | undefined {
  const lines = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .slice(0, 20);
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines.filter((line) => line !== '');
  if (whole.length < 2) return undefined;
  for (const separator of SEPARATORS) {
    const rows = tryParse(whole.join('\n'), separator);
    const width = rows?.[0]?.length ?? 0;
    if (!rows || width < 2 || rows.length < 2 || rows.some((row) => row.length !== width)) continue;
    const header = rows[0] as string[];
    if (!isHeader(header)) continue;
    return { separator, columns: header.map((name, i) => name.trim() || `column ${i + 1}`) };
  }
  return undefined;
}

function tryParse(text: string, separator: string): string[][] | undefined {
  try {
    return parseSync(text, { delimiter: separator, relax_quotes: false, skip_empty_lines: true });
  } catch {
    // The quotes do not fit, so it is not this separator, or no CSV at all.
    return undefined;
  }
}

/** Names are short, different and no numbers: without them a table of numbers or prose with commas would pass for CSV. */
function isHeader(fields: readonly string[]): boolean {
  const names = fields.map((field) => field.trim());
  return (
    new Set(names).size === names.length &&
    names.every(
      (name) =>
        name.length <= 64 && !/^[\d\s.,:+-]*\d$/.test(name) && !/[{}[\]=<>]/.test(name) && name.split(' ').length <= 4,
    )
  );
}

async function* records(
  stream: () => Promise<AsyncIterable<Uint8Array>>,
  { separator, columns }: Dialect,
  file: OpenFile,
): AsyncGenerator<unknown> {
  const parser = parse({
    bom: true,
    delimiter: separator,
    from_line: columns ? 2 : 1,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  const source = Readable.from(await stream(), { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const record of parser as AsyncIterable<string[]>) yield record;
  void file;
}
