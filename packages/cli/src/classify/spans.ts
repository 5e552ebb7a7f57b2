// Spans as lines of JSON, in the order of the files and of their bytes or rows, while they are found.
import {
  findInRows,
  findInText,
  type InputFile,
  openInput,
  type RowFinding,
  type RowThreads,
  type SensesOptions,
  type SourceFault,
  startRowThreads,
  startTextThreads,
  type TextFinding,
  type TextThreads,
} from '@vigie/exposure';
import { shownName, shownPath } from './shown-names.ts';

export interface SpanOptions {
  readonly senses: SensesOptions;
  readonly threads: number;
  readonly deadlineMs: number;
  /** Whether reasons and look-alikes are told. */
  readonly explain: boolean;
  readonly signal: AbortSignal;
  readonly onNote: (path: string, note: string) => void;
}

/** A line to print, and what it says for the exit status. */
export interface SpanLine {
  readonly text: string;
  readonly level?: 'certain' | 'possible';
  readonly fault?: SourceFault;
}

/** Files that are read at the same time; their lines come one file after the other. */
const FILES_AHEAD = 4;

/** Lines of all files. */
export async function* spanLines(files: readonly InputFile[], options: SpanOptions): AsyncGenerator<SpanLine[]> {
  const text = startTextThreads(options.senses, options.threads, options.deadlineMs);
  const rows = startRowThreads(options.senses, options.threads, options.deadlineMs);
  const open: { readonly lines: AsyncGenerator<SpanLine[]>; readonly first: Promise<IteratorResult<SpanLine[]>> }[] =
    [];
  let next = 0;
  const begin = () => {
    const file = files[next];
    next += 1;
    if (!file) return;
    const lines = linesOfFile(file, text, rows, options);
    const first = lines.next();
    // It is waited for when the file's turn comes; until then, a failure must not count as one that nobody sees.
    first.catch(() => {});
    open.push({ lines, first });
  };
  try {
    while (next < files.length && open.length < FILES_AHEAD) begin();
    for (let file = open.shift(); file && !options.signal.aborted; file = open.shift()) {
      for (let part = await file.first; !part.done && !options.signal.aborted; part = await file.lines.next()) {
        if (part.value.length > 0) yield part.value;
      }
      begin();
    }
  } finally {
    // Threads first: a file that waits for one is then told so, and can be let go.
    await Promise.all([text.end(), rows.end()]);
    for (const { lines } of open) void lines.return(undefined).catch(() => {});
  }
}

async function* linesOfFile(
  file: InputFile,
  text: TextThreads,
  rows: RowThreads,
  { explain, signal, onNote }: SpanOptions,
): AsyncGenerator<SpanLine[]> {
  const { path } = file;
  const input = await openInput(file);
  if (isFaultOf(input)) return yield [faultLine(path, input)];
  const { format, encoding, isBinary, stream } = input;
  if (isBinary && !file.isNamed) {
    onNote(path, 'binary');
    return await stream.close();
  }
  if (format.layout === 'text') {
    if (encoding !== 'utf-8') onNote(path, encoding);
    for await (const found of findInText(stream.bytes, path, text, explain)) yield linesOfText(path, found, explain);
    return;
  }
  if (file.realPath !== undefined) await stream.close();
  const datasets = await format.open(file);
  if (isFaultOf(datasets)) return yield [faultLine(path, datasets)];
  for (const { dataset, read, close } of datasets) {
    const table = dataset.container === '' ? '' : dataset.name;
    const where = table === '' ? path : `${path}, table ${table}`;
    for await (const found of findInRows(read(signal), where, rows, explain)) {
      yield linesOfRows(path, shownName(table), found, explain);
    }
    close?.();
  }
}

function isFaultOf(item: object): item is SourceFault {
  return 'code' in item;
}

/** A fault in the place of spans. */
export function faultLine(path: string, fault: SourceFault): SpanLine {
  const told = { path: shownPath(path), fault: { ...fault, where: shownPath(fault.where) } };
  return { text: `${JSON.stringify(told)}\n`, fault };
}

function linesOfText(path: string, found: TextFinding, explain: boolean): SpanLine[] {
  if (isFaultOf(found)) return [faultLine(path, found)];
  const lines = found.spans.map((span) => {
    const { line, column, offset, length, kind, rule, level, confidence, masked, reasons } = span;
    const why = explain ? { reasons } : {};
    const told = {
      path,
      line,
      column,
      offset,
      length,
      kind,
      rule,
      level,
      confidence: rounded(confidence),
      masked,
      ...why,
    };
    return { at: offset, text: `${JSON.stringify(told)}\n`, level };
  });
  const dropped = found.lookAlikes.map(({ line, column, offset, length, kind, rule, why }) => {
    const told = { path, line, column, offset, length, lookAlike: kind, rule, why };
    return { at: offset, text: `${JSON.stringify(told)}\n` };
  });
  return dropped.length === 0 ? lines : [...lines, ...dropped].sort((a, b) => a.at - b.at);
}

/** A table has few columns and many spans. */
const shownFields = new Map<string, string>();
const MOST_FIELDS = 10_000;

function shownField(field: string): string {
  const known = shownFields.get(field);
  if (known !== undefined) return known;
  if (shownFields.size >= MOST_FIELDS) shownFields.clear();
  const shown = shownName(field);
  shownFields.set(field, shown);
  return shown;
}

function linesOfRows(path: string, table: string, found: RowFinding, explain: boolean): SpanLine[] {
  if (isFaultOf(found)) return [faultLine(path, found)];
  const lines = found.spans.map((span) => {
    const { row, field, offset, length, kind, rule, level, confidence, masked, reasons } = span;
    const why = explain ? { reasons } : {};
    const told = {
      path,
      table,
      row,
      field: shownField(field),
      offset,
      length,
      kind,
      rule,
      level,
      confidence: rounded(confidence),
      masked,
    };
    return { row, text: `${JSON.stringify({ ...told, ...why })}\n`, level };
  });
  const dropped = found.lookAlikes.map(({ row, field, offset, length, kind, rule, why }) => {
    const told = { path, table, row, field: shownField(field), offset, length, lookAlike: kind, rule, why };
    return { row, text: `${JSON.stringify(told)}\n` };
  });
  return dropped.length === 0 ? lines : [...lines, ...dropped].sort((a, b) => a.row - b.row);
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
