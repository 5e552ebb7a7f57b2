// One block of a document on the sheet.
import type { Block, Question } from '@vigie/respond';
import { PAPER_WORDS } from '../words.ts';
import type { Line, TextStyle } from './lines.ts';
import {
  broken,
  CONTENT_WIDTH,
  decorate,
  drawLines,
  type Element,
  keepTogether,
  nextPage,
  PAGE,
  roomLeft,
  type Sheet,
  writeLines,
} from './sheet.ts';
import { AMBER, AMBER_GROUND, HEADINGS, LABEL_GROUND, RULE, STYLES } from './styles.ts';

const GAP = 7;
const INDENT = 16;
/** Rows of up to so many lines stand on one page. */
const WHOLE_ROW = 12;
const PADDING = 5;

/** Sets the blocks one below the other, as children of a structure element. */
export function setBlocks(sheet: Sheet, blocks: readonly Block[], parent: Element): void {
  blocks.forEach((block, place) => {
    setBlock(sheet, block, blocks[place + 1], parent);
  });
}

function setBlock(sheet: Sheet, block: Block, next: Block | undefined, parent: Element): void {
  switch (block.kind) {
    case 'heading':
      setHeading(sheet, block, next, parent);
      break;
    case 'paragraph':
      setParagraph(sheet, block.text, parent);
      break;
    case 'list':
      setList(sheet, block.items, parent);
      break;
    case 'table':
      setTable(sheet, block.rows, parent);
      break;
    case 'question':
      setQuestion(sheet, block.question, parent);
      break;
  }
}

function setHeading(
  sheet: Sheet,
  { text, level }: Extract<Block, { kind: 'heading' }>,
  next: Block | undefined,
  parent: Element,
): void {
  const { style, above, below } = HEADINGS[level];
  const lines = broken(sheet, text, CONTENT_WIDTH, style);
  // A heading stands on the page on which what it heads begins.
  keepTogether(sheet, above + lines.length * style.leading + below + beginningOf(sheet, next));
  if (sheet.y > PAGE.top) sheet.y += above;
  const element = child(sheet, parent, `H${level + 1}`);
  writeLines(sheet, lines, style, PAGE.left, element);
  element.end();
  sheet.y += below;
}

/** The height of what of a block stands together at its beginning, in points. */
function beginningOf(sheet: Sheet, block: Block | undefined): number {
  if (block?.kind === 'question') return heightOf(questionParts(sheet, block.question));
  const [row] = block?.kind === 'table' ? block.rows : [];
  return row === undefined ? 3 * STYLES.body.leading : togetherHeight(rowLines(sheet, row));
}

function setParagraph(sheet: Sheet, text: string, parent: Element): void {
  const element = child(sheet, parent, 'P');
  const lines = broken(sheet, text, CONTENT_WIDTH, STYLES.body);
  keepTogether(sheet, Math.min(lines.length, 2) * STYLES.body.leading);
  writeLines(sheet, lines, STYLES.body, PAGE.left, element);
  element.end();
  sheet.y += GAP;
}

function setList(sheet: Sheet, items: readonly string[], parent: Element): void {
  const list = child(sheet, parent, 'L');
  for (const item of items) {
    const element = child(sheet, list, 'LI');
    const lines = broken(sheet, item, CONTENT_WIDTH - INDENT, STYLES.body);
    keepTogether(sheet, Math.min(lines.length, 2) * STYLES.body.leading);
    const label = child(sheet, element, 'Lbl');
    drawLines(sheet, broken(sheet, '•', INDENT, STYLES.body), STYLES.body, PAGE.left + 4, sheet.y, label);
    label.end();
    const body = child(sheet, element, 'LBody');
    writeLines(sheet, lines, STYLES.body, PAGE.left + INDENT, body);
    body.end();
    element.end();
    sheet.y += 2;
  }
  list.end();
  sheet.y += GAP - 2;
}

/** A table of labels and values; a long row that does not fit goes on over the page. */
export function setTable(sheet: Sheet, rows: readonly Row[], parent: Element): void {
  const table = child(sheet, parent, 'Table');
  for (const row of rows) {
    const element = child(sheet, table, 'TR');
    setRow(sheet, row, element);
    element.end();
  }
  table.end();
  sheet.y += GAP + 2;
}

type Row = readonly [label: string, value: string];

interface RowLines {
  readonly labels: readonly Line[];
  readonly values: readonly Line[];
}

function rowLines(sheet: Sheet, [label, value]: Row): RowLines {
  const { labelWidth } = sheet;
  return {
    labels: broken(sheet, label, labelWidth - 2 * PADDING, STYLES.label),
    values: broken(sheet, value, CONTENT_WIDTH - labelWidth - 2 * PADDING, STYLES.cell),
  };
}

/** The height of the lines of a row that stand on one page. */
function togetherHeight({ labels, values }: RowLines): number {
  const all = Math.max(labels.length, values.length);
  return (all > WHOLE_ROW ? 3 : all) * STYLES.cell.leading + 2 * PADDING;
}

function setRow(sheet: Sheet, row: Row, parent: Element): void {
  const { leading } = STYLES.cell;
  const head = child(sheet, parent, 'TH');
  const data = child(sheet, parent, 'TD');
  let rest = rowLines(sheet, row);
  keepTogether(sheet, togetherHeight(rest));
  while (rest.labels.length > 0 || rest.values.length > 0) {
    const fit = Math.max(1, Math.floor((roomLeft(sheet) - 2 * PADDING) / leading));
    const shown = Math.min(fit, Math.max(rest.labels.length, rest.values.length));
    const top = sheet.y + PADDING;
    drawCells(sheet, shown * leading + 2 * PADDING);
    drawLines(sheet, rest.labels.slice(0, shown), STYLES.label, PAGE.left + PADDING, top, head);
    drawLines(sheet, rest.values.slice(0, shown), STYLES.cell, PAGE.left + sheet.labelWidth + PADDING, top, data);
    sheet.y += shown * leading + 2 * PADDING;
    rest = { labels: rest.labels.slice(shown), values: rest.values.slice(shown) };
    if (rest.labels.length > 0 || rest.values.length > 0) nextPage(sheet);
  }
  head.end();
  data.end();
}

function drawCells({ pdf, y, labelWidth }: Sheet, height: number): void {
  decorate(pdf, 'Layout', () => {
    pdf.rect(PAGE.left, y, labelWidth, height).fill(LABEL_GROUND);
    pdf.lineWidth(0.5).strokeColor(RULE);
    pdf.rect(PAGE.left, y, CONTENT_WIDTH, height).stroke();
    pdf
      .moveTo(PAGE.left + labelWidth, y)
      .lineTo(PAGE.left + labelWidth, y + height)
      .stroke();
  });
}

interface Part {
  readonly style: TextStyle;
  readonly lines: readonly Line[];
}

/** What stands in the box of a question: that it is one, the question, who asks. */
function questionParts(sheet: Sheet, { text, demandedBy }: Question): Part[] {
  const words = PAPER_WORDS[sheet.language];
  const part = (of: string, style: TextStyle) => ({ style, lines: broken(sheet, of, CONTENT_WIDTH - 24, style) });
  return [
    part(words.question, STYLES.question),
    part(text, STYLES.body),
    part(words.demandedBy(demandedBy), STYLES.demanded),
  ];
}

function heightOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { style, lines }) => sum + lines.length * style.leading, 0) + 2 * PADDING + 2;
}

/** What a person has to state, in a box that nobody overlooks. */
function setQuestion(sheet: Sheet, question: Question, parent: Element): void {
  const parts = questionParts(sheet, question);
  keepTogether(sheet, heightOf(parts));
  drawBox(sheet, Math.min(heightOf(parts), roomLeft(sheet)));
  sheet.y += PADDING;
  const note = child(sheet, parent, 'Note');
  for (const { style, lines } of parts) {
    const element = child(sheet, note, 'P');
    writeLines(sheet, lines, style, PAGE.left + 14, element);
    element.end();
  }
  note.end();
  sheet.y += PADDING + 2 + GAP;
}

function drawBox({ pdf, y }: Sheet, height: number): void {
  decorate(pdf, 'Layout', () => {
    pdf.rect(PAGE.left, y, CONTENT_WIDTH, height).fill(AMBER_GROUND);
    pdf.lineWidth(0.75).strokeColor(AMBER).rect(PAGE.left, y, CONTENT_WIDTH, height).stroke();
    pdf.rect(PAGE.left, y, 5, height).fill(AMBER);
  });
}

function child({ pdf }: Sheet, parent: Element, tag: string): Element {
  const element = pdf.struct(tag);
  parent.add(element);
  return element;
}
