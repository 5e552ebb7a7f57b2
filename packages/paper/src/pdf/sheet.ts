// The pages of a PDF as one long sheet: where the pen stands, when a page ends, and what is content and what is decoration for those
// who have it read to them (tagged PDF, ISO 32000-1, 14.8).
import type { Block, Language } from '@vigie/respond';
import type PDFDocument from 'pdfkit';
import type { Paper } from '../paper.ts';
import { type Line, linesOf, type TextStyle } from './lines.ts';

type Pdf = typeof PDFDocument.prototype;
export type Element = PDFKit.PDFStructureElement;

/** A4 in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 62, right: 62, top: 104, bottom: 72 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LOWEST = PAGE.height - PAGE.bottom;

export interface Sheet {
  readonly pdf: Pdf;
  readonly language: Language;
  /** Of the labels of all tables, in points. */
  readonly labelWidth: number;
  /** Where the next line begins, from the top of the page. */
  y: number;
}

export function createSheet(pdf: Pdf, { language, blocks }: Pick<Paper, 'language' | 'blocks'>): Sheet {
  return { pdf, language, labelWidth: CONTENT_WIDTH * labelShare(blocks), y: PAGE.top };
}

/** Labels that are about as long as their values, as those of a form are, get more of the line; the same in all of a document. */
function labelShare(blocks: readonly Block[]): number {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const signs = (column: 0 | 1) => rows.reduce((sum, row) => sum + row[column].length, 0);
  return signs(0) > 0.7 * signs(1) ? 0.42 : 0.34;
}

/** How much of this page is left, in points. */
export function roomLeft(sheet: Sheet): number {
  return LOWEST - sheet.y;
}

/** Goes on to the next page where less than this is left; never on an empty page. */
export function keepTogether(sheet: Sheet, height: number): void {
  if (roomLeft(sheet) < height && sheet.y > PAGE.top) nextPage(sheet);
}

export function nextPage(sheet: Sheet): void {
  sheet.pdf.addPage();
  sheet.y = PAGE.top;
}

export function broken(sheet: Sheet, text: string, width: number, style: TextStyle): Line[] {
  return linesOf(sheet.pdf, text, width, style, sheet.language);
}

/** Writes lines from here down, over as many pages as they take, as content of a structure element. */
export function writeLines(sheet: Sheet, lines: readonly Line[], style: TextStyle, x: number, element: Element): void {
  let rest = lines;
  while (rest.length > 0) {
    const fit = Math.max(Math.floor(roomLeft(sheet) / style.leading), sheet.y > PAGE.top ? 0 : 1);
    const now = rest.slice(0, fit);
    drawLines(sheet, now, style, x, sheet.y, element);
    sheet.y += now.length * style.leading;
    rest = rest.slice(now.length);
    if (rest.length > 0) nextPage(sheet);
  }
}

/** Writes lines at a place of this page, as content of a structure element. */
export function drawLines(
  { pdf }: Sheet,
  lines: readonly Line[],
  style: TextStyle,
  x: number,
  y: number,
  element: Element,
): void {
  if (lines.length === 0) return;
  element.add(pdf.markStructureContent('Span'));
  lines.forEach((line, row) => {
    writeLine(pdf, line, style, x, y + row * style.leading);
  });
  pdf.endMarkedContent();
}

/** Writes one line. The baseline is set, so that fonts of different heights stand on one line. */
export function writeLine(pdf: Pdf, { runs }: Line, { size, colour, leading }: TextStyle, x: number, y: number): void {
  let at = x;
  for (const { font, text, width } of runs) {
    pdf.font(font, size).fillColor(colour);
    pdf.text(text, at, y + (leading + size * 0.7) / 2, { lineBreak: false, baseline: 'alphabetic' });
    at += width;
  }
}

/** Draws what is there for the eye only: lines, grounds, running heads. */
export function decorate(pdf: Pdf, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}
