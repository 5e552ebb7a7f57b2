// A thread that looks for spans in rows of a table, and tells in which row and field they stand.
import { parentPort } from 'node:worker_threads';
import { createDefaultClassifier, type RowReading, readRow } from '@vigie/classify';
import { askedFor, type SensesOptions } from '../reading/senses.ts';
import { createRenderedRows } from '../rows/rendered-rows.ts';
import { planRows, type RowField } from '../rows/row-fields.ts';
import { eachLine, parseRow } from '../rows/row-lines.ts';
import type { Block } from '../source.ts';
import { ordersOfThread, ready } from '../threads/threads.ts';

export interface RowOrders {
  readonly senses: SensesOptions;
}

export interface RowQuestion {
  readonly block: Block;
  /** Whether look-alikes are told too. */
  readonly explain: boolean;
}

/** Where a span stands in its table. */
interface RowPlace {
  /** In the block, from 0. */
  readonly row: number;
  /** As in `email` or `attributes[user_id]`. */
  readonly field: string;
  /** Bytes from the start of the value, as UTF-8. */
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
}

export interface RowSpan extends RowPlace {
  readonly kind: string;
  readonly rule: string;
  readonly level: 'certain' | 'possible';
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly masked: string;
}

export interface RowLookAlike extends RowPlace {
  readonly kind: string;
  readonly rule: string;
  readonly why: string;
}

export interface RowAnswer {
  readonly spans: readonly RowSpan[];
  readonly lookAlikes: readonly RowLookAlike[];
  /** Rows that are no JSON, or nested too deep. */
  readonly brokenRows: number;
}

const CERTAIN_FROM = 0.75;
const { senses } = ordersOfThread<RowOrders>();
const classifier = createDefaultClassifier({ ...senses, forRows: true });
const rendered = createRenderedRows();

parentPort?.on('message', ({ block, explain }: RowQuestion) => {
  parentPort?.postMessage(readBlock(block, explain));
});
ready();

function readBlock(block: Block, explain: boolean): RowAnswer {
  const plan = planRows(block.columns);
  const spans: RowSpan[] = [];
  const lookAlikes: RowLookAlike[] = [];
  const rows: (readonly RowField[])[] = [];
  let flushed = 0;
  let brokenRows = 0;
  const flush = () => {
    const text = rendered.bytes();
    const found = explain ? classifier.explain(text) : { spans: classifier.classify(text), lookAlikes: [] };
    const placed = <One extends { readonly start: number; readonly end: number }>({ start, end, ...one }: One) => {
      const place = rendered.placeOf(start);
      if (place === -1) return [];
      const row = rendered.rowOf(place);
      const field = rows[row - flushed]?.[rendered.fieldOf(place)]?.name ?? '';
      const offset = start - rendered.beginOf(place);
      return [{ row, field, offset, length: Math.min(end, rendered.endOf(place)) - start, ...one }];
    };
    spans.push(...found.spans.flatMap(placed));
    lookAlikes.push(...found.lookAlikes.flatMap(placed));
    rendered.clear();
    flushed += rows.length;
    rows.length = 0;
  };
  let row = 0;
  eachLine(block.bytes, (line) => {
    const fields = parseRow(line, plan);
    if (!fields) brokenRows += 1;
    rows.push(fields ?? []);
    fields?.forEach(({ place: { name }, value }, place) => {
      rendered.add(row, place, name, value);
    });
    const reading = fields && askedFor(readRow(fields), senses.kinds);
    if (reading && fields) spans.push(...stretchesOf(reading, row, fields));
    if (rendered.isFull) flush();
    row += 1;
  });
  flush();
  spans.sort((a, b) => a.row - b.row);
  return { spans, lookAlikes, brokenRows };
}

/** A conversation or a search is told of the whole field that holds it. */
function stretchesOf({ conversation, search }: RowReading, row: number, fields: readonly RowField[]): RowSpan[] {
  const told = [
    ...(conversation ? [{ kind: 'conversation', ...conversation }] : []),
    ...(search ? [{ kind: 'search-history', ...search }] : []),
  ];
  return told.map(({ kind, field, confidence, reasons }) => {
    const value = fields.find(({ name }) => name === field)?.value ?? '';
    const length = Buffer.byteLength(value);
    const level = confidence >= CERTAIN_FROM ? 'certain' : 'possible';
    const masked = `‹${length} bytes of text›`;
    return { row, field, offset: 0, length, kind, rule: 'row', level, confidence, reasons, masked };
  });
}
