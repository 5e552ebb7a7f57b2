// Rows in the formats of ClickHouse. https://clickhouse.com/docs/interfaces/formats
import type { SqlColumn } from '../sql/catalogue.ts';
import { textOf } from '../sql/compile.ts';
import type { Answer } from '../sql/run-select.ts';
import type { Value } from '../sql/tree.ts';
import { TYPES } from './catalogue.ts';

type Format = (answer: Pick<Answer, 'columns' | 'rows'>) => string;

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
const types = (columns: readonly SqlColumn[]) => columns.map(({ type }) => TYPES[type]);
const object = (columns: readonly SqlColumn[], row: readonly Value[]) =>
  Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]));
const body = (rows: Answer['rows'], line: (row: readonly Value[]) => string) => rows.map(line).join('');

const tsv: FormatAbout = { mime: TSV, write: ({ rows }) => body(rows, tabs) };
const csv: FormatAbout = { mime: CSV, write: ({ rows }) => body(rows, commas) };
const tsvNamed: FormatAbout = { mime: TSV, write: ({ columns, rows }) => tabs(names(columns)) + body(rows, tabs) };
const tsvTyped: FormatAbout = {
  mime: TSV,
  write: ({ columns, rows }) => tabs(names(columns)) + tabs(types(columns)) + body(rows, tabs),
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
          columns,
          rows.map((row) => object(columns, row)),
        ),
    },
  ],
  ['jsoncompact', { mime: JSON_TYPE, write: ({ columns, rows }) => whole(columns, rows) }],
  [
    'jsoneachrow',
    { mime: LINES, write: ({ columns, rows }) => body(rows, (row) => `${JSON.stringify(object(columns, row))}\n`) },
  ],
  ['jsoncompacteachrow', { mime: LINES, write: ({ rows }) => body(rows, (row) => `${JSON.stringify(row)}\n`) }],
  [
    'jsoncompacteachrowwithnamesandtypes',
    {
      mime: LINES,
      write: ({ columns, rows }) =>
        [names(columns), types(columns), ...rows].map((row) => `${JSON.stringify(row)}\n`).join(''),
    },
  ],
  ['pretty', { mime: 'text/plain', write: pretty }],
  ['prettycompact', { mime: 'text/plain', write: pretty }],
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
  ['null', { mime: 'text/plain', write: () => '' }],
]);

function whole(columns: readonly SqlColumn[], data: readonly unknown[]): string {
  const meta = columns.map(({ name, type }) => ({ name, type: TYPES[type] }));
  const statistics = { elapsed: 0.002_114, rows_read: data.length, bytes_read: data.length * 180 };
  return `${JSON.stringify({ meta, data, rows: data.length, statistics }, null, '\t')}\n`;
}

function tabCell(value: Value): string {
  if (value === null) return '\\N';
  return textOf(value).replace(/[\\\t\n\r\0]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\\0' };

function pretty({ columns, rows }: Pick<Answer, 'columns' | 'rows'>): string {
  const lines = [names(columns), ...rows.map((row) => row.map(textOf))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const written = lines.map((line) => `│ ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' │ ')} │\n`);
  return written.join('');
}
