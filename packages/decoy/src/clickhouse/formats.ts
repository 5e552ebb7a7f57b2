// Rows in the formats of ClickHouse. https://clickhouse.com/docs/interfaces/formats
import type { SqlColumn } from '../sql/catalogue.ts';
import { textOf } from '../sql/compile.ts';
import type { Answer } from '../sql/run-select.ts';
import type { Value } from '../sql/tree.ts';
import { blockOf } from './native/block.ts';
import { typedColumns, writtenType } from './types.ts';

type Rows = Pick<Answer, 'columns' | 'rows'>;
type Format = (answer: Rows) => string | Buffer;

export interface FormatAbout {
  readonly mime: string;
  readonly write: Format;
}

/** Names are found whatever their case. */
export function formatOf(name: string): FormatAbout | undefined {
  return FORMATS.get(name.toLowerCase());
}

const TSV = 'text/tab-separated-values; charset=UTF-8';
const CSV = 'text/csv; charset=UTF-8; header=absent';
const JSON_TYPE = 'application/json; charset=UTF-8';
const LINES = 'application/x-ndjson; charset=UTF-8';

const tabs = (cells: readonly Value[]) => `${cells.map(tabCell).join('\t')}\n`;
const commas = (cells: readonly Value[]) =>
  `${cells.map((one) => (typeof one === 'number' ? String(one) : one === null ? '\\N' : `"${textOf(one).replaceAll('"', '""')}"`)).join(',')}\n`;
const names = (columns: readonly SqlColumn[]) => columns.map(({ name }) => name);
const types = ({ columns, rows }: Rows) => typedColumns(columns, rows).map(writtenType);
const object = (columns: readonly SqlColumn[], row: readonly Value[]) =>
  Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]));
const body = (rows: Answer['rows'], line: (row: readonly Value[]) => string) => rows.map(line).join('');

const tsv: FormatAbout = { mime: TSV, write: ({ rows }) => body(rows, tabs) };
const csv: FormatAbout = { mime: CSV, write: ({ rows }) => body(rows, commas) };
const tsvNamed: FormatAbout = { mime: TSV, write: ({ columns, rows }) => tabs(names(columns)) + body(rows, tabs) };
const tsvTyped: FormatAbout = {
  mime: TSV,
  write: (answer) => tabs(names(answer.columns)) + tabs(types(answer)) + body(answer.rows, tabs),
};

const FORMATS: ReadonlyMap<string, FormatAbout> = new Map([
  ['tabseparated', tsv],
  ['tsv', tsv],
  ['tsvraw', tsv],
  ['tabseparatedwithnames', tsvNamed],
  ['tsvwithnames', tsvNamed],
  ['tabseparatedwithnamesandtypes', tsvTyped],
  ['tsvwithnamesandtypes', tsvTyped],
  ['csv', csv],
  ['csvwithnames', { mime: CSV, write: ({ columns, rows }) => commas(names(columns)) + body(rows, commas) }],
  [
    'values',
    {
      mime: 'text/plain',
      write: ({ rows }) =>
        rows
          .map(
            (row) =>
              `(${row.map((one) => (typeof one === 'number' ? String(one) : `'${textOf(one).replace(/[\\']/g, '\\$&')}'`)).join(',')})`,
          )
          .join(','),
    },
  ],
  [
    'json',
    {
      mime: JSON_TYPE,
      write: ({ columns, rows }) =>
        whole(
          { columns, rows },
          quoted(columns, rows).map((row) => object(columns, row)),
        ),
    },
  ],
  ['jsoncompact', { mime: JSON_TYPE, write: (answer) => whole(answer, quoted(answer.columns, answer.rows)) }],
  [
    'jsoneachrow',
    {
      mime: LINES,
      write: ({ columns, rows }) => body(quoted(columns, rows), (row) => `${JSON.stringify(object(columns, row))}\n`),
    },
  ],
  [
    'jsoncompacteachrow',
    { mime: LINES, write: ({ columns, rows }) => body(quoted(columns, rows), (row) => `${JSON.stringify(row)}\n`) },
  ],
  [
    'jsoncompacteachrowwithnamesandtypes',
    {
      mime: LINES,
      write: ({ columns, rows }) =>
        [names(columns), types({ columns, rows }), ...quoted(columns, rows)]
          .map((row) => `${JSON.stringify(row)}\n`)
          .join(''),
    },
  ],
  ['pretty', { mime: 'text/plain; charset=UTF-8', write: pretty }],
  ['prettycompact', { mime: 'text/plain; charset=UTF-8', write: pretty }],
  ['prettycompactmonoblock', { mime: 'text/plain; charset=UTF-8', write: pretty }],
  [
    'vertical',
    {
      mime: 'text/plain',
      write: ({ columns, rows }) =>
        rows
          .map(
            (row, at) =>
              `Row ${at + 1}:\n──────\n${columns.map(({ name }, place) => `${name}: ${textOf(row[place] ?? null)}\n`).join('')}\n`,
          )
          .join(''),
    },
  ],
  [
    'native',
    {
      mime: 'application/octet-stream',
      write: ({ columns, rows }) =>
        rows.length === 0 ? Buffer.alloc(0) : blockOf(typedColumns(columns, rows), rows, 0),
    },
  ],
  [
    'native',
    {
      mime: 'application/octet-stream',
      write: ({ columns, rows }) => blockOf(typedColumns(columns, rows), rows, 0),
    },
  ],
  ['null', { mime: 'text/plain', write: () => '' }],
]);

/** Integers of 64 bits are texts in JSON unless the client says otherwise. */
function quoted(columns: readonly SqlColumn[], rows: Answer['rows']): Answer['rows'] {
  const isLong = columns.map(({ type }) => type === 'big');
  if (!isLong.includes(true)) return rows;
  return rows.map((row) => row.map((value, at) => (isLong[at] && value !== null ? textOf(value) : value)));
}

function whole(answer: Rows, data: readonly unknown[]): string {
  const meta = typedColumns(answer.columns, answer.rows).map((one) => ({ name: one.name, type: writtenType(one) }));
  const statistics = { elapsed: 0.002_114, rows_read: data.length, bytes_read: data.length * 180 };
  return `${JSON.stringify({ meta, data, rows: data.length, statistics }, null, '\t')}\n`;
}

function tabCell(value: Value): string {
  if (value === null) return '\\N';
  return textOf(value).replace(/[\\\t\n\r\0]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\\0' };

/** The frame that ClickHouse draws, without colours, as to a file. */
/** The frame that ClickHouse draws, without colours, as to a file. */
function pretty({ columns, rows }: Rows): string {
  if (rows.length === 0) return '';
  const isNumber = columns.map(({ type }) => /^(?:integer|small|big|number|boolean)$/.test(type));
  const cells = rows.map((row) => row.map((value) => (value === null ? 'ᴺᵁᴸᴸ' : textOf(value))));
  const widths = columns.map(({ name }, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const edge = (text: string, at: number) => {
    const width = (widths[at] ?? 0) + 1;
    return `${isNumber[at] ? text.padStart(width, '─') : `─${text}`.padEnd(width, '─')}─`;
  };
  const line = (row: readonly string[]) =>
    `│${row.map((cell, at) => ` ${isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)} `).join('│')}│\n`;
  const top = names(columns).map(edge).join('┬');
  const bottom = columns.map((_, at) => edge('', at)).join('┴');
  return `┌${top}┐\n${cells.map(line).join('')}└${bottom}┘\n`;
}
