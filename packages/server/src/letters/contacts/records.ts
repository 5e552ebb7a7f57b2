// Cuts the text of a table into records (RFC 4180), each bounded. A quote that is never closed costs its own line and not the rest of the
// file: where a record gets too long, its first line is told as broken, and reading goes on with the next.
import { parse } from 'csv-parse/sync';

/** A person's record is a few hundred letters long; more is a quote that was never closed, or an attack on memory. */
const LONGEST_RECORD = 64 * 1024;
/** An address may have line ends in its quotes, a hundred not. */
const MOST_LINES = 100;

export type CutRecord =
  | { readonly kind: 'record'; readonly line: number; readonly text: string }
  | { readonly kind: 'broken'; readonly line: number; readonly problem: 'too-long' | 'quote-not-closed' };

/** @param delimiter what stands between fields: a quote opens only at the beginning of one */
export async function* cutRecords(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CutRecord> {
  let open: { line: number; text: string }[] = [];
  for await (const { line, text: one, isCut } of boundedLines(text)) {
    if (isCut) {
      yield* unclosed(open, delimiter);
      open = [];
      yield { kind: 'broken', line, problem: 'too-long' };
      continue;
    }
    if (open.length === 0 && !one.includes('"')) {
      if (one.trim() !== '') yield { kind: 'record', line, text: one };
      continue;
    }
    open.push({ line, text: one });
    const joined = open.map((part) => part.text).join('\n');
    const quotes = quotesIn(joined, delimiter);
    if (quotes === 'closed') {
      yield { kind: 'record', line: open[0]?.line ?? line, text: joined };
      open = [];
    } else if (quotes === 'misfit' || open.length >= MOST_LINES || joined.length > LONGEST_RECORD) {
      yield* unclosed(open, delimiter);
      open = [];
    }
  }
  yield* unclosed(open, delimiter);
}

/** The line with the quote is broken; those behind it are records of their own, as far as they can stand alone. */
function* unclosed(lines: readonly { line: number; text: string }[], delimiter: string): Generator<CutRecord> {
  const [first, ...rest] = lines;
  if (first) yield { kind: 'broken', line: first.line, problem: 'quote-not-closed' };
  for (const { line, text } of rest) {
    if (quotesIn(text, delimiter) !== 'closed') yield { kind: 'broken', line, problem: 'quote-not-closed' };
    else if (text.trim() !== '') yield { kind: 'record', line, text };
  }
}

/** `misfit`: behind a closing quote stands something else than the end of the field, so it was not the one that closes. */
function quotesIn(text: string, delimiter: string): 'closed' | 'open' | 'misfit' {
  let isQuoted = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    const [before, behind] = [text[at - 1], text[at + 1]];
    if (!isQuoted) isQuoted = before === undefined || before === delimiter || before === '\n';
    else if (behind === '"') at += 1;
    else if (behind === undefined || behind === delimiter || behind === '\n') isQuoted = false;
    else return 'misfit';
  }
  return isQuoted ? 'open' : 'closed';
}

/** Lines without their ends; of one that is too long only that it was. */
async function* boundedLines(text: AsyncIterable<string>) {
  let rest = '';
  let line = 1;
  let isCut = false;
  for await (const part of text) {
    rest += part;
    let start = 0;
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n', start)) {
      yield { line, text: withoutReturn(rest.slice(start, end)), isCut: isCut || end - start > LONGEST_RECORD };
      isCut = false;
      line += 1;
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > LONGEST_RECORD) {
      isCut = true;
      rest = '';
    }
  }
  if (rest !== '' || isCut) yield { line, text: withoutReturn(rest), isCut };
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The fields of one record; undefined where its quotes do not fit. */
export function fieldsOf(text: string, delimiter: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter).map((field) => field.trim());
  try {
    const rows: string[][] = parse(text, { delimiter, relax_quotes: true, relax_column_count: true, trim: true });
    return rows.length === 1 ? rows[0] : undefined;
  } catch {
    // The parser's words quote the record.
    return undefined;
  }
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The delimiter that cuts the first lines into the most equal parts.
 *
 * @param head the beginning of the text
 */
export function delimiterOf(head: string): string {
  const lines = head
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines;
  const scored = DELIMITERS.map((delimiter) => {
    const widths = whole.map((line) => fieldsOf(line, delimiter)?.length ?? 0);
    const [width = 0] = widths;
    const share = widths.filter((one) => one === width).length / Math.max(1, widths.length);
    return { delimiter, score: width < 2 ? 0 : share * 100 + Math.min(width, 50) / 100 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}
