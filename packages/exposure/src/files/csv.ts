// CSV and its relatives (RFC 4180), with the separator and the header told from the first lines.

import { Readable } from 'node:stream';
// Not from the package's own door, which loads all that it can find.
import { withoutPersons } from '@vigie/classify/names';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { StreamFault, upToFault } from './byte-stream.ts';
import { bytesFrom, type FileFormat } from './file-format.ts';
import { blocksOf } from './row-lines.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** A longer record is a quote that was never closed, as a rule. */
const LONGEST_RECORD = 4 << 20;
/** Lines at the beginning that are looked at. */
const FIRST_LINES = 20;
const NAMED = /\.(?:csv|tsv|psv|tab)(?:\.(?:gz|zst))?$/i;

export const csv: FileFormat = {
  name: 'csv',
  layout: 'text',
  recognises: (head, path) => dialectOf(head, path) !== undefined,
  async open(file) {
    const opened = await file.stream();
    if ('code' in opened) return opened;
    const dialect = dialectOf(opened.head, file.path) ?? { separator: ',', columns: ['value'], hasHeader: false };
    const stream = await bytesFrom(opened, file);
    const { columns } = dialect;
    return [
      {
        dataset: { container: '', name: file.path, columns: columns.map((name) => ({ name, type: 'text' })) },
        read: (signal) => blocksOf(columns, records(stream, dialect, opened.encoding === 'other'), file.path, signal),
      },
    ];
  },
};

interface Dialect {
  readonly separator: string;
  /** Names of the header, or numbers of the columns where there is none. */
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
}

/**
 * The separator that cuts the first lines into equally many fields, two at least. A file that is named as a table needs no
 * header, and its lines may be of different lengths; any other needs both, or prose with commas would pass for CSV.
 */
function dialectOf(head: Buffer, path: string): Dialect | undefined {
  const isNamed = NAMED.test(path);
  const lines = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  const whole = (lines.length > 2 ? lines.slice(0, -1) : lines).slice(0, FIRST_LINES);
  let best: { rows: string[][]; separator: string; share: number } | undefined;
  for (const separator of SEPARATORS) {
    const rows = tryParse(whole, separator);
    const width = rows[0]?.length ?? 0;
    if (width < 2) continue;
    const share = rows.filter((row) => row.length === width).length / rows.length;
    if (share > (best?.share ?? 0)) best = { rows, separator, share };
  }
  const first = best?.rows[0];
  if (!best || !first) return isNamed ? oneColumn(whole[0] ?? '') : undefined;
  const hasHeader = isHeader(first, best.rows.slice(1));
  if (!isNamed && (!hasHeader || best.share < 1 || best.rows.length < 2)) return undefined;
  const columns = first.map((name, i) => (hasHeader && name.trim()) || `column ${i + 1}`);
  return { separator: best.separator, columns, hasHeader };
}

function oneColumn(line: string): Dialect {
  const name = line.replace(/^"(.*)"$/, '$1').trim();
  const hasHeader = name !== '' && isHeader([name]);
  return { separator: ',', columns: [hasHeader ? name : 'value'], hasHeader };
}

/** Rows of the first lines, as many of them as end where a record ends: a quoted field may have line ends. */
function tryParse(lines: readonly string[], delimiter: string): string[][] {
  for (let count = lines.length; count > 0; count -= 1) {
    try {
      const text = lines.slice(0, count).join('\n');
      return parseSync(text, { delimiter, relax_column_count: true, skip_empty_lines: true });
    } catch {
      // The quotes do not fit: cut inside of a field, or not this separator, or no CSV at all.
    }
  }
  return [];
}

/** Names are short, different and no values: a header is told by name, and a first row of values must not be. */
function isHeader(fields: readonly string[], rows: readonly (readonly string[])[] = []): boolean {
  const names = fields.map((field) => field.trim());
  return (
    new Set(names).size === names.length &&
    names.some((name) => name !== '') &&
    names.every(
      (name) =>
        name.length <= 64 &&
        !/^[\d\s.,:/+-]*\d$/.test(name) &&
        !/[{}[\]=<>@"]/.test(name) &&
        name.split(' ').length <= 4 &&
        !isCode(name),
    ) &&
    !names.some((name, column) => name !== '' && rows.some((row) => row[column]?.trim() === name)) &&
    withoutPersons(names.join(' ')) === names.join(' ')
  );
}

/** Digits and letters in turn, as in a token or the number of a passport; `sha256` and `address2` are names. */
function isCode(name: string): boolean {
  return name.split(/[\s_.-]/).some((part) => part.length >= 8 && /\d\D+\d/.test(part) && /[A-Za-z]/.test(part));
}

async function* records(
  stream: () => Promise<AsyncIterable<Uint8Array>>,
  { separator, columns, hasHeader }: Dialect,
  isOldEncoding: boolean,
): AsyncGenerator<unknown> {
  const parser = parse({
    bom: true,
    delimiter: separator,
    from_line: 1,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    encoding: isOldEncoding ? 'latin1' : 'utf8',
  });
  const { bytes, fault } = upToFault(await stream());
  const source = Readable.from(bytes, { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let isFirst = hasHeader;
  for await (const record of parser as AsyncIterable<string[]>) {
    if (!isFirst) yield record.length <= columns.length ? record : folded(record, columns.length);
    isFirst = false;
  }
  const why = fault();
  if (why) throw new StreamFault(why);
}

/** Values beyond the header's columns are further values of the last one. */
function folded(record: readonly string[], width: number): unknown[] {
  return [...record.slice(0, width - 1), record.slice(width - 1)];
}
