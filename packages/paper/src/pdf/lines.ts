// Text broken into lines of a width, each line in stretches of one font. Our own, since pdfkit's wrapping knows one font at a time
// and cannot be cut at the end of a page inside of a table's cell.
import type { Language } from '@vigie/respond';
import LineBreaker from 'linebreak';
import type PDFDocument from 'pdfkit';
import { type Run, runsOf, type Weight } from './fonts.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  /** From one baseline to the next, in points. */
  readonly leading: number;
}

export interface Line {
  readonly runs: readonly (Run & { readonly width: number })[];
  /** Without the space at its end. */
  readonly width: number;
}

type Pdf = typeof PDFDocument.prototype;

/** @param width of the lines, in points */
export function linesOf(pdf: Pdf, text: string, width: number, style: TextStyle, language: Language): Line[] {
  const measured = (part: string) => measure(pdf, part, style, language);
  const lines: Line[] = [];
  let open = '';
  const close = () => {
    lines.push(withSpace(measured(open.trimEnd()), open));
    open = '';
  };
  for (const { piece, endsLine } of piecesOf(text)) {
    if (open !== '' && measured((open + piece).trimEnd()).width > width) close();
    for (const part of measured(piece.trimEnd()).width > width ? cut(piece, width, measured) : [piece]) {
      if (open !== '' && measured((open + part).trimEnd()).width > width) close();
      open += part;
    }
    if (endsLine) close();
  }
  if (open !== '' || lines.length === 0) close();
  return lines;
}

/** The space between two lines stays at the end of the first, so that the text reads right when it is copied or read aloud. */
function withSpace(line: Line, text: string): Line {
  const last = line.runs.at(-1);
  if (!last || !/\s$/.test(text)) return line;
  return { ...line, runs: line.runs.with(-1, { ...last, text: `${last.text} ` }) };
}

/** The stretches between the places where Unicode lets a line end (UAX #14). */
function piecesOf(text: string): { piece: string; endsLine: boolean }[] {
  const breaker = new LineBreaker(text);
  const pieces: { piece: string; endsLine: boolean }[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const endsLine = next.required && next.position < text.length;
    pieces.push({ piece: text.slice(from, next.position).replace(/[\r\n\u2028\u2029]+$/, ''), endsLine });
    from = next.position;
  }
  return pieces;
}

/** A word wider than the column (a hash, an address) is cut where the column ends. */
function cut(piece: string, width: number, measured: (part: string) => Line): string[] {
  const parts: string[] = [];
  let open = '';
  for (const sign of piece) {
    if (open !== '' && measured(open + sign).width > width) {
      parts.push(open);
      open = '';
    }
    open += sign;
  }
  return [...parts, open];
}

function measure(pdf: Pdf, text: string, { size, weight }: TextStyle, language: Language): Line {
  const runs = runsOf(text.replaceAll('\t', ' '), weight, language).map((run) => ({
    ...run,
    width: pdf.font(run.font, size).widthOfString(run.text),
  }));
  return { runs, width: runs.reduce((sum, { width }) => sum + width, 0) };
}
